import OpytDiagnostics
import OpytMarkup
import OpytText

/// Keys that are none of this record: of a record inside, of another file, of nothing that is published.
extension RecordSchema {
  // MARK: Of a record inside

  /// Where a key belongs.
  private struct Place {
    let outer: Int
    let field: FieldDescription
  }

  /// The keys that are those of a record inside, by their place among the entries, with the field around them.
  func misplacedKeys(in entries: [FrontMatterNode.Entry]) -> [Int: Int] {
    var places: [Int: Int] = [:]
    for position in unknownKeys(in: entries) {
      if let place = place(of: entries[position].key) { places[position] = place.outer }
    }
    return places
  }

  private func place(of key: String) -> Place? {
    let key = FieldKey.normalized(key)
    if let hint = hint(for: key) {
      guard case .inside(let outer, let inner) = hint.answer, let index = index(of: outer),
        let field = nested(fields[index].description.type)?.first(where: { $0.name == inner })
      else { return nil }
      return Place(outer: index, field: field)
    }
    if isSynonym(key) { return nil }
    return find { $0.name == key || FieldKey.normalized($0.russianName) == key }
      ?? find { $0.synonyms.contains { FieldKey.normalized($0) == key } }
  }

  /// The record that has little else is meant most likely: of several lists for children the last one, which is that of
  /// results.
  private func find(_ isMeant: (FieldDescription) -> Bool) -> Place? {
    var best: (place: Place, size: Int)?
    for (index, field) in fields.enumerated() {
      guard let all = nested(field.description.type), let inner = all.first(where: isMeant),
        all.count <= best?.size ?? .max
      else { continue }
      best = (Place(outer: index, field: inner), all.count)
    }
    return best?.place
  }

  private func nested(_ type: FieldType) -> [FieldDescription]? {
    switch type {
    case .record(let fields), .list(.record(let fields)): fields
    default: nil
    }
  }

  /// One message for all keys that belong into one field, with the lines they make there.
  func reportMisplaced(
    _ places: [Int: Int], _ entries: [FrontMatterNode.Entry], _ context: inout DecodingContext
  ) {
    for outer in Set(places.values).sorted() {
      let positions = places.filter { $0.value == outer }.keys.sorted()
      let found = positions.compactMap { position in
        place(of: entries[position].key).map { (entry: entries[position], field: $0.field) }
      }
      guard let first = found.first else { continue }
      let description = fields[outer].description
      let isGiven = entries.contains { index(of: $0.key) == outer }
      let names = found.map { "«\($0.entry.key)»" }.joined(separator: ", ")
      let english = found.map { "“\($0.entry.key)”" }.joined(separator: ", ")
      let (path, language) = (context.path, context.careful ?? .russian)
      let outerName = language.name(of: description)
      context.report(
        .keyUnknown,
        found.count == 1
          ? Phrase(
            "поле \(names) стоит не здесь, а внутри поля \(description.bothNames)",
            en: "\(english) belongs into “\(description.name)”")
          : Phrase(
            "поля \(names) стоят не здесь, а внутри поля \(description.bothNames)",
            en: "\(english) belong into “\(description.name)”"),
        at: first.entry.keyRange,
        advice: isGiven
          ? Phrase(
            "перенесите в нужную запись поля «\(outerName)»:", en: "move it into one of the records of “\(outerName)”:")
          : Phrase(
            "запишите так, заменив примеры своими словами:", en: "write it so, with your own words for the examples:"),
        notes: found.dropFirst().map {
          Diagnostic.Note(
            Phrase("и это поле: «\($0.entry.key)»", en: "and “\($0.entry.key)”"),
            at: SourceLocation(file: path, range: $0.entry.keyRange))
        },
        snippet: snippet(found, in: description, isGiven: isGiven, language))
    }
  }

