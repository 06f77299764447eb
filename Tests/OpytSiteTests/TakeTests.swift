import Foundation
import OpytDiagnostics
import OpytModel
import OpytText
import Testing

@testable import OpytNetwork
@testable import OpytPages
@testable import OpytSite

/// A material in three depths, as it is taken along, and what somebody begins with who tried it.
@Suite struct TakeTests {
  private static let pages = [
    "proekty/ogorod-na-okne.html", "master-klassy/lepbuk.html", "zanyatiya/zvuki.html", "rekomendatsii/progulka.html",
    "keysy/spor.html", "seminary/igra.html",
  ]

  private static func allKinds() throws -> TemporarySite {
    let site = try TemporarySite.allKinds()
    let outcome = try site.build()
    try #require(outcome.published != nil, "\(outcome.report.entries.map(\.diagnostic.line))")
    return site
  }

  private static func page(_ path: String, of site: TemporarySite) throws -> PageTree {
    PageTree(try site.words("public/\(path)"))
  }

  /// What the page shows as it is taken along: the headings of the marked sections, in their order.
  private static func taken(_ page: PageTree) throws -> [String] {
    page.root.all.filter { $0.attributes["class"]?.split(separator: " ").contains("take") ?? false }.map { section in
      section.all.first { $0.name == "h2" }?.text ?? ""
    }
  }

  @Test(
    "taken along is the goal, what to prepare, how to do it, and where it stands",
    arguments: zip(
      pages,
      [
        ["Цель", "Ресурсы", "Этапы реализации", "Как сослаться"],
        ["Что подготовить", "Ход мастер-класса", "Рефлексия", "Как сослаться"],
        ["Цель", "Оборудование", "Ход занятия", "Рефлексия", "Как сослаться"],
        ["Что делать", "Как сослаться"], ["Ситуация", "Вопросы", "Как сослаться"], ["Как сослаться"],
      ]))
  func takenAlong(path: String, headings: [String]) throws {
    let site = try Self.allKinds()
    let page = try Self.page(path, of: site)
    #expect(try Self.taken(page) == headings)
    let body = try #require(page.root.all.first { $0.name == "body" })
    let links = page.root.all.compactMap { $0.attributes["href"] }
    // A programme is taken along as it is.
    let hasView = !path.hasPrefix("seminary")
    #expect(body.attributes["id"] == (hasView ? "opyt_take" : nil))
    #expect(links.contains("#opyt_take") == hasView)
    // Marked sections are not inside of what is hidden.
    for section in page.root.all where section.attributes["class"] == "take" && !section.isInSolution {
      #expect(section.parent?.attributes["class"] == "material-body")
    }
  }

  @Test("every depth is a link that leads somewhere", arguments: pages)
  func depths(path: String) throws {
    let page = try Self.page(path, of: Self.allKinds())
    let ways = try #require(page.root.all.first { $0.attributes["class"] == "depths" })
    let links = ways.all.compactMap { $0.attributes["href"] }
    #expect(links.count >= 3)
    for link in links {
      let id = String(link.dropFirst())
      #expect(link.hasPrefix("#") && page.root.all.contains { $0.attributes["id"] == id }, "\(link)")
    }
  }

  /// Which stands first: what one needs to do the same, or the story.
  @Test(
    arguments: [
      ("master-klassy/lepbuk.html", ["opyt_glance", "opyt_materials", "opyt_steps", "opyt_masters", "opyt_story"]),
      (
        "zanyatiya/zvuki.html",
        ["opyt_glance", "opyt_goal", "opyt_equipment", "opyt_parts", "opyt_story", "opyt_tasks"]
      ),
      ("rekomendatsii/progulka.html", ["opyt_glance", "opyt_steps", "opyt_story", "opyt_problem", "opyt_mistakes"]),
      (
        "proekty/ogorod-na-okne.html",
        ["opyt_glance", "opyt_goal", "opyt_results", "opyt_product", "opyt_story", "opyt_problem", "opyt_stages"]
      ),
      ("keysy/spor.html", ["opyt_glance", "opyt_situation", "opyt_questions", "opyt_solution"]),
    ])
  func whatOneNeedsStandsBeforeTheStory(path: String, order: [String]) throws {
    let ids = try Self.page(path, of: Self.allKinds()).root.all.compactMap { $0.attributes["id"] }
    #expect(ids.filter(order.contains) == order)
  }

