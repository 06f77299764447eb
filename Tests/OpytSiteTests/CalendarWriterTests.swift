import OpytModel
import Testing

@testable import OpytFiles
@testable import OpytNetwork
@testable import OpytOutputs
@testable import OpytPages
@testable import OpytSite

@Suite struct CalendarWriterTests {
  private static let day = CalendarDate.blank

  private func file(_ change: (inout CalendarWriter.Entry) -> Void) -> String {
    var entry = CalendarWriter.Entry(
      uid: "a@opyt.example", stamp: Self.day, time: .days(Self.day, Self.day), summary: "Семинар")
    change(&entry)
    var writer = CalendarWriter(name: "Сеть", timeZone: "Europe/Moscow")
    writer.append(entry)
    return String(decoding: writer.finish(), as: UTF8.self)
  }

  private func lines(_ file: String) -> [String] {
    file.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
  }

  @Test func everyLineEndsWithCRLFAndIsShort() {
    let file = file { $0.description = String(repeating: "Очень длинное описание, с запятыми; ", count: 20) }
    #expect(file.hasSuffix("END:VCALENDAR\r\n"))
    for line in file.utf8.split(separator: UInt8(ascii: "\n")) {
      #expect(line.last == UInt8(ascii: "\r"))
      #expect(line.count <= 76)
      #expect(String(validating: line, as: UTF8.self) != nil, "a letter was cut")
    }
    #expect(lines(file).contains { $0.hasPrefix("DESCRIPTION:Очень длинное описание\\, с запятыми\\; Очень") })
  }

  @Test(arguments: [
    ("а;б,в\\г", "SUMMARY:а\\;б\\,в\\\\г"), ("раз\r\nдва\nтри", "SUMMARY:раз\\nдва\\nтри"),
    ("а\u{7}б\u{301}", "SUMMARY:аб\u{301}"), ("BEGIN:VEVENT", "SUMMARY:BEGIN:VEVENT"),
  ])
  func textsAreEscaped(text: String, expected: String) {
    #expect(lines(file { $0.summary = text }).contains(expected))
  }

  @Test func wholeDaysEndTheDayBehind() throws {
    let first = try CalendarDate(parsing: "2026-02-27")
    let last = try CalendarDate(parsing: "2026-02-28")
    let lines = lines(file { $0.time = .days(first, last) })
    #expect(lines.contains("DTSTART;VALUE=DATE:20260227"))
    #expect(lines.contains("DTEND;VALUE=DATE:20260301"))
    #expect(lines.contains("DTSTAMP:00010101T000000Z"))
  }

  @Test(arguments: [
    (810, "20260312T133000Z"), (-60, "20260311T230000Z"), (1440, "20260313T000000Z"), (-1440, "20260311T000000Z"),
  ])
  func momentsAreUTC(minute: Int, expected: String) throws {
    let date = try CalendarDate(parsing: "2026-03-12")
    let lines = lines(file { $0.time = .moments(.init(date: date, minute: minute), nil) })
    #expect(lines.contains("DTSTART:\(expected)"))
    #expect(!lines.contains { $0.hasPrefix("DTEND") })
  }

  @Test(arguments: ["0001-03-01", "1999-12-31", "2000-02-29", "2024-02-29", "2100-02-28", "2026-11-21", "2400-02-29"])
  func daysCount(iso: String) throws {
    let date = try CalendarDate(parsing: iso)
    #expect(date.adding(days: 0) == date)
    for days in [1, 30, 365, 1461, 36_524, 146_097] {
      #expect(date.adding(days: days).dayNumber == date.dayNumber + days)
      #expect(date.adding(days: days).adding(days: -days) == date)
    }
    #expect(try CalendarDate(parsing: "2026-12-31").adding(days: 1).iso == "2027-01-01")
  }
}