  private func snippet(
    _ found: [(entry: FrontMatterNode.Entry, field: FieldDescription)], in outer: FieldDescription, isGiven: Bool,
    _ language: KeyLanguage
  ) -> Phrase? {
    guard let inner = nested(outer.type) else { return nil }
    let isList = if case .list = outer.type { true } else { false }
    func text(_ language: KeyLanguage, isEnglish: Bool) -> String {
      let lines = inner.flatMap { self.lines(of: $0, found, isGiven: isGiven, language, isEnglish: isEnglish) }
      if isGiven { return lines.map { (isList ? "    " : "  ") + $0 }.joined(separator: "\n") }
      let margins = lines.indices.map { !isList ? "  " : $0 == 0 ? "  - " : "    " }
      return (["\(language.name(of: outer)):"] + zip(margins, lines).map(+)).joined(separator: "\n")
    }
    return Phrase(text(language, isEnglish: false), en: text(.english, isEnglish: true))
  }

  /// A field of a record inside: as the author gave it, or as an example where it must not be left out.
  private func lines(
    of field: FieldDescription, _ found: [(entry: FrontMatterNode.Entry, field: FieldDescription)], isGiven: Bool,
    _ language: KeyLanguage, isEnglish: Bool
  ) -> [String] {
    let given = found.filter { $0.field.name == field.name }
    if let entry = given.first?.entry {
      let value = entry.value.inOneLine
      return ["\(language.name(of: field)): \(value.isEmpty ? "…" : value)"]
    }
    return field.isRequired && !isGiven ? field.exampleLines(in: language, isEnglish: isEnglish) : []
  }

  // MARK: Of nothing here

  /// - Parameter key: as keys are compared.
  private func hint(for key: String) -> KeyHint? {
    if let hint = hints.first(where: { $0.keys.contains(key) }) { return hint.isGeneral && isSynonym(key) ? nil : hint }
    if fieldBegun(by: key) != nil { return nil }
    // «количество детей в группе»
    return beginnings(of: key).lazy.compactMap { begin in
      self.hints.first { hint in
        if case .words = hint.answer { hint.keys.contains(begin) } else { false }
      }
    }.first
  }

  /// The field that the first words of a key name: «цель семинара», «этап 1».
  /// - Parameter key: as keys are compared.
  func fieldBegun(by key: String) -> Int? {
    for begin in beginnings(of: key) {
      if let index = indexByKey[begin] { return index }
      let meant = fields.firstIndex { $0.description.synonyms.contains { FieldKey.normalized($0) == begin } }
      if let meant { return meant }
    }
    return nil
  }

  /// The longest first.
  private func beginnings(of key: String) -> [String] {
    let words = key.split(separator: "_")
    guard (2...6).contains(words.count) else { return [] }
    return (1..<words.count).reversed().map { words.prefix($0).joined(separator: "_") }.filter { $0.count > 2 }
  }

  private func isSynonym(_ key: String) -> Bool {
    fields.contains { $0.description.synonyms.contains { FieldKey.normalized($0) == key } }
  }

  /// - Returns: the fields that are given by it; nil where nothing is known of such a key.
  func reportHint(
    _ entry: FrontMatterNode.Entry, among entries: [FrontMatterNode.Entry], _ context: inout DecodingContext
  ) -> [Int]? {
    guard let hint = hint(for: FieldKey.normalized(entry.key)) else { return nil }
    let message = Self.unknown(entry.key)
    switch hint.answer {
    case .inside: return nil
    case .words(let advice):
      context.report(.keyUnknown, message, at: entry.keyRange, advice: advice)
      return []
    case .fields(let names):
      let language = context.careful ?? .russian
      let known = names.compactMap { index(of: $0) }
      let open = known.filter { index in !entries.contains { self.index(of: $0.key) == index } }
      var values: [String?] = []
      if case .scalar(let scalar) = entry.value { values = DateWording.span(scalar.text.everyday) ?? [] }
      func text(_ language: KeyLanguage, isEnglish: Bool) -> String {
        known.enumerated().map { number, index in
          let field = fields[index].description
          let value = values.indices.contains(number) ? values[number] : nil
          return value.map { "\(language.name(of: field)): \($0)" }
            ?? field.exampleInLine(in: language, isEnglish: isEnglish)
        }.joined(separator: "\n")
      }
      let shown = known.map { fields[$0].description.bothNames }.joined(separator: " и ")
      context.report(
        .keyUnknown, message, at: entry.keyRange,
        advice: open.isEmpty
          ? Phrase(
            "удалите эту строку: для этого есть поля \(shown), и они заполнены",
            en: "delete this line: \(names.map { "“\($0)”" }.joined(separator: " and ")) say it")
          : Phrase(
            "для этого есть поля \(shown), вот так:",
            en: "write \(names.map { "“\($0)”" }.joined(separator: " and ")), so:"),
        snippet: open.isEmpty
          ? nil : Phrase(text(language, isEnglish: false), en: text(.english, isEnglish: true)))
      return known
    }
  }

