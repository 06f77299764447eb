import OpytDiagnostics

/// Makes nodes of matched tags: takes standalone lines out of the text and moves the arguments of parents to the
/// left margin (Mustache spec: standalone tags; inheritance: standalone parents and blocks, reindentation).
struct NodeBuilder {
  private let text: LayoutText
  private(set) var diagnostics: [Diagnostic] = []

  init(_ text: LayoutText) {
    self.text = text
  }

  /// What a tag becomes, and the stretch of the text it takes the place of.
  private struct Built {
    var edges: Range<Int>
    var node: LayoutNode?
    /// Whether the tag is part of a line that is printed, and so may be the first thing to be indented in it.
    var isInline: Bool
  }

  mutating func nodes(of items: [LayoutParser.Item], in range: Range<Int>) -> [LayoutNode] {
    var result: [LayoutNode] = []
    var cursor = range.lowerBound
    for item in items {
      let built = build(item, limit: range.upperBound)
      appendText(cursor..<max(cursor, built.edges.lowerBound), to: &result)
      if built.isInline { markLineStart(item.tag.span.lowerBound, in: &result) }
      if let node = built.node { result.append(node) }
      cursor = max(cursor, built.edges.upperBound)
    }
    appendText(cursor..<max(cursor, range.upperBound), to: &result)
    return result
  }

  private mutating func build(_ item: LayoutParser.Item, limit: Int) -> Built {
    let tag = item.tag
    let line = tag.mayStandAlone ? wholeLine(of: tag.span) : nil
    let edges = line ?? tag.span
    switch tag.kind {
    case .close, .silent, .invalid:
      return Built(edges: edges, node: nil, isInline: line == nil)
    case .variable:
      return Built(edges: edges, node: .variable(reference(tag)), isInline: true)
    case .partial:
      let include = LayoutNode.Include(
        name: text.string(tag.name), span: tag.span, indentation: edges.lowerBound..<tag.span.lowerBound,
        arguments: [])
      return Built(edges: edges, node: .include(include), isInline: line == nil)
    case .section, .inverted:
      let (body, end) = body(of: item, from: edges.upperBound, limit: limit)
      let section = LayoutNode.Section(name: reference(tag), isInverted: tag.kind == .inverted, body: body)
      return Built(edges: edges.lowerBound..<end, node: .section(section), isInline: line == nil)
    case .parent: return buildParent(item, limit: limit)
    case .block: return buildBlock(item, limit: limit)
    }
  }

  /// The nodes up to the closing tag, and where the text goes on behind it.
  private mutating func body(
    of item: LayoutParser.Item, from start: Int, limit: Int
  ) -> (nodes: [LayoutNode], end: Int) {
    guard let close = item.close else { return (nodes(of: item.children, in: start..<max(start, limit)), limit) }
    let line = wholeLine(of: close.span)
    let edges = line ?? close.span
    var body = nodes(of: item.children, in: start..<max(start, edges.lowerBound))
    if line == nil { markLineStart(close.span.lowerBound, in: &body) }
    return (body, edges.upperBound)
  }

  private func reference(_ tag: LayoutTag) -> LayoutNode.NameReference {
    let parts = text.bytes[tag.name].split(separator: UInt8(ascii: ".")).map { String(decoding: $0, as: UTF8.self) }
    return LayoutNode.NameReference(parts: parts, span: tag.span)
  }

  // MARK: Inheritance

  /// A parent stands alone when nothing stands before its opening and behind its closing tag; they may be lines apart.
  private mutating func buildParent(_ item: LayoutParser.Item, limit: Int) -> Built {
    let span = item.tag.span
    let end = item.close?.span.upperBound ?? limit
    var edges = span.lowerBound..<end
    var isInline = true
    if let lineStart = text.blankLineStart(before: span.lowerBound), let lineEnd = text.blankLineEnd(after: end) {
      edges = lineStart..<lineEnd
      isInline = false
    }
    let include = LayoutNode.Include(
      name: text.string(item.tag.name), span: span, indentation: edges.lowerBound..<span.lowerBound,
      arguments: arguments(of: item, limit: item.close?.span.lowerBound ?? limit))
    return Built(edges: edges, node: .include(include), isInline: isInline)
  }

