import Foundation
import Testing

@testable import OpytFiles
@testable import OpytSite

/// Where a site must not be published, however the way there is written; and what may stand in the old one.
@Suite struct OutputPlaceTests {
  /// Links by their names, a path to publish into, and whether that is refused.
  struct Way: CustomTestStringConvertible {
    let links: [(name: String, target: String)]
    let output: String
    var isRefused = true

    var testDescription: String { "\(output) with \(links)" }
  }

  static let ways = [
    Way(links: [("l", "content")], output: "l"), Way(links: [("l", "content")], output: "l/new/public"),
    Way(links: [("l", "content/cases")], output: "l/public"),
    Way(links: [("l", "content/new")], output: "l/public"), Way(links: [("l", "content/new")], output: "l"),
    Way(links: [("l", "content/new/a"), ("m", "l/b")], output: "m/public"),
    Way(links: [("l", "m"), ("m", "content")], output: "l/public"),
    Way(links: [("l", "content/cases/../new")], output: "l/public"),
    // The folder of layouts need not be there yet.
    Way(links: [], output: "layouts"), Way(links: [("l", "layouts")], output: "l/public"),
    // Text takes the mark for a part of the slash before it.
    Way(links: [], output: "content/\u{306}x"),
    Way(links: [("content", "data/www/content"), ("l", "data/www")], output: "l"),
    Way(links: [("content", "data/www/content")], output: "data"),
    Way(links: [("content", "data/www/content")], output: "."),
    Way(links: [("l", "elsewhere")], output: "l/public", isRefused: false),
    Way(links: [("content", "data/www/content")], output: "data/public", isRefused: false),
    Way(links: [], output: "content-public", isRefused: false),
  ]

  @Test(arguments: ways)
  func sourcesAreNotPublishedInto(way: Way) throws {
    let site = try TemporarySite()
    let manager = FileManager.default
    if way.links.contains(where: { $0.name == "content" }) {
      try manager.createDirectory(atPath: site.path("data/www"), withIntermediateDirectories: true)
      try manager.moveItem(atPath: site.path("content"), toPath: site.path("data/www/content"))
    }
    try manager.createDirectory(atPath: site.path("elsewhere"), withIntermediateDirectories: true)
    for link in way.links {
      try manager.createSymbolicLink(atPath: site.path(link.name), withDestinationPath: link.target)
    }
    let before = try manager.subpathsOfDirectory(atPath: site.folder).sorted()
    let result = try OpytCommand.run("build", "--site", site.folder, "--output", site.path(way.output))
    #expect(result.exitCode == (way.isRefused ? 2 : 0), "\(result.errors)")
    if way.isRefused {
      #expect(try manager.subpathsOfDirectory(atPath: site.folder).sorted() == before)
    } else {
      #expect(site.exists(way.output + "/index.html"))
    }
  }

  /// One folder in two places of the tree has no link that could be followed.
  @Test(arguments: ["mounted", "mounted/public", "mounted/new/public"])
  func aMountedFolderOfSourcesIsKnown(output: String) throws {
    // Only root may mount.
    guard getuid() == 0 else { return }
    let site = try TemporarySite()
    let command = OpytCommand([])
    command.process.executableURL = URL(filePath: "/usr/bin/unshare")
    command.process.arguments = [
      "--mount", "/bin/bash", "-c",
      """
      cd '\(site.folder)' && mkdir mounted && mount --bind content mounted || exit 77
      '\(OpytCommand.path)' build --site . --output '\(output)'
      """,
    ]
    try command.process.run()
    let result = command.wait()
    #expect(result.exitCode == 2 && result.errors.contains("заменять нельзя"), "\(result.errors)")
    #expect(!site.exists("content/public") && !site.exists("content/new"))
  }

  // MARK: What others left in the old site

  @Test func namesThatAreNotUTF8InTheOldSiteStopNothing() throws {
    let site = try TemporarySite()
    _ = try site.build()
    for name in [[0xEF, 0xF0], [0x80]] as [[UInt8]] {
      let folder = Array(site.path("public/").utf8) + name
      #expect(mkdir(folder.map { CChar(bitPattern: $0) } + [0], 0o777) == 0)
      let file = (folder + Array("/".utf8) + name).map { CChar(bitPattern: $0) } + [0]
      let descriptor = open(file, O_CREAT | O_WRONLY, 0o666)
      #expect(descriptor >= 0)
      close(descriptor)
    }
    try site.write(TemporarySite.material(title: "Игра"), to: "content/cases/ssora.md")
    for _ in 1...2 {
      let result = try OpytCommand.run("build", "--site", site.folder, "--clean")
      #expect(result.exitCode == 0, "\(result.errors)")
      let left = try FileManager.default.contentsOfDirectory(atPath: site.folder).filter { $0.hasPrefix(".public") }
      #expect(left.isEmpty)
    }
  }

  @Test func foldersWithoutPermissionInTheOldSiteStopNothing() throws {
    let site = try TemporarySite()
    _ = try site.build()
    try site.write("x", to: "public/zakryto/a.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: site.path("public/zakryto"))
    let result = try OpytCommand.run(["build", "--site", site.folder, "--clean"], shell: OpytCommand.asAnybody)
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(!site.exists(".public.opyt-staging") && !site.exists("public/zakryto"))
  }

  @Test func aMissingFolderForTemporaryFilesIsNoFailure() throws {
    let site = try TemporarySite()
    let result = try OpytCommand.run("build", "--site", site.folder, environment: ["TMPDIR": "/net/takoy"])
    #expect(result.exitCode == 0, "\(result.errors)")
  }

  // MARK: Folders that can't be written to

  @Test(arguments: [("parent/public", "нет прав"), ("net/parent/public", "")])
  func theFolderAboveMayBeMissingButNotClosed(output: String, words: String) throws {
    let site = try TemporarySite()
    try FileManager.default.createDirectory(atPath: site.path("parent"), withIntermediateDirectories: true)
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: site.path("parent"))
    let result = try OpytCommand.run(
      ["build", "--site", site.folder, "--output", site.path(output)], shell: OpytCommand.asAnybody)
    #expect(result.exitCode == (words.isEmpty ? 0 : 3), "\(result.errors)")
    #expect(words.isEmpty || result.errors.contains(words))
    #expect(words.isEmpty || result.errors.contains("Сайт не собран"))
  }

  @Test func contentOnADiskForReadingOnlyIsEnough() throws {
    guard getuid() == 0 else { return }
    let site = try TemporarySite()
    let target = try TemporarySite(basedOn: [:])
    let command = OpytCommand([])
    command.process.executableURL = URL(filePath: "/usr/bin/unshare")
    command.process.arguments = [
      "--mount", "/bin/bash", "-c",
      """
      mount --bind '\(site.folder)' '\(site.folder)' && mount -o remount,ro,bind '\(site.folder)' || exit 77
      '\(OpytCommand.path)' build --site '\(site.folder)' --output '\(target.path("public"))' || exit $?
      exec '\(OpytCommand.path)' build --site '\(site.folder)'
      """,
    ]
    try command.process.run()
    let result = command.wait()
    #expect(target.exists("public/index.html"), "\(result.errors)")
    #expect(result.exitCode == 3 && result.errors.contains("диск только для чтения"), "\(result.errors)")
  }
}
