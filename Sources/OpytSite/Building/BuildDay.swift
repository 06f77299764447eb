import Foundation
import OpytDiagnostics
package import OpytModel

/// The day that a site is built on: one that was asked for, or that of a moment, which depends on where one is.
package enum BuildDay: Sendable {
  case day(CalendarDate)
  /// In seconds since 1970.
  case moment(Int)

  /// The variable that reproducible builds set in place of the clock: https://reproducible-builds.org/specs/source-date-epoch/
  package static let variable = "SOURCE_DATE_EPOCH"

  /// The only place where the clock and the environment are asked which day it is: the day that was named, else that of
  /// `SOURCE_DATE_EPOCH`, else the clock's.
  /// - Parameters:
  ///   - text: as it was typed; nil where no day was named.
  ///   - environment: the process's own.
  package static func asked(
    _ text: String?, environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(SiteBuilder.Failure) -> BuildDay {
    if let text { return .day(try day(parsing: text)) }
    guard let written = environment[variable] else { return .moment(Int(Date().timeIntervalSince1970)) }
    // The last day of the year 9999, which is the last one that can be written, in whatever time zone.
    guard let seconds = Int(written), written.utf8.first != UInt8(ascii: "+"), (0...253_402_200_000).contains(seconds)
    else { throw .wrongVariable(written) }
    return .moment(seconds)
  }

  private static func day(parsing text: String) throws(SiteBuilder.Failure) -> CalendarDate {
    do throws(CalendarDate.ParsingFailure) {
      return try CalendarDate(parsing: text)
    } catch .noSuchDay {
      throw .usage(Phrase("такого дня нет: «\(text)»", en: "no such day: “\(text)”"))
    } catch {
      throw .usage(
        Phrase(
          "это не дата: «\(text)». Запишите 2026-03-12, 12.03.2026 или \"12 марта 2026\" в кавычках",
          en: "not a date: “\(text)”. Write 2026-03-12 or 12.03.2026"))
    }
  }

  /// The day that it is in a time zone.
  /// - Parameter timeZone: by its name in the time zone database; Greenwich where that has none.
  func date(in timeZone: String) -> CalendarDate {
    switch self {
    case .day(let date): return date
    case .moment(let seconds):
      let zone = TimeZone(identifier: timeZone) ?? .gmt
      let local = seconds + zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
      let days = (Double(local) / 86_400).rounded(.down)
      return CalendarDate(daysSince1970: Int(days)) ?? .blank
    }
  }
}

extension SiteBuilder.Failure {
  fileprivate static func wrongVariable(_ written: String) -> Self {
    let name = BuildDay.variable
    return .usage(
      Phrase(
        """
        переменная окружения \(name) – не время: «\(written)». Это число секунд с 1 января 1970 года, например \
        1773273600 для 12 марта 2026 года. Исправьте её, уберите (unset \(name)) или укажите день: --today 2026-03-12
        """,
        en: """
          the environment variable \(name) is no time: “\(written)”. It is a number of seconds since 1 January 1970, such \
          as 1773273600 for 12 March 2026. Correct it, unset it, or give a day: --today 2026-03-12
          """))
  }
}
