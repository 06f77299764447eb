import Foundation
import Testing

@testable import OpytPages
@testable import OpytSite

/// People are found by letter, by position, and through a direction's kindergartens by what these have.
@Suite struct PeopleIndexTests {
  /// A person of the first kindergarten.
  private static func person(_ name: String, _ fields: String = "kindergarten: sad-5\nposition: методист") -> String {
    "---\ntitle: \(name)\nconsent: С-1\n\(fields)\n---\n"
  }

  private static func built(_ people: [String]) throws -> TemporarySite {
    let site = try TemporarySite([
      "site-config.json": #"{"title": "Сеть", "vocabularies": {"position": ["хранитель музея"]}}"#,
      "content/kindergartens/sad-7.md": "---\ntitle: Детский сад № 7\nnumber: 7\nmunicipality: Зареченск\n---\n",
    ])
    for (number, text) in people.enumerated() { try site.write(text, to: "content/people/p\(number).md") }
    _ = try site.build()
    return site
  }

  private static func letters(_ page: String) -> [String] {
    guard let start = page.range(of: "<nav class=\"letters\""), let end = page[start.upperBound...].range(of: "</nav>")
    else { return [] }
    return page[start.upperBound..<end.lowerBound].matches(of: /href="([^"]+)">([^<]+)</).map { "\($0.2) \($0.1)" }
  }

  @Test func lettersLeadToWhereTheyBegin() throws {
    // More than a page has: those of «Я» stand on the second.
    let site = try Self.built(
      (0..<24).map {
        Self.person(
          "Абрамова \(["Анна", "Вера", "Ольга", "Яна"][$0 % 4]) Ивановна",
          "kindergarten: sad-5\nposition: методист\nexpertise: [дело \($0)]")
      }
        + [Self.person("Ёлкина Вера Ивановна"), Self.person("Smith Anna"), Self.person("Яковлева Вера Ивановна")])
    let first = try site.read("public/pedagogi/index.html")
    let second = try site.read("public/pedagogi/2.html")
    let letters = Self.letters(first)
    #expect(letters.map { $0.prefix { $0 != " " } } == ["A–Z", "А", "Е", "И", "Я"])
    #expect(letters.first == "A–Z ../pedagogi/index.html#opyt_letter-latin")
    #expect(letters.contains("А ../pedagogi/index.html#opyt_letter-0"))
    #expect(letters.contains("Я ../pedagogi/2.html#opyt_letter-31"))
    #expect(Self.letters(second).contains("А ../pedagogi/index.html#opyt_letter-0"))
    #expect(
      first.contains("<h2 id=\"opyt_letter-latin\">A–Z</h2>") && first.contains("<h2 id=\"opyt_letter-0\">А</h2>"))
    #expect(!first.contains("id=\"opyt_letter-31\"") && second.contains("<h2 id=\"opyt_letter-31\">Я</h2>"))
  }

  @Test func positionsLeadToThoseWhoHoldThem() throws {
    let site = try Self.built([
      Self.person("Ёлкина Вера Ивановна"),
      Self.person("Яковлева Вера Ивановна", "kindergarten: sad-5\nposition: воспитатель"),
      Self.person("Анина Ольга Ивановна", "kindergarten: sad-5\nposition: хранитель музея"),
      Self.person(
        "Юрина Ольга Ивановна",
        "posts:\n  - kindergarten: sad-5\n    position: методист\n  - kindergarten: sad-7\n    position: учитель-логопед"
      ),
    ])
    let page = try site.words("public/dolzhnosti/index.html")
    func names(_ position: String) -> [String] {
      guard let start = page.range(of: ">\(position)</h2>"),
        let end = page[start.upperBound...].range(of: "</section>")
      else { return [] }
      return page[start.upperBound..<end.lowerBound].matches(of: /class="name"><a[^>]*>(\w+)/).map { String($0.1) }
    }
    #expect(names("методист") == ["Ёлкина", "Юрина"])
    #expect(names("учитель-логопед") == ["Юрина"])
    #expect(names("воспитатель").contains("Яковлева"))
    #expect(names("хранитель музея") == ["Анина"])
    let headings = page.matches(of: /<h2 id="opyt_position-\d+">([^<]+)</).map { String($0.1) }
    #expect(headings.last == "хранитель музея" && headings.first == "воспитатель")
    #expect(try site.read("public/pedagogi/index.html").contains("href=\"../dolzhnosti/index.html\""))
  }

  @Test func whoHasLeftStandsUnderNoPosition() throws {
    let site = try Self.built([
      Self.person(
        "Бывшая Вера Ивановна",
        "posts:\n  - kindergarten: sad-5\n    position: тьютор\n    to: 2020-05-01")
    ])
    #expect(try !site.words("public/dolzhnosti/index.html").contains("тьютор"))
    #expect(try site.words("public/pedagogi/index.html").contains("Бывшая"))
  }

  @Test func aKindergartenOfADirectionLeadsToWhatItHasThere() throws {
    let site = try TemporarySite()
    _ = try site.build()
    let page = try site.read("public/napravleniya/sreda.html")
    let link = try #require(
      page.firstMatch(of: /<a href="([^"]+)#(opyt_direction-[^"]+)" data-count="(\d+)">/), "no kindergarten")
    let target = try site.read("public/napravleniya/" + link.1)
    #expect(target.contains("id=\"\(link.2)\""))
  }
}
