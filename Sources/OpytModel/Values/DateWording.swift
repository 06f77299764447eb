import OpytDiagnostics
import OpytText

/// Days as Russian messages tell them; in English ones they stand as `2026-03-12`.
extension CalendarDate {
  /// «12 марта 2026 г.»
  public var inWords: String { "\(dayAndMonth)\u{A0}\(year)\u{A0}г." }

  private var dayAndMonth: String { "\(day)\u{A0}\(Self.monthNames[month - 1])" }

  /// Whether a text is this day, with or without its year.
  func isNamed(by text: String) -> Bool {
    let words = text.lowercased().split { $0 == " " || $0 == "\u{A0}" }.map(String.init)
    let written = words.joined(separator: " ")
    let spoken = "\(day) \(Self.monthNames[month - 1])"
    let isShort = written.utf8.count <= 5 && written.split(separator: ".").compactMap { Int($0) } == [day, month]
    return isShort || written == spoken || written == "\(spoken) \(year)"
      || (try? CalendarDate(parsing: written.withoutYearWord)) == self
  }

  /// «1–31 марта 2026 г.», «1 марта — 30 апреля 2026 г.», «1 октября 2025 г. — 31 марта 2026 г.»
  static func inWords(_ days: ClosedRange<CalendarDate>) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    if first == last { return first.inWords }
    guard first.year == last.year else { return "\(first.inWords)\u{A0}— \(last.inWords)" }
    guard first.month == last.month else { return "\(first.dayAndMonth)\u{A0}— \(last.inWords)" }
    return "\(first.day)–\(last.inWords)"
  }
}

extension Moment {
  /// «12 марта 2026 г., 13:30»
  public var inWords: String { time.map { "\(date.inWords), \($0.text)" } ?? date.inWords }
}

extension CalendarMonth {
  /// «март 2026 г.»
  var inWords: String { "\(Self.names[month - 1])\u{A0}\(year)\u{A0}г." }
}

extension PlannedTerm {
  /// «12 марта 2026 г.», «март 2026 г.», «сентябрь 2025 г. — май 2026 г.»
  var inWords: String { first == last ? first.inWords : "\(first.inWords)\u{A0}— \(last.inWords)" }
}

extension PlannedTerm.Part {
  fileprivate var inWords: String {
    switch self {
    case .day(let day): day.inWords
    case .month(let month): month.inWords
    }
  }
}

/// Two days in one value.
enum DateWording {
  /// `01.10.2025 – 31.03.2026`, «с 1 октября 2025 по 31 марта 2026»: the days as they may be written.
  /// - Parameter text: as ``Swift/String/everyday`` gives it.
  static func span(_ text: String) -> [String]? {
    guard text.utf8.count <= 120 else { return nil }
    var text = text.lowercased()
    if text.hasPrefix("с ") { text = String(text.dropFirst(2)) }
    for sign in [" - ", " по ", " до ", "-"] {
      let parts = text.replacing(sign, with: "\u{1}").split(separator: "\u{1}").map {
        String($0).trimmed.withoutYearWord
      }
      guard parts.count == 2 else { continue }
      let days = parts.compactMap { try? CalendarDate(parsing: $0) }
      if days.count == 2 { return parts }
    }
    return nil
  }
}
