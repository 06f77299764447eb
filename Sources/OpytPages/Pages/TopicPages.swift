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
    case .statuses: "status/"
    case .levels: "uroven/"
    case .forms: "formy/"
    case .lengths: "dlitelnost/"
    case .municipalities: "munitsipalitety/"
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
    case .statuses: .byStatus
    case .levels: .byLevel
    case .forms: .byForm
    case .lengths: .byLength
    case .municipalities: .byMunicipality
    }
  }

  fileprivate var topicTitle: ThemeString {
    switch self {
    case .audience: .materialsForAudience
    case .ages: .materialsForAge
    case .areas: .materialsForArea
    case .specialNeeds: .materialsForNeed
    case .groupTypes: .materialsForGroup
    case .statuses: .materialsOfStatus
    case .levels: .materialsOfLevel
    case .forms: .materialsOfForm
    case .lengths: .materialsOfLength
    case .municipalities: .materialsOfMunicipality
    }
  }

  fileprivate var claimant: Claimant {
    switch self {
    case .audience: Claimant(Phrase("список «Для кого»", en: "the list by audience"))
    case .ages: Claimant(Phrase("список по возрасту", en: "the list by age"))
    case .areas: Claimant(Phrase("список по образовательным областям", en: "the list by educational area"))
    case .specialNeeds: Claimant(Phrase("список по особым потребностям", en: "the list by special needs"))
    case .groupTypes: Claimant(Phrase("список по виду группы", en: "the list by type of group"))
    case .statuses: Claimant(Phrase("список по статусу", en: "the list by status"))
    case .levels: Claimant(Phrase("список по уровню", en: "the list by level"))
    case .forms: Claimant(Phrase("список по форме работы", en: "the list by form"))
    case .lengths: Claimant(Phrase("список по длительности", en: "the list by length"))
    case .municipalities: Claimant(Phrase("список по муниципалитетам", en: "the list by municipality"))
    }
  }
}

/// All values of a facet that materials and events have, or all academic years, with how many each has.
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
      switch view.page.list {
      case .facet(let facet):
        view.catalogue.topics.terms(of: facet).map { view.presenter.entry(topic: $0, in: facet) }
      case .years: view.catalogue.networkYears.map(view.presenter.entry)
      }
    })

  /// What it lists.
  enum List: Sendable {
    case facet(TopicIndex.Facet)
    case years
  }

  let list: List

  static func pages(of outline: SiteOutline) -> [TopicListPage] {
    let facets = TopicIndex.Facet.allCases.filter { !outline.catalogue.topics.terms(of: $0).isEmpty }
    return (facets.map(List.facet) + (outline.catalogue.networkYears.isEmpty ? [] : [.years])).map(TopicListPage.init)
  }

  var address: Address {
    switch list {
    case .facet(let facet): facet.listAddress
    case .years: YearPage.listAddress
    }
  }

  var claimant: Claimant {
    switch list {
    case .facet(let facet): facet.claimant
    case .years: .years
    }
  }

  func head(_ presenter: PagePresenter) -> PageHead {
    let title: ThemeString =
      switch list {
      case .facet(let facet): facet.title
      case .years: .byYear
      }
    return presenter.topicHead(presenter.strings.text(title), section: address)
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
    // The catalogue with the same materials, for choosing on.
    .url("choice") { view in view.page.part.isFirst ? view.presenter.choice(of: view.page.topic) : nil },
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

extension Claimant {
  static var years: Claimant { Claimant(Phrase("материалы по годам", en: "the materials by years")) }
}

extension PagePresenter {
  /// What a value is called.
  func label(of topic: TopicIndex.Topic, in facet: TopicIndex.Facet) -> String {
    if let vocabulary = facet.vocabulary { return label(for: topic.key, in: vocabulary) }
    return MaterialLength(rawValue: topic.key).map { strings.text(.length($0)) } ?? topic.label
  }

  /// Where more than one stands on its page, each number leads to its own list.
  fileprivate func entry(topic: TopicIndex.Topic, in facet: TopicIndex.Facet) -> TopicListPage.Entry {
    let others = otherCounts(of: topic, in: facet)
    return TopicListPage.Entry(
      title: label(of: topic, in: facet),
      url: url(facet.address(of: topic), fragment: others.isEmpty ? nil : TopicPage.materialsAnchor),
      count: topic.materials.count, others: others)
  }

  fileprivate func entry(year: AcademicYear) -> TopicListPage.Entry {
    let address = YearPage.address(of: year)
    let held = catalogue.pastEvents(year).count { catalogue.event($0)?.effectiveState == .held }
    return TopicListPage.Entry(
      title: year.text, url: url(address, fragment: TopicPage.materialsAnchor),
      count: catalogue.materials(publishedIn: year).count,
      others: held == 0
        ? []
        : [
          CountModel(
            label: strings.count(held, of: .event), number: held, url: url(address, fragment: YearPage.eventsAnchor))
        ])
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
    terms.map { topicLink($0.value, in: facet) }
  }

  func topicLink<Terms: TermSet>(_ term: Term<Terms>, in facet: TopicIndex.Facet) -> LinkModel {
    topicLink(term.key, titled: label(term), in: facet)
  }

  /// A value that leads to all that have it, where there is such a list.
  func topicLink(_ key: String, titled title: String, in facet: TopicIndex.Facet) -> LinkModel {
    let topic = catalogue.topics.term(key, of: facet)
    return LinkModel(title: title, url: topic.flatMap { url(facet.address(of: $0)) })
  }

  /// Nil where there is nothing else to choose.
  fileprivate func choice(of topic: TopicPage.Topic) -> WebAddress? {
    let (facet, key): (CatalogueFacet?, String) =
      switch topic {
      case .term(let facet, let topic): (CatalogueFacet(of: facet), topic.slug)
      case .evidence(let step): (.evidence, EvidencePage.address(ofList: step).name)
      }
    guard let facet, facet.values(self).count > 1 else { return nil }
    return url(facet.choice(of: key))
  }

  func topicHead(_ title: String, below lists: [LinkModel] = [], section: Address) -> PageHead {
    PageHead(
      title: title,
      description: strings.text(
        .listDescription, ["list": .text(title), "site": .text(context.configuration.title)]),
      breadcrumbs: [homeLink] + lists, section: section)
  }
}
