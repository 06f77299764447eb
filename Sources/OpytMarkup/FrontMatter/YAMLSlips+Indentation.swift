import OpytDiagnostics
import OpytText

/// Lines that begin further left or right than they belong.
extension YAMLSlips {
  /// As many lines as a message shows.
  private static var maximumShown: Int { 12 }

  // MARK: Tabs

  /// Lines that a tab stands before, together, told at the first of them.
  func tabs(from number: Int) -> YAMLSlip? {
    guard hasTab(number) else { return nil }
    let before = lineBefore(number)
    if let before, hasTab(before) { return nil }
    let last = (number..<lines.count).prefix { hasTab($0) || lines[$0].isEmpty }.last ?? number
    var above = before.map { lines[$0] } ?? []
    var columns: [Int: Int] = [:]
    var edits: [YAMLEdits.Edit] = []
    var shown: [String] = []
    for index in number...last where !lines[index].isEmpty {
      let line = lines[index]
      let width = line.prefix(while: InvisibleCharacter.isBlank).count
      let words = line[width...]
      let column = columns[width] ?? place(of: words, below: above)
      // What is deeper is forgotten when it is left.
      columns = columns.filter { $0.key < width }
      columns[width] = column
      let margin: [Unicode.Scalar] = Array(repeating: " ", count: column)
      edits.append(YAMLEdits.Edit(line: index, columns: 0..<width, text: margin))
      above = margin + words
      shown.append(Self.text(above[...]))
    }
    let isTop = edits.first?.text.isEmpty ?? false
    let sign = 0..<lines[number].prefix(while: InvisibleCharacter.isBlank).count
    return YAMLSlip(
      edits: edits,
      message: isTop
        ? Phrase("перед полем стоит табуляция", en: "a tab before a field")
        : Phrase("отступ сделан табуляцией", en: "the indentation is a tab"),
      advice: isTop
        ? Phrase("уберите её: поле пишется с начала строки, вот так:", en: "take it out: a field begins its line, so:")
        : Phrase("замените табуляцию пробелами, вот так:", en: "use spaces, so:"),
      sign: sign, line: number, snippet: Self.snippet(shown))
  }

  private func hasTab(_ number: Int) -> Bool {
    let line = lines[number]
    guard !isText[number], let first = line.first, InvisibleCharacter.isBlank(first) else { return false }
    let blanks = line.prefix(while: InvisibleCharacter.isBlank)
    return blanks.count < line.count && blanks.contains("\t")
  }

  /// Where words belong, by the line above them.
  private func place(of words: ArraySlice<Unicode.Scalar>, below above: [Unicode.Scalar]) -> Int {
    let content = Self.contentStart(of: above)
    let margin = above.prefix { $0 == " " }.count
    let isItem = words.first == "-" && words.dropFirst().first == " "
    let isKey = keyEnd(in: Array(words), from: Self.contentStart(of: Array(words))) != nil
    if Self.opensList(above) || Self.opensText(above) { return content + 2 }
    if isItem { return margin < content ? margin : content }
    return isKey || above.isEmpty ? content : content + 2
  }

  /// `key:` with nothing behind it.
  private static func opensList(_ line: [Unicode.Scalar]) -> Bool {
    line.last { !InvisibleCharacter.isBlank($0) } == ":"
  }

  // MARK: Spaces

  /// The line that YAML stumbled at, with those that go with it, put where its neighbours stand.
  func alignment(at number: Int) -> YAMLSlip? {
    guard lines.indices.contains(number), !isText[number] else { return nil }
    return isItem(number) ? alignedItems(around: number) : alignedKey(number)
  }

  private func isItem(_ number: Int) -> Bool {
    let words = lines[number].drop { $0 == " " }
    return words.first == "-" && (words.count == 1 || words.dropFirst().first == " ")
  }

  private func margin(_ number: Int) -> Int { lines[number].prefix { $0 == " " }.count }

  /// `- Первое` and below it ` - Второе`.
  private func alignedItems(around number: Int) -> YAMLSlip? {
    var first = number
    while first > 0, isItem(first - 1) { first -= 1 }
    let last = (number..<lines.count).prefix { isItem($0) }.last ?? number
    guard first > 0, first < number, Self.opensList(lines[first - 1]) else { return nil }
    // A record's own lists stand elsewhere on purpose.
    let hasRecords = (first...last).contains {
      keyEnd(in: lines[$0], from: Self.contentStart(of: lines[$0])) != nil
    }
    if hasRecords { return nil }
    let column = max(margin(first), Self.contentStart(of: lines[first - 1]))
    return slip(at: number, moving: (first...last).filter { margin($0) != column }, to: column, shown: first - 1...last)
  }

  /// `- название: А` and below it `   содержание: Б`.
  private func alignedKey(_ number: Int) -> YAMLSlip? {
    let column = margin(number)
    guard keyEnd(in: lines[number], from: column) != nil else { return nil }
    var nearest: Int?
    var first = number
    for index in (0..<number).reversed() where !lines[index].allSatisfy(InvisibleCharacter.isBlank) {
      let content = Self.contentStart(of: lines[index])
      guard !isText[index], keyEnd(in: lines[index], from: content) != nil else { continue }
      if abs(content - column) < abs((nearest ?? .max / 2) - column) { (nearest, first) = (content, index) }
      if content == 0 { break }
    }
    guard let nearest, nearest != column, abs(nearest - column) <= 3 else { return nil }
    let last =
      (number..<lines.count).prefix { !isItem($0) && margin($0) == column && !lines[$0].isEmpty }.last ?? number
    return slip(at: number, moving: Array(number...last), to: nearest, shown: max(first, number - 4)...last)
  }

  private func slip(at number: Int, moving: [Int], to column: Int, shown: ClosedRange<Int>) -> YAMLSlip? {
    guard !moving.isEmpty else { return nil }
    let place: [Unicode.Scalar] = Array(repeating: " ", count: column)
    let edits = moving.map { YAMLEdits.Edit(line: $0, columns: 0..<margin($0), text: place) }
    let text = shown.map { index in
      Self.text(moving.contains(index) ? (place + lines[index][margin(index)...])[...] : lines[index][...])
    }
    let spaces = Plural("пробел", "пробела", "пробелов")
    let own = margin(number)
    let wrong = own == 0 ? "отступа нет" : "перед ней \(spaces.counted(own))"
    let right = column == 0 ? "отступ не нужен" : "нужно \(column)"
    return YAMLSlip(
      edits: edits,
      message: Phrase(
        "строка стоит не под соседними: \(own == column ? "соседние сдвинуты" : "\(wrong), а \(right)")",
        en: "the line is not below its neighbours: \(own) spaces where \(column) belong"),
      advice: Phrase("выровняйте строки так:", en: "align the lines so:"),
      sign: 0..<max(1, own), line: number, snippet: Self.snippet(text))
  }

  private static func snippet(_ lines: [String]) -> Phrase {
    let text = (lines.prefix(maximumShown) + (lines.count > maximumShown ? ["…"] : [])).joined(separator: "\n")
    return Phrase(text, en: text)
  }
}
