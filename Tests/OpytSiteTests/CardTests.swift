import Foundation
import OpytModel
import Testing

@testable import OpytNetwork
@testable import OpytPages
@testable import OpytSite

/// What lists and pages say of a material or an event, each once.
@Suite struct CardTests {
  /// The list entry of a document.
  private static func card(_ address: String, in page: String) throws -> String {
    let cards = page.split(separator: "<li class=\"card ").dropFirst().map(String.init)
    let card = try #require(cards.first { $0.contains("\(address).html\"") })
    return String(card.prefix(upTo: card.firstRange(of: "</li>")?.lowerBound ?? card.endIndex))
  }

  // MARK: Materials

  @Test(
    arguments: [("piloting", "апробация"), ("archived", "архив"), ("adopted", nil), (nil, nil)] as [(String?, String?)])
  func whatIsNotInUseIsMarked(status: String?, badge: String?) throws {
    let site = try TemporarySite([
      "content/cases/ssora.md": TemporarySite.material(title: "Ссора", fields: status.map { "status: \($0)" } ?? "")
    ])
    _ = try site.build()
    let card = try Self.card("keysy/ssora", in: site.read("public/index.html"))
    #expect(card.firstMatch(of: /class="badge">([^<]*)</).map { String($0.1) } == badge)
  }

  @Test func aDirectionsPageHasOneAccent() throws {
    let site = try TemporarySite([
      "content/directions/vtoroe.md": "---\ntitle: Второе\nsummary: Тоже.\n---\n",
      "content/cases/ssora.md": TemporarySite.material(title: "Ссора").replacing("[sreda]", with: "[sreda, vtoroe]"),
      "content/events/krug.md": event("directions: [sreda, vtoroe]"),
    ])
    _ = try site.build()
    for (page, hasOwn) in [("napravleniya/vtoroe", false), ("napravleniya/sreda", false), ("sady/sad-5", true)] {
      let text = try site.read("public/\(page).html")
      #expect(try Self.card("keysy/ssora", in: text).contains(/^has-cover accent-\d/) == hasOwn, "\(page)")
    }
    let direction = try site.read("public/napravleniya/vtoroe.html")
    #expect(try !Self.card("sobytiya/krug", in: direction).contains(/^event accent-/))
  }

