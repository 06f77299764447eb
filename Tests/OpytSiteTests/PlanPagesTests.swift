import Foundation
import OpytDiagnostics
import OpytModel
import Testing

@testable import OpytCatalogue
@testable import OpytFiles
@testable import OpytNetwork
@testable import OpytPages
@testable import OpytSite

/// Plans as tables, their days in calendars, and the deficits they answer in their three states.
@Suite struct PlanPagesTests {
  private static let actions = """
            - { title: Показ, form: открытый показ, term: 2026-03-20, responsible: [ilina] }
            - { title: Записи, term: сентябрь 2025 – май 2026 }
            - { title: Показ, term: 2026-02-10, mark: выполнено }
            - { title: Встреча о вопросах, term: 2026-03-25, event: vstrecha }
            - { title: Итоги, term: март 2026 }
    """

  private static func plan(_ owner: String, _ actions: String = actions) -> String {
    """
    ---
    title: План
    academic_year: 2025/2026
    \(owner)topics:
      - title: Вопросы
        deficits: [otvety]
        actions:
    \(actions)
        done: Показали.
        worked: Пауза.
      - { title: Свободная, actions: [{ title: Отчёт, term: май 2026 }], next: Не писать. }
    ---
    """
  }

  private static let network: [String: String] = {
    var files = TemporarySite.network
    func document(_ path: String, _ text: String) { files["content/\(path).md"] = "---\n\(text)\n---\n" }
    files["site-config.json"] = #"{"title": "Сеть", "base_url": "https://opyt.example/", "report": true}"#
    document("people/orlova", "title: Орлова Вера Ильинична\nposition: методист\nconsent: С-2")
    document(
      "communities/krug",
      "title: Круг\nidea: И.\ngoal: Ц.\ncoordinator: [ilina]\nmembers: [ilina, orlova]\ndirections: [sreda]")
    document("deficits/otvety", "title: Ответы\ndescription: Д.\nrevealed_by: Н.\nperiod: 2025/2026")
    document("deficits/nikto", "title: Никто\ndescription: Д.\nrevealed_by: Н.\nperiod: 2025/2026")
    document(
      "deficits/vse",
      "title: Всё\ndescription: Д.\nrevealed_by: Н.\nperiod: 2025/2026\nclosed: { date: 2026-03-12, how: Делом. }")
    document(
      "events/vstrecha",
      "title: Встреча\nform: клуб\nstart: 2026-03-25 13:00\ntask: З.\ninitiators: [ilina]\ndeficits: [otvety]")
    return files
  }()

  private func built(_ files: [String: String?], today: String = "2026-03-12") throws -> TemporarySite {
    var all = Self.network
    for (path, text) in files { all[path] = text }
    let site = try TemporarySite([:], basedOn: all)
    let outcome = try site.build { $0.today = .on(today) }
    try #require(outcome.report.errorCount == 0, "\(outcome.report.entries.map { $0.diagnostic.line })")
    return site
  }

