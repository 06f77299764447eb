import OpytDiagnostics
import OpytMarkup

/// What is wrong with a record in JSON, in the notation of JSON: its keys are names and no words, and have no Russian.
extension DecodingContext {
  mutating func reportMissingKey(_ field: FieldDescription, at place: SourceRange) {
    let isASCII = field.example.utf8.allSatisfy { $0 < 0x80 }
    func shown(_ example: String) -> String { "\"\(field.name)\": \(example.isEmpty ? "…" : example)" }
    report(
      .valueMissing, Phrase("не хватает ключа «\(field.name)»", en: "the key “\(field.name)” is missing"), at: place,
      advice: Phrase(
        "например: \(shown(field.example))", en: "for example: \(shown(isASCII ? field.example : ""))"))
  }

  /// - Parameter fields: those that there are.
  mutating func reportUnknownKey(
    _ key: String, at range: SourceRange, among fields: [FieldDescription], nearest: String?, fix: Replacement?
  ) {
    let names = fields.map(\.name).joined(separator: ", ")
    report(
      .keyUnknown, Phrase("неизвестный ключ «\(key)»", en: "unknown key “\(key)”"), at: range,
      suggestion: nearest.map { Suggestion($0) },
      advice: nearest == nil ? Phrase("здесь бывают: \(names)", en: "there are: \(names)") : nil, fix: fix)
  }

  /// - Parameter fields: those that the object should have.
  mutating func reportNoObject(_ fields: [FieldDescription], at range: SourceRange) {
    let shown = fields.map { "\"\($0.name)\": …" }.joined(separator: ", ")
    report(
      .valueInvalid,
      Phrase("здесь нужны ключи и значения в фигурных скобках", en: "keys and values in braces are expected"),
      at: range,
      advice: Phrase("например: {\(shown)}", en: "for example: {\(shown)}"))
  }
}
