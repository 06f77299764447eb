import ArgumentParser
import OpytSite

struct Audit: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Проверить готовый сайт: цел ли он и всё ли в нём на месте.",
    discussion: """
      Сверяет папку со списком файлов, который записала сборка: все ли на месте, те ли, нет ли лишних. Потом читает \
      страницы: ведут ли куда-нибудь ссылки, есть ли описания у картинок, по порядку ли заголовки, не обращается ли \
      что-нибудь за пределы сайта. Ничего не меняет.

      Папка – та, куда собран сайт, или её копия: на флешке, на сервере. Исходные файлы рядом не нужны:

      opyt audit /media/flash/sait
      """)

  @Argument(
    help: ArgumentHelp("Папка готового сайта; без этого – та, куда его собирает opyt build.", valueName: "папка"))
  var folder: String?

  @OptionGroup var arguments: SiteArguments
  @OptionGroup var messages: MessageArguments

  func run() throws(ExitCode) {
    try CommandRun(arguments, messages.format, makes: .audit, at: folder).run {
      interruption throws(SiteBuilder.Failure) in
      try SiteBuilder(arguments.options(), interruption: interruption).audit(folder)
    }
  }
}
