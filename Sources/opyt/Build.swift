import ArgumentParser
import OpytModel
import OpytSite

struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Проверить материалы и собрать сайт.",
    discussion: """
      Если в материалах есть ошибки, старый сайт остаётся на месте, а ошибки печатаются. Так же – если с сайта исчезло \
      бы больше пятой части страниц: вдруг папка с материалами пропала по ошибке.

      С ключом --members собирается издание для участников сети: в нём есть и то, что закрыто («доступ: участникам»). \
      Ему нужна отдельная папка, которую посторонние не откроют:

      opyt build --members --output ../для-участников
      """)

  @OptionGroup var arguments: SiteArguments
  @OptionGroup var drafts: DraftArguments
  @OptionGroup var strictness: StrictArguments
  @OptionGroup var messages: MessageArguments

  @Option(name: .long, help: ArgumentHelp("Папка для готового сайта.", valueName: "папка"))
  var output: String?

  @Flag(
    name: .long,
    help: "Собрать издание для участников сети, вместе с тем, что закрыто; вместе с --output.")
  var members = false

  @Flag(name: .long, help: "Собрать заново, даже если с прошлой сборки ничего не изменилось.")
  var clean = false

  @Flag(
    name: .customLong("allow-shrink"),
    help: "Собрать, даже если с сайта исчезнет больше пятой части страниц.")
  var allowShrink = false

  func run() throws(ExitCode) {
    try CommandRun(arguments, messages.format, makes: .site, at: output).run {
      interruption throws(SiteBuilder.Failure) in
      var options = try arguments.options(drafts: drafts)
      options.output = output
      options.edition = members ? .members : .open
      options.isClean = clean
      options.isStrict = strictness.strict
      options.mayShrink = allowShrink
      return try SiteBuilder(options, interruption: interruption).build()
    }
  }
}
