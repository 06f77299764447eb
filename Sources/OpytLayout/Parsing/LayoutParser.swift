import OpytDiagnostics

/// Checks a layout's encoding and matches its openings with its closings.
struct LayoutParser {
  /// An opening deeper than this is an error: the parser and all who walk the tree call themselves once for each.
  static let maximumNesting = 100

  private let text: LayoutText
  private let tags: [LayoutTag]
  private(set) var diagnostics: [Diagnostic]

  init(_ text: LayoutText) {
    self.text = text
    let lexer = LayoutLexer(text)
    tags = lexer.tags
    diagnostics = lexer.diagnostics
  }

  mutating func parse() -> [LayoutNode] {
    if let range = text.invalidUTF8() { diagnostics.append(.encodingInvalid(at: text.location(range))) }
    if let range = text.controlCharacter() { diagnostics.append(.controlCharacter(at: text.location(range))) }
    let items = matchedItems()
    var builder = NodeBuilder(text)
    let nodes = builder.nodes(of: items, in: text.start..<text.bytes.count)
    diagnostics += builder.diagnostics
    return nodes
  }

  // MARK: Matching

  /// A tag with what stands between it and its closing.
  struct Item {
    var tag: LayoutTag
    var close: LayoutTag?
    var children: [Item] = []
  }

  private mutating func matchedItems() -> [Item] {
    // The lowest item is the file itself.
    var stack = [Item(tag: LayoutTag(kind: .invalid, span: 0..<0, name: 0..<0))]
    func pop(_ close: LayoutTag?) {
      var item = stack.removeLast()
      item.close = close
      stack[stack.count - 1].children.append(item)
    }
    var isCutShort = false
    for tag in tags {
      if tag.kind == .close {
        let name = text.bytes[tag.name]
        let isName: (Item) -> Bool = { [text] in text.bytes[$0.tag.name].elementsEqual(name) }
        if stack.count == 1 {
          diagnostics.append(.closesNothing(text.string(tag.name), at: text.location(tag.span)))
        } else if let depth = stack.dropFirst().lastIndex(where: isName) {
          while stack.count - 1 > depth {
            tellUnclosed(stack[stack.count - 1].tag, before: tag)
            pop(nil)
          }
          pop(tag)
        } else {
          let opening = stack[stack.count - 1].tag
          diagnostics.append(
            .closingMismatched(
              text.string(tag.name), opening: text.string(opening.name), at: text.location(tag.span),
              openedAt: text.location(opening.span)))
          pop(tag)
        }
      } else if tag.opens {
        if stack.count > Self.maximumNesting {
          diagnostics.append(.nestedTooDeep(Self.maximumNesting, at: text.location(tag.span)))
          isCutShort = true
          break
        }
        stack.append(Item(tag: tag))
      } else {
        stack[stack.count - 1].children.append(Item(tag: tag))
      }
    }
    while stack.count > 1 {
      if !isCutShort { tellUnclosed(stack[stack.count - 1].tag, before: nil) }
      pop(nil)
    }
    return stack[0].children
  }

  private mutating func tellUnclosed(_ opening: LayoutTag, before other: LayoutTag?) {
    diagnostics.append(
      .sectionUnclosed(
        text.string(opening.name), opening: text.string(opening.span), at: text.location(opening.span),
        metAt: other.map { text.location($0.span) }))
  }
}
