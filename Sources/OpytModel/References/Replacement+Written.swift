import OpytDiagnostics
import OpytText

/// Mends of what an author wrote, as it must be written at its place. Nil where that is not sure: a person mends it then.
extension Replacement {
  /// In place of a key or a value of a front matter, in its quotes where it has some.
  static func value(_ old: String, at range: SourceRange, with new: String) -> Replacement? {
    guard let width = range.width, !new.isEmpty, !new.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
      return nil
    }
    let isQuotable = !new.utf8.contains { "\"'\\".utf8.contains($0) }
    // A value without quotes is as wide as its text, one in quotes by two more; with escapes, by more than that.
    switch width - old.unicodeScalars.count {
    case 0:
      return WrittenValue.isPlain(new)
        ? Replacement(range, with: new) : isQuotable ? Replacement(range, with: "\"\(new)\"") : nil
    case 2: return isQuotable ? Replacement(range.narrowed(by: 1), with: new) : nil
    default: return nil
    }
  }

}

/// How a value is written in a front matter.
enum WrittenValue {
  /// Whether YAML reads a text as itself without quotes, also inside brackets: a letter or a digit first, and no mark
  /// that means anything.
  static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    return (first.isASCIILetterOrDigit || first >= 0xC3) && last != 0x20
      && !text.utf8.contains { ":#,[]{}&*!|>%@`\"'".utf8.contains($0) }
  }
}

/// Where a link's destination stands in a text, taken apart at its `#`.
struct WrittenDestination {
  /// Nil where it is not known exactly: a range that is wider than the destination is that of its block.
  private let range: SourceRange?
  private let pathWidth: Int

  init(_ destination: String, at range: SourceRange?) {
    let scalars = destination.unicodeScalars
    self.range = range?.width == scalars.count ? range : nil
    pathWidth = scalars.prefix { $0 != "#" }.count
  }

  /// Where it begins.
  var start: SourcePosition? { range?.start }

  /// The fragment with its `#`.
  var fragmentRange: SourceRange? {
    guard var range else { return nil }
    range.start.column += Int32(pathWidth)
    return range
  }

  /// `new` in place of what stands before the `#`.
  func replacingPath(with new: String) -> Replacement? {
    guard var range, Self.isPlain(new) else { return nil }
    range.end.column = range.start.column + Int32(pathWidth)
    return Replacement(range, with: new)
  }

  /// `new` in place of what stands behind the `#`.
  func replacingFragment(with new: String) -> Replacement? {
    guard var range = fragmentRange, range != SourceRange(start: range.end, end: range.end), Self.isPlain(new) else {
      return nil
    }
    range.start.column += 1
    return Replacement(range, with: new)
  }

  /// Whether a text means itself in a destination.
  private static func isPlain(_ text: String) -> Bool {
    !text.utf8.contains { $0 <= 0x20 || "()<>\\%#?&".utf8.contains($0) }
  }
}

extension SourceRange {
  /// How many Unicode scalars it has; nil over several lines.
  var width: Int? { start.line == end.line ? Int(end.column - start.column) : nil }

  /// Without so many scalars at both ends.
  func narrowed(by count: Int32) -> SourceRange {
    var range = self
    range.start.column += count
    range.end.column -= count
    return range
  }
}
