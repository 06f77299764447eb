import Foundation
import OpytDiagnostics
import Testing

struct JSONFormatterTests {
  private static func parse(_ report: DiagnosticReport, _ language: Language = .russian) throws -> [String: Any] {
    let text = JSONFormatter(language: language).format(report)
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func shape() {
    let diagnostic = Diagnostic(
      .referenceUnresolved, Phrase("нет направления", en: "no direction"),
      at: .init(
        file: "content/projects/x.md",
        range: .init(start: .init(line: 7, column: 14), end: .init(line: 7, column: 27))),
      suggestion: Suggestion("sreda-tretiy-uchitel", title: "Среда"), advice: Phrase("исправьте", en: "mend it"),
      notes: [
        .init(Phrase("см.", en: "see"), at: .init(file: "a.md")), .init(Phrase("и всё", en: "that is all")),
      ], cause: "sreda")
    var other = diagnostic
    other.location = .init(
      file: "content/projects/y.md", range: .init(start: .init(line: 8, column: 1), end: .init(line: 9, column: 2)))
    #expect(
      JSONFormatter(language: .russian).format(DiagnosticReport([other, diagnostic], fileCount: 61)) == """
        {"version":1,"diagnostics":[{"code":"reference-unresolved","severity":"error","message":"нет направления",\
        "file":"content/projects/x.md","line":7,"column":14,"endLine":7,"endColumn":27,\
        "suggestion":"sreda-tretiy-uchitel","advice":"исправьте","notes":[{"message":"см.","file":"a.md"},\
        {"message":"и всё"},{"message":"то же самое здесь","file":"content/projects/y.md","line":8,"column":1,\
        "endLine":9,"endColumn":2}]}],"summary":{"files":61,"errors":1,"warnings":0}}

        """)
  }

  /// What an editor needs to mend the file: the exact stretch, and what to write there.
  @Test func fixes() throws {
    let range = SourceRange(start: .init(line: 7, column: 14), end: .init(line: 7, column: 16))
    let diagnostic = Diagnostic(
      .valueInvalid, Phrase("а", en: "b"), at: .init(file: "a.md", range: range),
      fixes: [Replacement(range, with: "«в»")])
    let object = try Self.parse(DiagnosticReport([diagnostic], fileCount: 1))
    let diagnostics = try #require(object["diagnostics"] as? [[String: Any]])
    let fixes = try #require(diagnostics.first?["fixes"] as? [[String: Any]])
    #expect(fixes.count == 1)
    #expect(fixes.first?["text"] as? String == "«в»")
    #expect(
      fixes.first?.compactMapValues { $0 as? Int } == ["line": 7, "column": 14, "endLine": 7, "endColumn": 16])
  }

  /// One cause is told once, and every place can be mended.
  @Test func fixesOfOtherPlaces() throws {
    func problem(_ file: String, _ text: String) -> Diagnostic {
      let range = SourceRange(start: .init(line: 2, column: 3), end: .init(line: 2, column: 5))
      return Diagnostic(
        .referenceUnresolved, Phrase("а", en: "b"), at: .init(file: file, range: range),
        fixes: [Replacement(range, with: text)], cause: "x")
    }
    let report = DiagnosticReport([problem("b.md", "'в'"), problem("a.md", "в")], fileCount: 2)
    #expect(report.entries.flatMap(\.others).flatMap(\.fixes).map(\.text) == ["'в'"])
    let diagnostics = try #require(try Self.parse(report)["diagnostics"] as? [[String: Any]])
    let note = try #require((diagnostics.first?["notes"] as? [[String: Any]])?.first)
    #expect(note["file"] as? String == "b.md")
    #expect((note["fixes"] as? [[String: Any]])?.map { $0["text"] as? String } == ["'в'"])
  }

  @Test func isJSON() throws {
    let object = try Self.parse(
      DiagnosticReport(
        [
          Diagnostic(.rawHTML, .warning, Phrase("а", en: "b"), at: .init(file: "a.md")),
          Diagnostic(.fileMissing, Phrase("а", en: "b"), at: .init(file: "b.md")),
        ], fileCount: 2), .english)
    #expect(object["version"] as? Int == 1)
    let diagnostics = try #require(object["diagnostics"] as? [[String: Any]])
    #expect(diagnostics.map { $0["severity"] as? String } == ["warning", "error"])
    #expect(diagnostics.map { $0["message"] as? String } == ["b", "b"])
    // A whole-file problem has a file and no line.
    #expect(Set(diagnostics[0].keys) == ["code", "severity", "message", "file", "notes"])
    #expect(object["summary"] as? [String: Int] == ["files": 2, "errors": 1, "warnings": 1])
  }

  @Test func nothingToTell() {
    #expect(
      JSONFormatter(language: .russian).format(DiagnosticReport([], fileCount: 3))
        == "{\"version\":1,\"diagnostics\":[],\"summary\":{\"files\":3,\"errors\":0,\"warnings\":0}}\n")
  }

  /// Whatever an author wrote comes back the same through a JSON parser, in every place it can stand.
  @Test(arguments: [
    "\"", "\\", "\\\"", "\n", "\r\n", "\t", "\u{0}", "\u{1}", "\u{B}", "\u{1F}", "\u{1B}[0m", "\u{7F}", "\u{85}",
    "\u{2028}", "\u{2029}", "\u{600}\"", "\"\u{301}", "\\\u{301}", "🌱", "\u{FFFF}", "</script>", "и\u{306}", "",
  ])
  func keepsEveryCharacter(_ text: String) throws {
    let object = try Self.parse(
      DiagnosticReport(
        [
          Diagnostic(
            .keyUnknown, Phrase(text, en: ""), at: .init(file: "a\(text)"), suggestion: Suggestion(text),
            advice: Phrase(text, en: ""), notes: [.init(Phrase(text, en: ""), at: .init(file: text))])
        ], fileCount: 1))
    let diagnostic = try #require((object["diagnostics"] as? [[String: Any]])?.first)
    let note = try #require((diagnostic["notes"] as? [[String: Any]])?.first)
    let found = [diagnostic["message"], diagnostic["suggestion"], diagnostic["advice"], note["message"], note["file"]]
    for value in found {
      #expect((value as? String).map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    }
    #expect((diagnostic["file"] as? String).map { Array($0.unicodeScalars) } == Array("a\(text)".unicodeScalars))
  }

  @Test func staysOnOneLine() {
    let report = DiagnosticReport(
      [Diagnostic(.keyUnknown, Phrase("а\nб\u{2028}", en: ""), at: .init(file: "a.md"))], fileCount: 1)
    let text = JSONFormatter(language: .russian).format(report)
    #expect(text.utf8.firstIndex(of: UInt8(ascii: "\n")) == text.utf8.index(before: text.utf8.endIndex))
  }
}
