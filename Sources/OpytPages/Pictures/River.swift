import OpytModel
import OpytText

/// Experience that flows from kindergarten to kindergarten through the years (S0: внедрение опыта): a bank for each
/// kindergarten, a column for each school year, a mark for each material, and a stream from each to what was made of it.
/// The numbers in the marks are those of the list below the picture.
struct River: Sendable {
  struct Mark: Sendable {
    /// Of the list.
    let number: Int
    let link: LinkModel
    /// «проект, сад № 5, 12 марта 2026 г.»
    let about: String
    /// Of ``banks``.
    let bank: Int
    /// Of ``years``.
    let year: Int
    let day: CalendarDate
    /// The numbers of what it was made of.
    let origins: [Int]
  }

  static let bankCount = 16
  static let markCount = 80

  private static let labelWidth = 200.0
  private static let radius = 12.0
  private static let markStep = 40.0
  private static let bankHeight = 52.0
  private static let top = 30.0
  /// How many of a cell stand side by side; those behind go below them.
  private static let inRow = 4

  /// - Parameters:
  ///   - banks: the kindergartens.
  ///   - years: of school, the first one first.
  /// - Returns: nil where there is nothing to draw.
  static func drawing(
    _ marks: [Mark], banks: [LinkModel], years: [String], name: String, membersOnly: String
  ) -> Drawing? {
    guard !marks.isEmpty else { return nil }
    var cells = [[[Int]]](repeating: Array(repeating: [], count: years.count), count: banks.count)
    // Within a cell the older stands before the newer: streams flow on.
    for index in marks.indices.sorted(by: { (marks[$0].day, $0) < (marks[$1].day, $1) }) {
      cells[marks[index].bank][marks[index].year].append(index)
    }

    let widths = years.indices.map { year in
      max(Double(cells.map { min($0[year].count, inRow) }.max() ?? 0) * markStep + 30, 110)
    }
    let heights = cells.map { bank in
      bankHeight + markStep * Double(bank.map { ($0.count + inRow - 1) / inRow - 1 }.max() ?? 0).clampedAboveZero
    }
    let lefts = starts(widths, from: labelWidth)
    let tops = starts(heights, from: top)
    let (width, height) = (labelWidth + widths.reduce(0, +), top + heights.reduce(0, +))

    var drawn: [Drawing.Mark] = []
    for (year, text) in years.enumerated() {
      drawn.append(.words(.caption, Drawing.Place(lefts[year] + 8, 16), text))
      drawn.append(.line(.rule, Drawing.Place(lefts[year], 0), Drawing.Place(lefts[year], height)))
    }
    for (index, bank) in banks.enumerated() {
      drawn.append(.line(.rule, Drawing.Place(0, tops[index]), Drawing.Place(width, tops[index])))
      let lines = LabelLines.lines(bank.title, length: 22, count: 2)
      drawn.append(
        .link(
          bank.url, name: bank.isMembersOnly ? "\(bank.title) (\(membersOnly))" : bank.title,
          Drawing.Mark.lines(.start, 0, tops[index] + (lines.count == 1 ? 31 : 22), lines)))
    }

    var places: [Int: (x: Double, y: Double)] = [:]
    for (bank, row) in cells.enumerated() {
      for (year, cell) in row.enumerated() {
        for (position, index) in cell.enumerated() {
          places[marks[index].number] = (
            lefts[year] + 34 + Double(position % inRow) * markStep,
            tops[bank] + 26 + Double(position / inRow) * markStep
          )
        }
      }
    }
    for mark in marks {
      guard let end = places[mark.number] else { continue }
      for origin in mark.origins {
        guard let start = places[origin] else { continue }
        // On one bank, a stream passes below what stands between.
        let sag = start.y == end.y && abs(end.x - start.x) > markStep ? 20.0 : 0
        drawn.append(
          .curve(.thread, from: Drawing.Place(start.x, start.y), to: Drawing.Place(end.x, end.y), sag: sag))
      }
    }
    for mark in marks {
      guard let place = places[mark.number] else { continue }
      let isSource = mark.origins.isEmpty
      let name = "\(mark.number). \(mark.link.title)" + (mark.about.isEmpty ? "" : " – \(mark.about)")
      drawn.append(
        .link(
          mark.link.url, name: mark.link.isMembersOnly ? "\(name) (\(membersOnly))" : name,
          [
            .dot(isSource ? .spring : .stone, Drawing.Place(place.x, place.y), radius: radius),
            .words(isSource ? .inside : .middle, Drawing.Place(place.x, place.y + 4.5), String(mark.number)),
          ]))
    }
    return Drawing(name: name, size: .fixed(width: Int(width), height: Int(height)), marks: drawn)
  }

  private static func starts(_ lengths: [Double], from first: Double) -> [Double] {
    var place = first
    return lengths.map { length in
      defer { place += length }
      return place
    }
  }
}

extension Double {
  fileprivate var clampedAboveZero: Double { max(self, 0) }
}
