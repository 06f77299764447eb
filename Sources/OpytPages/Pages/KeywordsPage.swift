import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytText

/// The keywords that materials share, each with its materials.
///
/// Many stand on one page: networks of thousands of materials have thousands of keywords, and a page for each would be
/// a third of the site.
struct KeywordsPage: SitePage {
  static let layout = "keywords"
  static let address = Address("slova/index.html")

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .list("groups", of: GroupModel.schema) { view in
      view.page.keywords.map { keyword in
        GroupModel(
          title: keyword.label, url: WebAddress(relative: "#" + anchor(of: keyword)), anchor: anchor(of: keyword),
          count: keyword.materials.count,
          items: keyword.materials.map(view.presenter.card))
      }
    },
    .items("letters", of: LinkModel.schema) { $0.presenter.links(to: $0.page.letters) },
    .record("pagination", PaginationModel.schema) { $0.presenter.pagination($0.page.part) })

  let keywords: [TopicIndex.Topic]
  let part: ListPart
  /// Of the whole list.
  let letters: [LetterPlace]

  private static func parts(_ count: Int) -> [ListPart] {
    ListPart.empty(count: count, first: address, others: "slova/")
  }

  static func pages(of outline: SiteOutline) -> [KeywordsPage] {
    let keywords = outline.catalogue.topics.keywords
    guard let last = keywords.last else { return [] }
    let byPage = Dictionary(grouping: keywords, by: \.page)
    let letters = LetterPlace.all(in: keywords.lazy.map { ($0.label, address(of: $0), anchor(of: $0)) })
    return parts(last.page).map { KeywordsPage(keywords: byPage[$0.number] ?? [], part: $0, letters: letters) }
  }

  var address: Address { part.address }
  var claimant: Claimant { Claimant(Phrase("список по ключевым словам", en: "the list by keywords")) }

  func head(_ presenter: PagePresenter) -> PageHead {
    presenter.topicHead(presenter.title(presenter.strings.text(.byKeyword), part), section: Self.address)
  }

  /// Ids of headings that the theme makes have a `_`, which those of texts never have.
  static func anchor(of keyword: TopicIndex.Topic) -> String { "opyt_word-\(keyword.slug)" }

  /// Where a keyword stands.
  fileprivate static func address(of keyword: TopicIndex.Topic) -> Address {
    keyword.page == 1 ? address : Address("slova/\(keyword.page).html")
  }
}

extension PagePresenter {
  /// A material's keywords: those that other materials have lead to them.
  func keywordLinks(_ material: MaterialFields) -> [LinkModel] {
    material.keywords.map { keyword in
      let target = catalogue.topics.keyword(keyword.value)
      return LinkModel(
        title: keyword.value,
        url: target.flatMap { url(KeywordsPage.address(of: $0), fragment: KeywordsPage.anchor(of: $0)) })
    }
  }
}
