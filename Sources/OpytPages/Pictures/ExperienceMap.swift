/// The map of experience in small: a row for each direction, a column for each kindergarten, a square as large as there
/// are materials. It stands on the home page and leads to the whole map: at most 4 kB.
enum ExperienceMap {
  static let rowCount = 10
  static let columnCount = 20
  private static let step = 16
  /// From nothing, which is a point, to the most.
  private static let sides = [2, 5, 8, 11, 14]

  /// - Parameter rows: how many materials there are, by direction and kindergarten; the caller bounds them.
  /// - Returns: nil where there is nothing to draw.
  static func drawing(_ rows: [[Int]]) -> Drawing? {
    let highest = rows.joined().max() ?? 0
    guard highest > 0, let columns = rows.first?.count else { return nil }
    let squares = rows.enumerated().flatMap { row, counts in
      counts.enumerated().map { column, count in
        let side = sides[(count * (sides.count - 1) + highest - 1) / highest]
        return Drawing.Square(
          x: column * step + (step - side) / 2, y: row * step + (step - side) / 2, side: side)
      }
    }
    return Drawing(
      name: "", size: .fixed(width: columns * step, height: rows.count * step), marks: [.squares(squares)],
      style: "map")
  }
}