  @Test(arguments: [
    ("![План](a.png)", ["b.png"]), ("[План](a.png)", ["a.png", "b.png"]), ("Текст.", ["a.png", "b.png"]),
    ("![План](a.png)\n\n![Двор](b.png)", []),
  ])
  func aPictureOfTheTextIsNotShownAgain(body: String, expected: [String]) throws {
    let fields = "photos: [{file: a.png, alt: План, consent: С-1}, {file: b.png, alt: Двор, consent: С-1}]"
    let site = try TemporarySite([
      "content/cases/ssora.md": nil,
      "content/cases/ssora/index.md": TemporarySite.material(title: "Ссора", fields: fields, body: body + "\n"),
    ])
    for name in ["a.png", "b.png"] { try site.write(IssueNetwork.picture, to: "content/cases/ssora/\(name)") }
    _ = try site.build()
    let page = try site.read("public/keysy/ssora.html")
    let photos = page.matches(of: /<figure><a href="\.\.\/keysy\/ssora\/([^"]+)">/).map { String($0.1) }
    #expect(photos == expected)
    #expect(page.contains("href=\"#opyt_photos\"") == !expected.isEmpty)
  }

  @Test func aClosedSolutionHoldsAllThatGivesItAway() throws {
    let fields = """
      goal: Цель раскрыта.
      solution: Вот решение.
      criteria: [Критерий раскрыт]
      guidance: Совет раскрыт.
      """
    let site = try TemporarySite([
      "content/cases/ssora.md": TemporarySite.material(title: "Ссора", fields: fields, body: "## Разгадка\n\nИтог.\n"),
      "content/cases/bez.md": TemporarySite.material(title: "Без решения", body: "Итог без решения.\n"),
    ])
    _ = try site.build()
    let page = try site.read("public/keysy/ssora.html")
    let start = try #require(page.firstRange(of: "<details class=\"solution\">"))
    let end = try #require(page[start.upperBound...].firstRange(of: "</details>"))
    let main = try #require(page.firstRange(of: "<div class=\"material-body\">"))
    let open = page[main.upperBound..<start.lowerBound] + page[end.upperBound...]
    let folded = page[start.upperBound..<end.lowerBound]
    for words in ["Вот решение", "Итог.", "Цель раскрыта", "Критерий раскрыт", "Совет раскрыт", "Получилось"] {
      #expect(folded.replacing("\u{A0}", with: " ").contains(words), "\(words)")
      #expect(!open.replacing("\u{A0}", with: " ").contains(words), "\(words)")
    }
    #expect(open.contains("Случилось вот что.") && open.contains("Что делать?"))
    #expect(page.matches(of: /<details/).count == page.matches(of: /<\/details>/).count)
    #expect(try !site.read("public/keysy/bez.html").contains("class=\"solution\""))
  }

  // MARK: Events

  private func event(_ fields: String, title: String = "Круг") -> String {
    """
    ---
    title: \(title)
    form: семинар
    start: 2026-05-12
    task: Решить.
    initiators: [ilina]
    \(fields)
    ---
    """
  }

  private static func host(_ number: Int, _ name: String) -> EventPlaceModel.Host {
    EventPlaceModel.Host(
      link: LinkModel(title: "Детский сад № \(number) «\(name)»", url: WebAddressFixture.any), number: number,
      name: name)
  }

  @Test(arguments: [
    ("Детский сад № 10, зал", [5], true), ("в саду №10", [5], true), ("ДЕТСКИЙ САД № 10", [5], true),
    ("МБДОУ № 10", [5], true), ("детсад 10", [5], true), ("сады № 5 и № 10", [], false),
    ("Детские сады № 5, 10", [], false), ("Школа № 10, сад за школой", [5, 10], false),
    ("группа № 10", [5, 10], false),
    ("Актовый зал", [5, 10], false), ("", [5, 10], false), ("детский сад № 100", [5, 10], false),
    ("«Маячок», зал", [5], true), ("кафе у маячка", [5, 10], false), ("\"Маячок\"", [5], true),
    ("Детский сад №\u{A0}10", [5], true),
  ])
  func thePlaceIsToldOnce(place: String, hosts: [Int], isLink: Bool) {
    let model = EventPlaceModel(place, [Self.host(5, "Солнышко"), Self.host(10, "Маячок")])
    #expect(model.hosts.map(\.title) == hosts.map { Self.host($0, $0 == 5 ? "Солнышко" : "Маячок").link.title })
    #expect((model.place?.url != nil) == isLink)
    #expect((model.place == nil) == place.isEmpty)
  }

  @Test func aPlaceThatNamesItsHostLeadsThere() throws {
    let site = try TemporarySite([
      "content/events/krug.md": event("place: Детский сад № 5, зал\nkindergartens: [sad-5]"),
      "content/events/dvor.md": event("place: Двор\nkindergartens: [sad-5]", title: "Двор"),
    ])
    _ = try site.build { $0.today = .on("2026-05-01") }
    let list = try site.read("public/sobytiya/index.html").replacing("\u{A0}", with: " ")
    let card = try Self.card("sobytiya/krug", in: list)
    #expect(card.contains("<a href=\"../sady/sad-5.html\">Детский сад № 5, зал</a>"))
    #expect(card.matches(of: /Детский сад № 5/).count == 1)
    let page = try site.read("public/sobytiya/krug.html").replacing("\u{A0}", with: " ")
    #expect(page.contains("<dd><a href=\"../sady/sad-5.html\">Детский сад № 5, зал</a></dd>"))
    #expect(!page.contains("Принима"))
    #expect(try site.read("public/sobytiya/dvor.html").contains("Принима"))
  }

  @Test(arguments: [("", true, true), ("state: cancelled", false, false)])
  func registrationIsAButtonWhereOneCanStillCome(fields: String, hasButton: Bool, hasCalendar: Bool) throws {
    let site = try TemporarySite([
      "content/events/krug.md": event("registration: https://opyt.example/zapis\n\(fields)")
    ])
    _ = try site.build { $0.today = .on("2026-05-01") }
    let page = try site.read("public/sobytiya/krug.html")
    #expect(page.contains("<a class=\"button\" href=\"https://opyt.example/zapis\">") == hasButton)
    #expect(page.contains("iCalendar") == hasCalendar)
    // That it is cancelled is said once; that it is over waits for its day.
    #expect(page.matches(of: /class="state">/).count == 1)
    #expect(page.contains("hidden><strong class=\"state\">") == hasButton)
    _ = try site.build { $0.today = .on("2026-06-01") }
    #expect(try !site.read("public/sobytiya/krug.html").contains("class=\"button\""))
  }

  // MARK: Coverage

  @Test func aNumberOfTheCoverageSaysWhatItCounts() throws {
    let site = try TemporarySite([
      "content/directions/vtoroe.md": "---\ntitle: Второе\nsummary: Тоже.\n---\n",
      "content/cases/dva.md": TemporarySite.material(title: "Два"),
    ])
    _ = try site.build()
    let page = try site.read("public/okhvat/index.html").replacing("\u{A0}", with: " ")
    #expect(page.contains("aria-label=\"Детский сад № 5, Среда — третий учитель: 2 материала\">2</a>"))
    #expect(page.contains("data-name=\"Второе\">–</td>"), "in a narrow window the empty one has its name too")
  }
}

private enum WebAddressFixture {
  static let any = LinkBase(page: .home).link(to: Address("sady/a.html"))
}
