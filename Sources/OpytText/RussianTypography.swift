/// Sets the words of authors and of the theme as a Russian editor expects them: what belongs together stays in one line,
/// a spaced hyphen is a dash, quotes are «ёлочки» with „лапки“ inside, three dots are one sign.
///
/// Every text that people read in a page, a letter, a feed or a message goes through it, whoever wrote it. Code, addresses,
/// and what programs read, such as calendars and tables, are left as they were written. A text that was set already stays
/// as it is. Nothing but blanks, quotes, dashes and dots is ever changed.
///
/// One value is one text in pieces: markup may stand between a preposition and its word, or a quote and its pair. So it
/// remembers the end of the last piece, and is told what comes next.
public struct RussianTypography: Sendable {
  /// What was set last: the end of the text so far, then a piece.
  private var memory = [UInt8](repeating: Self.lineEnd, count: Self.contextLength)
  private var quotes = QuoteStack()

  /// More than any rule looks back.
  static let contextLength = 32
  static let lineEnd = UInt8(ascii: "\n")
  /// No sign becomes longer than three bytes, and more may be copied than is needed.
  static func room(for count: Int) -> Int { count * 3 + TypesettingPass.copied }

  public init() {}

  /// Begins a paragraph.
  public mutating func begin() {
    quotes = QuoteStack()
    breakLine()
  }

  /// Begins a line of the same paragraph.
  public mutating func breakLine() {
    memory.withUnsafeMutableBufferPointer {
      $0.baseAddress?.update(repeating: Self.lineEnd, count: Self.contextLength)
    }
  }

  /// Passes over what is no text but stands among words: code, a picture, a footnote's mark.
  public mutating func passObject() { remember(UInt8(ascii: "x")) }

  /// Passes over a blank, or the end of a line that is none in print.
  /// - Parameter next: the text behind it.
  /// - Returns: whether a no-break space belongs there.
  public mutating func passBlank(before next: UnsafeBufferPointer<UInt8>) -> Bool {
    let isUnbroken = memory.withUnsafeMutableBufferPointer { memory -> Bool in
      guard let base = memory.baseAddress else { return false }
      let pass = TypesettingPass(next, next: Self.nothing, output: base + Self.contextLength, context: base, quotes)
      return pass.isUnbroken(before: 0)
    }
    remember(UInt8(ascii: " "))
    return isUnbroken
  }

  /// Sets a piece of text and appends it, escaped for HTML.
  /// - Parameter next: the piece behind it; empty at the end of a paragraph.
  public mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, before next: UnsafeBufferPointer<UInt8>, escapedTo output: inout [UInt8]
  ) {
    let needed = Self.contextLength + Self.room(for: text.count)
    if memory.count < needed { memory.append(contentsOf: repeatElement(0, count: needed - memory.count)) }
    var quotes = quotes
    memory.withUnsafeMutableBufferPointer { memory in
      guard let base = memory.baseAddress else { return }
      let start = base + Self.contextLength
      var pass = TypesettingPass(text, next: next, output: start, context: base, quotes)
      let count = pass.run()
      quotes = pass.quotes
      HTMLEscaping.append(UnsafeBufferPointer(start: start, count: count), to: &output)
      // Regions may overlap: `update` moves.
      base.update(from: base + count, count: Self.contextLength)
    }
    self.quotes = quotes
  }

  /// Sets a whole text.
  public static func set(_ text: String) -> String {
    var text = text
    let changed = text.withUTF8 { bytes -> String? in
      let capacity = contextLength + room(for: bytes.count)
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { memory -> String? in
        guard let base = memory.baseAddress else { return nil }
        base.initialize(repeating: lineEnd, count: contextLength)
        let start = base + contextLength
        var pass = TypesettingPass(bytes, next: nothing, output: start, context: base, QuoteStack())
        // A word by itself stays as it is.
        guard pass.hasSigns() else { return nil }
        let count = pass.run()
        return pass.hasChanged ? String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self) : nil
      }
    }
    return changed ?? text
  }

  private mutating func remember(_ byte: UInt8) {
    for index in 1..<Self.contextLength { memory[index - 1] = memory[index] }
    memory[Self.contextLength - 1] = byte
  }

  private static var nothing: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: nil, count: 0) }
}

/// The quotes that are open, the innermost in the lowest bit: 1 for „, 0 for «.
struct QuoteStack: Equatable, Sendable {
  private(set) var depth = 0
  private var kinds: UInt64 = 0

  var innermostIsInner: Bool { depth > 0 && kinds & 1 == 1 }

  mutating func open(inner: Bool) {
    depth += 1
    kinds = kinds << 1 | (inner ? 1 : 0)
  }

  mutating func close() {
    depth = max(depth - 1, 0)
    kinds >>= 1
  }
}
