import OpytDiagnostics
import OpytMarkup

/// What is told of the keys of a record: those that are missing, unknown, or not what they seem.
extension DecodingContext {
  /// What is missing in one record, in one message, with lines to paste.
  mutating func reportMissing(
    _ absent: [FieldDescription], empty: [(field: FieldDescription, key: FrontMatterNode.Entry)],
    in entries: [FrontMatterNode.Entry], at place: SourceRange
  ) {
    if isJSON {
      for field in empty.map(\.field) + absent { reportMissingKey(field, at: place) }
      return
    }
    let all = empty.map(\.field) + absent
    let range = empty.first?.key.keyRange ?? place
    // A record in brackets begins before its first key.
    let isInBrackets = entries.first.map { $0.keyRange.start != place.start } ?? false
    let missing = MissingFields(
      range: range, fields: all.count > 1 ? absent : all, isAlone: all.count == 1, isInBrackets: isInBrackets,
      margin: max(0, Int(place.start.column) - 1), language: careful ?? .english)
    note(missing)
    guard all.count > 1 else {
      guard let field = all.first else { return }
      report(
        .valueMissing,
        Phrase(
          "не заполнено обязательное поле \(field.bothNames)", en: "the required field “\(field.name)” is missing"),
        at: range, advice: missing.advice)
      return
    }
    let names = all.map(\.bothNames).joined(separator: ", ")
    let englishNames = all.map { "“\($0.name)”" }.joined(separator: ", ")
    let notes = empty.dropFirst().map { field, entry in
      Diagnostic.Note(
        Phrase("здесь пусто: \(field.bothNames)", en: "empty here: “\(field.name)”"), at: location(entry.keyRange))
    }
    report(
      .valueMissing,
      Phrase("не заполнены обязательные поля: \(names)", en: "required fields are missing: \(englishNames)"), at: range,
      advice: missing.advice, notes: notes, snippet: missing.snippet)
  }

  /// The keys that may stand here, Russian first.
  func permitted(_ fields: [FieldDescription]) -> Phrase? {
    guard !fields.isEmpty else { return nil }
    let russian = fields.map { "\($0.russianName) (\($0.name))" }.joined(separator: ", ")
    let rest = depth == 1 ? "; об остальном напишите в тексте под полями" : ""
    return Phrase(
      "здесь могут быть поля: \(russian)\(rest)", en: "one of: \(fields.map(\.name).joined(separator: ", "))")
  }

  /// A day and a time in two fields are one value.
  func advice(
    on field: FieldDescription, for entry: FrontMatterNode.Entry, among entries: [FrontMatterNode.Entry]
  ) -> Phrase? {
    guard case .moment = field.type, let careful else { return nil }
    var (day, time) = ("2026-03-12", "13:30")
    for case .scalar(let scalar) in entries.map(\.value) {
      if let moment = try? Moment(parsing: scalar.text.everyday) { day = moment.date.iso }
      if let clock = ClockTime(everyday: scalar.text.everyday) { time = clock.text }
    }
    let line = "\(careful.name(of: field)): \(day) \(time)"
    return Phrase("день и время пишутся вместе: \(line)", en: "a day and its time are written together: “\(line)”")
  }

  /// `{название:Подготовка}` and `{название:` with a no-break space: inside brackets YAML takes all of it for a key.
  /// - Returns: the key in it.
  mutating func reportGluedKey(_ entry: FrontMatterNode.Entry, knows: (String) -> Bool) -> String? {
    guard case .scalar(let scalar) = entry.value, scalar.isEmpty, let glued = GluedField(entry.key),
      knows(glued.key)
    else { return nil }
    report(glued, at: entry.keyRange)
    return glued.key
  }

  /// One value where fields are wanted.
  mutating func reportNoRecord(_ node: FrontMatterNode, _ fields: [FieldDescription]) {
    if onlyCounts(.valueInvalid) { return }
    let names = Set(fields.flatMap { [$0.name, $0.russianName] }.map(FieldKey.normalized))
    if case .scalar(let scalar) = node {
      if let glued = GluedField(scalar.text), names.contains(FieldKey.normalized(glued.key)) {
        report(glued, at: scalar.range)
        return
      }
      if case .listed(let items) = scalar.style, items.count > 1 {
        reportListSigns(items, scalar)
        return
      }
    }
    let language = careful ?? .english
    let required = fields.filter(\.isRequired)
    let shown = (required.isEmpty ? fields : required).map { "\(language.name(of: $0)): …" }.joined(separator: ", ")
    report(
      .valueInvalid, Phrase("здесь нужны поля «ключ: значение»", en: "fields “key: value” are expected"),
      at: node.range, advice: Phrase("например: \(shown)", en: "for example: “\(shown)”"))
  }

  private mutating func report(_ glued: GluedField, at range: SourceRange) {
    let sign = range.width == glued.width ? range.narrowed(to: glued.colon, 1) : range
    report(
      .valueInvalid, Phrase("после двоеточия нет обычного пробела", en: "no ordinary space behind the colon"), at: sign,
      advice: Phrase(
        "запишите так: «\(glued.key): \(glued.value)»", en: "write it so: “\(glued.key): \(glued.value)”"),
      fix: range.width == glued.width
        ? Replacement(range.narrowed(to: glued.colon, 1 + glued.blanks), with: ": ") : nil)
  }

  /// `цвет: #2e7d5b`: what begins with `#` is a remark for YAML, and the field stays empty.
  /// - Returns: whether that was told.
  mutating func reportSwallowed(_ scalar: FrontMatterNode.Scalar, _ field: FieldDescription) -> Bool {
    guard case .cut(let column) = scalar.style else { return false }
    let sign = SourceRange(
      start: SourcePosition(line: Int(scalar.range.end.line), column: Int(column)),
      end: SourcePosition(line: Int(scalar.range.end.line), column: Int(column) + 1))
    guard field.isRequired || field.name == "color" else { return false }
    report(
      .valueMissing,
      Phrase(
        "поле \(field.bothNames) осталось пустым: с «#» начинается примечание",
        en: "“\(field.name)” is empty: “#” begins a remark"), at: sign,
      advice: Phrase("возьмите значение в кавычки: \"#…\"", en: "put the value in quotes: \"#…\""))
    return true
  }
}

/// `название:Подготовка`: a key and a value that nothing parts.
private struct GluedField {
  let key: String
  let value: String
  /// In scalars, as all of these.
  let width: Int
  let colon: Int
  let blanks: Int

  init?(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count < 1000, let colon = scalars.firstIndex(of: ":"), colon > 0, colon + 1 < scalars.count else {
      return nil
    }
    let rest = scalars[(colon + 1)...]
    let blanks = rest.prefix { InvisibleCharacter.isBlank($0) || InvisibleCharacter.isZeroWidth($0) }
    key = String(String.UnicodeScalarView(scalars[..<colon]))
    value = String(String.UnicodeScalarView(rest.dropFirst(blanks.count).prefix(60)))
    guard !value.isEmpty, !value.hasPrefix("//") else { return nil }
    (self.colon, self.blanks, width) = (colon, blanks.count, scalars.count)
  }
}

extension SourceRange {
  /// So many scalars of it, from one on.
  func narrowed(to start: Int, _ count: Int) -> SourceRange {
    var range = self
    range.start.column += Int32(start)
    range.end = range.start
    range.end.column += Int32(count)
    return range
  }
}

extension String {
  /// Without a full stop at its end.
  var dropLastStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
