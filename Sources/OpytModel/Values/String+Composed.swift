import Foundation
import OpytText

/// What every value of a front matter is asked, so by bytes and in one pass each.
extension String {
  /// The same text in NFC, so that й is one letter however it was typed.
  var composed: String {
    // What combines, U+0300…U+036F, begins with CC or CD, and no other byte of UTF-8 is one of these.
    guard has({ $0.isByte(0xCC, orWith: 1) }), unicodeScalars.contains(where: { (0x300...0x36F).contains($0.value) })
    else { return self }
    return RussianLetters.composedText(self) ?? precomposedStringWithCanonicalMapping
  }

  /// Without spaces around it. No-break spaces stay: they were put there on purpose.
  var trimmed: String {
    guard utf8.first == 0x20 || utf8.last == 0x20 else { return self }
    let head = drop { $0 == " " }
    return String(head.dropLast(head.reversed().prefix { $0 == " " }.count))
  }

  /// Whether there is nothing to see.
  var isBlank: Bool {
    guard let first = utf8.first else { return true }
    // A letter, a digit, a sign of ASCII, or a letter of Russian.
    if (0x21...0x7E).contains(first) || first == 0xD0 || first == 0xD1 { return false }
    return allSatisfy(\.isWhitespace)
  }

  /// Whether it has line ends, tabs or other control characters.
  var hasControls: Bool { has { $0.isByte(in: 0...0x1F) } }

  /// The number that a few digits, and nothing else, are.
  var smallNumber: Int? {
    guard (1...9).contains(utf8.count) else { return nil }
    var number = 0
    for byte in utf8 {
      guard byte.isASCIIDigit else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }

  /// Whether something is found in any block of its bytes.
  @inline(__always)
  func has(_ search: (ByteBlock) -> UInt64) -> Bool {
    utf8Span.span.withUnsafeBufferPointer { bytes in
      var offset = 0
      while offset < bytes.count {
        if ByteBlock.read(bytes, at: offset, { search($0) & $0.inText }) != 0 { return true }
        offset += ByteBlock.count
      }
      return false
    }
  }
}
