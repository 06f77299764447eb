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
  let title: String
  /// Zero where the author didn't say.
  let minutes: Int
  /// Minutes from the beginning, as far as the steps before have theirs.
  let start: Int
  let content: [String]

  static let schema = LayoutSchema<StepModel>(
    .text("title", \.title),
    .number("minutes", \.minutes),
    .number("start", \.start),
    .texts("content", \.content))

  static func steps(_ steps: [Step]) -> [StepModel] {
    var start = 0
    return steps.map { step in
      let minutes = step.minutes?.value ?? 0
      defer { start += minutes }
      return StepModel(
        title: step.title.value, minutes: minutes, start: start, content: step.content?.value.paragraphs ?? [])
    }
  }
}
