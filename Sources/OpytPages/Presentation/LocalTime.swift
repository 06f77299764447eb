import Foundation
package import OpytModel

/// Hours and days as they are meant: in the time zone of the site.
package struct LocalTime: Sendable {
  private let timeZone: TimeZone

  /// - Parameter timeZone: by its name in the time zone database, checked when the configuration was read.
  init(_ timeZone: String) { self.timeZone = TimeZone(identifier: timeZone) ?? .gmt }

  /// Minutes from midnight UTC of a day for a time of the site's time zone.
  package func utc(_ date: CalendarDate, _ minutes: Int) -> Int {
    let seconds = date.daysSince1970 * 86_400 + minutes * 60
    let offset = timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
    // Asked again at the moment found: the first answer is wrong in the hours around a change of the clocks.
    let found = timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds - offset)))
    return minutes - found / 60
  }

  /// `2026-03-12T13:30+03:00`: a moment as it is said in the site's time zone, for programs; a day alone is a day.
  func text(of moment: Moment) -> String {
    guard let time = moment.time else { return moment.date.iso }
    let offset = time.minutes - utc(moment.date, time.minutes)
    func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    let size = abs(offset)
    return "\(moment.iso)\(offset < 0 ? "-" : "+")\(padded(size / 60)):\(padded(size % 60))"
  }

  /// `2026-03-12T12:00Z`: when something is over, for scripts. Without an hour it lasts to the end of its day.
  func text(_ last: Moment) -> String {
    let minutes = utc(last.date, last.time?.minutes ?? 1440)
    let days = Int((Double(minutes) / 1440).rounded(.down))
    let rest = minutes - days * 1440
    func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(last.date.adding(days: days).iso)T\(padded(rest / 60)):\(padded(rest % 60))Z"
  }
}
