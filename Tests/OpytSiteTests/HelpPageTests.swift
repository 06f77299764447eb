import Foundation
import OpytDiagnostics
import OpytModel
import Testing

@testable import OpytCatalogue
@testable import OpytNetwork
@testable import OpytPages
@testable import OpytSite

/// Help that is asked and offered: who is named, under what, and who is not.
@Suite struct HelpPageTests {
  private static func person(_ name: String, _ fields: String, consent: String = "С-9") -> String {
    "---\ntitle: \(name)\n\(consent.isEmpty ? "" : "consent: \(consent)\n")\(fields)\n---\n"
  }

  private static let deficit = """
    ---
    title: Не слышим вопросов
    description: Отвечаем раньше.
    revealed_by: Наблюдения.
    directions: [sreda]
    ---
    """

  private static func built(_ files: [String: String], today: String = "2026-06-01") throws -> TemporarySite {
    var all = TemporarySite.network
    for (path, text) in files { all[path] = text }
    let site = try TemporarySite(basedOn: all)
    site.day = .on(today)
    let outcome = try site.build()
    #expect(outcome.product != nil, "\(outcome.report.entries.map { $0.diagnostic.line })")
    return site
  }

  private static let asker = person(
    "Гусев Антон Павлович",
    """
    position: методист
    kindergarten: sad-5
    email: gusev@example.org
    development:
      - {activity: Курс о вопросах, visibility: public, needs_help_from: [sad-5, ИРО], deficits: [voprosy]}
      - {activity: Тайное, needs_help_from: ИРО, deficits: [voprosy]}
      - {activity: Без помощи, visibility: public, deficits: [voprosy]}
      - {activity: Сделанное, visibility: public, needs_help_from: ИРО, deficits: [voprosy], done: 2026-05-31}
    """)

  private static let helper = person(
    "Орлова Вера Ивановна", "position: тьютор\nkindergarten: sad-5\noffers: [Игровые технологии]\nexpertise: [Лэпбук]",
    consent: "С-3")

  /// The text of the section of a heading, as it is read.
  private static func section(_ id: String, of page: String) throws -> String {
    let start = try #require(page.range(of: "id=\"\(id)\""), "\(id)")
    let rest = page[start.upperBound...]
    let end = rest.range(of: "<h2")?.lowerBound ?? rest.endIndex
    return String(rest[..<end]).asWritten
  }

