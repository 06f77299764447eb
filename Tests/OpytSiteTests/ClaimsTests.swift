import Foundation
import OpytModel
import Testing

@testable import OpytSite

/// What pages say of what there is and is not: counted right, named right, and true of what is not shown as well.
@Suite struct ClaimsTests {
  private static let deficit = """
    ---
    title: Торопимся
    description: Что.
    revealed_by: Как.
    period: 2025/2026
    ---
    """

  private static func built(_ files: KeyValuePairs<String, String?>) throws -> TemporarySite {
    let site = try TemporarySite(files)
    try site.write(#"{"title": "Сеть", "base_url": "https://opyt.example/", "report": true}"#, to: "site-config.json")
    let outcome = try site.build()
    #expect(outcome.product != nil)
    return site
  }

  // MARK: What is for members only

  /// What is closed changes no byte, and what is said of a deficit without an open answer is true all the same.
  @Test(arguments: ["visibility: members", "status: draft", "status: draft\nvisibility: members"])
  func whatIsClosedChangesNothingThatIsSaid(fields: String) throws {
    func site(_ fields: String) throws -> TemporarySite {
      try Self.built([
        "content/deficits/d.md": Self.deficit,
        "content/cases/tayna.md": TemporarySite.material(title: "Тайное дело", fields: fields),
        "content/cases/drugoe.md": TemporarySite.material(title: "Открытое дело"),
      ])
    }
    let (closed, other) = try (site(fields + "\ndeficits: [d]"), site(fields))
    for page in ["defitsity/d", "sootvetstvie", "otchyot"] {
      let text = try closed.read("public/\(page).html")
      #expect(try text == other.read("public/\(page).html"))
      #expect(!text.contains("Тайное дело"))
      #expect(
        text.asWritten.contains(page == "defitsity/d" ? "на сайте пока не рассказано" : "сайт пока не рассказывает"))
    }
  }

  // MARK: What is whose

  private static let strategy = """
    ---
    title: Пауза
    goal: Цель.
    result: Итог.
    tactics: [Молчать]
    deficits: [d]
    ---
    """
  private static let event = """
    ---
    title: Круг
    form: круглый стол
    start: 2026-03-15
    task: Решить.
    initiators: [ilina]
    deficits: [d]
    state: held
    outcomes: [Решили]
    ---
    """

  private static let community = """
    ---
    title: Знатоки
    idea: Идея.
    goal: Цель.
    coordinator: [ilina]
    members: [ilina, orlova]
    directions: [sreda]
    deficits: [d]
    ---
    """
  private static let plan = """
    ---
    title: План сети
    academic_year: 2025/2026
    topics:
      - { title: Тема о спешке, deficits: [d], actions: [{ title: Показ, term: март 2026 }] }
    ---
    """

