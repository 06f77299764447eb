import OpytCatalogue
import OpytLayout
import OpytModel
import OpytText

/// What a reader wants to know of a material before the first sentence: for whom, how long, what one needs, and whether it
/// works. Derived, never written.
struct GlanceModel: Sendable {
  /// «старшая группа, подготовительная группа»
  let ages: String
  /// «45 мин», «5 месяцев», «8 занятий»; empty where nothing tells it.
  let duration: String
  /// How many adults it takes; empty where nothing tells it.
  let adults: String
  /// The first things that one has to prepare.
  let needs: String
  /// Whether there are more.
  let hasOtherNeeds: Bool
  let status: String
  /// The steps of evidence that it has reached: «описан, измерен».
  let evidence: String
  let figure: FigureModel?
  /// The same number from the first time it was taken to the last.
  let trend: TrendModel?
  /// The kindergartens other than its own that have applied it.
  let appliedBy: [LinkModel]

  static let schema = LayoutSchema<GlanceModel>(
    .text("ages", \.ages),
    .text("duration", \.duration),
    .text("adults", \.adults),
    .text("needs", \.needs),
    .flag("has_other_needs", \.hasOtherNeeds),
    .text("status", \.status),
    .text("evidence", \.evidence),
    .record("figure", FigureModel.schema, \.figure),
    .record("trend", TrendModel.schema, \.trend),
    .items("applied_by", of: LinkModel.schema, \.appliedBy))
}

/// How a number changed, drawn as small as a word: its line, and what a reader hears in place of it.
struct TrendModel: Sendable {
  let line: String
  let dots: String
  /// «сентябрь – 15, декабрь – 9, май – 6»
  let words: String

  static let schema = LayoutSchema<TrendModel>(
    .code("line", \.line),
    .code("dots", \.dots),
    .text("words", \.words))

  init(_ indicator: Indicator, _ strings: ThemeStrings) {
    let drawing = Sparkline(indicator.points.map(\.value.value))
    (line, dots) = (drawing.line, drawing.dots)
    words = indicator.points.map { "\($0.period.value) – \(strings.decimal($0.value.value))" }.joined(separator: ", ")
  }
}

extension PagePresenter {
  private static let shownNeeds = 3

  func glance(of id: DocumentID) -> GlanceModel? {
    guard let material = graph[id].material else { return nil }
    let needs = needs(of: id, material)
    let changed = changedIndicator(of: material)
    return GlanceModel(
      ages: material.ages.map { label($0.value) }.joined(separator: ", "), duration: duration(of: id),
      adults: adults(of: id).map(String.init) ?? "",
      needs: needs.prefix(Self.shownNeeds).map(\.value).joined(separator: "; "),
      hasOtherNeeds: needs.count > Self.shownNeeds, status: label(material.effectiveStatus),
      evidence: catalogue.evidence(of: id).steps.map { strings.text(.evidence($0)).lowercased() }
        .joined(separator: ", "),
      figure: changed.flatMap { FigureModel($0, strings) }, trend: changed.map { TrendModel($0, strings) },
      appliedBy: catalogue.kindergartens(applying: id).map(link))
  }

  /// The first number of a material that changed.
  func figure(of material: MaterialFields) -> FigureModel? {
    changedIndicator(of: material).flatMap { FigureModel($0, strings) }
  }

  private func changedIndicator(of material: MaterialFields) -> Indicator? {
    material.indicators.first { $0.change != nil }
  }

  private func adults(of id: DocumentID) -> Int? {
    switch graph[id].entity {
    case let masterClass as MasterClass: masterClass.adults?.value
    case let lesson as LessonPlan: lesson.adults?.value
    case let project as Project: project.adults?.value
    case let guideline as Guideline: guideline.adults?.value
    default: nil
    }
  }

  private func needs(of id: DocumentID, _ material: MaterialFields) -> [Text] {
    switch graph[id].entity {
    case let masterClass as MasterClass: masterClass.materials
    case let lesson as LessonPlan: lesson.equipment
    default: material.resources
    }
  }

  /// How long it takes; empty for what has no length.
  func duration(of id: DocumentID) -> String {
    switch graph[id].entity {
    case let masterClass as MasterClass: return minutes(masterClass.minutes.value)
    case let lesson as LessonPlan: return lesson.minutes.map { minutes($0.value) } ?? ""
    case let project as Project:
      let days = project.end.value.daysSince1970 - project.start.value.daysSince1970 + 1
      // A month is 30.4 days long; what is shorter than two is told in weeks.
      return days < 60
        ? strings.text(.lengthInWeeks, ["count": .number(max((days + 3) / 7, 1))])
        : strings.text(.lengthInMonths, ["count": .number((days * 10 + 152) / 304)])
    case let seminar as SeminarProgram:
      let count = seminar.sessions.count { ![.registration, .pause].contains($0.effectivePart) }
      return strings.text(.lengthInSessions, ["count": .number(count)])
    default: return ""
    }
  }

  private func minutes(_ minutes: Int) -> String { strings.text(.lengthInMinutes, ["count": .number(minutes)]) }
}
