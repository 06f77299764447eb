import OpytModel

/// «19 из 24» as dots: so many filled, the others empty, in rows of ten.
struct ShareDots: Sendable {
  /// More could not be counted at a glance, and one alone says nothing.
  static let wholes = 2...60
  private static let inRow = 10
  private static let step = 14

  /// Nil where it can't be drawn so.
  static func drawing(_ share: CountedShare) -> Drawing? {
    guard wholes.contains(share.whole) else { return nil }
    let rows = (share.whole + inRow - 1) / inRow
    let marks = (0..<share.whole).map { index in
      Drawing.Mark.dot(
        index < share.part ? .solid : .ring,
        Drawing.Place(Double(index % inRow * step + step / 2), Double(index / inRow * step + step / 2)), radius: 5)
    }
    return Drawing(
      name: "", size: .fixed(width: min(share.whole, inRow) * step, height: rows * step), marks: marks,
      style: "drawing dots")
  }
}
