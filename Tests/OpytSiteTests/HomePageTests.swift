import Foundation
import OpytDiagnostics
import OpytModel
import Testing

@testable import OpytPages
@testable import OpytSite

/// What the home page says first: what teachers complain of, and one story with what it changed.
@Suite struct HomePageTests {
  private static func deficit(_ title: String, _ complaint: String?) -> String {
    """
    ---
    title: \(title)
    \(complaint.map { "жалоба: \($0)\n" } ?? "")description: Отвечаем раньше.
    revealed_by: Наблюдения.
    directions: [sreda]
    ---
    """
  }

  private static func measured(_ title: String, _ values: [Double], _ fields: String = "") -> String {
    let points = values.enumerated().map { "{period: \($0.offset), value: \($0.element)}" }.joined(separator: ", ")
    return TemporarySite.material(
      title: title,
      fields: "indicators: [{name: Уборка, unit: минут, points: [\(points)]}]\(fields.isEmpty ? "" : "\n\(fields)")")
  }

  private static func home(_ files: [String: String]) throws -> String {
    let site = try TemporarySite()
    try site.write(files)
    let outcome = try site.build()
    try #require(outcome.published != nil, "\(outcome.report.entries.map(\.diagnostic.line))")
    return try site.words("public/index.html")
  }

  private static func complaints(_ home: String) -> [String] {
    home.matches(of: /<li><a href="([^"]*)#opyt_materials">([^<]*)<\/a>/).map { "\($0.2) \($0.1)" }
  }

  private static let answering = TemporarySite.material(title: "Ответ", fields: "deficits: [ssory]")

  @Test func complaintsLeadToWhatAnswersThemThoseWithTheMostAnswersFirst() throws {
    let home = try Self.home([
      "content/deficits/ssory.md": Self.deficit("Занимаем детей", "Ссорятся перед прогулкой"),
      "content/deficits/voprosy.md": Self.deficit("Не слышим", "Дети перестали спрашивать"),
      "content/cases/a.md": Self.answering,
      "content/cases/b.md": TemporarySite.material(title: "Два ответа", fields: "deficits: [voprosy, ssory]"),
    ])
    #expect(
      Self.complaints(home) == [
        "Ссорятся перед прогулкой defitsity/ssory.html", "Дети перестали спрашивать defitsity/voprosy.html",
      ])
  }

  @Test(
    "nobody is sent where there is no answer",
    arguments: [
      ("no complaint", deficit("Занимаем детей", nil), answering),
      ("no answer", deficit("Занимаем детей", "Ссорятся"), TemporarySite.material(title: "Другое")),
      (
        "a draft", deficit("Занимаем детей", "Ссорятся"),
        answering.replacing("audience:", with: "status: draft\naudience:")
      ),
      (
        "of members", deficit("Занимаем детей", "Ссорятся"),
        answering.replacing("audience:", with: "доступ: участникам\naudience:")
      ),
      ("of a later day", deficit("Занимаем детей", "Ссорятся"), answering.replacing("2026-03-12", with: "2026-12-12")),
    ]) func withoutAnswer(what: String, deficit: String, material: String) throws
  {
    let home = try Self.home(["content/deficits/ssory.md": deficit, "content/cases/a.md": material])
    #expect(!home.contains("opyt_complaints"))
    #expect(Self.complaints(home).isEmpty)
  }

  @Test func aComplaintIsText() throws {
    let home = try Self.home([
      "content/deficits/ssory.md": Self.deficit("Занимаем детей", "'<b>Не</b> & слушают'"),
      "content/cases/a.md": Self.answering,
    ])
    #expect(home.contains("&lt;b&gt;Не&lt;/b&gt; &amp; слушают"))
  }

  @Test(
    "the story tells of a change",
    arguments: [
      (["Ровно": [5, 5], "Стало лучше": [15, 6]], "Стало лучше"),
      (["Один раз": [5]], nil),
      (["Через пик": [15, 40, 6]], "Через пик"),
    ] as [([String: [Double]], String?)])
  func story(materials: [String: [Double]], expected: String?) throws {
    var files: [String: String] = [:]
    for (title, values) in materials { files["content/cases/\(title.asFileName).md"] = Self.measured(title, values) }
    let home = try Self.home(files)
    let story = home.firstMatch(of: /<ul class="lead-story">(?s:.*?)<\/ul>/).map { String($0.output) }
    #expect((story == nil) == (expected == nil))
    guard let expected, let story else { return }
    #expect(story.contains(">\(expected)</a>"))
    #expect(story.contains("15 <span aria-hidden=\"true\">→</span>"))
    #expect(story.contains("6 минут") && story.contains("</b> Уборка"))
    // It is not told once more among the new ones.
    #expect(home.components(separatedBy: ">\(expected)</a>").count == 2)
  }

  @Test func theBestSupportedStoryComesFirstAndNoneThatWasLaidAside() throws {
    let home = try Self.home([
      "content/cases/novyy.md": Self.measured("Новый", [1, 2]).replacing("2026-03-12", with: "2026-05-12"),
      "content/cases/proveren.md": Self.measured(
        "Проверенный", [1, 2], "review: [{level: municipal, date: 2026-04-01, decision: Принять, body: Совет}]"),
      "content/cases/staryy.md": Self.measured(
        "Отложенный", [1, 2],
        "status: archived\nreview: [{level: municipal, date: 2026-04-01, decision: Нет, body: Совет}]"
      ).replacing("2026-03-12", with: "2026-05-13"),
    ])
    let story = try #require(home.firstMatch(of: /<ul class="lead-story">(?s:.*?)<\/ul>/)).output
    #expect(story.contains(">Проверенный</a>"))
  }
}

extension String {
  fileprivate var asFileName: String { lowercased().replacing(" ", with: "-") }
}