  // MARK: Twice

  func reportDuplicate(
    _ entry: FrontMatterNode.Entry, first: FrontMatterNode.Entry, _ field: FieldDescription,
    _ context: inout DecodingContext
  ) {
    let path = context.path
    context.report(
      .keyDuplicate, Self.givenTwice(entry, first), at: entry.keyRange, advice: Self.choice(entry, first, field),
      notes: [
        Diagnostic.Note(
          Phrase("первый раз – здесь", en: "first given here"), at: SourceLocation(file: path, range: first.keyRange))
      ])
  }

  private static func givenTwice(_ entry: FrontMatterNode.Entry, _ first: FrontMatterNode.Entry) -> Phrase {
    FieldKey.normalized(entry.key) == FieldKey.normalized(first.key)
      ? Phrase("поле «\(entry.key)» записано дважды", en: "the key “\(entry.key)” is given twice")
      : Phrase(
        "поля «\(first.key)» и «\(entry.key)» – одно и то же: оставьте одно",
        en: "“\(first.key)” and “\(entry.key)” are the same field: keep one")
  }

  /// Which of two lines to keep.
  private static func choice(
    _ entry: FrontMatterNode.Entry, _ first: FrontMatterNode.Entry, _ field: FieldDescription
  ) -> Phrase {
    let (one, other) = (first.value.inOneLine, entry.value.inOneLine)
    let (line, otherLine) = (first.keyRange.start.line, entry.keyRange.start.line)
    if one == other, !one.isEmpty {
      return Phrase(
        "удалите эту строку: в строке \(line) то же самое", en: "delete this line: line \(line) says the same")
    }
    if other.isEmpty { return Phrase("удалите эту пустую строку", en: "delete this line: it is empty") }
    if one.isEmpty {
      return Phrase("удалите пустую строку \(line)", en: "delete line \(line), which is empty")
    }
    func shown(_ text: String) -> String { text.count > 60 ? text.prefix(60) + "…" : text }
    if field.type.isListOrLists {
      return Phrase(
        "соберите оба значения в одном поле и удалите лишнюю строку",
        en: "put both values into one field, and delete the other line")
    }
    return Phrase(
      "решите, какое значение верно, и удалите другую строку: «\(shown(one))» (строка \(line)) или «\(shown(other))» (строка \(otherLine))",
      en: "keep the one that is right: “\(shown(one))” (line \(line)) or “\(shown(other))” (line \(otherLine))")
  }
}

extension FrontMatterNode {
  /// As it may be written behind a key; empty where it needs lines of its own.
  var inOneLine: String {
    switch self {
    case .scalar(let scalar):
      let text = scalar.text.inOneLine
      return text.isEmpty || scalar.isPlain ? text : YAMLText.written(text)
    case .list(let items, _):
      let texts = items.compactMap { item in if case .scalar(let scalar) = item { scalar.text.inOneLine } else { nil } }
      return texts.count == items.count ? SeveralValues.list(texts) : ""
    case .mapping: return ""
    }
  }
}
