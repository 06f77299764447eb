import ArgumentParser
import OpytSite

struct Certificate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Напечатать справку о публикации материала.",
    discussion: """
      Одна страница А4: название и вид материала, авторы с должностями и садами, дата, постоянный адрес с QR-кодом, номер и \
      место для подписи. Номер не меняется, когда бы справку ни попросили. Кто подписывает, сказано в site-config.json \
      («certificate»); адрес сайта – там же (base_url).

      Справка печатается в стандартный вывод или в файл; откройте его в браузере и отправьте на принтер:

      opyt certificate projects/ogorod --person ilina --output spravka.html
      """)

  @Argument(help: ArgumentHelp("Папка и имя файла материала, projects/ogorod.", valueName: "материал"))
  var material: String

  @Option(
    name: .long,
    help: ArgumentHelp("Кому из авторов: имя файла или фамилия; без этого – всем сразу.", valueName: "автор"))
  var person: String?

  @Option(name: .long, help: ArgumentHelp("Файл вместо стандартного вывода.", valueName: "файл"))
  var output: String?

  @OptionGroup var arguments: SiteArguments

  func run() throws(ExitCode) {
    // Messages stay texts: standard output is the certificate's.
    try CommandRun(arguments, .text, makes: .certificate).run { interruption throws(SiteBuilder.Failure) in
      try SiteBuilder(arguments.options(), interruption: interruption)
        .certificate(material, for: person, output: output)
    }
  }
}