  private static func titles(_ page: String) -> [String] {
    page.matches(of: #/<li class="card event[^>]*>\s*<h3><a href="[^"]*">([^<]+)</a>/#).map { String($0.1) }
  }

  // MARK: The plan's page

  /// The cells of the rows of each body of a table.
  private static func bodies(_ table: PageTree.Element) -> [[[String]]] {
    table.all.filter { $0.name == "tbody" }.map { body in
      body.all.filter { $0.name == "tr" }.map { row in
        row.all.filter { $0.name == "td" || $0.name == "th" }.map { cell in
          cell.text.replacing("\u{A0}", with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
      }
    }
  }

  @Test func aPlanIsATableByTopicAndByMonth() throws {
    let site = try built([
      "content/plans/plan.md": Self.plan(
        "kindergarten: sad-5\napproved: { body: педсовет, number: 1, date: 2025-08-29 }\n")
    ])
    let page = PageTree(try site.read("public/plany/plan.html"))
    let tables = page.all("table").filter { $0.attributes["class"]?.contains("plan") ?? false }
    try #require(tables.count == 2)
    let topics = Self.bodies(tables[0])
    #expect(topics.map { $0[0] } == [["Вопросы"], ["Свободная"]])
    #expect(topics[0].count == 2 + 5 && topics[1].count == 2 + 1)
    #expect(topics[0][2][0] == "Показ" && topics[0][2][1].hasSuffix("открытый показ"))
    #expect(topics[0][2][3].hasSuffix("Ильина Марина Сергеевна"))
    #expect(topics[0][3][2].hasSuffix("сентябрь 2025 г. — май 2026 г."))
    // Each action once, where it begins.
    let months = Self.bodies(tables[1])
    #expect(months.map { $0[0] } == [["сентябрь 2025 г."], ["февраль 2026 г."], ["март 2026 г."], ["май 2026 г."]])
    #expect(
      months.map { $0.dropFirst().map { String($0[0].prefix { $0 != " " }) } } == [
        ["Записи"], ["Показ"], ["Показ", "Встреча", "Итоги"], ["Отчёт"],
      ])
    let text = page.root.text.replacing("\u{A0}", with: " ")
    #expect(text.contains("Утверждён: педсовет, № 1, 29 августа 2025 г."))
    // All have heads, which printers repeat, and print on a sheet that lies.
    #expect(tables.allSatisfy { table in table.all.contains { $0.name == "thead" } })
    #expect(page.root.all.first { $0.name == "body" }?.attributes["class"]?.contains("plan-sheet") == true)
    let style = try #require(
      try site.tree().first { $0.key.hasPrefix("assets/print-") && $0.key.hasSuffix(".css") }.map {
        String(decoding: $0.value, as: UTF8.self)
      })
    #expect(style.contains(/@page plan-sheet\s*\{[^}]*A4 landscape/))
    #expect(style.contains(/\.plan-sheet\s*\{\s*page:\s*plan-sheet/))
  }

  /// Theory first, then practice (S4): forms stand as they come up in the year, what names none stands behind all.
  @Test(
    arguments: [
      ("семинар", [["семинар", "Начало", "Продолжение"], ["практикум", "Проба"], ["Форма не указана", "Записи"]]),
      (nil, []),
    ] as [(String?, [[String]])])
  func aPlanIsToldByForm(form: String?, expected: [[String]]) throws {
    let actions = [
      ("Проба", "2025-11-13", form.map { _ in "практикум" }), ("Продолжение", "март 2026", form),
      ("Записи", "сентябрь 2025", nil), ("Начало", "2025-10-09", form),
    ].map { title, term, form in
      "        - { title: \(title), term: \(term)\(form.map { ", form: \($0)" } ?? "") }"
    }
    let site = try built(["content/plans/plan.md": Self.plan("", actions.joined(separator: "\n"))])
    let page = try site.words("public/plany/plan.html")
    let section = page.firstMatch(of: /<h2 id="opyt_forms">(?s:.*?)<\/section>/).map { String($0.0) } ?? ""
    let forms = section.components(separatedBy: "<dt>").dropFirst().map { block in
      [String(block.prefix { $0 != "<" })]
        + block.matches(of: /<li><a href="[^"]*#opyt_action-[^"]*">([^<]+)</).map { String($0.1) }
    }
    // The second topic of the plan has an action without a form.
    #expect(forms.map { $0.filter { $0 != "Отчёт" } } == expected)
    #expect(page.contains("href=\"#opyt_forms\"") == !expected.isEmpty)
  }

  @Test func whatIsSaidOfATopicStandsBesideWhatIsComputed() throws {
    let site = try built(["content/plans/plan.md": Self.plan("")])
    let page = try site.read("public/plany/plan.html").asWritten
    let row = try #require(page.firstMatch(of: #/<tr>\s*<th scope="row"><a href="[^"]*otvety\.html"(?s:.*?)<\/tr>/#)).0
    #expect(row.contains("Показали.") && row.contains("Пауза.") && row.contains("sobytiya/vstrecha.html"))
    #expect(page.matches(of: /Показали\./).count == 1)
    // Of a topic without a deficit it stands in the plan.
    #expect(page.matches(of: /Не писать\./).count == 1)
    #expect(!row.contains("Не писать."))
  }

  @Test func theOwnerShowsThePlan() throws {
    let files = [
      "content/plans/sad.md": Self.plan("kindergarten: sad-5\n"),
      "content/plans/krug.md": Self.plan("community: krug\n"),
      "content/plans/set.md": Self.plan(""),
    ]
    let site = try built(files)
    let (garden, community) = (
      try site.read("public/sady/sad-5.html"), try site.read("public/soobshchestva/krug.html")
    )
    #expect(garden.contains("../plany/sad.html") && !garden.contains("../plany/krug.html\""))
    #expect(community.contains("../plany/krug.html") && !community.contains("../plany/sad.html"))
    #expect(community.contains("data-month=\"2025-09\""))
    let list = try site.read("public/plany/index.html").replacing("\u{A0}", with: " ")
    for owner in ["2025/2026, Детский сад № 5", "2025/2026, Круг", "2025/2026, вся сеть"] {
      #expect(list.contains(owner))
    }
  }

  // MARK: Whose documents a community's plan counts

  @Test func aCommunitysPlanCountsWhatNamesTheCommunity() throws {
    func event(_ id: String, _ start: String, _ fields: String) -> String {
      "---\ntitle: \(id)\nform: клуб\nstart: \(start)\ntask: З.\ninitiators: [ilina]\ndeficits: [otvety]\n\(fields)---\n"
    }
    let site = try built([
      "content/plans/krug.md": Self.plan("community: krug\n"),
      "content/events/svoyo.md": event("svoyo", "2026-04-01", "community: krug\n"),
      "content/events/chuzhoye.md": event("chuzhoye", "2026-04-01", "kindergartens: [sad-5]\n"),
      "content/events/potom.md": event("potom", "2026-10-01", "community: krug\n"),
      "content/cases/svoy.md": TemporarySite.material(title: "svoy", fields: "deficits: [otvety]\ncommunity: krug"),
      "content/cases/chuzhoy.md": TemporarySite.material(title: "chuzhoy", fields: "deficits: [otvety]"),
    ])
    let builder = SiteBuilder(site.options)
    let catalogue = try builder.checkSharingTheme(try builder.readConfiguration()).catalogue
    let plan = try #require(catalogue.ids(of: .methodPlan).first)
    let row = try #require(catalogue.correspondence(of: .plan(plan)).rows.first { !$0.topics.isEmpty })
    func names(_ ids: [DocumentID]) -> [String] { ids.map { catalogue.graph[$0].decoded.id } }
    // That of an action belongs to the plan, whoever calls it.
    #expect(names(row.events) == ["vstrecha", "svoyo"])
    #expect(names(row.materials) == ["svoy"])
  }

  // MARK: The sheet

  /// S4: practical work of 15–20 minutes in three steps.
  @Test func theWorksheetAsksWhetherThePlanMeetsTheDeficits() throws {
    let site = try built(["content/plans/plan.md": Self.plan("kindergarten: sad-5\n")])
    let page = PageTree(try site.read("public/plany/plan/praktikum.html"))
    #expect(page.all("h2").map(\.text).filter { $0.hasPrefix("Шаг") }.count == 3)
    let table = try #require(page.all("table").first { $0.attributes["class"] == "worksheet" })
    let rows = try #require(Self.bodies(table).first)
    // One for each deficit of the plan that is not closed, and two for one's own; nothing is filled in.
    #expect(rows == [["Никто", "", ""], ["Ответы", "", ""], ["", "", ""], ["", "", ""]])
    let text = page.root.text.asWritten
    #expect(text.contains("Встреча о вопросах, 25 марта 2026 г.") && text.contains("Записи, сентябрь 2025 г."))
    #expect(try site.read("public/plany/plan.html").contains("href=\"../plany/plan/praktikum.html\""))
  }

  // MARK: Calendars

  @Test(arguments: [
    ("2026-03-12", ["Показ", "Встреча"]), ("2026-03-20", ["Показ", "Встреча"]), ("2026-03-21", ["Встреча"]),
    ("2026-02-01", ["Показ", "Показ", "Встреча"]),
  ])
  func daysOfAPlanAreAnnounced(today: String, expected: [String]) throws {
    let files = ["content/plans/krug.md": Self.plan("community: krug\n"), "content/deficits/vse.md": nil]
    let site = try built(files, today: today)
    #expect(Self.titles(try site.read("public/sobytiya/index.html")) == expected)
    #expect(Self.titles(try site.read("public/index.html")) == expected)
    #expect(Self.titles(try site.read("public/soobshchestva/krug.html")) == expected.filter { $0 == "Показ" })
    // Nobody knows whether a day of a plan that is over was kept: it is no past event.
    #expect(!site.exists("public/sobytiya/2025-2026.html"))
    let all = ["Показ", "Показ", "Встреча"]
    for (path, titles) in [
      ("sobytiya/kalendar", all), ("plany/krug", all), ("soobshchestva/krug", ["Показ", "Показ"]),
    ] {
      #expect(try ICalendar(site.read("public/\(path).ics")).events.map { $0["SUMMARY"] ?? "" } == titles, "\(path)")
    }
    let entry = try ICalendar(site.read("public/plany/krug.ics")).events[1]
    #expect(entry["UID"] == "plan.krug.pokaz@opyt.example" && entry["STATUS"] == "TENTATIVE")
    #expect(entry["LOCATION"] == "Круг")
    #expect(entry["DESCRIPTION"] == "План\nВопросы\nИльина Марина Сергеевна")
    #expect(entry["URL"] == "https://opyt.example/plany/krug.html#opyt_action-pokaz")
    // Links lead to the line of the plan.
    let ids = PageLinks(try site.read("public/plany/krug.html")).ids
    let links = PageLinks(try site.read("public/sobytiya/index.html")).inside.filter { $0.contains("opyt_action-") }
    for link in links { #expect(ids.contains(PageLinks.resolve(link, from: "sobytiya/index.html").fragment ?? "")) }
    #expect(Set(links).count == expected.count - 1)
  }

  // MARK: States of deficits

  @Test(arguments: [("2026-03-12", "closed"), ("2026-03-11", "open")])
  func deficitsStandInThreeGroups(today: String, state: String) throws {
    let site = try built(["content/plans/set.md": Self.plan("")], today: today)
    let page = PageTree(try site.read("public/sootvetstvie.html"))
    func group(_ state: String) -> [String] {
      page.all("tr").filter { $0.attributes["class"]?.contains("deficit-\(state)") ?? false }.compactMap { row in
        row.all.first { $0.name == "a" }?.text
      }
    }
    #expect(group("worked") == ["Ответы"])
    #expect(group("closed") == (state == "closed" ? ["Всё"] : []))
    #expect(group("open") == (state == "closed" ? ["Никто"] : ["Всё", "Никто"]))
    let deficit = try site.read("public/defitsity/vse.html")
    #expect(deficit.contains("opyt_closed") == (state == "closed"))
    #expect(
      deficit.replacing("\u{A0}", with: " ").contains(
        "О том, чем восполняется этот дефицит, на сайте пока не рассказано") == (state == "open"))
    var options = site.options
    options.today = .on(today)
    _ = try SiteBuilder(options).report(year: "2025/2026", output: site.path("tables"))
    let table = try site.read("tables/sootvetstvie.csv").replacing("\u{A0}", with: " ")
    #expect(table.contains("Всё;;;;;нет;" + (state == "closed" ? "восполнен" : "открыт")))
    #expect(table.contains(";да;восполняется"))
    // The coordinator's page has the same.
    let report = PageTree(try site.read("public/otchyot.html"))
    func listed(_ anchor: String) -> [String] {
      report.place(anchor)?.entries.map { $0.text.trimmingCharacters(in: .whitespacesAndNewlines) } ?? []
    }
    for state in ["worked", "closed"] { #expect(listed("opyt_\(state)") == group(state)) }
    #expect(listed("opyt_unanswered") == group("open"))
  }

  @Test(
    arguments: [
      ("", [true, false, false, false], 1), ("areas: [cognitive]\n", [true, true, false, false], 2),
      ("directions: [sreda]\n", [true, true, false, false], 2),
      ("closed: { date: 2026-03-01, how: Делом. }\n", [true, false, false, false], nil),
    ] as [(String, [Bool], Int?)])
  func theLineOfChangeIsADirectionOrAnArea(fields: String, steps: [Bool], next: Int?) throws {
    let text = "---\ntitle: Никто\ndescription: Д.\nrevealed_by: Н.\n\(fields)---\n"
    let site = try built(["content/deficits/nikto.md": text])
    let builder = SiteBuilder(site.options)
    let catalogue = try builder.checkSharingTheme(try builder.readConfiguration()).catalogue
    let id = try #require(catalogue.ids(of: .deficit).first { catalogue.graph[$0].decoded.id == "nikto" })
    #expect(catalogue.improvement(of: id).steps == steps)
    #expect(catalogue.improvement(of: id).next == next)
    let stepper = try #require(
      try site.read("public/defitsity/nikto.html").firstMatch(of: #/<ol class="stepper">(?s:.*?)<\/ol>/#)
    ).0
    #expect(stepper.matches(of: /aria-current="step"/).count == (next == nil ? 0 : 1))
    #expect(stepper.matches(of: /class="done"/).count == steps.count { $0 })
  }
}
