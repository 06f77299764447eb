import Foundation
import OpytDiagnostics
import OpytModel
import Testing

@testable import OpytPages
@testable import OpytSite

/// «За 30 секунд»: what a material's page says before its first sentence, derived from its fields.
@Suite struct GlanceTests {
  /// The strip's facts, «Возраст: старшая группа».
  private static func glance(_ material: String, _ path: String, page: String, _ others: [String: String] = [:]) throws
    -> [String]
  {
    let site = try TemporarySite()
    try site.write(others)
    try site.write(material, to: path)
    let outcome = try site.build()
    try #require(outcome.published != nil, "\(outcome.report.entries.map(\.diagnostic.line))")
    let words = try site.words("public/\(page)")
    let strip = try #require(words.firstMatch(of: /<section class="glance">(?s:.*?)<\/section>/)).output
    return strip.matches(of: /<dt>(.*?)<\/dt><dd>((?s:.*?))<\/dd>/).map { match in
      "\(match.1): \(match.2.replacing(/<[^>]*>/, with: "").replacing("\n", with: ""))"
    }
  }

  private static func ofCase(_ fields: String, _ others: [String: String] = [:]) throws -> [String] {
    try glance(
      TemporarySite.material(title: "Ссора", fields: fields), "content/cases/ssora.md", page: "keysy/ssora.html", others
    )
  }

  @Test(
    "say only what the fields say",
    arguments: [
      ("", ["Статус: внедрено", "Насколько проверен: описан"]),
      ("status: piloting", ["Статус: апробация", "Насколько проверен: описан"]),
      ("ages: [5-6]", ["Возраст: старшая группа", "Статус: внедрено", "Насколько проверен: описан"]),
      (
        "resources: [Верёвка, Мел]",
        ["Что понадобится: Верёвка; Мел", "Статус: внедрено", "Насколько проверен: описан"]
      ),
      (
        "resources: [А, Б, В, Г, Д]",
        ["Что понадобится: А; Б; В и другое", "Статус: внедрено", "Насколько проверен: описан"]
      ),
      (
        "indicators: [{name: Уборка, unit: минут, points: [{period: май, value: 15}, {period: июнь, value: 6.5}]}]",
        [
          "Статус: внедрено", "Насколько проверен: описан, измерен",
          "Уборка: было 15 → стало 6,5 минут",
        ]
      ),
      (
        "indicators: [{name: Уборка, points: [{period: май, value: 15}, {period: июнь, value: 15}]}]",
        ["Статус: внедрено", "Насколько проверен: описан, измерен"]
      ),
    ])
  func facts(fields: String, expected: [String]) throws { #expect(try Self.ofCase(fields) == expected) }

  private static let second = """
    ---
    title: Детский сад № 7
    number: 7
    municipality: Зареченск
    joined: 2024-09-01
    ---
    """

  @Test func kindergartensThatApplyItAreNamedOnceAndItsOwnNever() throws {
    func applying(_ title: String, _ kindergartens: String, _ more: String = "") -> String {
      TemporarySite.material(title: title, published: "2026-04-12", fields: "based_on: [ssora]\n" + more)
        .replacing("[sad-5]", with: kindergartens)
    }
    let others = [
      "content/kindergartens/sad-7.md": Self.second,
      "content/kindergartens/sad-9.md": Self.second.replacing("7", with: "9"),
      "content/cases/a.md": applying("А", "[sad-5, sad-7]"), "content/cases/b.md": applying("Б", "[sad-5, sad-7]"),
      "content/cases/v.md": applying("В", "[sad-5]"),
      "content/cases/g.md": applying("Г", "[sad-5, sad-9]", "visibility: members"),
    ]
    #expect(try Self.ofCase("", others).last == "Применили: Детский сад № 7")
  }

  @Test(
    "a project's length is told in weeks or months",
    arguments: [
      ("2025-10-01", "2025-10-01", "1 неделя"), ("2025-10-01", "2025-10-14", "2 недели"),
      ("2025-10-01", "2025-11-28", "8 недель"), ("2025-10-01", "2025-11-30", "2 месяца"),
      ("2025-10-01", "2026-02-28", "5 месяцев"), ("2025-10-01", "2027-02-28", "17 месяцев"),
    ])
  func lengths(start: String, end: String, expected: String) throws {
    let project = TemporarySite.project(title: "Огород")
      .replacing("start: 2025-10-01", with: "start: \(start)").replacing("end: 2026-03-01", with: "end: \(end)")
    let facts = try Self.glance(project, "content/projects/ogorod.md", page: "proekty/ogorod.html")
    #expect(facts.contains("Сколько длится: \(expected)"))
  }
}

/// Related materials: those that share what few have, and why they are there.
@Suite struct RelatedMaterialsTests {
  /// The related materials on the page of «Ссора»: «Б: слово «прогулка»».
  private static func related(_ fields: String, _ others: [(title: String, fields: String)]) throws -> [String] {
    let site = try TemporarySite()
    try site.write(
      "---\ntitle: Земля\nsummary: О земле.\n---\n", to: "content/directions/zemlya.md")
    for name in ["redkiy", "chastyy"] {
      try site.write(
        "---\ntitle: \(name)\ndescription: Так.\nrevealed_by: Опрос.\n---\n", to: "content/deficits/\(name).md")
    }
    try site.write(
      TemporarySite.material(title: "Ссора", fields: fields).replacing("[sreda]", with: "[zemlya]"),
      to: "content/cases/ssora.md")
    for (index, other) in others.enumerated() {
      try site.write(
        TemporarySite.material(title: other.title, fields: other.fields), to: "content/cases/n\(index).md")
    }
    let outcome = try site.build()
    try #require(outcome.published != nil, "\(outcome.report.entries.map(\.diagnostic.line))")
    let page = try site.words("public/keysy/ssora.html")
    guard let section = page.firstMatch(of: /id="opyt_related"(?s:.*?)<\/section>/)?.output else { return [] }
    return section.matches(of: /<h3><a[^>]*>(.*?)<\/a>(?s:.*?)<p class="meta because">(.*?)<\/p>/).map { match in
      let shared = match.2.matches(of: /<span>(.*?)<\/span>/).map { String($0.1) }
      return "\(match.1): \(shared.joined(separator: ", "))"
    }
  }

