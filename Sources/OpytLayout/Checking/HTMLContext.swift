/// Where in an HTML document a piece of a layout stands: a reduced tokenizer (HTML standard §13.2.5, Tokenization),
/// fed with the layout's own bytes. What names print never moves it: text is escaped, an address is URL-safe.
struct HTMLContext: Hashable {
  enum State: Hashable {
    case content
    case tagOpen
    case endTagOpen
    case tagName
    case betweenAttributes
    /// A section or partial began or ended here: only a blank, `/` or `>` may follow.
    case behindSection
    case attributeName
    case afterAttributeName
    case beforeValue
    case quotedValue(quote: UInt8)
    case unquotedValue
    case afterValue
    /// `<!`, and `<!-`.
    case declaration(dashes: Int)
    case bogusComment
    case comment(Comment)
    /// Inside `<script>`, `<title>` and the like, whose text ends only with its own closing tag, of which `matched`
    /// bytes were read.
    case rawText(matched: Int)
  }

  enum Comment: Hashable {
    case opened
    case openedDash
    case inside
    case dash
    case twoDashes
    case bang
  }

  /// What a quoted value holds so far.
  enum Value: Hashable {
    case empty
    case literal
    case address
  }

  /// What literal bytes can do wrong in their place.
  enum Problem: Hashable {
    /// A name in a tag is put together from a section and its surroundings.
    case nameInPieces
    /// There is more in the value than the address.
    case besideAddress
  }

  private(set) var state = State.content
  /// The name in the tag being read, or of the element whose raw text this is; in small letters.
  private(set) var element: [UInt8] = []
  private(set) var isEndTag = false
  private(set) var attribute: [UInt8] = []
  private(set) var value = Value.empty
  /// Of a script's text.
  private var script = ScriptText()

  var elementName: String { String(decoding: element, as: UTF8.self) }
  var attributeName: String { String(decoding: attribute, as: UTF8.self) }

  /// Elements whose content has no tags in it (HTML standard §13.2.6.4): names can't stand there.
  static let rawTextElements: Set<String> = [
    "script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext",
  ]
  /// Elements whose content has no tags in it, but has character references: escaped text is safe there.
  static let escapableElements: Set<String> = ["title", "textarea"]

  mutating func advance(over byte: UInt8) -> Problem? {
    switch state {
    case .content:
      if byte == UInt8(ascii: "<") { state = .tagOpen }
    case .tagOpen: openTag(byte)
    case .endTagOpen:
      if Self.isLetter(byte) {
        beginTag(byte, isEnd: true)
      } else {
        state = byte == UInt8(ascii: ">") ? .content : .bogusComment
      }
    case .tagName, .betweenAttributes, .behindSection, .attributeName, .afterAttributeName, .afterValue:
      return advanceInTag(over: byte)
    case .beforeValue, .quotedValue, .unquotedValue: return advanceInValue(over: byte)
    case .declaration(let dashes):
      if byte == UInt8(ascii: "-") {
        state = dashes == 0 ? .declaration(dashes: 1) : .comment(.opened)
      } else {
        state = byte == UInt8(ascii: ">") ? .content : .bogusComment
      }
    case .bogusComment:
      if byte == UInt8(ascii: ">") { state = .content }
    case .comment(let comment): advance(comment, over: byte)
    case .rawText(let matched): advance(matched, over: byte)
    }
    return nil
  }

