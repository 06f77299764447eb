import OpytDiagnostics
import Testing

@testable import OpytModel

/// That a diagnostic's mend, written into the file, mends it.
@Suite("Mends")
struct MendTests {
  private let base = TestNetwork.base.addingFile("content/projects/plan.pdf").addingFile("content/projects/okno.jpg")

  private func mended(_ network: TestNetwork) -> TestNetwork { network.mended }

  private func codes(_ network: TestNetwork) -> [DiagnosticCode] {
    network.check().report.entries.map(\.diagnostic.code).filter { $0 != .fileUnused }
  }

  @Test(
    "of the front matter",
    arguments: [
      ("authors: [ilina, gusev]", "authors: [ilinna, gusev]", "authors: [ilina, gusev]"),
      ("authors: [ilina, gusev]", "authors: ['ilinna', gusev]", "authors: ['ilina', gusev]"),
      ("authors: [ilina, gusev]", "authors: [\"ilinna\", gusev]", "authors: [\"ilina\", gusev]"),
      ("authors: [ilina, gusev]", "authors:\n  - ilina\n  - people/gusew", "authors:\n  - ilina\n  - people/gusev"),
      ("authors: [ilina, gusev]", "авторы: [педагоги/илина, gusev]", "авторы: [педагоги/илина, gusev]"),
      ("directions: [sreda]", "direktions: [sreda]", "directions: [sreda]"),
      ("directions: [sreda]", "напровления: [sreda]", "направления: [sreda]"),
      ("directions: [sreda]", "\"напровления\": [sreda]", "\"направления\": [sreda]"),
      ("type: research", "type: reserch", "type: research"),
      ("type: research", "вид: исследовательскй", "вид: исследовательский"),
    ])
  func frontMatter(_ old: String, _ new: String, _ expected: String) throws {
    let broken = base.replacing(old, with: new, in: Base.project)
    let text = try #require(mended(broken).documents[Base.project])
    #expect(text.contains(expected))
    if new != expected {
      #expect(codes(broken) != [])
      #expect(codes(mended(broken)) == [])
    }
  }

  @Test(
    "of links in the text",
    arguments: [
      ("[а](../cases/krugg.md)", "[а](../cases/krug.md)"), ("[а](cases/krugg)", "[а](cases/krug)"),
      ("[а](../cases/krugg.md#khod)", "[а](../cases/krug.md#khod)"), ("[а](plann.pdf)", "[а](plan.pdf)"),
      ("[а](#khod-rabot)", "[а](#khod-raboty)"), ("[а](ogorod.md#khod-rabot)", "[а](ogorod.md#khod-raboty)"),
      ("[а](#ходработы)", "[а](#ходработы)"), ("[а][б]\n\n[б]: cases/krugg", "[а][б]\n\n[б]: cases/krug"),
      ("[а](<cases/krugg>)", "[а](<cases/krug>)"),
      // A slip in a number may be another name.
      ("[а](okno2.jpg)", "[а](okno2.jpg)"),
    ])
  func links(_ new: String, _ expected: String) throws {
    let broken = base.addingText("\n\(new)\n", to: Base.project)
    let text = try #require(mended(broken).documents[Base.project])
    #expect(text.contains(expected), "\(broken.check().report.entries.map(\.diagnostic))")
    if new != expected { #expect(codes(broken) != []) }
  }

  @Test("are for the fragment alone, and so is the place", arguments: ["ogorod.md", ""])
  func fragment(_ path: String) throws {
    let broken = base.addingText("\n[а](\(path)#khod-rabot)\n", to: Base.project)
    let diagnostic = try #require(broken.check().diagnostics.first { $0.code == .anchorUnresolved })
    let range = try #require(diagnostic.location.range)
    #expect(Int(range.start.column) == 5 + path.count)
    #expect(Int(range.end.column - range.start.column) == "#khod-rabot".count)
  }

  @Test(
    "are not made up where another name is as near, or where words were left out",
    arguments: [
      ("kindergartens: [sad-5]", "kindergartens: [sad-55]"), ("kindergartens: [sad-5]", "kindergartens: [sad-6]"),
      ("type: research", "type: [research"), ("directions: [sreda]", "directions: [sreda]\nnapravlenie: [sreda]"),
      ("directions: [sreda]", "directions: [sreda]\ndirektions: [sreda]"),
    ])
  func uncertain(_ old: String, _ new: String) {
    let broken = base.replacing(old, with: new, in: Base.project)
    #expect(broken.check().report.entries.contains { $0.diagnostic.severity == .error })
    #expect(mended(broken).documents == broken.documents)
  }

  @Test("stand at every place of one cause")
  func everyPlace() {
    let broken = base.replacing("authors: [ilina, gusev]", with: "authors: [ilinna, gusev]", in: Base.project)
      .replacing("masters: [ilina]", with: "masters: ['ilinna']", in: Base.masterClass)
    #expect(broken.check().report.entries.map(\.others.count) == [1])
    #expect(codes(mended(broken)) == [])
    #expect(mended(broken).documents[Base.masterClass]?.contains("masters: ['ilina']") == true)
  }

  @Test(
    "keep what YAML reads as text",
    arguments: [
      ("abc", 3, "sad-5", "sad-5"), ("abc", 3, "а: б", "\"а: б\""), ("abc", 3, "- б", "\"- б\""), ("abc", 5, "б", "б"),
      ("abc", 3, "5-6", "5-6"), ("abc", 3, "а\"б", nil), ("abc", 5, "а\"б", nil), ("abc", 4, "б", nil),
      ("abc", 3, "", nil), ("abc", 3, "а, б", "\"а, б\""), ("abc", 3, "а ", "\"а \""),
    ])
  func written(_ old: String, _ width: Int, _ new: String, _ expected: String?) {
    let range = SourceRange(start: .init(line: 2, column: 4), end: .init(line: 2, column: 4 + width))
    let fix = Replacement.value(old, at: range, with: new)
    #expect(fix?.text == expected)
    if width == 5, let fix { #expect((fix.range.start.column, fix.range.end.column) == (5, 8)) }
  }
}
