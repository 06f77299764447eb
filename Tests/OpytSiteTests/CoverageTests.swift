import Foundation
import OpytModel
import Testing

@testable import OpytSite

/// Directions × kindergartens × years: how many materials, what is empty, and who could not have filled it.
@Suite struct CoverageTests {
  /// A row of the table: each cell's number, `–` for an empty one, `x` for one whose kindergarten took no part.
  private static func row(_ kindergarten: String, of page: PageTree) throws -> [String] {
    let row = try #require(
      page.all("tr").first { $0.all.contains { $0.attributes["href"]?.hasSuffix("\(kindergarten).html") ?? false } })
    return row.children.filter { $0.name == "td" }.map { cell in
      cell.attributes["class"] == "absent" ? "x" : cell.text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }

  private static func built(_ files: KeyValuePairs<String, String?>, today: String = "2026-11-27") throws
    -> TemporarySite
  {
    let site = try TemporarySite(files)
    let day = try CalendarDate(parsing: today)
    let outcome = try site.build { $0.today = .day(day) }
    #expect(outcome.product != nil)
    return site
  }

  private static func page(_ site: TemporarySite, _ name: String) throws -> PageTree {
    PageTree(try site.read("public/okhvat/\(name).html"))
  }

  private static func numbers(_ page: PageTree) -> [String: String] {
    Dictionary(
      page.root.all.compactMap { element in
        element.attributes["data-of"].map { ($0, element.attributes["data-count"] ?? "") }
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func kindergarten(_ number: Int, _ fields: String = "") -> String {
    "---\ntitle: Детский сад № \(number)\nnumber: \(number)\nmunicipality: Зареченск\n\(fields)\n---\n"
  }

  private static let secondDirection = "---\ntitle: Речь\nsummary: О речи.\n---\n"

  @Test func aMaterialOfTwoDirectionsIsOneMaterial() throws {
    let site = try Self.built([
      "content/directions/rech.md": Self.secondDirection,
      "content/cases/dva.md": TemporarySite.material(title: "Два").replacing("[sreda]", with: "[sreda, rech]"),
    ])
    #expect(try Self.row("sad-5", of: Self.page(site, "index")) == ["1", "2", "2"])
    #expect(try Self.row("sad-5", of: Self.page(site, "2025-2026")) == ["1", "2", "2"])
    let (count, problems) = try PrintedNumbers(site).walk()
    #expect(count > 10 && problems == [])
  }

  @Test func aMaterialOfTwoKindergartensIsOneOfTheWhole() throws {
    let site = try Self.built([
      "content/kindergartens/sad-7.md": Self.kindergarten(7),
      "content/cases/vmeste.md": TemporarySite.material(title: "Вместе").replacing("[sad-5]", with: "[sad-5, sad-7]"),
    ])
    let page = try Self.page(site, "index")
    #expect(try Self.row("sad-5", of: page) == ["2", "2"])
    #expect(try Self.row("sad-7", of: page) == ["1", "1"])
    #expect(page.all("a").contains { $0.text == "Всего 2\u{A0}материала" && $0.attributes["data-count"] == "2" })
  }

  /// The materials are of 2024/2025 and 2025/2026.
  @Test(
    arguments: [
      ("", "––"), ("joined: 2024-08-31", "––"), ("joined: 2025-08-31", "––"), ("joined: 2025-09-01", "x–"),
      ("joined: 2026-08-31", "x–"), ("joined: 2026-09-01", "xx"), ("left: 2026-08-31", "––"),
      ("left: 2025-09-01", "––"),
      ("left: 2025-08-31", "–x"), ("left: 2024-09-01", "–x"), ("left: 2024-08-31", "xx"),
      ("joined: 2024-10-01\nleft: 2024-12-31", "–x"), ("joined: 2020-01-01\nleft: 2020-12-31", "xx"),
    ])
  func whoTookNoPartHasNoEmptyCells(fields: String, expected: String) throws {
    let site = try Self.built([
      "content/kindergartens/sad-7.md": Self.kindergarten(7, fields),
      "content/cases/davno.md": TemporarySite.material(title: "Давно", published: "2025-02-01"),
    ])
    for (year, mark) in zip(["2024-2025", "2025-2026"], expected) {
      let page = try Self.page(site, year)
      #expect(try Self.row("sad-7", of: page).first == String(mark), "\(year)")
      let numbers = Self.numbers(page)
      #expect(numbers["heat-0"] == (mark == "–" ? "1" : "0") && numbers["absent"] == (mark == "x" ? "1" : nil))
      let text = page.root.text.replacing("\u{A0}", with: " ")
      #expect(text.contains("Пустых клеток: \(mark == "–" ? 1 : 0) из \(mark == "–" ? 2 : 1)."))
      #expect(text.contains("не участвовал") == (mark == "x"))
    }
  }

  /// All years go from the first with materials to today's.
  @Test(
    arguments: [
      ("joined: 2026-09-01", "–"), ("joined: 2027-09-01", "x"), ("left: 2025-08-31", "x"), ("left: 2026-01-01", "–"),
      ("", "–"),
    ])
  func ofAllYearsToo(fields: String, expected: String) throws {
    let site = try Self.built(["content/kindergartens/sad-7.md": Self.kindergarten(7, fields)])
    #expect(try Self.row("sad-7", of: Self.page(site, "index")).first == expected)
  }

  @Test func whatIsNotPublishedIsCountedNowhere() throws {
    let site = try Self.built([
      "content/directions/rech.md": Self.secondDirection,
      "content/cases/tayna.md": TemporarySite.material(title: "Тайна", fields: "visibility: members")
        .replacing("[sreda]", with: "[rech]"),
      "content/cases/proba.md": TemporarySite.material(title: "Проба", fields: "status: draft")
        .replacing("[sreda]", with: "[rech]"),
    ])
    #expect(try Self.row("sad-5", of: Self.page(site, "index")) == ["–", "1", "1"])
    #expect(!site.exists("public/sady/sad-5/2.html") && site.exists("public/sady/sad-5/napravleniya.html"))
    #expect(try !site.read("public/sady/sad-5/napravleniya.html").contains("Тайна"))
  }

  /// Two ids that are written alike, and a page with an address of its own, have lists of their own.
  @Test func directionsThatAreWrittenAlikeDoNotShareAList() throws {
    let site = try Self.built([
      "content/directions/ёлка.md": Self.secondDirection.replacing("Речь", with: "Ёлка"),
      "content/directions/rech.md": Self.secondDirection,
      "content/cases/a.md": TemporarySite.material(title: "А").replacing("[sreda]", with: "[ёлка, rech]"),
      "content/cases/b.md": TemporarySite.material(title: "Б").replacing("[sreda]", with: "[ёлка]"),
    ])
    #expect(try Self.row("sad-5", of: Self.page(site, "index")) == ["2", "1", "1", "3"])
    #expect(try PrintedNumbers(site).walk().problems == [])
  }

  @Test func aSeminarThatIsOnlyHostedStandsApart() throws {
    let seminar = TemporarySite.material(
      title: "Чужой семинар",
      fields: """
        host: sad-7
        academic_year: 2025/2026
        sessions: [{date: 2026-01-10, start: "9:00", end: "10:00", title: Раз, form: семинар, presenters: [ilina]}]
        """
    ).replacing("situation: Случилось вот что.\nquestions: [Что делать?]\n", with: "")
    let site = try Self.built([
      "content/kindergartens/sad-7.md": Self.kindergarten(7), "content/seminars/chuzhoy.md": seminar,
    ])
    #expect(try Self.row("sad-7", of: Self.page(site, "index")) == ["–", "0"])
    #expect(try Self.row("sad-5", of: Self.page(site, "index")) == ["2", "2"])
    let page = PageTree(try site.read("public/sady/sad-7.html"))
    #expect(page.place("opyt_hosted")?.entries.count == 1 && page.place("opyt_materials") == nil)
    #expect(try PageTree(site.read("public/sady/sad-5.html")).place("opyt_materials")?.entries.count == 2)
  }
}
