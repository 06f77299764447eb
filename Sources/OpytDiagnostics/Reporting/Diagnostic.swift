/// How bad a problem is: an error keeps the site from being published, a warning does not.
public enum Severity: String, Hashable, Codable, Sendable {
  case error
  case warning
}

/// A valid value that the author most likely meant.
public struct Suggestion: Hashable, Codable, Sendable {
  /// What to write instead.
  public let value: String
  /// The name a reader knows it by, where that differs from `value`.
  public let title: String?

  public init(_ value: String, title: String? = nil) {
    self.value = value
    self.title = title == value ? nil : title
  }
}

/// A stretch of a file and what to write in its place.
public struct Replacement: Hashable, Codable, Sendable {
  /// Exactly what goes; empty where something is only put in.
  public let range: SourceRange
  public let text: String

  public init(_ range: SourceRange, with text: String) {
    self.range = range
    self.text = text
  }
}

/// One problem in the author's files: where it is, what is wrong, and how to mend it.
public struct Diagnostic: Hashable, Codable, Sendable {
  /// Something that explains the problem, with a place of its own where it has one.
  public struct Note: Hashable, Codable, Sendable {
    public let message: Phrase
    public let location: SourceLocation?

    public init(_ message: Phrase, at location: SourceLocation? = nil) {
      self.message = message
      self.location = location
    }
  }

  public var code: DiagnosticCode
  public var severity: Severity
  public var message: Phrase
  public var location: SourceLocation
  public var suggestion: Suggestion?
  /// How to mend it, where no single value can be suggested.
  public var advice: Phrase?
  public var notes: [Note]
  /// Lines to paste into the file, in place of words about them.
  public var snippet: Phrase?
  /// The mend, where there is a certain one: all of it together, in the file of `location`. Without overlaps, in the
  /// order of the file; empty where a person must decide.
  public var fixes: [Replacement]
  /// Problems with the same cause are told once, with all their places. Nil: a cause of its own.
  public var cause: String?
  /// How many more of its code there are in its file that are not told one by one: see ``Swift/Array/bounded()``.
  public var omitted = 0

  public init(
    _ code: DiagnosticCode, _ severity: Severity, _ message: Phrase, at location: SourceLocation,
    suggestion: Suggestion? = nil, advice: Phrase? = nil, notes: [Note] = [], fixes: [Replacement] = [],
    cause: String? = nil, snippet: Phrase? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.location = location
    self.suggestion = suggestion
    self.advice = advice
    self.notes = notes
    self.fixes = fixes
    self.cause = cause
    self.snippet = snippet
  }

  /// An error.
  public init(
    _ code: DiagnosticCode, _ message: Phrase, at location: SourceLocation,
    suggestion: Suggestion? = nil, advice: Phrase? = nil, notes: [Note] = [], fixes: [Replacement] = [],
    cause: String? = nil, snippet: Phrase? = nil
  ) {
    self.init(
      code, .error, message, at: location, suggestion: suggestion, advice: advice, notes: notes, fixes: fixes,
      cause: cause, snippet: snippet)
  }
}

/// What problems have in common that one file may have very many of.
private struct AlikeKey: Hashable {
  let file: String
  let code: DiagnosticCode
  let severity: Severity
}

extension [Diagnostic] {
  /// How many problems of one code are told one by one in a file: a person mends the first few and looks again, and a
  /// text of a megabyte may have a hundred thousand.
  public static let maximumAlike = 100

  /// The same problems, of each code and file no more than the first ones: the last of these knows how many there are
  /// besides.
  public func bounded() -> [Diagnostic] {
    guard count > Self.maximumAlike else { return self }
    var kept: [Diagnostic] = []
    var counts: [AlikeKey: (count: Int, last: Int)] = [:]
    var causes: Set<String> = []
    for diagnostic in self {
      // What is told once with all its places counts once.
      if let cause = diagnostic.cause {
        guard causes.insert("\(diagnostic.severity) \(diagnostic.code.rawValue) \(cause)").inserted else {
          kept.append(diagnostic)
          continue
        }
      }
      let kind = AlikeKey(file: diagnostic.location.file, code: diagnostic.code, severity: diagnostic.severity)
      let known = counts[kind] ?? (0, 0)
      if known.count < Self.maximumAlike {
        counts[kind] = (known.count + 1, kept.count)
        kept.append(diagnostic)
      } else {
        kept[known.last].omitted += 1 + diagnostic.omitted
      }
    }
    return kept
  }
}

extension Sequence where Element == Diagnostic {
  /// Whether anything here keeps the site from being published.
  public var containsErrors: Bool { contains { $0.severity == .error } }
}