  @Test func whatFewHaveCountsForMore() throws {
    let found = try Self.related(
      "deficits: [redkiy, chastyy]",
      [
        ("А", "deficits: [chastyy]"), ("Б", "deficits: [redkiy]"), ("В", "deficits: [chastyy]"),
        ("Г", "deficits: [chastyy, redkiy]"), ("Д", ""), ("Е", "status: draft\ndeficits: [redkiy, chastyy]"),
      ])
    #expect(
      found == [
        "Г: дефицит «redkiy», дефицит «chastyy»", "Б: дефицит «redkiy»", "А: дефицит «chastyy»",
        "В: дефицит «chastyy»",
      ])
  }

  @Test func whatAllHaveIsNoReason() throws {
    let found = try Self.related("ages: [5-6]", [("А", "ages: [5-6]"), ("Б", "ages: [5-6]")])
    #expect(found == [])
  }

  @Test(
    "each trait is one",
    arguments: [
      ("keywords: [Прогулка]", "keywords: [прогулка]", "слово «прогулка»"),
      ("ages: [5-6]", "ages: [5-6]", "старшая группа"),
      ("deficits: [redkiy]", "deficits: [redkiy]", "дефицит «redkiy»"),
    ])
  func traits(own: String, other: String, words: String) throws {
    #expect(try Self.related(own, [("А", other), ("Б", "")]) == ["А: \(words)"])
  }

  @Test func originalsAndWhatIsMadeOfTheMaterialStandElsewhere() throws {
    let found = try Self.related(
      "keywords: [прогулка]\nbased_on: [n0]",
      [("А", "keywords: [прогулка]"), ("Б", "keywords: [прогулка]"), ("В", "")])
    #expect(found == ["Б: слово «прогулка»"])
  }

  @Test func fiveAreEnough() throws {
    let others = (1...8).map { (title: "Н\($0)", fields: "keywords: [прогулка]") } + [("Я", "")]
    #expect(try Self.related("keywords: [прогулка]", others).count == 5)
  }
}
