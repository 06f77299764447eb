/// A place in a text file: line and column from 1, columns counted in Unicode scalars.
public struct SourcePosition: Hashable, Comparable, Codable, Sendable {
  public var line: Int32
  public var column: Int32

  public init(line: Int, column: Int) {
    self.line = Int32(clamping: line)
    self.column = Int32(clamping: column)
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A half-open stretch of a text file: `end` is the first position behind it.
public struct SourceRange: Hashable, Comparable, Codable, Sendable {
  public var start: SourcePosition
  public var end: SourcePosition

  public init(start: SourcePosition, end: SourcePosition) {
    self.start = start
    self.end = max(start, end)
  }

  /// The whole-file place, for what has no better one.
  public static let fileStart = SourceRange(
    start: SourcePosition(line: 1, column: 1), end: SourcePosition(line: 1, column: 1))

  public static func < (left: Self, right: Self) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

extension SourceRange {
  /// Where bytes stand in a text without a byte order mark.
  public init(_ offsets: Range<Int>, in text: [UInt8]) {
    self.init(
      start: SourcePosition(of: offsets.lowerBound, in: text), end: SourcePosition(of: offsets.upperBound, in: text))
  }
}

extension SourcePosition {
  fileprivate init(of offset: Int, in text: [UInt8]) {
    let before = text[..<min(max(offset, 0), text.count)]
    let line = before.reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    // Every byte but the continuation bytes of UTF-8.
    self.init(line: line, column: before[start...].count { $0 & 0xC0 != 0x80 } + 1)
  }
}

/// A file and, where known, the range inside it. `file` is relative to the site's folder.
public struct SourceLocation: Hashable, Comparable, Codable, Sendable {
  public var file: String
  public var range: SourceRange?

  public init(file: String, range: SourceRange? = nil) {
    self.file = file
    self.range = range
  }

  public static func < (left: Self, right: Self) -> Bool {
    // By bytes: equality of strings takes NFC and NFD for one, but they are two files.
    if !left.file.utf8.elementsEqual(right.file.utf8) {
      return left.file.utf8.lexicographicallyPrecedes(right.file.utf8)
    }
    switch (left.range, right.range) {
    case (let left?, let right?): return left < right
    // What concerns the whole file comes first.
    case (nil, let right): return right != nil
    case (_, nil): return false
    }
  }
}
