import Foundation
import OpytModel
import Testing

@testable import OpytNetwork
@testable import OpytPages
@testable import OpytSite

/// The menu and the map in the footer.
@Suite struct SiteMapTests {
  private static func part(_ name: String, of page: String) throws -> String {
    let start = try #require(page.firstRange(of: "<\(name)"))
    let end = try #require(page.firstRange(of: "</\(name)>"))
    return String(page[start.lowerBound..<end.upperBound])
  }

  private static func menu(_ items: String, report: Bool = false, _ page: String = "index") throws -> String {
    let site = try TemporarySite.allKinds()
    try site.write(
      #"{"title": "Сеть", "base_url": "https://opyt.example/", "report": \#(report), "menu": [\#(items)]}"#,
      to: "site-config.json")
    _ = try site.build()
    return try part("header", of: site.read("public/\(page).html"))
  }

  // MARK: The menu

  @Test func groupsAreFoldedUpUnderTheirNames() throws {
    let items = #"""
      {"title": "Опыт", "items": [{"title": "Проекты", "link": "projects"}, {"title": "Кейсы", "link": "кейсы"}]},
      {"title": "События", "link": "events"}
      """#
    let menu = try Self.menu(items, "proekty/index")
    #expect(menu.contains("<details class=\"group\">\n<summary class=\"current\">Опыт</summary>"))
    #expect(menu.contains("<a href=\"../proekty/index.html\" aria-current=\"true\">Проекты</a>"))
    #expect(menu.contains("<a href=\"../keysy/index.html\">Кейсы</a>"))
    #expect(menu.contains("</details></li>\n<li><a href=\"../sobytiya/index.html\">События</a></li>"))
    #expect(menu.matches(of: /class="group"/).count == 1)
    #expect(try Self.menu(items, "sobytiya/index").contains("<summary>Опыт</summary>"), "the reader is elsewhere")
  }

  @Test func withoutAMenuThereIsOneOfAboutSixGroups() throws {
    let site = try TemporarySite.allKinds()
    try site.write(TemporarySite.configuration, to: "site-config.json")
    _ = try site.build()
    let menu = try Self.part("header", of: site.read("public/index.html"))
    let groups = menu.matches(of: /<summary>([^<]+)<\/summary>/).map { $0.1.replacing("\u{A0}", with: " ") }
    #expect(groups == ["Материалы", "Жизнь сети", "Участники", "Методическая работа", "О сети"])
    #expect(menu.contains("sootvetstvie.html") && menu.contains("o-seti.html"))
  }

  @Test func aSmallSiteHasNoEmptyGroup() throws {
    let site = try TemporarySite()
    _ = try site.build()
    let page = try site.read("public/index.html").replacing("\u{A0}", with: " ")
    #expect(!page.contains("<ul>\n</ul>"))
    #expect(!page.contains("Жизнь сети") && !page.contains("О сети"))
  }

  @Test(arguments: [
    ("coverage", "okhvat/index.html"), ("Карта опыта", "okhvat/index.html"), ("correspondence", "sootvetstvie.html"),
    ("соответствие", "sootvetstvie.html"), ("reuse", "primenenie.html"), ("внедрение", "primenenie.html"),
    ("отчет", "otchyot.html"), ("ages", "vozrast/index.html"), ("возраст", "vozrast/index.html"),
  ])
  func overviewsHaveNames(link: String, address: String) throws {
    let menu = try Self.menu(#"{"title": "Обзор", "link": "\#(link)"}"#, report: true)
    #expect(menu.contains("<a href=\"\(address)\">Обзор</a>"))
  }

  @Test(arguments: [
    (#"{"title": "Б"}"#, "site-config.json:1:35 value-missing error"),
    (#"{"title": "Б", "items": []}"#, "site-config.json:1:35 value-missing error"),
    (
      #"{"title": "Б", "link": "projects", "items": [{"title": "В", "link": "events"}]}"#,
      "site-config.json:1:35 value-invalid error"
    ),
    (#"{"title": "Б", "items": [{"title": "В"}]}"#, "site-config.json:1:50 value-missing error"),
    (
      #"{"title": "Б", "items": [{"title": "В", "link": "events", "items": []}]}"#,
      "site-config.json:1:83 key-unknown error"
    ),
  ])
  func anItemIsALinkOrAGroup(item: String, problem: String) {
    let (configuration, diagnostics) = SiteConfiguration.read(Array(#"{"title": "А", "menu": [\#(item)]}"#.utf8))
    #expect(configuration == nil)
    #expect(diagnostics.map(\.line) == [problem])
  }

  @Test(arguments: ["report", "reuse", "projekty", "pages/net", "keywords"])
  func anItemOfAGroupThatLeadsNowhereIsTold(link: String) throws {
    let site = try TemporarySite([
      "site-config.json": """
      {"title": "Сеть", "base_url": "https://opyt.example/",
       "menu": [{"title": "Группа", "items": [{"title": "Пункт", "link": "\(link)"}]}]}
      """
    ])
    #expect(try site.problems() == ["site-config.json:2:68 configuration-invalid error"])
  }

  // MARK: The footer

  @Test(arguments: ["index", "404", "proekty/ogorod-na-okne", "okhvat/index", "sady/sad-5"])
  func theFooterLeadsToEveryList(page: String) throws {
    let site = try TemporarySite.allKinds()
    try site.write(
      #"{"title": "Сеть", "report": true, "menu": [{"title": "Сады", "link": "kindergartens"}]}"#,
      to: "site-config.json")
    _ = try site.build()
    let footer = try Self.part("footer", of: site.read("public/\(page).html"))
    let up = page.contains("/") ? "../" : ""
    // To search the box of every page leads, to the positions the list of people.
    let elsewhere = ["poisk/index.html", "dolzhnosti/index.html"]
    let lists = try site.tree().keys.filter { $0.hasSuffix("/index.html") && !elsewhere.contains($0) }
    #expect(lists.count > 14)
    // Those that have to do with the choice of materials only stand in the catalogue, which has all values of each.
    let chosenBy = ["status", "uroven", "formy", "dlitelnost", "munitsipalitety", "gody"].map { "\($0)/index.html" }
    let catalogue = try Self.part("main", of: site.read("public/materialy/index.html"))
    for address in lists where chosenBy.contains(address) {
      #expect(catalogue.contains("href=\"../\(address)\""), "\(address)")
    }
    for address in lists.filter({ !chosenBy.contains($0) }) + [
      "sootvetstvie.html", "primenenie.html", "otchyot.html", "o-seti.html",
    ] {
      #expect(footer.contains("href=\"\(up)\(address)\""), "\(address)")
    }
    #expect(footer.contains("href=\"\(up)sobytiya/kalendar.ics\""))
    #expect(!footer.contains("feed.xml"), "there is none without an address")
  }

  @Test func theFooterLeadsToTheFeeds() throws {
    let site = try TemporarySite.allKinds()
    _ = try site.build()
    let footer = try Self.part("footer", of: site.read("public/index.html"))
    #expect(footer.contains("href=\"feed.xml\"") && footer.contains("href=\"byulleteni/feed.xml\""))
  }

  // MARK: 404

  @Test func theMissingPageHasItsStyleOnADiskAndOnAServer() throws {
    func styles(_ address: String) throws -> [String] {
      let site = try TemporarySite(["site-config.json": #"{"title": "Сеть"\#(address)}"#])
      _ = try site.build()
      return try site.read("public/404.html").matches(of: /<link rel="stylesheet" href="([^"]+)-[0-9a-f]+\.css">/)
        .map { String($0.1) }
    }
    #expect(
      try styles(#", "base_url": "https://opyt.example/set/""#) == [
        "assets/site", "/set/assets/site", "/set/assets/pages",
      ])
    #expect(try styles("") == ["assets/site", "assets/pages"])
  }

  // MARK: Where the network talks

  @Test func channelsStandBelowEveryPage() throws {
    let site = try TemporarySite()
    try site.write(
      #"{"title": "Сеть", "channels": [{"title": "Форум", "url": "https://forum.example.org/"}, "#
        + #"{"title": "Почта", "url": "set@example.org"}]}"#, to: "site-config.json")
    _ = try site.build()
    for page in ["index", "keysy/ssora"] {
      let text = try site.read("public/\(page).html")
      #expect(text.contains("<a href=\"https://forum.example.org/\">Форум</a>"))
      #expect(text.contains("<a href=\"mailto:set@example.org\">Почта</a>"))
    }
  }

  @Test(arguments: ["forum", "https://", "set@", "javascript:alert(1)", "set@example"])
  func aChannelThatIsNoAddressIsTold(address: String) throws {
    let site = try TemporarySite()
    try site.write(
      "{\"title\": \"Сеть\", \"channels\": [{\"title\": \"Форум\", \"url\": \"\(address)\"}]}",
      to: "site-config.json")
    #expect(throws: SiteBuilder.Failure.self) { _ = try site.build() }
  }
}
