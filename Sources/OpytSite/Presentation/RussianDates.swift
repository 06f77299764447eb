import OpytModel

/// Dates as readers see them, with no-break spaces (`quality.md`, Pages).
enum RussianDates {
  /// «12 марта 2026 г.»
  static func text(_ date: CalendarDate) -> String {
    "\(date.day)\u{A0}\(CalendarDate.monthNames[date.month - 1])\u{A0}\(date.year)\u{A0}г."
  }

  /// «12–14 марта 2026 г.», «30 октября – 2 ноября 2026 г.», «1 октября 2025 г. – 31 марта 2026 г.»
  static func text(from start: CalendarDate, to end: CalendarDate) -> String {
    if start == end { return text(start) }
    guard start.year == end.year else { return "\(text(start))\u{A0}– \(text(end))" }
    if start.month == end.month { return "\(start.day)–\(text(end))" }
    return "\(start.day)\u{A0}\(CalendarDate.monthNames[start.month - 1])\u{A0}– \(text(end))"
  }

  /// «четверг»
  static func weekday(_ date: CalendarDate) -> String {
    // Day number 0, 1 March of the year 0, was a Wednesday.
    let names = ["среда", "четверг", "пятница", "суббота", "воскресенье", "понедельник", "вторник"]
    return names[date.dayNumber % 7]
  }
}

/// Numbers as readers see them.
enum RussianNumbers {
  /// «124 КБ», «1,4 МБ»
  static func fileSize(_ bytes: Int) -> String {
    if bytes < 1024 { return "\(max(bytes, 1))\u{A0}Б" }
    let kilobytes = (bytes + 512) / 1024
    if kilobytes < 1024 { return "\(kilobytes)\u{A0}КБ" }
    let tenths = (bytes * 10 + (1 << 19)) >> 20
    return tenths % 10 == 0 ? "\(tenths / 10)\u{A0}МБ" : "\(tenths / 10),\(tenths % 10)\u{A0}МБ"
  }

  /// With a decimal comma and without a needless `.0`.
  static func decimal(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
    return String(String(number).map { $0 == "." ? "," : $0 })
  }
}
