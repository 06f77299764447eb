import OpytCatalogue
import OpytText

/// A page that tells of the network as a whole, and where menus and lists of such pages find it.
enum Overview: CaseIterable {
  case materials, audience, ages, areas, specialNeeds, groupTypes, statuses, levels, forms, lengths, municipalities
  case years, keywords, media, evidence, coverage, correspondence, reuse, help, data, report

  /// How a menu of the configuration names it, in English and in Russian.
  private var names: [String] {
    switch self {
    case .materials: ["materials", "все_материалы"]
    case .audience: ["audience", "аудитория"]
    case .ages: ["ages", "возраст"]
    case .areas: ["areas", "образовательные_области"]
    case .specialNeeds: ["special_needs", "особые_потребности"]
    case .groupTypes: ["group_types", "вид_группы"]
    case .statuses: ["statuses", "статус"]
    case .levels: ["levels", "уровень"]
    case .forms: ["forms", "формы"]
    case .lengths: ["lengths", "длительность"]
    case .municipalities: ["municipalities", "муниципалитеты"]
    case .years: ["years", "учебные_годы"]
    case .media: ["media", "медиатека"]
    case .evidence: ["evidence", "проверка_опыта"]
    case .keywords: ["keywords", "ключевые_слова"]
    case .coverage: ["coverage", "карта_опыта"]
    case .correspondence: ["correspondence", "соответствие"]
    case .reuse: ["reuse", "внедрение"]
    case .help: ["help", "помощь"]
    case .data: ["data", "открытые_данные"]
    case .report: ["report", "отчёт"]
    }
  }

  init?(named name: String) {
    let name = Self.folded(name)
    guard let overview = Self.allCases.first(where: { $0.names.map(Self.folded).contains(name) }) else { return nil }
    self = overview
  }

  /// As keys are compared: without case, with ё as е, hyphens and blanks as `_`.
  private static func folded(_ name: String) -> String {
    String(name.lowercased().map { $0 == "ё" ? "е" : $0 == "-" || $0 == " " ? "_" : $0 })
  }

  var title: ThemeString {
    switch self {
    case .materials: .allMaterials
    case .audience: TopicIndex.Facet.audience.title
    case .ages: TopicIndex.Facet.ages.title
    case .areas: TopicIndex.Facet.areas.title
    case .specialNeeds: TopicIndex.Facet.specialNeeds.title
    case .groupTypes: TopicIndex.Facet.groupTypes.title
    case .statuses: TopicIndex.Facet.statuses.title
    case .levels: TopicIndex.Facet.levels.title
    case .forms: TopicIndex.Facet.forms.title
    case .lengths: TopicIndex.Facet.lengths.title
    case .municipalities: TopicIndex.Facet.municipalities.title
    case .years: .byYear
    case .media: .mediaTitle
    case .evidence: .evidenceTitle
    case .keywords: .byKeyword
    case .coverage: .coverageTitle
    case .correspondence: .correspondenceTitle
    case .reuse: .reuseTitle
    case .help: .helpTitle
    case .data: .dataTitle
    case .report: .reportTitle
    }
  }

  var address: Address {
    switch self {
    case .materials: CataloguePage.address
    case .audience: TopicIndex.Facet.audience.listAddress
    case .ages: TopicIndex.Facet.ages.listAddress
    case .areas: TopicIndex.Facet.areas.listAddress
    case .specialNeeds: TopicIndex.Facet.specialNeeds.listAddress
    case .groupTypes: TopicIndex.Facet.groupTypes.listAddress
    case .statuses: TopicIndex.Facet.statuses.listAddress
    case .levels: TopicIndex.Facet.levels.listAddress
    case .forms: TopicIndex.Facet.forms.listAddress
    case .lengths: TopicIndex.Facet.lengths.listAddress
    case .municipalities: TopicIndex.Facet.municipalities.listAddress
    case .years: YearPage.listAddress
    case .media: MediaLibraryPage.address
    case .evidence: EvidencePage.address
    case .keywords: KeywordsPage.address
    case .coverage: CoveragePage.address(of: nil)
    case .correspondence: CorrespondencePage.address
    case .reuse: ReusePage.address
    case .help: HelpPage.address
    case .data: OpenDataPage.address
    case .report: ReportPage.address
    }
  }

  /// - Parameter hasReport: whether the configuration asks for the coordinator's page.
  func exists(in catalogue: Catalogue, hasReport: Bool) -> Bool {
    switch self {
    case .audience: !catalogue.topics.terms(of: .audience).isEmpty
    case .ages: !catalogue.topics.terms(of: .ages).isEmpty
    case .areas: !catalogue.topics.terms(of: .areas).isEmpty
    case .specialNeeds: !catalogue.topics.terms(of: .specialNeeds).isEmpty
    case .groupTypes: !catalogue.topics.terms(of: .groupTypes).isEmpty
    case .statuses: !catalogue.topics.terms(of: .statuses).isEmpty
    case .levels: !catalogue.topics.terms(of: .levels).isEmpty
    case .forms: !catalogue.topics.terms(of: .forms).isEmpty
    case .lengths: !catalogue.topics.terms(of: .lengths).isEmpty
    case .municipalities: !catalogue.topics.terms(of: .municipalities).isEmpty
    case .years: !catalogue.networkYears.isEmpty
    case .media: !catalogue.media.items.isEmpty
    case .keywords: !catalogue.topics.keywords.isEmpty
    case .materials, .evidence, .coverage: !catalogue.materials.isEmpty
    case .correspondence: catalogue.hasCorrespondence
    case .reuse: catalogue.hasReuse
    case .help: !catalogue.help.isEmpty
    case .data: OpenDataPage.exists(in: catalogue)
    case .report: hasReport
    }
  }
}
