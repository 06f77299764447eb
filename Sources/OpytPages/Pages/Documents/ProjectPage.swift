import OpytLayout
import OpytModel

struct ProjectPage: MaterialPage {
  typealias Content = Project
  typealias Subject = Project

  static let layout = "project"
  static let coverPattern = Cover.Pattern.hills

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.materialFields,
    .text("types") { view in view.subject.type.map { view.presenter.label($0.value) }.joined(separator: ", ") },
    .text("duration") { $0.strings.text(.duration($0.subject.duration)) },
    .text("period") { $0.strings.dates(from: $0.subject.start.value, to: $0.subject.end.value) },
    .items("stages", of: StageModel.schema) { view in view.subject.stages.map { StageModel($0, view.strings) } })

  let place: DocumentPlace
  init(_ place: DocumentPlace) { self.place = place }
}

/// A stage of a project, with what follows from its dates.
struct StageModel: Sendable {
  let title: String
  let period: String
  let content: [String]
  let result: [String]

  static let schema = LayoutSchema<StageModel>(
    .text("title", \.title),
    .text("period", \.period),
    .texts("content", \.content),
    .texts("result", \.result))

  init(_ stage: Stage, _ strings: ThemeStrings) {
    title = stage.title.value
    period = strings.dates(from: stage.start?.value, to: stage.end?.value)
    content = stage.content?.value.paragraphs ?? []
    result = stage.result?.value.paragraphs ?? []
  }
}
