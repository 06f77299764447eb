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

/// What answers a deficit: one answer on all pages and in all tables.
@Suite struct CorrespondenceTests {
  private static func catalogue(_ site: TemporarySite) throws -> (catalogue: Catalogue, diagnostics: [Diagnostic]) {
    let builder = SiteBuilder(site.options)
    let checked = try builder.checkSharingTheme(try builder.readConfiguration())
    return (checked.catalogue, checked.diagnostics)
  }

  private static func table(_ correspondence: Correspondence, _ graph: SiteGraph) -> AnswersNetwork.Table {
    func name(_ id: DocumentID) -> String { graph[id].decoded.id }
    return Dictionary(
      uniqueKeysWithValues: correspondence.rows.map { row in
        let topics = row.topics.map(\.topic.title.value)
        let answers = topics + (row.strategies + row.events + row.materials).map(name)
        #expect(answers.count == Set(answers).count, "each once")
        #expect(row.isAnswered == !answers.isEmpty)
        return (name(row.deficit), Set(answers))
      })
  }

  // MARK: A small network

  /// What a plan, a year and the network take of what was written in two years in two kindergartens.
  private static let small: [String: String] = {
    var files = TemporarySite.network
    func document(_ path: String, _ text: String) { files["content/\(path).md"] = "---\n\(text)\n---\n" }
    document("kindergartens/sad-7", "title: Детский сад № 7\nmunicipality: Зареченск\njoined: 2024-09-01")
    for (id, period) in [
      ("otvety", "2025/2026"), ("davniy", "2024/2025"), ("tolko-tayna", "2025/2026"), ("otmena", "2025/2026"),
      ("vsegda", nil),
    ] {
      document(
        "deficits/\(id)", "title: \(id)\ndescription: Д.\nrevealed_by: Н." + (period.map { "\nperiod: \($0)" } ?? ""))
    }
    func event(_ id: String, _ start: String, _ garden: String, _ deficits: String, _ state: String = "planned") {
      document(
        "events/\(id)",
        "title: \(id)\nform: клуб\nstart: \(start)\ntask: З.\ninitiators: [ilina]\nkindergartens: [\(garden)]\ndeficits: [\(deficits)]\nstate: \(state)"
      )
    }
    // Its topic alone says what it answers.
    event("temy", "2025-11-01", "sad-7", "")
    event("svoyo", "2026-01-10", "sad-5", "otvety")
    event("chuzhoye", "2026-01-10", "sad-7", "otvety")
    event("proshloye", "2024-11-01", "sad-5", "otvety, davniy")
    event("otmeneno", "2025-12-01", "sad-5", "otvety, otmena", "cancelled")
    event("otmeneno-temy", "2025-12-01", "sad-5", "", "cancelled")
    func material(_ id: String, _ published: String, _ garden: String, _ fields: String) {
      files["content/cases/\(id).md"] = TemporarySite.material(title: id, published: published, fields: fields)
        .replacing("kindergartens: [sad-5]", with: "kindergartens: [\(garden)]")
    }
    material("sdelano", "2026-03-01", "sad-5", "deficits: [otvety]")
    material("sdelano-7", "2026-03-01", "sad-7", "deficits: [otvety]")
    material("ranshe", "2025-03-01", "sad-5", "deficits: [otvety]")
    material("tayna", "2026-03-01", "sad-5", "deficits: [otvety, tolko-tayna]\nvisibility: members")
    material("chernovik", "2026-03-01", "sad-5", "deficits: [otvety, tolko-tayna]\nstatus: draft")
    document("strategies/pauza", "title: pauza\ngoal: Ц.\nresult: Р.\ntactics: [Ш]\ndeficits: [davniy]")
    document(
      "plans/sad",
      """
      title: sad
      academic_year: 2025/2026
      kindergarten: sad-5
      topics:
        - { title: tema, deficits: [otvety], events: [temy, otmeneno-temy, proshloye] }
        - { title: svobodna, events: [svoyo, otmeneno-temy] }
      """)
    document("plans/set", "title: set\nacademic_year: 2025/2026\ntopics: [{ title: obshchaya, deficits: [davniy] }]")
    document("plans/staryy", "title: staryy\nacademic_year: 2024/2025\ntopics: [{ title: bylo, deficits: [otvety] }]")
    return files
  }()

  private static let tables: [(scope: String, expected: AnswersNetwork.Table, free: [String])] = [
    (
      "network",
      [
        "otvety": ["tema", "bylo", "temy", "svoyo", "chuzhoye", "proshloye", "sdelano", "sdelano-7", "ranshe"],
        "davniy": ["obshchaya", "pauza", "proshloye"], "tolko-tayna": [], "otmena": [], "vsegda": [],
      ], ["svobodna"]
    ),
    (
      "2025/2026",
      [
        "otvety": ["tema", "temy", "svoyo", "chuzhoye", "sdelano", "sdelano-7"], "davniy": ["obshchaya", "pauza"],
        "tolko-tayna": [], "otmena": [], "vsegda": [],
      ], ["svobodna"]
    ),
    (
      "2024/2025", ["otvety": ["bylo", "proshloye", "ranshe"], "davniy": ["pauza", "proshloye"], "vsegda": []], []
    ),
    (
      "2023/2024", ["vsegda": []], []
    ),
    (
      "sad", ["otvety": ["tema", "temy", "svoyo", "sdelano"], "tolko-tayna": [], "otmena": []], ["svobodna"]
    ),
    (
      "set",
      [
        "otvety": ["temy", "svoyo", "chuzhoye", "sdelano", "sdelano-7"], "davniy": ["obshchaya", "pauza"],
        "tolko-tayna": [], "otmena": [],
      ], []
    ),
    (
      "staryy", ["otvety": ["bylo", "proshloye", "ranshe"], "davniy": ["pauza", "proshloye"]], []
    ),
  ]

