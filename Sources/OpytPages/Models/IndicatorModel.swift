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
        width: isLine ? "" : "\(Self.rounded(share * Self.longestBar))%")
    }
    guard isLine, values.count > 1 else {
      (line, dots) = ("", "")
      return
    }
    // In parts of the largest number: differences of huge ones would be infinite.
    let largest = values.map(abs).max() ?? 0
    let heights = values.map { largest > 0 ? $0 / largest : 0 }
    let lowest = min(heights.min() ?? 0, 0)
    let span = max((heights.max() ?? 0) - lowest, 0.001)
    let places = heights.enumerated().map { index, height in
      let x = 2 + 96 * Double(index) / Double(values.count - 1)
      return "\(Self.rounded(x)) \(Self.rounded(37 - 34 * (height - lowest) / span))"
    }
    line = "M" + places.joined(separator: "L")
    dots = places.map { "M\($0)h0" }.joined()
  }

  /// Two digits behind the point are finer than any screen.
  private static func rounded(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    return hundredths % 100 == 0 ? String(hundredths / 100) : String(Double(hundredths) / 100)
  }
}
