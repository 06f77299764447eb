import OpytDiagnostics

/// Lists whose items begin with the signs of a text: `•`, `—`, `*`, `1.`
extension YAMLSlips {
  /// An item, and where its sign stands.
  private struct Item {
    let line: Int
    let start: Int
    /// Of the sign with the blank behind it.
    let width: Int
    var text: String
    /// The last line of those that go on with it.
    var last: Int
  }

  /// As many items as a message shows.
  private static let maximumShown = 40

  /// All lines of such a list, told at the first of them.
  func listSigns(from number: Int) -> YAMLSlip? {
    guard let first = item(number), let header = lineBefore(number), item(header) == nil else { return nil }
    let line = lines[header]
    let column = Self.contentStart(of: line)
    guard let colon = keyEnd(in: line, from: column) else { return nil }
    let behind = line[(colon + 1)...].drop(while: InvisibleCharacter.isBlank)
    guard colon + 1 == line.count || behind.isEmpty || InvisibleCharacter.isBlank(line[colon + 1]) else { return nil }
    let items = run(from: first, below: column)
    let sign = Self.text(lines[number][first.start..<first.start + first.width - 1])
    let key = Self.text(line[..<(colon + 1)])
    if behind.isEmpty {
      return YAMLSlip(
        edits: items.flatMap { edits(for: $0, column) }, message: Self.message(sign, isGlued: false),
        advice: Self.advice(first.text), sign: first.start..<first.start + first.width - 1, line: number,
        snippet: Self.snippet(key, items.map(\.text), column))
    }
    // `задачи: Первое`, and the others below.
    guard let opening = behind.first, !"\"'[{|>&!#".unicodeScalars.contains(opening) else { return nil }
    let width = ListSign.width(in: behind) ?? 0
    let texts = [Self.text(behind.dropFirst(width))] + items.map(\.text)
    let sighted = YAMLEdits.Edit(line: header, columns: behind.startIndex..<behind.startIndex + width, text: [])
    let rest = (number...(items.last?.line ?? number)).map {
      YAMLEdits.Edit(line: $0, columns: 0..<lines[$0].count, text: [])
    }
    return YAMLSlip(
      edits: (width > 0 ? [sighted] : []) + rest, message: Self.message(sign, isGlued: true),
      advice: Self.advice(texts[0]), sign: first.start..<first.start + first.width - 1, line: number,
      snippet: Self.snippet(key, texts, column), isMend: false)
  }

  private func item(_ number: Int) -> Item? {
    guard !isText[number] else { return nil }
    let line = lines[number]
    guard let start = line.firstIndex(where: { !InvisibleCharacter.isBlank($0) }),
      let width = ListSign.width(in: line[start...])
    else { return nil }
    return Item(
      line: number, start: start, width: width, text: Self.text(line[(start + width)...]).trimmingBlanks,
      last: number)
  }

  /// The line with words above a line.
  func lineBefore(_ number: Int) -> Int? {
    guard let before = lines[..<number].lastIndex(where: { !$0.allSatisfy(InvisibleCharacter.isBlank) }),
      !isText[before]
    else { return nil }
    return before
  }

  /// The items that stand together. What is deeper than the list's key and no key itself goes on with the item above.
  private func run(from first: Item, below column: Int) -> [Item] {
    var items = [first]
    for number in (first.line + 1)..<max(first.line + 1, lines.count) {
      let line = lines[number]
      if line.allSatisfy(InvisibleCharacter.isBlank) { continue }
      if let next = item(number) {
        items.append(next)
      } else if Self.contentStart(of: line) > column, keyEnd(in: line, from: Self.contentStart(of: line)) == nil {
        items[items.count - 1].text += " " + Self.text(line[...]).trimmingBlanks
        items[items.count - 1].last = number
      } else {
        break
      }
    }
    return items
  }

  /// The item as YAML writes it, not further left than its key.
  private func edits(for item: Item, _ column: Int) -> [YAMLEdits.Edit] {
    let line = lines[item.line]
    let isLeft = item.start < column
    let hyphen = Array("- ".unicodeScalars)
    let margin: [Unicode.Scalar] = isLeft ? Array(repeating: " ", count: column) : []
    let sign = YAMLEdits.Edit(
      line: item.line, columns: (isLeft ? 0 : item.start)..<item.start + item.width, text: margin + hyphen)
    let written = YAMLText.written(item.text)
    let words = line[(item.start + item.width)...]
    guard written == "\"\(item.text)\"", let start = words.firstIndex(where: { !InvisibleCharacter.isBlank($0) }) else {
      return [sign]
    }
    let end = lines[item.last].count
    return [
      sign, YAMLEdits.Edit(line: item.line, columns: start..<start, text: ["\""]),
      YAMLEdits.Edit(line: item.last, columns: end..<end, text: ["\""]),
    ]
  }

  static func snippet(_ key: String, _ texts: [String], _ column: Int) -> Phrase {
    let margin = String(repeating: " ", count: column + 2)
    let shown = texts.prefix(maximumShown).map { margin + "- " + YAMLText.written($0) }
    let more = texts.count > maximumShown ? [margin + "- …"] : []
    let text = ([key] + shown + more).joined(separator: "\n")
    return Phrase(text, en: text)
  }

  private static func message(_ sign: String, isGlued: Bool) -> Phrase {
    if isGlued {
      return Phrase(
        "строка начинается со знака «\(sign)» и не относится ни к одному полю",
        en: "a line that begins with “\(sign)” belongs to no field")
    }
    switch sign {
    case "–", "—":
      return Phrase(
        "пункты списка начинаются с тире «\(sign)», а нужен дефис «-»", en: "the items begin with a dash, “\(sign)”")
    default:
      return Phrase(
        "пункты списка начинаются с «\(sign)», а нужен дефис", en: "the items of a list begin with “\(sign)”")
    }
  }

  private static func advice(_ first: String) -> Phrase {
    let shown = "- " + YAMLText.written(first.count > 60 ? first.prefix(60) + "…" : first)
    return Phrase(
      "каждый пункт – с новой строки, с дефисом и пробелом: «\(shown)»; весь список:",
      en: "each item on a line of its own, behind a hyphen and a space: “\(shown)”; all of it:")
  }
}

/// How a text is written as a value of one line.
package enum YAMLText {
  /// In quotes where it would be read as something else.
  package static func written(_ text: String) -> String {
    guard needsQuotes(text) else { return text }
    if text.contains("\"") || text.contains("\\") { return "'\(text.replacing("'", with: "''"))'" }
    return "\"\(text)\""
  }

  /// Whether a text can't stand as it is: by its bytes, for all items of a long list may be asked.
  package static func needsQuotes(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    guard !bytes.isEmpty, !"\"'[]{}|>&*!#%@`,?-".utf8.contains(bytes[0]) else { return true }
    var before: UInt8 = 0
    for index in bytes.indices {
      switch (before, bytes[index]) {
      case (UInt8(ascii: ":"), UInt8(ascii: " ")), (UInt8(ascii: " "), UInt8(ascii: "#")): return true
      default: before = bytes[index]
      }
    }
    return before == UInt8(ascii: ":")
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    let head = unicodeScalars.drop(while: InvisibleCharacter.isBlank)
    return String(
      String.UnicodeScalarView(head.dropLast(head.reversed().prefix(while: InvisibleCharacter.isBlank).count)))
  }
}
