import OpytDiagnostics

/// Looks over a Markdown text for what would take the parser too long.
///
/// libcmark-gfm 0.29 is linear in most texts. What is not was found by a generator of bad texts, and grows with
/// the product of two numbers: some mark, times the bytes it is looked for in (a paragraph, or a line of it). The check
/// adds these products up over the text. It errs on the side of too much: where it can't tell whether a paragraph ends,
/// it goes on.
struct ComplexityCheck {
  private let limits: ReadingLimits

  // The present paragraph, from the last line that ends one for certain.
  private var paragraphBytes = 0
  private var paragraphLines = 0
  private var paragraphWeight = 0
  private var paragraphMarks = Tally()
  /// Columns of the widest line so far that may be a table's delimiter row.
  private var tableColumns = 0
  /// Bytes since the last `]:`: at most so long is a link's definition.
  private var definitionBytes: Int?

  // The whole text.
  private var finishedWork = 0
  private var cells = 0
  private var depth = 0
  private var longestDefinition = 0
  private var closingBrackets = 0

  init(limits: ReadingLimits) {
    self.limits = limits
  }

  /// The first thing that passes a limit, or nil.
  static func firstExcess(in text: DocumentText, fromLine first: Int, limits: ReadingLimits) -> Diagnostic? {
    guard first <= text.lineCount else { return nil }
    var quick = ComplexityCheck(limits: limits)
    if quick.isSurelyFine(text, fromLine: first) { return nil }
    var check = ComplexityCheck(limits: limits)
    return check.firstExcess(in: text, fromLine: first)
  }

  private mutating func firstExcess(in text: DocumentText, fromLine first: Int) -> Diagnostic? {
    text.bytes.withUnsafeBufferPointer { bytes in
      for number in first...text.lineCount {
        let range = text.lineRange(number)
        guard let message = excess(in: Line(UnsafeBufferPointer(rebasing: bytes[range]))) else { continue }
        return Diagnostic(
          .markdownTooComplex, message,
          at: text.location(range.lowerBound..<min(range.upperBound, range.lowerBound + 40)),
          advice: Phrase("разделите это место на части", en: "split this place"))
      }
      return nil
    }
  }

  private mutating func excess(in line: Line) -> Phrase? {
    startLine(line)
    if let excess = nestingExcess(line) ?? tableExcess(line) { return excess }
    return workExcess(line.tally(), bytes: line.count)
  }

  /// Whether no limit can be passed, whatever the marks are and wherever they stand: as if each of them were of the
  /// kind that costs most and were looked for in the whole text. So it is for all but the strangest texts, and then
  /// no line need be read to its end.
  private mutating func isSurelyFine(_ text: DocumentText, fromLine first: Int) -> Bool {
    let isFine = text.bytes.withUnsafeBufferPointer { bytes in
      for number in first...text.lineCount {
        let line = Line(UnsafeBufferPointer(rebasing: bytes[text.lineRange(number)]))
        startLine(line)
        if nestingExcess(line) != nil || tableExcess(line) != nil { return false }
      }
      return true
    }
    let (bytes, marks) = (text.bytes.count, text.markCount)
    return isFine && bytes * marks <= limits.repeatedBytes
      && (finishedWork + bytes * marks * Cost.heavyMark) / Cost.unit <= limits.work
  }

  private mutating func startLine(_ line: Line) {
    if line.endsParagraph { startParagraph() }
    paragraphBytes += line.count
    paragraphLines += 1
    finishedWork += depth * Cost.openContainer
  }

  private mutating func startParagraph() {
    finishedWork += paragraphBytes * paragraphWeight
    paragraphBytes = 0
    paragraphLines = 0
    paragraphWeight = 0
    paragraphMarks = Tally()
    tableColumns = 0
    definitionBytes = nil
  }

  // MARK: Limits

  private mutating func nestingExcess(_ line: Line) -> Phrase? {
    // Containers may stay open over lines that do not show them, so the depth never falls.
    depth = max(depth, line.depth)
    guard depth > limits.nesting else { return nil }
    return Phrase(
      "списки или цитаты вложены глубже \(limits.nesting) уровней", en: "nested deeper than \(limits.nesting) levels")
  }

  private mutating func tableExcess(_ line: Line) -> Phrase? {
    if let columns = line.delimiterColumns {
      guard columns <= limits.tableColumns else {
        return Phrase(
          "в таблице больше \(limits.tableColumns) столбцов", en: "a table of more than \(limits.tableColumns) columns")
      }
      tableColumns = max(tableColumns, columns)
      // The paragraph so far is read as a table's head, once from every line of it.
      finishedWork += paragraphBytes * (Cost.delimiterRow + paragraphLines * Cost.lineBeforeDelimiterRow)
    }
    cells += tableColumns
    guard cells > limits.tableCells else { return nil }
    return Phrase("в таблицах больше \(limits.tableCells) ячеек", en: "tables of more than \(limits.tableCells) cells")
  }

  private mutating func workExcess(_ tally: Tally, bytes: Int) -> Phrase? {
    finishedWork += bytes * (tally.parentheses + tally.bars) * Cost.markInLine
    let heavy = tally.angles + tally.images + tally.mail + tally.colons + tally.sites
    paragraphWeight += heavy * Cost.heavyMark + tally.others * Cost.lightMark
    paragraphMarks.add(tally)

    closingBrackets += tally.closingBrackets
    if tally.definitions > 0 { definitionBytes = 0 }
    if let length = definitionBytes {
      definitionBytes = length + bytes
      longestDefinition = max(longestDefinition, length + bytes)
    }
    if longestDefinition * closingBrackets > limits.repeatedBytes {
      return Phrase("длинный адрес повторён слишком много раз", en: "a long address is repeated too often")
    }

    guard (finishedWork + paragraphBytes * paragraphWeight) / Cost.unit > limits.work else { return nil }
    let (mark, count) = paragraphMarks.most
    return Phrase(
      "слишком много разметки в одном абзаце, больше всего знаков «\(mark)»: \(count)",
      en: "too much markup in one paragraph, mostly “\(mark)”: \(count)")
  }

  /// Time for one byte in eighths of a nanosecond, measured on texts made of one thing and rounded up.
  private enum Cost {
    static let unit = 8
    /// `<` looks for the end of a comment, declaration or instruction to the paragraph's end, a bracket looks through
    /// the open images before it, `@` copies the rest of its text, `:` and `_www.` look for the end of an address.
    static let heavyMark = 8
    /// `)` and `|` are looked for again and again in one line.
    static let markInLine = heavyMark
    /// Marks that are linear in the version measured, but have not been in all.
    static let lightMark = 1
    static let delimiterRow = 160
    static let lineBeforeDelimiterRow = 2
    /// A line looks at every list and quote that is open.
    static let openContainer = 120
  }
}
