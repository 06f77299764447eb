import Foundation
import OpytDiagnostics
import Testing

@testable import OpytFiles
@testable import OpytSite

/// A build that would give the site that stands there already ends before it begins, and nothing fools it.
@Suite struct UnchangedBuildTests {
  private static func isUnchanged(_ outcome: SiteBuilder.Outcome) -> Bool { outcome.published?.isUnchanged == true }

  /// Sets the time of all files back, so that none is too young to be told by its time.
  private static func age(_ site: TemporarySite) throws {
    let past = Date(timeIntervalSinceNow: -3600)
    for name in try FileManager.default.subpathsOfDirectory(atPath: site.folder) {
      try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: site.path(name))
    }
  }

  private static func network() throws -> TemporarySite {
    let site = try TemporarySite([
      "layouts/strings/ru.json": #"{"home": "В начало"}"#,
      "content/cases/ssora.md": nil,
      "content/cases/ssora/index.md": TemporarySite.material(
        title: "Ссора", fields: "attachments: [{file: plan.txt, title: План}]"),
      "content/cases/ssora/plan.txt": "План\n",
    ])
    try age(site)
    return site
  }

  @Test func theSecondBuildDoesNothingAndTellsTheSame() throws {
    let site = try Self.network()
    try site.write(TemporarySite.material(title: "Черновик", fields: "status: draft"), to: "content/cases/proba.md")
    try site.write("Лишний\n", to: "content/cases/lishniy.txt")
    let first = try site.build()
    let tree = try site.tree()
    #expect(!Self.isUnchanged(first))
    let second = try site.build()
    #expect(Self.isUnchanged(second))
    #expect(second.published?.renderedCount == 0)
    #expect(second.published?.pageCount == first.published?.pageCount)
    #expect(second.published?.fileCount == first.published?.fileCount)
    #expect(second.report.fileCount == first.report.fileCount)
    #expect(second.report.entries.map(\.diagnostic) == first.report.entries.map(\.diagnostic))
    #expect(!first.report.entries.isEmpty, "the file that nothing names is told each time")
    #expect(try site.tree() == tree)
  }

  @Test(arguments: [
    ("content/cases/ssora/index.md", TemporarySite.material(title: "Спор")),
    ("content/cases/novyy.md", TemporarySite.material(title: "Новый")),
    ("content/cases/ssora/plan.txt", "Планы\n"), ("layouts/strings/ru.json", #"{"home": "Домой"}"#),
    ("layouts/assets/extra.css", ".a { color: red }\n"),
    ("site-config.json", #"{"title": "Другая сеть", "base_url": "https://opyt.example/"}"#),
    ("public/index.html", "чужое"), ("public/keysy/ssora/plan.txt", "другое"),
  ])
  func whateverChangedIsSeen(file: String, text: String) throws {
    let site = try Self.network()
    _ = try site.build()
    try site.write(text, to: file)
    let outcome = try site.build()
    #expect(!Self.isUnchanged(outcome))
    let clean = try TemporarySite.copy(of: site)
    _ = try clean.build { $0.isClean = true }
    #expect(try site.tree() == clean.tree())
  }

  @Test(arguments: [
    "content/cases/ssora/plan.txt", "layouts/strings/ru.json", "public/feed.xml", ".opyt-memory",
  ])
  func whateverVanishedIsSeen(file: String) throws {
    let site = try Self.network()
    _ = try site.build()
    try FileManager.default.removeItem(atPath: site.path(file))
    let outcome = try? site.build()
    #expect(outcome.map(Self.isUnchanged) != true)
  }

  /// The same size and the same time, but other content: a copy that kept its times, or a clock that ticks slowly.
  @Test func timesThatLieAreSeenThrough() throws {
    let site = try Self.network()
    _ = try site.build()
    let file = site.path("content/cases/ssora/index.md")
    let time = try #require(try FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date)
    let text = try site.read("content/cases/ssora/index.md")
    try site.write(text.replacing("Ссора", with: "Драка"), to: "content/cases/ssora/index.md")
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: file)
    let outcome = try site.build()
    #expect(!Self.isUnchanged(outcome))
    #expect(try site.read("public/keysy/ssora.html").contains("Драка"))
  }

  /// The other way round: times that moved without the content.
  @Test func touchedFilesAreComparedByTheirContent() throws {
    let site = try Self.network()
    _ = try site.build()
    for file in ["content/cases/ssora/index.md", "site-config.json", "layouts/strings/ru.json", "public/index.html"] {
      try FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: site.path(file))
    }
    #expect(Self.isUnchanged(try site.build()))
  }

  @Test func optionsCountAndCleanIgnoresAll() throws {
    let site = try Self.network()
    _ = try site.build()
    #expect(!Self.isUnchanged(try site.build { $0.baseURL = "https://other.example/" }))
    #expect(!Self.isUnchanged(try site.build { $0.includesDrafts = true }))
    #expect(Self.isUnchanged(try site.build { $0.includesDrafts = true }))
    #expect(
      !Self.isUnchanged(
        try site.build {
          $0.includesDrafts = true
          $0.isClean = true
        }))
  }

  @Test(arguments: [
    "", "opyt-memory 1\0", "opyt-memory 2\0made\0told\0end\0", "\0\0\0\0", "opyt-memory 1\0made x\0told []\0end\0",
  ])
  func aBrokenMemoryIsNone(text: String) throws {
    #expect(SiteMemory(Array(text.utf8)) == nil)
    let site = try Self.network()
    _ = try site.build()
    try site.write(text, to: ".opyt-memory")
    #expect(!Self.isUnchanged(try site.build()))
    #expect(Self.isUnchanged(try site.build()))
  }

  /// A memory cut off anywhere, or with any byte changed, is none or means the same files.
  @Test func aMemoryIsReadWholeOrNotAtAll() throws {
    let site = try Self.network()
    _ = try site.build()
    let bytes = Array(try #require(FileManager.default.contents(atPath: site.path(".opyt-memory"))))
    let memory = try #require(SiteMemory(bytes))
    #expect(memory.bytes == bytes)
    for count in stride(from: 0, to: bytes.count, by: 37) { #expect(SiteMemory(Array(bytes[..<count])) == nil) }
  }

  @Test func anErrorForgetsNothingAndPublishesNothing() throws {
    let site = try Self.network()
    _ = try site.build()
    let text = try site.read("content/cases/ssora/index.md")
    try site.write("---\ntitle: [\n---\n", to: "content/cases/ssora/index.md")
    #expect(try site.build().published == nil)
    try site.write(text, to: "content/cases/ssora/index.md")
    #expect(Self.isUnchanged(try site.build()), "the old site stands, and is made from these files again")
  }

  /// What is for members only must not be named in the folder that everybody may read.
  @Test func thePublishedFolderKnowsItsFilesAndNoSources() throws {
    let site = try Self.network()
    try site.write(TemporarySite.material(title: "Тайна", fields: "visibility: members"), to: "content/cases/tayna.md")
    _ = try site.build()
    let manifest = try site.read("public/.opyt-manifest")
    let paths = SiteManifest.paths(in: Array(manifest.utf8))
    let published = try site.tree().keys.filter { !$0.hasPrefix(".") }
    #expect(paths == published.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(!manifest.contains("tayna") && !manifest.contains("content/"))
  }
}
