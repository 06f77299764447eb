import ArgumentParser
import OpytDiagnostics
import OpytSite

/// What all commands have in common.
struct SiteArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Папка с файлом site-config.json; без этого – та, где вы сейчас, или ближайшая над ней.", valueName: "папка"))
  var site: String?

  @Option(name: .long, help: ArgumentHelp("Сколько потоков занять; без этого – сколько ядер.", valueName: "число"))
  var jobs: Int?

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp("Адрес, по которому сайт будет открыт: https://…", valueName: "адрес"))
  var baseURL: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "День, на который собрать сайт: 2026-03-12, 12.03.2026 или «12 марта 2026»; без этого – сегодня по часам (или по SOURCE_DATE_EPOCH) в часовом поясе из настроек.",
      valueName: "дата"))
  var today: String?

  @Flag(name: .long, help: "Печатать только ошибки и предупреждения.")
  var quiet = false

  var folder: SiteFolder { SiteFolder(given: site) }

  func options(drafts: DraftArguments? = nil) throws(SiteBuilder.Failure) -> SiteBuilder.Options {
    var options = SiteBuilder.Options(today: try BuildDay.asked(today))
    options.siteFolder = folder.path
    options.baseURL = baseURL
    options.includesDrafts = drafts?.drafts ?? false
    if let jobs, !(1...256).contains(jobs) {
      throw .usage(
        Phrase("число потоков (--jobs) – от 1 до 256", en: "the number of threads (--jobs) is from 1 to 256"))
    }
    options.jobs = jobs
    return options
  }
}

/// For commands that can show drafts.
struct DraftArguments: ParsableArguments {
  @Flag(name: .long, help: "Показывать черновики.")
  var drafts = false
}

/// For commands that say whether a site is sound.
struct StrictArguments: ParsableArguments {
  @Flag(
    name: .long,
    help: "Считать предупреждения ошибками: те, что перечислены в настройках («strict»), а если их там нет – все.")
  var strict = false
}

/// For commands whose standard output is free for messages.
struct MessageArguments: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(
    name: .long, help: ArgumentHelp("Вид сообщений: text – для людей, json – для программ.", valueName: "вид"))
  var format = Format.text
}