  @Test(arguments: tables)
  func aTableTakesWhatBelongsToItsYearAndItsOwner(scope: String, expected: AnswersNetwork.Table, free: [String]) throws
  {
    let (catalogue, _) = try Self.catalogue(TemporarySite([:], basedOn: Self.small))
    let plan = catalogue.ids(of: .methodPlan).first { catalogue.graph[$0].decoded.id == scope }
    let year = AcademicYear(parsing: scope)
    let table = catalogue.correspondence(of: plan.map { .plan($0) } ?? year.map { .year($0) } ?? .network)
    #expect(Self.table(table, catalogue.graph) == expected)
    #expect(table.freeTopics.map(\.topic.title.value) == free)
    // The order of a list is that of its kind.
    #expect(table.rows.map { catalogue.graph[$0.deficit].decoded.id } == expected.keys.sorted())
  }

  @Test func aStepIsTakenByWhatWasDone() throws {
    let states: [(change: [String: String?], steps: [Bool])] = [
      ([:], [true, false, false, true]),
      (
        ["content/cases/sdelano.md": nil, "content/cases/sdelano-7.md": nil, "content/cases/ranshe.md": nil],
        [true, false, false, false]
      ),
    ]
    for (change, steps) in states {
      let site = try TemporarySite([:], basedOn: Self.small.filter { change[$0.key] == nil })
      let (catalogue, _) = try Self.catalogue(site)
      func progress(_ id: String) -> [Bool]? {
        catalogue.ids(of: .deficit).first { catalogue.graph[$0].decoded.id == id }.map {
          catalogue.improvement(of: $0).steps
        }
      }
      #expect(progress("otvety") == steps, "planned events are no practice yet")
      // What was cancelled, is for members only or is not ready leaves no trace.
      for id in ["otmena", "tolko-tayna"] { #expect(progress(id) == [true, false, false, false]) }
      #expect(progress("davniy") == [true, false, true, false])
    }
  }

  @Test func aDeficitsPageTellsOneThing() throws {
    // Answers of other years than their deficits are no sound content.
    let unsound = ["cases/ranshe", "events/proshloye", "plans/staryy"].map { "content/\($0).md" }
    let site = try TemporarySite(
      [:],
      basedOn: Self.small.filter { !unsound.contains($0.key) }.mapValues {
        $0.replacing("otmeneno-temy, proshloye]", with: "otmeneno-temy]")
      })
    let outcome = try site.build { $0.today = .on("2026-03-02") }
    try #require(outcome.product != nil, "\(outcome.report.entries.map { $0.diagnostic.line })")
    for id in ["otmena", "tolko-tayna"] {
      let page = try site.read("public/defitsity/\(id).html")
      let stepper = try #require(page.firstMatch(of: /<ol class="stepper">(?s:.*?)<\/ol>/)).0
      #expect(stepper.matches(of: /class="done"/).count == 1)
      #expect(!page.contains("opyt_events") && !page.contains("opyt_materials"))
    }
    // Both sides of one link.
    #expect(try site.read("public/defitsity/otvety.html").contains("../sobytiya/temy.html"))
    #expect(try site.read("public/sobytiya/temy.html").contains("../defitsity/otvety.html"))
    #expect(try !site.read("public/sobytiya/otmeneno.html").contains("../defitsity/otvety.html"))
  }

  // MARK: Random networks

  @Test(arguments: Array(UInt64(1)...40))
  func tablesAreWhatIsCountedFromWhatWasWritten(seed: UInt64) throws {
    let network = AnswersNetwork(seed: seed, isSound: false)
    let (catalogue, diagnostics) = try Self.catalogue(TemporarySite([:], basedOn: network.files))
    let graph = catalogue.graph
    #expect(Self.table(catalogue.correspondence, graph) == network.network)
    for year in AnswersNetwork.years {
      #expect(
        Self.table(catalogue.correspondence(of: .year(AcademicYear(start: year))), graph) == network.table(ofYear: year)
      )
    }
    for id in catalogue.ids(of: .methodPlan) {
      let plan = try #require(network.plans.first { $0.id == graph[id].decoded.id })
      #expect(Self.table(catalogue.correspondence(of: .plan(id)), graph) == network.table(of: plan), "\(plan)")
    }
    // The warning and the table tell of the same deficits (16).
    let warned = diagnostics.filter { $0.code == .deficitUnanswered }.map { $0.location.file }
    #expect(Set(warned) == Set(catalogue.correspondence.unanswered.map { graph[$0].decoded.path }))
  }

