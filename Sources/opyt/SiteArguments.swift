import ArgumentParser
import OpytDiagnostics
import OpytSite

/// What `build` and `check` have in common.
struct SiteArguments: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(name: .long, help: ArgumentHelp("Папка с файлом site-config.json.", valueName: "папка"))
  var site = "."

  @Option(name: .long, help: ArgumentHelp("Сколько потоков занять; без этого – сколько ядер.", valueName: "число"))
  var jobs: Int?

  @Option(
    name: .long, help: ArgumentHelp("Вид сообщений: text – для людей, json – для программ.", valueName: "вид"))
  var format = Format.text

  @Flag(name: .long, help: "Показывать черновики.")
  var drafts = false

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp("Адрес, по которому сайт будет открыт: https://…", valueName: "адрес"))
  var baseURL: String?

  @Flag(name: .long, help: "Печатать только ошибки и предупреждения.")
  var quiet = false

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("число потоков – от 1 до 256") }
  }

  var options: SiteBuilder.Options {
    var options = SiteBuilder.Options()
    options.siteFolder = site
    options.baseURL = baseURL
    options.includesDrafts = drafts
    options.jobs = jobs
    return options
  }
}
