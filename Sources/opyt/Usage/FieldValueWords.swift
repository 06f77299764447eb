import OpytModel

/// What is written into a field, in words.
struct FieldValueWords {
  /// «Список: имена файлов из папки «педагоги».»
  let sentence: String
  /// The fields that are written into it.
  let fields: [FieldDescription]

  init(_ field: FieldDescription) {
    switch field.type {
    case .list(.record(let nested)):
      (sentence, fields) = ("Список; в каждом пункте поля:", nested)
    case .record(let nested):
      // A list that may be told apart, such as results, has lists alone in it.
      let isOfLists = nested.allSatisfy { if case .list = $0.type { true } else { false } }
      (sentence, fields) = (isOfLists ? "Список или отдельные списки в полях:" : "Запись с полями:", nested)
    case .list(.term(let vocabulary)):
      (sentence, fields) = ("Список \(Self.values(of: vocabulary, several: true))\(Self.limit(field)).", [])
    case .list(let item): (sentence, fields) = ("Список: \(Self.words(for: item, several: true)).", [])
    default:
      (sentence, fields) = (Self.words(for: field.type, several: false).capitalizedFirst + Self.limit(field) + ".", [])
    }
  }

  private static func limit(_ field: FieldDescription) -> String {
    switch field.limit {
    case .none: ""
    case .characters(let maximum): ", не длиннее \(maximum) знаков"
    case .items(let bounds): ", не больше \(bounds.upperBound)"
    case .within(let bounds): " от \(bounds.lowerBound) до \(bounds.upperBound)"
    }
  }

  private static func words(for type: FieldType, several: Bool) -> String {
    switch type {
    case .text: several ? "строки текста" : "строка текста"
    case .prose: several ? "тексты" : "текст, можно из нескольких абзацев"
    case .date: several ? "даты" : "дата"
    case .time: "время, 9:30"
    case .moment: "день или день и время, 2026-03-12 13:30"
    case .academicYear: "учебный год, 2025/2026"
    case .plannedTerm: "день, месяц или период: 12 марта 2026, март 2026, сентябрь 2025 – май 2026"
    case .integer: "целое число"
    case .decimal: "можно с запятой, 45,5"
    case .flag: "да или нет"
    case .url: "адрес сайта, с https:// в начале"
    case .email: "адрес электронной почты"
    case .color: "цвет в кавычках, \"#2e7d5b\""
    case .file: "вместе с окончанием, таким как «.docx» или «.jpg»"
    case .address: several ? "адреса страниц на сайте" : "латинские буквы, цифры и дефисы"
    case .term(let vocabulary): values(of: vocabulary, several: several)
    case .reference(let kinds): names(of: kinds, several: several)
    case .namedOrWords(let kinds): "\(names(of: kinds, several: several)), или просто слова"
    case .list(let item): words(for: item, several: true)
    case .record: "поля"
    }
  }

  private static func values(of vocabulary: Vocabulary, several: Bool) -> String {
    let values = vocabulary.entries.map { $0.key == $0.label ? $0.key : "\($0.label) (\($0.key))" }
    let list = "\(several ? "из этих значений" : "одно из"): \(values.joined(separator: "; "))"
    guard vocabulary.isOpen else { return list }
    return list + "; свои значения сеть добавляет в site-config.json, в «vocabularies»"
  }

  private static func names(of kinds: [Kind], several: Bool) -> String {
    let name = several ? "имена файлов" : "имя файла"
    guard kinds.count > 1 else { return "\(name) из папки «\(kinds.first?.russianFolder ?? "")»" }
    let example = "вместе с папкой, проекты/ogorod-na-okne"
    if kinds.count == Kind.allCases.count { return "\(name) из любых папок, \(example)" }
    let folders = kinds.map { "«\($0.russianFolder)»" }.joined(separator: ", ")
    return "\(name) из папок \(folders), \(example)"
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
