public import OpytDiagnostics

/// A value of a front matter or a configuration, with the range it was written in.
public enum FrontMatterNode: Sendable {
  case scalar(Scalar)
  case list([FrontMatterNode], SourceRange)
  case mapping([Entry], SourceRange)

  /// The text that was written. It is never read as a number, a date or a truth: `no`, `08`, `12:30` stay text.
  public struct Scalar: Sendable {
    public var text: String
    public let range: SourceRange
    public let style: Style

    /// How it was written, which decides what its line ends mean.
    public enum Style: Hashable, Sendable {
      case plain, quoted
      /// Plain, and cut short where a comment begins in its line: at this column.
      case cut(at: Int32)
      /// Plain, of lines that begin with the signs of a list that YAML does not know: `–`, `•`, `1.`.
      case listed([ListedItem])
      /// Plain, of lines of which each may have been meant apart: they begin with capital letters, or are a word each, or
      /// with hyphens below one that has none. To YAML they are one.
      case apart([String])
      /// After `|`: line ends are kept.
      case literal
      /// After `>`: line ends are spaces, an empty line is a line end. So it is in plain and quoted values.
      case folded
    }

    public init(text: String, range: SourceRange, style: Style) {
      self.text = text
      self.range = range
      self.style = style
    }

    public var isPlain: Bool {
      switch style {
      case .plain, .cut, .listed, .apart: true
      case .quoted, .literal, .folded: false
      }
    }

    /// `key:` with nothing behind it.
    public var isEmpty: Bool { text.isEmpty && isPlain }
  }

  /// A line that was meant as an item of a list.
  public struct ListedItem: Hashable, Sendable {
    /// The sign before it, without the blank behind.
    public let sign: SourceRange
    /// The sign itself.
    public let mark: String
    /// What stands behind it, with the lines that go on.
    public var text: String
  }

  /// A key and its value.
  public struct Entry: Sendable {
    public let key: String
    public let keyRange: SourceRange
    public let value: FrontMatterNode

    public init(key: String, keyRange: SourceRange, value: FrontMatterNode) {
      self.key = key
      self.keyRange = keyRange
      self.value = value
    }
  }

  public var range: SourceRange {
    switch self {
    case .scalar(let scalar): scalar.range
    case .list(_, let range), .mapping(_, let range): range
    }
  }
}
