/// The addresses in a style sheet: `url(…)` and `@import "…"`, outside of comments.
struct StyleAddresses {
  struct Address {
    let text: String
    let offsets: Range<Int>
  }

  private(set) var all: [Address] = []
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var isImport = false
    while index < bytes.count {
      if skipComment() { continue }
      switch bytes[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let address = string()
        if isImport { all.append(address) }
        isImport = false
      case UInt8(ascii: ";"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        isImport = false
        index += 1
      case UInt8(ascii: "@"):
        index += 1
        isImport = skip("import")
      case UInt8(ascii: "u"), UInt8(ascii: "U"):
        if skip("url(") {
          all.append(url())
          isImport = false
        } else {
          index += 1
        }
      default: index += 1
      }
    }
  }

  private mutating func skipComment() -> Bool {
    guard bytes[index] == UInt8(ascii: "/"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "*") else {
      return false
    }
    index += 2
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "/"), bytes[index - 1] == UInt8(ascii: "*") { break }
      index += 1
    }
    index += 1
    return true
  }

  private mutating func skip(_ word: String) -> Bool {
    guard bytes[index...].prefix(word.utf8.count).elementsEqual(word.utf8, by: { $0 == $1 || $0 | 0x20 == $1 }) else {
      return false
    }
    index += word.utf8.count
    return true
  }

  private mutating func string() -> Address {
    let quote = bytes[index]
    let start = index + 1
    index = start
    while index < bytes.count, bytes[index] != quote, bytes[index] != UInt8(ascii: "\n") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    let end = min(index, bytes.count)
    index = end + 1
    return address(start..<end)
  }

  private mutating func url() -> Address {
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") { return string() }
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: ")") { index += 1 }
    var end = index
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return address(start..<end)
  }

  private func address(_ offsets: Range<Int>) -> Address {
    Address(text: Self.unescaped(bytes[offsets]), offsets: offsets)
  }

  /// `\68 ttps:` is `https:` too.
  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "\\")) else { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      let digits = rest.prefix(6).prefix { Character(UnicodeScalar($0)).isHexDigit }
      guard !digits.isEmpty else { continue }
      rest = rest.dropFirst(digits.count)
      if let blank = rest.first, blank <= 0x20 { rest = rest.dropFirst() }
      let scalar = UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
      text.append(contentsOf: String(Character(scalar)).utf8)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
