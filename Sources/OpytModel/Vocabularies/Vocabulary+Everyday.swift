import OpytDiagnostics
import OpytMarkup
import OpytText

extension Vocabulary {
  /// The value that is meant by «4-5 лет» or «от 4 до 5 лет»: by words around it that change nothing.
  func entry(everyday text: String) -> Entry? {
    if let entry = entry(for: text) { return entry }
    // What stands around a value stands around years, and what stands in it is a dash.
    guard text.utf8.count <= 200,
      text.has({ block in
        block.isByte(in: UInt8(ascii: "0")...UInt8(ascii: "9"))
          | block.isByte(in: UInt8(ascii: "-")...UInt8(ascii: "."))
      })
        || text.hasSuffix("лет") || text.hasSuffix("год") || text.hasSuffix("года") || text.hasPrefix("от ")
    else { return nil }
    var text = text.lowercased().dropping(suffixes: [" лет", " года", " год", " г.", " л."])
    if text.hasPrefix("от ") { text = String(text.dropFirst(3)).replacing(" до ", with: "-") }
    return entry(for: text.replacing(" - ", with: "-"))
  }

  /// The values that a span names: «3-7 лет» is four ages. Nil for what is none.
  func span(_ text: String) -> [Entry]? {
    let words = text.lowercased()
    for (name, years) in [("старший дошкольный", 5..<7), ("младший дошкольный", 3..<5), ("дошкольный", 3..<7)]
    where words.hasPrefix(name) {
      let known = years.compactMap { entry(for: "\($0)-\($0 + 1)") }
      return known.count == years.count ? known : nil
    }
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
    if onlyCounts(.vocabularyUnknown) { return }
    let message = Phrase("неизвестное значение «\(scalar.text)»", en: "unknown value “\(scalar.text)”")
    let everyday = scalar.text.everyday
    let parts =
      vocabulary.span(everyday)?.map(\.key)
      ?? SeveralValues.parts(of: scalar.text)?.map { vocabulary.meaning(of: $0) }
    if let parts, listPlace != .single {
      let areKnown = parts.allSatisfy { vocabulary.entry(everyday: $0.everyday) != nil }
      let (place, key) = (listPlace, fieldKey)
      report(
        .vocabularyUnknown, message, at: scalar.range, advice: Self.severalAdvice(parts, place, key: key),
        fix: areKnown ? Self.severalFix(parts, scalar.text, at: scalar.range, place) : nil)
      return
    }
    let names = vocabulary.entries.flatMap { [$0.key, $0.label] }
    let nearest = Suggester.nearest(to: scalar.text, among: names)
    if let meant = vocabulary.entry(calledAlso: scalar.text).map({ (entry: $0, rest: String?.none) })
      ?? (nearest == nil ? vocabulary.entry(amongWordsOf: scalar.text) : nil)
    {
      let name = meant.entry.name(in: careful ?? .russian)
      let advice = meant.rest.flatMap { restAdvice(name, $0, vocabulary) }
      report(
        .vocabularyUnknown, message, at: scalar.range,
        suggestion: Suggestion(name, title: vocabulary.label(for: name)),
        advice: advice,
        fix: meant.rest == nil ? .value(scalar.text, at: scalar.range, with: name) : nil)
      return
    }
    let near = nearest == nil ? vocabulary.entries(nearTo: scalar.text) : []
    let permitted = vocabulary.entries.map { $0.key == $0.label ? $0.key : "\($0.label) (\($0.key))" }
    let list = permitted.joined(separator: ", ")
    let keys = vocabulary.entries.map { "“\($0.key)”" }.joined(separator: ", ")
    let only = parts == nil ? "" : "значение здесь одно; "
    let isSpan = vocabulary.name == ProjectTypes.vocabulary.name && everyday.lowercased().contains("срочн")
    let close =
      isSpan
      ? "длительность сайт определит сам, а вид проекта – это "
      : near.isEmpty ? "" : "ближе всего: \(near.map { "«\($0.label)»" }.joined(separator: ", ")); "
    let others =
      vocabulary.isOpen
      ? "; другие значения добавляет тот, кто ведёт сайт: «vocabularies» в site-config.json" : ""
    report(
      .vocabularyUnknown, message, at: scalar.range,
      suggestion: nearest.map { near in Suggestion(near, title: vocabulary.label(for: near)) },
      advice: nearest == nil
        ? Phrase("\(close)\(only)\(isSpan ? "" : "можно: ")\(list)\(others)", en: "one of: \(keys)") : nil,
      fix: nearest.flatMap { nearest in
        let meant = vocabulary.entry(for: nearest)
        let others = vocabulary.entries.lazy.filter { $0 != meant }.flatMap { [$0.key, $0.label] }
        return Suggester.isCertain(nearest, for: scalar.text, among: others)
          ? .value(scalar.text, at: scalar.range, with: nearest) : nil
      })
  }

  /// Where the words that are none of the value belong: a category and a level have fields of their own.
  private func restAdvice(_ name: String, _ rest: String, _ vocabulary: Vocabulary) -> Phrase? {
    guard let fieldKey else { return nil }
    let isRussian = careful != .english
    let value = "«\(fieldKey): \(name)»"
    if vocabulary.name == Positions.vocabulary.name {
      if let category = Categories.vocabulary.entry(inWords: rest) {
        let key = isRussian ? "категория" : "category"
        return Phrase(
          "должность и категория – два поля: \(value) и «\(key): \(category.label)»",
          en: "position and category are two fields: “\(fieldKey): \(name)” and “\(key): \(category.key)”")
      }
      if let level = Levels.vocabulary.entry(for: rest) ?? Levels.vocabulary.entry(calledAlso: rest) {
        let key = isRussian ? "уровень" : "level"
        return Phrase(
          "должность и уровень – два поля: \(value) и «\(key): \(level.label)»",
          en: "position and level are two fields: “\(fieldKey): \(name)” and “\(key): \(level.key)”")
      }
    } else {
      return nil
    }
    return Phrase(
      "в этом поле только название из списка: \(value); «\(rest)» напишите в тексте под полями",
      en: "only the value itself: “\(fieldKey): \(name)”")
  }
}

