import Foundation
import OpytDiagnostics
import OpytModel
import Testing

@testable import OpytCatalogue
@testable import OpytFiles
@testable import OpytNetwork
@testable import OpytOutputs
@testable import OpytPages
@testable import OpytSite

/// The sessions of seminar programmes stand in lists and calendars like events, and none of them twice.
@Suite struct OccasionTests {
  private static func seminar(_ sessions: String, fields: String = "") -> String {
    TemporarySite.material(
      title: "Игра каждый день", published: "2025-09-10",
      fields: """
        host: sad-5
        academic_year: 2025/2026
        place: Музыкальный зал
        \(fields.isEmpty ? "" : fields + "\n")sessions:
        \(sessions)
        """
    ).replacing("situation: Случилось вот что.\nquestions: [Что делать?]\n", with: "")
  }

  private static let sessions = """
      - { date: 2026-04-16, start: "9:30", end: "11:00", title: Открытие, form: семинар, summary: Начало., room: "Зал; второй" }
      - { date: 2026-04-16, start: "11:00", end: "12:30", title: Мастерская, form: мастер-класс, kindergarten: sad-7 }
      - { date: 2026-05-20, start: "10:00", end: "11:00", title: Завершение, form: клуб }
      - { date: 2025-11-20, start: "10:00", end: "11:00", title: Прошлое занятие, form: клуб, room: Видеосвязь }
    """

  /// A network whose programme nothing else stands beside: no event is counted, and nothing leads to a list of none.
  @Test(arguments: ["2026-02-01", "2027-09-02"])
  func sessionsAloneAreNoEvents(today: String) throws {
    var files = Self.network(Self.seminar(Self.sessions))
    for path in files.keys where path.hasPrefix("content/events/") || path.hasPrefix("content/plans/") {
      files[path] = nil
    }
    let site = try built(files, today: today)
    #expect(site.exists("public/sobytiya/index.html"))
    #expect(!site.exists("public/sobytiya/vse.html"))
    for (path, data) in try site.tree() where path.hasSuffix(".html") {
      #expect(!String(decoding: data, as: UTF8.self).contains("vse.html"), "\(path)")
    }
    #expect(try PrintedNumbers(site).walk().problems == [])
  }

  private static func network(_ seminar: String, _ changes: [String: String] = [:]) -> [String: String] {
    var files = TemporarySite.network.merging(changes) { $1 }
    files["content/kindergartens/sad-7.md"] = "---\ntitle: Детский сад № 7\nmunicipality: Зареченск\n---\n"
    files["content/seminars/igra.md"] = seminar
    return files
  }

  private static func event(_ start: String, _ end: String?, _ fields: String = "seminar: igra") -> String {
    """
    ---
    title: Событие
    form: семинар
    start: \(start)
    \(end.map { "end: \($0)\n" } ?? "")task: Встретиться.
    initiators: [ilina]
    kindergartens: [sad-7]
    \(fields)
    ---
    """
  }

