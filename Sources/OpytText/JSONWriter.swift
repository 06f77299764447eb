/// Writes JSON (RFC 8259) as bytes that are inert wherever they stand: no text in them begins a tag, ends the script that
/// they stand in, or ends a line. It is the only way by which JSON gets into a page.
///
/// ```swift
/// var writer = JSONWriter()
/// writer.object { person in
///   person.text("name", "Ильина М. С.")
///   person.texts("topics", ["игра", "среда"])
/// }
/// ```
/// Members without a value are left out: `nil`, an empty text, an empty list.
public struct JSONWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  /// Whether a comma belongs before what is written next.
  private var isBehindValue = false

  public init() {}

  /// - Parameter capacity: how much it will be, about.
  public init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// The bytes written since this was last asked: what is long is handed on in pieces.
  public mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  // MARK: Values

  public mutating func object(_ members: (inout JSONWriter) -> Void) {
    beginObject()
    members(&self)
    endObject()
  }

  public mutating func list(_ items: (inout JSONWriter) -> Void) {
    beginList()
    items(&self)
    endList()
  }

  public mutating func text(_ text: String) {
    beginValue()
    Self.append(text, to: &bytes)
  }

  public mutating func number(_ number: Int) {
    beginValue()
    bytes.append(contentsOf: String(number).utf8)
  }

  public mutating func flag(_ flag: Bool) {
    beginValue()
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
  }

  // MARK: Members of an object

  public mutating func object(_ name: StaticString, _ members: (inout JSONWriter) -> Void) {
    key(name)
    object(members)
  }

  public mutating func list(_ name: StaticString, _ items: (inout JSONWriter) -> Void) {
    key(name)
    list(items)
  }

  /// A list that is left out when it is empty.
  public mutating func list<Items: Collection>(
    _ name: StaticString, of items: Items, _ write: (Items.Element, inout JSONWriter) -> Void
  ) {
    guard !items.isEmpty else { return }
    key(name)
    beginList()
    for item in items { write(item, &self) }
    endList()
  }

  public mutating func text(_ name: StaticString, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    key(name)
    self.text(text)
  }

  public mutating func texts(_ name: StaticString, _ texts: [String]) {
    guard !texts.isEmpty else { return }
    key(name)
    beginList()
    for text in texts { self.text(text) }
    endList()
  }

  public mutating func number(_ name: StaticString, _ number: Int?) {
    guard let number else { return }
    key(name)
    self.number(number)
  }

  public mutating func flag(_ name: StaticString, _ flag: Bool) {
    key(name)
    self.flag(flag)
  }

  /// The name of the value that is written next.
  public mutating func key(_ name: StaticString) {
    beginValue()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    isBehindValue = false
  }

  // MARK: What is written in pieces

  public mutating func beginObject() { open(UInt8(ascii: "{")) }

  public mutating func endObject() { close(UInt8(ascii: "}")) }

  public mutating func beginList() { open(UInt8(ascii: "[")) }

  public mutating func endList() { close(UInt8(ascii: "]")) }

  private mutating func open(_ bracket: UInt8) {
    beginValue()
    bytes.append(bracket)
    isBehindValue = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    isBehindValue = true
  }

  private mutating func beginValue() {
    if isBehindValue { bytes.append(UInt8(ascii: ",")) }
    isBehindValue = true
  }

  // MARK: Texts

  /// Appends a text in its quotes.
  public static func append(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { append($0, to: &output) }
    output.append(UInt8(ascii: "\""))
  }

  private static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var start = 0
    var index = 0
    while index < text.count {
      let length = specialLength(text, at: index)
      if length == 0 {
        index += 1
        continue
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      appendEscape(of: length == 3 ? 0x2000 | UInt32(text[index + 2]) & 0x3F : UInt32(text[index]), to: &output)
      index += length
      start = index
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// How many bytes the sign at a place has that may not stand there as it is; 0 for one that may.
  ///
  /// Quotes, the backslash and control characters are no text of JSON. `<`, `>` and `&` could begin something in a page,
  /// U+2028 and U+2029 end lines of scripts.
  @inline(__always)
  private static func specialLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch text[index] {
    case 0..<0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "&"):
      return 1
    case 0xE2:
      guard index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] & 0xFE == 0xA8 else { return 0 }
      return 3
    default: return 0
    }
  }

  /// - Parameter sign: its number in Unicode, below U+10000.
  private static func appendEscape(of sign: UInt32, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\\"))
    switch sign {
    case 0x22, 0x5C: output.append(UInt8(truncatingIfNeeded: sign))
    case 0x0A: output.append(UInt8(ascii: "n"))
    case 0x09: output.append(UInt8(ascii: "t"))
    default:
      output.append(UInt8(ascii: "u"))
      for shift in [12, 8, 4, 0] as [UInt32] {
        let digit = UInt8(truncatingIfNeeded: sign >> shift & 0xF)
        output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }
}
