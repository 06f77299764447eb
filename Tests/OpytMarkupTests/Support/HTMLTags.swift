/// What a browser would see in a piece of HTML: the names of its tags and of their attributes.
enum HTMLTags {
  static let permittedNames: Set<String> = [
    "a", "blockquote", "br", "code", "del", "div", "em", "h2", "h3", "h4", "h5", "h6", "hr", "img", "input", "li", "ol",
    "p", "pre", "section", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
  ]

  static let permittedAttributes: Set<String> = [
    "alt", "aria-label", "checked", "class", "disabled", "href", "id", "loading", "scope", "src", "start", "tabindex",
    "title", "type",
  ]

  static func names(of html: String) -> Set<String> { Set(tags(of: html).map(\.name)) }
  static func attributes(of html: String) -> Set<String> { Set(tags(of: html).flatMap(\.attributes)) }

  /// Reads tags byte by byte, as the HTML standard does (§13.2.5): quotes count inside tags only.
  static func tags(of html: String) -> [(name: String, attributes: [String])] {
    let bytes = Array(html.utf8)
    var found: [(String, [String])] = []
    var index = 0
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = open + 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "/") { index += 1 }
      guard index < bytes.count, isLetter(bytes[index]) else {
        found.append(("<", []))
        continue
      }
      var words: [String] = []
      var word: [UInt8] = []
      var quote: UInt8?
      while index < bytes.count, quote != nil || bytes[index] != UInt8(ascii: ">") {
        let byte = bytes[index]
        if let open = quote {
          if byte == open { quote = nil }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
        } else if byte <= 0x20 || byte == UInt8(ascii: "=") {
          if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
          word = []
        } else {
          word.append(byte)
        }
        index += 1
      }
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      found.append((words.first ?? "", Array(words.dropFirst())))
    }
    return found
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
