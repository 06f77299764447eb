import OpytDiagnostics
import OpytMarkup
import Testing

@testable import OpytModel

@Suite("Dates, times and academic years")
struct DateTests {
  @Test(
    "a date has three forms",
    arguments: [
      "2026-03-12", "12.03.2026", "12 марта 2026", "12 Марта 2026", "12\u{A0}марта\u{A0}2026", "12\u{202F}марта 2026",
      "\"  2026-03-12 \"", "12  марта  2026", "12 МАРТА 2026",
    ])
  func forms(_ text: String) throws {
    let (value, problems) = try content(of: "published", "published: \(text)", as: .project)
    #expect(problems == [])
    #expect(value.date?.iso == "2026-03-12")
  }

  @Test("every month has its name")
  func months() throws {
    let names = [
      "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
      "декабря",
    ]
    for (index, name) in names.enumerated() {
      #expect(try CalendarDate(parsing: "1 \(name) 2026") == CalendarDate(year: 2026, month: index + 1, day: 1))
    }
  }

  @Test(
    "a day that is not in the calendar is told, and never shifted",
    arguments: [
      "2026-02-30", "30.02.2026", "30 февраля 2026", "05.13.2026", "2026-13-05", "2025-02-29", "1900-02-29",
      "2026-04-31", "00.01.2026", "2026-00-10", "0000-01-01", "31 сентября 2025",
    ])
  func noSuchDay(_ text: String) throws {
    let (value, problems) = try content(of: "updated", "updated: \(text)", as: .project)
    #expect(problems == ["2:10 date-invalid error"])
    #expect(value.isAbsent)
    let network = TestNetwork.base.addingFields("updated: \(text)", to: Base.project)
    #expect(network.messages == ["такого дня нет: «\(text)»"])
  }

  @Test(
    "nothing else is a date",
    arguments: [
      "вчера", "12 марта 26", "12 march 2026", "2026-03-12T10:00", "20260312",
      "+1 марта 2026", "٠١.٠١.٢٠٢٦", "12марта2026", "2026-03-1x",
    ])
  func otherForms(_ text: String) throws {
    let (value, problems) = try content(of: "updated", "updated: \(text)", as: .project)
    #expect(problems == ["2:10 date-invalid error"])
    #expect(value.isAbsent)
    let network = TestNetwork.base.addingFields("updated: \(text)", to: Base.project)
    #expect(network.messages == ["это не дата: «\(text)»"])
    #expect(network.check().diagnostics.first?.advice?.russian == "запишите 2026-03-12, 12.03.2026 или 12 марта 2026")
  }

  @Test(
    "a day or month of one digit is told in the author's own numbers",
    arguments: [
      ("5.06.2025", "день и месяц – двумя цифрами: 05.06.2025"),
      ("5.6.2025", "день и месяц – двумя цифрами: 05.06.2025"),
      ("2026-1-5", "месяц и день – двумя цифрами: 2026-01-05"),
      ("12.3.2026", "день и месяц – двумя цифрами: 12.03.2026"),
      ("5-6.2025", "день и месяц – двумя цифрами: 05.06.2025"), ("5.6.25", "год – четырьмя цифрами: 05.06.2025"),
    ])
  func oneDigit(_ text: String, _ advice: String) {
    let network = TestNetwork.base.replacing("published: 2026-03-12", with: "published: \(text)", in: Base.project)
    #expect(network.check().diagnostics.first?.advice?.russian == advice)
  }

  @Test(
    "what no padding mends keeps the general advice", arguments: ["31.2.2026", "1.2.3.4", "31.2"])
  func oneDigitOfNoDate(_ text: String) {
    let network = TestNetwork.base.replacing("published: 2026-03-12", with: "published: \(text)", in: Base.project)
    #expect(network.check().diagnostics.first?.advice?.russian == "запишите 2026-03-12, 12.03.2026 или 12 марта 2026")
  }

