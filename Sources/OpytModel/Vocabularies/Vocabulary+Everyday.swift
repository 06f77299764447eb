import OpytDiagnostics
import OpytMarkup
import OpytText

extension Vocabulary {
  /// The value that is meant by «4-5 лет» or «от 4 до 5 лет»: by words around it that change nothing.
  func entry(everyday text: String) -> Entry? {
    if let entry = entry(for: text) { return entry }
    guard text.utf8.count <= 200 else { return nil }
    var text = text.lowercased().dropping(suffixes: [" лет", " года", " год", " г.", " л."])
    if text.hasPrefix("от ") { text = String(text.dropFirst(3)).replacing(" до ", with: "-") }
    return entry(for: text.replacing(" - ", with: "-"))
  }

  /// The values that a span names: «3-7 лет» is four ages. Nil for what is none.
  func span(_ text: String) -> [Entry]? {
    let numbers = text.numbers
    guard numbers.count == 2, text.utf8.count <= 60, numbers[0] + 1 < numbers[1], numbers[1] <= 20 else { return nil }
    let entries = (numbers[0]..<numbers[1]).map { entry(for: "\($0)-\($0 + 1)") }
    let known = entries.compactMap(\.self)
    return known.count == entries.count ? known : nil
  }
}

extension DecodingContext {
  /// A value that the vocabulary does not have.
  mutating func reportUnknown(_ scalar: FrontMatterNode.Scalar, _ vocabulary: Vocabulary) {
    let message = Phrase("неизвестное значение «\(scalar.text)»", en: "unknown value “\(scalar.text)”")
    let everyday = scalar.text.everyday
    let parts =
      vocabulary.span(everyday)?.map(\.key)
      ?? SeveralValues.parts(of: scalar.text)?.map { vocabulary.entry(everyday: $0.everyday)?.written(like: $0) ?? $0 }
    if let parts, listPlace != .single {
      let areKnown = parts.allSatisfy { vocabulary.entry(everyday: $0.everyday) != nil }
      report(
        .vocabularyUnknown, message, at: scalar.range, advice: severalAdvice(parts, listPlace, key: fieldKey),
        fix: areKnown ? Self.severalFix(parts, scalar.text, at: scalar.range, listPlace) : nil)
      return
    }
    let names = vocabulary.entries.flatMap { [$0.key, $0.label] }
    let nearest = Suggester.nearest(to: scalar.text, among: names)
    let permitted = vocabulary.entries.map { $0.key == $0.label ? $0.key : "\($0.label) (\($0.key))" }
    let list = permitted.joined(separator: ", ")
    let keys = vocabulary.entries.map { "“\($0.key)”" }.joined(separator: ", ")
    let only = parts == nil ? "" : "значение здесь одно; "
    report(
      .vocabularyUnknown, message, at: scalar.range,
      suggestion: nearest.map { near in Suggestion(near, title: vocabulary.label(for: near)) },
      advice: nearest == nil ? Phrase("\(only)можно: \(list)", en: "one of: \(keys)") : nil,
      fix: nearest.flatMap { nearest in
        let meant = vocabulary.entry(for: nearest)
        let others = vocabulary.entries.lazy.filter { $0 != meant }.flatMap { [$0.key, $0.label] }
        return Suggester.isCertain(nearest, for: scalar.text, among: others)
          ? .value(scalar.text, at: scalar.range, with: nearest) : nil
      })
  }
}

extension Vocabulary.Entry {
  /// As the author writes it: by its name, or by its key.
  fileprivate func written(like text: String) -> String {
    FieldKey.normalized(text) == FieldKey.normalized(label) ? label : key
  }
}
