import Foundation
import FoundationXML
import OpytDiagnostics
import OpytModel
import Testing

@testable import OpytFiles
@testable import OpytNetwork
@testable import OpytOutputs
@testable import OpytPages
@testable import OpytSite

/// What is on the pages and how they hang together.
@Suite struct SitePagesTests {
  /// The repository's own network.
  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path(percentEncoded: false)

  /// A day on which nothing is behind it that was left planned.
  static let day = BuildDay.day(CalendarDate(year: 2026, month: 11, day: 27) ?? .blank)

  /// A deficit that nothing answers stands on the page of deficits as one to answer, and a theatre’s agreement ended when
  /// its kindergarten was closed for repairs.
  private static let wanted = [
    "content/deficits/chto-posle-vypuska.md:2:8 deficit-unanswered warning",
    "content/partners/teatr-kukol.md:5:14 agreement-ended warning",
  ]

  @Test func theDemonstrationNetworkHasNoProblemButTheOneItShows() throws {
    var options = SiteBuilder.Options(today: Self.day)
    options.siteFolder = Self.repository
    #expect(try SiteBuilder(options).checkSharingTheme().report.entries.map { $0.diagnostic.line } == Self.wanted)
  }

  @Test func theExampleOfTheGuideIsAMaterialWithoutAnyProblem() throws {
    let guide = try String(contentsOfFile: Self.repository + "/content/pages/kak-dobavit-material.md", encoding: .utf8)
    let example = try #require(
      guide.components(separatedBy: "```markdown\n").dropFirst().first?.components(separatedBy: "```").first)
    let site = try TemporarySite(basedOn: [:])
    for name in ["content", SiteConfiguration.fileName] {
      try FileManager.default.copyItem(atPath: Self.repository + "/" + name, toPath: site.path(name))
    }
    try site.write(example, to: "content/кейсы/kacheli-na-vseh.md")
    #expect(try site.problems(on: Self.day) == Self.wanted)
    // And the mistake that the guide shows is told in the guide's words.
    try site.write(
      example.replacing("[sreda-tretiy-uchitel]", with: "[sreda-uchitel]"), to: "content/кейсы/kacheli-na-vseh.md")
    let told = try OpytCommand.run("check", "--site", site.folder).output
    let shown = try #require(
      guide.components(separatedBy: "```text\n").dropFirst().first?.components(separatedBy: "```").first)
    #expect(told.replacing("кейсы", with: "cases").contains(shown))
  }

  /// A newcomer types what the README shows, file by file, for three kindergartens.
  @Test func theFirstNetworkOfTheReadmeIsBuiltWithoutAnyProblem() throws {
    let readme = try String(contentsOfFile: Self.repository + "/README.md", encoding: .utf8)
    let section = try #require(readme.components(separatedBy: "\n## Первая сеть\n").last)
    let site = try TemporarySite(basedOn: [:])
    // Each block of code is the file that was named last before it.
    var file = ""
    var block: [String]?
    for line in section.components(separatedBy: "\n## ")[0].components(separatedBy: "\n") {
      if line.hasPrefix("   ```") {
        if let lines = block { try site.write(lines.joined(separator: "\n") + "\n", to: file) }
        block = block == nil ? [] : nil
      } else if block != nil {
        block?.append(String(line.dropFirst(3)))
      } else if let name = line.matches(of: /`([^`]+\.(?:md|json))`/).last?.1 {
        file = String(name)
      }
    }
    let kindergarten = try site.read("content/сады/sad-1.md")
    for number in ["2", "3"] {
      try site.write(
        kindergarten.replacing("№ 1", with: "№ \(number)").replacing("номер: 1", with: "номер: \(number)"),
        to: "content/сады/sad-\(number).md")
    }
    #expect(try site.problems(on: .on("2026-11-27")) == [])
    _ = try site.build { $0.today = .on("2026-11-27") }
    for page in ["index", "sady/sad-1", "sady/sad-3", "pedagogi/ivanova-mariya", "keysy/utrenniy-razgovor"] {
      #expect(site.exists("public/\(page).html"), "\(page)")
    }
  }

  @Test func everyLinkInsideTheSiteLeadsSomewhere() throws {
    let site = try TemporarySite(basedOn: [:])
    var options = SiteBuilder.Options(today: Self.day)
    options.siteFolder = Self.repository
    options.output = site.path("public")
    _ = try SiteBuilder(options).buildSharingTheme()
    let tree = try site.tree()
    let pages = tree.filter { $0.key.hasSuffix(".html") && $0.key != "404.html" }
    var links = 0
    for (page, data) in pages {
      for link in PageLinks(String(decoding: data, as: UTF8.self)).inside {
        links += 1
        let (target, fragment) = PageLinks.resolve(link, from: page)
        let found = try #require(tree[target], "\(page): \(link)")
        guard let fragment else { continue }
        #expect(PageLinks(String(decoding: found, as: UTF8.self)).ids.contains(fragment), "\(page): \(link)")
      }
    }
    #expect(links > 500)
  }

  @Test func longListsAreCutIntoPartsNewestFirst() throws {
    var files = TemporarySite.network
    for number in 1...49 {
      let day =
        number < 29
        ? "2026-02-\(number < 10 ? "0" : "")\(number)" : "2026-03-\(number - 28 < 10 ? "0" : "")\(number - 28)"
      files["content/cases/spor-\(number).md"] = TemporarySite.material(title: "Спор номер \(number).", published: day)
    }
    files["content/cases/ssora.md"] = TemporarySite.material(title: "Ссора", published: "2024-09-02")
    let site = try TemporarySite(basedOn: files)
    _ = try site.build()
    for list in ["keysy/index.html", "napravleniya/sreda.html", "sady/sad-5.html"] {
      let first = try site.read("public/\(list)")
      let newest = try #require(first.range(of: "Спор номер 49."))
      let second = try #require(first.range(of: "Спор номер 48."))
      #expect(newest.lowerBound < second.lowerBound)
      #expect(!first.contains("Спор номер 25."))
    }
    for part in ["keysy/3.html", "napravleniya/sreda/3.html", "sady/sad-5/3.html"] {
      let last = try site.read("public/\(part)")
      #expect(last.contains("Ссора"))
    }
    #expect(!site.exists("public/keysy/4.html"))
  }

  @Test func membersOnlyAndDraftTitlesAreNowhereInTheOutput() throws {
    let site = try TemporarySite([
      "content/cases/zakrytyy.md": TemporarySite.material(title: "Тайный случай", fields: "visibility: members"),
      "content/cases/chernovik.md": TemporarySite.material(title: "Сырой случай", fields: "status: draft"),
      "content/people/bez.md": "---\ntitle: Несогласная Анна\nposition: воспитатель\n---\n",
      "content/cases/ssora.md": TemporarySite.material(title: "Ссора").replacing("[ilina]", with: "[ilina, bez]"),
    ])
    _ = try site.build()
    for (path, data) in try site.tree() {
      let text = String(decoding: data, as: UTF8.self)
      for secret in ["Тайный случай", "Сырой случай", "Несогласная", "zakrytyy", "chernovik"] {
        #expect(!text.contains(secret), "\(path): \(secret)")
      }
    }
  }

  @Test func backReferencesAreShown() throws {
    let site = try TemporarySite([
      "content/cases/novyy.md": TemporarySite.material(title: "Новый случай", fields: "based_on: [ssora]")
    ])
    _ = try site.build()
    #expect(try site.read("public/keysy/ssora.html").contains("Новый случай"))
    #expect(try site.read("public/pedagogi/ilina.html").contains("Новый случай"))
    #expect(try site.read("public/napravleniya/sreda.html").contains("Новый случай"))
    #expect(try site.read("public/sady/sad-5.html").contains("Новый случай"))
  }

  @Test func filesAreCopiedUnderReadableNames() throws {
    let site = try TemporarySite([
      "content/cases/igra/index.md": TemporarySite.material(
        title: "Игра", fields: "attachments: [{file: План работы.PDF, title: План}]",
        body: "[ещё раз](<План работы.PDF>)\n"),
      "content/cases/igra/План работы.PDF": "%PDF-1.4",
    ])
    #expect(try site.problems().isEmpty)
    _ = try site.build()
    #expect(try site.read("public/keysy/igra/plan-raboty.pdf") == "%PDF-1.4")
    let page = try site.read("public/keysy/igra.html")
    #expect(page.contains("href=\"../keysy/igra/plan-raboty.pdf\""))
  }

  @Test func oldAddressesLeadOn() throws {
    let site = try TemporarySite([
      "content/cases/ssora.md": TemporarySite.material(title: "Ссора", fields: "aliases: [stariy/put.html, /eshchyo/]")
    ])
    _ = try site.build()
    #expect(try site.read("public/stariy/put.html").contains("../keysy/ssora.html"))
    #expect(try site.read("public/eshchyo/index.html").contains("../keysy/ssora.html"))
  }

  @Test(arguments: [
    ("slug: ssora", "content/cases/spor.md"), ("aliases: [keysy/ssora.html]", "content/cases/spor.md:11:11"),
    ("aliases: [index.html]", "content/cases/spor.md:11:11"),
    ("aliases: [keysy/ssora.html/x.html]", "content/cases/spor.md:11:11"),
    ("aliases: [x.html, x.html/]", "content/cases/spor.md:11:11"),
    ("aliases: [KEYSY/index.html]", "content/cases/spor.md:11:11"),
  ])
  func twoPagesAtOneAddressAreTold(field: String, place: String) throws {
    let site = try TemporarySite(["content/cases/spor.md": TemporarySite.material(title: "Спор", fields: field)])
    let problems = try site.problems()
    #expect(problems.count == 1)
    #expect(problems.first?.contains("address-duplicate error") == true, "\(problems)")
  }

  @Test func textsStayInertAndWhole() throws {
    let title = "\u{600}<img src=x onerror=alert(1)> \"\u{301}</script> =cmd & 'ё'"
    let site = try TemporarySite([
      "content/cases/ssora.md": TemporarySite.material(title: "'\(title.replacing("'", with: "''"))'")
    ])
    // What looks like a tag is told, and shown as it is.
    #expect(try site.problems().allSatisfy { $0.hasSuffix("markup-lookalike warning") })
    _ = try site.build()
    for (path, data) in try site.tree() {
      // A table is a text, whole as it was written: it never begins like a page.
      if path.hasSuffix(".csv") {
        #expect(data.starts(with: [0xEF, 0xBB, 0xBF]))
        continue
      }
      #expect(!String(decoding: data, as: UTF8.self).contains("<img src=x"), "\(path)")
    }
    let feed = try XMLDocument(contentsOf: URL(filePath: site.path("public/feed.xml")))
    let titles = try feed.nodes(forXPath: "//*[local-name()='entry']/*[local-name()='title']").map {
      $0.stringValue ?? ""
    }
    #expect(titles == [title])
  }

  @Test func withoutAnAddressThereIsNoFeedAndOneWarning() throws {
    let site = try TemporarySite(["site-config.json": #"{"title": "Сеть"}"#])
    #expect(try site.problems() == ["site-config.json base-url-missing warning"])
    _ = try site.build()
    #expect(!site.exists("public/feed.xml") && !site.exists("public/sitemap.xml") && site.exists("public/robots.txt"))
    #expect(!(try site.read("public/index.html").contains("canonical")))
  }

  @Test func theSitemapNamesEveryPageThatIsToBeFound() throws {
    let site = try TemporarySite([
      "content/cases/ssora.md": TemporarySite.material(title: "Ссора", fields: "aliases: [a.html]")
    ])
    _ = try site.build()
    let map = try XMLDocument(contentsOf: URL(filePath: site.path("public/sitemap.xml")))
    let places = Set(try map.nodes(forXPath: "//*[local-name()='loc']").map { $0.stringValue ?? "" })
    #expect(
      places.isSuperset(of: [
        "https://opyt.example/", "https://opyt.example/keysy/", "https://opyt.example/keysy/ssora.html",
      ]))
    #expect(places.isDisjoint(with: ["https://opyt.example/404.html", "https://opyt.example/a.html"]))
  }

  @Test func aSitesOwnLayoutReplacesTheBuiltInOneOfItsName() throws {
    let site = try TemporarySite(["layouts/404.mustache": "<!doctype html><title>Свой макет</title>{{page.title}}\n"])
    _ = try site.build()
    #expect(try site.read("public/404.html") == "<!doctype html><title>Свой макет</title>Страница не\u{A0}найдена\n")
    #expect(try site.read("public/index.html").contains("Проверочная сеть"))
  }

  @Test(arguments: [
    ("{{page.titel}}", "layouts/404.mustache:1:27 layout-unknown-name error"),
    ("<a href=\"{{page.title}}\">", "layouts/404.mustache:1:36 layout-context error"),
    ("{{#lists}}", "layouts/404.mustache:1:27 layout-unclosed error"),
    ("{{> partials/net}}", "layouts/404.mustache:1:27 layout-missing error"),
    ("{{> 404}}", "layouts/404.mustache:1:27 layout-recursive error"),
    ("{{{page.title}}}", "layouts/404.mustache:1:27 layout-"),
  ])
  func aMistakeInALayoutIsToldAtItsPlace(tag: String, expected: String) throws {
    let site = try TemporarySite([
      "layouts/404.mustache": "<!doctype html><title></title>\(tag)".replacing("<title></title>", with: "<p>Страница")
    ])
    let problems = try site.problems()
    #expect(problems.contains { $0.hasPrefix(expected) }, "\(problems)")
  }
}
