import OpytDiagnostics
import OpytText

/// Turns a parsed Markdown text into HTML and into what the rest of the program needs to know of it.
///
/// Own HTML rather than libcmark-gfm's: that one prints obsolete `align` attributes, English labels, no heading ids,
/// and passes links whose scheme is dangerous.
struct BodyRenderer {
  private let text: SourceText
  /// Added to libcmark-gfm's line numbers.
  private let lineOffset: Int
  private let labels: BodyLabels

  private(set) var body = MarkdownBody()
  private(set) var diagnostics: [Diagnostic] = []

  private var ids = UniqueIDs()
  private var headingLevels: [Int] = []
  private var headingStart: (html: Int, text: Int)?
  private var alignments: [CMarkTree.Node.Alignment?] = []
  private var column = 0
  private var isInHeaderRow = false
  /// Greater than 0 inside an image, whose children are its `alt` text.
  private var imageDepth = 0
  private var altStart = 0
  private var footnotes = Footnotes()
  private var block: ClosedRange<Int>?
  private var searchOffset = 0

  init(text: SourceText, lineOffset: Int, labels: BodyLabels) {
    self.text = text
    self.lineOffset = lineOffset
    self.labels = labels
  }

  mutating func render(_ tree: borrowing CMarkTree) {
    tree.forEachEvent { event in
      if event.isEntering { enter(event.node) } else { leave(event.node) }
    }
    if footnotes.isOpen { append("</ol>\n</section>\n") }
    body.wordCount = Self.wordCount(body.plainText)
  }

  // MARK: Nodes

  private mutating func enter(_ node: CMarkTree.Node) {
    let kind = node.kind
    noteBlock(node, kind)
    if imageDepth > 0 { return enterInsideImage(node, kind) }
    switch kind {
    case .document, .other: break
    case .blockQuote: append("<blockquote>\n")
    case .list: openList(node)
    case .item: openItem(node)
    case .codeBlock: appendCodeBlock(node)
    case .htmlBlock: dropHTMLBlock(node)
    case .paragraph: if !isInTightList(node) { append("<p>") }
    case .heading: headingStart = (body.html.bytes.count, body.plainText.count)
    case .thematicBreak: append("<hr>\n")
    case .footnoteDefinition: openFootnote()
    case .table:
      alignments = node.columnAlignments
      append("<div class=\"table\" tabindex=\"0\">\n<table>\n")
    case .tableRow:
      isInHeaderRow = node.isHeaderRow
      column = 0
      append(isInHeaderRow ? "<thead>\n<tr>" : node.previous?.isHeaderRow == true ? "<tbody>\n<tr>" : "<tr>")
    case .tableCell: openCell()
    case .text: node.appendLiteral(escapedTo: &body.html.bytes, plainTo: &body.plainText)
    case .softBreak: appendBoth("\n")
    case .lineBreak:
      append("<br>\n")
      appendPlain("\n")
    case .code:
      append("<code>")
      node.appendLiteral(escapedTo: &body.html.bytes, plainTo: &body.plainText)
      append("</code>")
    case .inlineHTML: dropInlineHTML(node)
    case .emphasis: append("<em>")
    case .strong: append("<strong>")
    case .strikethrough: append("<del>")
    case .link: openLink(node)
    case .image: openImage(node)
    case .footnoteReference: appendFootnoteReference(node)
    }
  }

  private mutating func leave(_ node: CMarkTree.Node) {
    let kind = node.kind
    if imageDepth > 0, kind != .image { return }
    switch kind {
    case .blockQuote: append("</blockquote>\n")
    case .list: append(node.isOrderedList ? "</ol>\n" : "</ul>\n")
    case .item: append("</li>\n")
    case .paragraph: closeParagraph(node)
    case .heading: closeHeading(node)
    case .footnoteDefinition: append("</li>\n")
    case .table:
      append(node.firstChild?.next == nil ? "</table>\n</div>\n" : "</tbody>\n</table>\n</div>\n")
    case .tableRow:
      append(isInHeaderRow ? "</tr>\n</thead>\n" : "</tr>\n")
      appendPlain("\n")
    case .tableCell:
      append(isInHeaderRow ? "</th>" : "</td>")
      appendPlain(" ")
    case .emphasis: append("</em>")
    case .strong: append("</strong>")
    case .strikethrough: append("</del>")
    case .link: append("</a>")
    case .image: closeImage(node)
    default: break
    }
  }

