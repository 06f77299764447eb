/// What stands beside a text in its paragraph, whatever markup is between them.
extension CMarkTree.Node {
  /// The text behind this node; a sign in the place of what is no text; empty at the end of a line.
  var following: UnsafeBufferPointer<UInt8> {
    var node = self
    while node.next == nil {
      guard let parent = node.parent, parent.isInlineContainer else { return Self.text("") }
      node = parent
    }
    var next = node.next
    while let found = next {
      switch found.kind {
      case .text: return found.literalBytes
      case .softBreak: return Self.text(" ")
      case .code, .image, .footnoteReference: return Self.text("x")
      case .emphasis, .strong, .strikethrough, .link: next = found.firstChild ?? found.next
      default: return Self.text("")
      }
    }
    return Self.text("")
  }

  /// Whether it is the text of a link and the link's address, as in `<https://example.org>`.
  var isAddressOfLink: Bool {
    guard let parent, parent.kind == .link, next == nil, previous == nil else { return false }
    return parent.address.utf8.reversed().starts(with: literalBytes.reversed())
  }

  private var isInlineContainer: Bool {
    switch kind {
    case .emphasis, .strong, .strikethrough, .link: true
    default: false
    }
  }

  private static func text(_ text: StaticString) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }
}
