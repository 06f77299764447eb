import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytText

/// «Нужна помощь / Могу помочь»: whom to ask nearby, and what colleagues ask for.
struct HelpPage: SitePage {
  static let layout = "help"
  static let address = Address("pomosch/index.html")

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .items("topics", of: TopicLinks.schema) { $0.presenter.topicLinks },
    .record("offers", HelpModel.Groups.schema(HelpModel.Offer.schema)) {
      HelpModel.Groups($0.presenter.helpGroups($0.catalogue.help.offers))
    },
    .record("needs", HelpModel.Groups.schema(HelpModel.Need.schema)) {
      HelpModel.Groups($0.presenter.helpGroups($0.catalogue.help.needs))
    },
    .items("words", of: HelpModel.Word.schema) { view in
      view.catalogue.help.words.map { .init(text: $0.text, people: $0.people.map(view.presenter.link)) }
    })

  /// The topics of one kind: «Направления», «Дефициты», «Стратегии».
  struct TopicLinks: Sendable {
    let title: String
    let links: [LinkModel]

    static let schema = LayoutSchema<TopicLinks>(
      .text("title", \.title), .list("items", of: LinkModel.schema, \.links))
  }

  static func pages(of outline: SiteOutline) -> [HelpPage] { outline.catalogue.help.isEmpty ? [] : [HelpPage()] }

  var address: Address { Self.address }
  var claimant: Claimant {
    Claimant(Phrase("страница «Нужна помощь / Могу помочь»", en: "the page of help asked and offered"))
  }

  func head(_ presenter: PagePresenter) -> PageHead {
    PageHead(
      title: presenter.strings.text(.helpTitle), description: presenter.strings.text(.helpDescription),
      breadcrumbs: [presenter.homeLink], section: Self.address)
  }
}

/// Who can advise on a direction, a deficit or a strategy, by municipality, and who asks for help with it.
struct HelpTopicPage: SitePage {
  static let layout = "help-topic"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .record("subject", LinkModel.schema) { $0.presenter.link(to: $0.page.topic.subject) },
    .record("offers", HelpModel.Groups.schema(HelpModel.Offer.schema)) {
      HelpModel.Groups($0.presenter.helpGroups($0.page.topic.offers))
    },
    .record("needs", HelpModel.Groups.schema(HelpModel.Need.schema)) {
      HelpModel.Groups($0.presenter.helpGroups($0.page.topic.needs))
    })

  let topic: Help.Topic
  let address: Address
  let claimant: Claimant

  /// Behind the address of the subject's own page, whose name is its own alone.
  static func address(ofTopicAt subject: Address) -> Address { Address("pomosch/" + subject.path) }

  static func pages(of outline: SiteOutline) -> [HelpTopicPage] {
    let graph = outline.catalogue.graph
    return outline.catalogue.help.topics.compactMap { topic in
      guard let subject = outline.address(of: topic.subject) else { return nil }
      let file = graph[topic.subject].decoded.path
      return HelpTopicPage(
        topic: topic, address: address(ofTopicAt: subject),
        claimant: Claimant(Phrase("помощь по теме: \(file)", en: "help on \(file)"), at: graph.location(topic.subject)))
    }
  }

  func head(_ presenter: PagePresenter) -> PageHead {
    let all = LinkModel(title: presenter.strings.text(.helpTitle), url: presenter.url(HelpPage.address))
    return PageHead(
      title: presenter.strings.text(.helpTopic, ["topic": .text(presenter.title(of: topic.subject))]),
      description: presenter.strings.text(.helpDescription), breadcrumbs: [presenter.homeLink, all],
      section: HelpPage.address, accent: presenter.accent(of: topic.subject))
  }
}

extension PagePresenter {
  /// Where help on a direction, a deficit or a strategy is asked and offered; nil where nobody does.
  func helpURL(of subject: DocumentID) -> WebAddress? {
    guard catalogue.help.hasTopic(subject), let address = context.plan.address(of: subject) else { return nil }
    return url(HelpTopicPage.address(ofTopicAt: address))
  }

  fileprivate var topicLinks: [HelpPage.TopicLinks] {
    let subjects = catalogue.help.topics.map(\.subject)
    return [Kind.direction, .deficit, .strategy].compactMap { kind in
      let links = subjects.filter { graph[$0].kind == kind }.map {
        LinkModel(title: title(of: $0), url: helpURL(of: $0))
      }
      return links.isEmpty ? nil : .init(title: strings.text(.list(kind)), links: links)
    }
  }
}
