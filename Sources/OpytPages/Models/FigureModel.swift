import OpytLayout
import OpytModel

/// What changed, in one number: «Уборка: 15 → 6 минут».
struct FigureModel: Sendable {
  let name: String
  let before: String
  let after: String
  let unit: String

  static let schema = LayoutSchema<FigureModel>(
    .text("name", \.name),
    .text("before", \.before),
    .text("after", \.after),
    .text("unit", \.unit))

  /// Nil where the first and the last number of the indicator are the same.
  init?(_ indicator: Indicator, _ strings: ThemeStrings) {
    guard let change = indicator.change else { return nil }
    name = indicator.name.value
    unit = indicator.unit?.value ?? ""
    before = strings.decimal(change.before)
    after = strings.decimal(change.after)
  }
}
