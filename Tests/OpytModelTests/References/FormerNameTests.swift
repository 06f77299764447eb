import OpytDiagnostics
import Testing

@testable import OpytModel

/// People and kindergartens are found by the names they had before; words that name nobody stay words.
@Suite("Former names, and words that may be names")
struct FormerNameTests {
  private static let base = TestNetwork.base
    .addingFields("former_surname: Петрова", to: Base.ilina)
    .addingFields("former_names: [Детский сад № 7 «Ромашка», Ясли № 7]", to: Base.sad5)

  @Test(
    "lead to who has another name now",
    arguments: [
      ("Петрова Марина Сергеевна", true), ("петрова марина сергеевна", true), ("Ильина Марина Сергеевна", true),
      ("Петрова", false), ("Сидорова Марина Сергеевна", false),
    ])
  func person(_ name: String, _ isFound: Bool) {
    let network = Self.base.replacing("authors: [ilina, gusev]", with: "authors: [\(name), gusev]", in: Base.project)
    #expect(network.problems.isEmpty == isFound, "\(network.problems)")
  }

  @Test(
    "are suggested where they are not written out", arguments: ["Петрова М. С.", "Петровой Марине", "Марина Петрова"])
  func suggested(_ name: String) {
    let network = Self.base.replacing(
      "authors: [ilina, gusev]", with: "authors:\n  - \(name)\n  - gusev", in: Base.project)
    #expect(network.problems == ["\(Base.project):6:5 reference-unresolved error ilina"])
  }

  @Test(
    "of kindergartens lead there, or are suggested",
    arguments: [("Детский сад № 7 «Ромашка»", ""), ("ясли № 7", ""), ("№ 7", "sad-5"), ("Ромашка", "sad-5")])
  func kindergarten(_ name: String, _ suggested: String) {
    let network = Self.base.replacing(
      "kindergartens: [sad-5]", with: "kindergartens:\n  - \(name)", in: Base.masterClass)
    let expected = suggested.isEmpty ? [] : ["\(Base.masterClass):7:5 reference-unresolved error \(suggested)"]
    #expect(network.problems == expected)
  }

  @Test("come behind names of today, and two alike are told")
  func ambiguous() {
    let today = Self.base.addingFields("former_names: [Детский сад № 5 «Солнышко»]", to: Base.sad2)
      .replacing("kindergartens: [sad-5]", with: "kindergartens:\n  - Детский сад № 5 «Солнышко»", in: Base.masterClass)
    #expect(today.problems == [])
    let two = Self.base.addingFields("former_names: [Ясли № 7]", to: Base.sad2)
      .replacing("kindergartens: [sad-5]", with: "kindergartens:\n  - Ясли № 7", in: Base.masterClass)
    #expect(two.problems == ["\(Base.masterClass):7:5 reference-ambiguous error"])
  }

  // MARK: Whose help is needed

  private static func item(_ help: String) -> TestNetwork {
    base.addingFields("development: [{activity: Курс, visibility: public, needs_help_from: \(help)}]", to: Base.ilina)
  }

  private static func named(_ help: String) throws -> [String] {
    let checked = item(help).check()
    let document = try checked.document(Base.ilina)
    let person = try #require(document.entity as? Person)
    return person.development.flatMap(\.needsHelpFrom).map { helper in
      document.target(of: helper.reference).map { "→ \(checked.graph[$0].decoded.id)" } ?? helper.words
    }
  }

  @Test("is a kindergarten, a partner, or words")
  func helpers() throws {
    #expect(try Self.named("[sad-2, Детская библиотека, ММС]") == ["→ sad-2", "→ biblioteka", "ММС"])
    #expect(try Self.named("ИРО") == ["ИРО"])
    #expect(try Self.named("partners/biblioteka") == ["→ biblioteka"])
    #expect(try Self.named("Ясли № 7") == ["→ sad-5"])
    // Nobody of another kind is asked.
    #expect(try Self.named("gusev") == ["gusev"])
  }

  @Test(
    "words that are nearly an id get an advice, and others none",
    arguments: [
      ("biblioteca", "biblioteka"), ("partners/biblioteca", "biblioteka"), ("sad-55", nil), ("iro", nil), ("ММС", nil),
      ("старший воспитатель сада № 2", nil), ("библиотекарь", nil),
    ] as [(String, String?)])
  func advice(_ words: String, _ suggested: String?) {
    let found = Self.item(words).check().diagnostics
    #expect(found.map(\.suggestion?.value) == (suggested.map { [$0] } ?? []))
    #expect(found.allSatisfy { $0.code == .referenceUnresolved && $0.severity == .warning })
  }

  @Test("is told to the one who is asked, unless the item is for members only")
  func back() throws {
    for (visibility, count) in [("public", 1), ("members", 0)] {
      let network = Self.base.addingFields(
        "development: [{activity: Курс, visibility: \(visibility), needs_help_from: sad-2}]", to: Base.ilina)
      let checked = network.check()
      let roles = checked.graph.references(to: try checked.id(Base.sad2)).map(\.role)
      #expect(roles.count { $0 == .developmentNeedsHelpFrom } == count)
    }
  }
}
