import OpytLayout
import OpytModel

/// A result in numbers over time (S4: динамика результатов), drawn in its own table: a bar in each row, or from five
/// points on, and where a number is below zero, a line above them.
struct IndicatorModel: Sendable {
  struct Point: Sendable {
    let period: String
    let value: String
    /// The bar's width, «62%» of the cell; the longest leaves room for its number. Empty where a line is drawn.
    let width: String

    static let schema = LayoutSchema<Point>(
      .text("period", \.period),
      .text("value", \.value),
      .code("width", \.width))
  }

  private static let longestBar = 75.0

  let name: String
  let unit: String
  let points: [Point]
  /// The `d` of a path in a box of 100 × 40, and of its dots: strokes without length; empty where bars are drawn.
  let line: String
  let dots: String

  static let schema = LayoutSchema<IndicatorModel>(
    .text("name", \.name),
    .text("unit", \.unit),
    .list("points", of: Point.schema, \.points),
    .code("line", \.line),
    .code("dots", \.dots))

  init(_ indicator: Indicator, _ strings: ThemeStrings) {
    name = indicator.name.value
    unit = indicator.unit?.value ?? ""
    let values = indicator.points.map(\.value.value)
    let highest = values.max() ?? 0
    let isLine = values.count > 4 || values.contains { $0 < 0 }
    points = indicator.points.map { point in
      let share = highest > 0 ? point.value.value / highest : 0
      return Point(
        period: point.period.value, value: strings.decimal(point.value.value),
        width: isLine ? "" : "\(LineDrawing.rounded(share * Self.longestBar))%")
    }
    guard isLine, values.count > 1 else {
      (line, dots) = ("", "")
      return
    }
    let drawing = LineDrawing(values)
    (line, dots) = (drawing.line, drawing.dots)
  }
}
