import ArgumentParser
import OpytSite

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Проверить материалы, ничего не записывая.",
    discussion: "Читает и проверяет всё то же, что «opyt build».")

  @OptionGroup var arguments: SiteArguments

  func run() throws {
    try Session(arguments).run { interruption throws(SiteBuilder.Failure) in
      try SiteBuilder(arguments.options, interruption: interruption).check()
    }
  }
}
