import OpytDiagnostics
import Testing

@testable import OpytFiles

/// The lines that messages show, cut where they are long: what is printed is the same as of the whole line.
@Suite struct SourceLineReaderTests {
  private static let long = (0..<3_000).map { "слово\($0)" }.joined(separator: " ")

  @Test(arguments: [1, 2, 41, 160, 162, 1_024, 1_025, 9_999, 20_000, 28_880, 28_889, 40_000])
  func aWindowPrintsAsTheWholeLine(column: Int) throws {
    let site = try TemporarySite(["a.md": "первая\n\(Self.long)\r\nтретья"])
    let range = SourceRange(start: .init(line: 2, column: column), end: .init(line: 2, column: column + 7))
    let diagnostic = Diagnostic(.keyUnknown, Phrase("нет", en: "no"), at: .init(file: "a.md", range: range))
    let report = DiagnosticReport([diagnostic], fileCount: 1)
    let reader = SourceLineReader(siteFolder: site.folder)
    let window = try #require(reader.window(at: diagnostic.location))
    #expect(window.text.unicodeScalars.count <= 2 * LineWindow.reach + 1)
    let whole = TextFormatter(language: .russian, usesColor: false) { _ in Self.long }.format(report)
    #expect(TextFormatter(language: .russian, usesColor: false, lines: reader).format(report) == whole)
  }

  @Test func shortLines() throws {
    let site = try TemporarySite(["a.md": "\u{FEFF}первая\r\n\nтретья", "b.md": ""])
    let reader = SourceLineReader(siteFolder: site.folder)
    func text(_ line: Int, _ file: String = "a.md") -> String? {
      let place = SourcePosition(line: line, column: 1)
      return reader.window(at: .init(file: file, range: SourceRange(start: place, end: place)))?.text
    }
    #expect(text(1) == "первая" && text(2)?.isEmpty == true && text(3) == "третья" && text(4) == nil)
    #expect(text(1, "b.md") == nil && text(1, "netu.md") == nil && text(1) == "первая")
  }
}
