import OpytText

/// A school year: 1 September to 31 August.
public struct AcademicYear: Hashable, Comparable, Sendable {
  /// The calendar year it begins in.
  public let start: Int

  public init(start: Int) { self.start = start }

  /// Reads `2025/2026` or `2025-2026`; nil for anything else and for years that are not consecutive.
  public init?(parsing text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 9, bytes[4] == UInt8(ascii: "/") || bytes[4] == UInt8(ascii: "-"),
      (bytes[..<4] + bytes[5...]).allSatisfy(\.isASCIIDigit), let first = Int(text.prefix(4)),
      let second = Int(text.suffix(4)), second == first + 1
    else { return nil }
    start = first
  }

  /// The year that a day falls into.
  public init(containing date: CalendarDate) {
    start = date.month >= 9 ? date.year : date.year - 1
  }

  public static func < (left: Self, right: Self) -> Bool { left.start < right.start }

  public var firstDay: CalendarDate { CalendarDate(year: start, month: 9, day: 1) ?? .blank }

  public func contains(_ date: CalendarDate) -> Bool { AcademicYear(containing: date) == self }

  /// `2025/2026`
  public var text: String { "\(start)/\(start + 1)" }
}
