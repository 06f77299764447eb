import OpytDiagnostics
import OpytText

/// Finds what looks like markup and is none, while a text is rendered: readers would see the signs, or lines that run
/// together, or would not see the words at all.
///
/// It never guesses from the source what is markup: it is shown what the parser left as words.
struct LookalikeCheck {
  let text: DocumentText
  /// The first line of the Markdown text.
  let firstLine: Int
  private(set) var diagnostics: [Diagnostic] = []

  /// The lines of the block whose words are read.
  var block: ClosedRange<Int>?
  /// Where in the block the next words are looked for.
  var searchStart = 0
  /// How often words were looked for in the whole text.
  var searches = 0
  /// Lines whose brackets are no definitions: code, HTML, and footnotes that are referred to.
  var knownLines: [ClosedRange<Int>] = []

  /// A person mends the first few and looks again.
  private static let reported = 50

  init(text: DocumentText, firstLine: Int) {
    self.text = text
    self.firstLine = firstLine
  }

  mutating func report(
    _ lookalike: Lookalike, _ severity: Severity = .warning, at offsets: Range<Int>, fixes: [Replacement] = []
  ) {
    guard diagnostics.count < Self.reported else { return }
    diagnostics.append(
      Diagnostic(
        .markupLookalike, severity, lookalike.message, at: text.location(offsets), advice: lookalike.advice,
        fixes: fixes))
  }

  func string(_ offsets: Range<Int>) -> String { String(decoding: text.bytes[offsets], as: UTF8.self) }

  /// The first few words from an offset on, for a message.
  func excerpt(_ offsets: Range<Int>, letters: Int = 24) -> String {
    let words = string(offsets.lowerBound..<min(offsets.upperBound, offsets.lowerBound + letters * 4))
    return String(words.prefix(letters)).inOneLine
  }
}

// MARK: - Blocks

extension LookalikeCheck {
  /// - Parameters:
  ///   - lines: of the file.
  ///   - column: of its first letter, in bytes from 1.
  ///   - isItem: whether a list's item begins with it.
  /// - Returns: whether its lines are meant apart and must not run together.
  mutating func enterParagraph(_ lines: ClosedRange<Int>, column: Int, isItem: Bool) -> Bool {
    block = lines
    searchStart = text.offset(ofLine: lines.lowerBound)
    if lines.count == 1, isPlain(text.line(lines.lowerBound).dropFirst(max(0, column - 1))) { return false }
    let paragraph = ParagraphLines(text, lines, column: column, isItem: isItem)
    check(paragraph)
    return paragraph.areMeantApart
  }

  mutating func enterBlock(_ lines: ClosedRange<Int>) {
    block = lines
    searchStart = text.offset(ofLine: lines.lowerBound)
  }

  /// Whether a paragraph of one line begins with a letter, as most do: then there is nothing to look at but its words.
  private func isPlain(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count > 2 else { return false }
    let first = line[line.startIndex]
    let letter = first < 0x80 ? 1 : 2
    guard first == 0xD0 || first == 0xD1 || first | 0x20 &- UInt8(ascii: "a") < 26 else { return false }
    return line[line.startIndex + letter] != UInt8(ascii: ")")
  }

  /// Code that no fence made: in a text for teachers it is a paragraph with an indent.
  mutating func enterIndentedCode(_ code: UnsafeBufferPointer<UInt8>, line: Int) {
    guard code.contains(where: { $0 == 0xD0 || $0 == 0xD1 }) else { return }
    let bytes = text.line(line)
    let words = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
    report(.indentedCode, at: words..<bytes.trimmedEnd.endIndex)
  }

  /// A heading made by a line of dashes below it.
  mutating func enterUnderlinedHeading(_ lines: ClosedRange<Int>) {
    let last = text.line(lines.upperBound - 1).trimmedEnd
    let isProse = lines.count > 2 || text.scalarCount(last.indices) > 80 || last.last == UInt8(ascii: ".")
    guard isProse, text.line(lines.upperBound).contains(UInt8(ascii: "-")) else { return }
    report(.accidentalHeading, at: text.lineRange(lines.upperBound))
  }
}