  // MARK: Blocks

  private mutating func openList(_ node: CMarkTree.Node) {
    guard node.isOrderedList else { return append(node.firstChild?.taskState == nil ? "<ul>\n" : "<ul class=\"tasks\">\n") }
    append(node.listStart == 1 ? "<ol>\n" : "<ol start=\"\(node.listStart)\">\n")
  }

  private mutating func openItem(_ node: CMarkTree.Node) {
    append("<li>")
    guard let isDone = node.taskState else { return }
    append("<input type=\"checkbox\" disabled\(isDone ? " checked" : "") aria-label=\"")
    HTMLEscaping.append(isDone ? labels.done : labels.notDone, to: &body.html.bytes)
    append("\"> ")
  }

  private func isInTightList(_ paragraph: CMarkTree.Node) -> Bool {
    paragraph.parent?.parent?.isTightList ?? false
  }

  private mutating func closeParagraph(_ node: CMarkTree.Node) {
    if node.parent?.kind == .footnoteDefinition, node.next == nil {
      appendBackReferences()
    }
    append(isInTightList(node) ? "" : "</p>\n")
    appendPlain("\n")
  }

  private mutating func closeHeading(_ node: CMarkTree.Node) {
    guard let start = headingStart else { return }
    headingStart = nil
    // Levels are what authors nest, not what they number: `#` then `###` is one step, and the page's title is level 1.
    while let last = headingLevels.last, last >= node.headingLevel { headingLevels.removeLast() }
    headingLevels.append(node.headingLevel)
    let level = min(headingLevels.count + 1, 6)
    let title = String(decoding: body.plainText[start.text...], as: UTF8.self).trimmedASCII()
    let id = ids.id(for: Transliteration.slug(title))
    body.html.insert("<h\(level) id=\"\(id)\">", at: start.html)
    append("</h\(level)>\n")
    appendPlain("\n")
    body.outline.append(.init(level: level, title: title, id: id))
  }

  private mutating func appendCodeBlock(_ node: CMarkTree.Node) {
    let language = node.codeInfo.prefix { !$0.isWhitespace }
    append("<pre tabindex=\"0\"><code")
    if !language.isEmpty {
      append(" class=\"language-")
      HTMLEscaping.append(String(language), to: &body.html.bytes)
      append("\"")
    }
    append(">")
    node.appendLiteral(escapedTo: &body.html.bytes, plainTo: &body.plainText)
    append("</code></pre>\n")
  }

  private mutating func openCell() {
    append(isInHeaderRow ? "<th scope=\"col\"" : "<td")
    if column < alignments.count, let alignment = alignments[column] { append(" class=\"align-\(alignment)\"") }
    append(">")
    column += 1
  }

  // MARK: Raw HTML

  private mutating func dropHTMLBlock(_ node: CMarkTree.Node) {
    let literal = node.literal
    let isComment = RawHTML.isOnlyComments(literal)
    guard !isComment else { return }
    warnRawHTML(node.lines.map { $0.lowerBound + lineOffset })
    let words = RawHTML.text(of: literal)
    guard !words.isEmpty else { return }
    append("<p>")
    HTMLEscaping.append(words, to: &body.html.bytes)
    append("</p>\n")
    appendPlain(words + "\n")
  }

  private mutating func dropInlineHTML(_ node: CMarkTree.Node) {
    let literal = node.literal
    if RawHTML.isOnlyComments(literal) { return }
    if RawHTML.isLineBreak(literal) { appendBoth(" ") }
    let offsets = locate(literal)
    warnRawHTML(offsets == nil ? block?.lowerBound : nil, offsets)
  }

