import OpytText

/// A time of day, to the minute.
public struct ClockTime: Hashable, Comparable, Sendable {
  public let minutes: Int

  /// Reads `9:00` or `09:00`; nil for anything else.
  public init?(parsing text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy(\.isASCIIDigit) }),
      let hours = Int(parts[0]), let minutes = Int(parts[1]), hours < 24, minutes < 60
    else { return nil }
    self.minutes = hours * 60 + minutes
  }

  private init(minutes: Int) { self.minutes = minutes }

  public static let blank = ClockTime(minutes: 0)

  public static func < (left: Self, right: Self) -> Bool { left.minutes < right.minutes }

  /// `09:00` (ISO 8601)
  public var iso: String { (minutes < 600 ? "0" : "") + text }

  /// `9:00`
  public var text: String {
    let rest = minutes % 60
    return "\(minutes / 60):\(rest < 10 ? "0" : "")\(rest)"
  }
}
