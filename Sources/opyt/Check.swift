import ArgumentParser
import OpytSite

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Проверить материалы, ничего не записывая.",
    discussion: "Читает и проверяет всё то же, что «opyt build».")

  @OptionGroup var arguments: SiteArguments
  @OptionGroup var drafts: DraftArguments
  @OptionGroup var strictness: StrictArguments
  @OptionGroup var messages: MessageArguments

  func run() throws(ExitCode) {
    try CommandRun(arguments, messages.format, makes: .verdict).run { interruption throws(SiteBuilder.Failure) in
      var options = try arguments.options(drafts: drafts)
      options.isStrict = strictness.strict
      return try SiteBuilder(options, interruption: interruption).check()
    }
  }
}
