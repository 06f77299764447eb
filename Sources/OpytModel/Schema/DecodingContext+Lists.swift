import OpytDiagnostics
import OpytMarkup
import OpytText

/// What is told of lists that are written in other ways than YAML's.
extension DecodingContext {
  /// Lines with `•`, `–` or `1.` before them.
  mutating func reportListSigns(_ lines: [FrontMatterNode.ListedItem], _ scalar: FrontMatterNode.Scalar) {
    if onlyCounts(.valueInvalid) { return }
    let items = lines.flatMap { SeveralValues.items(of: $0.text, behind: $0.mark) }
    let shown = SeveralValues.shown(items).map { "«- \($0)»" }.joined(separator: ", ")
    let isInOneLine = scalar.range.start.line == scalar.range.end.line
    let isOneItem = isInOneLine && items.count == 1
    let fixes: [Replacement]
    if items.count > lines.count {
      // Several in one line stand in brackets then.
      fixes = isInOneLine ? Self.severalFix(items, scalar.text, at: scalar.range, .alone).map { [$0] } ?? [] : []
    } else {
      fixes = lines.map { line in
        var sign = line.sign
        if isOneItem { sign.end.column += 1 }
        return Replacement(sign, with: isOneItem ? "" : "-")
      }
    }
    let snippet = listSnippet(items.map { [YAMLText.written($0)] })
    report(
      .valueInvalid,
      Phrase(
        "пункты списка записаны не с дефисом", en: "the items of a list are not written with hyphens"),
      at: lines.first?.sign ?? scalar.range,
      advice: Phrase(
        "каждый пункт – с новой строки, с дефисом и пробелом: \(shown)",
        en: "each item on a line of its own, behind a hyphen and a space: “\(shown)”"),
      fixes: fixes, snippet: snippet)
  }

  /// Lines without a hyphen, where a list belongs: as they stand they are one item.
  mutating func warnApart(_ lines: [String], _ scalar: FrontMatterNode.Scalar) {
    if isJSON { return }
    let shown = lines.prefix(3).map { "«- \(YAMLText.written(String($0.prefix(60))))»" }.joined(separator: ", ")
    let text = scalar.text.inOneLine
    let snippet = listSnippet(lines.map { [YAMLText.written($0)] })
    warn(
      Phrase(
        "эти строки станут одним пунктом: «\(text.prefix(120))»",
        en: "these lines will be one item: “\(text.prefix(120))”"),
      at: scalar.range,
      advice: Phrase(
        "если пунктов несколько, начните каждый с дефиса и пробела: \(shown)",
        en: "where there are several, begin each with a hyphen and a space: \(shown)"), snippet: snippet)
  }

  /// The field with items of one or more lines each, as it may be pasted.
  func listSnippet(_ items: [[String]], english: [[String]]? = nil) -> Phrase? {
    guard let field, let fieldKey else { return nil }
    return Phrase(
      listText(items, behind: fieldKey), en: listText(english ?? items, behind: english == nil ? fieldKey : field.name))
  }

  /// How many items of a list are shown to be pasted.
  static let maximumSnippet = 40

  private func listText(_ items: [[String]], behind key: String) -> String {
    let margin = String(repeating: " ", count: 4 * max(0, depth - 1))
    let lines = items.prefix(Self.maximumSnippet).flatMap { item in
      item.enumerated().map { margin + ($0.offset == 0 ? "  - " : "    ") + $0.element }
    }
    return (["\(margin)\(key):"] + lines + (items.count > Self.maximumSnippet ? ["\(margin)  - …"] : [])).joined(
      separator: "\n")
  }

  /// Several values in one: how a list of them is written.
  /// - Parameter parts: as they would stand in the list.
  static func severalAdvice(_ parts: [String], _ place: ListPlace, key: String?) -> Phrase {
    let shown = SeveralValues.shown(parts)
    if place == .behindHyphen {
      let lines = shown.map { "«- \($0)»" }.joined(separator: ", ")
      return Phrase(
        "если их несколько, у каждого своя строка: \(lines)",
        en: "where there are several, each has its line: “\(lines)”"
      )
    }
    let list = (key.map { "\($0): " } ?? "") + SeveralValues.list(shown)
    return Phrase(
      "если их несколько, запишите списком: \(list)", en: "where there are several, write a list: “\(list)”")
  }

