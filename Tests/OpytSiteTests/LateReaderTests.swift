import Foundation
import Testing

@testable import OpytModel
@testable import OpytPages
@testable import OpytSite

/// A page may be read weeks after it was built: it says when what is to come will be over, for the script.
@Suite struct LateReaderTests {
  @Test(arguments: [
    ("start: 2026-10-15", "2026-10-15T21:00Z"), ("start: 2026-10-15 13:30", "2026-10-15T21:00Z"),
    ("start: 2026-10-15 13:30\nend: 2026-10-15 15:00", "2026-10-15T12:00Z"),
    ("start: 2026-10-15\nend: 2026-10-17", "2026-10-17T21:00Z"),
    ("start: 2026-12-31 22:00\nend: 2027-01-01 1:30", "2026-12-31T22:30Z"),
  ])
  func whereverItStands(dates: String, ends: String) throws {
    let event = """
      ---
      title: Встреча впереди
      form: клуб
      \(dates)
      task: Встретиться.
      initiators: [ilina]
      kindergartens: [sad-5]
      directions: [sreda]
      registration: https://sad5.example.org/zapis
      ---
      """
    let site = try TemporarySite(["content/events/vperedi.md": event])
    _ = try site.build()
    for page in ["index.html", "sobytiya/index.html", "sady/sad-5.html", "napravleniya/sreda.html"] {
      let text = try site.read("public/" + page)
      #expect(text.contains("data-from=\"\(ends)\" hidden>прошло</strong>"), "\(page)")
      #expect(text.contains("<section data-upcoming"), "\(page)")
    }
    let page = try site.read("public/sobytiya/vperedi.html")
    #expect(page.contains("data-from=\"\(ends)\" hidden>"))
    let block = try #require(page.firstMatch(of: try Regex("<div data-until=\"\(ends)\">(?s:.*?)</div>")))
    let words = String(page[block.range])
    #expect(words.contains("https://sad5.example.org/zapis") && words.contains("iCalendar"))
    site.day = .day(try CalendarDate(parsing: "2027-01-02"))
    _ = try site.build()
    for (path, data) in try site.tree() where path.hasSuffix(".html") {
      #expect(data.firstRange(of: Data("data-from".utf8)) == nil, "\(path)")
    }
  }

  @Test func whatIsCancelledDoesNotEnd() throws {
    let site = try TemporarySite([
      "content/events/otmena.md":
        "---\ntitle: Отмена\nform: клуб\nstart: 2026-10-15\ntask: А.\ninitiators: [ilina]\nstate: cancelled\n---\n"
    ])
    _ = try site.build()
    #expect(try !site.read("public/sobytiya/index.html").contains("data-from"))
  }

  @Test(arguments: [
    ("Europe/Moscow", "2026-03-12T12:00Z"), ("Asia/Kamchatka", "2026-03-12T03:00Z"),
    ("America/Los_Angeles", "2026-03-12T22:00Z"), ("Pacific/Kiritimati", "2026-03-12T01:00Z"),
  ])
  func anHourIsTheSites(zone: String, expected: String) throws {
    let end = Moment(try CalendarDate(parsing: "2026-03-12"), ClockTime(parsing: "15:00"))
    #expect(LocalTime(zone).text(end) == expected)
  }
}