  /// The ids in a part of a page or a table.
  private static func answers(_ text: some StringProtocol) -> Set<String> {
    Set(String(text).matches(of: #/\b(?:mat|evt|str|top)[0-9]+\b/#).map { String($0.0) })
  }

  private static func tableOfPage(_ html: String) throws -> AnswersNetwork.Table {
    let section = try #require(html.firstMatch(of: #/id="opyt_correspondence"(?s:.*)<\/main>/#)).0
    var table: AnswersNetwork.Table = [:]
    for row in section.matches(
      of: #/<tr(?: class="[^"]*")?>\s*<th scope="row"><a href="[^"]*?(def[0-9]+)\.html"(?s:.*?)<\/tr>/#)
    {
      table[String(row.1)] = answers(row.0)
      #expect(row.0.contains("unanswered\"") == answers(row.0).isEmpty)
    }
    return table
  }

  @Test(arguments: Array(UInt64(1)...4))
  func pagesAndTablesAgree(seed: UInt64) throws {
    let network = AnswersNetwork(seed: seed, isSound: true)
    let site = try TemporarySite([:], basedOn: network.files)
    let outcome = try site.build { $0.today = .on("2026-08-31") }
    try #require(outcome.report.errorCount == 0, "\(outcome.report.entries.map { $0.diagnostic.line })")
    #expect(try Self.tableOfPage(try site.read("public/sootvetstvie.html")) == network.network)
    for plan in network.plans {
      let table = try Self.tableOfPage(try site.read("public/plany/\(plan.id).html"))
      #expect(table == network.table(of: plan), "\(plan)")
    }
    for (deficit, expected) in network.network {
      let page = try site.read("public/defitsity/\(deficit).html")
      #expect(Self.answers(page) == expected)
    }
    for year in AnswersNetwork.years {
      _ = try SiteBuilder(site.options).report(year: "\(year)/\(year + 1)", output: site.path("tables"))
      var table: AnswersNetwork.Table = [:]
      for line in try site.read("tables/sootvetstvie.csv").components(separatedBy: "\r\n") where line.hasPrefix("def") {
        table[String(line.prefix { $0 != ";" })] = Self.answers(line)
        #expect(line.contains(";нет;") == Self.answers(line).isEmpty)
      }
      #expect(table == network.table(ofYear: year))
    }
  }

  // MARK: The demonstration network

  @Test func theDemonstrationNetworkAnswersTheSameEverywhere() throws {
    let site = try TemporarySite([:], basedOn: [:])
    for name in ["content", SiteConfiguration.fileName] {
      try FileManager.default.copyItem(atPath: SitePagesTests.repository + "/" + name, toPath: site.path(name))
    }
    var options = site.options
    options.today = .on("2026-11-27")
    let builder = SiteBuilder(options)
    _ = try builder.build()
    let checked = try builder.checkSharingTheme(try builder.readConfiguration())
    let (catalogue, graph) = (checked.catalogue, checked.catalogue.graph)
    func name(_ id: DocumentID) -> String { checked.plan.address(of: id)?.path ?? "" }
    for row in catalogue.correspondence.rows {
      let page = try site.read("public/" + name(row.deficit))
      let expected = Set(
        (row.strategies + row.events + row.materials + row.topics.map(\.plan)).map { "../" + name($0) })
      #expect(expected.allSatisfy { page.contains("\"\($0)\"") })
      let folders = [
        "strategii", "sobytiya", "proekty", "master-klassy", "keysy", "seminary", "zanyatiya", "rekomendatsii", "plany",
      ]
      let main = try #require(page.firstMatch(of: #/<main(?s:.*)<\/main>/#)).0
      let shown = PageLinks(String(main)).inside.filter { link in
        folders.contains { link.hasPrefix("../\($0)/") } && link.hasSuffix(".html") && !link.hasSuffix("index.html")
      }
      // Its own text may lead anywhere.
      let own = graph[row.deficit].linkTargets.compactMap { target -> String? in
        guard case .document(let id, _) = target else { return nil }
        return "../" + name(id)
      }
      #expect(Set(shown).subtracting(own) == expected.subtracting(own), "\(name(row.deficit))")
    }
    for plan in catalogue.ids(of: .methodPlan) {
      let table = catalogue.correspondence(of: .plan(plan))
      let content = try #require(graph[plan].entity as? MethodPlan)
      for row in table.rows {
        for material in row.materials.compactMap({ graph[$0].material }) {
          #expect(content.academicYear.value.contains(material.published.value))
        }
        for event in row.events.compactMap(catalogue.event) {
          #expect(content.academicYear.value.contains(event.start.value.date))
        }
        // No more than the year's table.
        let year = catalogue.correspondence(of: .year(content.academicYear.value))[row.deficit]
        #expect(
          Set(row.events + row.materials + row.strategies).isSubset(of: year.events + year.materials + year.strategies))
        if content.kindergarten == nil, content.community == nil {
          #expect(row.events == year.events && row.materials == year.materials)
        }
      }
    }
  }
}
