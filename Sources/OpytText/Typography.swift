/// How a language wants its texts set.
public enum Typography: Hashable, Sendable {
  /// Every sign as it was written.
  case asWritten
  /// See ``RussianTypography``.
  case russian

  /// A text that people read, by itself: a title, a paragraph of a field.
  @inlinable public func words(_ text: String) -> String {
    self == .russian ? RussianTypography.set(text) : text
  }

  /// The same for a narrow column: see ``SoftHyphens``.
  @inlinable public func narrowWords(_ text: String) -> String {
    self == .russian ? SoftHyphens.insert(into: RussianTypography.set(text)) : text
  }
}
