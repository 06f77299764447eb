import OpytDiagnostics

/// Finds the tags of a layout (Mustache spec: interpolation, comments, delimiters).
struct LayoutLexer {
  private let text: LayoutText
  private var open = Array("{{".utf8)
  private var close = Array("}}".utf8)
  private(set) var tags: [LayoutTag] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Names told to be wrong where a section opened: their closings are not told again.
  private var rejectedNames: Set<[UInt8]> = []

  init(_ text: LayoutText) {
    self.text = text
    var offset = text.start
    while let start = text.firstIndex(of: open, from: offset) { offset = readTag(at: start) }
  }

  /// Reads the tag whose delimiter stands at `start`; returns where to look for the next one.
  private mutating func readTag(at start: Int) -> Int {
    var inside = start + open.count
    while inside < text.bytes.count, LayoutText.isWhitespace(text.bytes[inside]) { inside += 1 }
    let sign = inside < text.bytes.count ? text.bytes[inside] : 0
    switch sign {
    case UInt8(ascii: "!"):
      return readTag(.silent, start, contentAt: inside + 1)
    case UInt8(ascii: "="):
      return readDelimiters(start, contentAt: inside + 1)
    case UInt8(ascii: "{") where inside == start + 2 && open == Array("{{".utf8):
      return readUnescaped(start, contentAt: inside + 1, isTriple: true)
    case UInt8(ascii: "&"): return readUnescaped(start, contentAt: inside + 1, isTriple: false)
    case UInt8(ascii: "#"): return readTag(.section, start, contentAt: inside + 1)
    case UInt8(ascii: "^"): return readTag(.inverted, start, contentAt: inside + 1)
    case UInt8(ascii: "/"): return readTag(.close, start, contentAt: inside + 1)
    case UInt8(ascii: ">"): return readTag(.partial, start, contentAt: inside + 1)
    case UInt8(ascii: "<"): return readTag(.parent, start, contentAt: inside + 1)
    case UInt8(ascii: "$"): return readTag(.block, start, contentAt: inside + 1)
    default: return readTag(.variable, start, contentAt: inside)
    }
  }

  private mutating func readTag(_ kind: LayoutTag.Kind, _ start: Int, contentAt contentStart: Int) -> Int {
    if kind == .silent {
      guard let end = text.firstIndex(of: close, from: contentStart) else { return tellUnclosed(start) }
      tags.append(LayoutTag(kind: .silent, span: start..<end + close.count, name: contentStart..<end))
      return end + close.count
    }
    // A forgotten `}}` is told where it was forgotten, not at the end of the next tag.
    let (contentEnd, isClosed) = contentEnd(from: contentStart)
    guard isClosed else {
      _ = tellUnclosed(start)
      return contentEnd
    }
    let span = start..<contentEnd + close.count
    let name = text.trimmed(contentStart..<contentEnd)
    var kind = kind
    if kind == .close, rejectedNames.contains(Array(text.bytes[name])) {
      kind = .invalid
    } else if let problem = nameProblem(kind, name, span) {
      diagnostics.append(problem)
      rejectedNames.insert(Array(text.bytes[name]))
      kind = .invalid
    }
    tags.append(LayoutTag(kind: kind, span: span, name: name))
    return span.upperBound
  }

  /// Where the content ends: at the closing delimiter, or without one at the next opening one.
  private func contentEnd(from start: Int) -> (end: Int, isClosed: Bool) {
    for index in start..<text.bytes.count {
      let rest = text.bytes[index...]
      if rest.starts(with: close) { return (index, true) }
      if rest.starts(with: open) { return (index, false) }
    }
    return (text.bytes.count, false)
  }

  private func nameProblem(_ kind: LayoutTag.Kind, _ name: Range<Int>, _ span: Range<Int>) -> Diagnostic? {
    // Found only where there is something to tell: in a long line that takes a while.
    var location: SourceLocation { text.location(span) }
    let bytes = text.bytes[name]
    if bytes.isEmpty { return .tagEmpty(at: location) }
    if bytes.contains(where: LayoutText.isWhitespace) {
      return .nameWithSpace(text.string(name), at: location)
    }
    switch kind {
    case .variable, .section, .inverted:
      let dot = UInt8(ascii: ".")
      let isWhole = bytes.elementsEqual([dot])
      if !isWhole, bytes.split(separator: dot, omittingEmptySubsequences: false).contains(where: \.isEmpty) {
        return .nameWithEmptyPart(text.string(name), at: location)
      }
    case .partial, .parent:
      if bytes.first == UInt8(ascii: "*") { return .dynamicName(at: location) }
    case .block, .close, .silent, .invalid: break
    }
    return nil
  }

  private mutating func tellUnclosed(_ start: Int) -> Int {
    diagnostics.append(
      .tagUnclosed(String(decoding: close, as: UTF8.self), at: text.location(start..<start + open.count)))
    return text.bytes.count
  }

  /// `{{{x}}}` and `{{&x}}` print without escaping: there is no such thing here.
  private mutating func readUnescaped(_ start: Int, contentAt contentStart: Int, isTriple: Bool) -> Int {
    let (contentEnd, isClosed) = contentEnd(from: contentStart)
    guard isClosed else {
      _ = tellUnclosed(start)
      return contentEnd
    }
    var end = contentEnd + close.count
    if isTriple, end < text.bytes.count, text.bytes[end] == UInt8(ascii: "}") { end += 1 }
    let name = text.string(text.trimmed(contentStart..<contentEnd))
    diagnostics.append(.unescaped(name, at: text.location(start..<end)))
    tags.append(LayoutTag(kind: .invalid, span: start..<end, name: contentStart..<contentEnd))
    return end
  }

  private mutating func readDelimiters(_ start: Int, contentAt contentStart: Int) -> Int {
    let closing = [UInt8(ascii: "=")] + close
    guard let contentEnd = text.firstIndex(of: closing, from: contentStart) else {
      // `{{= … }}` without the second `=` is the likelier slip.
      guard let plainEnd = text.firstIndex(of: close, from: contentStart) else { return tellUnclosed(start) }
      let span = start..<plainEnd + close.count
      diagnostics.append(.delimitersInvalid(at: text.location(span)))
      tags.append(LayoutTag(kind: .invalid, span: span, name: span))
      return span.upperBound
    }
    let span = start..<contentEnd + closing.count
    let parts = text.bytes[contentStart..<contentEnd].split(whereSeparator: LayoutText.isWhitespace).map(Array.init)
    if parts.count == 2, !parts.contains(where: { $0.contains(UInt8(ascii: "=")) }) {
      tags.append(LayoutTag(kind: .silent, span: span, name: contentStart..<contentEnd))
      (open, close) = (parts[0], parts[1])
    } else {
      diagnostics.append(.delimitersInvalid(at: text.location(span)))
      tags.append(LayoutTag(kind: .invalid, span: span, name: contentStart..<contentEnd))
    }
    return span.upperBound
  }
}
