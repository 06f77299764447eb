/// A line of a file as far as a message may show it: a line may be a whole text, and a message needs a few words.
public struct LineWindow: Hashable, Sendable {
  public let text: String
  /// How many Unicode scalars of the line stand before the text.
  public let skipped: Int
  /// Whether the line goes on behind the text.
  public let isCut: Bool

  /// How many Unicode scalars a message may need on either side of its place.
  public static let reach = 160

  public init(_ text: String, skipped: Int = 0, isCut: Bool = false) {
    self.text = text
    self.skipped = skipped
    self.isCut = isCut
  }
}

/// What knows the lines of the files that messages are about.
public protocol LineSource {
  /// The line in which a location starts, around the location; nil where there is none to show.
  func window(at location: SourceLocation) -> LineWindow?
}
