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

  @Test(arguments: [
    ("луг", "Луг", "lug"), ("Ёлка", "елка", "elka"), ("роль  взрослого", "роль взрослого", "rol-vzroslogo"),
    ("ОВЗ", "овз", "ovz"), ("index", "Index", "index-2"), ("й", "и\u{306}", "y"),
  ])
  func aKeywordThatIsSharedLeadsToWhatSharesIt(first: String, second: String, slug: String) throws {
    let site = try Self.built(["keywords: [\(first), один]", "keywords: [\(second)]", ""])
    #expect(Self.entries(try site.read("public/slova/\(slug).html")) == ["s0", "s1"])
    #expect(try site.read("public/keysy/s1.html").contains("<a href=\"../slova/\(slug).html\">"))
    // One alone leads nowhere, and is told all the same.
    #expect(try site.read("public/keysy/s0.html").contains("<span>один</span>"))
    #expect(!site.exists("public/slova/odin.html"))
  }

  @Test func wordsThatLatinLettersConfuseHaveTheirOwnPages() throws {
    let site = try Self.built(["keywords: [мол, моль]", "keywords: [мол]", "keywords: [моль]"])
    #expect(Self.entries(try site.read("public/slova/mol.html")) == ["s0", "s1"])
    #expect(Self.entries(try site.read("public/slova/mol-2.html")) == ["s0", "s2"])
  }

  @Test(arguments: ["con", "«»", "…", "🌱"])
  func aKeywordWithoutAnAddressStaysText(word: String) throws {
    let site = try Self.built(["keywords: ['\(word)', луг]", "keywords: ['\(word)', луг]"])
    #expect(try site.tree().keys.filter { $0.hasPrefix("slova/") }.sorted() == ["slova/index.html", "slova/lug.html"])
    #expect(try site.read("public/keysy/s0.html").contains("<span>\(word)</span>"))
  }

  @Test func oneMaterialNamesAKeywordOnce() throws {
    let site = try Self.built(["keywords: [луг, Луг, ЛУГ]", ""])
    #expect(!site.exists("public/slova"))
  }

  @Test func aLongListIsCut() throws {
    let site = try Self.built(Array(repeating: "ages: [5-6]", count: 101))
    #expect(Self.entries(try site.read("public/vozrast/5-6.html")).count == 100)
    let rest = try site.read("public/vozrast/5-6/2.html")
    #expect(rest.matches(of: /class="name"><a href="\.\.\/\.\.\/keysy\//).count == 1)
    #expect(try site.read("public/vozrast/index.html").contains("101\u{A0}материал"))
  }
}
