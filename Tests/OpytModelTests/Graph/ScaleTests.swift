import Foundation
import OpytDiagnostics
import OpytMarkup
import Testing

@testable import OpytModel

/// That nothing grows with the square of the network: four times as much takes nowhere near sixteen times as long. Each
/// time is compared with another one of the same run, so that no machine is too slow for these tests.
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

  private func resolve(_ documents: [DecodedDocument]) -> [Diagnostic] {
    let (graph, resolving) = Resolver(
      documents: documents, inventory: ContentInventory(root: "content", files: [:])
    ).resolve()
    return resolving + GraphInvariants(graph, today: TestNetwork.today).check()
  }

  /// The processor's time, the least of three runs.
  private func time(_ work: () -> Void) -> Double {
    (0..<3).map { _ in
      let start = processorTime()
      work()
      return processorTime() - start
    }.min() ?? 0
  }

  private func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// What is linear takes four times as long, what is quadratic sixteen times.
  private func expectLinear(_ work: (Int) throws -> () -> Void) rethrows {
    let (small, large) = (try work(1), try work(4))
    let ratio = time(large) / time(small)
    #expect(ratio < 10, "four times as much takes \(ratio) times as long")
  }

  @Test("materials, each based on three others")
  func manyMaterials() throws {
    try expectLinear { factor in
      let documents = try network(count: 300 * factor) { number in
        number < 3 ? "ages: [5-6]" : "based_on: [p\(number - 1), p\(number / 2), projects/p\(number / 3)]"
      }
      // The first few are based on one twice.
      #expect(resolve(documents).filter { $0.code != .referenceRepeated }.isEmpty)
      return { _ = resolve(documents) }
    }
  }

  @Test("a long chain of materials based on each other is no circle")
  func longChain() throws {
    try expectLinear { factor in
      let documents = try network(count: 500 * factor, text: slight) {
        $0 == 0 ? "ages: [5-6]" : "based_on: [p\($0 - 1)]"
      }
      #expect(resolve(documents).isEmpty)
      return { _ = resolve(documents) }
    }
  }

  @Test("a long circle of materials is told in a line that can be read")
  func longCycle() throws {
    let count = 2_000
    let documents = try network(count: count, text: slight) { "based_on: [p\(($0 + count - 1) % count)]" }
    let diagnostics = resolve(documents)
    #expect(diagnostics.map(\.code) == [.basedOnCycle])
    let message = try #require(diagnostics.first).message.russian
    #expect(message.contains("projects/p0 → projects/p1999 → "))
    #expect(message.contains(" → … → ") && message.count < 250)
  }

  @Test("one missing name in many materials is looked for once, and told once")
  func oneMissingName() throws {
    try expectLinear { factor in
      let count = 300 * factor
      let documents = try network(count: count, text: slight) { _ in "based_on: [p-4999-staryy]" }
      let diagnostics = resolve(documents)
      #expect(diagnostics.count == count)
      let report = DiagnosticReport(diagnostics, fileCount: count)
      #expect(report.entries.map(\.otherPlaces.count) == [count - 1])
      return { _ = resolve(documents) }
    }
  }

  @Test("of many missing names the first ones get the nearest, and the others are not looked for")
  func manyMissingNames() throws {
    let documents = try network(count: 300, text: slight) { "based_on: [pp\($0)]" }
    let diagnostics = resolve(documents)
    #expect(diagnostics.first?.suggestion?.value == "p0")
    #expect(diagnostics.count { $0.suggestion != nil } == 100)
    #expect(diagnostics.count { $0.code == .referenceUnresolved } == 300)
  }

  @Test("many files of one name in different folders")
  func oneName() throws {
    try expectLinear { factor in
      let count = 300 * factor
      let parsed = try (0..<count).map { number in
        let file = SourceFile(path: "content/projects/\(number)/p.md", bytes: Array(slight.utf8))
        return try #require(DocumentParser().parse(file).document)
      }
      let projects = parsed.map { DocumentDecoder().decode($0, as: Project.self, id: "p").document }
      let documents = try network(count: 0) { _ in "" } + projects
      let sorted = documents.sorted(by: DocumentOrder.precedes)
      #expect(resolve(sorted).count { $0.code == .idDuplicate } == count - 1)
      return { _ = resolve(sorted) }
    }
  }

  @Test("a long text is scanned in one pass", arguments: ["Слово и ещё слово. ", "8 916 ", "5 лет, ", "[1 "])
  func longText(_ words: String) throws {
    try expectLinear { factor in
      let line = String(repeating: words, count: 500 * factor) + "\n"
      let bytes = Array(("---\ntitle: О сети\n---\n" + line).utf8)
      let file = SourceFile(path: "a.md", bytes: bytes)
      let parsed = try #require(DocumentParser(limits: .unbounded).parse(file).document)
      #expect(TextInvariants.check(parsed, wantsSources: true).isEmpty)
      return { for _ in 0..<20 { _ = TextInvariants.check(parsed, wantsSources: true) } }
    }
  }
}

extension ReadingLimits {
  fileprivate static var unbounded: ReadingLimits {
    var limits = ReadingLimits()
    limits.work = .max
    return limits
  }
}
