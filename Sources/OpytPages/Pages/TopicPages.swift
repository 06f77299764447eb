import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytNetwork
import OpytText

/// What materials may be looked up by, besides their kind, direction and kindergarten.
enum TopicKind: CaseIterable {
  case age, keyword

  /// Where its pages stand.
  private var folder: String { self == .age ? "vozrast" : "slova" }

  var address: Address { Address("\(folder)/index.html") }

  func address(of topic: TopicIndex.Topic) -> Address { Address("\(folder)/\(topic.slug).html") }

  /// What the addresses of the further parts of a long list begin with.
  func partsPrefix(of topic: TopicIndex.Topic) -> String { "\(folder)/\(topic.slug)/" }

  var title: ThemeString { self == .age ? .byAge : .byKeyword }

  var claimant: Claimant {
    Claimant(
      self == .age
        ? Phrase("список по возрасту", en: "the list by age")
        : Phrase("список по ключевым словам", en: "the list by keywords"))
  }
}

extension TopicIndex {
  func topics(_ kind: TopicKind) -> [Topic] { kind == .age ? ages : keywords }
}

/// All ages, or all keywords, with how many materials each has.
struct TopicListPage: SitePage {
  struct Entry: Sendable {
    let title: String
    let url: WebAddress?
    let count: Int

    static let schema = LayoutSchema<Entry>(
      .text("title", \.title), .url("url", \.url), .number("count", \.count))
  }

  static let layout = "topics"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .list("items", of: Entry.schema) { view in
      view.presenter.context.plan.topics.topics(view.page.kind).map { topic in
        Entry(
          title: view.presenter.label(of: topic, view.page.kind),
          url: view.presenter.url(view.page.kind.address(of: topic)), count: topic.materials.count)
      }
    })

  let kind: TopicKind

  static func pages(of outline: SiteOutline) -> [TopicListPage] {
    TopicKind.allCases.filter { !outline.topics.topics($0).isEmpty }.map { TopicListPage(kind: $0) }
  }

  var address: Address { kind.address }
  var claimant: Claimant { kind.claimant }

  func head(_ presenter: PagePresenter) -> PageHead {
    let title = presenter.strings.text(kind.title)
    return PageHead(
      title: title,
      description: presenter.strings.text(
        .listDescription,
        ["list": .text(title), "site": .text(presenter.context.configuration.title)]),
      breadcrumbs: [presenter.homeLink], section: kind.address)
  }
}

/// The materials for an age, or with a keyword: a long list of short lines.
struct TopicPage: SitePage {
  static let layout = "topic"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .number("count") { $0.page.topic.materials.count },
    .cards("items") { $0.page.part.items.map($0.presenter.card) },
    .record("pagination", PaginationModel.schema) { $0.presenter.pagination($0.page.part) })

  /// How many lines a page shows.
  private static let length = 100

  let kind: TopicKind
  let topic: TopicIndex.Topic
  let part: ListPart

  static func pages(of outline: SiteOutline) -> [TopicPage] {
    TopicKind.allCases.flatMap { kind in
      outline.topics.topics(kind).flatMap { topic in
        ListPart.parts(
          of: topic.materials, first: kind.address(of: topic), others: kind.partsPrefix(of: topic), length: length
        )
        .map { TopicPage(kind: kind, topic: topic, part: $0) }
      }
    }
  }

  var address: Address { part.address }
  var claimant: Claimant { kind.claimant }

  func head(_ presenter: PagePresenter) -> PageHead {
    let label = presenter.label(of: topic, kind)
    let list = LinkModel(title: presenter.strings.text(kind.title), url: presenter.url(kind.address))
    let title = presenter.strings.text(
      kind == .age ? .materialsForAge : .materialsWithKeyword, ["topic": .text(label)])
    return PageHead(
      title: presenter.title(title, part),
      description: presenter.strings.text(
        .listDescription, ["list": .text(title), "site": .text(presenter.context.configuration.title)]),
      breadcrumbs: [presenter.homeLink, list], section: kind.address)
  }
}

extension PagePresenter {
  func label(of topic: TopicIndex.Topic, _ kind: TopicKind) -> String {
    kind == .age ? label(for: topic.slug, in: Ages.vocabulary) : topic.label
  }

  /// A material's ages, each leading to all that is for it.
  func ageLinks(_ material: MaterialFields) -> [LinkModel] {
    material.ages.map { age in
      LinkModel(
        title: label(age.value),
        url: context.plan.topics.age(age.value.key).flatMap { url(TopicKind.age.address(of: $0)) })
    }
  }

  /// A material's keywords: those that other materials have lead to them.
  func keywordLinks(_ material: MaterialFields) -> [LinkModel] {
    material.keywords.map { keyword in
      LinkModel(
        title: keyword.value,
        url: context.plan.topics.keyword(keyword.value).flatMap { url(TopicKind.keyword.address(of: $0)) })
    }
  }
}
