import OpytDiagnostics

/// The characters of a JSON file, where reading stands among them, and what was told on the way.
struct JSONScanner {
  struct Cursor {
    fileprivate(set) var offset = 0
    fileprivate var line = 1
    fileprivate var lineStart = 0

    var position: SourcePosition { SourcePosition(line: line, column: offset - lineStart + 1) }
  }

  /// What can't be read on from. Its cause was told.
  struct Stop: Error {}

  /// A person mends the first few and looks again.
  private static let maximumProblems = 20

  private let file: String
  private let scalars: [Unicode.Scalar]
  var cursor = Cursor()
  /// Behind the last thing that was neither space nor comment.
  private(set) var lastEnd = Cursor()
  private(set) var diagnostics: [Diagnostic] = []

  init(_ text: String, file: String) {
    self.file = file
    scalars = Array(text.unicodeScalars)
  }

  // MARK: Looking

  var next: Unicode.Scalar? { scalar(at: cursor.offset) }

  func scalar(at offset: Int) -> Unicode.Scalar? { offset < scalars.count ? scalars[offset] : nil }

  /// What follows, from an offset on.
  func rest(from offset: Int) -> ArraySlice<Unicode.Scalar> { scalars[min(offset, scalars.count)...] }

  var rest: ArraySlice<Unicode.Scalar> { rest(from: cursor.offset) }

  func text(_ start: Cursor, _ end: Cursor) -> String {
    String(String.UnicodeScalarView(scalars[start.offset..<end.offset]))
  }

  func range(_ start: Cursor, _ end: Cursor) -> SourceRange {
    SourceRange(start: start.position, end: end.position)
  }

  func range(from start: Cursor) -> SourceRange { range(start, cursor) }

  // MARK: Going on

  mutating func advance() {
    guard let scalar = next else { return }
    cursor.offset += 1
    if scalar == "\n" {
      cursor.line += 1
      cursor.lineStart = cursor.offset
    }
  }

  mutating func advance(while condition: (Unicode.Scalar) -> Bool) {
    while let scalar = next, condition(scalar) { advance() }
  }

  mutating func advanceToLineEnd() { advance { !$0.endsLine } }

  /// Takes one character that means something.
  mutating func take() -> SourceRange {
    let start = cursor
    advance()
    return mark(from: start)
  }

  /// What was read from `start` on means something.
  mutating func mark(from start: Cursor) -> SourceRange {
    lastEnd = cursor
    return range(from: start)
  }

  /// Spaces, and what JSON does not have: comments, spaces of other kinds.
  mutating func skipSpace() throws(Stop) {
    while let scalar = next {
      let start = cursor
      switch scalar {
      case " ", "\t", "\n", "\r": advance()
      case "#": try skipComment { $0.advanceToLineEnd() }
      case "/" where self.scalar(at: cursor.offset + 1) == "/": try skipComment { $0.advanceToLineEnd() }
      case "/" where self.scalar(at: cursor.offset + 1) == "*": try skipComment { $0.advanceToEndOfComment() }
      case _ where scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint:
        advance()
        let place = range(from: start)
        try tell(.space, at: place, fixes: [Replacement(place, with: scalar.properties.isWhitespace ? " " : "")])
      default: return
      }
    }
  }

  private mutating func skipComment(_ skip: (inout Self) -> Void) throws(Stop) {
    let start = cursor
    skip(&self)
    try tell(.comment, at: range(from: start))
  }

  private mutating func advanceToEndOfComment() {
    advance()
    advance()
    while let scalar = next {
      advance()
      if scalar == "*", next == "/" { return advance() }
    }
  }

  // MARK: Telling

  /// A problem that can be read on from.
  mutating func tell(_ problem: JSONProblem, at range: SourceRange, fixes: [Replacement] = []) throws(Stop) {
    diagnostics.append(problem.diagnostic(at: SourceLocation(file: file, range: range), fixes: fixes))
    if diagnostics.count >= Self.maximumProblems { throw Stop() }
  }

  /// A problem that ends the reading.
  /// - Parameter bracket: the range of one that is open.
  mutating func stop(_ problem: JSONProblem, at range: SourceRange, open bracket: SourceRange? = nil) -> Stop {
    let location = SourceLocation(file: file, range: range)
    let open = bracket.map { SourceLocation(file: file, range: $0) }
    diagnostics.append(problem.diagnostic(at: location, open: open))
    return Stop()
  }
}

extension Unicode.Scalar {
  var endsLine: Bool { self == "\n" || self == "\r" }
}
