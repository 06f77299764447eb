import OpytText

/// A day, with a time of that day where it is known: when an event starts or ends.
public struct Moment: Hashable, Sendable {
  public let date: CalendarDate
  public let time: ClockTime?

  public init(_ date: CalendarDate, _ time: ClockTime? = nil) {
    self.date = date
    self.time = time
  }

  public static let blank = Moment(.blank)

  public enum ParsingFailure: Error {
    /// Neither a date nor a date and time.
    case form
    /// One of the forms of a date, but no such day.
    case noSuchDay
    /// A day with something behind it that is no time.
    case noSuchTime(String)
  }

  /// Reads a date in any of its forms, or a date and behind blanks or a `T` a time: `2026-03-12 13:30`,
  /// `12 марта 2026 13:30`.
  public init(parsing text: String) throws(ParsingFailure) {
    do {
      self.init(try CalendarDate(parsing: text))
      return
    } catch .noSuchDay {
      throw .noSuchDay
    } catch {}
    let isSeparator = { (letter: Character) in letter == "T" || Self.isBlank(letter) }
    guard let separator = text.lastIndex(where: isSeparator) else { throw .form }
    let (head, tail) = (text[..<separator], text[text.index(after: separator)...])
    guard let first = tail.utf8.first, first.isASCIIDigit else { throw .form }
    let date: CalendarDate
    do {
      date = try CalendarDate(parsing: String(head.dropLast(head.reversed().prefix(while: Self.isBlank).count)))
    } catch .noSuchDay {
      throw .noSuchDay
    } catch {
      throw .form
    }
    guard let time = ClockTime(parsing: String(tail)) else { throw .noSuchTime(String(tail)) }
    self.init(date, time)
  }

  private static func isBlank(_ letter: Character) -> Bool {
    letter == " " || letter == "\u{A0}" || letter == "\u{202F}"
  }

  /// Whether it is known to be earlier: on one day only two times tell that.
  public func isEarlier(than other: Moment) -> Bool {
    if date != other.date { return date < other.date }
    guard let time, let otherTime = other.time else { return false }
    return time < otherTime
  }

  /// `2026-03-12 13:30`: as an author may write it, and as spreadsheets read a date.
  public var text: String { time.map { "\(date.iso) \($0.iso)" } ?? date.iso }

  /// `2026-03-12` or `2026-03-12T13:30` (ISO 8601).
  public var iso: String { time.map { "\(date.iso)T\($0.iso)" } ?? date.iso }
}

/// The order of lists: on one day, what has no time stands first.
extension Moment: Comparable {
  public static func < (left: Self, right: Self) -> Bool {
    (left.date, left.time?.minutes ?? -1) < (right.date, right.time?.minutes ?? -1)
  }
}
