import Foundation
import OpytDiagnostics
import Testing

/// One file may have very many problems of one code: the first ones are told, and how many there are besides.
struct ManyAlikeTests {
  private static func problems(
    _ count: Int, _ code: DiagnosticCode = .keyUnknown, _ severity: Severity = .error, file: String = "a.md",
    cause: String? = nil
  ) -> [Diagnostic] {
    (0..<count).map { index in
      let place = SourcePosition(line: 1, column: index + 1)
      return Diagnostic(
        code, severity, Phrase("нет \(index)", en: "no \(index)"),
        at: .init(file: file, range: SourceRange(start: place, end: place)), cause: cause)
    }
  }

  private static func text(_ report: DiagnosticReport, _ language: Language = .russian) -> String {
    TextFormatter(language: language, usesColor: false) { _ in nil }.format(report)
  }

  @Test(
    arguments: [
      (100, nil), (101, "   и ещё 1 такое в этом файле\n"), (102, "   и ещё 2 таких в этом файле\n"),
      (221, "   и ещё 121 такое в этом файле\n"), (4_417, "   и ещё 4\u{A0}317 таких в этом файле\n"),
    ] as [(Int, String?)])
  func theRestIsCounted(count: Int, words: String?) {
    let report = DiagnosticReport(Self.problems(count).shuffled(), fileCount: 1)
    #expect(report.errorCount == count)
    #expect(report.entries.count == min(count, 100))
    // The first ones of the file.
    #expect(
      report.entries.map { $0.diagnostic.location.range?.start.column } == (1...Int32(min(count, 100))).map { $0 })
    #expect(words.map { Self.text(report).hasSuffix($0) } ?? !Self.text(report).contains("и ещё"))
  }

  @Test func eachCodeAndFileForItself() {
    let all =
      Self.problems(150) + Self.problems(150, file: "b.md") + Self.problems(150, .rawHTML, .warning)
      + Self.problems(90, .yamlAlias)
    let report = DiagnosticReport(all, fileCount: 2)
    #expect(report.entries.count == 390)
    #expect(report.errorCount == 390 && report.warningCount == 150)
    #expect(Self.text(report, .english).split(separator: "   and 50 more of the same in this file\n").count == 3)
  }

  /// What is told once with all its places counts once.
  @Test func oneCauseCountsOnce() {
    let report = DiagnosticReport(Self.problems(500, cause: "x") + Self.problems(120), fileCount: 1)
    #expect(report.errorCount == 121)
    #expect(report.entries.contains { $0.otherPlaces.count == 499 })
  }

  /// What was bounded when a file was read is counted with the rest.
  @Test func twice() {
    let bounded = Self.problems(300).bounded()
    #expect(bounded.count == 100)
    #expect(DiagnosticReport(bounded, fileCount: 1).errorCount == 300)
    #expect(DiagnosticReport(bounded + Self.problems(30, file: "b.md"), fileCount: 1).errorCount == 330)
  }

  @Test func programsGetTheNumber() throws {
    let text = JSONFormatter(language: .russian).format(DiagnosticReport(Self.problems(250), fileCount: 1))
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let diagnostics = try #require(object["diagnostics"] as? [[String: Any]])
    #expect(diagnostics.count == 100)
    #expect(diagnostics.compactMap { $0["more"] as? Int } == [150])
    #expect((object["summary"] as? [String: Int])?["errors"] == 250)
  }

  /// What is collected while a file is read is made only where it is told, and comes out as if all had been made.
  @Test func whatIsNotToldIsNotMade() {
    var collector = DiagnosticCollector()
    var made = 0
    for problem in Self.problems(300) {
      collector.add(
        problem.code, problem.severity,
        {
          made += 1
          return problem
        }())
    }
    #expect(made == 100)
    #expect(collector.count == 300)
    let report = DiagnosticReport(collector.diagnostics, fileCount: 1)
    #expect(report.entries.count == 100 && report.errorCount == 300)
    #expect(!collector.tells(.keyUnknown) && collector.onlyCounts(.keyUnknown))
    #expect(collector.count == 301)
    // Another code, or another severity, is counted for itself.
    #expect(collector.tells(.yamlAlias) && collector.tells(.keyUnknown, .warning) && !collector.onlyCounts(.yamlAlias))
    #expect(collector.count == 301)
  }

  /// One cause is told once, with its places, and leaves room for the others.
  @Test func oneCauseIsCollectedOnce() {
    var collector = DiagnosticCollector()
    var made = 0
    func add(_ problems: [Diagnostic]) {
      for problem in problems {
        collector.add(problem.code, cause: problem.cause ?? "") {
          made += 1
          return problem
        }
      }
    }
    add(Self.problems(5_000, cause: "x"))
    add(Self.problems(5_000, cause: "y"))
    add(Self.problems(1, cause: "x"))
    for number in 0..<200 { add(Self.problems(1, cause: "\(number)")) }
    #expect(made == 200)
    #expect(collector.count == 10_201)
    let report = DiagnosticReport(collector.diagnostics, fileCount: 1)
    #expect(report.entries.count == 100)
    #expect(report.entries.map(\.otherPlaces.count).reduce(0, +) == 100)
  }
}
