import OpytText

/// A day of the Gregorian calendar, without time or time zone.
public struct CalendarDate: Hashable, Comparable, Sendable {
  public let year: Int
  public let month: Int
  public let day: Int

  /// Nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  public static let blank = CalendarDate(unchecked: 1, 1, 1)

  public static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// `2026-03-12` (ISO 8601).
  public var iso: String { "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))" }

  /// Days since 1 March of the year 0, for differences.
  public var dayNumber: Int {
    let shiftedYear = month > 2 ? year : year - 1
    let shiftedMonth = month > 2 ? month - 3 : month + 9
    return 365 * shiftedYear + shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400
      + (153 * shiftedMonth + 2) / 5 + day - 1
  }

  /// The day with this ``dayNumber``.
  private init(dayNumber: Int) {
    // The year that ends with February; 146 097 days are 400 years (the Gregorian cycle).
    let cycle = dayNumber / 146_097
    let rest = dayNumber % 146_097
    let year = (rest - rest / 1460 + rest / 36_524 - rest / 146_096) / 365
    let dayOfYear = rest - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    self.init(
      unchecked: cycle * 400 + year + (month >= 10 ? 1 : 0), month < 10 ? month + 3 : month - 9,
      dayOfYear - (153 * month + 2) / 5 + 1)
  }

  /// How many days it is behind 1 January 1970, which clocks count from.
  public var daysSince1970: Int { dayNumber - 719_468 }

  /// The day so many days behind 1 January 1970; nil where it is none of the years 1 to 9999.
  public init?(daysSince1970 days: Int) {
    guard (-719_162...2_932_896).contains(days) else { return nil }
    self.init(dayNumber: days + 719_468)
  }

  /// So many days later, or earlier for a negative number.
  public func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + days) }

  /// From 1, Monday, to 7, Sunday (ISO 8601).
  public var weekday: Int {
    // Day number 0, 1 March of the year 0, was a Wednesday.
    (dayNumber + 2) % 7 + 1
  }

  /// The same day so many months later, or that month's last day.
  public func adding(months: Int) -> CalendarDate {
    let index = year * 12 + month - 1 + months
    let (year, month) = (index / 12, index % 12 + 1)
    return CalendarDate(unchecked: year, month, min(day, Self.length(ofMonth: month, year: year)))
  }

  public enum ParsingFailure: Error {
    /// Not one of the accepted forms.
    case form
    /// One of the forms, but no such day.
    case noSuchDay
  }

  /// Reads `2026-03-12`, `12.03.2026` or `12 марта 2026`; nothing else, and never guesses.
  public init(parsing text: String) throws(ParsingFailure) {
    let bytes = text.utf8Span.span
    let numbers: (year: Int?, month: Int?, day: Int?)
    if bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") {
      numbers = (Self.number(bytes, 0..<4), Self.number(bytes, 5..<7), Self.number(bytes, 8..<10))
    } else if bytes.count == 10, bytes[2] == UInt8(ascii: "."), bytes[5] == UInt8(ascii: ".") {
      numbers = (Self.number(bytes, 6..<10), Self.number(bytes, 3..<5), Self.number(bytes, 0..<2))
    } else {
      let words = text.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" })
      guard words.count == 3, words[0].utf8.count <= 2, words[2].utf8.count == 4,
        let month = Self.monthNames.firstIndex(of: words[1].lowercased())
      else { throw .form }
      numbers = (String(words[2]).smallNumber, month + 1, String(words[0]).smallNumber)
    }
    guard let year = numbers.year, let month = numbers.month, let day = numbers.day else { throw .form }
    guard let date = CalendarDate(year: year, month: month, day: day) else { throw .noSuchDay }
    self = date
  }

  /// The months as a date names them: 12 марта.
  public static let monthNames = [
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
    "декабря",
  ]

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var value = 0
    for index in range {
      guard bytes[index].isASCIIDigit else { return nil }
      value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
    }
    return value
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
