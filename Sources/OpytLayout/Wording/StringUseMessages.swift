import OpytDiagnostics

/// What can be wrong with the use of a theme's strings.
extension Diagnostic {
  static func stringUnknown(_ key: String, nearest: String?, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .stringMissing, Phrase("в файле строк нет «\(key)»", en: "the strings file has no “\(key)”"), at: location,
      suggestion: nearest.map { Suggestion($0) })
  }

  static func stringArgumentUnknown(
    _ argument: String, of key: String, nearest: String?, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .layoutUnknownName,
      Phrase(
        "строка «\(key)» печатает {\(argument)}, а здесь нет такого имени",
        en: "the string “\(key)” prints {\(argument)}, and there is no such name here"), at: location,
      suggestion: nearest.map { Suggestion($0) })
  }

  static func stringArgumentType(
    _ argument: String, of key: String, _ type: LayoutType, mustBeNumber: Bool, at location: SourceLocation
  ) -> Diagnostic {
    let wanted =
      mustBeNumber ? Phrase("нужно число", en: "a number is wanted") : Phrase("нужен текст", en: "a text is wanted")
    return Diagnostic(
      .layoutContext,
      Phrase(
        "{\(argument)} в строке «\(key)» – \(type.phrase.russian), а \(wanted.russian)",
        en: "{\(argument)} in the string “\(key)” is \(type.phrase.english); \(wanted.english)"), at: location)
  }
}