  private mutating func openTag(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "/"): state = .endTagOpen
    case UInt8(ascii: "!"): state = .declaration(dashes: 0)
    case UInt8(ascii: "?"): state = .bogusComment
    case UInt8(ascii: "<"): break
    case let byte where Self.isLetter(byte): beginTag(byte, isEnd: false)
    default: state = .content
    }
  }

  private mutating func beginTag(_ byte: UInt8, isEnd: Bool) {
    state = .tagName
    element = [Self.lowercased(byte)]
    isEndTag = isEnd
  }

  private mutating func advanceInTag(over byte: UInt8) -> Problem? {
    switch byte {
    case UInt8(ascii: ">"): closeTag()
    case UInt8(ascii: "/"): moveBetweenAttributes()
    case let byte where Self.isWhitespace(byte):
      if state == .attributeName || state == .afterAttributeName {
        state = .afterAttributeName
      } else {
        moveBetweenAttributes()
      }
    case UInt8(ascii: "=") where state == .attributeName || state == .afterAttributeName:
      state = .beforeValue
    case let byte where state == .tagName: element.append(Self.lowercased(byte))
    case let byte where state == .attributeName: attribute.append(Self.lowercased(byte))
    default:
      let isInPieces = state == .behindSection || byte == UInt8(ascii: "=")
      state = byte == UInt8(ascii: "=") ? .beforeValue : .attributeName
      attribute = [Self.lowercased(byte)]
      return isInPieces ? .nameInPieces : nil
    }
    return nil
  }

  private mutating func moveBetweenAttributes() {
    state = .betweenAttributes
    attribute = []
  }

  private mutating func closeTag() {
    attribute = []
    let name = elementName
    if !isEndTag, Self.rawTextElements.contains(name) || Self.escapableElements.contains(name) {
      state = .rawText(matched: 0)
    } else {
      returnToContent()
    }
  }

  private mutating func returnToContent() {
    self = HTMLContext()
  }

  private mutating func advanceInValue(over byte: UInt8) -> Problem? {
    switch state {
    case .beforeValue:
      if Self.isWhitespace(byte) { return nil }
      value = .empty
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): state = .quotedValue(quote: byte)
      case UInt8(ascii: ">"): closeTag()
      default: state = .unquotedValue
      }
    case .quotedValue(quote: byte):
      state = .afterValue
      attribute = []
      value = .empty
    case .quotedValue:
      if value == .address { return AttributeRule(self) == .address ? .besideAddress : nil }
      value = .literal
    default:
      if byte == UInt8(ascii: ">") {
        closeTag()
      } else if Self.isWhitespace(byte) {
        moveBetweenAttributes()
      }
    }
    return nil
  }

  private mutating func advance(_ comment: Comment, over byte: UInt8) {
    let next: Comment
    switch (byte, comment) {
    case (UInt8(ascii: ">"), .opened), (UInt8(ascii: ">"), .openedDash), (UInt8(ascii: ">"), .twoDashes),
      (UInt8(ascii: ">"), .bang):
      return returnToContent()
    case (UInt8(ascii: "-"), .opened): next = .openedDash
    case (UInt8(ascii: "-"), .inside), (UInt8(ascii: "-"), .bang): next = .dash
    case (UInt8(ascii: "-"), _): next = .twoDashes
    case (UInt8(ascii: "!"), .twoDashes): next = .bang
    default: next = .inside
    }
    state = .comment(next)
  }

  private mutating func advance(_ matched: Int, over byte: UInt8) {
    let lead = 2  // `</`
    let isHidden = script.hidesEnd
    if elementName == "script" { script.advance(over: Self.lowercased(byte)) }
    if matched == lead + element.count {
      if byte == UInt8(ascii: ">"), !isHidden { return returnToContent() }
      if byte == UInt8(ascii: "/") || Self.isWhitespace(byte), !isHidden {
        isEndTag = true
        return moveBetweenAttributes()
      }
    } else {
      let expected: UInt8 =
        switch matched {
        case 0: UInt8(ascii: "<")
        case 1: UInt8(ascii: "/")
        default: element[matched - lead]
        }
      if Self.lowercased(byte) == expected {
        state = .rawText(matched: matched + 1)
        return
      }
    }
    state = .rawText(matched: byte == UInt8(ascii: "<") ? 1 : 0)
  }

  // MARK: Names and sections

  /// Notes that something was printed into a value.
  mutating func fillValue(_ kind: Value) {
    if case .quotedValue = state, value != .address { value = kind }
    if state == .beforeValue { state = .unquotedValue }
  }

  /// The context as the edge of a section or a partial leaves it: no name may go on across the edge.
  func atEdge() -> HTMLContext {
    var context = self
    switch state {
    case .tagName, .attributeName, .afterValue:
      context.state = .behindSection
      context.attribute = []
    case .afterAttributeName:
      context.moveBetweenAttributes()
    default: break
    }
    return context
  }

  /// The context behind something that may or may not have been printed; nil when it makes a difference.
  static func joined(_ left: Self, _ right: Self) -> Self? {
    var (left, right) = (left.atEdge(), right.atEdge())
    if left == right { return left }
    switch (left.state, right.state) {
    case (.betweenAttributes, .behindSection), (.behindSection, .betweenAttributes):
      left.state = .behindSection
      right.state = .behindSection
    case (.quotedValue, .quotedValue):
      let value: Value =
        left.value == .address || right.value == .address ? .address : .literal
      left.value = value
      right.value = value
    case (.comment, .comment):
      left.state = .comment(.inside)
      right.state = .comment(.inside)
    default: return nil
    }
    return left == right ? left : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    let lowered = lowercased(byte)
    return lowered >= UInt8(ascii: "a") && lowered <= UInt8(ascii: "z")
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte + 0x20 : byte
  }

  private static func isWhitespace(_ byte: UInt8) -> Bool { LayoutText.isWhitespace(byte) }
}
