/// Escapes text for HTML, byte by byte: nothing a combining mark or a look-alike could slip past.
public enum HTMLEscaping {
  /// Appends UTF-8 text so that it is inert in element content and in quoted attribute values
  /// (HTML standard, §13.3 “Escaping a string”; both quotes, so that either may enclose it).
  public static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var start = 0
    while true {
      let special = firstSpecial(in: text, from: start)
      output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<special]))
      guard special < text.count else { return }
      replacement(of: text[special]).withUTF8Buffer { output.append(contentsOf: $0) }
      start = special + 1
    }
  }

  /// Appends `text`, escaped as by ``append(_:to:)-(UnsafeBufferPointer<UInt8>,_)``.
  public static func append(_ text: String, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { append($0, to: &output) }
  }

  /// Writes `text`, escaped as by ``append(_:to:)-(UnsafeBufferPointer<UInt8>,_)``, into memory.
  /// - Returns: how much was written; nil when there is no room for all of it.
  public static func escape(
    _ text: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> Int? {
    var start = 0
    var written = 0
    func write(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      guard let from = bytes.baseAddress, let to = output.baseAddress else { return bytes.isEmpty }
      guard bytes.count <= output.count - written else { return false }
      (to + written).update(from: from, count: bytes.count)
      written += bytes.count
      return true
    }
    while true {
      let special = firstSpecial(in: text, from: start)
      guard write(UnsafeBufferPointer(rebasing: text[start..<special])) else { return nil }
      guard special < text.count else { return written }
      guard replacement(of: text[special]).withUTF8Buffer(write) else { return nil }
      start = special + 1
    }
  }

  /// How long `text` is when it is escaped.
  public static func escapedCount(of text: UnsafeBufferPointer<UInt8>) -> Int {
    text.reduce(0) { $0 + (isSpecial($1) ? replacement(of: $1).utf8CodeUnitCount : 1) }
  }

  /// `&`, `<`, `>` and both quotes.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 64 && (0x5000_00C4_0000_0000 as UInt64) >> UInt64(byte) & 1 == 1
  }

  private static func replacement(of byte: UInt8) -> StaticString {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: "&#39;"
    }
  }

  /// Most text has nothing to escape: it is looked through sixteen bytes at a time, one by one only where these may
  /// hold something.
  private static func firstSpecial(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = text.baseAddress else { return 0 }
    let bytes = UnsafeRawPointer(base)
    func marks(at offset: Int) -> UInt64 {
      possibleSpecials(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    // No offset here is beyond the text's length: what is added to one can't overflow.
    var index = start
    while index <= text.count &- 16 {
      if marks(at: index) | marks(at: index &+ 8) != 0 {
        for offset in index..<index &+ 16 where isSpecial(base[offset]) { return offset }
      }
      index &+= 16
    }
    // The last two words overlap each other, or the block before them.
    if text.count >= 8, marks(at: min(index, text.count &- 8)) | marks(at: text.count &- 8) == 0 { return text.count }
    while index < text.count, !isSpecial(base[index]) { index &+= 1 }
    return index
  }

  /// Not zero if any of eight bytes is special; `#`, `=` and `?` may be taken for it.
  private static func possibleSpecials(_ word: UInt64) -> UInt64 {
    // Its highest bits tell whether there is a zero byte (Anderson, Bit Twiddling Hacks, “Determine if a word has a
    // zero byte”).
    func zeros(_ word: UInt64) -> UInt64 { (word &- 0x0101_0101_0101_0101) & ~word }
    // With their first and third bit set `"`, `#`, `&` and `'` are 0x27; with the first two, `<` to `?` are 0x3F.
    let quotes = (word | 0x0505_0505_0505_0505) ^ 0x2727_2727_2727_2727
    let angles = (word | 0x0303_0303_0303_0303) ^ 0x3F3F_3F3F_3F3F_3F3F
    return (zeros(quotes) | zeros(angles)) & 0x8080_8080_8080_8080
  }
}

/// Bytes that are HTML already and are printed as they are.
public struct HTMLFragment: Hashable, Sendable {
  public let bytes: [UInt8]

  /// - Parameter bytes: well-formed HTML in which every text of an author is escaped.
  public init(trusted bytes: [UInt8]) {
    self.bytes = bytes
  }
}
