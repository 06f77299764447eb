import Foundation
import OpytDiagnostics
import Testing

@testable import OpytFiles
@testable import OpytNetwork
@testable import OpytOutputs
@testable import OpytPages
@testable import OpytSite

/// A reader sees the old site or the new one, never half: it is built beside the old one and exchanged in one step.
@Suite struct PublishingTests {
  @Test func anErrorLeavesTheOldSiteStanding() throws {
    let site = try TemporarySite()
    _ = try site.build()
    let before = try site.tree()
    try site.write("---\nнет\n", to: "content/cases/ssora.md")
    let outcome = try site.build()
    #expect(outcome.published == nil)
    #expect(outcome.report.errorCount == 1)
    #expect(try site.tree() == before)
    #expect(try leftovers(site).isEmpty)
  }

  @Test func filesOfRemovedMaterialsDisappear() throws {
    let site = try TemporarySite(["content/cases/spor.md": TemporarySite.material(title: "Спор")])
    _ = try site.build()
    #expect(site.exists("public/keysy/spor.html"))
    try FileManager.default.removeItem(atPath: site.path("content/cases/spor.md"))
    _ = try site.build()
    #expect(!site.exists("public/keysy/spor.html"))
    #expect(try leftovers(site).isEmpty)
  }

  @Test func unchangedFilesAreNotWrittenAgain() throws {
    let site = try TemporarySite()
    _ = try site.build()
    func identity(_ name: String) -> [UInt64] {
      var info = stat()
      return lstat(site.path(name), &info) == 0
        ? [UInt64(info.st_ino), UInt64(info.st_mtim.tv_sec), UInt64(info.st_mtim.tv_nsec)] : []
    }
    let untouched = identity("public/sady/sad-5.html")
    let touched = identity("public/keysy/ssora.html")
    try site.write(TemporarySite.material(title: "Ссора", body: "Другой текст.\n"), to: "content/cases/ssora.md")
    _ = try site.build()
    #expect(!untouched.isEmpty && identity("public/sady/sad-5.html") == untouched)
    #expect(identity("public/keysy/ssora.html") != touched)
  }

  @Test(arguments: ["content", "content/cases", ".", "..", "/", "~", "layouts"])
  func dangerousFoldersAreRefused(folder: String) throws {
    let site = try TemporarySite(["layouts/home.mustache": nil])
    try FileManager.default.createDirectory(atPath: site.path("layouts"), withIntermediateDirectories: true)
    let before = try site.tree(".")
    let path =
      switch folder {
      case "/": "/"
      case "~": NSHomeDirectory()
      default: site.path(folder)
      }
    let failure = #expect(throws: SiteBuilder.Failure.self) { try site.build { $0.output = path } }
    guard case .usage = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(try site.tree(".") == before)
  }

  @Test func aFolderThatOpytDidNotMakeIsRefused() throws {
    let site = try TemporarySite(["public/vazhnoe.txt": "Не терять"])
    let report = try site.build().report
    #expect(report.entries.map(\.diagnostic.line) == ["site-config.json configuration-invalid error"])
    #expect(report.entries.first?.diagnostic.message(in: .russian).contains("создана не Опытом") == true)
    #expect(try site.read("public/vazhnoe.txt") == "Не терять")
    let failure = #expect(throws: SiteBuilder.Failure.self) { try site.build { $0.output = site.path("public") } }
    guard case .usage(let phrase) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(phrase(in: .russian).contains("создана не Опытом"))
  }

  @Test func anEmptyFolderIsUsed() throws {
    let site = try TemporarySite()
    try FileManager.default.createDirectory(atPath: site.path("public"), withIntermediateDirectories: true)
    #expect(try site.build().published != nil)
    #expect(site.exists("public/index.html"))
  }

  @Test func aSecondBuildIsToldOfTheFirst() throws {
    let site = try TemporarySite()
    let held = try OutputFolder(path: site.path("public"), sources: [])
    let result = try OpytCommand.run("build", "--site", site.folder)
    #expect(result.exitCode == 2)
    #expect(result.errors.contains("уже собирает другой процесс (\(getpid()))"))
    withExtendedLifetime(held) {}
  }

  @Test func theLockDiesWithItsProcessAndTheNextRunCleansUp() throws {
    let site = try TemporarySite()
    _ = try site.build()
    // What a run leaves that was cut off by `kill -9` or by the power.
    try site.write("половина", to: ".public.opyt-staging/index.html")
    try site.write("99999", to: ".public.opyt-lock")
    _ = try site.build()
    #expect(try leftovers(site).isEmpty)
    #expect(try site.read("public/index.html") != "половина")
  }

