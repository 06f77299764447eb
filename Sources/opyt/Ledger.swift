import ArgumentParser
import OpytSite

struct Ledger: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Сверить адреса страниц с теми, что уже были на сайте.",
    discussion: """
      Адреса опубликованных страниц хранит файл content/addresses.txt. Команда показывает, какие адреса новые и какие \
      исчезли, и ничего не меняет. С ключом --accept она записывает файл: добавляет новые адреса, а исчезнувшие отмечает \
      как снятые с публикации. На месте снятой страницы сайт скажет: «Материал снят с публикации».

      Пока файла нет, адреса не сверяются. Страниц педагогов в нём не бывает: кто отозвал согласие, не оставляет следов.
      """)

  @Flag(name: .long, help: "Записать новые адреса и снятые страницы в content/addresses.txt.")
  var accept = false

  @OptionGroup var arguments: SiteArguments
  @OptionGroup var messages: MessageArguments

  func run() throws(ExitCode) {
    try CommandRun(arguments, messages.format, makes: .ledger).run { interruption throws(SiteBuilder.Failure) in
      try SiteBuilder(arguments.options(), interruption: interruption).ledger(accepting: accept)
    }
  }
}
