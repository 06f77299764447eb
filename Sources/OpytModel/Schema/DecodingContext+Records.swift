import OpytDiagnostics
import OpytMarkup
import OpytText

/// What is told of words where records are wanted: `- Приветствие` for `- название: Приветствие`.
extension DecodingContext {
  /// Tells a list of words, once for all of it.
  /// - Returns: how many items it has; nil where it is no such list.
  mutating func reportWords(_ node: FrontMatterNode, whereFieldsAre fields: [FieldDescription]) -> Int? {
    guard !isJSON, let words = Self.words(of: node), let first = words.first else { return nil }
    let names = Set(fields.flatMap { [$0.name, $0.russianName] }.map(FieldKey.normalized))
    // `название:Подготовка` has a message of its own.
    if words.contains(where: { Self.hasKey($0.text, names) }) { return nil }
    if onlyCounts(.valueInvalid) { return words.count }
    let language = careful ?? .english
    let main = Self.mainField(fields, for: first.text)
    let others = fields.filter { $0.isRequired && $0.name != main.name }
    func items(in language: KeyLanguage, isEnglish: Bool) -> [[String]] {
      // One more than the snippet shows: then it says that there are more.
      words.prefix(Self.maximumSnippet + 1).map { word in
        ["\(language.name(of: main)): \(YAMLText.written(word.text))"]
          + others.flatMap { $0.exampleLines(in: language, isEnglish: isEnglish) }
      }
    }
    // Where nothing else is required, the key alone mends it.
    let fixes =
      others.isEmpty
      ? words.compactMap { word in
        word.place.map { Replacement(SourceRange(start: $0, end: $0), with: "\(language.name(of: main)): ") }
      } : []
    let (name, englishName) = (field.map(\.bothNames) ?? "…", field?.name ?? "…")
    let snippet = listSnippet(items(in: language, isEnglish: false), english: items(in: .english, isEnglish: true))
    report(
      .valueInvalid,
      Phrase(
        "в поле \(name) у каждого пункта свои поля, а записаны просто слова",
        en: "each item of “\(englishName)” has fields of its own, and words alone were written"),
      at: first.range,
      advice: Phrase(
        "слова стоят в поле «\(language.name(of: main))», \(others.isEmpty ? "вот так:" : "а остальное впишите своё:")",
        en: "words stand in the field “\(language.name(of: main))”, so:"),
      fixes: fixes.count == words.count ? fixes : [],
      snippet: snippet)
    return words.count
  }

  private struct Word {
    let text: String
    let range: SourceRange
    /// Where it begins behind its hyphen, if a key may be put there.
    let place: SourcePosition?
  }

  private static func words(of node: FrontMatterNode) -> [Word]? {
    switch node {
    case .scalar(let scalar) where !scalar.text.isBlank:
      if case .listed(let lines) = scalar.style {
        return lines.flatMap { line in
          SeveralValues.items(of: line.text, behind: line.mark).map { Word(text: $0, range: line.sign, place: nil) }
        }
      }
      let lines = scalar.style == .literal ? scalar.text.split(separator: "\n").map(String.init) : [scalar.text]
      return lines.flatMap { SeveralValues.sentences(in: $0) }.map { Word(text: $0, range: scalar.range, place: nil) }
    case .list(let items, _):
      var words: [Word] = []
      for case .scalar(let scalar) in items where !scalar.isEmpty {
        var text = scalar.text.inOneLine
        if case .listed(let lines) = scalar.style, lines.count == 1 { text = lines[0].text }
        let isMendable = scalar.isPlain && !YAMLText.needsQuotes(scalar.text)
        words.append(Word(text: text, range: scalar.range, place: isMendable ? scalar.range.start : nil))
      }
      let others = items.contains { if case .scalar = $0 { false } else { true } }
      return others || words.isEmpty ? nil : words
    default: return nil
    }
  }

  private static func hasKey(_ text: String, _ names: Set<String>) -> Bool {
    guard let colon = text.utf8.prefix(200).firstIndex(of: UInt8(ascii: ":")) else { return false }
    return names.contains(FieldKey.normalized(String(text[..<colon])))
  }

  /// The field that words alone are: an address, a file, else the first one for words.
  private static func mainField(_ fields: [FieldDescription], for text: String) -> FieldDescription {
    func first(_ isFit: (FieldType) -> Bool) -> FieldDescription? {
      fields.first { $0.isRequired && isFit($0.type) } ?? fields.first { isFit($0.type) }
    }
    let found: FieldDescription?
    if text.hasPrefix("https://") || text.hasPrefix("http://") {
      found = first { if case .url = $0 { true } else { false } }
    } else {
      found = first { if case .file = $0 { true } else { false } }
    }
    let words = first { type in
      switch type {
      case .text, .prose, .term: true
      default: false
      }
    }
    return found ?? words ?? fields[0]
  }
}