  @Test func withoutAnExchangeTheSiteIsReplacedInTwoSteps() throws {
    let site = try TemporarySite()
    _ = try site.build()
    try site.write(TemporarySite.material(title: "Игра"), to: "content/cases/ssora.md")
    let machine = FaultyMachine(site: site, isWithoutExchange: true)
    let result = try machine.run(["build", "--site", site.folder]).result
    #expect(result.exitCode == 0)
    #expect(result.errors.contains("Диск не умеет менять папки местами"))
    #expect(try site.read("public/keysy/ssora.html").contains("Игра"))
    #expect(try leftovers(site).isEmpty)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGKILL])
  func anInterruptedBuildLeavesAWholeSite(signal: Int32) throws {
    var files: [String: String] = TemporarySite.network
    let body = String(repeating: "Дети спорят о том, кто первый, и ~~ссорятся~~ мирятся.\n\n", count: 50)
    for number in 1...150 {
      files["content/cases/spor-\(number).md"] = TemporarySite.material(title: "Спор \(number)", body: body)
    }
    let site = try TemporarySite(basedOn: files)
    _ = try site.build()
    let old = try site.tree()
    let configuration = #"{"title": "Другая сеть", "base_url": "https://opyt.example/"}"#
    files["site-config.json"] = configuration
    let other = try TemporarySite(basedOn: files)
    _ = try other.build()
    let new = try other.tree()
    try site.write(configuration, to: "site-config.json")
    for delay in [20, 100, 250, 500] as [UInt32] {
      let command = OpytCommand(["build", "--site", site.folder, "--jobs", "1"])
      try command.process.run()
      usleep(delay * 1000)
      kill(command.process.processIdentifier, signal)
      let result = command.wait()
      let now = try site.tree()
      if result.exitCode == 0 { break }
      #expect(result.exitCode == (signal == SIGKILL ? 128 + 9 : 130))
      // The signal may come between the exchange and the end of the process.
      if now == new { break }
      #expect(now == old)
      if signal != SIGKILL { #expect(try leftovers(site).isEmpty) }
    }
    let last = try OpytCommand.run("build", "--site", site.folder, "--quiet")
    #expect(last.exitCode == 0)
    #expect(try leftovers(site).isEmpty)
    #expect(try site.read("public/index.html").contains("Другая сеть"))
  }

  /// The shell takes away what the machine may lack: file size, open files.
  @Test(
    arguments: [("ulimit -f 2;", "файл больше допустимого")]
      + (4...11).map { ("ulimit -n \($0);", "открыто слишком много файлов, увеличьте их предел") })
  func aFailureOfTheMachineEndsWithThreeAndTheOldSite(limit: String, words: String) throws {
    let body = String(repeating: "Длинный текст о том, как всё было. ", count: 200)
    let site = try TemporarySite()
    _ = try site.build()
    let before = try site.tree()
    try site.write(TemporarySite.material(title: "Ссора", body: body), to: "content/cases/ssora.md")
    let result = try OpytCommand.run("build", "--site", site.folder, shell: limit)
    #expect(result.exitCode == 3, "\(result.errors)")
    #expect(result.errors.contains(words))
    #expect(result.errors.contains("Старый сайт остался на месте"))
    #expect(try site.tree() == before)
    #expect(try leftovers(site).isEmpty)
  }

  @Test func aFullDiskEndsWithThreeAndTheOldSite() throws {
    // A small disk of memory; only root may mount one.
    guard getuid() == 0 else { return }
    let site = try TemporarySite()
    let disk = site.path("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    let body = String(repeating: "Длинный текст о том, как всё было. ", count: 4000)
    let script = """
      mount -t tmpfs -o size=1000k none '\(disk)' || exit 77
      '\(OpytCommand.path)' build --quiet --site '\(site.folder)' --output '\(disk)/public' || exit 78
      cp -r '\(disk)/public' '\(site.path("old"))'
      cp '\(site.path("forms/long.md"))' '\(site.path("content/cases/ssora.md"))'
      for number in 1 2 3 4; do
        echo $number >> '\(site.path("forms/long.md"))'
        cp '\(site.path("forms/long.md"))' '\(site.path("content/cases/"))'"long-$number.md"
      done
      '\(OpytCommand.path)' build --site '\(site.folder)' --output '\(disk)/public'
      code=$?
      diff -r '\(disk)/public' '\(site.path("old"))' || code=79
      ls -A '\(disk)'
      exit $code
      """
    try site.write(TemporarySite.material(title: "Ссора", body: body), to: "forms/long.md")
    // In a mount namespace of its own, which is gone with the shell.
    let command = OpytCommand([])
    command.process.executableURL = URL(filePath: "/usr/bin/unshare")
    command.process.arguments = ["--mount", "/bin/bash", "-c", script]
    try command.process.run()
    let result = command.wait()
    #expect(result.exitCode == 3, "\(result.errors)")
    #expect(result.errors.contains("на диске кончилось место"))
    #expect(result.output == "public\n")
  }

  /// What stands beside the site when a run is over.
  private func leftovers(_ site: TemporarySite) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: site.folder).filter { $0.hasPrefix(".public") }
  }
}
