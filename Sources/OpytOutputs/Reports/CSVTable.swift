/// A table for Russian Excel: UTF-8 with a byte order mark, semicolons, CRLF (RFC 4180 in all else).
struct CSVTable: Sendable {
  enum Cell: Sendable {
    case text(String)
    case number(Int)
  }

  private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  init(_ headings: [String]) { append(headings.map { .text($0) }) }

  /// The bytes since this was last asked: a long table is handed on in pieces.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  mutating func append(_ cells: [Cell]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ";")) }
      switch cell {
      case .number(let number): bytes.append(contentsOf: String(number).utf8)
      case .text(let text): append(text)
      }
    }
    bytes.append(contentsOf: "\r\n".utf8)
  }

  private mutating func append(_ text: String) {
    var text = Array(text.utf8)
    if Self.isFormula(text) { text.insert(UInt8(ascii: "'"), at: 0) }
    guard text.contains(where: { ";\"\r\n".utf8.contains($0) }) else { return bytes.append(contentsOf: text) }
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a spreadsheet would calculate it: `=`, `+`, `-`, `@` and their full-width twins, or a control character,
  /// behind any blanks (OWASP, CSV Injection).
  private static func isFormula(_ text: [UInt8]) -> Bool {
    guard let first = text.first else { return false }
    if first == UInt8(ascii: "\t") || first == UInt8(ascii: "\r") || first == UInt8(ascii: "\n") { return true }
    let words = text.drop { $0 == UInt8(ascii: " ") }
    if let sign = words.first, "=+-@".utf8.contains(sign) { return true }
    return ["＝", "＋", "－", "＠"].contains { words.starts(with: $0.utf8) }
  }
}
