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
      guard index + 1 < text.count, let letter = RussianLetters.folded(byte, text[index + 1]) else { return nil }
      bytes.append(letter.0)
      bytes.append(letter.1)
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