  private mutating func warnRawHTML(_ line: Int?, _ offsets: Range<Int>? = nil) {
    var range = offsets.map(text.range)
    if range == nil, let line {
      let start = text.offset(ofLine: line)
      range = text.range(start..<start + text.line(line).count)
    }
    diagnostics.append(
      Diagnostic(
        .rawHTML, .warning,
        Phrase("разметка HTML в тексте отброшена", en: "raw HTML in the text was dropped"),
        at: SourceLocation(file: text.path, range: range),
        advice: Phrase("пользуйтесь разметкой Markdown", en: "use Markdown")))
  }

  // MARK: Links and images

  private mutating func openLink(_ node: CMarkTree.Node) {
    let destination = node.address
    append("<a")
    appendAddress(destination, attribute: "href", isImage: false)
    appendTitle(node)
    append(">")
  }

  private mutating func openImage(_ node: CMarkTree.Node) {
    imageDepth += 1
    guard imageDepth == 1 else { return }
    append("<img")
    appendAddress(node.address, attribute: "src", isImage: true)
    append(" alt=\"")
    altStart = body.plainText.count
  }

  private mutating func closeImage(_ node: CMarkTree.Node) {
    imageDepth -= 1
    guard imageDepth == 0 else { return }
    let alt = String(decoding: body.plainText[altStart...], as: UTF8.self)
    HTMLEscaping.append(alt, to: &body.html.bytes)
    append("\" loading=\"lazy\"")
    appendTitle(node)
    append(">")
    guard alt.trimmedASCII().isEmpty else { return }
    diagnostics.append(
      Diagnostic(
        .imageAltMissing, .warning,
        Phrase("у картинки нет описания для тех, кто её не видит", en: "the image has no description"),
        at: SourceLocation(file: text.path, range: body.links.last?.range ?? blockRange),
        advice: Phrase("напишите его в квадратных скобках: ![описание](файл.png)", en: "write it in the brackets")))
  }

  private mutating func enterInsideImage(_ node: CMarkTree.Node, _ kind: CMarkTree.Node.Kind) {
    var unused: [UInt8] = []
    switch kind {
    case .text, .code: node.appendLiteral(escapedTo: &unused, plainTo: &body.plainText)
    case .softBreak, .lineBreak: appendPlain(" ")
    case .image: imageDepth += 1
    default: break
    }
  }

  private mutating func appendAddress(_ destination: String, attribute: String, isImage: Bool) {
    let range = locate(destination).map(text.range) ?? blockRange
    switch (WebAddress.scheme(of: destination), isImage) {
    case (.relative, _):
      body.html.holes.append(.init(offset: body.html.bytes.count, link: body.links.count))
      body.links.append(.init(destination: destination, isImage: isImage, range: range))
    case (.scheme(let scheme), false) where WebAddress.permittedSchemes.contains(scheme):
      guard let address = WebAddress(authored: destination) else { break }
      append(" \(attribute)=\"")
      HTMLEscaping.append(address.text, to: &body.html.bytes)
      append("\"")
    default: forbidAddress(destination, range, isImage: isImage)
    }
  }

  private mutating func forbidAddress(_ destination: String, _ range: SourceRange?, isImage: Bool) {
    let message =
      isImage
      ? Phrase("картинка не из этой сети: «\(destination)»", en: "an image from outside: “\(destination)”")
      : Phrase("такая ссылка запрещена: «\(destination)»", en: "a forbidden link: “\(destination)”")
    let advice =
      isImage
      ? Phrase("положите файл картинки рядом с текстом", en: "put the image beside the text")
      : Phrase(
        "ссылка начинается с https://, http://, mailto: или tel: либо ведёт на файл этой сети",
        en: "links begin with https://, http://, mailto: or tel:, or lead to a file of this network")
    diagnostics.append(
      Diagnostic(.linkForbidden, message, at: SourceLocation(file: text.path, range: range), advice: advice))
  }

