import Foundation
import Testing

@testable import OpytSite

/// The help, and what is said of a wrong call: in Russian, with what was meant.
@Suite struct HelpTests {
  private static let commands = [
    "build", "check", "bulletin", "certificate", "report", "fields", "audit", "revoke", "ledger",
  ]

  private func run(_ arguments: [String], in folder: String? = nil) throws -> OpytCommand.Result {
    let command = OpytCommand(arguments)
    if let folder { command.process.currentDirectoryURL = URL(filePath: folder) }
    try command.process.run()
    return command.wait()
  }

  @Test(
    arguments: [[], ["--help"], ["-h"], ["help"], ["help", "--help"]] + commands.map { [$0, "--help"] }
      + commands.map { [$0, "-h"] } + commands.map { ["help", $0] })
  func helpHasNoEnglishWords(arguments: [String]) throws {
    let result = try run(arguments)
    #expect(result.exitCode == 0)
    #expect(result.errors.isEmpty)
    #expect(result.output.contains("Как вызывать: opyt"))
    #expect(result.output.contains("Ключи:\n"))
    // Names of commands, options and files, values, and proper names.
    let known: Set = [
      "opyt", "certificate", "projects", "ogorod", "person", "ilina", "qr", "spravka", "srv", "dlya", "uchastnikov",
      "build", "check", "bulletin", "report", "fields", "audit", "revoke", "ledger", "media", "flash", "sait", "moy",
      "proekt", "help", "content", "site", "config", "addresses", "txt", "json", "html", "text", "csv", "excel",
      "https",
      "base_url", "md", "otchyot", "h", "layouts", "strict", "source_date_epoch",
    ]
    let words = result.output.replacing(/--?[a-z][a-z-]*/, with: "").matches(of: /[A-Za-z_]+/).map { String($0.0) }
    #expect(words.filter { !known.contains($0.lowercased()) }.isEmpty, "\(result.output)")
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 90 }, "\(result.output)")
  }

  @Test(arguments: commands.filter { $0 != "fields" })
  func theHelpOfACommandNamesAllItsOptions(command: String) throws {
    let help = try run([command, "--help"]).output
    let options = ["site", "jobs", "base-url", "today", "quiet", "help", "version"]
    for option in options { #expect(help.contains("--\(option)"), "\(option)") }
    #expect(help.contains("<номер>") == (["bulletin", "revoke"].contains(command)))
  }

  @Test(arguments: [
    (["biuld"], "нет команды «biuld»; возможно, «opyt build»"), (["chek", "--help"], "возможно, «opyt check»"),
    (["bilding"], "нет команды «bilding»"), (["сруск"], "возможно, «opyt check»"),
    (["проверить"], "возможно, «opyt check»"), (["собрать", "--clean"], "возможно, «opyt build»"),
    (["отчет"], "возможно, «opyt report»"), (["help", "reprot"], "возможно, «opyt report»"),
    (["ы"], "есть: build, check, bulletin, certificate, report, fields, audit, revoke"),
    (["--site", ".", "check"], "пишут после команды"),
    (["--verison"], "возможно, «--version»"),
    (["build", "--ouput", "x"], "нет ключа «--ouput»; возможно, «--output»"),
    (["build", "--ouput=x"], "возможно, «--output»"), (["build", "-output", "x"], "возможно, «--output»"),
    (["build", "–output", "x"], "возможно, «--output»"), (["check", "—quiet"], "возможно, «--quiet»"),
    (["check", "--drafs"], "возможно, «--drafts»"), (["check", "-q"], "возможно, «--quiet»"),
    (["check", "--baseurl", "x"], "возможно, «--base-url»"), (["check", "--йгшуе"], "возможно, «--quiet»"),
    (["check", "--zzzzzz"], "есть: --site"), (["check", "--year", "2025/2026"], "только у opyt report"),
    (["check", "--clean"], "только у opyt build"), (["check", "--format", "jsno"], "возможно, «json»"),
    (["bulletin", "1", "--format", "htm"], "возможно, «html»"), (["check", "--format"], "--format <вид>"),
    (["check", "--jobs", "много"], "целое число"), (["check", "--jobs", "--quiet"], "--jobs <число>"),
    (["check", "--quiet=да"], "без значения"), (["bulletin"], "не хватает <номер>"),
    (["bulletin", "-3"], "целое число"), (["bulletin", "1", "2"], "лишнее слово"),
    (["check", "content/cases"], "указывать не нужно: opyt check\n"), (["build", "сайт"], "лишнее слово"),
    (["build", "content/cases/ssora.md"], "указывать не нужно: opyt build\n"), (["check", "."], "так: --site ."),
    (["check", "site-config.json"], "так: --site site-config.json"), (["check", "netu/x"], "так: --site папка"),
    (["check", "--today", "27", "ноября", "2026"], "--today \"27 ноября 2026\""),
    (["check", "--today=27", "ноября", "2026", "г."], "--today \"27 ноября 2026\""),
    (["bulletin", "--today", "27", "11", "2026", "3"], "--today \"27 11 2026\""),
    (["bulletin", "3", "--today", "27", "ноября", "2026"], "--today \"27 ноября 2026\""),
    (["check", "--site", "нет", "такой"], "лишнее слово"),
  ])
  func aWrongCallIsToldInRussian(arguments: [String], words: String) throws {
    let site = try TemporarySite()
    let result = try run(arguments, in: site.folder)
    #expect(result.exitCode == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("Ошибка: "), "\(result.errors)")
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(result.errors.contains("Справка: opyt help"))
    for word in ["Error", "Usage", "Unknown", "Unexpected", "Missing", "USAGE"] {
      #expect(!result.errors.contains(word))
    }
  }

  @Test func aWrongCallIsToldInTheSitesLanguage() throws {
    let site = try TemporarySite(["site-config.json": #"{"title": "Net", "language": "en"}"#])
    let here = try run(["biuld"], in: site.folder)
    #expect(here.errors.hasPrefix("Error: no command “biuld”; did you mean “opyt build”?"))
    let there = try run(["check", "--site", site.folder, "--ouput"])
    #expect(there.errors.hasPrefix("Error: no option “--ouput”"))
  }

  // MARK: JSON

  @Test(arguments: [
    (["check", "--format", "json"], "usage", "нет файла"), (["build", "--format=json"], "usage", "нет файла"),
    (["check", "--format", "json", "--jobs", "0"], "usage", "--jobs"),
    (["check", "--format", "json", "--ouput"], "usage", "нет ключа «--ouput»"),
    (["report", "--format", "json", "--year", "2025"], "usage", "учебный год"),
    (["biuld", "--format", "json"], "usage", "нет команды"),
    (["check", "--format", "json", "--site", "/nowhere"], "usage", "нет папки /nowhere"),
  ])
  func programsGetTheirObjectWhateverHappens(arguments: [String], kind: String, words: String) throws {
    let empty = try TemporarySite(basedOn: [:])
    let result = try run(arguments, in: empty.folder)
    #expect(result.exitCode == 2)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(object["version"] as? Int == 1)
    #expect((object["diagnostics"] as? [Any])?.isEmpty == true)
    let failure = try #require(object["failure"] as? [String: String])
    #expect(failure["kind"] == kind)
    #expect(failure["message"]?.contains(words) == true, "\(failure)")
  }

  @Test func programsGetTheirObjectWhenTheMachineFails() throws {
    let site = try TemporarySite()
    let result = try OpytCommand.run("build", "--site", site.folder, "--format", "json", shell: "ulimit -f 2;")
    #expect(result.exitCode == 3)
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    #expect((object?["failure"] as? [String: String])?["kind"] == "machine")
    #expect(result.errors.hasSuffix("Сайт не собран.\n"))
  }
}
