import Foundation
import OpytDiagnostics
import Testing

@testable import OpytFiles
@testable import OpytSite

/// What `check` says and what `build` does agree: both tell the same, and nothing stops a build of a site that `check`
/// found sound, but for the machine itself.
@Suite struct CheckAndBuildTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    /// The code that ends both runs.
    let exitCode: Int32
    let make: @Sendable () throws -> TemporarySite

    init(_ name: String, _ exitCode: Int32, _ make: @escaping @Sendable () throws -> TemporarySite) {
      self.name = name
      self.exitCode = exitCode
      self.make = make
    }

    /// A site of a few files over the smallest network.
    init(_ name: String, _ exitCode: Int32, _ files: [String: String]) {
      self.init(name, exitCode) {
        let site = try TemporarySite()
        try site.write(files)
        return site
      }
    }

    var testDescription: String { name }
  }

  private static func configured(_ keys: String) -> [String: String] {
    ["site-config.json": #"{"title": "Сеть", "base_url": "https://opyt.example/", "# + keys + "}"]
  }

  private static func material(_ fields: String, body: String = "Текст.\n") -> [String: String] {
    ["content/cases/ssora.md": TemporarySite.material(title: "Ссора", fields: fields, body: body)]
  }

  private static let long = String(repeating: "щ", count: 80)

  static let fixtures = [
    Case("all kinds", 0) { try TemporarySite.allKinds() }, Case("an issue", 0) { try IssueNetwork.site() },
    Case("the smallest network", 0, [:]),
    Case("an empty network", 0) {
      try TemporarySite(basedOn: ["site-config.json": #"{"title": "Сеть"}"#, "content/.keep": ""])
    },
    Case("names of a Mac", 0) { try UnicodeNameTests.site(.init(disk: true, text: false)) },
    Case("the network of the repository", 0) {
      let site = try TemporarySite(basedOn: [:])
      for name in ["content", "site-config.json"] {
        try FileManager.default.copyItem(atPath: SitePagesTests.repository + "/" + name, toPath: site.path(name))
      }
      return site
    },
  ]

  /// Where a name is long, deep or taken.
  static let addresses = [
    Case(
      "an alias of many parts", 1,
      material("aliases: [\(Array(repeating: "chast", count: 900).joined(separator: "/"))]")),
    Case("an alias with a long part", 1, material("aliases: [\(String(repeating: "a", count: 300))]")),
    Case("an alias in the assets", 1, material("aliases: [assets/site.css]")),
    Case("an alias below a file of the site", 1, material("aliases: [robots.txt/a]")),
    Case("an alias that is a folder", 1, material("aliases: [keysy]")),
    Case("an alias of Opyt's own mark", 1, material("aliases: [.opyt-site]")),
    Case("an alias of the manifest", 1, material("aliases: [.opyt-manifest]")),
    Case("an alias upwards", 1, material("aliases: [../a]")),
    Case("an alias of Windows", 1, material("aliases: [con]")),
    Case("an alias with a NUL", 1, material("aliases: [\"a\\0b\"]")),
    Case("an alias in Russian", 1, material("aliases: [старый/адрес]")),
    Case("an alias twice", 1, material("aliases: [a, a]")),
    Case("an alias where a page is", 1, material("aliases: [keysy/ssora.html]")),
    Case("an alias of the home page", 1, material("aliases: [index.html]")),
    Case("a long id", 0, ["content/cases/\(long).md": TemporarySite.material(title: "Щ")]),
    Case("a long slug", 1, material("slug: \(String(repeating: "a", count: 300))")),
    Case("a slug of Windows", 1, material("slug: aux")),
    Case("a page called assets", 0, ["content/pages/assets.md": "---\ntitle: А\n---\n"]),
    Case("a page called index", 1, ["content/pages/glavnaya.md": "---\ntitle: А\nslug: index\n---\n"]),
    Case("a page called 404", 1, ["content/pages/net.md": "---\ntitle: А\nslug: '404'\n---\n"]),
    Case(
      "two pages at one address", 1,
      [
        "content/cases/spor.md": TemporarySite.material(title: "А", fields: "slug: odin"),
        "content/cases/igra.md": TemporarySite.material(title: "Б", fields: "slug: odin"),
      ]),
    Case(
      "two attachments of one name", 1,
      [
        "content/cases/spor/index.md": TemporarySite.material(
          title: "А", fields: "attachments: [{file: a/plan.pdf, title: А}, {file: b/plan.pdf, title: Б}]"),
        "content/cases/spor/a/plan.pdf": "%PDF-1.4", "content/cases/spor/b/plan.pdf": "%PDF-1.4",
      ]),
    Case(
      "an attachment where a page is", 1,
      [
        "content/cases/spor.md": TemporarySite.material(
          title: "А", fields: "attachments: [{file: stranitsa.pdf, title: А}]\naliases: [keysy/spor/stranitsa.pdf]"),
        "content/cases/stranitsa.pdf": "%PDF-1.4",
      ]),
    Case(
      "an attachment with a long name", 0,
      [
        "content/cases/spor.md": TemporarySite.material(
          title: "А", fields: "attachments: [{file: \(String(repeating: "щ", count: 120)).pdf, title: А}]"),
        "content/cases/\(String(repeating: "щ", count: 120)).pdf": "%PDF-1.4",
      ]),
    Case(
      "an asset where a page is", 0,
      [
        "layouts/assets/stranitsa.html": "<p>",
        "content/cases/spor.md": TemporarySite.material(title: "А", fields: "aliases: [assets/stranitsa.html]"),
      ]),
    Case("an asset with a long name", 1, ["layouts/assets/\(String(repeating: "a", count: 240)).png": "x"]),
    Case("assets that differ in case", 0, ["layouts/assets/foto.png": "x", "layouts/assets/Foto.png": "y"]),
    Case(
      "an asset that is a folder elsewhere", 0,
      [
        "layouts/assets/a": "x",
        "content/cases/spor.md": TemporarySite.material(title: "А", fields: "aliases: [assets/a/b.html]"),
      ]),
  ]

  static let files = [
    Case("an attachment that is a folder", 1) {
      let site = try TemporarySite()
      try site.write(material("attachments: [{file: plan.pdf, title: А}]"))
      try FileManager.default.createDirectory(
        atPath: site.path("content/cases/plan.pdf"), withIntermediateDirectories: true)
      return site
    },
    Case("a document that is a folder", 0) {
      let site = try TemporarySite()
      try FileManager.default.createDirectory(
        atPath: site.path("content/cases/a.md"), withIntermediateDirectories: true)
      return site
    },
    Case("an attachment that is a link outward", 1) {
      let site = try TemporarySite()
      try site.write(material("attachments: [{file: plan.pdf, title: А}]"))
      try FileManager.default.createSymbolicLink(
        atPath: site.path("content/cases/plan.pdf"), withDestinationPath: "/etc/hostname")
      return site
    },
    Case(
      "an empty photo", 1,
      material("photos: [{file: a.png, alt: А, consent: С-1}]").merging(["content/cases/a.png": ""]) { $1 }),
    Case("pipes among the files", 1) {
      let site = try TemporarySite()
      _ = mkfifo(site.path("content/cases/a.pdf"), 0o666)
      return site
    },
    Case("a link to nowhere among the layouts", 1) {
      let site = try TemporarySite(["layouts/strings/ru.json": "{}"])
      try FileManager.default.createSymbolicLink(
        atPath: site.path("layouts/home.mustache"), withDestinationPath: "nowhere")
      return site
    },
    Case("a circle among the layouts", 1) {
      let site = try TemporarySite(["layouts/strings/ru.json": "{}"])
      try FileManager.default.createSymbolicLink(atPath: site.path("layouts/loop"), withDestinationPath: ".")
      return site
    },
    Case("a pipe among the layouts", 1) {
      let site = try TemporarySite(["layouts/strings/ru.json": "{}"])
      _ = mkfifo(site.path("layouts/home.mustache"), 0o666)
      return site
    },
    Case("a layout with an error", 1, ["layouts/home.mustache": "{{#a}}"]),
    Case("a layout that is not UTF-8", 1) {
      let site = try TemporarySite()
      try site.write([0xD1, 0xE5], to: "layouts/home.mustache")
      return site
    },
    Case("strings with an error", 1, ["layouts/strings/ru.json": #"{"a": }"#]),
    Case("layouts that are a file", 1, ["layouts": "x"]),
  ]

  static let configurations = [
    Case("no configuration", 2) { try TemporarySite(["site-config.json": nil]) },
    Case("an empty configuration", 2, ["site-config.json": ""]), Case("{}", 2, ["site-config.json": "{}"]),
    Case("a broken configuration", 2, ["site-config.json": #"{"title": "А" "output": 1}"#]),
    Case("a configuration that is a folder", 2) {
      let site = try TemporarySite(["site-config.json": nil])
      try FileManager.default.createDirectory(atPath: site.path("site-config.json"), withIntermediateDirectories: true)
      return site
    },
    Case("no content", 2) { try TemporarySite(basedOn: ["site-config.json": TemporarySite.configuration]) },
    Case("content that is a file", 2) {
      try TemporarySite(basedOn: ["site-config.json": TemporarySite.configuration, "content": "x"])
    },
    Case("output: content", 2, configured(#""output": "content""#)),
    Case("output: .", 2, configured(#""output": ".""#)),
    Case("output: layouts", 2, configured(#""output": "layouts""#).merging(["layouts/assets/extra.css": ""]) { $1 }),
    Case("output: inside content", 2, configured(#""output": "content/site""#)),
    Case(
      "output: above content", 2,
      configured(#""content": "a/content", "output": "a""#)
        .merging(["a/content/pages/a.md": "---\ntitle: А\n---\n"]) { $1 }),
    Case("output: ..", 2, configured(#""output": "..""#)), Case("output: /", 2, configured(#""output": "/""#)),
    Case("output: the home folder", 2, configured("\"output\": \"\(NSHomeDirectory())\"")),
    Case("output: a file", 2, configured(#""output": "site-config.json""#)),
    Case("output: below a file", 2, configured(#""output": "site-config.json/a""#)),
    Case("output: a long name", 2, configured("\"output\": \"\(String(repeating: "a", count: 300))\"")),
    Case(
      "output: a name that is long with ours", 2, configured("\"output\": \"\(String(repeating: "a", count: 245))\"")),
    Case("output: someone else's", 2, configured(#""output": "docs""#).merging(["docs/a.txt": "x"]) { $1 }),
    Case("output: below a link to nowhere", 2) {
      let site = try TemporarySite()
      try site.write(configured(#""output": "lost/site""#))
      try FileManager.default.createSymbolicLink(atPath: site.path("lost"), withDestinationPath: "nowhere")
      return site
    },
    Case("output: content by another way", 2) {
      let site = try TemporarySite()
      try site.write(configured(#""output": "way/site""#))
      try FileManager.default.createSymbolicLink(atPath: site.path("way"), withDestinationPath: "content")
      return site
    },
    Case("output: new folders", 0, configured(#""output": "a/b/c""#)),
    Case("a menu to nowhere", 2, configured(#""menu": [{"title": "А", "link": "nowhere"}]"#)),
    Case("an error in both", 1, configured(#""output": "content""#).merging(["content/cases/a.md": ""]) { $1 }),
  ]

  /// All of them by the steps that the program takes.
  @Test(arguments: addresses + files)
  func bothFindTheSame(sample: Case) throws {
    let site = try sample.make()
    site.day = .on("2026-11-27")
    let check = try SiteBuilder(site.options).checkSharingTheme()
    let build = try SiteBuilder(site.options).buildSharingTheme()
    func told(_ outcome: SiteBuilder.Outcome) -> [String] {
      outcome.report.entries.map { "\($0.diagnostic.line) \($0.diagnostic.message.russian)" }
    }
    #expect(told(check) == told(build))
    #expect((check.report.errorCount == 0 ? 0 : 1) == sample.exitCode, "\(told(check))")
    #expect(!check.isConfigurationAtFault && !build.isConfigurationAtFault)
    #expect((build.published != nil) == (sample.exitCode == 0) && site.isPublished == (sample.exitCode == 0))
  }

  /// Of which the words are read as well.
  private static let spoken = Set((fixtures + configurations.prefix(8)).map(\.name) + ["an alias where a page is"])

  /// And by the program itself, where its configuration counts, and for some of the others.
  @Test(arguments: fixtures + configurations + zip(addresses + files, 0...).filter { $0.1 % 4 == 0 }.map(\.0))
  func bothSayTheSame(sample: Case) throws {
    let site = try sample.make()
    let day = ["--today", "2026-11-27"]
    let check = try OpytCommand.run(["check", "--site", site.folder, "--format", "json", "--quiet"] + day)
    let build = try OpytCommand.run(["build", "--site", site.folder, "--format", "json", "--quiet"] + day)
    #expect(check.output == build.output)
    #expect(check.exitCode == build.exitCode, "\(check.told)\n\(build.told)")
    #expect(check.exitCode == sample.exitCode, "\(check.told)")
    // A program gets its object whatever happens.
    let object = try JSONSerialization.jsonObject(with: Data(check.output.utf8)) as? [String: Any]
    #expect(object?["diagnostics"] is [Any])
    if sample.exitCode == 0 { #expect(site.isPublished) }
    guard Self.spoken.contains(sample.name) else { return }
    let words = try OpytCommand.run(["check", "--site", site.folder, "--quiet"] + day)
    #expect(words.exitCode == check.exitCode)
    #expect(
      words.told.isEmpty == (check.exitCode == 0 && object.map { ($0["diagnostics"] as? [Any])?.isEmpty } == true))
  }

  /// Only the machine keeps a build from what `check` promised, and then the words say so.
  @Test func aFolderThatMayNotBeWrittenInto() throws {
    let site = try TemporarySite()
    try site.write(Self.configured(#""output": "/proc/site""#))
    #expect(try OpytCommand.run("check", "--site", site.folder).exitCode == 0)
    let build = try OpytCommand.run("build", "--site", site.folder)
    #expect(build.exitCode == 3)
    #expect(
      build.errors == "Сбой: /proc/site: нет такого файла или папки. Сайт не собран.\n"
        || build.errors.hasPrefix("Сбой: /proc"))
  }
}

extension TemporarySite {
  /// Whether any folder of it was published.
  fileprivate var isPublished: Bool {
    FileManager.default.enumerator(atPath: folder)?.contains { ($0 as? String)?.hasSuffix(OutputFolder.marker) == true }
      ?? false
  }
}
