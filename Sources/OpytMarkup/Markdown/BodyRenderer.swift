import OpytDiagnostics
import OpytText

/// Turns a parsed Markdown text into HTML and into what the rest of the program needs to know of it.
///
/// Own HTML rather than libcmark-gfm's: that one prints obsolete `align` attributes, English labels, no heading ids,
/// and passes links whose scheme is dangerous.
struct BodyRenderer: NodeVisitor {
  let path: String
  /// Added to libcmark-gfm's line numbers.
  private let lineOffset: Int
  let labels: BodyLabels
  let style: BodyStyle

  var html = BodyHTML()
  var links: [MarkdownBody.Link] = []
  private var outline: [MarkdownBody.Heading] = []
  var plain: PlainText
  var found = DiagnosticCollector()
  var diagnostics: [Diagnostic] { found.diagnostics + lookalikes.diagnostics }
  var places: SourcePlaces

  private var ids = UniqueIDs()
  private var headingLevels: [Int] = []
  private var headingStart: (html: Int, caught: Int)?
  var alignments: [CMarkTree.Node.Alignment?] = []
  var column = 0
  var isInHeaderRow = false
  /// Whether the present row is a head that says nothing and is left out.
  var isBlankHead = false
  /// What stands in the present row behind its last column.
  var extraWords: ArraySlice<UInt8>?

  var lookalikes: LookalikeCheck
  /// Whether the lines of the present paragraph must not run together.
  private var keepsLines = false
  /// Of the lists that are open: their numbers, and the item that is next.
  var numberings: [(numbers: ListNumbers?, next: Int)] = []
  var isInCell = false

  /// Whether a link is open: none may stand inside another.
  var isInLink = false
  /// Whether the open link was printed already, with what it had swallowed behind it.
  var isLinkCut = false
  /// Greater than 0 inside an image, whose children are its `alt` text.
  var imageDepth = 0
  var image: (caught: Int, range: SourceRange?) = (0, nil)
  var footnotes = Footnotes()
  var rawHTMLCount = 0
  /// Sets the words of the block that is open; nil where they stay as they were written.
  var typography: RussianTypography?

  init(
    text: DocumentText, lineOffset: Int, labels: BodyLabels, plainText: PlainTextExtent, style: BodyStyle,
    typography: Typography
  ) {
    path = text.path
    self.lineOffset = lineOffset
    self.labels = labels
    self.style = style
    places = SourcePlaces(text: text, bodyStart: lineOffset + 1)
    plain = PlainText(plainText)
    lookalikes = LookalikeCheck(text: text, firstLine: lineOffset + 1)
    let start = text.offset(ofLine: lineOffset + 1)
    self.typography = typography == .russian ? RussianTypography() : nil
    // Markup of HTML is longer than that of Markdown.
    let length = text.bytes.count - start
    html.bytes.reserveCapacity(length + length / 4 + 64)
  }

  mutating func render(_ tree: borrowing CMarkTree) -> MarkdownBody {
    tree.visit(&self)
    if footnotes.isOpen { append("</ol>\n</section>\n") }
    lookalikes.finish()
    return MarkdownBody(
      html: html, outline: outline, links: links, plainText: plain.kept, wordCount: plain.wordCount,
      paragraphs: style == .letter ? ParagraphCollector.paragraphs(of: tree) : [])
  }

  // MARK: Nodes

