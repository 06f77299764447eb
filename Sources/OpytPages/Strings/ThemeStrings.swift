package import OpytLayout
package import OpytModel
package import OpytText

/// The words that the program itself prints, from the theme's strings file.
package final class ThemeStrings: Sendable {
  private let messages: [ThemeString: MessageFormat]
  /// Strings without values, which are most of them.
  private let plain: [ThemeString: String]
  private let rule: PluralRule

  /// - Parameters:
  ///   - table: what it lacks is printed as its key.
  ///   - declared: every string that will be asked for.
  package init(_ table: StringTable, declared: [ThemeString]) {
    rule = table.rule
    var messages: [ThemeString: MessageFormat] = [:]
    var plain: [ThemeString: String] = [:]
    for string in declared {
      let message = table[string.key]?.message
      if string.arguments.isEmpty {
        plain[string] = message?.formatted([:], table.rule) ?? string.key
      } else {
        messages[string] = message
      }
    }
    self.messages = messages
    self.plain = plain
  }

  /// - Parameter values: those that the string is declared with.
  package func text(_ string: ThemeString, _ values: [String: MessageFormat.Argument] = [:]) -> String {
    if let text = plain[string] { return text }
    return messages[string]?.formatted(values, rule) ?? string.key
  }

  /// «3 проекта»
  func count(_ count: Int, of kind: Kind) -> String { "\(count)\u{A0}\(counted(kind, count))" }

  /// «проекта»: what goes with a number.
  func counted(_ kind: Kind, _ count: Int) -> String { text(.counted(kind), ["count": .number(count)]) }
}

extension ThemeStrings {
  /// «12 марта 2026 г.»
  package func date(_ date: CalendarDate) -> String {
    text(.date, ["day": .number(date.day), "month": .text(month(date)), "year": .number(date.year)])
  }

  /// «12–14 марта 2026 г.», «30 октября – 2 ноября 2026 г.», «1 октября 2025 г. – 31 марта 2026 г.»
  func dates(from start: CalendarDate, to end: CalendarDate) -> String {
    if start == end { return date(start) }
    guard start.year == end.year else {
      return text(.days, ["first": .text(date(start)), "last": .text(date(end))])
    }
    guard start.month == end.month else {
      return text(
        .daysOfYear,
        [
          "first": .number(start.day), "first_month": .text(month(start)), "last": .number(end.day),
          "last_month": .text(month(end)), "year": .number(end.year),
        ])
    }
    return text(
      .daysOfMonth,
      [
        "first": .number(start.day), "last": .number(end.day), "month": .text(month(end)), "year": .number(end.year),
      ])
  }

  /// A period of which one end may be unknown: «с 12 марта 2026 г.»; empty where both are.
  func dates(from start: CalendarDate?, to end: CalendarDate?) -> String {
    switch (start, end) {
    case (let start?, let end?): dates(from: start, to: end)
    case (let start?, nil): text(.from, ["first": .text(date(start))])
    case (nil, let end?): text(.until, ["last": .text(date(end))])
    case (nil, nil): ""
    }
  }

  private func month(_ date: CalendarDate) -> String { text(.month(date.month)) }

  /// «четверг»
  func weekday(_ date: CalendarDate) -> String { text(.weekday(date.weekday)) }

  /// «март 2026 г.»
  func month(_ month: Int, of year: Int) -> String {
    text(.monthOfYear, ["month": .text(text(.monthName(month))), "year": .number(year)])
  }

  /// «12 марта 2026 г.», «март 2026 г.», «сентябрь – декабрь 2026 г.», «сентябрь 2025 г. – 15 мая 2026 г.»
  func term(_ term: PlannedTerm) -> String {
    if term.first == term.last { return part(term.first) }
    switch (term.first, term.last) {
    case (.day(let first), .day(let last)): return dates(from: first, to: last)
    case (.month(let first), .month(let last)) where first.year == last.year:
      let (first, name) = (text(.monthName(first.month)), text(.monthName(last.month)))
      return text(.monthsOfYear, ["first": .text(first), "last": .text(name), "year": .number(last.year)])
    default: return text(.days, ["first": .text(part(term.first)), "last": .text(part(term.last))])
    }
  }

  private func part(_ part: PlannedTerm.Part) -> String {
    switch part {
    case .day(let day): date(day)
    case .month(let month): self.month(month.month, of: month.year)
    }
  }

  /// «12 марта 2026 г., 13:30–15:00», «12–14 марта 2026 г., начало в 9:00»,
  /// «31 декабря 2026 г., 22:00 – 1 января 2027 г., 1:30»: no hour that is known is left out.
  func when(_ start: Moment, _ end: Moment?) -> String {
    let last = end?.date ?? start.date
    let days = dates(from: start.date, to: last)
    func words(_ string: ThemeString, _ time: ClockTime) -> String {
      text(string, ["date": .text(days), "time": .text(time.text)])
    }
    switch (start.time, end?.time) {
    case (nil, nil): return days
    case (let begins?, nil): return words(last == start.date ? .dateAndTime : .dateAndBeginning, begins)
    case (nil, let ends?): return words(last == start.date ? .dateUntil : .dateAndEnd, ends)
    case (let begins?, let ends?) where last == start.date:
      let times = begins == ends ? begins.text : "\(begins.text)–\(ends.text)"
      return text(.dateAndTime, ["date": .text(days), "time": .text(times)])
    case (let begins?, let ends?):
      // Of one year it is told once, at the end, as of days alone.
      let first =
        start.date.year == last.year
        ? text(.dayOfYear, ["day": .number(start.date.day), "month": .text(month(start.date))]) : date(start.date)
      return text(
        .moments,
        [
          "first": .text(first), "start": .text(begins.text), "last": .text(date(last)), "end": .text(ends.text),
        ])
    }
  }

  /// «124 КБ», «1,4 МБ»
  func fileSize(_ bytes: Int) -> String {
    if bytes < 1024 { return text(.bytes, ["number": .text(String(max(bytes, 1)))]) }
    let kilobytes = (bytes + 512) / 1024
    if kilobytes < 1024 { return text(.kilobytes, ["number": .text(String(kilobytes))]) }
    return text(.megabytes, ["number": .text(decimal(Double((bytes * 10 + (1 << 19)) >> 20) / 10))])
  }

  /// With the language's decimal sign and without a needless `.0`.
  func decimal(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
    return String(number).split(separator: ".", omittingEmptySubsequences: false)
      .joined(separator: text(.decimalSeparator))
  }
}
