import Foundation
import Testing

@testable import OpytFiles
@testable import OpytNetwork
@testable import OpytOutputs
@testable import OpytPages
@testable import OpytSite

/// Which files are read, and what is told of those that are not: no file is silently skipped.
@Suite struct DiscoveryTests {
  @Test func readsRussianFoldersSubfoldersAndFolderDocuments() throws {
    let site = try TemporarySite([
      "content/кейсы/2026/март/spor.md": TemporarySite.material(title: "Спор"),
      "content/Кейсы/igra/index.md": TemporarySite.material(title: "Игра"),
      "content/cases/verkh.MD": TemporarySite.material(title: "Верх"),
    ])
    #expect(try site.problems().isEmpty)
    _ = try site.build()
    for page in ["spor", "igra", "verkh", "ssora"] { #expect(site.exists("public/keysy/\(page).html")) }
  }

  @Test func skipsHiddenFilesAndBackups() throws {
    let site = try TemporarySite([
      "content/cases/.skryt.md": "x", "content/cases/ssora.md~": "x", "content/cases/ssora.bak": "x",
      "content/cases/~$ssora.docx": "x", "content/.git/config": "x", "content/cases/.env": "x",
    ])
    #expect(try site.problems().isEmpty)
  }

  @Test(arguments: [
    ("content/project/a.md", "content/project folder-unknown error projects"),
    ("content/проект/a.md", "content/проект folder-unknown error проекты"),
    ("content/a.md", "content/a.md folder-unknown error"),
    ("content/cases/index.md", "content/cases/index.md name-invalid error"),
    ("content/cases/con.md", "content/cases/con.md name-invalid error"),
    ("content/cases/Lpt1.md", "content/cases/Lpt1.md name-invalid error"),
    ("content/cases/нул.md", "content/cases/нул.md name-invalid error"),
    ("content/cases/!!!.md", "content/cases/!!!.md name-invalid error"),
    ("content/cases/plan.pdf", "content/cases/plan.pdf file-unused warning"),
    ("content/cases/notes.txt", "content/cases/notes.txt name-invalid error"),
  ])
  func tellsWhatItDoesNotPublish(path: String, expected: String) throws {
    let site = try TemporarySite()
    try site.write(TemporarySite.material(title: "Другая ссора"), to: path)
    #expect(try site.problems() == [expected])
  }

  @Test func linksOutwardInCirclesAndPipesAreToldAndNotFollowed() throws {
    let site = try TemporarySite()
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: site.path("content/cases/out.md"), withDestinationPath: "/etc/passwd")
    try manager.createSymbolicLink(atPath: site.path("content/cases/loop"), withDestinationPath: "../cases")
    try manager.createSymbolicLink(atPath: site.path("content/cases/self.md"), withDestinationPath: "self.md")
    try manager.createSymbolicLink(atPath: site.path("content/cases/lost.md"), withDestinationPath: "nowhere.md")
    #expect(mkfifo(site.path("content/cases/pipe.md"), 0o666) == 0)
    #expect(
      try site.problems() == [
        "content/cases/loop path-outside error", "content/cases/lost.md path-outside error",
        "content/cases/out.md path-outside error", "content/cases/pipe.md file-unreadable error",
        "content/cases/self.md path-outside error",
      ])
  }

  @Test func aLinkToAFileOfTheNetworkIsRead() throws {
    let site = try TemporarySite(["content/cases/plan.pdf": "%PDF-1.4"])
    try FileManager.default.createSymbolicLink(
      atPath: site.path("content/cases/kopiya.pdf"), withDestinationPath: "plan.pdf")
    try site.write(
      TemporarySite.material(title: "Ссора", body: "[план](kopiya.pdf) [он же](plan.pdf)\n"),
      to: "content/cases/ssora.md")
    #expect(try site.problems().isEmpty)
  }

  @Test func aNameThatIsNotUTF8IsTold() throws {
    let site = try TemporarySite()
    let name =
      Array(site.path("content/cases/").utf8CString.dropLast()) + [CChar(bitPattern: 0xEF), CChar(bitPattern: 0xF0), 0]
    let descriptor = open(name, O_CREAT | O_WRONLY, 0o666)
    #expect(descriptor >= 0)
    close(descriptor)
    #expect(try site.problems() == ["content/cases name-invalid error"])
  }

  @Test func idsThatDifferOnlyInCaseOrUnicodeFormAreTold() throws {
    let composed = "сидй".precomposedStringWithCanonicalMapping
    let decomposed = "сидй".decomposedStringWithCanonicalMapping
    let site = try TemporarySite([
      "content/cases/Spor.md": TemporarySite.material(title: "А"),
      "content/cases/spor.md": TemporarySite.material(title: "Б"),
      "content/cases/a/\(composed).md": TemporarySite.material(title: "В"),
      "content/cases/b/\(decomposed).md": TemporarySite.material(title: "Г"),
    ])
    let problems = try site.problems()
    #expect(problems.count { $0.contains("id-duplicate error") } == 2)
    // That they want one address as well is the same mistake.
    #expect(problems.count == 2)
  }

  @Test func foldersWithoutEndAreTold() throws {
    let site = try TemporarySite()
    let deep = "content/cases/" + (1...20).map { "p\($0)/" }.joined()
    try site.write(TemporarySite.material(title: "Глубоко"), to: deep + "a.md")
    let problems = try site.problems()
    #expect(problems.count == 1)
    #expect(problems.first?.hasSuffix("name-invalid error") == true)
  }

  @Test func aFileWithoutPermissionIsTold() throws {
    let site = try TemporarySite()
    try FileManager.default.setAttributes(
      [.posixPermissions: 0], ofItemAtPath: site.path("content/cases/ssora.md"))
    // Root reads everything unless it gives that right away.
    let shell = getuid() == 0 ? "exec setpriv --bounding-set -dac_override,-dac_read_search" : nil
    let command = OpytCommand(["check", "--site", site.folder])
    if let shell {
      command.process.executableURL = URL(filePath: "/bin/bash")
      command.process.arguments = ["-c", "\(shell) \"$0\" \"$@\"", OpytCommand.path, "check", "--site", site.folder]
    }
    try command.process.run()
    let result = command.wait()
    #expect(result.exitCode == 1)
    #expect(result.output.contains("content/cases/ssora.md: ошибка: файл не читается: нет прав [file-unreadable]"))
  }
}
