import OpytDiagnostics

/// Lists whose first item has no hyphen, and lines below a key that nothing ties to it.
extension YAMLSlips {
  /// A line with words, where they begin, and the words.
  private struct Words {
    let line: Int
    let start: Int
    let text: String
  }

  /// Told where the first item, or the first of the lines, stands.
  /// - Parameter number: the line of the key.
  func untiedLines(below number: Int) -> YAMLSlip? {
    let line = lines[number]
    let start = Self.contentStart(of: line)
    guard let colon = keyEnd(in: line, from: start), !Self.opensText(line) else { return nil }
    let value = line[(colon + 1)...]
    guard value.isEmpty || InvisibleCharacter.isBlank(line[colon + 1]) else { return nil }
    let key = Self.text(line[..<(colon + 1)])
    if let first = value.firstIndex(where: { !InvisibleCharacter.isBlank($0) }) {
      return headOnKey(Words(line: number, start: first, text: Self.words(line, from: first)), key, start)
    }
    guard let next = wordsBelow(number) else { return nil }
    if next.start > start { return headWithoutHyphen(next, key, start) }
    return start == 0 && next.start == 0 ? unindented(from: next, key) : nil
  }

  /// `задачи: Первое: важное`, and `- второе` below it.
  private func headOnKey(_ first: Words, _ key: String, _ column: Int) -> YAMLSlip? {
    guard isPlain(first), YAMLText.needsQuotes(first.text) else { return nil }
    let items = hyphened(below: first.line, from: column)
    guard let last = items.last else { return nil }
    let texts = [first.text] + items.map(\.text)
    let written = Array(YAMLText.written(first.text).unicodeScalars)
    let end = first.start + first.text.unicodeScalars.count
    let rest = (first.line + 1...last.line).map {
      YAMLEdits.Edit(line: $0, columns: 0..<lines[$0].count, text: [])
    }
    return YAMLSlip(
      edits: [YAMLEdits.Edit(line: first.line, columns: first.start..<end, text: written)] + rest,
      message: Phrase(
        "первый пункт списка стоит в строке с ключом, а остальные – под ней",
        en: "the first item stands behind the key, the others below it"),
      advice: Phrase(
        "начните и его с новой строки, с дефисом; весь список:", en: "put it on a line of its own, behind a hyphen:"),
      sign: first.start..<end, line: first.line, snippet: Self.snippet(key, texts, column), isMend: false)
  }

  /// `Первое: важное` below the key, and `- второе` below it.
  private func headWithoutHyphen(_ first: Words, _ key: String, _ column: Int) -> YAMLSlip? {
    guard isPlain(first), !first.text.hasSuffix(":") else { return nil }
    let items = hyphened(below: first.line, from: first.start)
    guard items.first?.start == first.start else { return nil }
    let end = first.start + first.text.unicodeScalars.count
    return YAMLSlip(
      edits: [
        YAMLEdits.Edit(
          line: first.line, columns: first.start..<end,
          text: ["-", " "] + Array(YAMLText.written(first.text).unicodeScalars))
      ],
      message: Phrase("у первого пункта списка нет дефиса", en: "the first item of the list has no hyphen"),
      advice: Phrase("поставьте дефис и пробел; весь список:", en: "put a hyphen and a space; all of it:"),
      sign: first.start..<end, line: first.line,
      snippet: Self.snippet(key, [first.text] + items.map(\.text), column))
  }

  /// Lines without any sign, as far left as the key above them.
  private func unindented(from first: Words, _ key: String) -> YAMLSlip? {
    var found: [Words] = []
    var next: Words? = first
    while let words = next, words.start == 0, isPlain(words), keyEnd(in: lines[words.line], from: 0) == nil {
      found.append(words)
      next = wordsBelow(words.line)
    }
    guard !found.isEmpty else { return nil }
    let name = key.dropLast()
    return YAMLSlip(
      edits: found.map { YAMLEdits.Edit(line: $0.line, columns: 0..<0, text: [" ", " "]) },
      message: Phrase(
        "строки под «\(name)» стоят без отступа и не относятся ни к одному полю",
        en: "the lines below “\(name)” have no indent and belong to no field"),
      advice: found.count == 1
        ? Phrase("начните строку с двух пробелов", en: "begin the line with two spaces")
        : Phrase(
          "сплошной текст начните с двух пробелов, а пункты списка – ещё и с дефиса:",
          en: "begin a text with two spaces, and items of a list with a hyphen, too:"),
      sign: 0..<min(first.text.unicodeScalars.count, lines[first.line].count), line: first.line,
      snippet: found.count == 1 ? nil : Self.snippet(key, found.map(\.text), 0), isMend: found.count == 1)
  }

  // MARK: Lines

  /// The items with hyphens that stand together, with the lines that go on with them.
  private func hyphened(below number: Int, from column: Int) -> [Words] {
    var items: [Words] = []
    var next = wordsBelow(number)
    while let words = next, words.start >= column {
      if words.text.hasPrefix("- ") {
        let text = String(words.text.dropFirst(2).drop { $0 == " " })
        items.append(Words(line: words.line, start: words.start, text: text))
      } else if let last = items.last, words.start > last.start, keyEnd(in: lines[words.line], from: words.start) == nil
      {
        items[items.count - 1] = Words(line: words.line, start: last.start, text: "\(last.text) \(words.text)")
      } else {
        break
      }
      next = wordsBelow(words.line)
    }
    return items
  }

  /// The next line with words; nil where it belongs to a text.
  private func wordsBelow(_ number: Int) -> Words? {
    guard let next = lines[(number + 1)...].firstIndex(where: { !$0.allSatisfy(InvisibleCharacter.isBlank) }),
      !isText[next], let start = lines[next].firstIndex(where: { !InvisibleCharacter.isBlank($0) })
    else { return nil }
    return Words(line: next, start: start, text: Self.words(lines[next], from: start))
  }

  private static func words(_ line: [Unicode.Scalar], from start: Int) -> String {
    let end = line.lastIndex { !InvisibleCharacter.isBlank($0) }.map { $0 + 1 } ?? start
    return text(line[start..<max(start, end)])
  }

  /// Whether words begin as a value without quotes does, and with no sign of a list.
  private func isPlain(_ words: Words) -> Bool {
    guard let first = words.text.unicodeScalars.first else { return false }
    return !"\"'[]{}|>&*!#%@`,?".unicodeScalars.contains(first)
      && ListSign.width(in: words.text.unicodeScalars, includingHyphen: true) == nil
      && words.text != "---" && words.text != "..."
  }
}
