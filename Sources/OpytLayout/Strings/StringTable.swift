public import OpytDiagnostics
public import OpytText

/// The words of a theme in one language. A layout prints them as `{{strings.key}}`; what a string's places stand for
/// is looked up among the names that are in reach there.
public struct StringTable: Sendable {
  /// A string, and where it was written.
  public struct Entry: Sendable {
    public let message: MessageFormat
    /// Where the string is written.
    public let location: SourceLocation

    public init(_ message: MessageFormat, at location: SourceLocation) {
      self.message = message
      self.location = location
    }
  }

  /// The name that layouts reach the strings by. It hides a field of the same name.
  public static let name = "strings"

  public let entries: [String: Entry]
  public let rule: PluralRule
  /// How the language of the strings wants texts set, those of pages among them.
  public let typography: Typography

  public init(
    _ entries: [String: Entry] = [:], rule: PluralRule = .russian, typography: Typography = .asWritten
  ) {
    self.entries = entries
    self.typography = typography
    self.rule = rule
  }

  public subscript(key: String) -> Entry? { entries[key] }

  /// In one order on every run.
  public var keys: [String] { entries.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
}
