extension String {
  /// The words in one line, with one blank between them. No-break spaces stay: they were put there on purpose.
  public var inOneLine: String {
    isInOneLine ? self : split { $0 == " " || $0 == "\t" || $0.isNewline }.joined(separator: " ")
  }

  /// By bytes: whether nothing but single spaces between words is blank.
  private var isInOneLine: Bool {
    isEmpty
      || hasSingleSpaces { byte, before, _ in
        switch byte {
        case ..<0x20: false
        // U+0085, U+2028 and U+2029 end lines as well.
        case 0x85 where before == 0xC2, 0xA8 where before == 0x80, 0xA9 where before == 0x80: false
        default: true
        }
      }
  }

  /// By bytes: whether it has words with single spaces between them, and no byte that is not allowed.
  /// - Parameter isAllowed: of a byte, with the one before it and its place; it is asked of all but spaces.
  @inlinable
  public func hasSingleSpaces(_ isAllowed: (_ byte: UInt8, _ before: UInt8, _ index: Int) -> Bool) -> Bool {
    let bytes = utf8Span.span
    var before = UInt8(ascii: " ")
    for index in bytes.indices {
      let byte = bytes[index]
      let isFine = byte == UInt8(ascii: " ") ? before != byte : isAllowed(byte, before, index)
      guard isFine else { return false }
      before = byte
    }
    return before != UInt8(ascii: " ")
  }
}

extension BidirectionalCollection<UInt8> {
  /// Without blanks and control characters of ASCII around it.
  public var trimmed: SubSequence {
    let head = drop { $0 <= 0x20 }
    return head[..<(head.lastIndex { $0 > 0x20 }.map(head.index(after:)) ?? head.startIndex)]
  }
}
