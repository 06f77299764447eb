import OpytCatalogue
import OpytDiagnostics
import OpytModel
import OpytNetwork
import OpytText

/// The network, its vocabularies and its bulletin in the words of schema.org.
extension HomePage {
  func describe(_ presenter: PagePresenter, in data: inout PageData) {
    let configuration = presenter.context.configuration
    data.add("WebSite", at: presenter.wholeURL(of: address)) { site in
      site.text("name", configuration.title)
      site.text("description", configuration.description)
      site.text("inLanguage", configuration.language.rawValue)
      if let search = presenter.wholeURL(of: SearchPage.address) {
        site.object("potentialAction") { action in
          action.text("@type", "SearchAction")
          action.text("target", "\(search)?q={search_term_string}")
          action.text("query-input", "required name=search_term_string")
        }
      }
    }
  }
}

extension TopicListPage {
  func describe(_ presenter: PagePresenter, in data: inout PageData) {
    guard case .facet(let facet) = list else { return }
    data.add("DefinedTermSet", at: presenter.wholeURL(of: address)) { set in
      set.text("name", presenter.strings.text(facet.title))
      set.list("hasDefinedTerm", of: presenter.catalogue.topics.terms(of: facet)) { topic, terms in
        terms.object { presenter.write(topic, of: facet, to: &$0) }
      }
    }
  }
}

extension TopicPage {
  func describe(_ presenter: PagePresenter, in data: inout PageData) {
    guard part.isFirst, case .term(let facet, let topic) = topic else { return }
    data.add { term in
      term.text("@context", "https://schema.org")
      presenter.write(topic, of: facet, to: &term)
      term.object("inDefinedTermSet") { set in
        set.text("@type", "DefinedTermSet")
        set.text("@id", presenter.wholeURL(of: facet.listAddress))
        set.text("name", presenter.strings.text(facet.title))
      }
    }
  }
}

extension PagePresenter {
  fileprivate func write(_ topic: TopicIndex.Topic, of facet: TopicIndex.Facet, to term: inout JSONWriter) {
    let url = wholeURL(of: facet.address(of: topic))
    term.text("@type", "DefinedTerm")
    term.text("@id", url)
    term.text("url", url)
    term.text("name", label(of: topic, in: facet))
  }
}

extension KeywordsPage {
  func describe(_ presenter: PagePresenter, in data: inout PageData) {
    data.add("DefinedTermSet", at: presenter.wholeURL(of: address)) { set in
      set.text("name", presenter.strings.text(.byKeyword))
      set.list("hasDefinedTerm", of: keywords) { keyword, terms in
        terms.object { term in
          term.text("@type", "DefinedTerm")
          term.text("url", presenter.wholeURL(of: address).map { "\($0)#\(Self.anchor(of: keyword))" })
          term.text("name", keyword.label)
        }
      }
    }
  }
}

extension BulletinPage {
  func describe(_ presenter: PagePresenter, in data: inout PageData) {
    let document = presenter.graph[id]
    guard let bulletin = document.entity as? Bulletin else { return }
    let strings = presenter.strings
    data.form = .article
    data.add("PublicationIssue", at: presenter.wholeURL(of: id)) { issue in
      issue.text("name", document.title)
      issue.text("issueNumber", String(bulletin.number.value))
      issue.text("datePublished", bulletin.end.value.iso)
      issue.text("inLanguage", presenter.context.configuration.language.rawValue)
      issue.text("description", document.decoded.excerpt)
      presenter.write("editor", document.targets(of: bulletin.editors), as: "Person", to: &issue)
      issue.object("isPartOf") { periodical in
        periodical.text("@type", "Periodical")
        periodical.text("@id", presenter.wholeURL(of: Address.list(of: .bulletin)))
        periodical.text("name", "\(strings.text(.list(.bulletin))). \(presenter.context.configuration.title)")
      }
    }
  }
}
