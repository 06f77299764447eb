import OpytLayout
import OpytModel

/// The coordinator's page «Отчёт сети»: what each academic year brought.
struct ReportPageModel: Sendable {
  struct Year: Sendable {
    let title: String
    let materials: Int
    let events: Int
    let authors: Int
    let kindergartens: Int

    static let schema = LayoutSchema<Year>(
      .text("title", \.title),
      .number("materials", \.materials),
      .number("events", \.events),
      .number("authors", \.authors),
      .number("kindergartens", \.kindergartens))
  }

  let frame: FrameModel
  let years: [Year]
  let unanswered: [LinkModel]

  static let schema = LayoutSchema<ReportPageModel>(
    FrameModel.fields(\.frame) + [
      .list("years", of: Year.schema, \.years),
      .items("unanswered", of: LinkModel.schema, \.unanswered),
    ])
}

extension PagePresenter {
  func report() -> ReportPageModel {
    let years = Set(catalogue.materialYears + catalogue.pastEventYears).sorted(by: >)
    return ReportPageModel(
      frame: frame(
        title: strings.text(.reportTitle), description: strings.text(.reportDescription), breadcrumbs: [homeLink]),
      years: years.map(reportYear), unanswered: correspondence(of: nil).unanswered)
  }

  private func reportYear(_ year: AcademicYear) -> ReportPageModel.Year {
    let materials = catalogue.materials(publishedIn: year)
    func named(_ references: (MaterialFields, ResolvedDocument) -> [DocumentID]) -> Int {
      Set(materials.flatMap { id in graph[id].material.map { references($0, graph[id]) } ?? [] }.filter(isPublished))
        .count
    }
    return ReportPageModel.Year(
      title: year.text, materials: materials.count,
      events: catalogue.pastEvents(year).count { catalogue.event($0)?.effectiveState == .held },
      authors: named { $1.targets(of: $0.authors) }, kindergartens: named { $1.targets(of: $0.kindergartens) })
  }
}