  mutating func enter(_ node: CMarkTree.Node) {
    let kind = node.kind
    noteBlock(node, kind)
    if kind == .paragraph || kind == .heading || kind == .tableCell { typography?.begin() }
    if imageDepth > 0 { return enterInsideImage(node, kind) }
    switch kind {
    case .document, .other: break
    case .blockQuote: append("<blockquote>\n")
    case .list: openList(node)
    case .item: openItem(node)
    case .codeBlock:
      noteCode(node)
      appendCodeBlock(node)
    case .htmlBlock:
      if let lines = lines(of: node) { lookalikes.knownLines.append(lines) }
      dropHTMLBlock(node, line: line(of: node))
    case .paragraph:
      keepsLines = noteParagraph(node)
      if !isInTightList(node) { append("<p>") }
    case .heading:
      noteHeading(node)
      headingStart = (html.bytes.count, plain.startCatching())
    case .thematicBreak: append("<hr>\n")
    case .footnoteDefinition:
      if let line = line(of: node) { lookalikes.knownLines.append(line...line) }
      openFootnote()
    case .table:
      alignments = node.columnAlignments
      append("<div class=\"table\"")
      appendTabStop()
      append(">\n<table>\n")
    case .tableRow:
      openRow(node)
    case .tableCell: openCell(node)
    case .text:
      if isLinkCut { return }
      lookalikes.read(node.literalBytes, isInLink: isInLink)
      appendWords(of: node)
    case .softBreak:
      if keepsLines {
        append("<br>\n")
        typography?.breakLine()
      } else {
        append(typography?.passBlank(before: node.following) == true ? "\u{A0}" as StaticString : "\n")
      }
      plain.append("\n")
    case .lineBreak:
      append("<br>\n")
      typography?.breakLine()
      plain.append("\n")
    case .code:
      append("<code>")
      appendText(node.literalBytes)
      append("</code>")
      typography?.passObject()
    case .inlineHTML: dropInlineHTML(node)
    case .emphasis: append("<em>")
    case .strong: append("<strong>")
    case .strikethrough: append("<del>")
    case .link: openLink(node)
    case .image: openImage(node)
    case .footnoteReference: appendFootnoteReference(node)
    }
  }

  mutating func leave(_ node: CMarkTree.Node) {
    let kind = node.kind
    if imageDepth > 0, kind != .image { return }
    switch kind {
    case .blockQuote: append("</blockquote>\n")
    case .list:
      numberings.removeLast()
      append(node.isOrderedList ? "</ol>\n" : "</ul>\n")
    case .item: append("</li>\n")
    case .paragraph: closeParagraph(node)
    case .heading: closeHeading(node)
    case .footnoteDefinition: closeFootnote(node)
    case .table:
      append(node.firstChild?.next == nil ? "</table>\n</div>\n" : "</tbody>\n</table>\n</div>\n")
    case .tableRow:
      if !isBlankHead { append(isInHeaderRow ? "</tr>\n</thead>\n" : "</tr>\n") }
      plain.append("\n")
    case .tableCell: closeCell(node)
    case .emphasis: append("</em>")
    case .strong: append("</strong>")
    case .strikethrough: append("</del>")
    case .link: closeLink()
    case .image: closeImage(node)
    default: break
    }
  }

  // MARK: Blocks

  private mutating func openList(_ node: CMarkTree.Node) {
    noteList(node)
    guard node.isOrderedList else {
      return append(node.firstChild?.taskState == nil ? "<ul>\n" : "<ul class=\"tasks\">\n")
    }
    append("<ol")
    if node.listStart != 1 { append(" start=\"\(node.listStart)\"" as String) }
    append(">\n")
  }

  private mutating func openItem(_ node: CMarkTree.Node) {
    openNumberedItem()
    guard let isDone = node.taskState else { return }
    if style == .letter { return append(isDone ? "☑ " : "☐ ") }
    append("<input type=\"checkbox\" disabled")
    append(isDone ? " checked aria-label=\"" : " aria-label=\"")
    HTMLEscaping.append(isDone ? labels.done : labels.notDone, to: &html.bytes)
    append("\"> ")
  }

  private func isInTightList(_ paragraph: CMarkTree.Node) -> Bool {
    paragraph.parent?.parent?.isTightList ?? false
  }

  private mutating func closeParagraph(_ node: CMarkTree.Node) {
    if node.next == nil, node.parent?.kind == .footnoteDefinition { appendBackReferences() }
    if !isInTightList(node) { append("</p>\n") }
    plain.append("\n")
  }