  @Test(
    "a day without its year is told with the year that its document has most likely",
    arguments: [
      ("published: 2026-03-12", "published: 25 ноября", "25 ноября 2026"),
      ("published: 2026-03-12", "published: 12 января", "12 января 2027"),
      ("start: 2025-10-01", "start: 25.11", "25.11.2025"), ("start: 2025-10-01", "start: 5 марта", "5 марта 2026"),
      ("end: 2026-03-01", "end: 1.02", "01.02.2026"), ("updated: 1", "updated: 1/04", "01.04.2026"),
    ])
  func withoutYear(_ line: String, _ wrong: String, _ proposal: String) {
    let network =
      line.hasPrefix("updated")
      ? TestNetwork.base.addingFields(wrong, to: Base.project)
      : TestNetwork.base.replacing(line, with: wrong, in: Base.project)
    #expect(
      network.check().diagnostics.first?.advice?.russian == "нет года – допишите его, например: \(proposal)",
      "\(network.told)")
  }

  @Test(
    "and with its time, and by an academic year",
    arguments: [
      ("12 марта 13:30", "12 марта 2026 13:30"), ("25 ноября в 9.00", "25 ноября 2025 9:00"), ("3.09", "03.09.2025"),
    ])
  func momentWithoutYear(_ text: String, _ proposal: String) throws {
    let file = SourceFile(path: "a.md", bytes: Array("---\nначало: \(text)\nместо: 2025/2026\n---\n".utf8))
    let parsed = try #require(DocumentParser().parse(file).document)
    let (_, diagnostics) = DocumentDecoder().decode(parsed, as: Event.self, id: "a")
    let advice = diagnostics.first { $0.code == .dateInvalid }?.advice?.russian
    #expect(advice == "нет года – допишите его, например: \(proposal)")
  }

  @Test(
    "days in messages",
    arguments: [
      ("2026-03-12", "2026-03-12", "12 марта 2026 г."), ("2026-03-01", "2026-03-31", "1–31 марта 2026 г."),
      ("2026-03-01", "2026-04-30", "1 марта — 30 апреля 2026 г."),
      ("2025-10-01", "2026-03-31", "1 октября 2025 г. — 31 марта 2026 г."),
    ])
  func words(_ first: String, _ last: String, _ expected: String) throws {
    let days = try CalendarDate(parsing: first)...CalendarDate(parsing: last)
    #expect(CalendarDate.inWords(days).replacing("\u{A0}", with: " ") == expected)
  }

  @Test("29 February is a day of leap years", arguments: ["2024-02-29", "2000-02-29", "29 февраля 2028"])
  func leapYears(_ text: String) throws {
    #expect(try CalendarDate(parsing: text).day == 29)
  }

  @Test("differences are counted in days")
  func dayNumbers() throws {
    func days(_ from: String, _ to: String) throws -> Int {
      try CalendarDate(parsing: to).dayNumber - CalendarDate(parsing: from).dayNumber
    }
    #expect(try days("2024-02-28", "2024-03-01") == 2)
    #expect(try days("2025-02-28", "2025-03-01") == 1)
    #expect(try days("1999-12-31", "2000-01-01") == 1)
    #expect(try days("2000-01-01", "2400-01-01") == 146_097)
  }

  @Test("months are added to the day or to the month's last day")
  func addingMonths() throws {
    func sum(_ date: String, _ months: Int) throws -> String {
      try CalendarDate(parsing: date).adding(months: months).iso
    }
    #expect(try sum("2025-10-31", 1) == "2025-11-30")
    #expect(try sum("2025-10-31", 4) == "2026-02-28")
    #expect(try sum("2025-12-15", 1) == "2026-01-15")
    #expect(try sum("2025-12-15", 12) == "2026-12-15")
  }

  @Test(
    "a project's duration follows from its dates",
    arguments: [
      ("2025-10-01", "2025-10-01", Project.Duration.short), ("2025-10-01", "2025-11-01", .short),
      ("2025-10-01", "2025-11-02", .medium), ("2025-10-01", "2026-04-01", .medium), ("2025-10-01", "2026-04-02", .long),
      ("2025-10-31", "2025-11-30", .short), ("2025-10-31", "2025-12-01", .medium),
    ])
  func duration(_ start: String, _ end: String, _ duration: Project.Duration) throws {
    let (document, _) = try decode("start: \(start)\nend: \(end)", as: .project)
    #expect((document.entity as? Project)?.duration == duration)
  }

  @Test(
    "a time is 9:00 or 09:00",
    arguments: [("9:00", "9:00"), ("09:00", "9:00"), ("0:05", "0:05"), ("23:59", "23:59"), ("\" 9:30 \"", "9:30")])
  func times(_ text: String, _ expected: String) throws {
    let network = TestNetwork.base.replacing("start: 9:30", with: "start: \(text)", in: Base.seminar)
      .replacing("end: 11:00", with: "end: 23:59", in: Base.seminar)
    let seminar = try network.check().entity(Base.seminar, as: SeminarProgram.self)
    #expect(seminar.sessions.first?.start.value.text == expected)
  }

  @Test(
    "nothing else is a time", arguments: ["24:00", "9:60", "9", "9:5", "009:00", "9:00:00", "9-30", "полдень"])
  func otherTimes(_ text: String) {
    let network = TestNetwork.base.replacing("start: 9:30", with: "start: \(text)", in: Base.seminar)
    #expect(network.problems == ["content/seminars/igra.md:13:38 date-invalid error"])
    #expect(network.messages == ["это не время: «\(text)»"])
  }

  @Test("an academic year is two years in a row", arguments: ["2025/2026", "2025-2026", "\" 2025/2026\""])
  func academicYears(_ text: String) throws {
    let (value, problems) = try content(of: "academic_year", "academic_year: \(text)", as: .seminarProgram)
    #expect(problems == [])
    guard case .academicYear(let year) = value else { throw VocabularyTests.Missing(field: "academic_year") }
    #expect(year.text == "2025/2026")
  }

  @Test(
    "nothing else is an academic year",
    arguments: ["2025/2027", "2025/2025", "2026/2025", "2025", "2025/27", "+202/+203", "2025.2026"])
  func otherYears(_ text: String) {
    let network = TestNetwork.base.replacing("2025/2026", with: text, in: Base.seminar)
    #expect(network.problems == ["content/seminars/igra.md:12:16 date-invalid error"])
    #expect(network.messages == ["это не учебный год: «\(text)»"])
  }

  @Test(
    "an academic year runs from 1 September to 31 August",
    arguments: [("2025-08-31", false), ("2025-09-01", true), ("2026-08-31", true), ("2026-09-01", false)])
  func bounds(_ date: String, _ isInside: Bool) throws {
    #expect(AcademicYear(start: 2025).contains(try CalendarDate(parsing: date)) == isInside)
  }
}

extension FieldContent {
  fileprivate var date: CalendarDate? {
    if case .date(let date) = self { date } else { nil }
  }
}
