import Foundation
import OpytDiagnostics
import OpytModel
import Testing

@testable import OpytPages
@testable import OpytSite

/// What a site derives of how well its materials are supported: on the material's page, and on the page that explains it.
@Suite struct EvidenceTests {
  private static let second = """
    ---
    title: Детский сад № 7
    number: 7
    municipality: Зареченск
    joined: 2024-09-01
    ---
    """
  private static let third = second.replacing("7", with: "9")

  private static func person(_ name: String, _ home: String, _ consent: String) -> String {
    "---\ntitle: \(name)\nposition: методист\nkindergarten: \(home)\nconsent: \(consent)\n---\n"
  }

  /// The steps that «Ссора» has reached, as its page names them.
  private static func reached(_ fields: String, _ others: [String: String] = [:]) throws -> [String] {
    let site = try TemporarySite()
    try site.write([
      "content/kindergartens/sad-7.md": second, "content/kindergartens/sad-9.md": third,
      "content/people/gusev.md": person("Гусев Антон Павлович", "sad-7", "С-2"),
      "content/people/orlova.md": person("Орлова Вера Ильинична", "sad-9", "С-3"),
      "content/people/yudina.md": person("Юдина Вера Ильинична", "sad-9", "").replacing("consent: \n", with: ""),
    ])
    try site.write(others)
    try site.write(
      TemporarySite.material(title: "Ссора", fields: fields), to: "content/cases/ssora.md")
    let outcome = try site.build()
    try #require(outcome.published != nil, "\(outcome.report.entries.map(\.diagnostic.line))")
    let page = try site.words("public/keysy/ssora.html")
    let list = try #require(page.firstMatch(of: /<ul class="evidence">(?s:.*?)<\/ul>/)).output
    return list.matches(of: /<li class="reached"><a href="[^"]*">([^<]*)<\/a>/).map { String($0.output.1) }
  }

  private static func follower(_ kindergarten: String, _ basedOn: String, status: String = "adopted") -> String {
    TemporarySite.material(title: "Мир", fields: "based_on: [\(basedOn)]\nstatus: \(status)")
      .replacing("kindergartens: [sad-5]", with: "kindergartens: [\(kindergarten)]")
      .replacing("authors: [ilina]", with: "authors: [gusev]")
  }

  @Test(
    arguments: [
      ("", ["Описан"]),
      ("indicators: [{name: Споры, points: [{period: март, value: 3}]}]", ["Описан"]),
      (
        "indicators: [{name: Споры, points: [{period: март, value: 3}, {period: май, value: 1}]}]",
        ["Описан", "Измерен"]
      ),
      ("review: [{level: ДОО, date: 2026-04-01, decision: Да}]", ["Описан"]),
      ("review: [{level: ДОО, date: 2026-04-01, experts: [gusev], decision: Да}]", ["Описан"]),
      ("review: [{level: ДОО, date: 2026-04-01, experts: [gusev, ilina], decision: Да}]", ["Описан"]),
      ("review: [{level: ДОО, date: 2026-04-01, experts: [gusev, yudina], decision: Да}]", ["Описан"]),
      (
        "review: [{level: ДОО, date: 2026-04-01, experts: [gusev, orlova], decision: Да}]",
        ["Описан", "Рассмотрен"]
      ),
      ("review: [{level: муниципальный, date: 2026-04-01, decision: Да}]", ["Описан", "Рассмотрен"]),
    ])
  func stepsOfItsOwn(_ fields: String, _ steps: [String]) throws { #expect(try Self.reached(fields) == steps) }

  @Test func withoutResultsItIsNotDescribed() throws {
    let site = try TemporarySite()
    try site.change("content/cases/ssora.md") { text in
      text.replacing("results: [Получилось]\n", with: "status: piloting\n")
    }
    _ = try site.build()
    #expect(try !site.read("public/keysy/ssora.html").contains("class=\"reached\""))
  }

  @Test(
    "another kindergarten repeats it, and tells what came of it",
    arguments: [
      ("sad-7", "{material: ssora, outcome: Вышло}", "adopted", true),
      ("sad-5, sad-7", "{material: ssora, outcome: Вышло}", "adopted", true),
      ("sad-5", "{material: ssora, outcome: Вышло}", "adopted", false),
      ("sad-7", "{material: ssora, changed: Всё}", "adopted", false), ("sad-7", "ssora", "adopted", false),
      ("sad-7", "{material: ssora, outcome: Вышло}", "draft", false),
    ])
  func repeated(_ kindergarten: String, _ basedOn: String, _ status: String, _ isRepeated: Bool) throws {
    let other = Self.follower(kindergarten, basedOn, status: status)
    #expect(
      try Self.reached("", ["content/cases/mir.md": other]) == (isRepeated ? ["Описан", "Повторён"] : ["Описан"]))
  }

  @Test func theOriginalShowsWhatWasChangedAndWhatCameOfIt() throws {
    let site = try TemporarySite()
    try site.write(
      TemporarySite.material(
        title: "Мир", fields: "based_on: [{material: ssora, changed: Взяли куклы., outcome: Ссор вдвое меньше.}]"),
      to: "content/cases/mir.md")
    _ = try site.build()
    let original = try site.words("public/keysy/ssora.html")
    let section = try #require(original.firstMatch(of: /id="opyt_applied-in"(?s:.*?)<\/section>/)).output
    #expect(section.contains("Взяли куклы.") && section.contains("Ссор вдвое меньше."))
    let follower = try site.words("public/keysy/mir.html")
    #expect(follower.contains("Взяли куклы.") && follower.contains("<a href=\"../keysy/ssora.html\">Ссора</a>"))
  }

  @Test func thePageCountsWhoReachedEachStep() throws {
    let site = try TemporarySite.allKinds()
    _ = try site.build()
    let page = try site.words("public/proverka-opyta.html")
    let counts = page.matches(of: /href="proverka-opyta\/([a-z]+)\.html" data-count="([0-9]+)"/)
      .map { "\($0.output.1) \($0.output.2)" }
    #expect(counts == ["opisan 5", "izmeren 1", "povtoryon 1", "rassmotren 1"])
    let list = try site.words("public/proverka-opyta/povtoryon.html")
    #expect(list.contains("Звуки за окном") && !list.contains("Огород на окне</a>"))
  }
}
