import Foundation
import OpytDiagnostics
import Testing

@testable import OpytSite

/// A site that is built again in one process: always what a clean build gives, and no more work than is needed.
@Suite struct RebuildTests {
  // MARK: How much is done

  /// An edit and how many pages it may print anew.
  struct Edit: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let pages: Range<Int>
    let make: @Sendable (TemporarySite) throws -> Void

    init(_ name: String, _ pages: Range<Int>, _ make: @escaping @Sendable (TemporarySite) throws -> Void) {
      testDescription = name
      self.pages = pages
      self.make = make
    }
  }

  static let edits = [
    Edit("nothing", 0..<1) { _ in },
    Edit("a text", 1..<2) { try $0.change("content/cases/ssora.md") { $0 + "\nЕщё одна строка.\n" } },
    Edit("a text back and forth", 0..<1) { site in
      try site.change("content/cases/ssora.md") { $0 + "\n" }
      try site.change("content/cases/ssora.md") { String($0.dropLast()) }
    },
    Edit("a comment in the fields", 0..<1) {
      try $0.change("content/cases/ssora.md") { $0.replacing("\nsummary:", with: "\n# заметка\nsummary:") }
    },
    Edit("a summary", 2..<12) {
      try $0.change("content/cases/ssora.md") { $0.replacing("summary: О чём это.", with: "summary: О другом.") }
    },
    Edit("a field of the page alone", 1..<2) {
      try $0.change("content/people/ilina.md") { $0.replacing("consent:", with: "level: эксперт\nconsent:") }
    },
    Edit("an attachment's bytes of the same size", 0..<1) { try $0.write("Nlan\n", to: "content/cases/dar/plan.txt") },
    Edit("a new material", 4..<24) {
      try $0.write(TemporarySite.material(title: "Новый"), to: "content/cases/novyy.md")
    },
    Edit("a string of the theme that few pages print", 1..<4) {
      try $0.write(#"{"not_found_title": "Нет такого"}"#, to: "layouts/strings/ru.json")
    },
    Edit("a layout of one kind", 1..<2) {
      try $0.write("<p>{{page.title}}</p>\n", to: "layouts/person.mustache")
    },
    Edit("the style sheet", 10..<60) { try $0.write(".x { color: red }\n", to: "layouts/assets/extra.css") },
    Edit("the network's name", 10..<60) {
      try $0.change("site-config.json") { $0.replacing("Проверочная", with: "Другая") }
    },
  ]

  @Test(arguments: edits)
  func noMoreThanIsNeeded(edit: Edit) throws {
    let site = try Self.network()
    let rebuilder = SiteRebuilder(site.options)
    let first = try #require(try rebuilder.build().published)
    #expect(first.renderedCount == first.pageCount)
    try edit.make(site)
    let second = try #require(try rebuilder.build().published)
    #expect(edit.pages.contains(second.renderedCount), "\(second.renderedCount) pages")
    try Self.compareWithCleanBuild(site)
  }

  @Test func anErrorLeavesTheSiteAndTheNextBuildGoesOnFromIt() throws {
    let site = try Self.network()
    let rebuilder = SiteRebuilder(site.options)
    _ = try rebuilder.build()
    let tree = try site.tree()
    let text = try site.read("content/cases/ssora.md")
    try site.write("---\ntitle: [\n---\n", to: "content/cases/ssora.md")
    let broken = try rebuilder.build()
    #expect(broken.published == nil && broken.report.errorCount > 0)
    #expect(try site.tree() == tree)
    try site.write(text + "\nИ ещё.\n", to: "content/cases/ssora.md")
    #expect(try rebuilder.build().published?.renderedCount == 1)
    try Self.compareWithCleanBuild(site)
  }

  /// A site changed piece by piece is never taken for the one that the command line remembers.
  @Test func theCommandLineBuildsAnewBehindIt() throws {
    let site = try Self.network()
    let rebuilder = SiteRebuilder(site.options)
    _ = try rebuilder.build()
    try site.change("content/cases/ssora.md") { $0 + "\nЕщё.\n" }
    _ = try rebuilder.build()
    let outcome = try site.build()
    #expect(outcome.published?.isUnchanged == false)
    try Self.compareWithCleanBuild(site)
  }

  // MARK: Always what a clean build gives

  /// How many sequences a seed has: more with `OPYT_THOROUGH=1`, as before a release.
  private static let sequences = ProcessInfo.processInfo.environment["OPYT_THOROUGH"] == nil ? 20 : 50

  /// Each seed is a site and dozens of sequences of random edits.
  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func randomEdits(seed: UInt64) throws {
    var random = RandomEdits(seed: seed)
    let site = try Self.network()
    try site.write(RandomEdits.plainLayouts)
    let rebuilder = SiteRebuilder(site.options)
    _ = try rebuilder.build()
    for sequence in 0..<Self.sequences {
      var made: [String] = []
      for _ in 0...random.roll(3) { made.append(try random.edit(site)) }
      let outcome = try rebuilder.build()
      guard outcome.published != nil else { continue }
      try Self.compareWithCleanBuild(site, "seed \(seed), sequence \(sequence): \(made)")
    }
  }

  static func compareWithCleanBuild(_ site: TemporarySite, _ comment: String = "") throws {
    let clean = try TemporarySite.copy(of: site)
    _ = try clean.build { $0.isClean = true }
    let (now, expected) = (try site.tree(), try clean.tree())
    #expect(Set(now.keys) == Set(expected.keys), "\(comment)")
    for (path, bytes) in expected where now[path] != bytes { Issue.record("\(path) differs; \(comment)") }
  }

  static func network() throws -> TemporarySite {
    try TemporarySite(
      [
        "content/cases/ssora.md": TemporarySite.material(title: "Ссора", body: "Текст об [Ильиной](people/ilina).\n"),
        "content/cases/dar/index.md": TemporarySite.material(
          title: "Дар", fields: "attachments: [{file: plan.txt, title: План}]"),
        "content/cases/dar/plan.txt": "Plan\n",
        "content/projects/ogorod.md": TemporarySite.project(title: "Огород", fields: "based_on: [cases/ssora]"),
        "content/directions/igra.md": "---\ntitle: Игра\nsummary: Об игре.\n---\n",
        "content/events/krug.md": """
        ---
        title: Круг
        form: круглый стол
        start: 2026-03-15
        task: Решить.
        initiators: [ilina]
        directions: [sreda]
        ---
        """,
        "content/pages/o-seti.md": "---\ntitle: О сети\nmenu: да\n---\n\nТекст.\n",
      ])
  }
}
