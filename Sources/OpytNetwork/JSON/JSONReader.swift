package import OpytDiagnostics
package import OpytMarkup

/// Reads JSON (RFC 8259), strictly, into nodes with ranges: no library at hand says where a value stands, or what is
/// wrong in words for who wrote it.
///
/// A mistake whose mend is certain is told and read as if it were mended, so that the next one is told too; any
/// other ends the reading. Time is linear; depth, and how much is told, are bounded.
package struct JSONReader {
  /// - Parameter file: what diagnostics call it.
  /// - Returns: no value where it can't be made out.
  package static func read(_ bytes: [UInt8], file: String) -> (value: FrontMatterNode?, diagnostics: [Diagnostic]) {
    let text: String
    do throws(JSONEncoding.Fault) {
      text = try JSONEncoding.text(of: bytes, file: file)
    } catch {
      return (nil, [error.diagnostic])
    }
    var reader = JSONReader(scanner: JSONScanner(text, file: file))
    let value = reader.document()
    return (value, reader.scanner.diagnostics.sorted { $0.location < $1.location })
  }

  /// Containers inside containers.
  private static let maximumDepth = 32

  typealias Stop = JSONScanner.Stop
  typealias Text = FrontMatterNode.Scalar

  var scanner: JSONScanner

  // MARK: Structure

  private mutating func document() -> FrontMatterNode? {
    do throws(Stop) {
      try scanner.skipSpace()
      guard let first = scanner.next else { throw scanner.stop(.empty, at: .fileStart) }
      if first != "{", first != "[", isKeyFirst { throw scanner.stop(.bracesMissing, at: here) }
      let value = try value(depth: 1)
      try scanner.skipSpace()
      guard scanner.next != nil else { return value }
      let start = scanner.cursor
      scanner.advanceToLineEnd()
      throw scanner.stop(.behindEnd, at: scanner.range(from: start))
    } catch {
      return nil
    }
  }

  /// `title: …` or `"title": …`: the braces around everything were left out.
  private var isKeyFirst: Bool {
    let line = scanner.rest.prefix { !$0.endsLine && $0 != "{" }
    let isQuoted = line.first?.isQuotationMark == true
    let behindKey = isQuoted ? line.dropFirst().drop { !$0.isQuotationMark }.dropFirst() : line.drop { $0.isPartOfWord }
    return [":", "="].contains(behindKey.first { $0 != " " && $0 != "\t" })
  }

  private var here: SourceRange { scanner.range(from: scanner.cursor) }

  private mutating func value(depth: Int) throws(Stop) -> FrontMatterNode {
    guard depth <= Self.maximumDepth else { throw scanner.stop(.tooDeep(limit: Self.maximumDepth), at: here) }
    switch scanner.next {
    case "{": return try object(depth: depth)
    case "[": return try array(depth: depth)
    case "-", "+", ".": return .scalar(try number())
    case let first? where first.isDigit: return .scalar(try number())
    case let first? where first.isQuotationMark: return .scalar(try quoted())
    case let first? where first.isPartOfWord: return .scalar(try word())
    default: throw unexpected()
    }
  }

  private mutating func array(depth: Int) throws(Stop) -> FrontMatterNode {
    let start = scanner.cursor
    let bracket = scanner.take()
    var items: [FrontMatterNode] = []
    while try !takeClosing("]", of: bracket) {
      items.append(try value(depth: depth + 1))
      try separate { $0.isAtValue }
    }
    return .list(items, scanner.range(from: start))
  }

  private mutating func object(depth: Int) throws(Stop) -> FrontMatterNode {
    let start = scanner.cursor
    let brace = scanner.take()
    var entries: [FrontMatterNode.Entry] = []
    while try !takeClosing("}", of: brace) {
      let key = try key()
      try takeColon(behind: key)
      entries.append(.init(key: key.text, keyRange: key.range, value: try value(depth: depth + 1)))
      try separate { $0.isAtEntry }
    }
    return .mapping(entries, scanner.range(from: start))
  }

  /// Takes the closing bracket where it stands here, and commas that separate nothing.
  private mutating func takeClosing(_ bracket: Unicode.Scalar, of open: SourceRange) throws(Stop) -> Bool {
    try scanner.skipSpace()
    while scanner.next == "," {
      let comma = scanner.take()
      try scanner.tell(.commaExtra, at: comma, fixes: [Replacement(comma, with: "")])
      try scanner.skipSpace()
    }
    switch scanner.next {
    case nil:
      let end = scanner.range(scanner.lastEnd, scanner.lastEnd)
      throw scanner.stop(.bracketUnclosed(closing: bracket), at: end, open: open)
    case bracket:
      _ = scanner.take()
      return true
    case "}", "]": throw scanner.stop(.bracketMismatched(closing: bracket), at: scanner.take(), open: open)
    default: return false
    }
  }

  /// What stands between two values. A closing bracket is left where it is.
  private mutating func separate(_ isAtAnother: (Self) -> Bool) throws(Stop) {
    let end = scanner.range(scanner.lastEnd, scanner.lastEnd)
    try scanner.skipSpace()
    switch scanner.next {
    case nil, "}", "]": return
    case ",":
      let comma = scanner.take()
      try scanner.skipSpace()
      if scanner.next == "}" || scanner.next == "]" {
        try scanner.tell(.commaTrailing, at: comma, fixes: [Replacement(comma, with: "")])
      }
    case ";":
      let semicolon = scanner.take()
      try scanner.tell(.semicolon, at: semicolon, fixes: [Replacement(semicolon, with: ",")])
    default:
      guard isAtAnother(self) else { throw unexpected() }
      try scanner.tell(.commaMissing, at: end, fixes: [Replacement(end, with: ",")])
    }
  }

  private mutating func key() throws(Stop) -> Text {
    guard let first = scanner.next else { throw unexpected() }
    if first.isQuotationMark { return try quoted() }
    if first == "{" || first == "[" { throw scanner.stop(.keyNotText, at: scanner.take()) }
    guard first.isPartOfWord else { throw unexpected() }
    let start = scanner.cursor
    scanner.advance { $0.isPartOfWord }
    let place = scanner.mark(from: start)
    let key = scanner.text(start, scanner.cursor)
    if first.isDigit || first == "-" { throw scanner.stop(.keyNotText, at: place) }
    try scanner.tell(.keyUnquoted(key), at: place, fixes: Self.quotes(around: place))
    return Text(key, at: place, .quoted)
  }

  private mutating func takeColon(behind key: Text) throws(Stop) {
    let end = scanner.range(scanner.lastEnd, scanner.lastEnd)
    try scanner.skipSpace()
    switch scanner.next {
    case ":": _ = scanner.take()
    case "=":
      let sign = scanner.take()
      try scanner.tell(.equalsSign, at: sign, fixes: [Replacement(sign, with: ":")])
    case _ where isAtValue:
      try scanner.tell(.colonMissing(key: key.text), at: end, fixes: [Replacement(end, with: ":")])
    default: throw scanner.stop(.colonMissing(key: key.text), at: end)
    }
    try scanner.skipSpace()
    switch scanner.next {
    case nil, ",", ";", "}", "]": throw scanner.stop(.valueMissing(key: key.text), at: key.range)
    default: return
    }
  }

  private mutating func unexpected() -> Stop {
    let shown = scanner.next.map(String.init) ?? ""
    return scanner.stop(.unexpected(shown), at: scanner.take())
  }

  private var isAtValue: Bool {
    guard let next = scanner.next else { return false }
    return next.isQuotationMark || next.isPartOfWord || "{[-+.".unicodeScalars.contains(next)
  }

  /// A key in quotes, or a word that a colon follows.
  private var isAtEntry: Bool {
    guard let next = scanner.next, !next.isQuotationMark else { return scanner.next != nil }
    guard next.isPartOfWord else { return false }
    return scanner.rest.drop { $0.isPartOfWord }.first { $0 != " " && $0 != "\t" } == ":"
  }

  static func quotes(around range: SourceRange) -> [Replacement] {
    [range.start, range.end].map { Replacement(SourceRange(start: $0, end: $0), with: "\"") }
  }

  // MARK: Words and numbers

  /// `true`, `false`, `null`, and what people write for them; else a text without its quotes.
  private mutating func word() throws(Stop) -> Text {
    let start = scanner.cursor
    var end = start
    while let scalar = scanner.next, !scalar.endsLine, !",}]\"#".unicodeScalars.contains(scalar) {
      scanner.advance()
      if scalar != " ", scalar != "\t" { end = scanner.cursor }
    }
    scanner.cursor = end
    let place = scanner.mark(from: start)
    let word = scanner.text(start, end)
    if ["true", "false", "null"].contains(word) { return Text(word, at: place, .plain) }
    if let meant = Self.literals[word.lowercased()] {
      try scanner.tell(.literal(word, meant: meant), at: place, fixes: [Replacement(place, with: meant)])
      return Text(meant, at: place, .plain)
    }
    if ["nan", "inf", "infinity"].contains(word.lowercased()) { throw scanner.stop(.number(word), at: place) }
    guard !word.contains(":"), !word.contains("\\"), scanner.next != "\"" else {
      throw scanner.stop(.textUnquoted, at: place)
    }
    try scanner.tell(.textUnquoted, at: place, fixes: Self.quotes(around: place))
    return Text(word, at: place, .quoted)
  }

  private static let literals = [
    "true": "true", "false": "false", "null": "null", "none": "null", "nil": "null", "undefined": "null",
  ]

  private mutating func number() throws(Stop) -> Text {
    let start = scanner.cursor
    scanner.advance { $0.isPartOfWord || $0 == "+" || $0 == "." }
    let place = scanner.mark(from: start)
    let written = scanner.text(start, scanner.cursor)
    if JSONNumber.isValid(written) { return Text(written, at: place, .plain) }
    guard let mended = JSONNumber.mended(written) else { throw scanner.stop(.number(written), at: place) }
    try scanner.tell(.number(written, meant: mended), at: place, fixes: [Replacement(place, with: mended)])
    return Text(mended, at: place, .plain)
  }
}

