import OpytDiagnostics

/// The bytes of one layout, and where its lines begin.
struct LayoutText: Sendable {
  let file: String
  let bytes: [UInt8]
  /// Where the text begins: behind a byte order mark, if there is one.
  let start: Int
  private let lineStarts: [Int]

  init(_ source: LayoutSource) {
    file = source.file
    bytes = source.bytes
    start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var lineStarts = [start]
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") { lineStarts.append(index + 1) }
    self.lineStarts = lineStarts
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func location(_ range: Range<Int>) -> SourceLocation {
    SourceLocation(
      file: file, range: SourceRange(start: position(of: range.lowerBound), end: position(of: range.upperBound)))
  }

  private func position(of offset: Int) -> SourcePosition {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    // Columns count scalars: every byte but the continuation bytes of UTF-8.
    let before = bytes[min(lineStarts[low], offset)..<offset]
    return SourcePosition(line: low + 1, column: before.count { $0 & 0xC0 != 0x80 } + 1)
  }

  // MARK: Lines

  /// The beginning of the line, if there are only blanks between it and `offset`.
  func blankLineStart(before offset: Int) -> Int? {
    var index = offset
    while index > start, Self.isBlank(bytes[index - 1]) { index -= 1 }
    return index == start || bytes[index - 1] == UInt8(ascii: "\n") ? index : nil
  }

  /// The beginning of the next line (or the end of the text), if there are only blanks between `offset` and it.
  func blankLineEnd(after offset: Int) -> Int? {
    var index = offset
    while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
    if index == bytes.count { return index }
    if bytes[index] == UInt8(ascii: "\n") { return index + 1 }
    let isCRLF =
      bytes[index] == UInt8(ascii: "\r") && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")
    return isCRLF ? index + 2 : nil
  }

  func isLineStart(_ offset: Int) -> Bool { offset == start || bytes[offset - 1] == UInt8(ascii: "\n") }

  /// The blanks that the text at `offset` begins with.
  func indentation(at offset: Int, limit: Int) -> Range<Int> {
    var end = offset
    while end < limit, Self.isBlank(bytes[end]) { end += 1 }
    return offset..<end
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  static func isWhitespace(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || byte == 0x0C
  }

  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, Self.isWhitespace(bytes[low]) { low += 1 }
    while high > low, Self.isWhitespace(bytes[high - 1]) { high -= 1 }
    return low..<high
  }

  func firstIndex(of pattern: [UInt8], from offset: Int) -> Int? {
    guard let first = pattern.first, bytes.count >= pattern.count else { return nil }
    var index = offset
    while index <= bytes.count - pattern.count {
      if bytes[index] == first, bytes[index..<index + pattern.count].elementsEqual(pattern) { return index }
      index += 1
    }
    return nil
  }

  // MARK: Encoding

  /// The first bytes that are not UTF-8, if any (Unicode §3.9, table 3-7).
  func invalidUTF8() -> Range<Int>? {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return offset..<offset + 1
      }
    }
  }

  /// Control characters that no text file needs.
  func controlCharacter() -> Range<Int>? {
    bytes.firstIndex { ($0 < 0x20 && !Self.isWhitespace($0)) || $0 == 0x7F }.map { $0..<$0 + 1 }
  }
}

/// A place in a layout whose line and column are counted only when they are told.
struct LayoutPlace: Sendable {
  let text: LayoutText
  let range: Range<Int>

  var location: SourceLocation { text.location(range) }
}
