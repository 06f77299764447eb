/// Numbers as a line from left to right in a box of 100 × 40, lowest at the bottom, zero at the lowest.
struct LineDrawing: Sendable {
  /// The `d` of a path.
  let line: String
  /// The `d` of the points on it: strokes without length.
  let dots: String

  /// - Parameter values: two at least.
  init(_ values: [Double]) {
    // In parts of the largest number: differences of huge ones would be infinite.
    let largest = values.map(abs).max() ?? 0
    let heights = values.map { largest > 0 ? $0 / largest : 0 }
    let lowest = min(heights.min() ?? 0, 0)
    let span = max((heights.max() ?? 0) - lowest, 0.001)
    let places = heights.enumerated().map { index, height in
      let x = 2 + 96 * Double(index) / Double(max(values.count - 1, 1))
      return "\(Self.rounded(x)) \(Self.rounded(37 - 34 * (height - lowest) / span))"
    }
    line = "M" + places.joined(separator: "L")
    dots = places.map { "M\($0)h0" }.joined()
  }

  /// Two digits behind the point are finer than any screen.
  static func rounded(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    return hundredths % 100 == 0 ? String(hundredths / 100) : String(Double(hundredths) / 100)
  }
}
