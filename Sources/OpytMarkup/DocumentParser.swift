public import OpytDiagnostics
public import OpytText

/// A file split into its front matter and its body, both read.
public struct ParsedDocument: Sendable {
  public let path: String
  public let frontMatter: FrontMatterNode
  public let body: MarkdownBody
  /// The file's lines, from 1, for checks that look at words wherever they stand.
  public let lines: SourceLines
}

/// The lines of a file as bytes, with a way back to positions.
public struct SourceLines: Sendable {
  let text: DocumentText
  public let bodyStart: Int

  public var count: Int { text.lineCount }

  public subscript(number: Int) -> ArraySlice<UInt8> { text.line(number) }

  /// All of them, with their line ends.
  public var bytes: [UInt8] { text.bytes }

  /// The line in which a byte stands.
  public func number(at offset: Int) -> Int { text.lineNumber(at: offset) }

  /// - Parameter offsets: indices into ``bytes`` and into the slices that the subscript gives.
  public func range(_ offsets: Range<Int>) -> SourceRange { text.range(offsets) }
}

/// The first step of the way: bytes → front matter and Markdown with ranges.
public struct DocumentParser: Sendable {
  private let limits: ReadingLimits
  private let labels: BodyLabels
  private let plainText: PlainTextExtent
  private let style: BodyStyle
  private let typography: Typography

  public init(
    limits: ReadingLimits = ReadingLimits(), labels: BodyLabels = .russian, plainText: PlainTextExtent = .opening,
    style: BodyStyle = .page, typography: Typography = .asWritten
  ) {
    self.limits = limits
    self.labels = labels
    self.plainText = plainText
    self.style = style
    self.typography = typography
  }

  /// Reads one file. The document is nil when its bytes or its front matter can't be read; the diagnostics say why.
  public func parse(_ file: SourceFile) -> (document: ParsedDocument?, diagnostics: [Diagnostic]) {
    var (text, diagnostics) = DocumentText.check(file, maximumBytes: limits.fileBytes)
    guard let text else { return (nil, diagnostics) }

    let fence = FrontMatterFence(text)
    diagnostics += fence.diagnostics
    var frontMatter: FrontMatterNode?
    if let lines = fence.lines {
      let start = text.offset(ofLine: lines.lowerBound)
      let end = text.offset(ofLine: lines.upperBound)
      let parsed = FrontMatterParser.parse(
        text.bytes.span.extracting(start..<end), path: file.path, firstLine: lines.lowerBound)
      diagnostics += parsed.diagnostics
      let emptyRange = text.range(start..<start)
      frontMatter = parsed.node ?? (parsed.diagnostics.isEmpty ? .mapping([], emptyRange) : nil)
    }

    var found: [Diagnostic] = []
    let body = parseBody(text, fromLine: fence.bodyLine, diagnostics: &found)
    // Fields that were taken for text are told of already.
    diagnostics += fence.lines == nil ? found.filter { $0.code != .markupLookalike } : found
    guard let frontMatter, let body else { return (nil, diagnostics) }
    guard case .mapping = frontMatter else {
      diagnostics.append(
        Diagnostic(
          .yamlInvalid, Phrase("поля записываются как «ключ: значение»", en: "fields are written as “key: value”"),
          at: SourceLocation(file: file.path, range: frontMatter.range)))
      return (nil, diagnostics)
    }
    let lines = SourceLines(text: text, bodyStart: fence.bodyLine)
    return (ParsedDocument(path: file.path, frontMatter: frontMatter, body: body, lines: lines), diagnostics)
  }

  private func parseBody(
    _ text: DocumentText, fromLine first: Int, diagnostics: inout [Diagnostic]
  ) -> MarkdownBody? {
    if let excess = ComplexityCheck.firstExcess(in: text, fromLine: first, limits: limits) {
      diagnostics.append(excess)
      return nil
    }
    let start = text.offset(ofLine: first)
    let references = text.forbiddenReferences(from: start)
    diagnostics += references
    if references.containsErrors { return nil }

    guard let tree = CMarkTree(text.bytes.span.extracting(start...), limit: limits.treeBytes) else {
      diagnostics.append(Self.tooLarge(text, fromLine: first))
      return nil
    }
    var renderer = BodyRenderer(
      text: text, lineOffset: first - 1, labels: labels, plainText: plainText, style: style, typography: typography)
    let body = renderer.render(tree)
    diagnostics += renderer.diagnostics
    return body
  }

  private static func tooLarge(_ text: DocumentText, fromLine first: Int) -> Diagnostic {
    let line = text.lineRange(first)
    return Diagnostic(
      .markdownTooComplex,
      Phrase(
        "слишком много разметки: на такой текст не хватит памяти", en: "so much markup would take too much memory"),
      at: text.location(line.lowerBound..<min(line.upperBound, line.lowerBound + 40)),
      advice: Phrase("разделите текст на несколько материалов", en: "split the text"))
  }
}
