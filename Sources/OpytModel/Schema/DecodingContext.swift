public import OpytDiagnostics
import OpytMarkup

/// What decoding one document collects beside the entity itself.
public struct DecodingContext {
  let path: String
  let vocabularies: Vocabularies
  /// JSON tells texts from numbers by their quotes; a front matter does not.
  let isJSON: Bool
  /// Set where something is wrong and a document is decoded once more, to tell it well: how the file calls its fields.
  let careful: KeyLanguage?
  /// The field that is decoded, where that is careful.
  var field: FieldDescription?
  /// What is known of the year of its days, where that is careful.
  private let knownYears: YearHint
  /// How many records are around what is decoded.
  var depth = 0
  /// Whether a value that is told as wrong holds that of the field `end` as well.
  var toldOfEnd = false
  /// The names of the document's own fields that were given and are wrong: rules that rest on one of these would tell
  /// the same mistake again.
  private(set) var wrongFields: Set<String> = []
  /// How the value that is decoded is written.
  var listPlace = ListPlace.single
  private(set) var references: [UnresolvedReference] = []
  private var listCount = 0
  private var list: Int?
  private(set) var files: [FileUse] = []
  private var collector = DiagnosticCollector()
  /// What of these tells of fields that are missing.
  private(set) var missing: [MissingFields] = []

  init(
    path: String, vocabularies: Vocabularies, isJSON: Bool = false, careful: KeyLanguage? = nil,
    years: YearHint = YearHint()
  ) {
    self.path = path
    self.vocabularies = vocabularies
    self.isJSON = isJSON
    self.careful = careful
    knownYears = years
  }

  /// The year of a day of the field that is decoded.
  var years: YearHint {
    var years = knownYears
    years.field = field?.name
    return years
  }

  var diagnostics: [Diagnostic] { collector.diagnostics }
  /// With those that are only counted.
  var diagnosticCount: Int { collector.count }

  /// Whether one more problem of a code would be told one by one: only then it is worth looking for what was meant.
  func tells(_ code: DiagnosticCode) -> Bool { collector.tells(code) }

  /// Counts one more problem of a code where it is not told: what was meant by it is not looked for then.
  mutating func onlyCounts(_ code: DiagnosticCode, _ severity: Severity = .error) -> Bool {
    collector.onlyCounts(code, severity)
  }

  mutating func noteWrong(_ field: FieldDescription) {
    if depth == 1 { wrongFields.insert(field.name) }
  }

  mutating func note(_ fields: MissingFields) { missing.append(fields) }

  mutating func addReference(
    _ text: String, _ kinds: KindSet, as role: ReferenceRole, at range: SourceRange, mayBeWords: Bool = false
  ) -> Int {
    references.append(
      UnresolvedReference(
        text: text, range: range, kinds: kinds, role: role, place: listPlace, list: list, mayBeWords: mayBeWords))
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

  /// Tells an error. Its words are made only where it is told one by one.
  mutating func report(
    _ code: DiagnosticCode, _ message: @autoclosure () -> Phrase, at range: SourceRange,
    suggestion: @autoclosure () -> Suggestion? = nil, advice: @autoclosure () -> Phrase? = nil,
    notes: @autoclosure () -> [Diagnostic.Note] = [], fix: @autoclosure () -> Replacement? = nil,
    fixes: @autoclosure () -> [Replacement] = [], snippet: @autoclosure () -> Phrase? = nil
  ) {
    let place = location(range)
    collector.add(
      code, .error,
      Diagnostic(
        code, message(), at: place, suggestion: suggestion(), advice: advice(), notes: notes(),
        fixes: fix().map { [$0] } ?? fixes(), snippet: snippet()))
  }

  /// Tells text that looks like something it is not: what was typed, what it will look like, what to type.
  mutating func warn(
    _ message: @autoclosure () -> Phrase, at range: SourceRange, advice: @autoclosure () -> Phrase,
    fix: @autoclosure () -> Replacement? = nil, snippet: Phrase? = nil
  ) {
    let place = location(range)
    collector.add(
      .markupLookalike, .warning,
      Diagnostic(
        .markupLookalike, .warning, message(), at: place, advice: advice(), fixes: fix().map { [$0] } ?? [],
        snippet: snippet))
  }

  /// A value that is wrong, with the form to write it in, in place of it where that is sure.
  mutating func report(
    _ code: DiagnosticCode, _ message: @autoclosure () -> Phrase, _ scalar: FrontMatterNode.Scalar,
    _ make: @autoclosure () -> ValueProposal
  ) {
    if onlyCounts(code) { return }
    let proposal = make()
    if proposal.isSpan { toldOfEnd = true }
    report(
      code, message(), at: scalar.range, advice: proposal.advice,
      fix: proposal.value.flatMap { .value(scalar.text, at: scalar.range, with: $0) })
  }

  /// Tells a value that passes its limit.
  /// - Returns: whether the value may be kept: a number out of all bounds would break sums later on.
  mutating func check(_ content: FieldContent, _ limit: FieldLimit, at range: SourceRange) -> Bool {
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
    case (.items(let bounds), .list(let items)) where items.count > bounds.upperBound:
      report(
        .valueInvalid,
        Phrase(
          "слишком много значений: \(items.count), а можно не больше \(bounds.upperBound)",
          en: "\(items.count) values where \(bounds.upperBound) may be"),
        at: range,
        advice: Phrase("оставьте главные", en: "keep those that matter most"))
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

/// Whether a value is one of a list, and how that is written.
enum ListPlace: UInt8, Sendable {
  /// Of a field that has one value.
  case single
  /// Alone, of a field that may have several.
  case alone
  /// In brackets.
  case inBrackets
  /// Behind a hyphen.
  case behindHyphen
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
