import Foundation
import Testing

@testable import OpytFiles
@testable import OpytSite

/// What a run leaves that was cut off where two folders can't be exchanged, and what the next one does about it.
@Suite struct CutOffRunTests {
  /// A site whose publication was cut off between the two renames.
  private func cutOff() throws -> (site: TemporarySite, old: [String: Data]) {
    let site = try TemporarySite()
    _ = try site.build()
    let old = try site.tree()
    try FileManager.default.moveItem(atPath: site.path("public"), toPath: site.path(".public.opyt-staging-old"))
    try site.write("половина", to: ".public.opyt-staging/index.html")
    return (site, old)
  }

  static let commands = [
    ["check"], ["check", "--quiet"], ["check", "--format", "json"], ["build"], ["bulletin", "1"], ["report"],
    ["report", "--format", "json"],
  ]

  @Test(arguments: commands, [false, true])
  func everyCommandPutsTheOldSiteBack(command: [String], anEmptyFolderStandsThere: Bool) throws {
    let (site, old) = try cutOff()
    if anEmptyFolderStandsThere {
      try FileManager.default.createDirectory(atPath: site.path("public"), withIntermediateDirectories: true)
    }
    // Errors in the content change nothing of it.
    try site.change("content/cases/ssora.md") { $0.replacing("[sreda]", with: "[net]") }
    let result = try OpytCommand.run(command + ["--site", site.folder])
    #expect(
      result.errors.hasPrefix(
        "В прошлый раз публикация прервалась: восстановлен прежний сайт в \(site.path("public")).\n"))
    #expect(try site.tree() == old)
    #expect(!site.exists(".public.opyt-staging-old") && !site.exists(".public.opyt-lock"))
    if command == ["build"] { #expect(result.errors.contains("Старый сайт остался на месте")) }
    let again = try OpytCommand.run(command + ["--site", site.folder])
    #expect(!again.told.contains("прервалась"))
  }

  @Test func anotherFolderIsRestoredThatAnOptionNames() throws {
    let (site, old) = try cutOff()
    try FileManager.default.moveItem(
      atPath: site.path(".public.opyt-staging-old"), toPath: site.path(".www.opyt-staging-old"))
    try site.change("content/cases/ssora.md") { $0.replacing("[sreda]", with: "[net]") }
    let result = try OpytCommand.run("build", "--site", site.folder, "--output", site.path("www"))
    #expect(result.errors.contains("восстановлен прежний сайт в \(site.path("www"))"))
    #expect(try site.tree("www") == old)
  }

  @Test func nothingIsSaidOfAnOldSiteWhereThereIsNone() throws {
    let site = try TemporarySite()
    try site.change("content/cases/ssora.md") { $0.replacing("[sreda]", with: "[net]") }
    let result = try OpytCommand.run("build", "--site", site.folder)
    #expect(result.exitCode == 1)
    #expect(!result.errors.contains("Старый сайт") && !result.errors.contains("прежний сайт"))
  }

  @Test func theOldSiteIsRemovedWhereTheNewOneStands() throws {
    let (site, _) = try cutOff()
    try FileManager.default.moveItem(atPath: site.path(".public.opyt-staging-old"), toPath: site.path("public"))
    try FileManager.default.copyItem(atPath: site.path("public"), toPath: site.path(".public.opyt-staging-old"))
    let result = try OpytCommand.run("build", "--site", site.folder)
    #expect(result.exitCode == 0 && !result.errors.contains("прервалась"))
    #expect(!site.exists(".public.opyt-staging-old") && !site.exists(".public.opyt-staging"))
  }

  /// What somebody else keeps under that name is not put in the place of a site.
  @Test func aFolderThatIsNoSiteIsNotPutBack() throws {
    let (site, _) = try cutOff()
    try FileManager.default.removeItem(atPath: site.path(".public.opyt-staging-old/.opyt-site"))
    let result = try OpytCommand.run("check", "--site", site.folder)
    #expect(!result.told.contains("прервалась") && !site.exists("public"))
  }

