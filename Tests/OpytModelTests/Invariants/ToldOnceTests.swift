import OpytDiagnostics
import Testing

@testable import OpytModel

/// One mistake is told once: a rule that rests on what was told as wrong says nothing.
@Suite("One mistake is told once")
struct ToldOnceTests {
  private let base = TestNetwork.base

  private func codes(_ network: TestNetwork) -> [String] {
    network.check().report.entries.map(\.diagnostic.code.rawValue)
  }

  @Test(
    "a wrong value is not a missing one besides",
    arguments: [
      (Base.project, "results: [Дети спрашивают]", "status: апробацыя", "vocabulary-unknown"),
      (Base.project, "results: [Дети спрашивают]", "статусс: апробация", "key-unknown"),
      (Base.project, "results: [Дети спрашивают]", "результат: {дети: а}", "key-unknown"),
      (Base.gusev, "consent: С-2", "consent: да", "value-invalid"),
      (Base.gusev, "consent: С-2", "согласен: С-2", "key-unknown"),
      (Base.project, "authors: [ilina, gusev]", "автор: [ilina, gusev]", "key-unknown"),
      (Base.masterClass, "authors: [ilina]", "author: ilina", "key-unknown"),
    ])
  func wrongValue(_ path: String, _ old: String, _ new: String, _ code: String) {
    let text = base.documents[path] ?? ""
    let line =
      text.split(separator: "\n").first { $0.hasPrefix(old.prefix { $0 != ":" } + ":") }.map(String.init) ?? old
    #expect(
      codes(base.replacing(line, with: new, in: path)) == [code], "\(base.replacing(line, with: new, in: path).told)")
  }

  @Test("an event whose outcomes are wrong has some")
  func outcomes() {
    let network = base.addingFields("state: held\noutcomes: {а: б}", to: Base.event)
    #expect(codes(network) == ["value-invalid"])
  }

  @Test("what a name with a mistake in it means has its material", arguments: ["sredaa", "Среда третий учитиль"])
  func direction(_ name: String) {
    var network = base
    for path in [Base.project, Base.masterClass, Base.methodicalCase, Base.seminar] {
      network = network.replacing("directions: [sreda]", with: "directions: [\(name)]", in: path)
    }
    #expect(Set(codes(network)) == ["reference-unresolved"])
  }

  @Test("people in a list of another form have their material")
  func people() {
    let person = "---\ntitle: Орлова Вера Ивановна\nposition: тьютор\nconsent: С-3\n---\n"
    for written in ["ilina, orlova", "\n  – ilina\n  – orlova", "[ilina, orllova]"] {
      let network = base.adding("content/people/orlova.md", person)
        .replacing("authors: [ilina, gusev]", with: "authors: \(written)", in: Base.project)
      #expect(codes(network).count == 1, "\(network.told)")
    }
  }

  @Test("a file that can't be read may name anybody")
  func broken() {
    let person = "---\ntitle: Орлова Вера Ивановна\nposition: тьютор\nconsent: С-3\n---\n"
    let network = base.adding("content/people/orlova.md", person)
      .adding("content/directions/novye.md", "---\ntitle: Новое\nsummary: О новом.\n---\n")
      .adding("content/deficits/novyy.md", "---\ntitle: Новый\ndescription: А.\nrevealed_by: Б.\n---\n")
    #expect(codes(network).sorted() == ["deficit-unanswered", "direction-empty", "person-idle"])
    #expect(codes(network.adding("content/projects/x.md", "---\ntitle: [\n---\n")) == ["yaml-invalid"])
  }

  @Test("a start that holds the end tells of both", arguments: ["с 9.00 до 10.30", "9:00-10:30"])
  func startAndEnd(_ written: String) {
    let network = base.replacing("start: 9:30, end: 11:00", with: "start: \(written)", in: Base.seminar)
    #expect(codes(network) == ["date-invalid"])
  }
}
