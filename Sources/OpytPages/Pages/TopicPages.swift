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
    case .areas: "oblasti/"
    case .specialNeeds: "osobye-potrebnosti/"
    case .groupTypes: "vid-gruppy/"
    }
  }

  var listAddress: Address { Address("\(folder)index.html") }

  func address(of topic: TopicIndex.Topic) -> Address { Address("\(folder)\(topic.slug).html") }

  fileprivate func others(of topic: TopicIndex.Topic) -> String { "\(folder)\(topic.slug)/" }

  var title: ThemeString {
    switch self {
    case .audience: .byAudience
    case .ages: .byAge
    case .areas: .byArea
    case .specialNeeds: .bySpecialNeed
    case .groupTypes: .byGroupType
    }
  }

  fileprivate var topicTitle: ThemeString {
    switch self {
    case .audience: .materialsForAudience
    case .ages: .materialsForAge
    case .areas: .materialsForArea
    case .specialNeeds: .materialsForNeed
    case .groupTypes: .materialsForGroup
    }
  }

  fileprivate var claimant: Claimant {
    switch self {
    case .audience: Claimant(Phrase("список «Для кого»", en: "the list by audience"))
    case .ages: Claimant(Phrase("список по возрасту", en: "the list by age"))
    case .areas: Claimant(Phrase("список по образовательным областям", en: "the list by educational area"))
    case .specialNeeds: Claimant(Phrase("список по особым потребностям", en: "the list by special needs"))
    case .groupTypes: Claimant(Phrase("список по виду группы", en: "the list by type of group"))
    }
  }
}

/// All values of a vocabulary that materials and events have, with how many each has.
struct TopicListPage: SitePage {
  struct Entry: Sendable {
    let title: String
    let url: WebAddress?
    let count: Int
    /// How many events and deficits have it, where any do.
    let others: [CountModel]

    static let schema = LayoutSchema<Entry>(
      .text("title", \.title), .url("url", \.url), .number("count", \.count),
      .list("others", of: CountModel.schema, \.others))
  }

  static let layout = "topics"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .list("items", of: Entry.schema) { view in
      let facet = view.page.facet
      return view.catalogue.topics.terms(of: facet).map { topic in
        // Where more than one stands on its page, each number leads to its own list.
        let others = view.presenter.otherCounts(of: topic, in: facet)
        return Entry(
          title: view.presenter.label(of: topic, in: facet),
          url: view.presenter.url(
            facet.address(of: topic), fragment: others.isEmpty ? nil : TopicPage.materialsAnchor),
          count: topic.materials.count, others: others)
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

/// The materials that have something in common, a value of a vocabulary or a step of evidence, as a long list of short
/// lines; below them the events and the deficits that have the value.
struct TopicPage: SitePage {
  /// What they have in common.
  enum Topic: Sendable {
    case term(TopicIndex.Facet, TopicIndex.Topic)
    case evidence(EvidenceStep)
  }

  static let layout = "topic"
  static let materialsAnchor = "opyt_materials"
  static let eventsAnchor = "opyt_events"
  static let deficitsAnchor = "opyt_deficits"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .number("count", \.page.part.total),
    .cards("items") { $0.page.part.items.map($0.presenter.card) },
    // Told on the first part only.
    .items("events", of: EventCardModel.schema) { $0.page.part.isFirst ? $0.presenter.eventCards($0.page.events) : [] },
    .items("deficits", of: LinkModel.schema) { view in
      view.page.part.isFirst ? view.page.deficits.map { view.presenter.link(to: $0) } : []
    },
    .record("pagination", PaginationModel.schema) { $0.presenter.pagination($0.page.part) })

  let topic: Topic
  let part: ListPart

  static func pages(of outline: SiteOutline) -> [TopicPage] {
    let catalogue = outline.catalogue
    let terms = TopicIndex.Facet.allCases.flatMap { facet in
      catalogue.topics.terms(of: facet).flatMap { topic in
        parts(.term(facet, topic), topic.materials, first: facet.address(of: topic), others: facet.others(of: topic))
      }
    }
    let reached = catalogue.materialsByEvidence
    return terms
      + EvidenceStep.allCases.flatMap { step -> [TopicPage] in
        let first = EvidencePage.address(ofList: step)
        return reached[step].map { parts(.evidence(step), $0, first: first, others: first.folder) } ?? []
      }
  }

  private static func parts(
    _ topic: Topic, _ materials: [DocumentID], first: Address, others: String
  ) -> [TopicPage] {
    ListPart.parts(of: materials, first: first, others: others, length: ListPart.lines).map {
      TopicPage(topic: topic, part: $0)
    }
  }

  private var events: [DocumentID] {
    if case .term(_, let topic) = topic { topic.events } else { [] }
  }

  private var deficits: [DocumentID] {
    if case .term(_, let topic) = topic { topic.deficits } else { [] }
  }

  var address: Address { part.address }
  var claimant: Claimant {
    switch topic {
    case .term(let facet, _): facet.claimant
    case .evidence: .evidence
    }
  }

  func head(_ presenter: PagePresenter) -> PageHead {
    let strings = presenter.strings
    let (list, section, title) =
      switch topic {
      case .term(let facet, let topic):
        (
          strings.text(facet.title), facet.listAddress,
          strings.text(facet.topicTitle, ["topic": .text(presenter.label(of: topic, in: facet))])
        )
      case .evidence(let step):
        (
          strings.text(.evidenceTitle), EvidencePage.address,
          "\(strings.text(.evidenceTitle)): \(strings.text(.evidence(step)).lowercased())"
        )
      }
    return presenter.topicHead(
      presenter.title(title, part), below: [LinkModel(title: list, url: presenter.url(section))], section: section)
  }
}

extension PagePresenter {
  func label(of topic: TopicIndex.Topic, in facet: TopicIndex.Facet) -> String {
    label(for: topic.label, in: facet.vocabulary)
  }

  fileprivate func otherCounts(of topic: TopicIndex.Topic, in facet: TopicIndex.Facet) -> [CountModel] {
    let lists: [(Kind, [DocumentID], String)] = [
      (.event, topic.events, TopicPage.eventsAnchor), (.deficit, topic.deficits, TopicPage.deficitsAnchor),
    ]
    return lists.filter { !$0.1.isEmpty }.map { kind, ids, anchor in
      CountModel(
        label: strings.count(ids.count, of: kind), number: ids.count,
        url: url(facet.address(of: topic), fragment: anchor))
    }
  }

  /// Values that a material or an event has, each leading to all that have it.
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
