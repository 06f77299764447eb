import OpytDiagnostics

/// Why a front matter could not be read, in an author's words rather than libyaml's.
struct YAMLProblem: Error {
  let code: DiagnosticCode
  let message: Phrase
  let range: SourceRange
  let advice: Phrase?
  let mend: Mend?

  /// What would mend it, if it can be done with certainty: see ``YAMLMending``.
  enum Mend {
    /// Quotes around the value that starts where the problem is.
    case quoteValue
    /// Quotes around the value that the problem is in the middle of.
    case quoteValueAround
    case spacesForTabs
    /// Lines put below each other: see ``YAMLSlips/alignment(at:)``.
    case align
  }

  private init(
    _ code: DiagnosticCode, _ message: Phrase, _ range: SourceRange, advice: Phrase? = nil, mend: Mend? = nil
  ) {
    self.code = code
    self.message = message
    self.range = range
    self.advice = advice
    self.mend = mend
  }

  private static let quote = Phrase("возьмите значение в кавычки", en: "put the value in quotes")

  static func secondDocument(_ range: SourceRange) -> Self {
    Self(.yamlInvalid, Phrase("второй документ YAML", en: "a second YAML document"), range)
  }

  static func noFields(_ range: SourceRange) -> Self {
    Self(
      .yamlInvalid, Phrase("поля записываются как «ключ: значение»", en: "fields are written as “key: value”"), range)
  }

  static func hiddenItem(_ range: SourceRange) -> Self {
    Self(
      .yamlInvalid,
      Phrase("возле дефиса списка стоит неразрывный пробел", en: "a no-break space beside the hyphen of a list"), range,
      advice: Phrase("замените его обычным пробелом", en: "put an ordinary space"))
  }

  /// A line with a hyphen that stands deeper than the item above: YAML reads it as words of that item.
  static func swallowedItem(_ range: SourceRange) -> Self {
    let (message, advice) = explanation(of: "did not find expected '-' indicator", context: "")
    return Self(.yamlInvalid, message, range, advice: advice, mend: .align)
  }

  static func tooDeep(_ range: SourceRange, limit: Int) -> Self {
    Self(.yamlTooDeep, Phrase("вложенность больше \(limit) уровней", en: "nested deeper than \(limit) levels"), range)
  }

  static func keyNotText(_ range: SourceRange) -> Self {
    Self(.yamlInvalid, Phrase("ключ должен быть словом", en: "a key must be a word"), range)
  }

  static func unexpected(_ range: SourceRange) -> Self {
    Self(.yamlInvalid, Phrase("запись не разобрана", en: "unexpected content"), range)
  }

  static func alias(_ range: SourceRange) -> Self {
    let message = Phrase(
      "знак & или * в начале значения – это ссылка YAML, здесь она запрещена",
      en: "& or * at the start of a value is a YAML alias, which is forbidden here")
    return Self(.yamlAlias, message, range, advice: quote, mend: .quoteValue)
  }

  static func tag(_ range: SourceRange) -> Self {
    let message = Phrase(
      "знак ! в начале значения – это тег YAML, здесь он запрещён",
      en: "! at the start of a value is a YAML tag, which is forbidden here")
    return Self(.yamlInvalid, message, range, advice: quote, mend: .quoteValue)
  }

  static func forbiddenEscape(_ range: SourceRange) -> Self {
    Self(
      .controlCharacter,
      Phrase("управляющий символ, записанный через обратную косую черту", en: "an escaped control character"), range,
      advice: Phrase("удалите его или возьмите значение в одинарные кавычки", en: "delete it or use single quotes"))
  }