  /// That a strategy and an event, a topic or a community share a deficit says nothing.
  @Test func aStrategyIsSaidAndNeverGuessed() throws {
    let site = try Self.built([
      "content/deficits/d.md": Self.deficit, "content/strategies/pauza.md": Self.strategy,
      "content/events/krug.md": Self.event, "content/communities/znatoki.md": Self.community,
      "content/plans/set.md": Self.plan,
      "content/people/orlova.md": "---\ntitle: Орлова Вера Ильинична\nposition: методист\nconsent: С-2\n---\n",
    ])
    let pages = ["sobytiya/krug", "soobshchestva/znatoki", "plany/set"]
    /// Without the plan's table of correspondence, which tells of the deficit's strategies.
    func page(_ path: String) throws -> Substring {
      try site.read("public/\(path).html").asWritten.split(separator: "id=\"opyt_correspondence")[0]
    }
    for path in pages { #expect(try !page(path).contains("strategii/pauza.html"), "\(path)") }
    for title in ["Круг", "Знатоки", "Тема о спешке"] {
      #expect(try !page("strategii/pauza").contains(title))
    }
    for path in ["events/krug", "communities/znatoki"] {
      try site.change("content/\(path).md") { $0.replacing("deficits: [d]\n", with: "strategy: pauza\n") }
    }
    try site.change("content/plans/set.md") { $0.replacing("deficits: [d]", with: "strategy: pauza") }
    _ = try site.build()
    let strategy = PageTree(try site.read("public/strategii/pauza.html"))
    for (path, anchor) in zip(pages, ["opyt_events", "opyt_communities", "opyt_topics"]) {
      #expect(try page(path).contains("../strategii/pauza.html"), "\(path)")
      #expect(strategy.element(anchor) != nil)
    }
    for title in ["Круг", "Знатоки", "Тема о спешке"] {
      #expect(try page("strategii/pauza").contains(title))
    }
  }

  // MARK: What is counted

  @Test func aPersonsRolesAreCountedApart() throws {
    let cycle = """
      cycle:
        - {planning: Вместе., date: 2026-01-10, conducted_by: [ilina], observers: [orlova], analysis: Вот., correction: Так.}
      """
    let site = try Self.built([
      "content/people/orlova.md": "---\ntitle: Орлова Вера Ильинична\nposition: методист\nconsent: С-2\n---\n",
      "content/cases/tsikl.md": TemporarySite.material(title: "Цикл", fields: cycle).replacing(
        "[ilina]", with: "[orlova]"),
      "content/cases/vtoroy.md": TemporarySite.material(title: "Второй"),
    ])
    // The cycle's own line was replaced as well: Orlova conducts and observes what she wrote.
    let page = PageTree(try site.read("public/pedagogi/index.html"))
    func counts(_ name: String) -> [String] {
      let card = page.all("li").first { $0.text.contains(name) }
      return (card?.all ?? []).filter { $0.attributes["data-count"] != nil }.map {
        $0.text.replacing("\u{A0}", with: " ")
      }
    }
    #expect(counts("Ильина") == ["Авторские материалы: 2"])
    #expect(
      counts("Орлова") == [
        "Авторские материалы: 1", "Проведённые мастер-классы и занятия: 1", "Взаимопосещения: 1",
      ])
    #expect(try PrintedNumbers(site).walk().problems == [])
  }

  @Test func aCommunityOfTwoDirectionsStandsOnceInItsList() throws {
    let site = try Self.built([
      "content/directions/rech.md": "---\ntitle: Речь\nsummary: О речи.\n---\n",
      "content/people/orlova.md": "---\ntitle: Орлова Вера Ильинична\nposition: методист\nconsent: С-2\n---\n",
      "content/communities/krug.md": """
      ---
      title: Круг
      idea: Идея.
      goal: Цель.
      coordinator: [ilina]
      members: [ilina, orlova]
      directions: [rech, sreda]
      ---
      """,
    ])
    let page = PageTree(try site.read("public/soobshchestva/index.html"))
    #expect(page.place(nil)?.entries.count == 1)
    #expect(page.root.text.asWritten.contains("также в направлении «Среда — третий учитель»"))
    for direction in ["rech", "sreda"] {
      #expect(try site.read("public/napravleniya/\(direction).html").contains("soobshchestva/krug.html"))
    }
  }

  @Test func theNumbersOfTheReportLeadToTheirLists() throws {
    let site = try Self.built([
      "content/deficits/d.md": Self.deficit, "content/events/krug.md": Self.event,
      "content/events/otmena.md": Self.event.replacing("state: held\noutcomes: [Решили]", with: "state: cancelled")
        .replacing("Круг", with: "Отмена"),
    ])
    let report = PageTree(try site.read("public/otchyot.html"))
    #expect(report.all("td").map(\.text) == ["1", "1", "0", "1", "1"])
    #expect(try !site.read("public/gody/2025-2026.html").contains("Отмена"))
    #expect(try PageTree(site.read("public/sobytiya/vse.html")).place(nil)?.entries.count == 2)
    #expect(try PrintedNumbers(site).walk().problems == [])
  }
}
