extension String {
  /// The words in one line, with one blank between them. No-break spaces stay: they were put there on purpose.
  public var inOneLine: String {
    isInOneLine ? self : split { $0 == " " || $0 == "\t" || $0.isNewline }.joined(separator: " ")
  }

  /// By bytes: whether nothing but single spaces between words is blank.
  private var isInOneLine: Bool {
    let bytes = utf8Span.span
    var before = UInt8(ascii: " ")
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: " "): if before == byte { return false }
      case ..<0x20: return false
      // U+0085, U+2028 and U+2029 end lines as well.
      case 0x85 where before == 0xC2, 0xA8 where before == 0x80, 0xA9 where before == 0x80: return false
      default: break
      }
      before = byte
    }
    return before != UInt8(ascii: " ") || bytes.isEmpty
  }
}

extension BidirectionalCollection<UInt8> {
  /// Without blanks and control characters of ASCII around it.
  public var trimmed: SubSequence {
    let head = drop { $0 <= 0x20 }
    return head[..<(head.lastIndex { $0 > 0x20 }.map(head.index(after:)) ?? head.startIndex)]
  }
}
