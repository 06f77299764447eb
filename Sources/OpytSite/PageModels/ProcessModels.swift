import OpytLayout
import OpytModel

/// What happens one after the other, with what follows from its dates and minutes.

/// A stage of a project.
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
    .text("offset", \.offset),
    .text("width", \.width),
    .text("middle", \.middle),
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