extension Vocabulary {
  /// As it may be written in a list, where that is known.
  func meaning(of text: String) -> String {
    if let entry = entry(everyday: text.everyday) { return entry.written(like: text) }
    if let entry = entry(calledAlso: text) { return entry.label }
    return Suggester.nearest(to: text, among: entries.map(\.label)) ?? text
  }

  /// The one value that a text is another word or an abbreviation for.
  func entry(calledAlso text: String) -> Entry? {
    guard text.utf8.count <= 200 else { return nil }
    let typed = FieldKey.normalized(text)
    let bare = typed.filter { $0 != "." }
    if let entry = entries.first(where: { $0.synonyms.contains { $0 == typed || $0 == bare } }) { return entry }
    let words = Self.words(of: text)
    if words.contains(where: { $0.hasSuffix(".") }) {
      let meant = entries.filter { Self.isShortFor(words, Self.words(of: $0.label)) }
      if meant.count == 1 { return meant.first }
    }
    return nil
  }

  /// The one value that stands among other words, and these.
  func entry(amongWordsOf text: String) -> (entry: Entry, rest: String?)? {
    guard text.utf8.count <= 200 else { return nil }
    let words = Self.words(of: text)
    // A deputy is no head.
    let others = ["зам", "помощник", "помощник_", "младш", "бывш", "и.о", "врио"]
    if words.contains(where: { word in others.contains { word.hasPrefix($0) } }) { return nil }
    // The longest first: a «старший воспитатель» is one, too.
    var best: (entry: Entry, rest: [String])?
    var isUnclear = false
    for entry in entries where entry.label.utf8.count >= 8 {
      for name in [entry.label] + entry.synonyms where name.utf8.count >= 8 {
        let wanted = Self.words(of: name)
        guard wanted.count < words.count, let rest = Self.rest(of: words, without: wanted) else { continue }
        if let known = best, known.entry != entry, known.rest.count == rest.count { isUnclear = true }
        if rest.count < best?.rest.count ?? .max { (best, isUnclear) = ((entry, rest), false) }
      }
    }
    guard let best, !isUnclear else { return nil }
    return (best.entry, best.rest.joined(separator: " "))
  }

  /// The value of which a word stands in a text: «высшей категории».
  func entry(inWords text: String) -> Entry? {
    if let entry = entry(for: text) ?? entry(calledAlso: text) { return entry }
    let words = Self.words(of: text)
    return entries.first { entry in
      words.contains { NameMatch.areForms($0, entry.label.lowercased()) }
        || words.contains { word in word == "1" || word == "i" ? entry.synonyms.contains(word) : false }
    }
  }

  /// Values that have a part of a compound: «познавательно-исследовательский».
  func entries(nearTo text: String) -> [Entry] {
    guard text.utf8.count <= 200 else { return [] }
    let numbers = text.numbers
    if numbers.count == 1, let entry = entry(for: "\(numbers[0])-\(numbers[0] + 1)") { return [entry] }
    let parts = FieldKey.normalized(text).split { "_,;/+".contains($0) }.map(String.init).filter { $0.count >= 5 }
    let known = entries.map { entry in
      Set(
        FieldKey.normalized(entry.label).split(separator: "_").map(String.init)
          + entry.synonyms.filter { !$0.contains("_") }
      ).filter { $0.count >= 5 }
    }
    return entries.indices.filter { index in
      known[index].contains { word in
        // «развитие» and «группа» tell nothing.
        known.count { $0.contains(word) } == 1
          && parts.contains { $0 == word || $0.dropLast() == word.dropLast(2) || NameMatch.areForms(word, $0) }
      }
    }.map { entries[$0] }
  }

  private static func words(of text: String) -> [String] {
    text.everyday.lowercased().replacing("ё", with: "е").replacing(".", with: ". ").split { " ,;()/_".contains($0) }
      .map(String.init)
  }

  /// «ст. воспитатель»: each word is the other one, or its beginning with a full stop.
  private static func isShortFor(_ words: [String], _ full: [String]) -> Bool {
    words.count == full.count
      && zip(words, full).allSatisfy { word, other in
        word.hasSuffix(".")
          ? other.hasPrefix(word.dropLast()) || isShortened(word.dropLast(), other) : NameMatch.areForms(word, other)
      }
  }

  /// «рук-ль.» is rare: the first letter and some of the others, in their order.
  private static func isShortened(_ short: Substring, _ word: String) -> Bool {
    guard short.first == word.first else { return false }
    var rest = word[...]
    for letter in short where letter != "-" {
      guard let place = rest.firstIndex(of: letter) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }

  /// What is left where `wanted` stands among the words, in its order.
  private static func rest(of words: [String], without wanted: [String]) -> [String]? {
    guard wanted.count < words.count else { return nil }
    for start in 0...(words.count - wanted.count) {
      let part = words[start..<start + wanted.count]
      if zip(part, wanted).allSatisfy({ $0 == $1 || NameMatch.areForms($0, $1) }) {
        return Array(words[..<start] + words[(start + wanted.count)...])
      }
    }
    return nil
  }
}

extension Vocabulary.Entry {
  func name(in language: KeyLanguage) -> String { language == .russian ? label : key }

  /// As the author writes it: by its name, or by its key.
  fileprivate func written(like text: String) -> String {
    FieldKey.normalized(text) == FieldKey.normalized(label) ? label : key
  }
}
