import OpytDiagnostics

/// Fields that a record must have and has not, with how they may be written there.
struct MissingFields: Sendable {
  /// Where that was told.
  let range: SourceRange
  /// Those that are not there at all.
  var fields: [FieldDescription]
  /// Whether one is missing and no other.
  let isAlone: Bool
  let isInBrackets: Bool
  /// The columns before the record's keys.
  let margin: Int
  let language: KeyLanguage

  var advice: Phrase? {
    if isAlone {
      guard let field = fields.first else { return nil }
      let english = field.exampleInLine(in: .english, isEnglish: true)
      return Phrase("например: \(field.exampleInLine(in: language))", en: "for example: \(english)")
    }
    return fields.isEmpty
      ? nil
      : Phrase(
        "впишите их, заменив примеры своими словами:", en: "write them, with words of your own for the examples:")
  }

  /// Lines to paste.
  var snippet: Phrase? {
    guard !isAlone, !fields.isEmpty else { return nil }
    if isInBrackets {
      return Phrase(
        fields.map { $0.exampleInLine(in: language) }.joined(separator: ", "),
        en: fields.map { $0.exampleInLine(in: .english, isEnglish: true) }.joined(separator: ", "))
    }
    let blanks = String(repeating: " ", count: margin)
    func text(_ lines: [String]) -> String { lines.map { blanks + $0 }.joined(separator: "\n") }
    return Phrase(
      text(fields.flatMap { $0.exampleLines(in: language) }),
      en: text(fields.flatMap { $0.exampleLines(in: .english, isEnglish: true) }))
  }
}
