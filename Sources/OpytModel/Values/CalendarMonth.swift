import OpytText

/// A month of a year: «март 2026».
public struct CalendarMonth: Hashable, Comparable, Sendable {
  public let year: Int
  /// From 1.
  public let month: Int

  /// Nil when there is no such month.
  public init?(year: Int, month: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    self.init(unchecked: year, month)
  }

  /// The month that a day falls into.
  public init(containing date: CalendarDate) { self.init(unchecked: date.year, date.month) }

  private init(unchecked year: Int, _ month: Int) {
    self.year = year
    self.month = month
  }

  public static func < (left: Self, right: Self) -> Bool { (left.year, left.month) < (right.year, right.month) }

  public var firstDay: CalendarDate { CalendarDate(year: year, month: month, day: 1) ?? .blank }

  public var lastDay: CalendarDate { firstDay.adding(months: 1).adding(days: -1) }

  /// `2026-03` (ISO 8601).
  public var iso: String { String(firstDay.iso.dropLast(3)) }

  /// Reads `2026-03`, `03.2026` and «март 2026», also in the form that a date or «с … по …» gives the month: «марта».
  /// - Parameter text: as ``Swift/String/everyday`` gives it, in lower case.
  init?(everyday text: String) {
    let text = text.withoutYearWord
    let bytes = Array(text.utf8)
    if bytes.count == 7, bytes[4] == UInt8(ascii: "-"), let year = String(text.prefix(4)).smallNumber,
      let month = String(text.suffix(2)).smallNumber
    {
      self.init(year: year, month: month)
    } else if bytes.count == 7, bytes[2] == UInt8(ascii: "."), let month = String(text.prefix(2)).smallNumber,
      let year = String(text.suffix(4)).smallNumber
    {
      self.init(year: year, month: month)
    } else {
      let words = text.split(separator: " ")
      guard words.count == 2, words[1].utf8.count == 4, let month = Self.number(ofName: words[0]),
        let year = String(words[1]).smallNumber
      else { return nil }
      self.init(year: year, month: month)
    }
  }

  /// The months by their own names.
  static let names = [
    "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
  ]

  private static let namesBehindPreposition = [
    "январе", "феврале", "марте", "апреле", "мае", "июне", "июле", "августе", "сентябре", "октябре", "ноябре",
    "декабре",
  ]

  /// The month that a word names: «март», «марта», «марте».
  static func number(ofName name: some StringProtocol) -> Int? {
    let name = String(name)
    for names in [names, CalendarDate.monthNames, namesBehindPreposition] {
      if let index = names.firstIndex(of: name) { return index + 1 }
    }
    return nil
  }

  /// «март 2026»
  var name: String { "\(Self.names[month - 1]) \(year)" }
}
