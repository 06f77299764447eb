import OpytDiagnostics

/// How much an author's file may ask of the machine. libcmark-gfm can't be interrupted, and a table of 3000 × 3000
/// cells in 18 kB takes it 8 s, so a text is looked at before it is parsed (`architecture.md`, Traps).
public struct ReadingLimits: Sendable {
  public var fileBytes = 1 << 20
  public var tableColumns = 100
  public var tableCells = 50_000
  /// Lists and quotes inside one another.
  public var nesting = 100
  /// How often one of the marks `[ ] ! < * _ ~ @` and the backtick may stand in one paragraph.
  public var marksInParagraph = 1_000

  public init() {}
}

/// Looks over a Markdown text for what would take the parser too long.
struct ComplexityCheck {
  private let limits: ReadingLimits
  private var markCounts = [Int](repeating: 0, count: 256)
  private var tableRows = 0
  private var tableColumns = 0
  private var fence: (byte: UInt8, length: Int)?

  private static let countedMarks = Array("[]!<*_~@`".utf8)

  init(limits: ReadingLimits) {
    self.limits = limits
  }

  /// The first thing that passes a limit, or nil.
  mutating func firstExcess(in text: SourceText, fromLine first: Int) -> Diagnostic? {
    guard first <= text.lineCount else { return nil }
    for number in first...text.lineCount {
      if let message = excess(inLine: text.line(number)) {
        let start = text.offset(ofLine: number)
        let range = text.range(start..<start + min(text.line(number).count, 40))
        return Diagnostic(
          .markdownTooComplex, message, at: SourceLocation(file: text.path, range: range),
          advice: Phrase("разделите это место на части", en: "split this place"))
      }
    }
    return nil
  }

  private mutating func excess(inLine line: ArraySlice<UInt8>) -> Phrase? {
    let (depth, content) = containers(of: line)
    if depth > limits.nesting {
      return Phrase(
        "списки или цитаты вложены глубже \(limits.nesting) уровней", en: "nested deeper than \(limits.nesting) levels")
    }
    if isInsideFence(content) { return nil }
    if content.isEmpty {
      startParagraph()
      return nil
    }
    // Each table row is read on its own, so its marks do not add up with those of other rows.
    if content.first == UInt8(ascii: "|") { resetMarks() }
    for byte in content where Self.countedMarks.contains(byte) { markCounts[Int(byte)] += 1 }
    if let mark = Self.countedMarks.first(where: { markCounts[Int($0)] > limits.marksInParagraph }) {
      let sign = String(UnicodeScalar(mark))
      return Phrase(
        "больше \(limits.marksInParagraph) знаков «\(sign)» в одном абзаце",
        en: "more than \(limits.marksInParagraph) “\(sign)” in one paragraph")
    }
    return tableExcess(content)
  }

  /// Any line with many bars may be a table's: the widest line tells the columns, the lines behind it the rows.
  private mutating func tableExcess(_ content: ArraySlice<UInt8>) -> Phrase? {
    let bars = content.count { $0 == UInt8(ascii: "|") }
    if isDelimiterRow(content) {
      tableColumns = bars + 1
      tableRows = 1
      // `| a | b |` has one bar more than columns.
      if bars - 1 > limits.tableColumns {
        return Phrase(
          "в таблице больше \(limits.tableColumns) столбцов", en: "a table of more than \(limits.tableColumns) columns")
      }
    } else if tableColumns > 0 {
      tableRows += 1
      if tableRows * tableColumns > limits.tableCells {
        return Phrase(
          "в таблице больше \(limits.tableCells) ячеек", en: "a table of more than \(limits.tableCells) cells")
      }
    } else if bars > limits.marksInParagraph {
      return Phrase(
        "больше \(limits.marksInParagraph) знаков «|» в одной строке",
        en: "more than \(limits.marksInParagraph) “|” in one line")
    }
    return nil
  }

  private func isDelimiterRow(_ content: ArraySlice<UInt8>) -> Bool {
    content.contains(UInt8(ascii: "-")) && content.allSatisfy { "|-: \t".utf8.contains($0) }
  }

  private mutating func startParagraph() {
    resetMarks()
    tableRows = 0
    tableColumns = 0
  }

  private mutating func resetMarks() {
    for mark in Self.countedMarks { markCounts[Int(mark)] = 0 }
  }

  /// How many quotes and lists a line opens or continues, and what is left of it.
  private func containers(of line: ArraySlice<UInt8>) -> (depth: Int, content: ArraySlice<UInt8>) {
    var rest = line
    var markers = 0
    var indent = 0
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: " "): indent += 1
      case UInt8(ascii: "\t"): indent += 4
      case UInt8(ascii: ">"): markers += 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        guard isListSpace(rest.dropFirst().first) else { return depth(markers, indent, rest) }
        markers += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let behind = rest.drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard let close = behind.first, close == UInt8(ascii: ".") || close == UInt8(ascii: ")"),
          isListSpace(behind.dropFirst().first)
        else { return depth(markers, indent, rest) }
        markers += 1
        rest = behind
      default: return depth(markers, indent, rest)
      }
      rest = rest.dropFirst()
    }
    return depth(markers, indent, rest)
  }

  /// Indentation nests only where a marker follows it; a nested item stands at least two columns further in.
  private func depth(
    _ markers: Int, _ indent: Int, _ rest: ArraySlice<UInt8>
  ) -> (depth: Int, content: ArraySlice<UInt8>) {
    (markers == 0 || fence != nil ? 0 : max(markers, indent / 2), rest)
  }

  private func isListSpace(_ byte: UInt8?) -> Bool {
    byte == nil || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  /// Inside a fenced code nothing is parsed. Tracks the fences on the way.
  private mutating func isInsideFence(_ content: ArraySlice<UInt8>) -> Bool {
    let mark = content.first
    let length = mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") ? content.prefix { $0 == mark }.count : 0
    if let open = fence {
      let onlyFence = content.dropFirst(length).allSatisfy { $0 == UInt8(ascii: " ") }
      if mark == open.byte, length >= open.length, onlyFence { fence = nil }
      return true
    }
    if let mark, length >= 3, !content.dropFirst(length).contains(mark) {
      fence = (mark, length)
      startParagraph()
      return true
    }
    return false
  }
}
