import OpytCatalogue
import OpytLayout
import OpytModel

struct LessonPlanPage: MaterialPage {
  typealias Content = LessonPlan
  typealias Subject = LessonPlan

  /// A turn of an exchange of practice that the lesson went through.
  struct Turn: Sendable {
    let methodicalCase: LinkModel
    let date: DateModel
    let people: [LinkModel]
    let analysis: [String]
    let correction: [String]

    static let schema = LayoutSchema<Turn>(
      .record("case", LinkModel.schema, \.methodicalCase),
      .record("date", DateModel.schema, \.date),
      .items("people", of: LinkModel.schema, \.people),
      .texts("analysis", \.analysis),
      .texts("correction", \.correction))
  }

  static let layout = "lesson"
  static let coverPattern = Cover.Pattern.strips

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.materialFields,
    .items("turns", of: Turn.schema) { $0.presenter.turns(of: $0.id) })

  let place: DocumentPlace
  init(_ place: DocumentPlace) { self.place = place }
}

extension PagePresenter {
  /// The turns of all published cases that name a lesson, by their dates.
  fileprivate func turns(of lesson: DocumentID) -> [LessonPlanPage.Turn] {
    let turns = catalogue.materials(naming: lesson, as: .cycleLesson).flatMap { id in
      ((graph[id].entity as? MethodicalCase)?.cycle ?? []).filter { turn in
        turn.lesson.map { graph[id].target(of: $0) == lesson } ?? false
      }.map { (id: id, turn: $0) }
    }
    return turns.sorted { ($0.turn.date.value, $0.id) < ($1.turn.date.value, $1.id) }.map { id, turn in
      LessonPlanPage.Turn(
        methodicalCase: link(to: id), date: date(turn.date.value),
        people: links(to: graph[id].targets(of: turn.conductedBy)), analysis: turn.analysis.value.paragraphs,
        correction: turn.correction.value.paragraphs)
    }
  }
}
