public import OpytDiagnostics

/// A value and the place it was written at.
public struct Located<Value: Sendable>: Sendable {
  public let value: Value
  public let range: SourceRange

  public init(_ value: Value, at range: SourceRange) {
    self.value = value
    self.range = range
  }
}

extension Located: Equatable where Value: Equatable {}

/// One line of text.
public typealias Text = Located<String>

/// Text of one or more paragraphs, separated by empty lines.
public struct Paragraphs: Hashable, Sendable {
  public let paragraphs: [String]

  public init(_ paragraphs: [String]) {
    self.paragraphs = paragraphs
  }
}

public typealias Prose = Located<Paragraphs>
