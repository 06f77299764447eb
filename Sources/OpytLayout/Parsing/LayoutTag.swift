/// One `{{…}}` of a layout.
struct LayoutTag: Sendable {
  enum Kind: Sendable {
    case variable
    case section
    case inverted
    case block
    case parent
    case partial
    case close
    /// Prints nothing: a comment, a change of delimiters.
    case silent
    /// Told to be wrong; takes no part in anything.
    case invalid
  }

  var kind: Kind
  /// The tag with its delimiters.
  var span: Range<Int>
  /// What is written between them, without the sign and the blanks.
  var name: Range<Int>

  /// Whether a line that holds nothing else disappears (Mustache spec: standalone tags).
  var mayStandAlone: Bool { kind != .variable && kind != .invalid }
  var opens: Bool { kind == .section || kind == .inverted || kind == .block || kind == .parent }
}