/// How JSON writes numbers (RFC 8259 §6).
private enum JSONNumber {
  static func isValid(_ text: String) -> Bool {
    var rest = text.utf8[...]
    func take(_ characters: String) -> Bool {
      guard let first = rest.first, characters.utf8.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    func takeDigits() -> Bool {
      let count = rest.count
      rest = rest.drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      return rest.count < count
    }
    _ = take("-")
    guard take("0") || takeDigits() else { return false }
    if take("."), !takeDigits() { return false }
    if take("eE") {
      _ = take("+-")
      if !takeDigits() { return false }
    }
    return rest.isEmpty
  }

  /// `01`, `.5`, `+5` as JSON writes them; nil for what is no number.
  static func mended(_ written: String) -> String? {
    let sign = written.hasPrefix("-") ? "-" : ""
    let unsigned = sign == "-" || written.hasPrefix("+") ? written.dropFirst() : written[...]
    guard unsigned.first == "." || unsigned.first?.isNumber == true else { return nil }
    let digits = unsigned.drop { $0 == "0" }
    let mended = sign + (digits.first?.isNumber == true ? "" : "0") + digits
    return isValid(mended) ? mended : nil
  }
}

extension FrontMatterNode.Scalar {
  init(_ text: String, at range: SourceRange, _ style: Style) { self.init(text: text, range: range, style: style) }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

  /// What keys and words without quotes, and numbers, are made of.
  fileprivate var isPartOfWord: Bool {
    self == "_" || self == "-" || isDigit || properties.isAlphabetic
  }
}
