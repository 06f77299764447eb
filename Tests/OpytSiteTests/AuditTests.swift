import Foundation
import OpytDiagnostics
import OpytText
import Testing

@testable import OpytAudit
@testable import OpytFiles
@testable import OpytSite

/// Every fault that is planted in a published site is told, at its file, and nothing else is.
@Suite struct AuditTests {
  @Test func aBuiltSiteIsWhole() throws {
    let site = try BuiltSite()
    let result = try site.audit()
    #expect(result.diagnostics.map(\.line) == [])
    #expect(result.pageCount > 40)
    #expect(result.fileCount > result.pageCount)
  }

  /// The invented network of this repository, with all that a real one has.
  @Test func theDemonstrationIsWhole() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path(percentEncoded: false)
    let site = try TemporarySite(basedOn: [:])
    for name in ["content", "layouts", "site-config.json"] {
      try FileManager.default.createSymbolicLink(atPath: site.path(name), withDestinationPath: root + name)
    }
    site.day = .on("2026-11-28")
    #expect(try site.build().published != nil)
    let audit = SiteAudit(
      of: site.path("public"), address: nil, workers: Workers(count: 2), interruption: Interruption())
    #expect(try audit.run().diagnostics.map(\.line) == [])
  }

  // MARK: Files

  static let fileFaults: [(String, [String], @Sendable (BuiltSite) throws -> Void)] = [
    (
      "a page deleted", ["proekty/ogorod-na-okne.html site-file-missing"],
      { try $0.remove("proekty/ogorod-na-okne.html") }
    ),
    (
      "a picture deleted", ["proekty/ogorod-na-okne/okno.png site-file-missing"],
      { try $0.remove("proekty/ogorod-na-okne/okno.png") }
    ),
    (
      "a folder deleted",
      [
        "keysy/feed.json site-file-missing", "keysy/feed.xml site-file-missing", "keysy/index.html site-file-missing",
        "keysy/spor.html site-file-missing",
      ],
      { try $0.remove("keysy") }
    ),
    ("a file added", ["novoe.txt site-file-foreign"], { try $0.write("x", to: "novoe.txt") }),
    ("a page added", ["novoe.html site-file-foreign"], { try $0.write("<script>x</script>", to: "novoe.html") }),
    ("a hidden file added", [".env site-file-foreign"], { try $0.write("x", to: ".env") }),
    ("a configuration added", ["site-config.json site-file-foreign"], { try $0.write("{}", to: "site-config.json") }),
    (
      "one byte changed", ["robots.txt site-file-changed"],
      { site in
        var bytes = try site.bytes("robots.txt")
        bytes[0] ^= 1
        try site.write(bytes, to: "robots.txt")
      }
    ),
    (
      "one bit of a picture", ["proekty/ogorod-na-okne/okno.png site-file-changed"],
      { site in
        var bytes = try site.bytes("proekty/ogorod-na-okne/okno.png")
        bytes[bytes.count - 1] ^= 0x80
        try site.write(bytes, to: "proekty/ogorod-na-okne/okno.png")
      }
    ),
    ("a byte more", ["404.html site-file-changed"], { try $0.write(try $0.bytes("404.html") + [10], to: "404.html") }),
    ("a file cut to nothing", ["robots.txt site-file-changed"], { try $0.write("", to: "robots.txt") }),
    (
      "two files exchanged",
      [
        "proekty/ogorod-na-okne/dnevnik.pdf site-file-changed", "proekty/ogorod-na-okne/okno.png site-file-changed",
      ],
      { site in
        let names = ["proekty/ogorod-na-okne/dnevnik.pdf", "proekty/ogorod-na-okne/okno.png"]
        let (one, other) = (try site.bytes(names[0]), try site.bytes(names[1]))
        try site.write(other, to: names[0])
        try site.write(one, to: names[1])
      }
    ),
    (
      "a link for a file", ["robots.txt site-file-changed"],
      { site in
        try site.remove("robots.txt")
        try FileManager.default.createSymbolicLink(
          atPath: site.path("robots.txt"), withDestinationPath: "index.html")
      }
    ),
    (
      "a link added", ["vsyo site-file-foreign"],
      { try FileManager.default.createSymbolicLink(atPath: $0.path("vsyo"), withDestinationPath: "/") }
    ),
    (
      "a folder for a file", ["robots.txt site-file-missing"],
      { site in
        try site.remove("robots.txt")
        try FileManager.default.createDirectory(atPath: site.path("robots.txt"), withIntermediateDirectories: false)
      }
    ),
    (
      "a pipe for a file", ["robots.txt site-file-changed"],
      { site in
        try site.remove("robots.txt")
        #expect(mkfifo(site.path("robots.txt"), 0o600) == 0)
      }
    ),
    (
      "a name that is not UTF-8", ["\u{FFFD}.html name-invalid"],
      { site in
        var name = Array(site.path("").utf8CString.dropLast()) + [CChar(bitPattern: 0xFF)]
        name += ".html".utf8CString
        let descriptor = open(name, O_CREAT | O_WRONLY, 0o600)
        #expect(descriptor >= 0)
        close(descriptor)
      }
    ),
    (
      "a name in another form of Unicode",
      ["proekty/ogorod-na-okne/дневник\u{306}.txt site-file-foreign"],
      { try $0.write("x", to: "proekty/ogorod-na-okne/дневник\u{306}.txt") }
    ),
    ("the mark deleted", [".opyt-site site-file-missing"], { try $0.remove(".opyt-site") }),
    ("the manifest deleted", [".opyt-manifest manifest-damaged"], { try $0.remove(".opyt-manifest") }),
    ("the manifest emptied", [".opyt-manifest manifest-damaged"], { try $0.write("", to: ".opyt-manifest") }),
    (
      "the manifest a folder", [".opyt-manifest file-unreadable"],
      { site in
        try site.remove(".opyt-manifest")
        try FileManager.default.createSymbolicLink(
          atPath: site.path(".opyt-manifest"), withDestinationPath: "keysy")
      }
    ),
    (
      "a line of the manifest gone", [".opyt-manifest manifest-damaged"],
      { site in
        let lines = try site.text(".opyt-manifest").split(separator: "\n").dropFirst()
        try site.write(lines.joined(separator: "\n") + "\n", to: ".opyt-manifest")
      }
    ),
    (
      "the manifest cut at a line", [".opyt-manifest manifest-damaged"],
      { site in
        let lines = try site.text(".opyt-manifest").split(separator: "\n").dropLast(3)
        try site.write(lines.joined(separator: "\n") + "\n", to: ".opyt-manifest")
      }
    ),
    (
      "a byte of the manifest", [".opyt-manifest manifest-damaged"],
      { site in
        var bytes = try site.bytes(".opyt-manifest")
        bytes[40] ^= 1
        try site.write(bytes, to: ".opyt-manifest")
      }
    ),
  ]

  @Test(arguments: fileFaults.indices)
  func whatIsWrongWithFilesIsTold(index: Int) throws {
    let (name, expected, plant) = Self.fileFaults[index]
    let site = try BuiltSite()
    try plant(site)
    #expect(try site.findings() == expected, "\(name)")
  }

  // MARK: Pages

  static let policy =
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; base-uri 'none'; form-action 'self'\">"

  static let pageFaults: [(String, String, String)] = [
    (" lang=\"ru\"", "", "page-incomplete"), ("lang=\"ru\"", "lang=\" \"", "page-incomplete"),
    ("<!doctype html>\n", "", "page-incomplete"),
    ("<!doctype html>", "<!DOCTYPE html PUBLIC \"x\">", "page-incomplete"),
    ("<meta charset=\"utf-8\">", "", "page-incomplete"),
    ("charset=\"utf-8\"", "charset=\"windows-1251\"", "page-incomplete"),
    (
      "<meta charset=\"utf-8\">", "<!--" + String(repeating: " ", count: 1100) + "--><meta charset=\"utf-8\">",
      "page-incomplete"
    ),
    (policy, "", "page-incomplete"), ("script-src 'self'", "script-src 'self' 'unsafe-inline'", "page-incomplete"),
    ("img-src 'self'", "img-src *", "page-incomplete"), ("img-src 'self'", "img-src 'self' https:", "page-incomplete"),
    ("default-src 'none'; ", "", "page-incomplete"), ("; form-action 'self'", "", "page-incomplete"),
    ("base-uri 'none'; ", "", "page-incomplete"),
    ("Content-Security-Policy\"", "Content-Security-Policy-Report-Only\"", "page-incomplete"),
    (
      "<meta name=\"viewport\"", "<script src=\"assets/none.js\"></script><meta name=\"viewport\"",
      "link-unresolved page-incomplete"
    ),
    ("<h1>", "<h2>", "headings-out-of-order headings-out-of-order"),
    ("</main>", "<h1>x</h1></main>", "headings-out-of-order"),
    ("</main>", "<h2>x</h2><h4>x</h4></main>", "headings-out-of-order"),
    ("<h1>", "<h2>x</h2><h1>", "headings-out-of-order"),
    ("<body ", "<body background=\"https://a.example/x\" ", "request-outside"),
    ("<body ", "<body onload=\"x\" ", "script-inline"),
    // Browsers take over the attributes of such tags.
    ("</main>", "<body onload=\"x\"></main>", "file-damaged"),
    ("</main>", "<html onclick=\"x\"></main>", "file-damaged"),
    ("</main>", "<head></head></main>", "file-damaged"),
    ("</main>", "<p id=\"opyt_main\">x</p></main>", "page-id-repeated"),
    ("</main>", "<img src=\"proekty/ogorod-na-okne/okno.png\"></main>", "image-alt-missing"),
    ("</main>", "<input type=\"image\" src=\"proekty/ogorod-na-okne/okno.png\"></main>", "image-alt-missing"),
  ]

  private static let toldOfPages = Result {
    try BuiltSite.codes(
      pageFaults.map { old, new, _ in
        { page in
          let range = try #require(page.range(of: old), "\(old)")
          return Array(page.replacingCharacters(in: range, with: new).utf8)
        }
      })
  }

  @Test(arguments: pageFaults.indices)
  func aPageThatLacksSomethingIsTold(index: Int) throws {
    let (old, new, codes) = Self.pageFaults[index]
    #expect(
      try Self.toldOfPages.get()[index] == codes.split(separator: " ").map(String.init), "\(old) → \(new)")
  }

  @Test func aPageWithoutATitleIsTold() throws {
    let titles = ["", "<title> </title>", "<svg><title>x</title></svg>"]
    let told = try BuiltSite.codes(
      titles.map { title in
        { page in
          let start = try #require(page.range(of: "<title>")?.lowerBound)
          let end = try #require(page.range(of: "</title>")?.upperBound)
          return Array((page[..<start] + title + page[end...]).utf8)
        }
      })
    #expect(told == titles.map { _ in ["page-incomplete"] })
  }

  @Test func bytesThatAreNoTextAreTold() throws {
    let wrong: [[UInt8]] = [[0xFF], [0xD0], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0]]
    let told = try BuiltSite.codes(
      wrong.map { bytes in
        { page in
          let cut = try #require(page.range(of: "</main>")?.lowerBound)
          return Array(page[..<cut].utf8) + bytes + Array(page[cut...].utf8)
        }
      })
    #expect(told == wrong.map { _ in ["encoding-invalid"] })
  }

  // MARK: Places and numbers

  @Test func aFaultIsToldAtItsPlace() throws {
    let site = try BuiltSite()
    try site.insert("<p>Слово <a class=\"x\" href=\"net.html\">x</a> <a href=\"ne&#116;.html\">y</a></p>")
    try site.sign()
    let page = try site.text("index.html").components(separatedBy: "\n")
    let line = try #require(page.firstIndex { $0.contains("net.html") }) + 1
    let entries = DiagnosticReport(try site.audit().diagnostics, fileCount: 0).entries
    #expect(entries.map(\.diagnostic.line) == ["index.html:\(line):29 link-unresolved error"])
  }

  /// One cause is one entry, however many pages have it.
  @Test func whatAllPagesHaveIsToldOnce() throws {
    let site = try BuiltSite()
    for name in try FileManager.default.subpathsOfDirectory(atPath: site.folder) where name.hasSuffix(".html") {
      try site.replace(" lang=\"ru\"", with: "", in: name)
    }
    try site.sign()
    #expect(try site.findings() == ["404.html page-incomplete"])
  }

  @Test func aPageOfVeryManyFaultsIsBounded() throws {
    let site = try BuiltSite()
    let many = 20_000
    try site.insert(
      (1...many).map { "<a href=\"net-\($0).html\">x</a><a href=\"#net-\($0)\">y</a><p id=\"opyt_main\">" }.joined())
    try site.sign()
    let told = try site.audit().diagnostics
    for code in [DiagnosticCode.linkUnresolved, .anchorUnresolved, .pageIDRepeated] {
      let alike = told.filter { $0.code == code }
      #expect(alike.count == 100)
      #expect(alike.last?.omitted == many - 100)
    }
    #expect(told.count == 300)
  }

  /// libxml2 reads neither what is nested very deep nor very long texts unless it is told to.
  @Test(arguments: [
    String(repeating: "<div>", count: 3000), String(repeating: "x", count: 10_100_000),
    "<p title=\"" + String(repeating: "x", count: 10_100_000) + "\">", String(repeating: "&amp;", count: 100_000),
    "<!--" + String(repeating: "x", count: 10_100_000) + "-->", String(repeating: "<p>a</b>", count: 3000),
  ])
  func nothingBehindADeepOrLongPlaceIsLost(before: String) throws {
    let places = TextPlaces(file: "a.html", bytes: Array((before + "<a href=\"net.html\">x</a>").utf8))
    let page = PageReading(places, LinkReader(address: nil))
    let end = MarkupReader.read(places.bytes, as: .html, page)
    #expect(end.isSound)
    #expect(page.links.links.map(\.target.text) == ["net.html"])
  }

  /// What is told has no Russian in it where the site is English, nor words of programmers alone where it is Russian.
  @Test func everyMessageIsInBothLanguages() throws {
    let site = try BuiltSite()
    for (markup, _) in AuditLinkTests.badLinks { try site.insert(markup) }
    for markup in AuditLinkTests.requests + AuditLinkTests.scripts + [
      "<h5>x</h5>", "<p id=\"opyt_main\">", "<img>", "<body>",
    ] {
      try site.insert(markup)
    }
    try site.write("<p>", to: "404.html")
    try site.write("<feed>", to: "feed.xml")
    try site.remove("robots.txt")
    try site.remove(".opyt-site")
    try site.write("x", to: "new.txt")
    let told = try site.audit(address: "https://opyt.example/").diagnostics
    #expect(Set(told.map(\.code)).count > 12)
    for diagnostic in told {
      for phrase in [diagnostic.message, diagnostic.advice].compactMap(\.self) {
        #expect(!phrase.english.contains(/[а-яё]/), "\(phrase.english)")
        #expect(phrase.russian.contains(/[а-яё]{3}/), "\(phrase.russian)")
      }
    }
  }

  // MARK: Addresses

  @Test(arguments: [
    (nil, []), ("https://opyt.example/set/", []),
    // 404.html is shown anywhere, so its links begin at the server's root.
    ("https://opyt.example/other/", ["request-outside"]),
  ])
  func aSiteBelowAPathKnowsItsOwnAddresses(address: String?, codes: [String]) throws {
    let site = try TemporarySite.allKinds()
    #expect(try site.build().published != nil)
    #expect(try Self.codes(site, address) == codes)
    try site.change("public/keysy/spor.html") {
      $0.replacing("</main>", with: "<a href=\"https://opyt.example/set/net.html\">x</a></main>")
    }
    #expect(try Self.codes(site, address).contains("link-unresolved") == codes.isEmpty)
  }

  @Test func aSiteWithoutAnAddressIsWholeToo() throws {
    let site = try TemporarySite.allKinds()
    try site.change("site-config.json") {
      $0.replacing("  \"base_url\": \"https://opyt.example/set\",\n", with: "")
    }
    #expect(try site.build().published != nil)
    #expect(try !site.read("public/robots.txt").contains("Sitemap"))
    #expect(try Self.codes(site, nil) == [])
  }

  private static func codes(_ site: TemporarySite, _ address: String?) throws -> [String] {
    let audit = SiteAudit(
      of: site.path("public"), address: address, workers: Workers(count: 1), interruption: Interruption())
    return Set(try audit.run().diagnostics.map(\.code.rawValue)).sorted()
  }
}
