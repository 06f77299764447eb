import OpytDiagnostics
import OpytMarkup

/// Texts in quotes, the right ones and others.
extension JSONReader {
  mutating func quoted() throws(Stop) -> Text {
    scanner.next == "\"" ? try string() : try wronglyQuoted()
  }

  /// A typographic quote behind which only the end of a text makes sense.
  private typealias FalseEnd = (before: JSONScanner.Cursor, behind: JSONScanner.Cursor, text: String)

  private mutating func string() throws(Stop) -> Text {
    let start = scanner.cursor
    scanner.advance()
    var text = String.UnicodeScalarView()
    var falseEnd: FalseEnd?
    while let scalar = scanner.next {
      let place = scanner.cursor
      switch scalar {
      case "\"":
        if let falseEnd, !isEnd(at: place.offset + 1) { return try end(start, at: falseEnd) }
        scanner.advance()
        if scanner.next?.properties.isAlphabetic == true {
          throw scanner.stop(.quoteInside, at: scanner.range(from: place))
        }
        return Text(String(text), at: scanner.mark(from: start), .quoted)
      case "\\": try escape(into: &text)
      case "\n", "\r":
        if let falseEnd { return try end(start, at: falseEnd) }
        guard isLineBroken else { throw unclosed(start) }
        try scanner.tell(.lineBreak, at: scanner.range(from: place))
        scanner.advance { $0.endsLine }
        text.append("\n")
      default:
        scanner.advance()
        if falseEnd == nil, scalar.isTypographicQuote, isEnd(at: scanner.cursor.offset) {
          falseEnd = (place, scanner.cursor, String(text))
        }
        try check(scalar, from: place)
        if scalar == "\t" {
          let tab = scanner.range(from: place)
          try scanner.tell(.tab, at: tab, fixes: [Replacement(tab, with: "\\t")])
        }
        text.append(scalar)
      }
    }
    if let falseEnd { return try end(start, at: falseEnd) }
    throw unclosed(start)
  }

  /// The text ends at a typographic quote, and reading goes on behind it.
  private mutating func end(_ start: JSONScanner.Cursor, at end: FalseEnd) throws(Stop) -> Text {
    scanner.cursor = end.behind
    let quote = scanner.range(end.before, end.behind)
    try scanner.tell(.quotesTypographic, at: quote, fixes: [Replacement(quote, with: "\"")])
    return Text(end.text, at: scanner.mark(from: start), .quoted)
  }

  private mutating func unclosed(_ start: JSONScanner.Cursor) -> Stop {
    scanner.cursor = start
    scanner.advanceToLineEnd()
    return scanner.stop(.textUnclosed, at: scanner.range(from: start))
  }

  /// At a line end inside of quotes: whether the text goes on behind it. Else its closing quote was forgotten, and
  /// the next quote opens another text: that one stands first on its line, or behind a comma, a colon or a bracket.
  private var isLineBroken: Bool {
    guard let quote = scanner.rest.firstIndex(of: "\""), isEnd(at: quote + 1) else { return false }
    let before = scanner.rest[..<quote].last { !$0.properties.isWhitespace }
    return before.map { !",:{[".unicodeScalars.contains($0) } ?? false
  }

  /// `'…'`, `«…»`, `“…”`: read to the quote, on the same line, that something ends at.
  private mutating func wronglyQuoted() throws(Stop) -> Text {
    let start = scanner.cursor
    let opening = scanner.next
    scanner.advance()
    let content = scanner.cursor
    var isPlain = true
    while let scalar = scanner.next, !scalar.endsLine {
      let place = scanner.cursor
      scanner.advance()
      if scalar.isQuotationMark, scalar.isSingleQuote == opening?.isSingleQuote, isEnd(at: scanner.cursor.offset) {
        let text = scanner.text(content, place)
        let quotes = [scanner.range(start, content)] + (scalar == "\"" ? [] : [scanner.range(from: place)])
        try scanner.tell(
          opening == "'" ? .quotesSingle : .quotesTypographic, at: scanner.range(from: start),
          fixes: isPlain ? quotes.map { Replacement($0, with: "\"") } : [])
        return Text(text, at: scanner.mark(from: start), .quoted)
      }
      if scalar == "\"" || scalar == "\\" { isPlain = false }
      try check(scalar, from: place)
    }
    throw unclosed(start)
  }

  /// Whether what stands here can only follow the end of a key or a value.
  private func isEnd(at offset: Int) -> Bool {
    let next = scanner.rest(from: offset).first { $0 != " " && $0 != "\t" }
    return next.map { ":,}]\n\r".unicodeScalars.contains($0) } ?? true
  }

  // MARK: Characters

  private mutating func escape(into text: inout String.UnicodeScalarView) throws(Stop) {
    let start = scanner.cursor
    scanner.advance()
    let backslash = scanner.range(from: start)
    guard let escaped = scanner.next, !escaped.endsLine else {
      return try scanner.tell(.escape, at: backslash, fixes: [Replacement(backslash, with: "\\\\")])
    }
    scanner.advance()
    switch escaped {
    case "\"", "\\", "/": text.append(escaped)
    case "n": text.append("\n")
    case "t": text.append("\t")
    case "r": try check("\r", from: start)
    case "b": try check("\u{8}", from: start)
    case "f": try check("\u{C}", from: start)
    case "u":
      guard let scalar = hexadecimal() else {
        return try scanner.tell(.escapeIncomplete, at: scanner.range(from: start))
      }
      try check(scalar, from: start)
      text.append(scalar)
    default:
      let mend = escaped == "'" ? "" : "\\\\"
      try scanner.tell(.escape, at: scanner.range(from: start), fixes: [Replacement(backslash, with: mend)])
      text.append(escaped)
    }
  }

  /// The character of `\u0444`, or of the pair `\ud83d\ude00`, behind its `\u`; nil where there is none.
  private mutating func hexadecimal() -> Unicode.Scalar? {
    guard let first = fourDigits() else { return nil }
    guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first) }
    guard scanner.rest.starts(with: "\\u".unicodeScalars) else { return nil }
    scanner.advance()
    scanner.advance()
    guard let second = fourDigits(), (0xDC00...0xDFFF).contains(second) else { return nil }
    return Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
  }

  private mutating func fourDigits() -> UInt32? {
    let digits = scanner.rest.prefix(4).prefix { $0.isASCII && $0.properties.isASCIIHexDigit }
    for _ in digits { scanner.advance() }
    return digits.count == 4 ? UInt32(String(String.UnicodeScalarView(digits)), radix: 16) : nil
  }

  /// Tells what pages and feeds can't hold.
  /// - Parameter start: where the character, or its escape, begins.
  private mutating func check(_ scalar: Unicode.Scalar, from start: JSONScanner.Cursor) throws(Stop) {
    let place = scanner.range(from: start)
    switch ForbiddenCharacter(scalar) {
    case .control(let scalar):
      try scanner.tell(.control(scalar.codePointName), at: place, fixes: [Replacement(place, with: "")])
    case .bidirectionalOverride: try scanner.tell(.bidirectional, at: place, fixes: [Replacement(place, with: "")])
    case nil: return
    }
  }
}

extension Unicode.Scalar {
  var isQuotationMark: Bool { self == "\"" || self == "'" || isTypographicQuote }

  fileprivate var isTypographicQuote: Bool {
    switch value {
    case 0xAB, 0xBB, 0x2018...0x201F, 0x2033, 0x2039, 0x203A: true
    default: false
    }
  }

  fileprivate var isSingleQuote: Bool {
    switch value {
    case 0x27, 0x2018...0x201B, 0x2039, 0x203A: true
    default: false
    }
  }
}