  /// The list in place of what was written, where it can stand there.
  static func severalFix(
    _ parts: [String], _ text: String, at range: SourceRange, _ place: ListPlace
  ) -> Replacement? {
    guard range.width == text.unicodeScalars.count else { return nil }
    switch place {
    case .alone: return Replacement(range, with: SeveralValues.list(parts))
    case .inBrackets: return Replacement(range, with: SeveralValues.inBrackets(parts))
    case .single, .behindHyphen: return nil
    }
  }

  /// The key that the field has in this file.
  var fieldKey: String? {
    guard let careful, let field else { return nil }
    return careful.name(of: field)
  }

  /// A text of a list that holds several: `А; Б`. As it stands it is one item.
  mutating func checkSeveral(_ text: String, _ scalar: FrontMatterNode.Scalar) {
    // Every text comes here: most are told apart by one look.
    guard listPlace != .single, !isJSON else { return }
    let hasSemicolon = text.has { $0.isByte(UInt8(ascii: ";")) }
    guard hasSemicolon ? listPlace != .behindHyphen : listPlace == .alone,
      let parts = SeveralValues.parts(of: text)
    else { return }
    let isList: Bool
    if hasSemicolon || text.hasPrefix("(") && text.hasSuffix(")") {
      isList = true
    } else {
      // Commas part clauses too: only short words without a full stop are taken for a list.
      isList =
        !text.hasSuffix(".")
        && parts.allSatisfy { $0.split(separator: " ").count <= 2 && $0.count <= 30 }
    }
    guard isList else { return }
    let (place, key) = (listPlace, fieldKey)
    warn(
      Phrase("это будет один пункт: «\(text.prefix(200))»", en: "this will be one item: “\(text.prefix(200))”"),
      at: scalar.range, advice: Self.severalAdvice(parts, place, key: key))
  }

  /// A decimal comma in brackets parts one item into two: `[Рост 45,5 см, Вес]`.
  mutating func checkCommas(between items: [FrontMatterNode]) {
    var previous: FrontMatterNode.Scalar?
    for item in items {
      guard case .scalar(let scalar) = item, scalar.isPlain else {
        previous = nil
        continue
      }
      if let first = previous, first.range.end.line == scalar.range.start.line,
        first.range.end.column + 1 == scalar.range.start.column, first.text.utf8.last?.isASCIIDigit == true,
        scalar.text.utf8.first?.isASCIIDigit == true,
        // Numbers alone are a list of numbers.
        !first.text.utf8.allSatisfy(\.isASCIIDigit) || !scalar.text.utf8.allSatisfy(\.isASCIIDigit)
      {
        let whole = SourceRange(start: first.range.start, end: scalar.range.end)
        let text = "\(first.text),\(scalar.text)"
        warn(
          Phrase("запятая в скобках делит «\(text)» на два пункта", en: "a comma in brackets parts “\(text)” in two"),
          at: whole, advice: Phrase("возьмите пункт в кавычки: \"\(text)\"", en: "put it in quotes: “\(text)”"),
          fix: text.utf8.contains { "\"\\".utf8.contains($0) } ? nil : Replacement(whole, with: "\"\(text)\""))
      }
      previous = scalar
    }
  }

  // MARK: Decimal commas

  /// `{значение: 45,5}` is read as `45` and a key `5`: both together are the number.
  func wholeNumber(_ value: FrontMatterNode, _ next: FrontMatterNode.Entry) -> FrontMatterNode? {
    guard case .scalar(let scalar) = value, case .scalar(let rest) = next.value, rest.isEmpty, scalar.isPlain,
      next.key.utf8.first?.isASCIIDigit == true,
      next.key.utf8.allSatisfy({ $0.isASCIIDigit || $0 == 0x20 || $0 == 0x25 }),
      let last = scalar.text.utf8.last, last.isASCIIDigit,
      Self.isBehindComma(next.keyRange, scalar.range)
    else { return nil }
    let range = SourceRange(start: scalar.range.start, end: next.keyRange.end)
    return .scalar(.init(text: "\(scalar.text),\(next.key)", range: range, style: .plain))
  }

  /// Whether a key is the part of a number behind its comma.
  func isRestOfNumber(_ entry: FrontMatterNode.Entry, behind previous: FrontMatterNode.Entry) -> Bool {
    wholeNumber(previous.value, entry) != nil
  }

  private static func isBehindComma(_ next: SourceRange, _ previous: SourceRange) -> Bool {
    previous.end.line == next.start.line && previous.end.column + 1 == next.start.column
  }
}
