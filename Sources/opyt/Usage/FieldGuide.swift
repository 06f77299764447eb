import OpytDiagnostics
import OpytModel

/// The fields of a kind, told to those who write them.
struct FieldGuide {
  let text: String

  init(_ kind: Kind) {
    let fields = kind.fields
    let title = kind.singular.prefix(1).uppercased() + kind.singular.dropFirst()
    let parts = [
      """
      \(title): файл в папке content/\(kind.russianFolder) или content/\(kind.folder),
      например \(kind.samplePath)
      """,
      Self.section("Обязательные поля", fields.filter(\.isRequired)),
      Self.section("Можно добавить", fields.filter { !$0.isRequired }),
      Self.howToWrite,
      "Образец файла: opyt fields \(kind.singular) --sample",
    ]
    text = parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// All kinds with their folders.
  static var overview: String {
    let width = Kind.allCases.map(\.singular.count).max() ?? 0
    let rows = Kind.allCases.map { kind in
      "  " + kind.singular + String(repeating: " ", count: width + 2 - kind.singular.count)
        + "content/\(kind.russianFolder) или content/\(kind.folder)"
    }
    return """
      Что можно описать и в какую папку положить файл:

      \(rows.joined(separator: "\n"))

      \(howToWrite)

      Поля: opyt fields проект
      Образец файла: opyt fields проект --sample

      """
  }

  /// What is said beside a sample, apart from it.
  static func whereToSave(_ kind: Kind) -> String {
    let names = kind.sampleFields.filter(\.names).map(\.russianName)
    let words =
      "Сохраните образец как \(kind.samplePath) или под своим именем. "
      + (names.isEmpty
        ? "Слова замените своими."
        : "Слова замените своими, а имена других файлов (\(names.joined(separator: ", "))) – именами из вашей сети.")
    return HelpText.wrapped(words) + "\n"
  }

  private static let howToWrite = [
    "Поля стоят в начале файла между двумя строками «---»: название, двоеточие, пробел, значение. Под ними текст.",
    "Название поля – русское или английское (в скобках), но не оба сразу.",
    "Список пишут в одну строку, [первое, второе], или каждое с новой строки после дефиса и пробела.",
    "Дата: 2026-03-12, 12.03.2026 или 12 марта 2026. Время: 9:30. Учебный год: 2025/2026.",
    "На другой файл ссылаются его именем без «.md» или точным названием.",
  ].map { HelpText.wrapped($0) }.joined(separator: "\n")

  private static func section(_ title: String, _ fields: [FieldDescription]) -> String {
    guard !fields.isEmpty else { return "" }
    return ([title + ":"] + fields.map { lines(for: $0, indent: 2) }).joined(separator: "\n\n")
  }

  private static func lines(for field: FieldDescription, indent: Int, marksRequired: Bool = false) -> String {
    let margin = String(repeating: " ", count: indent)
    let head =
      "\(margin)\(field.russianName) (\(field.name))\(marksRequired && field.isRequired ? " – обязательно" : "")"
    let value = FieldValueWords(field)
    var lines = [head, HelpText.wrapped("\(field.meaning) \(value.sentence)", indentedBy: indent + 4)]
    if value.fields.isEmpty {
      if !field.example.isEmpty { lines.append("\(margin)    Например: \(field.example)") }
    } else {
      lines += value.fields.map { Self.lines(for: $0, indent: indent + 4, marksRequired: true) }
    }
    return lines.joined(separator: "\n")
  }
}

extension FieldDescription {
  /// Whether documents are named in it.
  fileprivate var names: Bool {
    switch type {
    case .record(let fields), .list(.record(let fields)): fields.contains(where: \.names)
    case .reference, .list(.reference), .namedOrWords, .list(.namedOrWords): true
    default: false
    }
  }
}
