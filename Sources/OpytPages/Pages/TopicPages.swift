import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytNetwork
import OpytText

/// Where the pages of a vocabulary stand, and what they are called.
extension TopicIndex.Facet {
  private var folder: String {
    switch self {
    case .audience: "dlya-kogo/"
    case .ages: "vozrast/"
    case .specialNeeds: "osobye-potrebnosti/"
    case .groupTypes: "vid-gruppy/"
    }
  }

  var listAddress: Address { Address("\(folder)index.html") }

  fileprivate func address(of topic: TopicIndex.Topic) -> Address { Address("\(folder)\(topic.slug).html") }

  fileprivate func others(of topic: TopicIndex.Topic) -> String { "\(folder)\(topic.slug)/" }

  var title: ThemeString {
    switch self {
    case .audience: .byAudience
    case .ages: .byAge
    case .specialNeeds: .bySpecialNeed
    case .groupTypes: .byGroupType
    }
  }

  fileprivate var topicTitle: ThemeString {
    switch self {
    case .audience: .materialsForAudience
    case .ages: .materialsForAge
    case .specialNeeds: .materialsForNeed
    case .groupTypes: .materialsForGroup
    }
  }

  fileprivate var claimant: Claimant {
    switch self {
    case .audience: Claimant(Phrase("список «Для кого»", en: "the list by audience"))
    case .ages: Claimant(Phrase("список по возрасту", en: "the list by age"))
    case .specialNeeds: Claimant(Phrase("список по особым потребностям", en: "the list by special needs"))
    case .groupTypes: Claimant(Phrase("список по виду группы", en: "the list by type of group"))
    }
  }
}

/// All values of a vocabulary that materials have, with how many each has.
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
      let facet = view.page.facet
      return view.catalogue.topics.terms(of: facet).map { topic in
        Entry(
          title: view.presenter.label(of: topic, in: facet), url: view.presenter.url(facet.address(of: topic)),
          count: topic.materials.count)
      }
    })

  let facet: TopicIndex.Facet

  static func pages(of outline: SiteOutline) -> [TopicListPage] {
    TopicIndex.Facet.allCases.filter { !outline.catalogue.topics.terms(of: $0).isEmpty }.map(TopicListPage.init)
  }

  var address: Address { facet.listAddress }
  var claimant: Claimant { facet.claimant }

  func head(_ presenter: PagePresenter) -> PageHead {
    presenter.topicHead(presenter.strings.text(facet.title), section: facet.listAddress)
  }
}

/// The materials that have a value of a vocabulary: a long list of short lines.
struct TopicPage: SitePage {
  static let layout = "topic"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .number("count") { $0.page.topic.materials.count },
    .cards("items") { $0.page.part.items.map($0.presenter.card) },
    .record("pagination", PaginationModel.schema) { $0.presenter.pagination($0.page.part) })

  /// How many lines a page shows.
  private static let length = 100

  let facet: TopicIndex.Facet
  let topic: TopicIndex.Topic
  let part: ListPart

  static func pages(of outline: SiteOutline) -> [TopicPage] {
    TopicIndex.Facet.allCases.flatMap { facet in
      outline.catalogue.topics.terms(of: facet).flatMap { topic in
        ListPart.parts(
          of: topic.materials, first: facet.address(of: topic), others: facet.others(of: topic), length: length
        ).map { TopicPage(facet: facet, topic: topic, part: $0) }
      }
    }
  }

  var address: Address { part.address }
  var claimant: Claimant { facet.claimant }

  func head(_ presenter: PagePresenter) -> PageHead {
    let title = presenter.strings.text(facet.topicTitle, ["topic": .text(presenter.label(of: topic, in: facet))])
    let list = LinkModel(title: presenter.strings.text(facet.title), url: presenter.url(facet.listAddress))
    return presenter.topicHead(presenter.title(title, part), below: [list], section: facet.listAddress)
  }
}

extension PagePresenter {
  fileprivate func label(of topic: TopicIndex.Topic, in facet: TopicIndex.Facet) -> String {
    label(for: topic.label, in: facet.vocabulary)
  }

  /// Values that a material has, each leading to all that have it.
  func topicLinks<Terms: TermSet>(
    _ terms: some Sequence<Located<Term<Terms>>>, in facet: TopicIndex.Facet
  ) -> [LinkModel] {
    terms.map { term in
      let label = label(term.value)
      let topic = catalogue.topics.terms(of: facet).first { $0.label == label }
      return LinkModel(title: label, url: topic.flatMap { url(facet.address(of: $0)) })
    }
  }

  func topicHead(_ title: String, below lists: [LinkModel] = [], section: Address) -> PageHead {
    PageHead(
      title: title,
      description: strings.text(
        .listDescription, ["list": .text(title), "site": .text(context.configuration.title)]),
      breadcrumbs: [homeLink] + lists, section: section)
  }
}
