import ArgumentParser
import OpytDiagnostics
import OpytFiles
import OpytModel

/// How a kind is written: from the schema, so that it says what `check` asks for.
struct Fields: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Показать, как описать проект, кейс, событие и всё остальное.",
    discussion: """
      Без вида перечисляет все виды и их папки. С видом печатает его поля: как называется поле, обязательно ли оно, \
      что в нём пишут. С ключом --sample печатает короткий готовый файл, который остаётся заполнить своими словами:

      opyt fields проект --sample > content/проекты/moy-proekt.md
      """)

  @Argument(help: ArgumentHelp("Вид по-русски или по-английски: проект, кейс, сад, педагог…", valueName: "вид"))
  var kind: [String] = []

  @Flag(name: .long, help: "Напечатать образец файла.")
  var sample = false

  func run() throws(ExitCode) {
    let word = kind.joined(separator: " ")
    if word.isEmpty, !sample {
      return try tell(Terminal.write(FieldGuide.overview))
    }
    guard let kind = KindName(word).kind else {
      try tell(Terminal.writeError("Ошибка: \(KindName(word).problem.russian)\nСправка: opyt help fields\n"))
      throw ExitCode(2)
    }
    try tell(Terminal.write(sample ? kind.sampleText : FieldGuide(kind).text))
    if sample { try tell(Terminal.writeError(FieldGuide.whereToSave(kind))) }
  }

  /// - Parameter code: of an output that could not be written.
  private func tell(_ code: Int32?) throws(ExitCode) {
    guard let code else { return }
    let failure = MachineFailure("write", "стандартный вывод", code: code)
    _ = Terminal.writeError("Сбой: \(failure.sentence.russian).\n")
    throw ExitCode(3)
  }
}
