import Foundation
import OpytDiagnostics
import Testing

@testable import OpytFiles
@testable import OpytSite

/// Which site a command is about, and what is said where there is none; where a report goes, and how a run ends.
@Suite struct SiteFolderTests {
  private func run(_ arguments: String..., in folder: String) throws -> OpytCommand.Result {
    let command = OpytCommand(arguments)
    command.process.currentDirectoryURL = URL(filePath: folder)
    try command.process.run()
    return command.wait()
  }

  @Test(arguments: ["content", "content/cases", "content/cases/2026/mart"])
  func theConfigurationIsFoundAbove(folder: String) throws {
    let site = try TemporarySite(["content/cases/2026/mart/.keep": ""])
    let check = try run("check", in: site.path(folder))
    #expect(check.exitCode == 0)
    #expect(check.output.hasPrefix("Папка сайта: "))
    #expect(check.output.contains((site.folder as NSString).lastPathComponent + "\nПроверено: "))
    #expect(try run("check", "--quiet", in: site.path(folder)).told.isEmpty)
    #expect(try run("build", in: site.path(folder)).exitCode == 0)
    #expect(site.exists("public/index.html") && !site.exists("\(folder)/public"))
  }

  @Test func inTheSitesFolderNothingIsSaidOfIt() throws {
    let site = try TemporarySite()
    #expect(try run("check", in: site.folder).output.hasPrefix("Проверено: "))
  }

  @Test func anExcerptIsShownFromAbove() throws {
    let site = try TemporarySite([
      "content/cases/ssora.md": TemporarySite.material(title: "Ссора").replacing("[sreda]", with: "[sredа]")
    ])
    #expect(try run("check", in: site.path("content/people")).output.contains("   7 │ directions: [sredа]"))
  }

  @Test func aFolderThatIsGivenIsNotLookedForElsewhere() throws {
    let site = try TemporarySite()
    let result = try run("check", "--site", "content", in: site.folder)
    #expect(result.exitCode == 2)
    #expect(result.errors.contains("но он есть в папке"))
    #expect(try run("check", "--site", "site-config.json", in: site.folder).exitCode == 0)
  }

  @Test(arguments: [
    ("site_config.json", "есть «site_config.json»: переименуйте его в site-config.json"),
    ("site-config.json.txt", "переименуйте его в site-config.json"),
    ("Site-Config.JSON", "переименуйте его в site-config.json"),
    ("set/site-config.json", "но он есть в папке"), ("readme.txt", "укажите папку сайта (--site) или создайте его"),
  ])
  func whereTheConfigurationIsMissing(file: String, words: String) throws {
    let site = try TemporarySite(basedOn: [file: TemporarySite.configuration])
    let result = try run("check", in: site.folder)
    #expect(result.exitCode == 2)
    #expect(result.errors.contains(words), "\(result.errors)")
  }

  @Test(arguments: [
    ("Content", "есть «Content»: переименуйте её в «content»"), ("kontent", "есть «kontent»"),
    ("материалы", "есть «материалы»"), ("проекты", "переложите в неё папку «проекты»"), ("images", "создайте её"),
  ])
  func whereTheContentIsMissing(folder: String, words: String) throws {
    let site = try TemporarySite(basedOn: ["site-config.json": TemporarySite.configuration, "\(folder)/a/x.txt": "x"])
    let result = try run("check", in: site.folder)
    #expect(result.exitCode == 2)
    #expect(result.errors.contains(words), "\(result.errors)")
  }

  // MARK: Where it is said, and how it ends

  @Test func aCheckReportsToStandardOutputAndABuildToStandardError() throws {
    let site = try TemporarySite(["content/cases/ssora.md": TemporarySite.material(title: "Ссора", fields: "titel: А")])
    let check = try OpytCommand.run("check", "--site", site.folder)
    #expect(check.errors.isEmpty)
    #expect(check.output.hasPrefix("content/cases/ssora.md:"))
    #expect(check.output.contains("\n1\u{A0}ошибка; проверено: 4\u{A0}файла\n"))
    #expect(check.output.hasSuffix("Есть ошибки: с ними сайт не соберётся.\n"))
    let build = try OpytCommand.run("build", "--site", site.folder)
    #expect(build.output.isEmpty)
    #expect(build.errors.hasSuffix("Сайт не собран: сначала исправьте ошибки.\n"))
  }

  @Test func anOldSiteIsSpokenOfWhereThereIsOne() throws {
    let site = try TemporarySite()
    let broken = TemporarySite.material(title: "Ссора", fields: "titel: А")
    #expect(try OpytCommand.run("build", "--site", site.folder).exitCode == 0)
    try site.write(broken, to: "content/cases/ssora.md")
    let words = "Старый сайт остался на месте.\n"
    #expect(try OpytCommand.run("build", "--site", site.folder).errors.hasSuffix(words))
    let other = try OpytCommand.run("build", "--site", site.folder, "--output", site.path("other"))
    #expect(other.errors.hasSuffix("Сайт не собран: сначала исправьте ошибки.\n"))
    #expect(!(try OpytCommand.run("check", "--site", site.folder).told.contains("Старый сайт")))
    try site.write(#"{"title": "А" "language": "ru"}"#, to: "site-config.json")
    #expect(
      try OpytCommand.run("build", "--site", site.folder).errors.hasSuffix(
        "Сайт не собран: сначала исправьте настройки. " + words))
  }

  @Test func aReportThatCannotBeWrittenEndsWithThree() throws {
    let site = try TemporarySite()
    let result = try OpytCommand.run("check", "--site", site.folder, shell: "exec > /dev/full;")
    #expect(result.exitCode == 3)
    #expect(result.errors.hasPrefix("Сбой: стандартный вывод: на диске кончилось место."))
  }

  @Test(arguments: [
    (ENOTDIR, "часть пути – файл, а не папка"), (EISDIR, "это папка, а не файл"), (ENAMETOOLONG, "слишком длинные"),
    (EXDEV, "разных дисках"), (ELOOP, "по кругу"), (EEXIST, "уже занято"), (9999, "ошибка системы № 9999"),
  ])
  func systemErrorsAreRussian(code: Int32, words: String) {
    let explanation = MachineFailure("open", "a", code: code).explanation
    #expect(explanation.russian.contains(words))
  }

  /// No error of the system is told in English words.
  @Test func noSystemErrorIsEnglish() {
    for code in 1...133 as ClosedRange<Int32> {
      let told = MachineFailure("open", "a", code: code).explanation.russian
      #expect(!told.contains { $0.isASCII && $0.isLetter }, "\(code): \(told)")
    }
  }
}
