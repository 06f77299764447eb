import Foundation
import OpytText
import Testing

@testable import OpytFiles
@testable import OpytSite

/// `opyt audit` as it is typed: its folder, its words, its exit codes.
@Suite struct AuditCommandTests {
  private static func run(_ words: String..., in folder: String? = nil) throws -> OpytCommand.Result {
    let command = OpytCommand(["audit"] + words)
    if let folder { command.process.currentDirectoryURL = URL(filePath: folder) }
    try command.process.run()
    return command.wait()
  }

  /// Where no configuration is anywhere above.
  @Test(arguments: ["", "/", "/.", "/keysy/.."])
  func aCopyElsewhereIsAudited(ending: String) throws {
    let site = try BuiltSite()
    let result = try Self.run(site.folder + ending, in: "/")
    #expect(result.exitCode == 0)
    #expect(result.output.contains("Сайт в \(site.folder) цел: "))
    #expect(result.errors == "")
    let relative = try Self.run("копия сайта", in: (site.folder as NSString).deletingLastPathComponent)
    #expect(relative.exitCode == 0)
    let here = try Self.run(".", in: site.folder)
    #expect(here.exitCode == 0)
  }

  @Test func aFolderBehindALinkIsAudited() throws {
    let site = try BuiltSite()
    let link = site.folder + "-ссылка"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: site.folder)
    #expect(try Self.run(link).exitCode == 0)
  }

  @Test func withoutAFolderTheConfiguredOneIsAudited() throws {
    let site = try TemporarySite([
      "site-config.json": #"{"title": "Сеть", "base_url": "https://a.example/", "output": "готовое"}"#
    ])
    let early = try Self.run("--site", site.folder)
    #expect(early.exitCode == 2)
    #expect(early.errors.contains("сайт ещё не собран: нет папки \(site.folder)/готовое"))
    _ = try site.build()
    #expect(try Self.run("--site", site.folder).exitCode == 0)
    #expect(try Self.run(in: site.path("content")).exitCode == 0)
    try site.write("x", to: "готовое/лишний.txt")
    let result = try Self.run("--site", site.folder)
    #expect(result.exitCode == 1)
    #expect(result.output.contains("лишний.txt: ошибка: лишний файл"))
    #expect(result.output.contains("не в порядке"))
  }

  @Test func programsGetOneObject() throws {
    let site = try BuiltSite()
    try site.remove("robots.txt")
    let result = try Self.run(site.folder, "--format", "json", "--quiet")
    #expect(result.exitCode == 1)
    #expect(result.errors == "")
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let told = object?["diagnostics"] as? [[String: Any]]
    #expect(told?.map { $0["code"] as? String } == ["site-file-missing"])
    #expect(told?.first?["file"] as? String == "robots.txt")
    let none = try Self.run("/nowhere", "--format", "json")
    #expect(none.exitCode == 2)
    #expect(none.output.contains("\"kind\":\"usage\""))
  }

  /// A foreign file of that name is not the site's configuration.
  @Test func aConfigurationAmongTheFilesIsAFinding() throws {
    let site = try BuiltSite()
    try site.write("{}", to: "site-config.json")
    #expect(try Self.run(site.folder).exitCode == 1)
  }

  @Test func whatIsNoSiteIsRefused() throws {
    let site = try TemporarySite()
    _ = try site.build()
    try FileManager.default.createDirectory(atPath: site.path("пусто"), withIntermediateDirectories: false)
    let cases = [
      ("/nowhere", "нет папки /nowhere"), (site.path("site-config.json"), "не папка"),
      (site.path("пусто"), "нет готового сайта"),
      (site.folder, "он есть в \(site.folder)/public"), (site.path("content"), "нет готового сайта"),
      (site.path("public/keysy"), "он есть в \(site.folder)/public"),
    ]
    for (folder, words) in cases {
      let result = try Self.run(folder)
      #expect(result.exitCode == 2, "\(folder)")
      #expect(result.errors.contains(words), "\(result.errors)")
      #expect(result.errors.contains("Ошибка: "))
    }
  }

  @Test func whatMayNotBeReadIsTold() throws {
    let site = try BuiltSite()
    #expect(chmod(site.path("robots.txt"), 0) == 0)
    #expect(chmod(site.path("keysy"), 0) == 0)
    defer { chmod(site.path("keysy"), 0o700) }
    let result = try OpytCommand.run(["audit", site.folder], shell: OpytCommand.asAnybody)
    #expect(result.exitCode == 1)
    for file in ["robots.txt", "keysy/"] {
      #expect(result.output.contains("\(file): ошибка: не читается: нет прав"), "\(result.output)")
    }
    #expect(chmod(site.folder, 0) == 0)
    defer { chmod(site.folder, 0o700) }
    let whole = try OpytCommand.run(["audit", site.folder], shell: OpytCommand.asAnybody)
    #expect(whole.exitCode == 3)
    #expect(whole.errors.contains("нет прав"))
  }

  @Test func theAddressMayBeGiven() throws {
    let site = try BuiltSite()
    #expect(try Self.run(site.folder, "--base-url", "https://opyt.example").exitCode == 0)
    #expect(try Self.run(site.folder, "--base-url", "ftp://x").exitCode == 2)
    try site.insert("<a href=\"https://b.example/net.html\">x</a>")
    try site.sign()
    #expect(try Self.run(site.folder).exitCode == 0)
    #expect(try Self.run(site.folder, "--base-url", "https://b.example").exitCode == 1)
  }

  /// Looking changes nothing.
  @Test func nothingIsWritten() throws {
    let site = try BuiltSite()
    try site.remove("robots.txt")
    func tree() throws -> [String] {
      let parent = (site.folder as NSString).deletingLastPathComponent
      return try FileManager.default.subpathsOfDirectory(atPath: parent).sorted()
    }
    let before = try tree()
    _ = try Self.run(site.folder)
    #expect(try tree() == before)
  }
}
