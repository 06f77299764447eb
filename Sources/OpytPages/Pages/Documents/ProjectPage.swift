import OpytLayout
import OpytModel
import OpytText

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
    .html("stages_drawing") { StageModel.drawing(of: $0.subject, $0.strings)?.fragment },
    .items("stages", of: StageModel.schema) { view in
      view.subject.stages.enumerated().map { StageModel($0.element, number: $0.offset + 1, view.strings) }
    })

  let place: DocumentPlace
  init(_ place: DocumentPlace) { self.place = place }
}

/// A stage of a project, with what follows from its dates.
struct StageModel: Sendable {
  let number: Int
  let title: String
  let period: String
  let content: [String]
  let result: [String]

  static let schema = LayoutSchema<StageModel>(
    .number("number", \.number),
    .code("anchor") { Self.anchor($0.number) },
    .text("title", \.title),
    .text("period", \.period),
    .texts("content", \.content),
    .texts("result", \.result))

  private static func anchor(_ number: Int) -> String { "opyt_stage-\(number)" }

  /// The stages that have both of their days, in the time of the project; nil where there are none.
  static func drawing(of project: Project, _ strings: ThemeStrings) -> Drawing? {
    let parts = project.stages.enumerated().compactMap { index, stage -> TimeBar.Part? in
      guard let start = stage.start?.value, let end = stage.end?.value else { return nil }
      return TimeBar.Part(
        number: index + 1, name: "\(index + 1). \(stage.title.value), \(strings.dates(from: start, to: end))",
        url: WebAddress(relative: "#" + anchor(index + 1)), start: start, end: end)
    }
    let (start, end) = (project.start.value, project.end.value)
    return TimeBar.drawing(
      parts, from: start, to: end, first: strings.date(start), last: strings.date(end),
      name: strings.text(.stagesInTime))
  }

  init(_ stage: Stage, number: Int, _ strings: ThemeStrings) {
    self.number = number
    title = stage.title.value
    period = strings.dates(from: stage.start?.value, to: stage.end?.value)
    content = stage.content?.value.paragraphs ?? []
    result = stage.result?.value.paragraphs ?? []
  }
}
