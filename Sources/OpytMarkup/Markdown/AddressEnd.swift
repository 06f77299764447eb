import OpytText

/// Where an address in a text ends. The parser goes on to the next space and knows none of the signs that Russian texts
/// put behind an address: `«https://example.org/sad», …`.
enum AddressEnd {
  /// - Returns: how many bytes of the words are the address; nil for all of them.
  static func cut(_ words: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    while index + 1 < words.count {
      let (first, second) = (words[index], words[index + 1])
      // « and », and the signs from U+2010 to U+203F: dashes, quotes, an ellipsis.
      let isQuote = first == 0xC2 && (second == 0xAB || second == 0xBB || second == 0xA0)
      let isPunctuation = first == 0xE2 && second == 0x80 && index + 2 < words.count && words[index + 2] >= 0x90
      if isQuote || isPunctuation { return trimmed(words, index) }
      index += 1
    }
    return nil
  }

  /// Without the signs that the parser, too, takes for the sentence's.
  private static func trimmed(_ words: UnsafeBufferPointer<UInt8>, _ end: Int) -> Int? {
    var end = end
    while end > 0, ".,;:!?*_~'\"".utf8.contains(words[end - 1]) { end -= 1 }
    if end > 0, words[end - 1] == UInt8(ascii: ")"), !words[..<end].contains(UInt8(ascii: "(")) { end -= 1 }
    return end > 0 ? end : nil
  }
}
