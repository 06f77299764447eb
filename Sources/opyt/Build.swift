import ArgumentParser
import OpytSite

struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Проверить материалы и собрать сайт.",
    discussion: "Если в материалах есть ошибки, старый сайт остаётся на месте, а ошибки печатаются.")

  @OptionGroup var arguments: SiteArguments

  @Option(name: .long, help: ArgumentHelp("Папка для готового сайта.", valueName: "папка"))
  var output: String?

  func run() throws {
    var options = arguments.options
    options.output = output
    try Session(arguments).run { interruption throws(SiteBuilder.Failure) in
      try SiteBuilder(options, interruption: interruption).build()
    }
  }
}
