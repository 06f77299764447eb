import ArgumentParser
import OpytSite

struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Записать таблицы за учебный год.",
    discussion: """
      Пять таблиц CSV, которые открывает Excel: материалы, события, педагоги, соответствие дефицитов и работы сети, планы. \
      Черновики и то, что открыто только участникам, в них не попадают.

      Папка может быть новой, пустой или с прежними таблицами. Если в ней есть другие файлы, ничего не записывается.
      """)

  @Option(
    name: .long,
    help: ArgumentHelp("Учебный год: 2025/2026; без этого – текущий.", valueName: "год"))
  var year: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Папка для таблиц; без этого – otchyot-2025-2026 в папке сайта.", valueName: "папка"))
  var output: String?

  @OptionGroup var arguments: SiteArguments
  @OptionGroup var messages: MessageArguments

  func run() throws(ExitCode) {
    try CommandRun(arguments, messages.format, makes: .tables).run { interruption throws(SiteBuilder.Failure) in
      try SiteBuilder(arguments.options(), interruption: interruption).report(year: year, output: output)
    }
  }
}
