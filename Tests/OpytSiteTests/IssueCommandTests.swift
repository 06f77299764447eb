import Foundation
import Testing

/// `opyt bulletin`, `opyt report` and `--today` as they are called.
@Suite struct IssueCommandTests {
  private static let brokenCase = TemporarySite.material(title: "Ссора").replacing("[sreda]", with: "[sredа]")

  private func run(_ arguments: [String], shell: String? = nil) throws -> OpytCommand.Result {
    let command = OpytCommand(arguments, shell: shell)
    try command.process.run()
    return command.wait()
  }

  @Test func anIssueGoesToStandardOutputAndItsMessagesDoNot() throws {
    let site = try IssueNetwork.site()
    let html = try run(["bulletin", "4", "--site", site.folder])
    #expect(html.exitCode == 0)
    #expect(html.output.hasPrefix("<!doctype html>") && html.output.hasSuffix("</html>\n"))
    #expect(html.errors.contains("Готово: выпуск № 4"))
    let text = try run(["bulletin", "4", "--format", "text", "--site", site.folder, "--quiet"])
    #expect(text.exitCode == 0)
    #expect(text.output.hasPrefix("Весна <в> сети\n"))
  }

  /// The warnings are those that `check` has told.
  @Test(arguments: [["bulletin", "4"], ["report"]])
  func warningsAreCountedOnly(arguments: [String]) throws {
    let site = try IssueNetwork.site()
    try site.write("%PDF-1.4", to: "content/cases/novyy-plan.pdf")
    let result = try run(arguments + ["--site", site.folder])
    #expect(result.exitCode == 0)
    #expect(result.errors.contains(": прочесть – opyt check\n"), "\(result.errors)")
    #expect(!result.errors.contains("file-unused"))
    #expect(try run(["build", "--site", site.folder]).errors.contains("novyy-plan.pdf: предупреждение: "))
  }

  @Test func anIssueGoesToAFileThatIsWhole() throws {
    let site = try IssueNetwork.site(["pochta/vypusk.html": "старое"])
    let file = site.path("pochta/vypusk.html")
    let result = try run(["bulletin", "4", "--site", site.folder, "--output", file])
    #expect(result.exitCode == 0 && result.output.isEmpty)
    #expect(try site.read("pochta/vypusk.html").hasPrefix("<!doctype html>"))
    #expect(try site.tree("pochta").count == 1)
    let new = try run(["bulletin", "4", "--site", site.folder, "--output", site.path("novaya/vypusk.html")])
    #expect(new.exitCode == 0 && site.exists("novaya/vypusk.html"))
  }

  @Test(arguments: [["bulletin", "4"], ["bulletin", "4", "--format", "text"], ["bulletin", "77"], ["report"]])
  func anErrorInTheContentEndsWithOneAndPrintsNothing(arguments: [String]) throws {
    let site = try IssueNetwork.site(["content/cases/ssora.md": Self.brokenCase])
    let result = try run(arguments + ["--site", site.folder])
    #expect(result.exitCode == 1)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("content/cases/ssora.md:7:14: ошибка: нет направления «sredа»"))
    #expect(result.errors.contains(arguments[0] == "report" ? "Таблицы не записаны: " : "Выпуск не напечатан: "))
    #expect(!site.exists("otchyot-2025-2026"))
  }

  @Test(arguments: [
    (["bulletin", "7"], "выпуска № 7 нет: есть № 1, № 4"), (["bulletin", "семь"], "целое число"),
    (["bulletin"], "номер"),
    (["bulletin", "4", "--format", "json"], "json"), (["bulletin", "4", "--today", "вчера"], "12 марта 2026"),
    (["bulletin", "4", "--base-url", "ftp://x"], "https://"), (["report", "--year", "2025"], "2025/2026"),
    (["report", "--year", "2025/2027"], "два года подряд"), (["report", "--drafts"], "--drafts"),
    (["build", "--today", "30 февраля 2026"], "такого дня нет"),
    (["check", "--today", "05.13.2026"], "такого дня нет"),
  ])
  func wrongUsageEndsWithTwo(arguments: [String], message: String) throws {
    let site = try IssueNetwork.site()
    let result = try run(arguments + ["--site", site.folder])
    #expect(result.exitCode == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test(arguments: ["content/cases/ssora.md", "content/new.html", "content", ".", "site-config.json"])
  func anIssueIsNeverWrittenOverTheSitesSources(place: String) throws {
    let site = try IssueNetwork.site()
    let before = try site.tree(".")
    let result = try run(["bulletin", "4", "--site", site.folder, "--output", site.path(place)])
    #expect(result.exitCode == 2)
    #expect(try site.tree(".") == before)
  }

  @Test func aDeviceIsNotReplaced() throws {
    let site = try IssueNetwork.site()
    #expect(try run(["bulletin", "4", "--site", site.folder, "--output", "/dev/null"]).exitCode == 2)
  }

  @Test func aFullDiskEndsWithThree() throws {
    var files = ["otchyot-2025-2026/materialy.csv": "старое"]
    for number in 1...6 { files["content/cases/esche-\(number).md"] = TemporarySite.material(title: "Ещё \(number)") }
    let site = try IssueNetwork.site(files)
    let printing = try run(
      ["-c", "\"$0\" bulletin 4 --site \"$1\" > /dev/full", OpytCommand.path, site.folder], bash: true)
    #expect(printing.exitCode == 3)
    #expect(printing.errors.contains("на диске кончилось место. Выпуск не напечатан."))
    // No file may be longer than 1 kB: the few texts of this network fit, its table of materials does not.
    let before = try site.tree("otchyot-2025-2026")
    let writing = try run(["report", "--site", site.folder], shell: "ulimit -f 1;")
    #expect(writing.exitCode == 3, "\(writing.errors)")
    #expect(try site.tree("otchyot-2025-2026") == before)
  }

  private func run(_ arguments: [String], bash: Bool) throws -> OpytCommand.Result {
    let command = OpytCommand(arguments)
    command.process.executableURL = URL(filePath: "/bin/bash")
    try command.process.run()
    return command.wait()
  }

  @Test func aClosedPipeIsNoFailure() throws {
    let site = try IssueNetwork.site()
    let result = try run(
      ["-c", "set -o pipefail; \"$0\" bulletin 4 --quiet --site \"$1\" | true", OpytCommand.path, site.folder],
      bash: true)
    #expect(result.exitCode == 0, "\(result.errors)")
  }

  @Test func todayDecidesWhatIsToCome() throws {
    let planned = """
      ---
      title: Встреча осенью
      form: круглый стол
      start: 2026-10-15
      task: Встретиться.
      initiators: [orlova]
      ---
      """
    let site = try IssueNetwork.site(["content/events/osen.md": planned])
    for (today, isAhead) in [("1 октября 2026", true), ("16.10.2026", false), ("2026-10-15", true)] {
      #expect(try run(["build", "--site", site.folder, "--quiet", "--today", today]).exitCode == 0)
      #expect(try site.read("public/sobytiya/index.html").contains("Встреча осенью") == isAhead, "\(today)")
    }
    #expect(try run(["report", "--site", site.folder, "--today", "2026-10-01"]).exitCode == 0)
    #expect(site.exists("otchyot-2026-2027/sobytiya.csv"))
  }

  @Test(arguments: [["help", "bulletin"], ["bulletin", "--help"], ["report", "--help"], ["--help"]])
  func helpSpeaksRussian(arguments: [String]) throws {
    let result = try run(arguments)
    #expect(result.exitCode == 0)
    #expect(result.output.contains("выпуск") || result.output.contains("учебный год"))
  }
}