  private static func titles(_ page: String) -> [String] {
    page.matches(of: #/<li class="card event[^>]*>\s*<h3><a href="[^"]*">([^<]+)</a>/#).map { String($0.1) }
  }

  private func built(_ files: [String: String], today: String = "2026-03-12") throws -> TemporarySite {
    let site = try TemporarySite([:], basedOn: files)
    let outcome = try site.build { $0.today = .on(today) }
    try #require(outcome.report.errorCount == 0, "\(outcome.report.entries.map { $0.diagnostic.line })")
    return site
  }

  // MARK: Where they stand

  @Test(arguments: [
    ("2026-03-12", ["Открытие", "Мастерская", "Завершение"]), ("2026-04-16", ["Открытие", "Мастерская", "Завершение"]),
    ("2026-04-17", ["Завершение"]), ("2026-05-20", ["Завершение"]), ("2026-05-21", []),
  ])
  func whatIsToComeStandsInTheLists(today: String, expected: [String]) throws {
    let site = try built(Self.network(Self.seminar(Self.sessions)), today: today)
    let list = try site.read("public/sobytiya/index.html")
    #expect(Self.titles(list) == expected)
    #expect(Self.titles(try site.read("public/index.html")) == expected)
    for title in expected {
      // In the month's table and in the list.
      #expect(list.matches(of: try Regex(">\(title)</a>")).count == 2)
    }
    let past = ["Завершение", "Мастерская", "Открытие", "Прошлое занятие"].filter { !expected.contains($0) }
    #expect(Self.titles(try site.read("public/sobytiya/2025-2026.html")) == past)
    // In the direction all, in each kindergarten those that take place there.
    func place(_ path: String) throws -> Set<String> { Set(Self.titles(try site.read("public/\(path).html"))) }
    #expect(try place("napravleniya/sreda") == Set(expected + past))
    #expect(try place("sady/sad-7") == ["Мастерская"])
    #expect(try place("sady/sad-5") == Set(expected + past).subtracting(["Мастерская"]))
    // There is no event that a number could lead to.
    #expect(try !site.read("public/index.html").contains(">события</a> <b>"))
  }

  @Test func aSessionLeadsToItsPlaceInTheProgramme() throws {
    let site = try built(Self.network(Self.seminar(Self.sessions)))
    let list = try site.read("public/sobytiya/index.html")
    let links = PageLinks(list).inside.filter { $0.contains("#opyt_session-") }
    #expect(Set(links).count == 3)
    let ids = PageLinks(try site.read("public/seminary/igra.html")).ids
    for link in links {
      let (target, fragment) = PageLinks.resolve(link, from: "sobytiya/index.html")
      #expect(target == "seminary/igra.html" && ids.contains(fragment ?? ""))
    }
    #expect(list.replacing("\u{A0}", with: " ").contains("16 апреля 2026 г., 9:30–11:00"))
  }

  @Test(arguments: ["status: draft", "visibility: members"])
  func whatIsNotForReadersStandsNowhere(field: String) throws {
    let site = try built(Self.network(Self.seminar(Self.sessions, fields: field)))
    #expect(!site.exists("public/sobytiya"))
    for (path, data) in try site.tree() {
      for title in ["Мастерская", "Завершение", "Прошлое занятие"] {
        #expect(data.firstRange(of: Data(title.utf8)) == nil, "\(path)")
      }
    }
  }

  // MARK: Never twice

  @Test(arguments: [
    // Of several sessions of a day the event is the one that goes on at its time.
    ("2026-04-16 9:30", "2026-04-16 11:00", ["Событие", "Мастерская"]),
    ("2026-04-16 9:00", "2026-04-16 10:45", ["Событие", "Мастерская"]),
    ("2026-04-16 11:00", "2026-04-16 12:00", ["Открытие", "Событие"]),
    ("2026-04-16 9:30", "2026-04-16 13:00", ["Событие"]), ("2026-04-16 10:00", nil, ["Событие", "Мастерская"]),
    ("2026-04-16 15:00", "2026-04-16 16:00", ["Открытие", "Мастерская", "Событие"]),
    ("2026-04-16", nil, ["Событие"]), ("2026-04-15 9:00", "2026-04-17", ["Событие"]),
    ("2026-04-15 22:00", "2026-04-16 9:30", ["Событие", "Открытие", "Мастерская"]),
    ("2026-04-17", nil, ["Открытие", "Мастерская", "Событие"]),
  ])
  func anEventStandsForTheSessionsOfItsProgramme(start: String, end: String?, expected: [String]) throws {
    for state in ["planned", "cancelled"] {
      let files = Self.network(
        Self.seminar(Self.sessions),
        ["content/events/sobytie.md": Self.event(start, end, "seminar: igra\nstate: \(state)")])
      let site = try built(files)
      #expect(Self.titles(try site.read("public/sobytiya/index.html")) == expected + ["Завершение"])
      let calendar = try ICalendar(site.read("public/sobytiya/kalendar.ics"))
      #expect(Set(calendar.events.compactMap { $0["SUMMARY"] }) == Set(expected + ["Завершение", "Прошлое занятие"]))
    }
  }

  /// Its hours differ by mistake.
  @Test func theOnlySessionOfADayIsTheEventWhateverItsHour() throws {
    let files = Self.network(
      Self.seminar(Self.sessions), ["content/events/sobytie.md": Self.event("2026-05-20 15:00", "2026-05-20 16:00")])
    #expect(Self.titles(try built(files).read("public/sobytiya/index.html")) == ["Открытие", "Мастерская", "Событие"])
    // Another programme's event, or nobody's, stands for nothing.
    let other = files.merging([
      "content/events/sobytie.md": Self.event("2026-05-20 10:00", "2026-05-20 11:00", "mode: очно")
    ]) { $1 }
    #expect(
      Self.titles(try built(other).read("public/sobytiya/index.html")) == [
        "Открытие", "Мастерская", "Событие", "Завершение",
      ])
  }

