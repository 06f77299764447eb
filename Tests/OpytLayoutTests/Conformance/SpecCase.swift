import OpytDiagnostics
import Testing

/// A case of the public Mustache spec (github.com/mustache/spec, v1.4), in our own words; the name says which.
struct SpecCase: Sendable, CustomTestStringConvertible {
  let name: String
  let data: Sample
  let template: String
  let partials: [String: String]
  let expected: String

  init(_ name: String, _ data: Sample, _ template: String, _ partials: [String: String] = [:], gives expected: String) {
    self.name = name
    self.data = data
    self.template = template
    self.partials = partials
    self.expected = expected
  }

  var testDescription: String { name }

  static let supported =
    comments + delimiters + interpolation + sections + inverted + partials + inheritance
}

/// A case that a checked language can't follow, and what the layout's author is told instead.
struct UnsupportedCase: Sendable, CustomTestStringConvertible {
  enum Reason: String, CaseIterable {
    case unescaped = "nothing is printed unescaped; markup is a type"
    case unknownName = "a name that no page has is an error, not an empty text"
    case unknownLayout = "a partial that doesn't exist is an error, not an empty text"
    case recursive = "layouts are put in place when they are compiled: recursion has no end"
    case rootIsRecord = "a page is always a record, never a bare text or list"
    case dynamic = "the name of a partial is known when the layout is compiled"
  }

  let name: String
  let reason: Reason
  let code: DiagnosticCode
  let data: Sample
  let template: String
  let partials: [String: String]

  init(
    _ name: String, _ reason: Reason, _ code: DiagnosticCode, _ data: Sample, _ template: String,
    _ partials: [String: String] = [:]
  ) {
    self.name = name
    self.reason = reason
    self.code = code
    self.data = data
    self.template = template
    self.partials = partials
  }

  var testDescription: String { name }
}
