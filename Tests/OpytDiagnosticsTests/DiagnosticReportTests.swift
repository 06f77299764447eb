import OpytDiagnostics
import Testing

struct DiagnosticReportTests {
  private static func at(_ file: String, _ line: Int? = nil, _ column: Int = 1) -> SourceLocation {
    let start = line.map { SourcePosition(line: $0, column: column) }
    return SourceLocation(file: file, range: start.map { SourceRange(start: $0, end: $0) })
  }

  private static func problem(
    _ code: DiagnosticCode, _ severity: Severity, _ text: String, _ place: SourceLocation, cause: String? = nil
  ) -> Diagnostic {
    Diagnostic(code, severity, Phrase(text, en: text), at: place, cause: cause)
  }

  private static func problem(_ place: SourceLocation, cause: String? = nil) -> Diagnostic {
    problem(.keyUnknown, .error, "нет", place, cause: cause)
  }

  /// Every order in which the problems were found gives one report.
  @Test func sortsByFilePlaceAndCode() {
    let sorted = [
      Self.problem(.fileTooLarge, .error, "весь файл", Self.at("a.md")),
      Self.problem(.idDuplicate, .error, "весь файл", Self.at("a.md")),
      Self.problem(.dateInvalid, .error, "а", Self.at("a.md", 1)),
      Self.problem(.keyUnknown, .error, "а", Self.at("a.md", 1)),
      Self.problem(.keyUnknown, .error, "б", Self.at("a.md", 1)),
      // An error comes before a warning.
      Self.problem(.keyUnknown, .warning, "а", Self.at("a.md", 1)),
      Self.problem(.keyUnknown, .error, "а", Self.at("a.md", 2, 9)),
      Self.problem(.keyUnknown, .error, "а", Self.at("a.md", 2, 10)),
      Self.problem(.keyUnknown, .error, "а", Self.at("a.md", 10)),
      Self.problem(.keyUnknown, .error, "а", Self.at("b.md", 1)),
      Self.problem(.keyUnknown, .error, "а", Self.at("ё.md", 1)),
    ]
    var orders = [sorted, sorted.reversed()]
    for shift in 1..<sorted.count { orders.append(Array(sorted[shift...] + sorted[..<shift])) }
    for order in orders {
      let report = DiagnosticReport(order, fileCount: 3)
      #expect(report.entries.map(\.diagnostic) == sorted)
    }
  }

  @Test func tellsOneCauseOnceWithAllItsPlaces() throws {
    let report = DiagnosticReport(
      [
        Self.problem(.referenceUnresolved, .error, "нет сада", Self.at("c.md", 7), cause: "sad-5"),
        Self.problem(.referenceUnresolved, .error, "нет сада", Self.at("a.md", 3), cause: "sad-5"),
        Self.problem(.referenceUnresolved, .error, "нет сада", Self.at("b.md", 1), cause: "sad-5"),
        Self.problem(.referenceUnresolved, .error, "нет другого", Self.at("b.md", 2), cause: "sad-6"),
        // The same words for a cause, another code.
        Self.problem(.linkUnresolved, .error, "нет", Self.at("d.md", 1), cause: "sad-5"),
      ], fileCount: 4)
    try #require(report.entries.count == 3)
    #expect(report.entries[0].diagnostic.location == Self.at("a.md", 3))
    #expect(report.entries[0].otherPlaces == [Self.at("b.md", 1), Self.at("c.md", 7)])
    #expect(report.entries[1].otherPlaces.isEmpty)
    #expect(report.entries[2].otherPlaces.isEmpty)
    #expect(report.errorCount == 3)
  }

  @Test func keepsProblemsWithoutACauseApart() {
    let report = DiagnosticReport(
      [Self.problem(Self.at("a.md", 1)), Self.problem(Self.at("a.md", 2))], fileCount: 1)
    #expect(report.entries.count == 2)
  }

  @Test func tellsTheSameProblemAtTheSamePlaceOnce() {
    let one = Self.problem(Self.at("a.md", 1))
    let caused = Self.problem(Self.at("a.md", 2), cause: "x")
    let worded = Self.problem(.keyUnknown, .error, "иначе", Self.at("a.md", 2), cause: "x")
    let report = DiagnosticReport([one, caused, one, caused, worded], fileCount: 1)
    #expect(report.entries.count == 2)
    #expect(report.entries.flatMap(\.otherPlaces) == [])
  }

  @Test func aWarningNeverHidesAnError() {
    let report = DiagnosticReport(
      [
        Self.problem(.personalData, .warning, "а", Self.at("a.md", 1), cause: "x"),
        Self.problem(.personalData, .error, "а", Self.at("a.md", 2), cause: "x"),
      ], fileCount: 1)
    #expect(report.errorCount == 1)
    #expect(report.warningCount == 1)
  }

  @Test func countsErrorsAndWarnings() {
    let report = DiagnosticReport(
      [
        Self.problem(.rawHTML, .warning, "а", Self.at("a.md", 1)), Self.problem(Self.at("a.md", 2)),
        Self.problem(Self.at("a.md", 3)),
      ], fileCount: 61)
    #expect(report.errorCount == 2)
    #expect(report.warningCount == 1)
    #expect(report.fileCount == 61)
    #expect(DiagnosticReport([], fileCount: 0).errorCount == 0)
  }

  @Test func containsErrors() {
    #expect([Self.problem(Self.at("a.md"))].containsErrors)
    #expect(![Self.problem(.rawHTML, .warning, "а", Self.at("a.md"))].containsErrors)
    #expect(![Diagnostic]().containsErrors)
  }

  /// Scripts rely on the codes.
  @Test(arguments: DiagnosticCode.allCases)
  func codesAreKebabCase(_ code: DiagnosticCode) {
    let words = code.rawValue.split(separator: "-", omittingEmptySubsequences: false)
    let areWords = words.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x61...0x7A).contains($0) } }
    #expect(areWords)
  }

  @Test func aRangeNeverEndsBeforeItsStart() {
    let start = SourcePosition(line: 2, column: 5)
    #expect(SourceRange(start: start, end: SourcePosition(line: 1, column: 9)).end == start)
    #expect(SourcePosition(line: Int.max, column: 1).line == Int32.max)
  }
}