  @Test func theContentsNameTheHeadingsInTheOrderOfThePage() throws {
    let site = try Self.allKinds()
    for path in Self.pages {
      let all = try Self.page(path, of: site).root.all
      let contents = try #require(all.first { $0.attributes["class"] == "contents" })
      let named = contents.all.compactMap { $0.attributes["href"] }.map { String($0.dropFirst()) }
      let ids = all.compactMap { $0.attributes["id"] }
      let places = named.map { ids.firstIndex(of: $0) ?? -1 }
      #expect(places == places.sorted() && !places.contains(-1), "\(path): \(named)")
    }
  }

  /// Whoever reads a case without a script opens all that gives it away at once.
  @Test func oneSolutionOpensAllThatFollows() throws {
    let page = try Self.page("keysy/spor.html", of: Self.allKinds())
    let solution = try #require(page.root.all.first { $0.attributes["class"] == "solution" })
    #expect(solution.name == "details" && solution.children.first?.name == "summary")
    #expect(solution.children.first?.text.contains("Показать решение") ?? false)
    for id in ["opyt_criteria", "opyt_guidance", "opyt_cycle", "chto-bylo"] {
      #expect(solution.all.contains { $0.attributes["id"] == id })
    }
    for id in ["opyt_situation", "opyt_questions"] { #expect(!solution.all.contains { $0.attributes["id"] == id }) }
  }

  // MARK: The strip

  @Test func theStripSaysHowManyAdultsItTakes() throws {
    let site = try Self.allKinds()
    for (path, adults) in [(Self.pages[0], "3"), (Self.pages[1], "2"), (Self.pages[2], "2"), (Self.pages[3], "1")] {
      let strip = try #require(try Self.page(path, of: site).root.all.first { $0.attributes["class"] == "glance" })
      #expect(strip.text.contains("Сколько взрослых\(adults)"), "\(path): \(strip.text)")
    }
    let other = try #require(
      try Self.page(Self.pages[4], of: site).root.all.first { $0.attributes["class"] == "glance" })
    #expect(!other.text.contains("Сколько взрослых"))
  }

  @Test(
    "before and after are drawn, and told to who does not see it",
    arguments: [
      (
        "{period: май, value: 10}, {period: июль, value: 30}, {period: июнь, value: 20}",
        "май — 10, июль — 30, июнь — 20"
      ),
      ("{period: май, value: 1.5}, {period: июнь, value: -2}", "май — 1,5, июнь — -2"),
      ("{period: май, value: 10}, {period: июнь, value: 10}", ""), ("{period: май, value: 10}", ""),
    ])
  func trends(points: String, words: String) throws {
    let site = try TemporarySite()
    try site.write(
      TemporarySite.material(title: "Ссора", fields: "indicators: [{name: Уборка, points: [\(points)]}]"),
      to: "content/cases/ssora.md")
    _ = try site.build()
    let trend = try Self.page("keysy/ssora.html", of: site).root.all.first { $0.attributes["class"] == "trend" }
    #expect(trend?.attributes["aria-label"] ?? "" == words)
    let count = words.isEmpty ? nil : words.split(separator: " — ").count - 1
    #expect(trend?.children.first?.attributes["d"]?.split(separator: "L").count == count)
  }

  // MARK: The code

  @Test func theCodeIsThePagesPermanentAddress() throws {
    let site = try Self.allKinds()
    for path in Self.pages {
      let drawing = try #require(try Self.page(path, of: site).root.all.first { $0.attributes["class"] == "code" })
      let code = try #require(QRCode("https://opyt.example/set/\(path)", mask: .fixed))
      #expect(drawing.attributes["viewBox"] == "0 0 \(code.side) \(code.side)")
      #expect(try Self.modules(try #require(drawing.children.first?.attributes["d"])) == Self.dark(code))
      #expect(try QRReader(code).text() == "https://opyt.example/set/\(path)")
    }
  }

  private struct Place: Hashable {
    let x: Int
    let y: Int
  }

  /// The dark modules, the quiet zone counted.
  private static func dark(_ code: QRCode) -> Set<Place> {
    var places: Set<Place> = []
    for y in 0..<code.size {
      for x in 0..<code.size where code[x, y] { places.insert(Place(x: x + 4, y: y + 4)) }
    }
    return places
  }

