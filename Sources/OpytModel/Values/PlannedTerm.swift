public import OpytDiagnostics
public import OpytMarkup
import OpytText

/// When an action of a plan is to be done (S4: сроки): a day, a month, or a period from one of these to another.
public struct PlannedTerm: Hashable, Sendable {
  public enum Part: Hashable, Sendable {
    case day(CalendarDate)
    case month(CalendarMonth)

    public var firstDay: CalendarDate {
      switch self {
      case .day(let day): day
      case .month(let month): month.firstDay
      }
    }

    public var lastDay: CalendarDate {
      switch self {
      case .day(let day): day
      case .month(let month): month.lastDay
      }
    }

    /// `2026-03-12` or `2026-03` (ISO 8601).
    var iso: String {
      switch self {
      case .day(let day): day.iso
      case .month(let month): month.iso
      }
    }
  }

  public let first: Part
  /// The same as the first where it is no period.
  public let last: Part

  public init(_ first: Part, _ last: Part? = nil) {
    self.first = first
    self.last = last ?? first
  }

  public var firstDay: CalendarDate { first.firstDay }
  public var lastDay: CalendarDate { last.lastDay }

  /// The day, where it is one.
  public var day: CalendarDate? {
    if case .day(let day) = first, first == last { day } else { nil }
  }

  /// The month it stands in, in a plan by months: that in which it begins.
  public var month: CalendarMonth { CalendarMonth(containing: firstDay) }

  /// `2026-03-12`, `2026-03`, `2026-09 – 2026-12`: as an author may write it.
  public var text: String { first == last ? first.iso : "\(first.iso) – \(last.iso)" }
}

extension PlannedTerm: ScalarValue {
  public static var type: FieldType { .plannedTerm }
  public static var isShort: Bool { true }
  public static var blank: PlannedTerm { PlannedTerm(.day(.blank)) }
  public static func read(_ scalar: FrontMatterNode.Scalar, _ context: inout DecodingContext) -> PlannedTerm? {
    do {
      return try PlannedTerm(everyday: scalar.text.everyday)
    } catch .noSuchDay {
      context.report(
        .dateInvalid, Phrase("такого дня нет: «\(scalar.text)»", en: "no such day: “\(scalar.text)”"), at: scalar.range)
    } catch {
      let (text, language, years) = (scalar.text.everyday, context.careful ?? .russian, context.years)
      context.report(
        .dateInvalid, Phrase("это не срок: «\(scalar.text)»", en: "not a term: “\(scalar.text)”"), scalar,
        .term(text, language, years))
    }
    return nil
  }

  /// `[2026-09, 2026-12]` is a period.
  public static func joined(_ items: [FrontMatterNode], _ range: SourceRange) -> FrontMatterNode.Scalar? {
    let texts = items.compactMap { item in
      if case .scalar(let scalar) = item, !scalar.isEmpty { scalar.text.brief } else { nil }
    }
    guard items.count == 2, texts.count == 2 else { return nil }
    return FrontMatterNode.Scalar(text: texts.joined(separator: " – "), range: range, style: .quoted)
  }

  public var content: FieldContent { .plannedTerm(self) }
}

// MARK: Reading

extension PlannedTerm {
  /// Reads what has one reading only: a date in any of its forms, `2026-03`, «март 2026», and two of these with a dash
  /// between them or as «с … по …». What the first of two leaves out is that of the last: «1–15 марта 2026»,
  /// «сентябрь – декабрь 2026»; never where the first would come after the last.
  /// - Parameter text: as ``Swift/String/everyday`` gives it.
  init(everyday text: String) throws(CalendarDate.ParsingFailure) {
    guard text.utf8.count <= 120 else { throw .form }
    var text = text.lowercased()
    if text.hasPrefix("в ") { text = String(text.dropFirst(2)) }
    if let part = try Self.part(text) {
      self.init(part)
      return
    }
    for (first, last) in Self.halves(of: text) {
      guard let last = try Self.part(last) else { continue }
      let whole = try Self.part(first)
      let begin = if let whole { whole } else { try Self.completed(first, by: last.firstDay) }
      if let begin {
        self.init(begin, last)
        return
      }
    }
    throw .form
  }

  /// The ways to see two parts in a text.
  static func halves(of text: String) -> [(String, String)] {
    var text = text
    for word in ["с ", "со ", "от "] where text.hasPrefix(word) {
      text = String(text.dropFirst(word.count))
      break
    }
    return [" - ", " по ", " до ", "/", "-"].compactMap { sign in
      let parts = text.replacing(sign, with: "\u{1}").split(separator: "\u{1}").map { String($0).trimmed }
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
  }

  static func part(_ text: String) throws(CalendarDate.ParsingFailure) -> Part? {
    do {
      return .day(try CalendarDate(parsing: text.withoutYearWord))
    } catch .noSuchDay {
      throw .noSuchDay
    } catch {
      return CalendarMonth(everyday: text).map { .month($0) }
    }
  }

  /// `1`, `1 сентября`, `01.09`, «сентябрь»: the beginning of a period whose end has the month and the year.
  private static func completed(
    _ text: String, by last: CalendarDate
  ) throws(CalendarDate.ParsingFailure) -> Part? {
    let words = text.split { $0 == " " || $0 == "." }.map(String.init)
    if words.count == 1, let month = CalendarMonth.number(ofName: words[0]) {
      return month <= last.month ? CalendarMonth(year: last.year, month: month).map { .month($0) } : nil
    }
    guard let day = words.first?.smallNumber, words[0].utf8.count <= 2 else { return nil }
    let month = words.count == 1 ? last.month : CalendarMonth.number(ofName: words[1]) ?? words[1].smallNumber
    guard words.count <= 2, let month, (1...last.month).contains(month) else { return nil }
    guard let date = CalendarDate(year: last.year, month: month, day: day) else { throw .noSuchDay }
    return date <= last ? .day(date) : nil
  }
}
