import OpytDiagnostics
import OpytText

/// Paragraphs that were typed as lists, headings or tables.
extension LookalikeCheck {
  mutating func check(_ paragraph: ParagraphLines) {
    if checkTable(paragraph) || checkTabs(paragraph) || checkSemicolons(paragraph) { return }
    checkHeadings(paragraph)
    if let first = paragraph.starts.first ?? nil, first.sign == .box { checkBox(first, in: paragraph) }
    checkBullets(paragraph)
    checkDashes(paragraph)
    checkMarkers(paragraph)
    checkNumbersInParagraph(paragraph)
  }

  // MARK: Headings and boxes

  private mutating func checkHeadings(_ paragraph: ParagraphLines) {
    for (start, line) in zip(paragraph.starts, paragraph.lines) {
      guard let start, start.sign == .heading, start.words < line.endIndex else { continue }
      let (sign, count) = (string(start.mark), start.mark.count)
      if start.isHidden || start.gap == .odd {
        report(
          .hidden(sign, isHeading: true), at: line.startIndex..<start.words,
          fixes: [replacement(line.startIndex..<start.words, sign + " ")])
      } else if count > 6 {
        report(.deepHeading, at: start.mark)
      } else if start.gap == .none, looksLikeTitle(line[start.words...], signs: count) {
        report(
          .glued(sign, excerpt(start.words..<line.endIndex, letters: 16), isHeading: true), at: start.mark,
          fixes: [replacement(start.mark, sign + " ")])
      }
    }
  }

  /// `#осень` is a tag and no heading; with a capital letter and no second sign it is a title.
  private func looksLikeTitle(_ words: ArraySlice<UInt8>, signs: Int) -> Bool {
    guard let first = string(words.indices).first, first.isLetter || first.isNumber && signs > 1 else { return false }
    return signs > 1 || first.isUppercase && !words.contains(UInt8(ascii: "#"))
  }

  private mutating func checkBox(_ start: LineStart, in paragraph: ParagraphLines) {
    let typed = string(start.mark)
    let isRight = typed == "[x]" || typed == "[X]" || typed == "[ ]"
    // A right box with nothing behind it is a box of an item without words.
    guard !isRight || start.gap != .space, start.words < paragraph.lines[0].endIndex else { return }
    let isTicked = typed.contains { !" []".contains($0) }
    report(
      .box(typed, isTicked: isTicked, isGlued: isRight), at: start.mark,
      fixes: [replacement(start.mark.lowerBound..<start.words, isTicked ? "[x] " : "[ ] ")])
  }

  // MARK: Lists

  private mutating func checkBullets(_ paragraph: ParagraphLines) {
    let found = paragraph.starts.compactMap { $0 }.filter { $0.sign == .bullet || $0.sign == .letter }
    guard let first = found.first, let sign = string(first.mark).unicodeScalars.first else { return }
    let hasWords = first.words < text.bytes.count
    guard found.count > 1 || sign.isPlainBullet && hasWords else { return }
    if first.sign == .letter { return report(.letters(string(first.mark)), at: first.mark) }
    report(
      .bullet(string(first.mark)), at: first.mark,
      fixes: found.filter { $0.sign == .bullet }.map { replacement($0.mark.lowerBound..<$0.words, "- ") })
  }

  /// Lines with dashes are what people say in turn, or items of a list. Items begin with a small letter or end with a
  /// semicolon; and where nothing but such lines stands in a paragraph, or behind a line with a colon, they are items
  /// unless one of them ends as speech does: with a full stop before the last line, a question, an exclamation, or words
  /// that trail off.
  private mutating func checkDashes(_ paragraph: ParagraphLines) {
    var items: [LineStart] = wordlessItems(of: paragraph)
    if let first = items.first {
      report(
        .bullet(string(first.mark)), at: first.mark,
        fixes: items.map { replacement($0.mark.lowerBound..<$0.words, "- ") })
      return
    }
    for (index, start) in paragraph.starts.enumerated() {
      guard let start, start.sign == .dash, start.words < paragraph.lines[index].endIndex else { continue }
      guard index == 0 || paragraph.endsSentence(paragraph.lines[index - 1]) else { continue }
      let words = paragraph.lines[index][start.words...]
      let isLower = ScalarScan(words).peek?.properties.isLowercase ?? false
      if isLower || words.trimmedEnd.last == UInt8(ascii: ";") { items.append(start) }
    }
    let hasLead = paragraph.starts.first.map { $0 == nil } ?? false
    // A dash alone is speech, unless its line ends as an item does: then empty lines part the items.
    let isAlone = paragraph.lines.count == 1 && paragraph.lines[0].trimmedEnd.last == UInt8(ascii: ";")
    guard let first = items.first,
      items.count > 1 || isAlone || hasLead && endsWithColon(paragraph, before: first)
    else { return }
    report(
      .bullet(string(first.mark)), at: first.mark,
      fixes: items.map { replacement($0.mark.lowerBound..<$0.words, "- ") })
  }

