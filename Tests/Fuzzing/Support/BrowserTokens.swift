/// The tags and the comments that a browser finds in a page (HTML standard, §13.2.5 “Tokenization”), with the text of
/// scripts, styles and comments and the values that are programs, and without words and other values: what stays the
/// same whatever authors write. It shares nothing with the program's reader of layouts.
struct BrowserTokens {
  private var shape: [String] = []
  private let bytes: [UInt8]
  private var place = 0

  private static let rawText: Set<String> = ["style", "xmp", "iframe", "noembed", "noframes"]
  private static let escapable: Set<String> = ["title", "textarea"]

  static func shape(of bytes: [UInt8]) -> [String] {
    var tokens = BrowserTokens(bytes: bytes)
    tokens.read()
    return tokens.shape
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func read() {
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<"), let next = peek(1) else {
        place += 1
        continue
      }
      if Self.isLetter(next) {
        readTag(isEnd: false)
      } else if next == UInt8(ascii: "/"), let letter = peek(2) {
        if Self.isLetter(letter) {
          readTag(isEnd: true)
        } else if letter == UInt8(ascii: ">") {
          place += 3
        } else {
          skipBogusComment()
        }
      } else if has("<!--") {
        skipComment()
      } else if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
        skipBogusComment()
      } else {
        place += 1
      }
    }
  }

  private func peek(_ distance: Int) -> UInt8? { place + distance < bytes.count ? bytes[place + distance] : nil }

  private func has(_ word: String) -> Bool { bytes[place...].starts(with: word.utf8) }

  private mutating func note(from start: Int) { shape.append(String(decoding: bytes[start..<place], as: UTF8.self)) }

  private mutating func skipBogusComment() {
    let start = place
    place = (bytes[place...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1) + 1
    note(from: start)
  }

  private mutating func skipComment() {
    let start = place
    defer { note(from: start) }
    place += 4
    if has(">") || has("->") {
      place += has(">") ? 1 : 2
      return
    }
    // `<!--->` and the like aside, it ends at `-->` or `--!>`.
    while place < bytes.count {
      if has("-->") || has("--!>") {
        place += has("-->") ? 3 : 4
        return
      }
      place += 1
    }
  }

  private mutating func readTag(isEnd: Bool) {
    place += isEnd ? 2 : 1
    let name = readWhile { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") && !Self.isBlank($0) }
    var attributes: [String] = []
    while let byte = peek(0), byte != UInt8(ascii: ">") {
      if Self.isBlank(byte) || byte == UInt8(ascii: "/") {
        place += 1
      } else {
        attributes.append(readAttribute())
      }
    }
    // A tag that the end of the page cuts off is none.
    guard place < bytes.count else { return }
    place += 1
    shape.append("<\(isEnd ? "/" : "")\(([name] + attributes).joined(separator: " "))>")
    if isEnd { return }
    let start = place
    if name == "script" { skipScript() }
    if name == "plaintext" { place = bytes.count }
    if Self.rawText.contains(name) { skipText(of: name) }
    if Self.escapable.contains(name) { return skipText(of: name) }
    if place > start { note(from: start) }
  }

  private mutating func readAttribute() -> String {
    var name = ""
    if bytes[place] == UInt8(ascii: "=") {
      name = "="
      place += 1
    }
    name += readWhile { !"/>=".utf8.contains($0) && !Self.isBlank($0) }
    let behind = place
    _ = readWhile(Self.isBlank)
    guard peek(0) == UInt8(ascii: "=") else {
      place = behind
      return name
    }
    place += 1
    _ = readWhile(Self.isBlank)
    guard let quote = peek(0), quote != UInt8(ascii: ">") else { return name }
    let value: String
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      place += 1
      value = readWhile { $0 != quote }
      place = min(place + 1, bytes.count)
    } else {
      value = readWhile { $0 != UInt8(ascii: ">") && !Self.isBlank($0) }
    }
    if ["href", "src", "action", "formaction", "data"].contains(name), !BrowserAddress.isHarmless(value) {
      return "\(name)=\(value)"
    }
    return name.hasPrefix("on") || ["style", "srcdoc", "srcset"].contains(name) ? "\(name)=\(value)" : name
  }

  /// Up to `</name` with a blank, `/` or `>` behind it.
  private mutating func skipText(of name: String) {
    while place < bytes.count, !isEndTag(name) { place += 1 }
  }

  private func isEndTag(_ name: String) -> Bool { isTag("</\(name)") }

  private func isTag(_ start: String) -> Bool {
    let written = bytes[place...].prefix(start.utf8.count).map(Self.lowercased)
    guard written.elementsEqual(start.utf8), let end = peek(start.utf8.count) else { return false }
    return Self.isBlank(end) || end == UInt8(ascii: "/") || end == UInt8(ascii: ">")
  }

  /// `<!--` and `<script` in a script hide its end tag (“script data double escaped state”).
  private mutating func skipScript() {
    var isEscaped = false
    var isDoubleEscaped = false
    while place < bytes.count {
      if !isDoubleEscaped, isEndTag("script") { return }
      if !isEscaped, has("<!--") {
        isEscaped = true
        // Its dashes may be those of `-->`.
        place += 2
      } else if isEscaped, has("-->") {
        (isEscaped, isDoubleEscaped) = (false, false)
        place += 3
      } else {
        if isEscaped, !isDoubleEscaped, isTag("<script") {
          isDoubleEscaped = true
        } else if isDoubleEscaped, isEndTag("script") {
          isDoubleEscaped = false
        }
        place += 1
      }
    }
  }

  private mutating func readWhile(_ belongs: (UInt8) -> Bool) -> String {
    let start = place
    while place < bytes.count, belongs(bytes[place]) { place += 1 }
    return String(decoding: bytes[start..<place].map(Self.lowercased), as: UTF8.self)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }
  private static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
