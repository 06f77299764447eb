import Foundation
import FoundationXML
import OpytDiagnostics
import OpytModel
import Testing

@testable import OpytPages
@testable import OpytSite

/// Feeds of the network, of kinds, directions, kindergartens and communities: Atom, and JSON Feed with the same content.
@Suite struct FeedTests {
  private struct JSON: Decodable {
    struct Item: Decodable {
      struct Author: Decodable { let name: String }
      let id: String
      let title: String
      let contentText: String
      let authors: [Author]
      let tags: [String]?
    }

    let version: String
    let homePageUrl: String
    let feedUrl: String
    let items: [Item]
  }

  private static func built(_ files: [String: String] = [:]) throws -> TemporarySite {
    let site = try TemporarySite()
    try site.write(files)
    let outcome = try site.build()
    try #require(outcome.published != nil, "\(outcome.report.entries.map(\.diagnostic.line))")
    return site
  }

  private static func json(_ site: TemporarySite, _ path: String) throws -> JSON {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(JSON.self, from: Data(contentsOf: URL(filePath: site.path("public/\(path)"))))
  }

  private static let files = [
    "content/kindergartens/sad-7.md": """
    ---
    title: Детский сад № 7
    number: 7
    municipality: Зареченск
    joined: 2024-09-01
    ---
    """,
    "content/projects/ogorod.md": TemporarySite.project(title: "Огород \"на окне\" & <двор>"),
  ]

  @Test(
    "stand beside the page that shows the same",
    arguments: [
      ("feed.xml", ["Огород «на окне» & <двор>", "Ссора"]), ("keysy/feed.xml", ["Ссора"]),
      ("proekty/feed.xml", ["Огород «на окне» & <двор>"]),
      ("napravleniya/sreda.xml", ["Огород «на окне» & <двор>", "Ссора"]),
      ("sady/sad-5.xml", ["Огород «на окне» & <двор>", "Ссора"]),
      // What has nothing to tell has no feed.
      ("sady/sad-7.xml", nil), ("seminary/feed.xml", nil), ("byulleteni/feed.xml", nil),
    ])
  func subjects(path: String, titles: [String]?) throws {
    let site = try Self.built(Self.files)
    let twin = path.replacing(".xml", with: ".json")
    guard let titles else {
      #expect(!site.exists("public/\(path)") && !site.exists("public/\(twin)"))
      return
    }
    let atom = try XMLDocument(contentsOf: URL(filePath: site.path("public/\(path)")))
    let read = try atom.nodes(forXPath: "//*[local-name()='entry']/*[local-name()='title']").map {
      ($0.stringValue ?? "").asWritten
    }
    #expect(Set(read) == Set(titles))
    let json = try Self.json(site, twin)
    #expect(json.version == "https://jsonfeed.org/version/1.1")
    #expect(json.items.map(\.title.asWritten) == read)
    #expect(json.feedUrl == "https://opyt.example/\(twin)")
    #expect(
      json.items.allSatisfy {
        $0.authors.map(\.name) == ["Ильина Марина Сергеевна"] && $0.contentText.asWritten == "О чём это."
      }
    )
    let page = json.homePageUrl.replacing("https://opyt.example/", with: "")
    let html = try site.read("public/\(page.isEmpty || page.hasSuffix("/") ? page + "index.html" : page)")
    #expect(html.contains("type=\"application/feed+json\""))
  }

  @Test(
    "tell nothing that is not published",
    arguments: ["status: draft", "visibility: members"]) func closed(fields: String) throws
  {
    let site = try Self.built([
      "content/projects/ogorod.md": TemporarySite.project(title: "Тайный огород", fields: fields)
    ])
    #expect(!site.exists("public/proekty/feed.json"))
    for (path, bytes) in try site.tree() where path.hasSuffix(".json") || path.hasSuffix(".xml") {
      #expect(!String(decoding: bytes, as: UTF8.self).asWritten.contains("Тайный огород"), "\(path)")
    }
  }

  @Test func areNotWrittenWithoutAnAddress() throws {
    let site = try TemporarySite(["site-config.json": #"{"title": "Сеть"}"#])
    _ = try site.build()
    #expect(try site.tree().keys.allSatisfy { !$0.hasSuffix(".xml") && !$0.hasSuffix("feed.json") })
    #expect(try !site.read("public/index.html").contains("application/feed+json"))
  }
}
