import OpytModel
import OpytText

/// A time with its parts as bars, each in a row of its own, in proportion to their days.
struct TimeBar: Sendable {
  struct Part: Sendable {
    let number: Int
    /// «1. Подготовка, 1–31 октября 2025 г.»
    let name: String
    let url: WebAddress?
    let start: CalendarDate
    let end: CalendarDate
  }

  /// More are told in the list alone.
  static let partCount = 20
  private static let rowHeight = 30.0
  private static let barHeight = 22.0
  /// Narrower bars have their number beside them, in percents.
  private static let wideEnough = 8.0

  /// Nil where no part has both of its days.
  static func drawing(
    _ parts: [Part], from start: CalendarDate, to end: CalendarDate, first: String, last: String, name: String
  ) -> Drawing? {
    let days = Double(end.dayNumber - start.dayNumber + 1)
    let parts = parts.filter { $0.start <= $0.end && $0.start >= start && $0.end <= end }.prefix(partCount)
    guard !parts.isEmpty, days > 1 else { return nil }
    let height = rowHeight * Double(parts.count)
    func place(_ day: Int) -> Double { 100 * Double(day - start.dayNumber) / days }

    var marks: [Drawing.Mark] = months(from: start, to: end).map { day in
      let x = Drawing.Length.percent(place(day.dayNumber))
      return .line(.rule, Drawing.Place(x, .units(0)), Drawing.Place(x, .units(height)))
    }
    for (row, part) in parts.enumerated() {
      let y = Double(row) * rowHeight + (rowHeight - barHeight) / 2
      let x = place(part.start.dayNumber)
      let width = place(part.end.dayNumber + 1) - x
      let isWide = width >= wideEnough
      let isAtEnd = x + width > 100 - wideEnough
      // Half a percent away from the bar.
      let label = isWide ? x + width / 2 : isAtEnd ? x - 0.8 : x + width + 0.8
      marks.append(
        .link(
          part.url, name: part.name,
          [
            .box(.solid, Drawing.Place(.percent(x), .units(y)), width: .percent(width), height: .units(barHeight)),
            .words(
              isWide ? .inside : isAtEnd ? .end : .start, Drawing.Place(.percent(label), .units(y)), down: 15.5,
              String(part.number)),
          ]))
    }
    marks.append(.words(.start, Drawing.Place(0, height + 17), first))
    marks.append(.words(.end, Drawing.Place(.percent(100), .units(height + 17)), last))
    return Drawing(name: name, size: .stretched(height: Int(height + 24)), marks: marks)
  }

  /// The first days of the months within; none where there are too many to be told apart.
  static func months(from start: CalendarDate, to end: CalendarDate) -> [CalendarDate] {
    var days: [CalendarDate] = []
    var (year, month) = (start.year, start.month)
    while days.count <= 24 {
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
      guard let day = CalendarDate(year: year, month: month, day: 1), day <= end else { return days }
      days.append(day)
    }
    return []
  }
}