  private mutating func appendTitle(_ node: CMarkTree.Node) {
    let title = node.title
    guard !title.isEmpty else { return }
    append(" title=\"")
    HTMLEscaping.append(title, to: &body.html.bytes)
    append("\"")
  }

  // MARK: Footnotes

  private mutating func appendFootnoteReference(_ node: CMarkTree.Node) {
    guard let number = Int(node.literal) else { return }
    let occurrence = footnotes.refer(to: number)
    let suffix = occurrence > 1 ? "-\(occurrence)" : ""
    append("<sup><a href=\"#fn_\(number)\" id=\"fnref_\(number)\(suffix)\">\(number)</a></sup>")
  }

  private mutating func openFootnote() {
    if !footnotes.isOpen {
      append("<section class=\"footnotes\" aria-label=\"")
      HTMLEscaping.append(labels.footnotes, to: &body.html.bytes)
      append("\">\n<ol>\n")
    }
    append("<li id=\"fn_\(footnotes.define())\">")
  }

  private mutating func appendBackReferences() {
    let number = footnotes.current
    for occurrence in 1...max(1, footnotes.referenceCount(number)) {
      append(" <a href=\"#fnref_\(number)\(occurrence > 1 ? "-\(occurrence)" : "")\" aria-label=\"")
      HTMLEscaping.append(labels.backToText, to: &body.html.bytes)
      append(occurrence > 1 ? " \(occurrence)\">↩</a>" : "\">↩</a>")
    }
  }

  // MARK: Places

  /// Remembers the lines of the innermost block, in which its links are looked for: libcmark-gfm's columns of
  /// inlines are off inside lists and tables.
  private mutating func noteBlock(_ node: CMarkTree.Node, _ kind: CMarkTree.Node.Kind) {
    switch kind {
    case .paragraph, .heading, .tableRow, .htmlBlock:
      guard let lines = node.lines else { return }
      let shifted = lines.lowerBound + lineOffset...lines.upperBound + lineOffset
      guard shifted != block else { return }
      block = shifted
      searchOffset = text.offset(ofLine: shifted.lowerBound)
    default: return
    }
  }

  /// Where `needle` stands next in the present block.
  private mutating func locate(_ needle: String) -> Range<Int>? {
    guard let block, !needle.isEmpty else { return nil }
    let wanted = Array(needle.utf8)
    let end = text.offset(ofLine: block.upperBound + 1)
    guard end - searchOffset >= wanted.count else { return nil }
    var start = searchOffset
    while start + wanted.count <= end {
      guard let first = text.bytes[start...(end - wanted.count)].firstIndex(of: wanted[0]) else { return nil }
      if text.bytes[first..<first + wanted.count].elementsEqual(wanted) {
        searchOffset = first + wanted.count
        return first..<first + wanted.count
      }
      start = first + 1
    }
    return nil
  }

  private var blockRange: SourceRange? {
    guard let block else { return nil }
    let start = text.offset(ofLine: block.lowerBound)
    return text.range(start..<start + text.line(block.lowerBound).count)
  }

  // MARK: Output

  private mutating func append(_ html: String) { body.html.bytes.append(contentsOf: html.utf8) }
  private mutating func appendPlain(_ text: String) { body.plainText.append(contentsOf: text.utf8) }
  private mutating func appendBoth(_ text: String) {
    append(text)
    appendPlain(text)
  }

  private static func wordCount(_ text: [UInt8]) -> Int {
    var count = 0
    var isInWord = false
    for byte in text {
      let isLetter = byte > 0x7F || byte.isASCIILetterOrDigit
      if isLetter, !isInWord { count += 1 }
      isInWord = isLetter
    }
    return count
  }
}

extension BodyHTML {
  /// Inserts into what was written already; holes behind it move along.
  fileprivate mutating func insert(_ html: String, at offset: Int) {
    bytes.insert(contentsOf: html.utf8, at: offset)
    let shift = html.utf8.count
    for index in holes.indices.reversed() {
      guard holes[index].offset >= offset else { break }
      holes[index] = Hole(offset: holes[index].offset + shift, link: holes[index].link)
    }
  }
}
