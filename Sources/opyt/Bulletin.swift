import ArgumentParser
import OpytSite

struct Bulletin: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Напечатать один выпуск бюллетеня для почты или мессенджера.",
    discussion: """
      Вид html – один файл для электронного письма, без картинок и скриптов. Вид text – сообщение короче 4000 знаков. \
      Ссылки есть там, где известен адрес сайта (base_url).

      Выпуск печатается в стандартный вывод или в файл. Если в материалах есть ошибки, печатаются только они.
      """)

  @Argument(help: ArgumentHelp("Номер выпуска.", valueName: "номер"))
  var number: String

  @Option(name: .long, help: ArgumentHelp("Вид выпуска: html – для почты, text – для мессенджеров.", valueName: "вид"))
  var format = BulletinFormat.html

  @Option(name: .long, help: ArgumentHelp("Файл вместо стандартного вывода.", valueName: "файл"))
  var output: String?

  @OptionGroup var arguments: SiteArguments
  @OptionGroup var drafts: DraftArguments

  func run() throws(ExitCode) {
    // Messages stay texts: standard output is the issue's.
    try CommandRun(arguments, .text, makes: .bulletin).run { interruption throws(SiteBuilder.Failure) in
      try SiteBuilder(arguments.options(drafts: drafts), interruption: interruption)
        .bulletin(number, as: format, output: output)
    }
  }
}

extension BulletinFormat: ExpressibleByArgument {}
