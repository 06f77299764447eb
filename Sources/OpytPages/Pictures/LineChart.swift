import OpytText

/// Numbers over time as a line, each at its point.
struct LineChart: Sendable {
  struct Point: Sendable {
    let value: Double
    /// As readers see it.
    let text: String
    /// What happened on that day, as a number of its list, where something did: a turn of an exchange cycle.
    var turn: Int?
  }

  static let height = 150
  /// The line lies between these, in percents: above it and beside it there is room for numbers.
  private static let (left, right, top, bottom) = (5.0, 95.0, 22.0, 90.0)
  /// Of longer lines only the ends, the highest and the lowest number are written.
  private static let writtenCount = 8
  private static let longestText = 7

  /// Nil for fewer than two points.
  static func drawing(_ points: [Point], name: String) -> Drawing? {
    guard points.count > 1 else { return nil }
    let places = places(of: points.map(\.value))
    var marks: [Drawing.Mark] = []
    for (from, to) in zip(places, places.dropFirst()) { marks.append(.line(.thread, from, to)) }
    let written = written(points)
    for (index, (point, place)) in zip(points, places).enumerated() {
      if let turn = point.turn {
        marks.append(.dot(.ring, place, radius: 9))
        marks.append(.words(.middle, place, down: 4.5, String(turn)))
      } else {
        marks.append(.dot(.solid, place, radius: 4.5))
      }
      if written.contains(index), point.text.count <= longestText {
        marks.append(.words(.middle, place, down: -13, point.text))
      }
    }
    return Drawing(name: name, size: .stretched(height: height), marks: marks, style: "drawing chart")
  }

  private static func places(of values: [Double]) -> [Drawing.Place] {
    heights(of: values).enumerated().map { index, height in
      Drawing.Place(
        .percent(left + (right - left) * Double(index) / Double(values.count - 1)),
        .percent(bottom - (bottom - top) * height))
    }
  }

  /// How high each number stands, from 0 for zero or the lowest to 1 for the highest.
  static func heights(of values: [Double]) -> [Double] {
    // In parts of the largest number: differences of huge ones would be infinite.
    let largest = values.map(abs).max() ?? 0
    let parts = values.map { largest > 0 ? $0 / largest : 0 }
    let lowest = min(parts.min() ?? 0, 0)
    let span = max((parts.max() ?? 0) - lowest, 0.001)
    return parts.map { ($0 - lowest) / span }
  }

  private static func written(_ points: [Point]) -> Set<Int> {
    if points.count <= writtenCount { return Set(points.indices) }
    let byValue = points.indices.sorted { (points[$0].value, $0) < (points[$1].value, $1) }
    return [0, points.count - 1, byValue[0], byValue[points.count - 1]]
  }
}