  // MARK: Calendars

  @Test func calendarsHoldTheSessions() throws {
    let site = try built(Self.network(Self.seminar(Self.sessions)))
    for (path, titles) in [
      ("sobytiya/kalendar", ["Прошлое занятие", "Открытие", "Мастерская", "Завершение"]),
      ("napravleniya/sreda", ["Прошлое занятие", "Открытие", "Мастерская", "Завершение"]),
      ("sady/sad-7", ["Мастерская"]), ("sady/sad-5", ["Прошлое занятие", "Открытие", "Завершение"]),
    ] {
      #expect(try ICalendar(site.read("public/\(path).ics")).events.map { $0["SUMMARY"] ?? "" } == titles, "\(path)")
    }
    let events = try ICalendar(site.read("public/sobytiya/kalendar.ics")).events
    #expect(
      events[1] == [
        "UID": "igra.otkrytie@opyt.example", "DTSTAMP": "20260312T000000Z", "DTSTART": "20260416T063000Z",
        "DTEND": "20260416T080000Z", "SUMMARY": "Открытие", "DESCRIPTION": "Игра каждый день\nНачало.",
        "LOCATION": "Зал; второй, Детский сад № 5", "CATEGORIES": "Среда – третий учитель", "STATUS": "CONFIRMED",
        "URL": "https://opyt.example/seminary/igra.html#opyt_session-otkrytie",
      ])
    // The programme's place is the host's.
    #expect(events[2]["LOCATION"] == "Детский сад № 7" && events[3]["LOCATION"] == "Музыкальный зал, Детский сад № 5")
  }

  /// A calendar program knows an entry by its UID.
  @Test func namesOutliveOtherSessions() throws {
    func names(_ sessions: String) throws -> [String: String] {
      let events = try ICalendar(built(Self.network(Self.seminar(sessions))).read("public/sobytiya/kalendar.ics"))
        .events
      return Dictionary(uniqueKeysWithValues: events.map { ($0["DTSTART"] ?? "", $0["UID"] ?? "") })
    }
    let before = try names(Self.sessions)
    let first = "  - { date: 2025-10-02, start: \"9:00\", end: \"9:30\", title: Ещё одно, form: клуб }\n"
    let again = "\n  - { date: 2026-06-02, start: \"9:00\", end: \"9:30\", title: Открытие, form: клуб }"
    let after = try names(
      first + Self.sessions.replacing("end: \"11:00\", title: Откр", with: "end: \"10:59\", title: Откр") + again)
    #expect(before.allSatisfy { after[$0.key] == $0.value })
    #expect(after.count == 6 && Set(after.values).count == 6)
  }

  @Test(arguments: [
    (["Клуб 2026-01-01 9:00", "Клуб 2026-02-01 9:00"], ["klub", "klub-2026-02-01"]),
    (["Клуб 2026-02-01 9:00", "Клуб 2026-01-01 9:00"], ["klub-2026-02-01", "klub"]),
    (
      ["Клуб 2026-01-01 9:00", "Клуб 2026-01-01 11:00", "Клуб 2026-01-01 12:00"],
      ["klub", "klub-2026-01-01", "klub-2026-01-01-1200"]
    ),
    (
      ["Клуб 2026-01-01 9:00", "клуб! 2026-01-01 9:00", "Клуб 2026-01-01 9:00", "Клуб 2026-01-01 9:00"],
      ["klub", "klub-2026-01-01", "klub-2026-01-01-0900", "klub-2026-01-01-0900-4"]
    ),
    (["🎈 2026-01-01 9:00", "… 2026-01-01 9:00"], ["2026-01-01", "2026-01-01-0900"]),
  ])
  func eachSessionHasANameOfItsOwn(sessions: [String], expected: [String]) throws {
    let lines = sessions.map { text in
      let words = text.split(separator: " ")
      return "  - { date: \(words[1]), start: \"\(words[2])\", end: \"23:00\", title: \"\(words[0])\", form: клуб }"
    }
    let site = try built(
      Self.network(Self.seminar(lines.joined(separator: "\n")).replacing("2025/2026", with: "2025/2026")))
    let page = try site.read("public/seminary/igra.html")
    let ids = page.matches(of: #/id="opyt_session-([^"]*)"/#).map { String($0.1) }
    #expect(ids.sorted() == expected.sorted())
  }

  // MARK: Hours

  @Test(
    arguments: [
      ("2026-12-31 22:00", "2027-01-01 1:30", "DTSTART:20261231T190000Z", "DTEND:20261231T223000Z"),
      ("2026-05-21 9:00", "2026-05-22 13:20", "DTSTART:20260521T060000Z", "DTEND:20260522T102000Z"),
      ("2026-05-21 9:00", "2026-05-22", "DTSTART:20260521T060000Z", "DTEND:20260522T205900Z"),
      ("2026-05-21", "2026-05-22 13:20", "DTSTART;VALUE=DATE:20260521", "DTEND;VALUE=DATE:20260523"),
      ("2026-05-21", "2026-05-21 13:20", "DTSTART;VALUE=DATE:20260521", "DTEND;VALUE=DATE:20260522"),
      ("2026-05-21 9:00", "2026-05-21", "DTSTART:20260521T060000Z", nil),
      ("2026-05-21 9:00", "2026-05-21 9:00", "DTSTART:20260521T060000Z", nil),
      ("2026-05-21 9:00", nil, "DTSTART:20260521T060000Z", nil),
    ] as [(String, String?, String, String?)])
  func aCalendarHasTheHoursOfThePage(start: String, end: String?, first: String, last: String?) throws {
    let files = TemporarySite.network.merging([
      "content/events/sobytie.md": Self.event(start, end, "mode: очно").replacing("sad-7", with: "sad-5")
    ]) { $1 }
    let site = try built(files)
    let lines = try site.read("public/sobytiya/sobytie.ics").components(separatedBy: "\r\n")
    #expect(lines.filter { $0.hasPrefix("DTSTART") } == [first])
    #expect(lines.filter { $0.hasPrefix("DTEND") } == [last].compactMap { $0 })
    let when = try BuiltInTheme.strings().when(Moment(parsing: start), end.map { try Moment(parsing: $0) })
    for page in ["sobytiya/sobytie", "sobytiya/index", "index", "sady/sad-5"] {
      #expect(try site.read("public/\(page).html").contains(when), "\(page)")
    }
  }

  // MARK: Days with hours of their own

  private static let days =
    "mode: очно\ndays: [{date: 2026-05-23, end: 13:20}, {date: 2026-05-21, start: 9:00, end: 15:00}]"

  @Test func eachDayHasItsHours() throws {
    let event = Self.event("2026-05-21 9:00", "2026-05-23", Self.days).replacing("sad-7", with: "sad-5")
    let site = try built(TemporarySite.network.merging(["content/events/sobytie.md": event]) { $1 })
    for page in ["sobytiya/sobytie", "sobytiya/index", "index", "sady/sad-5"] {
      let text = try site.words("public/\(page).html")
      #expect(text.contains("21–23 мая 2026 г."), "\(page)")
      let hours = text.matches(of: #/<li><time datetime="([^"]*)">([^<]*)</time></li>/#).map { "\($0.1) \($0.2)" }
      #expect(
        hours == ["2026-05-21 21 мая 2026 г., 9:00–15:00", "2026-05-23 23 мая 2026 г., до 13:20"], "\(page)")
    }
    // Over when the last day is, and nothing on the day between.
    let list = try site.read("public/sobytiya/index.html")
    #expect(list.contains(#"data-from="2026-05-23T10:20Z""#))
    #expect(list.matches(of: #/<td>(\d+) <a href="..\/sobytiya\/sobytie.html">/#).map { String($0.1) } == ["21", "23"])
    let lines = try site.read("public/sobytiya/sobytie.ics").components(separatedBy: "\r\n")
    #expect(
      lines.filter { ["DTSTART", "DTEND", "UID"].contains(String($0.prefix { $0 != ":" && $0 != ";" })) } == [
        "UID:sobytie..2026-05-21@opyt.example", "DTSTART:20260521T060000Z", "DTEND:20260521T120000Z",
        "UID:sobytie..2026-05-23@opyt.example", "DTSTART;VALUE=DATE:20260523", "DTEND;VALUE=DATE:20260524",
      ])
  }

  @Test(arguments: [
    ("{date: 2026-04-16, start: 9:00, end: 10:00}", ["Событие", "Мастерская"]),
    ("{date: 2026-04-16, start: 12:00, end: 13:00}", ["Открытие", "Событие"]),
    ("{date: 2026-04-16, start: 13:00, end: 14:00}", ["Открытие", "Мастерская", "Событие"]),
    ("{date: 2026-04-16}", ["Событие"]), ("{date: 2026-04-15, start: 9:00}", ["Событие", "Открытие", "Мастерская"]),
  ])
  func aDayOfAnEventStandsForTheSessionsOfItsHours(day: String, expected: [String]) throws {
    let start = day.contains("04-15") || expected.first == "Событие" ? "2026-04-15" : "2026-04-16"
    let site = try built(
      Self.network(
        Self.seminar(Self.sessions),
        ["content/events/sobytie.md": Self.event(start, "2026-04-17", "seminar: igra\ndays: [\(day)]")]))
    #expect(Set(Self.titles(try site.read("public/sobytiya/index.html"))) == Set(expected + ["Завершение"]))
  }

  // MARK: Breaks and the registration

  private static let pauses = """
      - { date: 2026-05-20, start: "9:30", end: "10:00", title: Сбор гостей, part: registration }
      - { date: 2026-05-20, start: "10:00", end: "11:00", title: Завершение, form: клуб, moderator: [ilina], attachments: [{file: plan.txt, title: План разговора}] }
      - { date: 2026-05-20, start: "11:00", end: "11:15", title: Чай, вид: перерыв }
    """

  @Test func pausesBelongToTheProgrammeAlone() throws {
    let files = Self.network(Self.seminar(Self.pauses), ["content/seminars/plan.txt": "План\n"])
    let site = try built(files)
    #expect(Self.titles(try site.read("public/sobytiya/index.html")) == ["Завершение"])
    #expect(
      try ICalendar(site.read("public/sobytiya/kalendar.ics")).events.compactMap { $0["SUMMARY"] } == ["Завершение"])
    let page = try site.words("public/seminary/igra.html")
    for words in ["Сбор гостей", "Чай", "перерыв", "регистрация", "Модератор:", "План разговора"] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(site.exists("public/seminary/igra/plan.txt"))
    // Who moderates is reached from both sides.
    #expect(try site.words("public/pedagogi/ilina.html").contains("Семинары, на которых ведёт обсуждение"))
    // Beside pauses the session is still the only one of its day.
    let told = files.merging(["content/events/sobytie.md": Self.event("2026-05-20 15:00", nil)]) { $1 }
    let other = try built(told)
    #expect(Self.titles(try other.read("public/sobytiya/index.html")) == ["Событие"])
    #expect(
      try other.words("public/seminary/igra.html").contains("Страница этого события: <a href=\"../sobytiya/"))
  }
}