  /// Those that a path covers.
  private static func modules(_ path: String) throws -> Set<Place> {
    var places: Set<Place> = []
    var (x, y) = (0, 0)
    for step in path.matches(of: /M(\d+) (\d+)\.5|m(\d+) 0|h(\d+)/) {
      if let column = step.1, let row = step.2 {
        (x, y) = (try #require(Int(column)), try #require(Int(row)))
      } else if let gap = step.3 {
        x += try #require(Int(gap))
      } else {
        for _ in 0..<(try #require(step.4.flatMap { Int($0) })) {
          places.insert(Place(x: x, y: y))
          x += 1
        }
      }
    }
    return places
  }

  @Test func aSiteWithoutAnAddressHasNoCode() throws {
    let site = try TemporarySite(["site-config.json": #"{"title": "Сеть"}"#])
    _ = try site.build()
    let page = try Self.page("keysy/ssora.html", of: site)
    #expect(!page.root.all.contains { $0.attributes["class"] == "code" })
    #expect(try Self.taken(page).last == "Как сослаться")
  }

  // MARK: Who tried it

  private static func beginning(_ page: String) throws -> String {
    let text = try #require(page.firstMatch(of: /<pre id="opyt_beginning" data-copy>((?s:.*?))<\/pre>/)).1
    return String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }

  @Test("what a page offers is a file that the program reads", arguments: pages)
  func beginnings(path: String) throws {
    let site = try Self.allKinds()
    let before = try site.problems()
    let text = try Self.beginning(try site.read("public/\(path)"))
    let kind = try #require(Kind.materials.first { path.hasPrefix($0.address) })
    #expect(text.contains("положите в папку content/\(kind.russianFolder) "))
    try site.write(text, to: "content/\(kind.folder)/u-nas.md")
    let own = try site.problems().filter { !before.contains($0) }
    #expect(!own.isEmpty)
    for problem in own {
      #expect(problem.hasPrefix("content/\(kind.folder)/u-nas.md:") && Self.isGap(problem), "\(problem)")
    }
  }

  private static func isGap(_ problem: String) -> Bool {
    problem.contains(" value-missing error") || problem.contains(" results-missing error")
  }

  private static let titles = [
    "\"Сад: огород # 1\"", "'<script>alert(1)</script>'", "'A&body=1?subject=2#3'", "\"Первая\\nBcc: a@b.example\"",
    "'50 % и \"кавычки\"'", "- начало",
  ]

  @Test("a title is data in the file and in the letter", arguments: titles)
  func hostileTitles(title: String) throws {
    let isBare = title.hasPrefix("-")
    let site = try TemporarySite([
      "site-config.json":
        #"{"title": "Сеть", "base_url": "https://opyt.example/", "email": "set+opyt@opyt.example"}"#
    ])
    try site.write(
      TemporarySite.material(title: isBare ? "\"\(title)\"" : title), to: "content/cases/ssora.md")
    let outcome = try site.build()
    try #require(outcome.published != nil, "\(outcome.report.entries.map(\.diagnostic.line))")
    let page = try site.read("public/keysy/ssora.html")
    #expect(!page.contains("<script>alert"))
    let before = try site.problems().count
    try site.write(try Self.beginning(page), to: "content/cases/u-nas.md")
    let own = try site.problems().filter { $0.hasPrefix("content/cases/u-nas.md") }
    #expect(own.count { !Self.isGap($0) } <= before, "\(own)")
    let letter = try #require(page.firstMatch(of: /href="(mailto:[^"]+)"/)).1.replacing("&amp;", with: "&")
    let parts = letter.split(separator: "?", omittingEmptySubsequences: false)
    #expect(parts.count == 2 && parts[0] == "mailto:set%2Bopyt@opyt.example")
    let fields = parts[1].split(separator: "&", omittingEmptySubsequences: false)
    #expect(fields.count == 2 && fields[0].hasPrefix("subject=") && fields[1].hasPrefix("body="))
    let subject = try #require(String(fields[0].dropFirst("subject=".count)).percentDecoded)
    #expect(subject.hasPrefix("Мы попробовали: «") && !subject.contains { $0.isNewline })
    let body = try #require(String(fields[1].dropFirst("body=".count)).percentDecoded)
    #expect(body.hasPrefix("Материал: https://opyt.example/keysy/ssora.html\r\n\r\n"))
    #expect(letter.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"#<>\"'".utf8.contains($0) })
  }

  @Test func aNetworkWithoutAMailboxHasNoLetter() throws {
    let site = try TemporarySite()
    _ = try site.build()
    let page = try site.read("public/keysy/ssora.html")
    #expect(!page.contains("mailto:"))
    #expect(page.contains("id=\"opyt_beginning\""))
  }

  @Test(arguments: ["нет почты", "set@", "a b@c.example", "javascript:alert(1)@x.example"])
  func aMailboxThatIsNoneIsTold(email: String) throws {
    let (configuration, diagnostics) = SiteConfiguration.read(
      Array(#"{"title": "Сеть", "email": "\#(email)"}"#.utf8))
    #expect(configuration == nil)
    #expect(diagnostics.map(\.code) == [.valueInvalid])
  }
}

extension PageTree.Element {
  fileprivate var isInSolution: Bool { ancestor { $0.attributes["class"] == "solution" } != nil }
}