  /// libyaml reads no further: bytes that are not UTF-8 or a character that YAML forbids.
  static func unreadable(_ problem: String, character: Int32, at start: SourcePosition) -> Self {
    guard problem == "control characters are not allowed" else {
      return Self(
        .encodingInvalid, Phrase("файл сохранён не в кодировке UTF-8", en: "the file is not UTF-8"), after(start),
        advice: Phrase("сохраните файл в кодировке UTF-8", en: "save the file as UTF-8"))
    }
    let code = String(UInt32(clamping: character), radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
    return Self(
      .controlCharacter,
      Phrase("невидимый символ \(name) среди полей", en: "the invisible character \(name) among the fields"),
      after(start), advice: Phrase("удалите его, набрав это место заново", en: "delete it by typing this place anew"))
  }

  /// libyaml found a mistake.
  /// - Parameters:
  ///   - contextStart: where the thing starts in which the mistake was found.
  ///   - character: the byte at the mistake.
  static func syntax(
    problem: String, context: String, at start: SourcePosition, contextStart: SourcePosition?, character: UInt8?
  ) -> Self {
    let atContext = after(contextStart ?? start)
    if problem.contains("tab character") || character == UInt8(ascii: "\t") {
      return Self(
        .yamlInvalid, Phrase("отступ сделан табуляцией", en: "the indentation is a tab"), after(start),
        advice: Phrase("замените табуляцию пробелами", en: "use spaces"), mend: .spacesForTabs)
    }
    if context.contains("anchor") || context.contains("alias") { return .alias(atContext) }
    if context.contains(" tag") { return .tag(atContext) }
    // What was begun and not ended is told where it begins: that it does not end shows lines later, or at the file's end.
    switch problem {
    case "found unexpected end of stream", "found unexpected document indicator":
      return Self(
        .yamlInvalid, Phrase("не закрыта кавычка", en: "a quote is not closed"), atContext,
        advice: Phrase(
          "поставьте кавычку в конце значения; кавычки внутри него пишите «ёлочками»",
          en: "close it; inside the value use other quotes"))
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      return Self(
        .yamlInvalid,
        Phrase("не закрыта скобка или пропущена запятая", en: "a bracket is not closed or a comma is missing"),
        atContext, advice: Phrase("список записывается так: [первый, второй]", en: "write a list so: [one, two]"))
    case "could not find expected ':'":
      return Self(
        .yamlInvalid, Phrase("после ключа нет двоеточия", en: "no colon behind the key"), atContext,
        advice: Phrase(
          "запишите «ключ: значение»; длинный текст продолжайте с отступом",
          en: "write “key: value”; indent what continues a text"))
    default:
      let (message, advice) = explanation(of: problem, context: context)
      return Self(.yamlInvalid, message, after(start), advice: advice, mend: mend(of: problem))
    }
  }

  private static func mend(of problem: String) -> Mend? {
    switch problem {
    case "mapping values are not allowed in this context": .quoteValueAround
    case "found character that cannot start any token": .quoteValue
    case "did not find expected key", "did not find expected '-' indicator": .align
    default: nil
    }
  }

  private static func after(_ start: SourcePosition) -> SourceRange {
    SourceRange(start: start, end: SourcePosition(line: Int(start.line), column: Int(start.column) + 1))
  }

  private static func explanation(of problem: String, context: String) -> (Phrase, advice: Phrase?) {
    switch problem {
    case "mapping values are not allowed in this context":
      (
        Phrase("двоеточие с пробелом внутри значения без кавычек", en: "a colon and a space in a value without quotes"),
        Phrase(
          "возьмите значение в кавычки «\"…\"»; новое поле начинайте без отступа",
          en: "put the value in quotes; start a new field without indentation")
      )
    case "found character that cannot start any token":
      (Phrase("значение не может начинаться с этого знака", en: "a value can't start with this character"), quote)
    case "did not find expected key", "did not find expected '-' indicator":
      (
        Phrase(
          "отступ не совпадает с отступом соседних строк, или лишняя кавычка",
          en: "the indentation differs from the lines around, or a stray quote"),
        Phrase("выровняйте строку по соседним", en: "align the line with its neighbours")
      )
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      (
        Phrase("обратная косая черта внутри двойных кавычек", en: "a backslash in double quotes"),
        Phrase("возьмите значение в одинарные кавычки", en: "use single quotes")
      )
    case "block sequence entries are not allowed in this context":
      (
        Phrase("дефис списка стоит там, где ожидается значение", en: "a list dash where a value is expected"),
        Phrase("начните список с новой строки", en: "start the list on a new line")
      )
    case "did not find expected node content":
      (
        Phrase("здесь ожидается значение", en: "a value is expected here"),
        Phrase("уберите лишнюю запятую или скобку", en: "remove the stray comma or bracket")
      )
    case "did not find expected <document start>":
      (
        Phrase("лишний текст после полей или перед ними", en: "stray text around the fields"),
        Phrase("запишите каждое поле так: «ключ: значение»", en: "write each field as “key: value”")
      )
    case "did not find expected comment or line break" where context.contains("block scalar"):
      (
        Phrase("текст стоит в одной строке со знаком | или >", en: "text in one line with | or >"),
        Phrase("начните текст со следующей строки, с отступом", en: "start the text on the next line, indented")
      )
    case "found unexpected ':'":
      (Phrase("двоеточие внутри скобок", en: "a colon in brackets"), quote)
    default:
      (
        Phrase(
          "запись YAML не разобрана (\([context, problem].filter { !$0.isEmpty }.joined(separator: ", ")))",
          en: "YAML: \([context, problem].filter { !$0.isEmpty }.joined(separator: ", "))"),
        nil
      )
    }
  }
}
