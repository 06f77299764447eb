import OpytLayout
import OpytModel

struct MasterClassPage: MaterialPage {
  typealias Content = MasterClass
  typealias Subject = MasterClass

  static let layout = "master-class"
  static let coverPattern = Cover.Pattern.strips

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.materialFields,
    .items("masters", of: PersonModel.schema) { view in
      view.presenter.people(view.document.targets(of: view.subject.masters))
    },
    .items("steps", of: StepModel.schema) { StepModel.steps($0.subject.steps, of: $0.subject.minutes.value) })

  let place: DocumentPlace
  init(_ place: DocumentPlace) { self.place = place }
}

/// A step of a master class, and where in its time it stands.
struct StepModel: Sendable {
  let number: Int
  let title: String
  /// Zero where the author didn't say.
  let minutes: Int
  /// Minutes from the beginning, as far as the steps before have theirs.
  let start: Int
  /// Where the step stands in a bar of the whole time, «12.5%»; empty where the author didn't say its minutes.
  let offset: String
  let width: String
  let middle: String
  let content: [String]

  static let schema = LayoutSchema<StepModel>(
    .number("number", \.number),
    .text("title", \.title),
    .number("minutes", \.minutes),
    .number("start", \.start),
    .number("end", { $0.start + $0.minutes }),
    .code("offset", \.offset),
    .code("width", \.width),
    .code("middle", \.middle),
    .texts("content", \.content))

  static func steps(_ steps: [Step], of whole: Int) -> [StepModel] {
    var start = 0
    return steps.enumerated().map { index, step in
      let minutes = step.minutes?.value ?? 0
      defer { start += minutes }
      let share = { (twiceMinutes: Int) in minutes > 0 ? percent(twiceMinutes, of: 2 * whole) : "" }
      return StepModel(
        number: index + 1, title: step.title.value, minutes: minutes, start: start, offset: share(2 * start),
        width: share(2 * minutes), middle: share(2 * start + minutes), content: step.content?.value.paragraphs ?? [])
    }
  }

  /// With two digits behind the point, as a style sheet or a drawing writes it.
  private static func percent(_ part: Int, of whole: Int) -> String {
    let hundredths = part * 10_000 / max(whole, 1)
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
  }
}
