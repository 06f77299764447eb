import OpytDiagnostics
import OpytMarkup
import Testing

@testable import OpytModel

/// That nothing grows with the square of the network. The bounds are generous: they tell minutes from moments.
@Suite("Large networks", .serialized)
struct ScaleTests {
  /// The base network with so many projects in place of its own.
  /// - Parameter text: what stands behind the fields; by default all that a project has.
  private func network(
    count: Int, text: String = TestNetwork.base.documents[Base.project] ?? "", fields: (Int) -> String
  ) throws -> [DecodedDocument] {
    let base = TestNetwork.base.check().graph.documents.map(\.decoded).filter { $0.id != "ogorod" }
    let projects = try (0..<count).map { number in
      let path = "content/projects/p\(number).md"
      let lines = "---\n\(fields(number))\n" + text.dropFirst(4)
      let file = SourceFile(path: path, bytes: Array(lines.utf8))
      let parsed = try #require(DocumentParser().parse(file).document)
      return DocumentDecoder().decode(parsed, as: Project.self, id: "p\(number)").document
    }
    return (base + projects).sorted(by: DocumentOrder.precedes)
  }

  /// A project with a title and nothing else: enough for what its references are asked.
  private let slight = "---\ntitle: Проект\nstatus: draft\ndirections: sreda\nauthors: [ilina, gusev]\n---\n"

  private func resolve(_ documents: [DecodedDocument], within limit: Duration) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let duration = ContinuousClock().measure {
      let (graph, resolving) = Resolver(
        documents: documents, inventory: ContentInventory(root: "content", files: [:])
      ).resolve()
      diagnostics = resolving + GraphInvariants(graph).check()
    }
    #expect(duration < limit, "\(documents.count) documents took \(duration)")
    return diagnostics
  }

  @Test("5 000 materials, each based on three others and linked")
  func manyMaterials() throws {
    let documents = try network(count: 5_000) { number in
      number < 3 ? "ages: [5-6]" : "based_on: [p\(number - 1), p\(number / 2), projects/p\(number / 3)]"
    }
    #expect(resolve(documents, within: .seconds(5)).isEmpty)
  }

  @Test("a chain of 10 000 materials based on each other is no circle")
  func longChain() throws {
    let documents = try network(count: 10_000, text: slight) { $0 == 0 ? "ages: [5-6]" : "based_on: [p\($0 - 1)]" }
    #expect(resolve(documents, within: .seconds(10)).isEmpty)
  }

  @Test("a circle of 10 000 materials is told in a line that can be read")
  func longCycle() throws {
    let documents = try network(count: 10_000, text: slight) { "based_on: [p\(($0 + 9_999) % 10_000)]" }
    let diagnostics = resolve(documents, within: .seconds(10))
    #expect(diagnostics.map(\.code) == [.basedOnCycle])
    let message = try #require(diagnostics.first).message.russian
    #expect(message.contains("projects/p0 → projects/p9999 → "))
    #expect(message.contains(" → … → ") && message.count < 250)
  }

  @Test("one missing name in 5 000 materials is looked for once, and told once")
  func oneMissingName() throws {
    let documents = try network(count: 5_000, text: slight) { _ in "based_on: [p-4999-staryy]" }
    let diagnostics = resolve(documents, within: .seconds(5))
    #expect(diagnostics.count == 5_000)
    let report = DiagnosticReport(diagnostics, fileCount: 5_000)
    #expect(report.entries.map(\.otherPlaces.count) == [4_999])
  }

  @Test("5 000 missing names: the first ones get the nearest")
  func manyMissingNames() throws {
    let documents = try network(count: 5_000, text: slight) { "based_on: [pp\($0)]" }
    let diagnostics = resolve(documents, within: .seconds(60))
    #expect(diagnostics.first?.suggestion?.value == "p0")
    #expect(diagnostics.count { $0.suggestion != nil } == 100)
    #expect(diagnostics.count { $0.code == .referenceUnresolved } == 5_000)
  }

  @Test("a text of 300 kB is scanned in a moment", arguments: ["Слово и ещё слово. ", "8 916 ", "5 лет, ", "[1 "])
  func longText(_ words: String) throws {
    let line = String(repeating: words, count: 2_000) + "\n"
    let bytes = Array(("---\ntitle: О сети\n---\n" + String(repeating: line, count: 300_000 / line.utf8.count)).utf8)
    let parsed = try #require(DocumentParser(limits: .unbounded).parse(SourceFile(path: "a.md", bytes: bytes)).document)
    let duration = ContinuousClock().measure {
      #expect(TextInvariants.check(parsed, wantsSources: true).isEmpty)
    }
    #expect(duration < .seconds(5))
  }
}

extension ReadingLimits {
  fileprivate static var unbounded: ReadingLimits {
    var limits = ReadingLimits()
    limits.work = .max
    return limits
  }
}
