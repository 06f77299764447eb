import OpytLayout
import OpytModel

/// A step of a process that a page draws: where it stands, and what is known of it.
struct ProcessStepModel: Sendable {
  let number: Int
  let label: String
  let isDone: Bool
  let isCurrent: Bool
  var date: DateModel?
  /// From when to when, where both may be known.
  var period = ""
  var note: [String] = []

  static let schema = LayoutSchema<ProcessStepModel>(
    .number("number", \.number),
    // Degrees, for a process of four steps that goes round.
    .code("turn") { String(($0.number - 1) * 90) },
    .text("label", \.label),
    .flag("done", \.isDone),
    .flag("current", \.isCurrent),
    .record("date", DateModel.schema, \.date),
    .text("period", \.period),
    .texts("note", \.note))
}

extension PagePresenter {
  /// The steps of a vocabulary, those before `current` done.
  func steps<Steps: ProcessSteps>(_ type: Steps.Type, current: Int) -> [ProcessStepModel] {
    labels(type).enumerated().map { index, label in
      ProcessStepModel(
        number: index + 1, label: label, isDone: index + 1 < current, isCurrent: index + 1 == current)
    }
  }

  /// The names of all steps, in their order.
  func labels<Steps: ProcessSteps>(_ type: Steps.Type) -> [String] {
    type.vocabulary.entries.map { label(for: $0.key, in: type.vocabulary) }
  }
}