  @Test func openNeedsStandWithWhomToWriteTo() throws {
    let site = try Self.built([
      "content/people/gusev.md": Self.asker, "content/deficits/voprosy.md": Self.deficit,
    ])
    let page = try site.read("public/pomosch/index.html")
    let needs = try Self.section("opyt_needs", of: page)
    #expect(needs.contains("Курс о вопросах") && needs.contains("mailto:gusev@example.org"))
    #expect(needs.contains("sady/sad-5.html") && needs.contains("ИРО") && needs.contains("defitsity/voprosy.html"))
    for absent in ["Тайное", "Без помощи", "Сделанное"] { #expect(!page.asWritten.contains(absent), "\(absent)") }
    // Both ways: at the deficit, in its topic and in that of its direction, and at the one who is asked.
    for path in ["pomosch/defitsity/voprosy", "pomosch/napravleniya/sreda", "defitsity/voprosy", "sady/sad-5"] {
      #expect(try site.read("public/\(path).html").asWritten.contains("Курс о вопросах"), "\(path)")
    }
    #expect(try site.read("public/defitsity/voprosy.html").contains("pomosch/defitsity/voprosy.html"))
    #expect(try !site.read("public/sady/sad-5.html").asWritten.contains("Сделанное"))
    #expect(try site.read("public/defitsity/voprosy.html").asWritten.contains("Сделанное"))
  }

  /// «Кто рядом посоветует по игровым технологиям?»: two clicks from the home page.
  @Test func whoCanAdviseIsTwoClicksFromTheHomePage() throws {
    let material = TemporarySite.material(title: "Игра", fields: "strategy: igra\ndeficits: [voprosy]")
      .replacing("authors: [ilina]", with: "authors: [orlova]")
    let site = try Self.built([
      "content/people/orlova.md": Self.helper, "content/cases/igra.md": material,
      "content/deficits/voprosy.md": Self.deficit,
      "content/strategies/igra.md":
        "---\ntitle: Игровые технологии в группе\ngoal: А.\nresult: Б.\ntactics: [В]\ndeficits: [voprosy]\n---\n",
      "content/kindergartens/sad-7.md": "---\ntitle: Сад № 7\nmunicipality: Камышин\nemail: s7@example.org\n---\n",
      "content/people/kim.md": Self.person(
        "Ким Анна Львовна", "position: тьютор\nkindergarten: sad-7\noffers: [игровые технологии]", consent: "С-4"),
    ])
    let home = try site.read("public/index.html")
    #expect(home.contains("href=\"pomosch/index.html\"") || home.contains("href=\"pomosch/\""))
    let page = try site.read("public/pomosch/index.html")
    #expect(page.contains("href=\"../pomosch/strategii/igra.html\""))
    let topic = try site.read("public/pomosch/strategii/igra.html")
    #expect(topic.asWritten.contains("Орлова Вера Ивановна") && !topic.contains("Ким"))
    // Near: by municipality, with a way to each.
    let offers = try Self.section("opyt_offers", of: page)
    let first = try #require(offers.range(of: ">Зареченск</h3>")?.lowerBound)
    let second = try #require(offers.range(of: ">Камышин</h3>")?.lowerBound)
    #expect(first < second)
    #expect(offers[first..<second].contains("Орлова") && offers[second...].contains("Ким"))
    #expect(page.contains("href=\"#opyt_offers-kamyshin\""))
    // Without an address of her own, that of her kindergarten.
    #expect(offers[second...].contains("mailto:s7@example.org"))
    // The same words of two people are one topic.
    let words = try Self.section("opyt_words", of: page)
    #expect(words.components(separatedBy: "гровые технологии").count == 2)
    #expect(words.contains("Ким") && words.contains("Орлова"))
  }

  @Test(
    arguments: [
      ("position: тьютор\nkindergarten: sad-5\noffers: [Тайнослово]", "", false),
      ("position: тьютор\nkindergarten: sad-5\noffers: [Тайнослово]\nuntil: 2026-05-31", "С-3", false),
      ("posts: [{kindergarten: sad-5, position: тьютор, to: 2026-05-31}]\noffers: [Тайнослово]", "С-3", false),
      ("posts: [{kindergarten: sad-5, position: тьютор, to: 2026-06-01}]\noffers: [Тайнослово]", "С-3", true),
      ("position: тьютор\nkindergarten: vyshel\noffers: [Тайнослово]", "С-3", false),
      ("position: тьютор\nkindergarten: sad-5\nexpertise: [Тайнослово]", "С-3", true),
      ("position: преподаватель вуза\npartner: iro\noffers: [Тайнослово]", "С-3", true),
    ])
  func whoGaveNoConsentOrLeftOffersNothing(_ fields: String, _ consent: String, _ isShown: Bool) throws {
    let site = try Self.built([
      "content/people/orlova.md": Self.person("Орлова Вера Ивановна", fields, consent: consent),
      "content/people/kim.md": Self.person("Ким Анна", "position: тьютор\nkindergarten: sad-5\noffers: [Лэпбук]"),
      "content/kindergartens/vyshel.md": "---\ntitle: Бывший\nmunicipality: Зареченск\nleft: 2026-05-31\n---\n",
      "content/partners/iro.md": "---\ntitle: Институт\ntype: ИРО\nwebsite: https://iro.example/\n---\n",
    ])
    let page = try site.read("public/pomosch/index.html")
    #expect(page.contains("Тайнослово") == isShown)
    if fields.contains("iro") { #expect(page.contains("Другие организации") && page.contains("https://iro.example/")) }
  }

  @Test func whereNobodyAsksOrOffersThereIsNoPage() throws {
    let site = try Self.built([:])
    #expect(!site.exists("public/pomosch"))
    #expect(try !site.read("public/index.html").contains("pomosch"))
  }

  @Test func aCommunityAsksForItsDeficits() throws {
    let community = """
      ---
      title: Круг
      idea: А.
      goal: Б.
      coordinator: [ilina]
      members: [ilina, gusev]
      directions: [sreda]
      kindergartens: [sad-5]
      deficits: [voprosy]
      ---
      """
    let site = try Self.built([
      "content/communities/krug.md": community, "content/deficits/voprosy.md": Self.deficit,
      "content/people/gusev.md": Self.person("Гусев Антон Павлович", "position: методист\nkindergarten: sad-5"),
      "content/people/ilina.md": Self.person(
        "Ильина Марина Сергеевна", "position: тьютор\nkindergarten: sad-5\nemail: ilina@example.org", consent: "С-1"),
    ])
    let topic = try site.read("public/pomosch/defitsity/voprosy.html").asWritten
    #expect(topic.contains("Сообщество ищет опыт") && topic.contains("soobshchestva/krug.html"))
    #expect(topic.contains("mailto:ilina@example.org"))
  }

  @Test func entriesStandInEachOfTheirMunicipalities() {
    let entries = [("а", ["Камышин", "Зареченск"]), ("б", []), ("в", ["зареченск"])]
    let groups = Help.byMunicipality(entries, \.1)
    #expect(groups.map(\.municipality) == ["Зареченск", "Камышин", ""])
    #expect(groups.map { $0.entries.map(\.0) } == [["а", "в"], ["а"], ["б"]])
  }

  // MARK: Long lists

  /// Forty who offer and work in one town, twenty in another, and thirty who ask.
  private static func crowd() -> [String: String] {
    var files = [
      "content/kindergartens/sad-7.md": "---\ntitle: Сад № 7\nmunicipality: Камышин\n---\n",
      "content/deficits/voprosy.md": deficit,
    ]
    for number in 1...60 {
      let name = "Ким \(number < 10 ? "0" : "")\(number) Анна"
      let place = number > 40 ? "sad-7" : "sad-5"
      let asks =
        number > 30
        ? ""
        : "\ndevelopment: [{activity: Курс \(number), visibility: public, needs_help_from: ИРО, deficits: [voprosy]}]"
      files["content/people/kim-\(number).md"] = person(
        name, "position: тьютор\nkindergarten: \(place)\noffers: [Умение \(number)]\(asks)",
        consent: "С-\(100 + number)")
    }
    return files
  }

  @Test func aLongListIsCutAndLosesNothing() throws {
    let site = try Self.built(Self.crowd())
    // 60 offers, 30 needs and 60 words: 48 to a page.
    let pages = try ["index", "2", "3", "4"].map { try site.words("public/pomosch/\($0).html") }
    #expect(!site.exists("public/pomosch/5.html"))
    func all(_ words: Regex<(Substring, Substring)>) -> [[String]] {
      pages.map { $0.matches(of: words).map { String($0.1) } }
    }
    #expect(all(/<li>(Умение [0-9]+)<\/li>/).map(\.count) == [48, 12, 0, 0])
    #expect(all(/<p>(Курс [0-9]+)/).map(\.count) == [0, 30, 0, 0])
    #expect(all(/class="name">(Умение [0-9]+)</).map(\.count) == [0, 6, 48, 6])
    #expect(Set(all(/<li>(Умение [0-9]+)<\/li>/).joined()).count == 60)
    // Topics, and what the page is, stand on the first; headings wherever they are needed, with the number of the whole.
    #expect(pages.map { $0.contains("opyt_topics") } == [true, false, false, false])
    #expect(pages[0].contains("data-count=\"40\"") && pages[0].contains("data-count=\"20\""))
    #expect(pages[1].contains("data-count=\"20\"") && !pages[1].contains("data-count=\"40\""))
    // The way to a town leads to the page where it begins.
    #expect(pages[0].contains("href=\"#opyt_offers-kamyshin\""))
    #expect(pages[1].contains("href=\"../pomosch/index.html#opyt_offers-kamyshin\""))
    #expect(pages.map { $0.matches(of: /<h1>/).count } == [1, 1, 1, 1])
    #expect(pages[1].contains("rel=\"prev\"") && pages[1].contains("rel=\"next\""))
    let numbers = try PrintedNumbers(site).walk()
    #expect(numbers.problems == [])
  }

  @Test func aLongTopicIsCut() throws {
    var files = Self.crowd()
    for number in 1...60 {
      files["content/people/kim-\(number).md"] = files["content/people/kim-\(number).md"]?
        .replacing("offers: [", with: "offers: [Не слышим вопросов, ")
    }
    let site = try Self.built(files)
    let pages = try ["voprosy", "voprosy/2"].map { try site.words("public/pomosch/defitsity/\($0).html") }
    #expect(pages.map { $0.matches(of: /<li>Умение/).count } == [48, 12])
    #expect(pages.map { $0.matches(of: /<p>Курс/).count } == [0, 30])
    #expect(pages[1].contains("href=\"../../../pomosch/defitsity/voprosy.html#opyt_offers-kamyshin\""))
  }

  @Test(arguments: [(0, 1), (48, 1), (49, 2), (480, 10)])
  func partsAreFull(entries: Int, count: Int) {
    let words = (0..<entries).map { Help.Word(text: "\($0)", people: []) }
    let parts = HelpPart.parts([], [], words)
    #expect(parts.count == count)
    #expect(parts.flatMap(\.words).map(\.text) == words.map(\.text))
    #expect(parts.dropLast().allSatisfy { $0.words.count == HelpPart.length })
  }
}
