import Foundation
import OpytDiagnostics
import OpytModel
import Testing

@testable import OpytNetwork
@testable import OpytPages
@testable import OpytSite

/// Histories in the built site: people's posts, and kindergartens that were renamed, left or were joined to another one.
@Suite struct HistoryPageTests {
  private static let moved = """
    ---
    title: Орлова Вера Ивановна
    former_surname: Петрова
    consent: С-3
    category: [высшая, педагог-наставник]
    aliases: [pedagogi/petrova.html]
    posts:
      - {kindergarten: sad-5, position: тьютор, from: 2020-09-01, to: 2025-08-31}
      - {kindergarten: sad-7, position: методист, from: 2025-09-01}
      - {partner: biblioteka, position: библиотекарь, from: 2026-01-12}
    ---
    """

  private static let files = [
    "content/people/orlova.md": moved,
    "content/kindergartens/sad-7.md": """
    ---
    title: Детский сад № 7
    number: 7
    municipality: Зареченск
    joined: 2024-09-01
    phone: 8 (000) 507-00-07
    buildings: [{name: Второй корпус, address: Луговая улица}]
    former_names: [Детский сад № 7 «Колосок»]
    aliases: [sady/kolosok.html]
    ---
    """,
    "content/kindergartens/sad-8.md": """
    ---
    title: Детский сад № 8
    number: 8
    municipality: Зареченск
    left: 2026-03-31
    successor: sad-7
    ---
    """,
    "content/partners/biblioteka.md": "---\ntitle: Библиотека\ntype: библиотека\n---\n",
    "content/bulletins/1.md":
      "---\nnumber: 1\nstart: 2026-03-01\nend: 2026-03-31\neditor: [ilina]\n---\n\nСлово.\n",
    "content/bulletins/2.md":
      "---\nnumber: 2\nstart: 2026-04-01\nend: 2026-04-30\neditor: [ilina]\n---\n\nСлово.\n",
  ]

  private static func built(today: String = "2026-06-01", _ change: (TemporarySite) throws -> Void = { _ in }) throws
    -> TemporarySite
  {
    let site = try TemporarySite(basedOn: TemporarySite.network.merging(files) { $1 })
    site.day = .on(today)
    try change(site)
    let outcome = try site.build()
    #expect(outcome.product != nil, "\(outcome.report.entries.map { $0.diagnostic.line })")
    return site
  }

  private static func page(_ path: String, of site: TemporarySite) throws -> String {
    try site.read("public/\(path).html").asWritten
  }

  @Test func aPersonsPageHasAllPostsWithTheirDays() throws {
    let site = try Self.built()
    let page = try Self.page("pedagogi/orlova", of: site)
    for text in [
      "1 сентября 2020 г. — 31 августа 2025 г.", "с 1 сентября 2025 г.", "sady/sad-5.html", "sady/sad-7.html",
      "partnyory/biblioteka.html", "Петрова", "высшая", "педагог-наставник",
    ] { #expect(page.contains(text), "\(text)") }
    let posts = try #require(page.range(of: "id=\"opyt_posts\"")).upperBound
    let present = try #require(page[posts...].range(of: "методист")).lowerBound
    #expect(try present < #require(page[posts...].range(of: "тьютор")).lowerBound)
    // Today's posts stand at the head, and in the list.
    let list = try Self.page("pedagogi/index", of: site)
    #expect(list.contains("методист, библиотекарь, Детский сад № 7, Библиотека") && !list.contains("тьютор"))
  }

  @Test func aPlaceHasThoseWhoWorkThereAndThoseWhoDid() throws {
    let site = try Self.built()
    let old = try Self.page("sady/sad-5", of: site)
    let former = try #require(old.range(of: "opyt_former"))
    #expect(old[former.upperBound...].contains("Орлова") && !old[..<former.lowerBound].contains("Орлова"))
    #expect(old.contains("1 сентября 2020 г. — 31 августа 2025 г."))
    for path in ["sady/sad-7", "partnyory/biblioteka"] {
      let page = try Self.page(path, of: site)
      #expect(page.contains("Орлова") && !page.contains("opyt_former"), "\(path)")
    }
    // Before she moved nobody had left.
    let before = try Self.built(today: "2025-08-31")
    #expect(try !Self.page("sady/sad-5", of: before).contains("opyt_former"))
    #expect(try !Self.page("sady/sad-7", of: before).contains("Орлова"))
  }

  @Test func aKindergartensPageTellsWhatItWasAndWhoWasJoinedToIt() throws {
    let site = try Self.built()
    let page = try Self.page("sady/sad-7", of: site)
    for text in ["8 (000) 507-00-07", "Второй корпус", "Луговая улица", "«Колосок»", "sad-8.html"] {
      #expect(page.contains(text), "\(text)")
    }
    #expect(try Self.page("sady/sad-8", of: site).contains("sad-7.html"))
    #expect(try Self.page("sady/index", of: site).contains("правопреемник — Детский сад № 7"))
  }

  @Test func oldAddressesLeadOn() throws {
    let site = try Self.built()
    #expect(try Self.page("pedagogi/petrova", of: site).contains("orlova.html"))
    #expect(try Self.page("sady/kolosok", of: site).contains("sad-7.html"))
    let closed = try Self.built { site in
      try site.change("content/people/orlova.md") { $0.replacing("consent: С-3\n", with: "") }
    }
    #expect(!closed.exists("public/pedagogi/petrova.html"))
  }

  @Test func anIssueTellsWhoLeftAndWhatItWasJoinedTo() throws {
    let site = try Self.built()
    let issue = try Self.page("byulleteni/1", of: site)
    let left = try #require(issue.range(of: "id=\"opyt_left\""))
    #expect(issue[left.upperBound...].contains("sad-8.html") && issue[left.upperBound...].contains("sad-7.html"))
    #expect(try !Self.page("byulleteni/2", of: site).contains("opyt_left"))
    // On its last day it is still there.
    #expect(try !Self.page("byulleteni/1", of: Self.built(today: "2026-03-31")).contains("opyt_left"))
    let letter = site.path("letter.html")
    _ = try SiteBuilder(site.options).bulletin("1", as: .html, output: letter)
    #expect(try String(contentsOf: URL(filePath: letter), encoding: .utf8).contains("Вышли из"))
    // With the day; and in the text for messengers by name, too.
    #expect(issue[left.upperBound...].contains("datetime=\"2026-03-31\""))
    let text = site.path("letter.txt")
    _ = try SiteBuilder(site.options).bulletin("1", as: .text, output: text)
    #expect(
      try String(contentsOf: URL(filePath: text), encoding: .utf8).asWritten.contains(
        "Вышли из сети\n• Детский сад № 8 (31 марта 2026 г.)\n"))
  }

