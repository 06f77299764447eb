import OpytDiagnostics

/// What can be wrong with a JSON file, in words for who wrote it.
enum JSONProblem {
  case empty
  case bracesMissing
  case behindEnd
  case bracketUnclosed(closing: Unicode.Scalar)
  case bracketMismatched(closing: Unicode.Scalar)
  case commaMissing
  case commaTrailing
  case commaExtra
  case semicolon
  case colonMissing(key: String)
  case equalsSign
  case valueMissing(key: String)
  case keyUnquoted(String)
  case keyNotText
  case textUnquoted
  case textUnclosed
  case quotesSingle
  case quotesTypographic
  case quoteInside
  case lineBreak
  case tab
  case control(String)
  case bidirectional
  case escape
  case escapeIncomplete
  case literal(String, meant: String)
  case number(String, meant: String? = nil)
  case comment
  case space
  case tooDeep(limit: Int)
  case unexpected(String)

  /// - Parameter bracket: where one is open.
  func diagnostic(
    at location: SourceLocation, fixes: [Replacement] = [], open bracket: SourceLocation? = nil
  ) -> Diagnostic {
    Diagnostic(
      .configurationInvalid, message, at: location, suggestion: suggestion, advice: advice,
      notes: bracket.map { [.init(Phrase("открыта здесь", en: "opened here"), at: $0)] } ?? [], fixes: fixes)
  }

  private var message: Phrase {
    switch self {
    case .empty: Phrase("файл пуст", en: "the file is empty")
    case .bracesMissing: Phrase("нет фигурных скобок вокруг записи", en: "no braces around the entries")
    case .behindEnd: Phrase("лишнее после конца записи", en: "something stands behind the end")
    case .bracketUnclosed(let closing):
      Phrase("не хватает закрывающей скобки \(closing)", en: "the closing \(closing) is missing")
    case .bracketMismatched(let closing):
      Phrase("закрывает не та скобка: здесь нужна \(closing)", en: "the wrong bracket closes: \(closing) is needed")
    case .commaMissing: Phrase("нет запятой", en: "a comma is missing")
    case .commaTrailing: Phrase("лишняя запятая после последнего значения", en: "a comma behind the last value")
    case .commaExtra: Phrase("лишняя запятая", en: "a comma too many")
    case .semicolon: Phrase("точка с запятой вместо запятой", en: "a semicolon instead of a comma")
    case .colonMissing(let key): Phrase("нет двоеточия после «\(key)»", en: "no colon behind “\(key)”")
    case .equalsSign: Phrase("знак равенства вместо двоеточия", en: "an equals sign instead of a colon")
    case .valueMissing(let key): Phrase("у «\(key)» нет значения", en: "“\(key)” has no value")
    case .keyUnquoted(let key): Phrase("ключ «\(key)» без кавычек", en: "the key “\(key)” is not in quotes")
    case .keyNotText:
      Phrase("ключом может быть только текст в кавычках", en: "a key can only be a text in quotes")
    case .textUnquoted: Phrase("текст без кавычек", en: "a text without quotes")
    case .textUnclosed: Phrase("текст не закрыт кавычкой", en: "the text has no closing quote")
    case .quotesSingle: Phrase("одинарные кавычки", en: "single quotes")
    case .quotesTypographic: Phrase("типографские кавычки", en: "typographic quotes")
    case .quoteInside: Phrase("кавычка внутри текста", en: "a quote inside a text")
    case .lineBreak: Phrase("перенос строки внутри кавычек", en: "a line break inside quotes")
    case .tab: Phrase("табуляция внутри кавычек", en: "a tab inside quotes")
    case .control(let name): Phrase("управляющий символ \(name)", en: "control character \(name)")
    case .bidirectional:
      Phrase("невидимый знак меняет порядок букв", en: "an invisible mark reorders the letters")
    case .escape: Phrase("одиночная обратная косая черта", en: "a single backslash")
    case .escapeIncomplete: Phrase("неполный код знака", en: "an incomplete character code")
    case .literal(let written, let meant):
      Phrase("вместо «\(written)» пишут \(meant)", en: "“\(written)” is written \(meant)")
    case .number(let written, _): Phrase("так число не записывают: «\(written)»", en: "not a number: “\(written)”")
    case .comment: Phrase("в JSON не бывает комментариев", en: "JSON has no comments")
    case .space: Phrase("неразрывный или невидимый пробел", en: "a no-break or invisible space")
    case .tooDeep(let limit):
      Phrase("скобки вложены глубже \(limit)", en: "brackets nested deeper than \(limit)")
    case .unexpected(let shown): Phrase("знак «\(shown)» здесь лишний", en: "“\(shown)” is out of place")
    }
  }

  private var suggestion: Suggestion? {
    switch self {
    case .literal(_, let meant): Suggestion(meant)
    case .number(_, let meant): meant.map { Suggestion($0) }
    default: nil
    }
  }

  private var advice: Phrase? {
    switch self {
    case .empty:
      Phrase(
        "запишите в нём ключи и значения: {\"ключ\": \"значение\"}",
        en: "write keys and values into it: {\"key\": \"value\"}")
    case .bracesMissing:
      Phrase("начните файл знаком { и закончите знаком }", en: "begin the file with { and end it with }")
    case .behindEnd:
      Phrase(
        "запись кончается скобкой, с которой начата; остальное уберите",
        en: "remove what stands behind the last bracket")
    case .bracketUnclosed, .bracketMismatched: nil
    case .commaMissing: Phrase("поставьте её здесь", en: "put it here")
    case .commaTrailing, .commaExtra: Phrase("уберите её", en: "remove it")
    case .semicolon: Phrase("поставьте запятую", en: "write a comma")
    case .colonMissing, .equalsSign: Phrase("запишите «ключ»: «значение»", en: "write “key”: “value”")
    case .valueMissing: Phrase("допишите его или уберите ключ", en: "write it or remove the key")
    case .keyUnquoted(let key): Phrase("запишите \"\(key)\"", en: "write \"\(key)\"")
    case .keyNotText: nil
    case .textUnquoted, .quotesSingle, .quotesTypographic:
      Phrase("возьмите текст в прямые двойные кавычки: \"…\"", en: "put the text into straight double quotes: \"…\"")
    case .textUnclosed: Phrase("поставьте в его конце \"", en: "end it with \"")
    case .quoteInside:
      Phrase(
        "запишите её \\\" или «ёлочкой»; если текст кончился раньше, закройте его кавычкой там",
        en: "write it \\\" or “curly”; if the text ends before, close it with a quote there")
    case .lineBreak:
      Phrase("пишите в одну строку, а перенос записывайте \\n", en: "write one line, and the break as \\n")
    case .tab: Phrase("запишите её \\t или пробелом", en: "write \\t or a space")
    case .control, .bidirectional: Phrase("удалите его", en: "delete it")
    case .escape: Phrase("запишите её дважды: \\\\", en: "write it twice: \\\\")
    case .escapeIncomplete:
      Phrase("после \\u стоят четыре цифры, например \\u00ab", en: "four digits follow \\u, such as \\u00ab")
    case .literal: nil
    case .number(_, let meant):
      meant == nil ? Phrase("если это текст, возьмите его в кавычки", en: "put it into quotes if it is a text") : nil
    case .comment: Phrase("уберите его", en: "remove it")
    case .space: Phrase("поставьте обычный пробел", en: "write a plain space")
    case .tooDeep, .unexpected: nil
    }
  }
}
