import Foundation
import OpytCatalogue
import OpytDiagnostics
import OpytModel
import OpytText
import SampleTexts
import Testing

@testable import OpytPages
@testable import OpytSite

/// What search finds is what pages show, and no page is left out.
@Suite struct SearchTests {
  private static func index(_ site: TemporarySite, _ folder: String = "public") throws -> ReadIndex {
    let files = try site.tree(folder).filter { $0.key.hasPrefix("poisk/") && $0.key.hasSuffix(".js") }
    return try ReadIndex(files.mapValues { Array($0) })
  }

  @Test func everyDocumentThatHasAPageIsFoundAndLeadsThere() throws {
    let site = try TemporarySite.allKinds()
    _ = try site.build()
    let index = try Self.index(site)
    let builder = SiteBuilder(site.options)
    let checked = try builder.checkedSite(builder.readConfiguration())
    let plan = checked.plan
    let expected = checked.catalogue.graph.ids.compactMap { plan.address(of: $0)?.path }
    #expect(index.documents.map { $0[1] }.sorted() == expected.sorted())
    for document in index.documents {
      let page = try site.words("public/" + document[1])
      #expect(page.contains(document[0].asWritten), "\(document)")
    }
    #expect(index.facets["kind"]?.count == Kind.allCases.count)
  }

  @Test func whatIsClosedIsNotFound() throws {
    let site = try ClosedNetwork.site(hasClosed: true)
    _ = try site.build()
    let index = try Self.index(site)
    #expect(index.documents.count > 10)
    for secret in ClosedNetwork.secrets {
      #expect(!index.documents.contains { $0.joined().contains(secret) })
    }
    for word in ["незнакомова", "тайнослово", "кладезева", "сокровенный", "истекшева", "отозванова"] {
      #expect(index.titles(having: word).isEmpty, "\(word)")
    }
  }

  @Test func membersFindWhatIsTheirs() throws {
    let site = try ClosedNetwork.site(hasClosed: true)
    _ = try site.build()
    _ = try site.build {
      $0.edition = .members
      $0.output = site.path("members")
    }
    let (open, members) = (try Self.index(site), try Self.index(site, "members"))
    let titles = Set(members.documents.map { $0[0] })
    #expect(titles.isStrictSuperset(of: open.documents.map { $0[0] }))
  }

  /// Names, places, keywords, headings and words of the text; not the theme's words, nor what stands on cards.
  @Test func aDocumentIsFoundByWhatItSaysItself() throws {
    let site = try TemporarySite([
      "content/cases/ssora.md": TemporarySite.material(
        title: "Ссора из-за мяча", fields: "keywords: [договорённость]", body: "## Наблюдение\n\nДети спорили о ковре."),
      "content/cases/drugoy.md": TemporarySite.material(title: "Хоровод", body: "Дети пели."),
    ])
    _ = try site.build()
    let index = try Self.index(site)
    for form in ["ссора", "мяча", "договоренность", "наблюдение", "ковре", "ильина"] {
      #expect(index.titles(having: form).contains("Ссора из-за мяча"), "\(form)")
    }
    // The card of the one stands on the page of the other and on their author's; the theme says «паспорт» on both.
    #expect(index.titles(having: "хоровод") == ["Хоровод"])
    #expect(!index.titles(having: "ссора").contains("Хоровод"))
    #expect(index.titles(having: "паспорт").isEmpty)
  }

  @Test func aRebuiltIndexIsThatOfACleanBuild() throws {
    let site = try TemporarySite([
      "content/cases/ssora.md": TemporarySite.material(title: "Ссора", body: "Старое слово: колобок."),
      "content/cases/drugoy.md": TemporarySite.material(title: "Хоровод", body: "Дети пели."),
    ])
    let rebuilder = SiteRebuilder(site.options)
    _ = try rebuilder.build()
    #expect(try Self.index(site).titles(having: "колобок") == ["Ссора"])
    let edits: [(String, String?)] = [
      // One text alone, a new document, one that goes.
      ("content/cases/ssora.md", TemporarySite.material(title: "Ссора", body: "Новое слово: теремок.")),
      ("content/cases/tretiy.md", TemporarySite.material(title: "Третий", body: "Репка.")),
      ("content/cases/drugoy.md", nil),
    ]
    for (path, text) in edits {
      if let text {
        try site.write(text, to: path)
      } else {
        try FileManager.default.removeItem(atPath: site.path(path))
      }
      _ = try rebuilder.build()
      let clean = try TemporarySite.copy(of: site)
      _ = try clean.build()
      #expect(try site.tree() == clean.tree())
    }
    let index = try Self.index(site)
    #expect(index.titles(having: "колобок").isEmpty && index.titles(having: "пели").isEmpty)
    #expect(index.titles(having: "теремок") == ["Ссора"] && index.titles(having: "репка") == ["Третий"])
  }

  @Test func theNewestComeFirstAndSummariesAreShort() throws {
    let long = String(repeating: "долгая речь ", count: 20)
    let site = try TemporarySite([
      "content/cases/ssora.md": TemporarySite.material(title: "Старый", published: "2026-01-12"),
      "content/cases/drugoy.md": TemporarySite.material(title: "Новый", published: "2026-05-12")
        .replacing(/summary: .*/, with: "summary: \(long)"),
    ])
    _ = try site.build()
    let documents = try Self.index(site).documents
    let titles = documents.map { $0[0] }
    #expect(try #require(titles.firstIndex(of: "Новый")) < #require(titles.firstIndex(of: "Старый")))
    let summary = try #require(documents.first { $0[0] == "Новый" })[2]
    #expect(summary.count <= 161 && summary.hasSuffix("…"))
    #expect(documents.first { $0[0] == "Новый" }?[3].asWritten == "12 мая 2026 г.")
  }

  @Test func everyPageHasTheBoxAndTheSearchPageDoesWithoutScripts() throws {
    let site = try TemporarySite.allKinds()
    _ = try site.build()
    for (name, data) in try site.tree() where name.hasSuffix(".html") {
      let page = String(decoding: data, as: UTF8.self)
      if page.contains("http-equiv=\"refresh\"") { continue }
      let depth = name.split(separator: "/").count - 1
      let box = "action=\"\(String(repeating: "../", count: depth))poisk/index.html\""
      #expect(page.components(separatedBy: "class=\"search-box\"").count == 2, "\(name)")
      #expect(page.contains(box) || name == "404.html", "\(name)")
      #expect(page.contains("form-action 'self'"))
    }
    let page = try site.read("public/poisk/index.html")
    #expect(page.contains("<noscript>") && page.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(page.contains("href=\"../proekty/index.html\"") && page.contains("href=\"../pedagogi/index.html\""))
    #expect(!(try site.read("public/sitemap.xml").contains("poisk")))
  }
}
