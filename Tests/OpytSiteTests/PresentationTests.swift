import OpytModel
import OpytText
import Testing

@testable import OpytFiles
@testable import OpytNetwork
@testable import OpytOutputs
@testable import OpytPages
@testable import OpytSite

@Suite struct PresentationTests {
  private func date(_ iso: String) throws -> CalendarDate { try CalendarDate(parsing: iso) }

  @Test(arguments: [
    ("2026-03-12", "2026-03-12", "12 марта 2026 г."), ("2026-03-12", "2026-03-14", "12–14 марта 2026 г."),
    ("2026-10-30", "2026-11-02", "30 октября — 2 ноября 2026 г."),
    ("2025-10-01", "2026-03-31", "1 октября 2025 г. — 31 марта 2026 г."),
  ])
  func datesReadAsRussianWritesThem(from: String, to: String, expected: String) throws {
    let text = try BuiltInTheme.strings().dates(from: try date(from), to: try date(to))
    #expect(text.replacing("\u{A0}", with: " ") == expected)
    // Only the space behind a dash may break.
    #expect(text.count { $0 == " " } == text.count { $0 == "—" && expected.contains(" —") })
  }

  private static let moments: [(from: String, to: String?, expected: String)] = [
    ("2026-03-12", nil, "12 марта 2026 г."), ("2026-03-12 13:30", nil, "12 марта 2026 г., 13:30"),
    ("2026-03-12", "2026-03-12", "12 марта 2026 г."),
    ("2026-03-12 13:30", "2026-03-12", "12 марта 2026 г., 13:30"),
    ("2026-03-12 13:30", "2026-03-12 15:00", "12 марта 2026 г., 13:30–15:00"),
    ("2026-03-12 13:30", "2026-03-12 13:30", "12 марта 2026 г., 13:30"),
    ("2026-03-12", "2026-03-12 15:00", "12 марта 2026 г., до 15:00"),
    ("2026-03-12", "2026-03-14", "12–14 марта 2026 г."),
    ("2026-03-12 9:00", "2026-03-14", "12–14 марта 2026 г., начало в 9:00"),
    ("2026-03-12", "2026-03-14 15:00", "12–14 марта 2026 г., окончание в 15:00"),
    ("2026-10-30", "2026-11-02 0:00", "30 октября — 2 ноября 2026 г., окончание в 0:00"),
    ("2026-05-21 9:00", "2026-05-22 13:20", "21 мая, 9:00 – 22 мая 2026 г., 13:20"),
    ("2026-10-30 09:00", "2026-11-02 9:00", "30 октября, 9:00 – 2 ноября 2026 г., 9:00"),
    ("2026-12-31 22:00", "2027-01-01 1:30", "31 декабря 2026 г., 22:00 – 1 января 2027 г., 1:30"),
  ]

  @Test(arguments: moments)
  func noHourThatIsKnownIsLeftOut(from: String, to: String?, expected: String) throws {
    let text = try BuiltInTheme.strings().when(try Moment(parsing: from), try to.map { try Moment(parsing: $0) })
    #expect(text.replacing("\u{A0}", with: " ") == expected)
    // No line ends behind a number.
    #expect(text.firstMatch(of: #/[0-9] /#) == nil)
  }

  @Test(arguments: [
    ("2026-11-21", "суббота"), ("2000-01-01", "суббота"), ("2024-02-29", "четверг"), ("1999-12-31", "пятница"),
    ("2025-10-16", "четверг"),
  ])
  func daysOfTheWeek(iso: String, expected: String) throws {
    #expect(try BuiltInTheme.strings().weekday(try date(iso)) == expected)
  }

  @Test(arguments: [
    (0, "1\u{A0}Б"), (1023, "1023\u{A0}Б"), (1024, "1\u{A0}КБ"), (126_976, "124\u{A0}КБ"), (1_048_576, "1\u{A0}МБ"),
    (1_468_006, "1,4\u{A0}МБ"), (20 << 20, "20\u{A0}МБ"),
  ])
  func fileSizes(bytes: Int, expected: String) throws {
    #expect(try BuiltInTheme.strings().fileSize(bytes) == expected)
  }

  @Test(arguments: [(62.5, "62,5"), (20, "20"), (-0.25, "-0,25"), (0, "0")])
  func decimals(number: Double, expected: String) throws {
    #expect(try BuiltInTheme.strings().decimal(number) == expected)
  }

  @Test(arguments: [
    ("index.html", "proekty/a.html", "proekty/a.html"), ("proekty/a.html", "index.html", "../index.html"),
    ("sady/s/2.html", "sady/s.html", "../../sady/s.html"),
  ])
  func linksAreRelative(page: String, target: String, expected: String) {
    #expect(LinkBase(page: Address(page)).link(to: Address(target))?.text == expected)
  }

  @Test(arguments: [
    ("index.html", ""), ("proekty/index.html", "proekty/"), ("proekty/a.html", "proekty/a.html"),
  ])
  func canonicalPathsNameFolders(path: String, expected: String) { #expect(Address(path).canonicalPath == expected) }

  @Test(arguments: [1, 2, 8])
  func workersKeepTheOrder(count: Int) {
    let inputs = Array(0..<1000)
    #expect(Workers(count: count).map(inputs) { $0 * 2 } == inputs.map { $0 * 2 })
    #expect(Workers(count: count).map([Int]()) { $0 } == [])
  }
}
