import ArgumentParser
// Nothing of it is called: to link it is to have its `malloc`, which takes a tenth less time than that of glibc.
import CJemalloc
import Foundation
import OpytDiagnostics
import OpytSite

@main
struct Opyt: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "opyt",
    abstract: "Опыт публикует материалы сети детских садов: проверяет файлы и собирает сайт.",
    discussion: """
      Материалы лежат в папке content рядом с site-config.json. «opyt check» проверяет их и ничего не меняет,
      «opyt build» проверяет и, если ошибок нет, собирает сайт. «opyt bulletin» печатает выпуск бюллетеня для письма
      или мессенджера, «opyt report» записывает таблицы за учебный год, «opyt fields» показывает поля и образцы файлов,
      «opyt certificate» печатает справку о публикации материала.
      «opyt audit» проверяет готовый сайт, «opyt revoke» показывает, что исчезнет с сайта, если отозвать согласие, \
      «opyt ledger» – какие адреса страниц появились и исчезли. \
      Команды можно давать и внутри папки content: настройки ищутся в папках выше.

      Коды завершения: 0 – готово; 1 – в материалах или на сайте ошибки; 2 – неверный вызов или настройки; 3 – сбой диска
      или прав; 130 – прервано.
      """,
    version: "Опыт 0.1.0",
    subcommands: [
      Build.self, Check.self, Bulletin.self, Certificate.self, Report.self, Fields.self, Audit.self, Revoke.self,
      Ledger.self,
    ],
    helpNames: [.short, .long])

  /// ArgumentParser's help and its words about a wrong call are English, and it ends that with 64; here it is 2, as the
  /// rest of the world does.
  static func main() {
    // A closed pipe, and a file that may grow no more, are told by the call that fails.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    Terminal.occupyClosed()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let words = Array(CommandLine.arguments.dropFirst())
      switch exitCode(for: error) {
      case .success:
        guard let declared = try? CommandDeclaration.root() else { exit(printing: fullMessage(for: error)) }
        let asked = CommandLineWords(words, of: declared)
        // The version, or a script for a shell.
        guard asked.asksForHelp else { exit(printing: fullMessage(for: error)) }
        if asked.isHelpOfNothing { break }
        exit(printing: help(asked, declared))
      case .validationFailure: break
      default: exit(withError: error)
      }
      exit(withError: ExitCode(tellWrongUsage(words) ? 2 : 3))
    }
  }

  private static func exit(printing text: String) -> Never {
    let line = text.hasSuffix("\n") ? text : text + "\n"
    exit(withError: Terminal.write(line) == nil ? ExitCode.success : ExitCode(3))
  }

  private static func help(_ words: CommandLineWords, _ root: CommandDeclaration) -> String {
    words.command.map { HelpText($0, behind: [root.commandName]).text } ?? HelpText(root).text
  }

  /// - Returns: whether it could be told.
  private static func tellWrongUsage(_ words: [String]) -> Bool {
    let declared = try? CommandDeclaration.root()
    let words = declared.map { CommandLineWords(words, of: $0) }
    let language = SiteFolder(given: words?.value(of: "--site")).language
    let message = words?.problem?.message ?? UsageProblem.unknown
    var failures: [Int32?] = []
    if words?.asksForJSON == true {
      let failure = JSONFormatter.Failure(.usage, message)
      let object = JSONFormatter(language: language).format(DiagnosticReport([], fileCount: 0), failure)
      failures.append(Terminal.write(object))
    }
    let command = words?.command
    let help = "opyt help" + (command.map { " \($0.commandName)" } ?? "")
    let sentence = Phrase(
      "Ошибка: \(message.russian)\nСправка: \(help)\n", en: "Error: \(message.english)\nHelp (in Russian): \(help)\n")
    failures.append(Terminal.writeError(sentence(in: language)))
    return failures.allSatisfy { $0 == nil }
  }
}
