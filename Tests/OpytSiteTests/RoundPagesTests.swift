import Foundation
import OpytModel
import Testing

@testable import OpytSite

/// A community's rounds in the built site.
@Suite struct RoundPagesTests {
  private static func built(_ today: String, _ change: (TemporarySite) throws -> Void = { _ in }) throws
    -> TemporarySite
  {
    let site = try TemporarySite.allKinds()
    try change(site)
    let day = try CalendarDate(parsing: today)
    _ = try site.build { $0.today = .day(day) }
    return site
  }

  private static func page(_ site: TemporarySite, _ path: String = "soobshchestva/krug") throws -> String {
    try site.read("public/\(path).html").replacing("\u{A0}", with: " ")
  }

  /// What stands between a heading and the end of its section.
  private static func section(_ id: String, _ page: String) -> String {
    guard let start = page.range(of: "id=\"\(id)\"") else { return "" }
    return String(page[start.lowerBound...]).components(separatedBy: "</section>")[0]
  }

  @Test(arguments: [("2026-04-01", "совместное планирование"), ("2026-08-24", "совместная работа")])
  func theStepperStandsAtTheLastStageBegun(today: String, name: String) throws {
    let site = try Self.built(today)
    let stages = Self.section("opyt_stages", try Self.page(site))
    let current = stages.components(separatedBy: "aria-current=\"step\"")
    #expect(current.count == 2 && current[1].prefix(120).contains(name), "\(stages)")
    // What each stage gives, and when.
    for words in [
      "Карта затруднений", "План работы", "8 сентября — 15 октября 2025", "24 августа 2026", "2025/2026",
      "defitsity/voprosy.html", "strategii/pauza.html",
    ] { #expect(stages.contains(words), "\(words): \(stages)") }
    #expect(!stages.contains("Список вопросов"))
    // The list of communities tells the stage too.
    #expect(try Self.page(site, "soobshchestva/index").contains(name))
  }

  @Test func earlierRoundsStandBelowAndWhatTheyReachedBesideWhatWasExpected() throws {
    let page = try Self.page(try Self.built("2026-04-01"))
    let earlier = Self.section("opyt_rounds", page)
    for words in ["2024/2025", "Список вопросов", "оценка эффективности", "defitsity/molchali.html", "scope=\"row\""] {
      #expect(earlier.contains(words), "\(words): \(earlier)")
    }
    #expect(!earlier.contains("2025/2026") && !page.contains("opyt_planned_rounds"))
    let expected = Self.section("opyt_expected", page)
    #expect(expected.contains("Единая цель") && expected.contains("Гости стали спрашивать."))
    #expect(page.components(separatedBy: "Гости стали спрашивать.").count == 2, "once")
    #expect(page.contains("<dd>муниципальный</dd>"))
  }

  /// What the present round has come to until now counts, what a later one hopes for does not.
  @Test func whatIsReachedIsThatOfRoundsBegun() throws {
    let site = try Self.built("2026-04-01") { site in
      try site.change("content/communities/krug.md") {
        $0.replacing(
          "      - { stage: 3, start: 2026-08-24 }\n",
          with: """
                  - { stage: 3, start: 2026-08-24 }
                result: Пары сложились.
              - { academic_year: 2026/2027, result: Ответы первоклассников. }

            """)
      }
    }
    let page = try Self.page(site)
    let expected = Self.section("opyt_expected", page)
    for words in ["Гости стали спрашивать.", "Пары сложились."] {
      #expect(expected.contains(words), "\(words): \(expected)")
    }
    #expect(!expected.contains("Ответы первоклассников."))
  }

  @Test func whatWasReachedStandsWithoutWhatWasExpectedToo() throws {
    let site = try Self.built("2026-04-01") { site in
      try site.change("content/communities/krug.md") { $0.replacing("expected: [Единая цель]\n", with: "") }
    }
    #expect(Self.section("opyt_reached", try Self.page(site)).contains("Гости стали спрашивать."))
  }

  /// Before its second round begins, a community is still in the first.
  @Test func aRoundToComeIsPlanned() throws {
    let page = try Self.page(
      try Self.built("2026-04-01") { site in
        try site.change("content/communities/krug.md") {
          $0.replacing(
            "reflection:",
            with: "  - { academic_year: 2026/2027, stages: [{ stage: 1, product: [Опрос] }] }\nreflection:"
          )
          .replacing("schedule: [Второй четверг месяца]\n", with: "")
          .replacing("expected: [Единая цель]\n", with: "")
          .replacing("channels: [{ title: Чат, url: \"https://chat.example/krug\" }]\n", with: "")
        }
      })
    let planned = Self.section("opyt_planned_rounds", page)
    #expect(planned.contains("2026/2027") && planned.contains("Опрос"))
    #expect(!Self.section("opyt_stages", page).contains("Опрос"))
  }

  @Test func theDeficitAndTheStrategyOfARoundListTheCommunity() throws {
    let site = try Self.built("2026-04-01") { site in
      try site.change("content/communities/krug.md") {
        $0.replacing("deficits: [voprosy]\nstrategy: pauza\n", with: "")
      }
    }
    for path in ["defitsity/molchali", "defitsity/voprosy", "strategii/pauza"] {
      #expect(try Self.page(site, path).contains("soobshchestva/krug.html"), "\(path)")
    }
  }

  // MARK: What experts reviewed

  @Test func whatSomebodyReviewedStandsOnTheirPage() throws {
    let page = try Self.page(try Self.built("2026-06-01"), "pedagogi/orlova")
    #expect(page.contains("Рассмотренные материалы"))
    let portfolio = Self.section("opyt_portfolio", page)
    let rows = portfolio.components(separatedBy: "<tr>").filter { $0.contains("рассматривал как эксперт") }
    #expect(rows.count == 1 && rows[0].contains("zvuki"), "\(portfolio)")
  }
}
