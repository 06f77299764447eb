import ArgumentParser
import OpytModel
import OpytSite

struct Revoke: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Показать, что исчезнет и изменится на сайте, если согласие отозвать.",
    discussion: """
      По номеру согласия находит человека и снимки, собирает сайт в памяти дважды, с этим согласием и без него, и \
      перечисляет всё, что отличается: страницы, снимки, ленты, календари, выпуски бюллетеня, таблицы. Отдельно – где \
      человек назван в тексте словами. Ничего не меняет:

      opyt revoke С-2025-014
      """)

  @Argument(help: ArgumentHelp("Номер согласия, как в журнале.", valueName: "номер"))
  var number: [String]

  @Flag(name: .long, help: "Показать это для издания участников (opyt build --members).")
  var members = false

  @OptionGroup var arguments: SiteArguments
  @OptionGroup var messages: MessageArguments

  func run() throws(ExitCode) {
    try CommandRun(arguments, messages.format, makes: .revocation).run { interruption throws(SiteBuilder.Failure) in
      var options = try arguments.options()
      options.edition = members ? .members : .open
      return try SiteBuilder(options, interruption: interruption).revoke(number.joined(separator: " "))
    }
  }
}