  /// People are named where they are published; who goes on in another kindergarten has not left.
  @Test(
    arguments: [
      ("consent: С-4", "{kindergarten: sad-5, position: тьютор, to: 2026-03-15}", "", true),
      (
        "consent: С-4", "{kindergarten: sad-5, position: тьютор, to: 2026-03-15}",
        "position: тьютор\npartner: biblioteka", true
      ),
      (
        "consent: С-4", "{kindergarten: sad-5, position: тьютор, to: 2026-03-15}",
        "position: тьютор\nkindergarten: sad-7", false
      ),
      ("consent: С-4", "{kindergarten: sad-5, position: тьютор, to: 2026-05-15}", "", false),
      ("consent: С-4", "{partner: biblioteka, position: тьютор, to: 2026-03-15}", "", false),
      ("consent: С-4\nuntil: 2026-05-01", "{kindergarten: sad-5, position: тьютор, to: 2026-03-15}", "", false),
      ("", "{kindergarten: sad-5, position: тьютор, to: 2026-03-15}", "", false),
      (
        "consent: С-4",
        "{kindergarten: sad-5, position: тьютор, to: 2026-03-15}, {kindergarten: sad-7, position: тьютор, from: 2026-05-01}",
        "", true
      ),
      (
        "consent: С-4",
        "{kindergarten: sad-5, position: тьютор, to: 2026-03-15}, {kindergarten: sad-7, position: тьютор, from: 2026-04-01}",
        "", false
      ),
    ])
  func anIssueNamesThePeopleWhoLeft(_ consent: String, _ posts: String, _ today: String, _ isTold: Bool) throws {
    let site = try Self.built { site in
      try site.write(
        "---\ntitle: Ушедшая Анна Ивановна\n\(consent)\nposts: [\(posts)]\n\(today)\n---\n",
        to: "content/people/ushla.md")
    }
    let issue = try Self.page("byulleteni/1", of: site)
    #expect(issue.contains("Ушли из садов сети") == isTold)
    #expect(issue.contains("Ушедшая Анна Ивановна") == isTold)
    #expect(try !Self.page("byulleteni/2", of: site).contains("Ушедшая"))
    for format in BulletinFormat.allCases {
      let letter = site.path("letter")
      _ = try SiteBuilder(site.options).bulletin("1", as: format, output: letter)
      let text = try String(contentsOf: URL(filePath: letter), encoding: .utf8).asWritten
      #expect(text.contains("Ушедшая") == isTold, "\(format)")
      #expect(text.contains("15 марта 2026 г.") == isTold, "\(format)")
    }
  }

  @Test func theReportHasAllPlacesOfToday() throws {
    let site = try Self.built()
    _ = try SiteBuilder(site.options).report(year: "2025/2026", output: site.path("tables"))
    let table = try site.read("tables/pedagogi.csv")
    #expect(table.contains("методист; библиотекарь") && table.contains("Детский сад № 7") && !table.contains("тьютор"))
  }
}
