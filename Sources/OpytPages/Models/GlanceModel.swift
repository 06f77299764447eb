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
  /// The first things that one has to prepare.
  let needs: String
  /// Whether there are more.
  let hasOtherNeeds: Bool
  let status: String
  /// The steps of evidence that it has reached: «описан, измерен».
  let evidence: String
  let figure: FigureModel?
  /// The kindergartens other than its own that have applied it.
  let appliedBy: [LinkModel]

  static let schema = LayoutSchema<GlanceModel>(
    .text("ages", \.ages),
    .text("duration", \.duration),
    .text("needs", \.needs),
    .flag("has_other_needs", \.hasOtherNeeds),
    .text("status", \.status),
    .text("evidence", \.evidence),
    .record("figure", FigureModel.schema, \.figure),
    .items("applied_by", of: LinkModel.schema, \.appliedBy))
}

extension PagePresenter {
  private static let shownNeeds = 3

  func glance(of id: DocumentID) -> GlanceModel? {
    guard let material = graph[id].material else { return nil }
    let needs = needs(of: id, material)
    return GlanceModel(
      ages: material.ages.map { label($0.value) }.joined(separator: ", "), duration: duration(of: id),
      needs: needs.prefix(Self.shownNeeds).map(\.value).joined(separator: "; "),
      hasOtherNeeds: needs.count > Self.shownNeeds, status: label(material.effectiveStatus),
      evidence: catalogue.evidence(of: id).steps.map { strings.text(.evidence($0)).lowercased() }
        .joined(separator: ", "),
      figure: figure(of: material), appliedBy: catalogue.kindergartens(applying: id).map(link))
  }

  /// The first number of a material that changed.
  func figure(of material: MaterialFields) -> FigureModel? {
    for indicator in material.indicators {
      if let figure = FigureModel(indicator, strings) { return figure }
    }
    return nil
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
