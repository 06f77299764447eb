/// A short text as it is compared with others: words differ neither in case, nor in ё or е, nor in the blanks between them.
///
/// Bytes, since a network compares a keyword of each material with all others: strings with Russian letters would be
/// normalised each time.
public struct FoldedText: Hashable, Comparable, Sendable {
  private let bytes: [UInt8]

  public init(_ text: String) {
    var text = text
    bytes = text.withUTF8 { Self.simple($0) } ?? Self.any(text)
  }

  init(_ text: ArraySlice<UInt8>) {
    bytes = text.withUnsafeBufferPointer { Self.simple($0) } ?? Self.any(String(decoding: text, as: UTF8.self))
  }

  public var isEmpty: Bool { bytes.isEmpty }
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public static func < (left: Self, right: Self) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }

  /// Of ASCII and Russian letters; nil where anything else stands.
  private static func simple(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var isBlankDue = false
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte) {
        isBlankDue = !bytes.isEmpty
        index += 1
        continue
      }
      if isBlankDue { bytes.append(UInt8(ascii: " ")) }
      isBlankDue = false
      if byte < 0x80 {
        bytes.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte)
        index += 1
        continue
      }
      guard byte == 0xD0 || byte == 0xD1, index + 1 < text.count else { return nil }
      switch (byte, text[index + 1]) {
      case (0xD0, let letter) where (0x90...0x9F).contains(letter): bytes += [0xD0, letter + 0x20]
      case (0xD0, let letter) where (0xA0...0xAF).contains(letter): bytes += [0xD1, letter - 0x20]
      case (0xD0, 0x81), (0xD1, 0x91): bytes += [0xD0, 0xB5]
      case (0xD0, 0xB0...0xBF), (0xD1, 0x80...0x8F): bytes += [byte, text[index + 1]]
      default: return nil
      }
      index += 2
    }
    return bytes
  }

  private static func any(_ text: String) -> [UInt8] {
    let words = RussianLetters.composed(text.lowercased()).split(whereSeparator: \.properties.isWhitespace)
    let folded = words.joined(separator: [" "]).map { $0 == "ё" ? "е" : $0 }
    return Array(String(String.UnicodeScalarView(folded)).utf8)
  }
}