  private mutating func closeHeading(_ node: CMarkTree.Node) {
    guard let start = headingStart else { return }
    headingStart = nil
    let words = plain.endCatching(start.caught)
    // `#` with nothing behind it: a heading that says nothing is none.
    guard start.html < html.bytes.count else { return }
    // Levels are what authors nest, not what they number: `#` then `###` is one step, and the page's title is level 1.
    let written = node.headingLevel
    while let last = headingLevels.last, last >= written { headingLevels.removeLast() }
    headingLevels.append(written)
    let level = min(headingLevels.count + 1, 6)
    let title = String(decoding: words.trimmed, as: UTF8.self)
    let id = ids.id(for: Transliteration.slug(title))
    html.insert("<h\(level) id=\"\(id)\">", at: start.html)
    append("</h")
    html.bytes.append(UInt8(ascii: "0") + UInt8(level))
    append(">\n")
    plain.append("\n")
    outline.append(.init(level: level, title: title, id: id))
  }

  private mutating func appendCodeBlock(_ node: CMarkTree.Node) {
    let language = node.codeInfo.prefix { !$0.isWhitespace }
    append("<pre")
    appendTabStop()
    append("><code")
    if !language.isEmpty {
      append(" class=\"language-")
      HTMLEscaping.append(String(language), to: &html.bytes)
      append("\"")
    }
    append(">")
    appendText(node.codeBytes)
    append("</code></pre>\n")
  }

  /// What may be wider than a page is scrolled by keys as well.
  private mutating func appendTabStop() {
    if style == .page { append(" tabindex=\"0\"") }
  }

  // MARK: Output

  mutating func append(_ markup: StaticString) {
    markup.withUTF8Buffer { html.bytes.append(contentsOf: $0) }
  }

  mutating func append(_ markup: String) { html.bytes.append(contentsOf: markup.utf8) }

  /// Appends an author's words as they are to be set. Those of a link that shows its own address are none.
  private mutating func appendWords(of node: CMarkTree.Node) {
    let text = node.literalBytes
    guard typography != nil, !(isInLink && node.isAddressOfLink) else {
      typography?.passObject()
      return appendText(text)
    }
    let start = html.bytes.count
    typography?.append(text, before: node.following, escapedTo: &html.bytes)
    if isInCell { SoftHyphens.insert(into: &html.bytes, from: start) }
    plain.append(text)
  }

  /// Appends words that stand by themselves.
  mutating func appendWordsToHTML(_ words: String) {
    HTMLEscaping.append(typography == nil ? words : RussianTypography.set(words), to: &html.bytes)
  }

  /// Appends what an author wrote to the letter.
  private mutating func appendText(_ text: UnsafeBufferPointer<UInt8>) {
    HTMLEscaping.append(text, to: &html.bytes)
    plain.append(text)
  }

  /// The lines of a block in the file.
  func lines(of node: CMarkTree.Node) -> ClosedRange<Int>? {
    node.lines.map { $0.lowerBound + lineOffset...$0.upperBound + lineOffset }
  }

  /// The line of the file in which a block begins.
  func line(of node: CMarkTree.Node) -> Int? { node.lines.map { $0.lowerBound + lineOffset } }

  /// Remembers the lines of the innermost block, in which its addresses are looked for.
  private mutating func noteBlock(_ node: CMarkTree.Node, _ kind: CMarkTree.Node.Kind) {
    switch kind {
    case .paragraph, .heading, .tableRow, .htmlBlock:
      guard let lines = lines(of: node) else { return }
      places.enter(block: lines)
    default: return
    }
  }
}

extension BodyHTML {
  /// Inserts into what was written already; holes behind it move along.
  fileprivate mutating func insert(_ html: String, at offset: Int) {
    let written = Array(bytes[offset...])
    bytes.removeSubrange(offset...)
    bytes.append(contentsOf: html.utf8)
    bytes.append(contentsOf: written)
    let shift = html.utf8.count
    for index in holes.indices.reversed() {
      guard holes[index].offset >= offset else { break }
      holes[index] = Hole(offset: holes[index].offset + shift, link: holes[index].link)
    }
  }
}
