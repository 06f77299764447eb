/// Reads HTML as strictly as Opyt should write it, by rules written a second time: known elements and attributes,
/// everything closed in its order, values in double quotes, and only the five references that escaping makes.
struct CheckedHTML {
  struct Heading {
    let level: Int
    let id: String?
  }

  private(set) var headings: [Heading] = []
  /// All words, in their order.
  private(set) var text: [UInt8] = []
  private var ids: Set<String> = []
  private var open: [String] = []
  private let bytes: [UInt8]
  private var place = 0

  private static let elements: Set<String> = [
    "a", "blockquote", "br", "code", "del", "div", "em", "h2", "h3", "h4", "h5", "h6", "hr", "img", "input", "li", "ol",
    "p", "pre", "section", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
  ]
  private static let void: Set<String> = ["br", "hr", "img", "input"]
  private static let attributes: Set<String> = [
    "alt", "aria-label", "checked", "class", "disabled", "href", "id", "loading", "scope", "src", "start", "tabindex",
    "title", "type", "value",
  ]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    promise(String(validating: bytes, as: UTF8.self) != nil, "no UTF-8")
    while let byte = next {
      if byte == UInt8(ascii: "<") { readTag() } else { text += readCharacter() }
    }
    promise(open.isEmpty, "not closed: \(open)")
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func take(_ word: StaticString) -> Bool {
    let isThere = word.withUTF8Buffer { bytes[place...].starts(with: $0) }
    if isThere { place += word.utf8CodeUnitCount }
    return isThere
  }

  private mutating func readCharacter() -> [UInt8] {
    let byte = bytes[place]
    if byte == UInt8(ascii: "&") {
      for (reference, sign) in [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")]
      where bytes[place...].starts(with: reference.utf8) {
        place += reference.utf8.count
        return Array(sign.utf8)
      }
      promise(false, "a bare & at \(place)")
    }
    promise(!"<>\"'".utf8.contains(byte), "a bare sign of markup at \(place)")
    promise(byte >= 0x20 || byte == 0x0A || byte == 0x09, "the control character \(byte) at \(place)")
    place += 1
    return [byte]
  }

  private mutating func readName() -> String {
    let start = place
    while let byte = next, (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func readTag() {
    place += 1
    if take("/") {
      let name = readName()
      promise(take(">"), "an end tag goes on")
      promise(open.popLast() == name, "</\(name)> closes nothing")
      return
    }
    let name = readName()
    promise(Self.elements.contains(name), "the element <\(name)>")
    promise(name != "a" || !open.contains("a"), "a link in a link")
    promise(name != "p" || !open.contains { $0 == "p" || $0.first == "h" && $0 != "hr" }, "a paragraph in a paragraph")
    var seen: [String: String] = [:]
    while take(" ") {
      let attribute = readName()
      promise(Self.attributes.contains(attribute), "the attribute \(attribute) of <\(name)>")
      var value: [UInt8] = []
      if take("=") {
        promise(take("\""), "a value without quotes")
        while let byte = next, byte != UInt8(ascii: "\"") { value += readCharacter() }
        promise(take("\""), "a value without an end")
      }
      promise(seen.updateValue(String(decoding: value, as: UTF8.self), forKey: attribute) == nil, "twice \(attribute)")
    }
    promise(take(">"), "a tag goes on at \(place)")
    note(name, seen)
    if !Self.void.contains(name) { open.append(name) }
  }

  private mutating func note(_ name: String, _ attributes: [String: String]) {
    if let id = attributes["id"] { promise(ids.insert(id).inserted, "twice the id \(id)") }
    for address in [attributes["href"], attributes["src"]].compactMap({ $0 }) {
      promise(BrowserAddress.isHarmless(address), "the address \(address)")
    }
    if name.count == 2, name.first == "h", let level = name.last?.wholeNumberValue {
      headings.append(Heading(level: level, id: attributes["id"]))
    }
  }
}