  @Test func whileAnotherRunIsAtWorkNothingIsTouched() throws {
    let (site, _) = try cutOff()
    let lock = try PublishingLock(path: site.path(".public.opyt-lock"))
    let result = try OpytCommand.run("check", "--site", site.folder)
    #expect(result.exitCode == 0 && !result.told.contains("прервалась"))
    #expect(site.exists(".public.opyt-staging-old") && !site.exists("public"))
    withExtendedLifetime(lock) {}
  }

  @Test(arguments: [EACCES, EIO])
  func whatCanNotBePutBackIsTold(code: Int32) throws {
    let (site, old) = try cutOff()
    let machine = FaultyMachine(site: site)
    let result = try machine.run(
      ["check", "--site", site.folder], .init(kind: .rename, number: 1, code: code)
    ).result
    #expect(result.exitCode == 0)
    #expect(result.errors.contains("прежний сайт лежит в \(site.path(".public.opyt-staging-old")), вернуть его"))
    #expect(try site.tree(".public.opyt-staging-old") == old)
  }

  // MARK: The lock

  @Test(arguments: ["link", "hard link", "pipe", "folder", "file"])
  func aLockThatIsNotOursIsRefusedAndKept(what: String) throws {
    let site = try TemporarySite()
    let victim = "Заметки, которые нельзя потерять и которые длиннее любого номера.\n"
    try site.write(victim, to: "victim.txt")
    let (lock, other) = (site.path(".public.opyt-lock"), site.path("victim.txt"))
    switch what {
    case "link": try FileManager.default.createSymbolicLink(atPath: lock, withDestinationPath: other)
    case "hard link": try FileManager.default.linkItem(atPath: other, toPath: lock)
    case "pipe": #expect(mkfifo(lock, 0o666) == 0)
    case "folder": try FileManager.default.createDirectory(atPath: lock, withIntermediateDirectories: true)
    default: try FileManager.default.copyItem(atPath: other, toPath: lock)
    }
    let result = try OpytCommand.run("build", "--site", site.folder)
    #expect(result.exitCode == 2)
    #expect(result.errors.contains("\(lock) – не файл Опыта"))
    #expect(try site.read("victim.txt") == victim)
    #expect(site.exists(".public.opyt-lock") && !site.exists("public"))
    if what == "file" { #expect(try site.read(".public.opyt-lock") == victim) }
  }

  @Test(arguments: [(ENOLCK, "система не даёт запереть файл"), (EIO, "ошибка чтения или записи на диск")])
  func aLockThatTheSystemDoesNotGiveIsAFailureOfTheMachine(code: Int32, words: String) throws {
    let site = try TemporarySite()
    let machine = FaultyMachine(site: site)
    let result = try machine.run(
      ["build", "--site", site.folder], .init(kind: .lock, number: 1, code: code)
    ).result
    #expect(result.exitCode == 3)
    #expect(result.errors.contains(words) && !result.errors.contains("процесс"))
  }

  @Test func aHolderThatIsNotKnownYetIsNotNamed() throws {
    let site = try TemporarySite()
    let lock = try PublishingLock(path: site.path(".public.opyt-lock"))
    try site.write("", to: "empty")
    #expect(truncate(site.path(".public.opyt-lock"), 0) == 0)
    let result = try OpytCommand.run("build", "--site", site.folder)
    #expect(result.exitCode == 2)
    #expect(result.errors.contains("уже собирает другой процесс\n"))
    withExtendedLifetime(lock) {}
  }

  /// Somebody removed the lock by hand, and two runs hold one each: the first to end must not take away the other's.
  @Test func aRunRemovesOnlyItsOwnLock() throws {
    let site = try TemporarySite()
    let path = site.path(".public.opyt-lock")
    func hold() throws -> PublishingLock { try PublishingLock(path: path) }
    var first: PublishingLock? = try hold()
    try FileManager.default.removeItem(atPath: path)
    let second = try hold()
    withExtendedLifetime(first == nil) {}
    first = nil
    #expect(site.exists(".public.opyt-lock"))
    #expect(throws: PublishingLock.Refusal.self) { _ = try hold() }
    withExtendedLifetime(second) {}
  }
}
