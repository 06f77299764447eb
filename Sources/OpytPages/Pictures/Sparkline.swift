/// Numbers as a line as small as a word, from left to right in a box of 100 × 40.
struct Sparkline: Sendable {
  /// The `d` of a path.
  let line: String
  /// The `d` of the points on it: strokes without length.
  let dots: String

  init(_ values: [Double]) {
    let places = LineChart.heights(of: values).enumerated().map { index, height in
      let x = 2 + 96 * Double(index) / Double(max(values.count - 1, 1))
      return "\(Drawing.number(x)) \(Drawing.number(37 - 34 * height))"
    }
    line = "M" + places.joined(separator: "L")
    dots = places.map { "M\($0)h0" }.joined()
  }
}
