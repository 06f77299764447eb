import Foundation
import OpytModel
import Testing

@testable import OpytNetwork
@testable import OpytPages
@testable import OpytSite

/// Ages and keywords lead to the materials that have them.
@Suite struct TopicPagesTests {
  private static func built(_ fields: [String]) throws -> TemporarySite {
    let site = try TemporarySite(["content/cases/ssora.md": nil])
    for (number, fields) in fields.enumerated() {
      try site.write(
        TemporarySite.material(title: "Случай \(number)", fields: fields), to: "content/cases/s\(number).md")
    }
    _ = try site.build()
    return site
  }

  /// The addresses on a page's list.
  private static func entries(_ page: String) -> [String] {
    page.matches(of: /class="name"><a href="\.\.\/keysy\/([^"]+)\.html">/).map { String($0.1) }
  }

  @Test func anAgeLeadsToAllThatIsForIt() throws {
    let site = try Self.built(["ages: [3-4, mixed]", "ages: [3-4]", ""])
    #expect(Self.entries(try site.read("public/vozrast/3-4.html")) == ["s0", "s1"])
    #expect(Self.entries(try site.read("public/vozrast/mixed.html")) == ["s0"])
    #expect(try site.read("public/keysy/s0.html").contains("<a href=\"../vozrast/mixed.html\">"))
    let list = try site.read("public/vozrast/index.html")
    #expect(list.contains("3-4.html") && !list.contains("4-5.html"))
    #expect(!site.exists("public/vozrast/4-5.html"))
  }

  @Test func anAudienceLeadsToAllThatIsForIt() throws {
    let site = try Self.built(["license: А", "license: Б"])
    #expect(Self.entries(try site.read("public/dlya-kogo/children.html")) == ["s0", "s1"])
    #expect(try site.read("public/keysy/s0.html").contains("<a href=\"../dlya-kogo/children.html\">"))
    #expect(!site.exists("public/dlya-kogo/parents.html"))
  }

  @Test func needsAndGroupsLeadToAllThatIsForThem() throws {
    let site = try Self.built([
      "special_needs: [тяжёлые нарушения речи]", "special_needs: [speech]",
      "вид_группы: [комбинированная, кратковременного пребывания]",
    ])
    #expect(Self.entries(try site.read("public/osobye-potrebnosti/speech.html")) == ["s0", "s1"])
    #expect(Self.entries(try site.read("public/vid-gruppy/short-stay.html")) == ["s2"])
    #expect(try site.read("public/keysy/s0.html").contains("<a href=\"../osobye-potrebnosti/speech.html\">"))
    #expect(try site.read("public/keysy/s2.html").contains("<a href=\"../vid-gruppy/combined.html\">"))
    #expect(!site.exists("public/osobye-potrebnosti/autism.html"))
    #expect(try site.words("public/index.html").contains("href=\"osobye-potrebnosti/index.html\""))
  }

  /// An event of a need, with what else it says.
  private static func event(_ title: String, _ start: String, _ fields: String) -> String {
    "---\ntitle: \(title)\nform: клуб\nstart: \(start)\ntask: А.\ninitiators: [ilina]\n\(fields)\n---\n"
  }

  @Test func eventsStandBelowTheMaterialsOfANeed() throws {
    let site = try Self.built(["special_needs: [autism]"])
    try site.write(Self.event("Ранняя", "2026-11-10", "special_needs: [autism, autism]"), to: "content/events/rano.md")
    try site.write(
      Self.event("Поздняя", "2026-12-10", "особые_потребности: расстройства аутистического спектра\nstate: cancelled"),
      to: "content/events/pozdno.md")
    try site.write(Self.event("Одна", "2026-11-11", "special_needs: [gifted]"), to: "content/events/odna.md")
    try site.write(Self.event("Ни для кого", "2026-11-12", ""), to: "content/events/nichya.md")
    _ = try site.build()
    let page = try site.words("public/osobye-potrebnosti/autism.html")
    let (materials, events) = try #require(
      page.range(of: "id=\"opyt_events\"").map { (page[..<$0.lowerBound], page[$0.upperBound...]) })
    #expect(Self.entries(String(materials)) == ["s0"])
    // The last one first, each once.
    #expect(
      events.matches(of: /class="name"><a href="\.\.\/sobytiya\/([^"]+)\.html">/).map { String($0.1) }
        == ["pozdno", "rano"])
    #expect(events.contains("отменено"))
    // A value that only an event has has its page, and no list of materials.
    let alone = try site.words("public/osobye-potrebnosti/gifted.html")
    #expect(alone.contains("sobytiya/odna.html") && !alone.contains("opyt_materials"))
    let list = try site.words("public/osobye-potrebnosti/index.html")
    #expect(list.contains("href=\"../osobye-potrebnosti/autism.html#opyt_materials\" data-count=\"1\""))
    #expect(list.contains("href=\"../osobye-potrebnosti/autism.html#opyt_events\" data-count=\"2\""))
    #expect(list.contains("<li>одарённость") && list.contains("gifted.html#opyt_events\" data-count=\"1\""))
    #expect(try site.read("public/sobytiya/rano.html").contains("<a href=\"../osobye-potrebnosti/autism.html\">"))
    #expect(try !site.read("public/sobytiya/nichya.html").contains("osobye-potrebnosti/autism"))
  }

  /// What stands below a keyword.
  private static func entries(_ page: String, below anchor: String) -> [String] {
    let sections = page.split(separator: "<h2 id=\"")
    return sections.first { $0.hasPrefix(anchor + "\"") }.map { entries(String($0)) } ?? []
  }

  @Test(arguments: [
    ("луг", "Луг", "lug"), ("Ёлка", "елка", "elka"), ("роль  взрослого", "роль взрослого", "rol-vzroslogo"),
    ("ОВЗ", "овз", "ovz"), ("con", "Con", "con"), ("й", "и\u{306}", "y"),
  ])
  func aKeywordThatIsSharedLeadsToWhatSharesIt(first: String, second: String, slug: String) throws {
    let site = try Self.built(["keywords: [\(first), один]", "keywords: [\(second)]", ""])
    let list = try site.read("public/slova/index.html")
    #expect(Self.entries(list, below: "opyt_word-\(slug)") == ["s0", "s1"])
    #expect(list.replacing("\u{A0}", with: " ").contains("2 материала"))
    #expect(try site.read("public/keysy/s1.html").contains("<a href=\"../slova/index.html#opyt_word-\(slug)\">"))
    // One alone leads nowhere, and is told all the same.
    #expect(try site.read("public/keysy/s0.html").contains("<span>один</span>"))
    #expect(!list.contains("один"))
  }

  @Test func wordsThatLatinLettersConfuseHaveTheirOwnPlaces() throws {
    let site = try Self.built(["keywords: [мол, моль]", "keywords: [мол]", "keywords: [моль]"])
    let list = try site.read("public/slova/index.html")
    #expect(Self.entries(list, below: "opyt_word-mol") == ["s0", "s1"])
    #expect(Self.entries(list, below: "opyt_word-mol-2") == ["s0", "s2"])
  }

  @Test(arguments: ["«»", "…", "🌱"])
  func aKeywordWithoutAnAddressStaysText(word: String) throws {
    let site = try Self.built(["keywords: ['\(word)']", "keywords: ['\(word)']"])
    #expect(!site.exists("public/slova"))
    #expect(try site.read("public/keysy/s0.html").contains("<span>\(word)</span>"))
  }

  @Test func oneMaterialNamesAKeywordOnce() throws {
    let site = try Self.built(["keywords: [луг, Луг, ЛУГ]", ""])
    #expect(!site.exists("public/slova"))
  }

  @Test func manyKeywordsStandOnSeveralPages() throws {
    // Ten keywords of sixty materials each: eight to a page.
    let words = (0..<10).map { "слово \($0)" }.joined(separator: ", ")
    let site = try Self.built(Array(repeating: "keywords: [\(words)]", count: 60))
    let pages = try ["index", "2"].map { try site.read("public/slova/\($0).html") }
    #expect(pages.map { Self.entries($0).count } == [480, 120])
    #expect(Self.entries(pages[1], below: "opyt_word-slovo-9").count == 60)
    #expect(try site.read("public/keysy/s7.html").contains("href=\"../slova/2.html#opyt_word-slovo-9\""))
  }

  @Test func aLongListIsCut() throws {
    let site = try Self.built(Array(repeating: "ages: [5-6]", count: 97))
    #expect(Self.entries(try site.read("public/vozrast/5-6.html")).count == 96)
    let rest = try site.read("public/vozrast/5-6/2.html")
    #expect(rest.matches(of: /class="name"><a href="\.\.\/\.\.\/keysy\//).count == 1)
    #expect(try site.read("public/vozrast/index.html").contains("97\u{A0}материалов"))
  }
}
