import OpytLayout
import OpytModel
import OpytText

/// A result in numbers over time (S4: динамика результатов), drawn in its own table: a bar in each row, dots where
/// it counts parts of a whole, or, from five points on, and where a number is below zero, a line above them.
struct IndicatorModel: Sendable {
  struct Point: Sendable {
    let period: String
    let value: String
    /// The bar's width, «62%» of the cell; the longest leaves room for its number. Empty where a line is drawn.
    let width: String
    /// «20 из 26» as dots, in place of a bar; nil where it counts no parts of a whole.
    var dots: HTMLFragment?

    static let schema = LayoutSchema<Point>(
      .text("period", \.period),
      .text("value", \.value),
      .code("width", \.width),
      .html("drawing", \.dots))
  }

  private static let longestBar = 75.0

  let name: String
  let unit: String
  let points: [Point]
  /// The line; nil where bars are drawn.
  let drawing: HTMLFragment?

  static let schema = LayoutSchema<IndicatorModel>(
    .text("name", \.name),
    .text("unit", \.unit),
    .list("points", of: Point.schema, \.points),
    .html("drawing", \.drawing))

  /// - Parameter turns: the days of an exchange cycle (S4): what was measured at its turns is a line that shows them.
  init(_ indicator: Indicator, _ strings: ThemeStrings, turns: [CalendarDate] = []) {
    name = indicator.name.value
    unit = indicator.unit?.value ?? ""
    let values = indicator.points.map(\.value.value)
    let highest = values.max() ?? 0
    let days = indicator.points.map { point in turns.firstIndex(where: point.isMeasured) }
    let whole = indicator.whole
    let isLine = values.count > 4 || values.contains { $0 < 0 } || days.contains { $0 != nil }
    points = indicator.points.map { point in
      let share = highest > 0 ? point.value.value / highest : 0
      let dots =
        isLine
        ? nil : whole.flatMap { CountedShare(part: Int(point.value.value), whole: $0) }.flatMap(ShareDots.drawing)
      return Point(
        period: point.period.value, value: strings.decimal(point.value.value),
        width: isLine || dots != nil ? "" : "\(Drawing.number(share * Self.longestBar))%", dots: dots?.fragment)
    }
    drawing =
      isLine
      ? LineChart.drawing(
        zip(indicator.points, days).map { point, turn in
          .init(value: point.value.value, text: strings.decimal(point.value.value), turn: turn.map { $0 + 1 })
        }, name: unit.isEmpty ? name : "\(name), \(unit)")?.fragment : nil
  }
}