  /// The lines with dashes of a paragraph that is a list of few words; none where people may be speaking.
  private func wordlessItems(of paragraph: ParagraphLines) -> [LineStart] {
    let lead =
      paragraph.lines.first?.trimmedEnd.last == UInt8(ascii: ":") && paragraph.starts.first?.map(\.sign) != .dash
    let lines = Array(zip(paragraph.starts, paragraph.lines).dropFirst(lead ? 1 : 0))
    guard lines.count > 1 else { return [] }
    var items: [LineStart] = []
    for (index, (start, line)) in lines.enumerated() {
      guard let start, start.sign == .dash, start.words < line.endIndex else { return [] }
      let words = line[start.words...].trimmedEnd
      let isLast = index == lines.count - 1
      let isSpeech =
        words.last.map { "?!".utf8.contains($0) || $0 == UInt8(ascii: ".") && !isLast } ?? true
        || ["…", "»", "”"].contains { words.suffix($0.utf8.count).elementsEqual($0.utf8) }
      if isSpeech || words.suffix(3).elementsEqual("...".utf8) { return [] }
      items.append(start)
    }
    return items
  }

  private func endsWithColon(_ paragraph: ParagraphLines, before start: LineStart) -> Bool {
    paragraph.lines.last { $0.endIndex < start.mark.lowerBound }?.trimmedEnd.last == UInt8(ascii: ":")
  }

  /// `-земля` and `1.земля`, and those with a blank behind the sign that is none for Markdown.
  private mutating func checkMarkers(_ paragraph: ParagraphLines) {
    let found = paragraph.starts.enumerated().compactMap { index, start -> (start: LineStart, line: Int)? in
      guard let start, start.sign == .marker || start.sign == .number, start.words < paragraph.lines[index].endIndex
      else { return nil }
      return start.gap == .odd || start.isHidden || isGlued(start, in: paragraph.lines[index])
        ? (start, index) : nil
    }
    guard let (first, line) = found.first else { return }
    let sign = string(first.mark)
    // A note below a table begins with one star.
    if sign == "*", first.gap == .none, found.count == 1 { return }
    // A number in the middle of a paragraph may be one.
    if first.sign == .number, found.count == 1, line > 0 { return }
    let fixes =
      line == 0 || first.sign == .marker
      ? found.map { replacement($0.start.mark.lowerBound..<$0.start.words, string($0.start.mark) + " ") } : []
    if first.gap == .odd || first.isHidden {
      report(.hidden(sign, isHeading: false), at: first.mark, fixes: fixes)
    } else {
      let words = first.words..<paragraph.lines[line].endIndex
      report(.glued(sign, excerpt(words, letters: 16), isHeading: false), at: first.mark, fixes: fixes)
    }
  }

  /// Whether a word stands right behind the sign. `*слово*` is emphasis, and `-5` a number.
  private func isGlued(_ start: LineStart, in line: ArraySlice<UInt8>) -> Bool {
    let words = line[start.words...]
    guard start.gap == .none, let first = ScalarScan(words).peek, first.properties.isAlphabetic else { return false }
    return text.bytes[start.mark.lowerBound] != UInt8(ascii: "*") || !words.contains(UInt8(ascii: "*"))
  }

  /// A list that begins with another number than 1 does not end a paragraph.
  private mutating func checkNumbersInParagraph(_ paragraph: ParagraphLines) {
    let found = paragraph.starts.enumerated().compactMap { index, start -> LineStart? in
      guard let start, index > 0, start.sign == .number, start.gap == .space, !start.isHidden else { return nil }
      return start
    }
    guard let first = found.first, found.count > 1 || endsWithColon(paragraph, before: first) else { return }
    report(.numbersInParagraph(string(first.mark)), at: first.mark)
  }

  func replacement(_ offsets: Range<Int>, _ words: String) -> Replacement {
    Replacement(text.range(offsets), with: words)
  }
}

// MARK: - Tables

