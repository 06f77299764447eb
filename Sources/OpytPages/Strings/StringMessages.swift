import OpytDiagnostics
import OpytText

/// What can be wrong with a file of strings.
extension Diagnostic {
  static func stringsNotMapping(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .stringInvalid,
      Phrase("здесь нужны строки «\"ключ\": \"текст\"»", en: "strings “\"key\": \"text\"” are expected"), at: location)
  }

  static func stringTwice(_ key: String, at location: SourceLocation, first: SourceLocation) -> Diagnostic {
    Diagnostic(
      .keyDuplicate, Phrase("строка «\(key)» записана дважды", en: "the string “\(key)” is given twice"), at: location,
      notes: [Note(Phrase("первый раз здесь", en: "first here"), at: first)])
  }

  static func stringNotText(_ key: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .stringInvalid, Phrase("строка «\(key)» – не текст в кавычках", en: "the string “\(key)” is not a quoted text"),
      at: location)
  }

  static func pluralIncomplete(_ key: String, _ category: PluralCategory, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .stringInvalid,
      Phrase(
        "в строке «\(key)» нет формы \(category.rawValue)", en: "the string “\(key)” has no form \(category.rawValue)"),
      at: location,
      advice: Phrase(
        "допишите \(category.rawValue) {…} или other {…}", en: "add \(category.rawValue) {…} or other {…}"))
  }

  static func stringMissing(_ key: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .stringMissing,
      Phrase("нет строки «\(key)»: её печатает Опыт", en: "there is no string “\(key)”, which Opyt prints"),
      at: location)
  }

  static func stringUnused(_ key: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .stringUnused, Phrase("строку «\(key)» ничто не печатает", en: "nothing prints the string “\(key)”"),
      at: location, advice: Phrase("удалите её или проверьте имя", en: "remove it, or check its name"))
  }

  static func argumentUnknown(
    _ argument: String, of key: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    let names = known.map { "{\($0)}" }.joined(separator: ", ")
    return Diagnostic(
      .stringInvalid,
      Phrase(
        "в строку «\(key)» нельзя поставить {\(argument)}", en: "the string “\(key)” can't print {\(argument)}"),
      at: location, suggestion: Suggester.nearest(to: argument, among: known).map { Suggestion($0) },
      advice: known.isEmpty ? nil : Phrase("есть \(names)", en: "there is \(names)"))
  }

  static func argumentNotNumber(_ argument: String, of key: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .stringInvalid,
      Phrase(
        "{\(argument)} в строке «\(key)» – не число, plural с ним невозможен",
        en: "{\(argument)} in the string “\(key)” is no number to choose a plural by"), at: location)
  }

  static func messageInvalid(_ fault: MessageFormat.Fault, at location: SourceLocation) -> Diagnostic {
    let reason: Phrase =
      switch fault {
      case .unclosedBrace: Phrase("скобка { не закрыта", en: "a brace { is not closed")
      case .unopenedBrace: Phrase("лишняя скобка }", en: "a brace } too many")
      case .nameExpected: Phrase("в скобках нужно имя: {count}", en: "a name is expected in the braces: {count}")
      case .unknownType(let type):
        Phrase("вид «\(type)» неизвестен, есть только plural", en: "unknown type “\(type)”: there is only plural")
      case .unknownCategory(let category):
        Phrase(
          "формы «\(category)» нет: бывают =1, one, few, many и other",
          en: "unknown form “\(category)”: there are =1, one, few, many and other")
      case .categoryTwice(let category):
        Phrase("форма «\(category)» записана дважды", en: "the form “\(category)” is given twice")
      case .formsExpected:
        Phrase(
          "нужны формы: {count, plural, one {…} few {…} many {…}}",
          en: "forms are expected: {count, plural, one {…} other {…}}")
      case .nestedTooDeep: Phrase("слишком много вложенных скобок", en: "braces nested too deep")
      }
    return Diagnostic(.stringInvalid, reason, at: location)
  }
}
