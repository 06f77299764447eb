import Foundation
import FoundationXML
import OpytCatalogue
import OpytDiagnostics
import OpytModel
import OpytNetwork
import OpytText
import Testing

@testable import OpytFiles
@testable import OpytOutputs
@testable import OpytPages
@testable import OpytSite

/// The catalogue of all materials as data, the sitemap and the OAI repository: whole, described, and only what is
/// published.
@Suite struct MaterialTablesTests {
  private static func context(_ site: TemporarySite) throws -> PresentationContext {
    let builder = SiteBuilder(site.options)
    let checked = try builder.checkSharingTheme(builder.readConfiguration())
    return checked.presentationContext(try #require(checked.soundLayouts, "\(checked.report.entries)"))
  }

  private static func file(_ address: Address, _ context: PresentationContext) throws -> [UInt8] {
    try #require(MaterialTables(context).files.first { $0.address == address }).bytes
  }

  private static let channels =
    #"{"title": "Сеть «А & Б»", "base_url": "https://opyt.example/set/", "channels": [{"title": "Почта", "url": "set@opyt.example"}]}"#

  private static func many(_ count: Int) throws -> TemporarySite {
    var files = ["site-config.json": channels]
    for number in 0..<count { files["content/cases/k\(number).md"] = TemporarySite.material(title: "Случай \(number)") }
    let site = try TemporarySite()
    try site.write(files)
    return site
  }

  // MARK: Tables

  @Test("every published material is there once, in whatever pieces", arguments: [0, 1, 63, 64, 130])
  func allOfThem(count: Int) throws {
    let context = try Self.context(try Self.many(count))
    let json = try JSONTree(try Self.file(SiteFile.materialsJSON, context))
    let paths = try #require(json["materials"]).items.compactMap { $0["path"]?.text }
    #expect(paths == context.catalogue.materials.compactMap { context.plan.address(of: $0)?.path })
    #expect(Set(paths).count == count + 1)
    let table = String(decoding: try Self.file(SiteFile.materialsCSV, context), as: UTF8.self)
    #expect(table.components(separatedBy: "\r\n").count == count + 3)
  }

  @Test("memory holds a piece, not the file")
  func pieces() throws {
    let context = try Self.context(try Self.many(200))
    let file = try #require(MaterialTables(context).files.first)
    let lengths = file.pieces.map(\.count)
    #expect(lengths.count > 3 && (lengths.max() ?? 0) * 2 < lengths.reduce(0, +))
    // It is made anew whenever it is asked for.
    #expect(file.bytes == file.bytes && file.bytes.count == lengths.reduce(0, +))
  }

  @Test("the schema describes every member, and no other")
  func schema() throws {
    let site = try TemporarySite.allKinds()
    let context = try Self.context(site)
    let schema = try JSONTree(try Self.file(SiteFile.materialsSchema, context))
    #expect(schema["$schema"]?.text == "https://json-schema.org/draft/2020-12/schema")
    let material = try #require(schema["$defs"]?["material"])
    let properties = try #require(material["properties"])
    #expect(Set(properties.names) == Set(MaterialField.allCases.map(\.name)))
    for name in properties.names {
      #expect(
        properties[name]?["title"]?.text?.isEmpty == false && properties[name]?["description"]?.text?.isEmpty == false)
    }
    let required = try #require(material["required"]).texts
    let json = try JSONTree(try Self.file(SiteFile.materialsJSON, context))
    var seen: Set<String> = []
    for item in try #require(json["materials"]).items {
      seen.formUnion(item.names)
      #expect(Set(required).isSubset(of: item.names))
      for name in item.names {
        let value = try #require(item[name])
        switch (properties[name]?["type"]?.text, value) {
        case ("string", .text(let text)): #expect(!text.isEmpty)
        case ("integer", .number), ("array", .list): break
        default: Issue.record("\(name): \(value)")
        }
        if properties[name]?["format"]?.text == "date" {
          #expect(throws: Never.self) { try CalendarDate(parsing: value.text ?? "") }
        }
      }
      #expect(properties["kind"]?["enum"]?.texts.contains(item["kind"]?.text ?? "") == true)
    }
    // A column that nothing fills is a mistake of the program, or of the fixture.
    #expect(seen == Set(MaterialField.allCases.map(\.name)))
    let table = try JSONTree(try Self.file(SiteFile.materialsTableSchema, context))
    let columns = try #require(table["tableSchema"]?["columns"]).items
    let headings = String(decoding: try Self.file(SiteFile.materialsCSV, context), as: UTF8.self)
      .components(separatedBy: "\r\n")[0].replacing("\u{FEFF}", with: "")
    #expect(columns.compactMap { $0["titles"]?.text }.joined(separator: ";") == headings)
  }

  @Test(
    "a hostile title stays a text in all of them", arguments: ["=1+1", "</script>", "a; b\"\"c", "x | y", "@SUM(A1)"])
  func hostile(title: String) throws {
    let site = try TemporarySite([
      "site-config.json": Self.channels,
      "content/cases/ssora.md": TemporarySite.material(title: "'\(title)'", fields: "keywords: ['\(title)', другое]"),
    ])
    let context = try Self.context(site)
    let json = try JSONTree(try Self.file(SiteFile.materialsJSON, context))
    #expect(json["materials"]?.items.first?["title"]?.text == title)
    #expect(json["materials"]?.items.first?["keywords"]?.texts == [title, "другое"])
    let rows = String(decoding: try Self.file(SiteFile.materialsCSV, context), as: UTF8.self)
    #expect(!rows.contains(";=") && !rows.contains(";@"))
    let address = try #require(context.configuration.baseURL)
    let xml = try #require(StaticRepository(context, of: address).files.first)
    let read = try XMLDocument(data: Data(xml.bytes))
    #expect(try read.nodes(forXPath: "//*[local-name()='dc']/*[local-name()='title']").first?.stringValue == title)
  }

  @Test("nothing closed is in them", arguments: ["status: draft", "visibility: members"]) func closed(field: String)
    throws
  {
    let site = try TemporarySite([
      "site-config.json": Self.channels,
      "content/cases/tayna.md": TemporarySite.material(title: "Тайный случай", fields: field),
      "content/cases/ssora.md": TemporarySite.material(title: "Ссора", fields: "keywords: [открыто]"),
    ])
    _ = try site.build()
    for path in ["materialy.json", "materialy.csv", "oai.xml"] {
      let text = try site.read("public/dannye/" + path)
      #expect(!text.contains("Тайный") && !text.contains("tayna") && text.contains("Ссора"), "\(path)")
    }
  }

  @Test("without an address there are paths, and no library is told")
  func withoutAddress() throws {
    let site = try TemporarySite(["site-config.json": #"{"title": "Сеть"}"#])
    _ = try site.build()
    let json = try JSONTree(try site.read("public/dannye/materialy.json").utf8)
    #expect(json["url"] == nil && json["materials"]?.items.first?["url"] == nil)
    #expect(json["materials"]?.items.first?["path"]?.text == "keysy/ssora.html")
    #expect(!site.exists("public/dannye/oai.xml"))
    #expect(!(try site.read("public/dannye/index.html")).contains("oai.xml"))
  }

  @Test("the page of data leads to all of it, and the footer to the page")
  func page() throws {
    let site = try Self.many(1)
    _ = try site.build()
    let page = try site.read("public/dannye/index.html")
    let files = try site.tree().keys.filter { $0.hasPrefix("dannye/") && $0 != "dannye/index.html" }
    #expect(files.count == 5)
    for file in files { #expect(page.contains("href=\"../\(file)\""), "\(file)") }
    for field in MaterialField.allCases { #expect(page.contains("<code>\(field.name)</code>")) }
    #expect(try site.read("public/keysy/k0.html").contains("href=\"../dannye/index.html\""))
  }

  // MARK: OAI

  @Test(
    "a repository has at most so many records", arguments: [(1, [1, 1, 1, 1]), (3, [3, 1]), (4, [4]), (5_000, [4])])
  func repositories(limit: Int, sizes: [Int]) throws {
    let context = try Self.context(try Self.many(3))
    let files = StaticRepository(context, of: try #require(context.configuration.baseURL), limit: limit).files
    #expect(files.map(\.address.path) == sizes.indices.map { $0 == 0 ? "dannye/oai.xml" : "dannye/oai-\($0 + 1).xml" })
    var identifiers: [String] = []
    for (file, size) in zip(files, sizes) {
      let xml = try XMLDocument(data: Data(file.bytes))
      func texts(_ name: String) throws -> [String] {
        try xml.nodes(forXPath: "//*[local-name()='\(name)']").map { $0.stringValue ?? "" }
      }
      let records = try texts("datestamp")
      #expect(records.count == size)
      #expect(try texts("earliestDatestamp") == [records.min()])
      #expect(try texts("baseURL") == ["https://opyt.example/set/\(file.address.path)"])
      #expect(try texts("adminEmail") == ["set@opyt.example"])
      #expect(try texts("repositoryName") == ["Сеть «А & Б»"])
      #expect(try texts("creator") == Array(repeating: "Ильина Марина Сергеевна", count: size))
      identifiers += try xml.nodes(forXPath: "//*[local-name()='header']/*[local-name()='identifier']").map {
        $0.stringValue ?? ""
      }
    }
    #expect(Set(identifiers).count == 4 && identifiers.allSatisfy { $0.hasPrefix("oai:opyt.example:set/keysy/") })
  }

  @Test func whoeverCannotBeWrittenToHasNoRepository() throws {
    let site = try TemporarySite()
    let context = try Self.context(site)
    #expect(StaticRepository(context, of: try #require(context.configuration.baseURL)).files.isEmpty)
    _ = try site.build()
    #expect(!site.exists("public/dannye/oai.xml"))
  }

  // MARK: Sitemap

  @Test(
    "a long sitemap is an index of parts",
    arguments: [
      (Sitemap.Limits(), 1), (Sitemap.Limits(addresses: 10), nil), (Sitemap.Limits(addresses: 50_000, bytes: 900), nil),
    ])
  func sitemaps(limits: Sitemap.Limits, count: Int?) throws {
    let context = try Self.context(try Self.many(3))
    let site = try #require(context.configuration.baseURL)
    let whole = try Self.places(try #require(Sitemap(context).files(of: site).first).bytes)
    #expect(whole.count > 20)
    let files = Sitemap(context, limits: limits).files(of: site)
    guard count == nil else {
      #expect(files.map(\.address) == [SiteFile.sitemap])
      return
    }
    #expect(files.first?.address == SiteFile.sitemap)
    let parts = files.dropFirst()
    #expect(parts.count > 1)
    #expect(
      try Self.places(try #require(files.first).bytes) == parts.map { "https://opyt.example/set/\($0.address.path)" })
    var all: [String] = []
    for part in parts {
      let places = try Self.places(part.bytes)
      #expect((1...limits.addresses).contains(places.count) && part.bytes.count <= limits.bytes)
      all += places
    }
    #expect(all == whole)
  }

  private static func places(_ bytes: [UInt8]) throws -> [String] {
    try XMLDocument(data: Data(bytes)).nodes(forXPath: "//*[local-name()='loc']").map { $0.stringValue ?? "" }
  }

  // MARK: Writing

  @Test("a long file is written in pieces, and stays the old one where it is the same")
  func writing() throws {
    let site = try Self.many(3)
    _ = try site.build()
    let path = site.path("public/dannye/materialy.json")
    let first = try #require(FileSystem.status(path))
    _ = try site.build { $0.isClean = true }
    let same = try #require(FileSystem.status(path))
    #expect(same.stamp.inode == first.stamp.inode && same.stamp.modified == first.stamp.modified)
    try site.write(TemporarySite.material(title: "Ещё один"), to: "content/cases/novyy.md")
    _ = try site.build()
    #expect(try site.read("public/dannye/materialy.json").contains("Ещё один"))
    #expect(try site.tree("public").keys.allSatisfy { !$0.hasSuffix(".old") })
    let bytes = Array(try #require(try site.tree()["dannye/materialy.json"]))
    #expect(try FileSystem.digest(of: path).digest == Fingerprint(of: bytes))
  }
}
