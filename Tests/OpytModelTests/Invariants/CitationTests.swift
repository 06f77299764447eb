import OpytDiagnostics
import Testing

@testable import OpytModel

/// Rule 18: a citation such as [2: с. 122] without `sources`.
@Suite("Citations")
struct CitationTests {
  private func network(_ text: String) -> TestNetwork {
    TestNetwork.base.replacing("Ещё текст.", with: text, in: Base.project)
  }

  @Test(
    "without sources",
    arguments: [
      "Так считают [2: с. 122].", "Так считают [3].", "Так считают [1, 4].", "Так считают [1; 4]",
      "Так считают [12 с. 4]",
    ])
  func citations(_ text: String) {
    #expect(network(text).problems == ["content/projects/ogorod.md:25:13 citation-without-sources warning"])
    #expect(network(text).messages == ["ссылка на источник, а поле «источники» (sources) пусто"])
  }

  @Test("with sources", arguments: ["Так считают [2: с. 122].", "Так считают [3]."])
  func withSources(_ text: String) {
    #expect(network(text).addingFields("sources: [Выготский Л. С. Игра]", to: Base.project).problems == [])
  }

  @Test(
    "what is none",
    arguments: [
      "Так [5-6] лет", "[2025]", "[1](https://example.org/)", "[1]: https://example.org/",
      "Так[^1].\n\n[^1]: Сноска",
      "[ ] дело", "- [x] дело",
      "[с. 122]", "[1", "1]", "[]", "[1 и очень длинный текст внутри скобок, который не ссылка]", "[1а]",
    ])
  func others(_ text: String) { #expect(!network(text).problems.contains { $0.contains("citation") }) }

  @Test("are told once a document, with all their places")
  func oneCause() throws {
    let entries = network("Так [1] и так [2].\n\nИ так [3].").check().report.entries
    #expect(
      entries.map { compact($0.diagnostic) } == ["content/projects/ogorod.md:25:5 citation-without-sources warning"])
    #expect(try #require(entries.first).otherPlaces.map(\.range?.start.line) == [27])
  }

  @Test("are looked for in materials' texts only")
  func elsewhere() {
    #expect(TestNetwork.base.addingText("\nТак [1].", to: Base.page).problems == [])
    let inField = TestNetwork.base.replacing(
      "problem: Дети не едят овощи.", with: "problem: Дети не едят овощи [1].", in: Base.project)
    #expect(inField.problems == [])
  }
}
