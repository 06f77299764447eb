import ArgumentParser

@main
struct Opyt: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "opyt",
    abstract: "Опыт публикует материалы сети детских садов: проверяет файлы и собирает сайт.",
    discussion: """
      Материалы лежат в папке content рядом с site-config.json. «opyt check» проверяет их и ничего не меняет,
      «opyt build» проверяет и, если ошибок нет, собирает сайт. «opyt bulletin» печатает выпуск бюллетеня для письма
      или мессенджера, «opyt report» записывает таблицы за учебный год.

      Коды завершения: 0 – готово; 1 – в материалах ошибки; 2 – неверный вызов или настройки; 3 – сбой диска
      или прав; 130 – прервано.
      """,
    version: "Опыт 0.1.0",
    subcommands: [Build.self, Check.self, Bulletin.self, Report.self],
    helpNames: [.short, .long])

  /// ArgumentParser ends a wrong call with 64; here it is 2, as the rest of the world does.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let code = exitCode(for: error)
      guard code == .validationFailure else { exit(withError: error) }
      Terminal.writeError(fullMessage(for: error) + "\n")
      exit(withError: ExitCode(2))
    }
  }
}
