/// What a layout is made of. Ranges are of the bytes of the file it stands in.
enum LayoutNode: Sendable {
  case text(Text)
  case variable(NameReference)
  case section(Section)
  case include(Include)
  case block(Block)

  struct Text: Sendable {
    var range: Range<Int>
    /// Whether a line of the file begins here: indentation is added at such places.
    var startsLine: Bool
  }

  /// `{{name}}`, `{{a.b}}`, `{{.}}` and the openings of sections.
  struct NameReference: Sendable {
    /// Empty for `.`.
    var parts: [String]
    var span: Range<Int>
    var written: String { parts.isEmpty ? "." : parts.joined(separator: ".") }
  }

  struct Section: Sendable {
    var name: NameReference
    var isInverted: Bool
    var body: [LayoutNode]
  }

  /// A partial, or a parent with the blocks it is given.
  struct Include: Sendable {
    var name: String
    var span: Range<Int>
    /// Blanks before a standalone tag: every line of what is included gets them.
    var indentation: Range<Int>
    var arguments: [Block]
  }

  struct Block: Sendable {
    var name: String
    var span: Range<Int>
    var body: [LayoutNode]
    /// Blanks that stood before the tag on its own line and were taken out of the text before it.
    var lead: Range<Int>?
    /// What every line of an argument gets when it takes the place of this block.
    var indentation: Range<Int>
    /// Whether the content begins on a line of its own.
    var isLineOpened: Bool
  }
}

extension [LayoutNode] {
  /// The same nodes with every line moved `amount` blanks to the left.
  func outdented(by amount: Int, in text: LayoutText) -> [LayoutNode] {
    guard amount > 0 else { return self }
    func shortened(_ blanks: Range<Int>) -> Range<Int> {
      Swift.min(blanks.lowerBound + amount, blanks.upperBound)..<blanks.upperBound
    }
    func outdented(_ block: LayoutNode.Block) -> LayoutNode.Block {
      var block = block
      block.lead = block.lead.map(shortened)
      block.indentation = shortened(block.indentation)
      block.body = block.body.outdented(by: amount, in: text)
      return block
    }
    return map { node in
      switch node {
      case .variable: return node
      case .text(var piece):
        guard piece.startsLine else { return node }
        let blanks = text.indentation(at: piece.range.lowerBound, limit: piece.range.upperBound)
        piece.range = shortened(blanks).lowerBound..<piece.range.upperBound
        return .text(piece)
      case .section(var section):
        section.body = section.body.outdented(by: amount, in: text)
        return .section(section)
      case .include(var include):
        include.indentation = shortened(include.indentation)
        // An argument on lines of its own was outdented by itself.
        include.arguments = include.arguments.map { $0.isLineOpened ? $0 : outdented($0) }
        return .include(include)
      case .block(let block): return .block(outdented(block))
      }
    }
  }
}