  private mutating func arguments(of item: LayoutParser.Item, limit: Int) -> [LayoutNode.Block] {
    var arguments: [LayoutNode.Block] = []
    var cursor = item.tag.span.upperBound
    let parent = text.string(item.tag.name)
    for child in item.children {
      warnIfLost(cursor..<child.tag.span.lowerBound, inside: parent)
      cursor = child.close?.span.upperBound ?? (child.tag.opens ? limit : child.tag.span.upperBound)
      switch child.tag.kind {
      case .silent, .invalid: continue
      case .block:
        let argument = argument(child, limit: limit)
        if let first = arguments.first(where: { $0.name == argument.name }) {
          diagnostics.append(
            .blockTwice(argument.name, at: text.location(argument.span), first: text.location(first.span)))
        } else {
          arguments.append(argument)
        }
      default:
        diagnostics.append(.lostInParent(parent, at: text.location(child.tag.span)))
      }
    }
    warnIfLost(cursor..<max(cursor, limit), inside: parent)
    return arguments
  }

  /// The spec lets a parent's own text vanish; the author should at least know.
  private mutating func warnIfLost(_ range: Range<Int>, inside parent: String) {
    let lost = text.trimmed(range)
    if !lost.isEmpty { diagnostics.append(.lostInParent(parent, at: text.location(lost))) }
  }

  private mutating func argument(_ item: LayoutParser.Item, limit: Int) -> LayoutNode.Block {
    let close = item.close?.span.lowerBound ?? limit
    var content = item.tag.span.upperBound..<max(item.tag.span.upperBound, close)
    var isLineOpened = false
    if let next = text.blankLineEnd(after: content.lowerBound), next <= content.upperBound {
      content = next..<content.upperBound
      isLineOpened = true
    }
    if let last = text.blankLineStart(before: content.upperBound), last >= content.lowerBound {
      content = content.lowerBound..<last
    }
    var body = nodes(of: item.children, in: content)
    if isLineOpened { body = body.outdented(by: commonIndentation(of: content), in: text) }
    return LayoutNode.Block(
      name: text.string(item.tag.name), span: item.tag.span, body: body, lead: nil,
      indentation: content.lowerBound..<content.lowerBound, isLineOpened: isLineOpened)
  }

  private mutating func buildBlock(_ item: LayoutParser.Item, limit: Int) -> Built {
    let span = item.tag.span
    let lineStart = text.blankLineStart(before: span.lowerBound)
    let blanks = (lineStart ?? span.lowerBound)..<span.lowerBound
    let lineEnd = text.blankLineEnd(after: span.upperBound)
    let isLineOpened = lineStart != nil && lineEnd.map { $0 <= item.close?.span.lowerBound ?? limit } ?? false
    let start = isLineOpened ? lineEnd ?? span.upperBound : span.upperBound
    let (body, end) = body(of: item, from: start, limit: limit)
    let content = start..<max(start, item.close?.span.lowerBound ?? limit)
    let block = LayoutNode.Block(
      name: text.string(item.tag.name), span: span, body: body, lead: isLineOpened || lineStart == nil ? nil : blanks,
      indentation: isLineOpened ? firstIndentation(of: content) ?? blanks : blanks, isLineOpened: isLineOpened)
    return Built(edges: blanks.lowerBound..<end, node: .block(block), isInline: false)
  }

  // MARK: Lines

  /// The line of a tag with nothing but blanks around it, its line break included.
  private func wholeLine(of span: Range<Int>) -> Range<Int>? {
    guard let start = text.blankLineStart(before: span.lowerBound), let end = text.blankLineEnd(after: span.upperBound)
    else { return nil }
    return start..<end
  }

  private func appendText(_ range: Range<Int>, to nodes: inout [LayoutNode]) {
    var start = range.lowerBound
    while start < range.upperBound {
      let lineBreak = text.bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\n"))
      let end = lineBreak.map { $0 + 1 } ?? range.upperBound
      nodes.append(.text(LayoutNode.Text(range: start..<end, startsLine: text.isLineStart(start))))
      start = end
    }
  }

  private func markLineStart(_ offset: Int, in nodes: inout [LayoutNode]) {
    guard text.isLineStart(offset) else { return }
    nodes.append(.text(LayoutNode.Text(range: offset..<offset, startsLine: true)))
  }

  /// The indentations of the lines that hold something.
  private func indentations(of range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let end = text.bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? range.upperBound
      let blanks = text.indentation(at: start, limit: end)
      if !text.trimmed(blanks.upperBound..<end).isEmpty { result.append(blanks) }
      start = end + 1
    }
    return result
  }

  private func firstIndentation(of range: Range<Int>) -> Range<Int>? { indentations(of: range).first }

  private func commonIndentation(of range: Range<Int>) -> Int {
    let all = indentations(of: range)
    guard let first = all.first else { return 0 }
    return all.dropFirst().reduce(first.count) { count, blanks in
      zip(text.bytes[first], text.bytes[blanks]).prefix(count).prefix { $0 == $1 }.count
    }
  }
}
