extension String {
  /// The words in one line, with one blank between them. No-break spaces stay: they were put there on purpose.
  public var inOneLine: String { split { $0 == " " || $0 == "\t" || $0.isNewline }.joined(separator: " ") }
}

extension BidirectionalCollection<UInt8> {
  /// Without blanks and control characters of ASCII around it.
  public var trimmed: SubSequence {
    let head = drop { $0 <= 0x20 }
    return head[..<(head.lastIndex { $0 > 0x20 }.map(head.index(after:)) ?? head.startIndex)]
  }
}