extension LookalikeCheck {
  private mutating func checkTable(_ paragraph: ParagraphLines) -> Bool {
    let bar = UInt8(ascii: "|")
    let rows = paragraph.lines.map { TableRow($0) }
    guard let first = rows.firstIndex(where: { $0.cells.count > 1 }) else { return false }
    let line = paragraph.lines[first]
    let isFramed = line.first == bar && line.trimmedEnd.last == bar
    guard isFramed || first + 1 < rows.count && rows[first + 1].cells.count > 1 else { return false }
    let place = line.startIndex..<line.trimmedEnd.endIndex
    let columns = rows[first].cells.count
    guard first + 1 < rows.count, rows[first + 1].isRule else {
      report(.table(columns: columns), at: place)
      return true
    }
    let dashes = rows[first + 1].cells.count
    if dashes == columns {
      report(.tableDashes(columns: columns), at: text.lineRange(text.lineNumber(at: rows[first + 1].start)))
    } else {
      report(.tableHead(columns: columns, dashes: dashes), at: place)
    }
    return true
  }

  private mutating func checkTabs(_ paragraph: ParagraphLines) -> Bool {
    let tab = UInt8(ascii: "\t")
    let rows = paragraph.lines.map { line in
      line.trimmedEnd.split(separator: tab).map { String(decoding: $0.trimmed, as: UTF8.self) }
    }
    guard let first = rows.firstIndex(where: { $0.count > 1 }), first + 1 < rows.count, rows[first + 1].count > 1 else {
      return false
    }
    let line = paragraph.lines[first]
    report(.tabs(rows[first].prefix(8).map { String($0.prefix(30)) }), at: line.startIndex..<line.trimmedEnd.endIndex)
    return true
  }

  /// `Имя; возраст; вопросов`: as tables of numbers are exported. Words that are listed in prose end in lines of other
  /// lengths, with a sign.
  private mutating func checkSemicolons(_ paragraph: ParagraphLines) -> Bool {
    let semicolon = UInt8(ascii: ";")
    guard paragraph.lines.count > 1, paragraph.lines[0].contains(semicolon) else { return false }
    let rows = paragraph.lines.map { line in
      line.trimmedEnd.split(separator: semicolon, omittingEmptySubsequences: false).map { ArraySlice($0).trimmed }
    }
    let columns = rows[0].count
    let isTable = zip(rows, paragraph.lines).allSatisfy { cells, line in
      cells.count == columns && cells.allSatisfy { (1...160).contains($0.count) }
        && !(line.trimmedEnd.last.map { ".,:".utf8.contains($0) } ?? true)
    }
    guard isTable, columns > 1, columns * rows.count >= 6, paragraph.starts[0] == nil else { return false }
    let line = paragraph.lines[0]
    report(
      .semicolons(rows[0].prefix(8).map { String(String(decoding: $0, as: UTF8.self).prefix(30)) }),
      at: line.startIndex..<line.trimmedEnd.endIndex)
    return true
  }

  /// A row of a table in the tree: cells for which there is no column are lost to the parser.
  /// - Returns: their words.
  mutating func enterRow(line: Int, columns: Int) -> ArraySlice<UInt8>? {
    let source = text.line(line).drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: ">") }
    guard source.count(where: { $0 == UInt8(ascii: "|") }) >= columns else { return nil }
    let cells = TableRow(source).cells
    guard cells.count > columns else { return nil }
    let rest = cells[columns].startIndex..<(cells.last?.endIndex ?? source.endIndex)
    let words = text.bytes[rest].trimmed
    guard !words.isEmpty else { return nil }
    report(
      .extraCells(excerpt(words.indices, letters: 40), cells: cells.count, columns: columns), at: words.indices)
    return words
  }
}

/// A line as the cells of a table.
struct TableRow {
  let start: Int
  let cells: [ArraySlice<UInt8>]
  private let line: ArraySlice<UInt8>

  /// Bars behind a backslash separate nothing; one at either end belongs to no cell.
  init(_ line: ArraySlice<UInt8>) {
    let line = line.trimmed
    self.line = line
    start = line.startIndex
    guard line.contains(UInt8(ascii: "|")) else {
      cells = [line]
      return
    }
    var cells: [ArraySlice<UInt8>] = []
    var cellStart = line.startIndex
    var index = line.startIndex
    while index < line.endIndex {
      if line[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if line[index] == UInt8(ascii: "|") {
        if index > line.startIndex { cells.append(line[cellStart..<index]) }
        cellStart = index + 1
      }
      index += 1
    }
    if cellStart < line.endIndex { cells.append(line[cellStart...]) }
    self.cells = cells
  }

  /// Whether it is a line between a table's head and its body, or was meant as one: dashes of any sort.
  var isRule: Bool {
    var dashes = 0
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "-", "–", "—", "―", "−": dashes += 1
      case "|", ":", " ", "\t": continue
      default: return false
      }
    }
    return dashes > 0
  }
}
