import Foundation
import OpytDiagnostics
import OpytModel
import Testing

@testable import OpytMedia
@testable import OpytPages
@testable import OpytSite

/// Pictures on the pages that they belong to: what they tell is what stands below them.
@Suite struct DrawnPageTests {
  /// The drawings of a page.
  private static func drawings(_ page: String) -> [String] {
    page.matches(of: #/<svg class="drawing[^"]*"(?s:.*?)</svg>/#).map { String($0.0) }
  }

  private static func links(_ drawing: String) -> [String] {
    drawing.matches(of: #/<a href="([^"]+)"><title>/#).map { String($0.1) }
  }

  @Test func everyMarkOfEveryPageLeadsSomewhere() throws {
    let site = try TemporarySite.allKinds()
    _ = try site.build()
    let pages = try site.tree().filter { $0.key.hasSuffix(".html") }
      .mapValues { String(decoding: $0, as: UTF8.self) }
    var count = 0
    for (path, page) in pages {
      for drawing in Self.drawings(page) {
        for link in Self.links(drawing) {
          let (target, fragment) = PageLinks.resolve(link, from: path)
          let there = try #require(pages[target], "\(path) → \(link)")
          if let fragment { #expect(there.contains("id=\"\(fragment)\""), "\(path) → \(link)") }
          count += 1
        }
      }
    }
    #expect(count >= 15)
    for path in ["sootvetstvie.html", "primenenie.html", "proekty/ogorod-na-okne.html"] {
      #expect(!(pages[path].map(Self.drawings) ?? []).isEmpty, "\(path)")
      #expect(pages[path]?.contains("assets/pictures-") ?? false, "\(path)")
    }
    // Styles of drawings load where drawings are.
    #expect(!(pages["index.html"]?.contains("assets/pictures-") ?? true))
  }

  @Test func whatIsForMembersSaysSoInItsName() throws {
    let site = try ClosedNetwork.site(hasClosed: true)
    _ = try site.build {
      $0.edition = .members
      $0.output = site.path("izdanie")
    }
    let pages = try site.tree("izdanie").filter { $0.key.hasSuffix(".html") }
      .mapValues { String(decoding: $0, as: UTF8.self).asWritten }
    let closed = Set(pages.filter { $0.value.contains("<p class=\"members-only\">Только") }.keys)
    var marked: Set<String> = []
    for path in ["sootvetstvie.html", "primenenie.html"] {
      for link in try #require(pages[path]).matches(of: #/<a href="([^"#]+)"><title>([^<]*)</title>/#) {
        let target = PageLinks.resolve(String(link.1), from: path).target
        #expect(link.2.contains("(для участников)") == closed.contains(target), "\(path) → \(target)")
        if closed.contains(target) { marked.insert(path) }
      }
    }
    #expect(marked.count == 2)
  }

  /// A network with so many deficits that nothing answers.
  private static func site(deficits: Int) throws -> TemporarySite {
    let site = try TemporarySite()
    for number in 1...deficits {
      try site.write(
        "---\ntitle: Дефицит \(number)\ndescription: Д.\nrevealed_by: Н.\n---\n",
        to: "content/deficits/d\(number).md")
    }
    return site
  }

  @Test(arguments: [(3, false), (30, true)])
  func aLargeNetworkIsDrawnInPart(deficits: Int, isPartly: Bool) throws {
    let site = try Self.site(deficits: deficits)
    _ = try site.build()
    let page = try site.words("public/sootvetstvie.html")
    let drawing = try #require(Self.drawings(page).first)
    #expect(Self.links(drawing).count == min(deficits, Threads.laneCount))
    #expect(page.contains("Показано 24 из 30") == isPartly)
    #expect(page.contains("<a href=\"#opyt_correspondence\" data-count=\"24\" data-of=\"lane\">Показано") == isPartly)
  }

  @Test func withoutReuseAndDeficitsNothingIsDrawn() throws {
    let site = try TemporarySite()
    _ = try site.build()
    for (path, data) in try site.tree() where path.hasSuffix(".html") {
      let page = String(decoding: data, as: UTF8.self)
      #expect(Self.drawings(page).isEmpty && !page.contains("class=\"picture\""), "\(path)")
    }
  }

  @Test func theRiverHasTheNumbersOfItsList() throws {
    let site = try TemporarySite([
      "content/cases/a.md": TemporarySite.material(title: "Исток", published: "2024-10-01"),
      "content/cases/b.md": TemporarySite.material(title: "Приток", fields: "based_on: [a]"),
      "content/cases/c.md": TemporarySite.material(title: "Устье", published: "2026-04-01", fields: "based_on: [a, b]"),
    ])
    _ = try site.build()
    let page = try site.words("public/primenenie.html")
    let drawing = try #require(Self.drawings(page).first)
    let marks = drawing.matches(of: #/<title>([0-9]+)\. ([^ ]+) – /#).map { "\($0.1) \($0.2)" }
    let list = page.matches(of: #/<span class="mark">([0-9]+)</span> <a href="[^"]+">([^<]+)</a>/#)
      .map { "\($0.1) \($0.2)" }
    #expect(marks.count == 3)
    #expect(Set(marks) == Set(list))
    #expect(drawing.matches(of: #/class="thread"/#).count == 3)
  }

  @Test func stagesWithoutDaysAreNotDrawn() throws {
    func page(_ stages: String) throws -> String {
      let project = TemporarySite.project(title: "Лук").replacing("[{title: Подготовка}]", with: stages)
      let site = try TemporarySite(["content/projects/luk.md": project])
      _ = try site.build()
      return try site.read("public/proekty/luk.html")
    }
    #expect(Self.drawings(try page("[{title: Посев}]")).isEmpty)
    #expect(!(try page("[{title: Посев, start: 2025-10-01}]")).contains("stages-drawing"))
    let drawn = try page("[{title: Посев}, {title: Рост, start: 2025-10-02, end: 2026-01-01}]")
    #expect(drawn.contains("<a href=\"#opyt_stage-2\">") && drawn.contains("<li id=\"opyt_stage-2\">"))
  }

  @Test func resultsAreCountedInDots() throws {
    let material = TemporarySite.material(title: "Ссора")
      .replacing("results: [Получилось]", with: "results: {детям: [2 из 3 детей мирятся сами, стало тише]}")
    let site = try TemporarySite(["content/cases/ssora.md": material])
    _ = try site.build()
    let page = try site.words("public/keysy/ssora.html")
    let item = try #require(page.firstMatch(of: #/<li>2 из 3 детей мирятся сами (<svg.*?</svg>)</li>/#))
    #expect(item.1.matches(of: #/class="solid"/#).count == 2 && item.1.matches(of: #/class="ring"/#).count == 1)
    #expect(page.contains("<li>стало тише</li>"))
  }

  @Test func aCycleIsALineWithItsTurns() throws {
    let cycle =
      "cycle: [{planning: П, date: 2025-11-13, conducted_by: [ilina], analysis: А, correction: К}]\n"
      + "indicators: [{name: Реплики, points: [{period: 23 октября, value: 31}, {period: 13 ноября, value: 38}]}]"
    let site = try TemporarySite(["content/cases/ssora.md": TemporarySite.material(title: "Ссора", fields: cycle)])
    _ = try site.build()
    let chart = try #require(Self.drawings(try site.read("public/keysy/ssora.html")).first)
    #expect(chart.contains("class=\"drawing chart\"") && chart.contains(">38</text>"))
    #expect(chart.matches(of: #/class="ring"/#).count == 1, "the turn")
  }

  @Test func aShareOfAWholeIsDrawnInEachRow() throws {
    let fields =
      "indicators: [{name: Пары, unit: пар из 10, points: [{period: осень, value: 2}, {period: весна, value: 7}]}]"
    let site = try TemporarySite(["content/cases/ssora.md": TemporarySite.material(title: "Ссора", fields: fields)])
    _ = try site.build()
    let rows = Self.drawings(try site.read("public/keysy/ssora.html"))
    #expect(rows.map { $0.matches(of: #/class="solid"/#).count } == [2, 7])
    #expect(rows.map { $0.matches(of: #/class="ring"/#).count } == [8, 3])
  }

  @Test func homeLeadsToTheMapOfExperience() throws {
    let site = try TemporarySite()
    _ = try site.build()
    let page = try site.read("public/index.html")
    #expect(page.contains("<h2 id=\"opyt_experience\"><a href=\"okhvat/index.html\">"))
    #expect(page.contains("<svg class=\"map\""))
  }

  // MARK: Photos

  private static func site(focus: String) throws -> TemporarySite {
    let photo = "photos: [{file: a.png, alt: Рисунок, no_people: yes\(focus)}]"
    let site = try TemporarySite([
      "content/cases/ssora.md": nil,
      "content/cases/ssora/index.md": TemporarySite.material(title: "Ссора", fields: photo),
    ])
    let png = try LibPNG.encoded(Pixels(width: 8, height: 6, depth: 4, bytes: Array(repeating: 200, count: 192)))
    try site.write(png, to: "content/cases/ssora/a.png")
    return site
  }

  @Test(
    arguments: [
      (", focus: слева", "focus-0-50", "0% 50%"), (", фокус: справа снизу", "focus-100-100", "100% 100%"),
      (", focus: 34% 18%", "focus-30-20", "30% 20%"), ("", nil, ""), (", focus: центр", nil, ""),
      (", focus: 51% 49%", nil, ""),
    ] as [(String, String?, String)])
  func aPhotoIsCroppedAroundItsFocus(focus: String, name: String?, place: String) throws {
    let site = try Self.site(focus: focus)
    _ = try site.build()
    let page = try site.read("public/index.html")
    let css = try #require(try site.tree().first { $0.key.hasPrefix("assets/site-") && $0.key.hasSuffix(".css") })
    let rules = String(decoding: css.value, as: UTF8.self)
    if let name {
      #expect(page.contains("<img class=\"cover \(name)\" src="))
      #expect(rules.contains(".\(name){object-position:\(place)}"))
    } else {
      #expect(page.contains("<img class=\"cover\" src="))
      #expect(!rules.contains(".focus-"))
    }
  }

  @Test(arguments: ["лицо", "слева справа", "30%", "120% 10%", "[слева, сверху, снизу]"])
  func aFocusThatIsNoneIsTold(focus: String) throws {
    let problems = try Self.site(focus: ", focus: \(focus)").problems()
    #expect(problems.count == 1 && problems[0].contains("value-invalid error"), "\(problems)")
  }
}
