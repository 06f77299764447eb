import OpytText

/// Collects the paragraphs of a text for what knows no markup, such as a message: see ``MarkdownBody/paragraphs``.
struct ParagraphCollector: NodeVisitor {
  private var paragraphs: [String] = []
  /// Of the paragraph that is open; nil outside of one.
  private var words: [UInt8]?
  private var imageDepth = 0

  static func paragraphs(of tree: borrowing CMarkTree) -> [String] {
    var collector = ParagraphCollector()
    tree.visit(&collector)
    return collector.paragraphs
  }

  mutating func enter(_ node: CMarkTree.Node) {
    switch node.kind {
    case .paragraph: if node.parent?.kind == .document { words = [] }
    case .htmlBlock: if node.parent?.kind == .document { append(RawHTML.text(of: Array(node.literalBytes))) }
    case .image: imageDepth += 1
    case .text, .code: if imageDepth == 0 { words?.append(contentsOf: node.literalBytes) }
    case .softBreak, .lineBreak: words?.append(UInt8(ascii: " "))
    case .inlineHTML: if RawHTML.isLineBreak(Array(node.literalBytes)) { words?.append(UInt8(ascii: " ")) }
    default: break
    }
  }

  mutating func leave(_ node: CMarkTree.Node) {
    switch node.kind {
    case .image: imageDepth -= 1
    case .paragraph:
      if let words { append(String(decoding: words, as: UTF8.self)) }
      words = nil
    default: break
    }
  }

  private mutating func append(_ text: String) {
    let line = text.inOneLine
    if !line.isEmpty { paragraphs.append(line) }
  }
}
