public import OpytDiagnostics
import OpytMarkup

/// What decoding one document collects beside the entity itself.
public struct DecodingContext {
  let path: String
  let vocabularies: Vocabularies
  /// JSON tells texts from numbers by their quotes; a front matter does not.
  let isJSON: Bool
  private(set) var references: [UnresolvedReference] = []
  private var listCount = 0
  private var list: Int?
  private(set) var files: [FileUse] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String, vocabularies: Vocabularies, isJSON: Bool = false) {
    self.path = path
    self.vocabularies = vocabularies
    self.isJSON = isJSON
  }

  var diagnosticCount: Int { diagnostics.count }

  mutating func addReference(
    _ text: String, _ kinds: KindSet, as role: ReferenceRole, at range: SourceRange
  ) -> Int {
    references.append(UnresolvedReference(text: text, range: range, kinds: kinds, role: role, list: list))
    return references.count - 1
  }

  /// What is added from here to ``endList()`` stands in one list.
  mutating func beginList() {
    listCount += 1
    list = listCount
  }

  mutating func endList() { list = nil }

  /// What was added from this one on stands in an item for members only.
  mutating func hideReferences(from first: Int) {
    for index in first..<references.count { references[index].isMembersOnly = true }
  }

  mutating func addFile(_ text: String, as role: FileUse.Role, at range: SourceRange) -> Int {
    files.append(FileUse(text: text, range: range, role: role))
    return files.count - 1
  }

  func location(_ range: SourceRange) -> SourceLocation { SourceLocation(file: path, range: range) }

  mutating func report(
    _ code: DiagnosticCode, _ message: Phrase, at range: SourceRange, suggestion: Suggestion? = nil,
    advice: Phrase? = nil, notes: [Diagnostic.Note] = [], fix: Replacement? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        code, message, at: location(range), suggestion: suggestion, advice: advice, notes: notes,
        fixes: fix.map { [$0] } ?? []))
  }

  /// Tells a value that passes its limit.
  /// - Returns: whether the value may be kept: a number out of all bounds would break sums later on.
  mutating func check<Root>(_ content: FieldContent, _ limit: Field<Root>.Limit, at range: SourceRange) -> Bool {
    switch (limit, content) {
    case (.characters(let maximum), .text(let text)):
      if text.count > maximum { reportLength(text.count, maximum, at: range) }
    case (.characters(let maximum), .prose(let paragraphs)):
      let count = paragraphs.reduce(0) { $0 + $1.count }
      if count > maximum { reportLength(count, maximum, at: range) }
    case (.within(let bounds), .integer(let number)) where !bounds.contains(number):
      report(
        .valueInvalid,
        Phrase(
          "число \(number) вне пределов от \(bounds.lowerBound) до \(bounds.upperBound)",
          en: "\(number) is not between \(bounds.lowerBound) and \(bounds.upperBound)"),
        at: range)
      return false
    default: break
    }
    return true
  }

  private mutating func reportLength(_ count: Int, _ maximum: Int, at range: SourceRange) {
    report(
      .valueTooLong,
      Phrase("слишком длинно: знаков \(count), а можно \(maximum)", en: "\(count) characters where \(maximum) may be"),
      at: range)
  }
}

/// A file that a document names.
public struct FileUse: Sendable {
  public let text: String
  public let range: SourceRange
  public let role: Role

  /// As what a document names a file.
  public enum Role: Hashable, Sendable {
    case attachment, photo
  }

  public var isPhoto: Bool { role == .photo }
}
