import Foundation
import Testing

/// Exit codes, formats and words of the program. 0: done; 1: the content has errors; 2: wrong usage or configuration;
/// 3: the machine failed; 130: interrupted.
@Suite struct CommandTests {
  @Test func buildsASiteAndSaysWhatItBuilt() throws {
    let site = try TemporarySite()
    let result = try OpytCommand.run("build", "--site", site.folder)
    #expect(result.exitCode == 0)
    #expect(result.errors.hasPrefix("Готово: "))
    #expect(result.output.isEmpty)
    #expect(site.exists("public/index.html"))
  }

  @Test func quietPrintsNothingWhenAllIsWell() throws {
    let site = try TemporarySite()
    let result = try OpytCommand.run("build", "--site", site.folder, "--quiet")
    #expect(result.exitCode == 0)
    #expect(result.errors.isEmpty && result.output.isEmpty)
  }

  @Test func checkWritesNothing() throws {
    let site = try TemporarySite()
    let before = try FileManager.default.subpathsOfDirectory(atPath: site.folder).sorted()
    let result = try OpytCommand.run("check", "--site", site.folder)
    #expect(result.exitCode == 0)
    #expect(result.output.hasPrefix("Проверено: 4\u{A0}документа"))
    #expect(try FileManager.default.subpathsOfDirectory(atPath: site.folder).sorted() == before)
  }

  @Test func anErrorInTheContentEndsWithOne() throws {
    let site = try TemporarySite([
      "content/cases/ssora.md": TemporarySite.material(title: "Ссора").replacing("[sreda]", with: "[sredа]")
    ])
    let result = try OpytCommand.run("build", "--site", site.folder)
    #expect(result.exitCode == 1)
    #expect(
      result.errors.hasPrefix(
        """
        content/cases/ssora.md:7:14: ошибка: нет направления «sredа» [reference-unresolved]
           7 │ directions: [sredа]
             │              ^^^^^ возможно, «sreda» («Среда – третий учитель»)
        """))
    #expect(result.errors.contains("Сайт не собран"))
    #expect(!site.exists("public"))
  }

  @Test func jsonIsOneObjectOnStandardOutput() throws {
    let site = try TemporarySite([
      "content/cases/ssora.md": TemporarySite.material(title: "Ссора").replacing("[sreda]", with: "[sredа]")
    ])
    let result = try OpytCommand.run("check", "--site", site.folder, "--format", "json", "--quiet")
    #expect(result.exitCode == 1)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(object["version"] as? Int == 1)
    let diagnostics = try #require(object["diagnostics"] as? [[String: Any]])
    let first = try #require(diagnostics.first)
    #expect(first["code"] as? String == "reference-unresolved")
    #expect(first["file"] as? String == "content/cases/ssora.md")
    #expect(
      [first["line"], first["column"], first["endLine"], first["endColumn"]].map { $0 as? Int } == [7, 14, 7, 19])
    #expect(first["suggestion"] as? String == "sreda")
    let summary = try #require(object["summary"] as? [String: Int])
    #expect(summary["files"] == 4 && (summary["errors"] ?? 0) >= 1)
  }

  @Test func englishMessagesWhereTheConfigurationAsks() throws {
    let site = try TemporarySite([
      "site-config.json": #"{"title": "Net", "language": "en", "base_url": "https://opyt.example/"}"#,
      "content/cases/ssora.md": TemporarySite.material(title: "Ссора").replacing("[sreda]", with: "[nichego]"),
    ])
    let result = try OpytCommand.run("check", "--site", site.folder)
    #expect(
      result.output.contains("content/cases/ssora.md:7:14: error: no direction “nichego” [reference-unresolved]"))
    #expect(result.output.hasSuffix("There are errors: the site cannot be built yet.\n"))
    let built = try OpytCommand.run("build", "--site", site.folder)
    #expect(built.errors.hasSuffix("The site was not built: mend the errors first.\n"))
  }

  @Test(arguments: [
    ["check", "--site", "/nowhere"], ["build", "--jobs", "0"], ["build", "--jobs", "много"], ["build", "--nonsense"],
    ["postroy"], ["check", "--format", "xml"], ["build", "--base-url", "ftp://x"],
  ])
  func wrongUsageEndsWithTwo(arguments: [String]) throws {
    let site = try TemporarySite()
    let known = arguments.contains("--site") || arguments[0] == "postroy"
    let command = OpytCommand(arguments + (known ? [] : ["--site", site.folder]))
    try command.process.run()
    let result = command.wait()
    #expect(result.exitCode == 2, "\(result.errors)")
    #expect(!result.errors.isEmpty)
  }

  @Test func versionAndHelpEndWithZeroAndSpeakRussian() throws {
    let version = try OpytCommand.run("--version")
    #expect(version.exitCode == 0)
    #expect(version.output.hasPrefix("Опыт "))
    for arguments in [["--help"], ["help", "build"], ["check", "--help"]] {
      let command = OpytCommand(arguments)
      try command.process.run()
      let result = command.wait()
      #expect(result.exitCode == 0)
      #expect(result.output.contains("Проверить") || result.output.contains("публикует"))
    }
  }

  @Test func draftsAreShownOnlyWhenAsked() throws {
    let draft = TemporarySite.material(title: "Черновая ссора", fields: "status: черновик")
    let site = try TemporarySite(["content/cases/draft.md": draft])
    #expect(try OpytCommand.run("build", "--site", site.folder, "--quiet").exitCode == 0)
    #expect(!site.exists("public/keysy/draft.html"))
    #expect(try OpytCommand.run("build", "--site", site.folder, "--quiet", "--drafts").exitCode == 0)
    #expect(site.exists("public/keysy/draft.html"))
  }
}
