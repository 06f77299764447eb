import OpytDiagnostics
import Testing

@testable import OpytModel

@Suite("Links in texts")
struct LinkTests {
  private let base = TestNetwork.base

  /// The base with a link on line 5 of its page, which stands at `content/pages/o-seti.md`.
  private func network(_ destination: String, image: Bool = false) -> TestNetwork {
    base.replacing("Мы делимся опытом.", with: "\(image ? "!" : "")[слова](\(destination))", in: Base.page)
  }

  private func target(_ network: TestNetwork) throws -> String {
    let checked = network.check()
    switch try #require(try checked.document(Base.page).linkTargets.first) {
    case .document(let id, let fragment):
      return checked.graph[id].decoded.path + (fragment.map { "#\($0)" } ?? "")
    case .fragment(let fragment): return "#\(fragment)"
    case .file(let path): return path
    case .none: return "nowhere"
    }
  }

  @Test(
    "lead to a document",
    arguments: [
      "../projects/ogorod.md", "./../projects/ogorod.md", "../projects/./ogorod.md", "projects/ogorod",
      "проекты/ogorod",
      "Projects/Ogorod", "<projects/Огород на окне>", "%D0%BF%D1%80%D0%BE%D0%B5%D0%BA%D1%82%D1%8B/ogorod",
      "../projects/%6Fgorod.md",
    ])
  func documents(_ destination: String) throws {
    #expect(network(destination).problems == [])
    #expect(try target(network(destination)) == Base.project)
  }

  @Test(
    "lead to a document in a folder of its own",
    arguments: [
      "../projects/ogorod/index.md", "../projects/ogorod/", "../projects/ogorod", "projects/ogorod",
    ])
  func folderDocuments(_ destination: String) throws {
    let path = "content/projects/ogorod/index.md"
    let network = network(destination).removing(Base.project).adding(path, base.documents[Base.project] ?? "")
    #expect(network.problems == [])
    #expect(try target(network) == path)
  }

  @Test(
    "lead to a heading",
    arguments: [
      ("../projects/ogorod.md#khod-raboty", "content/projects/ogorod.md#khod-raboty"),
      ("projects/ogorod#khod-raboty", "content/projects/ogorod.md#khod-raboty"),
      ("projects/ogorod#", "content/projects/ogorod.md"),
    ])
  func anchors(_ destination: String, _ expected: String) throws {
    #expect(network(destination).problems == [])
    #expect(try target(network(destination)) == expected)
  }

  @Test("lead to a heading of their own text")
  func ownAnchor() throws {
    let network = network("#nachalo").addingText("\n## Начало", to: Base.page)
    #expect(network.problems == [])
    #expect(try target(network) == "#nachalo")
  }

  @Test(
    "to a heading that is not there are errors with the nearest",
    arguments: [
      ("projects/ogorod#hod-raboty", "#khod-raboty"), ("projects/ogorod#Ход-работы", "#khod-raboty"),
      ("../projects/ogorod.md#%D0%A5%D0%BE%D0%B4%20%D1%80%D0%B0%D0%B1%D0%BE%D1%82%D1%8B", "#khod-raboty"),
      ("projects/ogorod#itogi", nil),
    ] as [(String, String?)])
  func missingAnchors(_ destination: String, _ suggestion: String?) {
    // The path is right: the place is the fragment's.
    let column = 9 + destination.unicodeScalars.prefix { $0 != "#" }.count
    let expected = "content/pages/o-seti.md:5:\(column) anchor-unresolved error" + (suggestion.map { " \($0)" } ?? "")
    #expect(network(destination).problems == [expected])
  }

  @Test("to a heading of their own text that is not there too")
  func missingOwnAnchor() {
    #expect(network("#nachalo").problems == ["content/pages/o-seti.md:5:9 anchor-unresolved error"])
    #expect(network("#nachalo").messages == ["в файле content/pages/o-seti.md нет заголовка «#nachalo»"])
    #expect(network("#").problems == ["content/pages/o-seti.md:5:9 link-unresolved error"])
  }

  @Test(
    "that lead nowhere are errors with the nearest",
    arguments: [
      ("../projects/ogorodd.md", "../projects/ogorod.md"), ("../cases/ogorod.md", "../projects/ogorod.md"),
      ("../projects/Ogorod.md", "../projects/ogorod.md"), ("ogorod.md", "../projects/ogorod.md"),
      ("projects/ogorodd", "projects/ogorod"), ("проекты/ogorodd", "projects/ogorod"),
      ("../../ogorod.md", "../projects/ogorod.md"),
      ("../../../../../etc/passwd.md", nil), ("/projects/ogorod.md", "../projects/ogorod.md"),
      ("proekty/ogorod.html", nil),
      ("projects/zzzzzzzz", nil), ("../projects/ogorod.md%23khod-raboty", nil), ("qwerty", nil),
    ] as [(String, String?)])
  func unresolved(_ destination: String, _ suggestion: String?) {
    let expected = "content/pages/o-seti.md:5:9 link-unresolved error" + (suggestion.map { " \($0)" } ?? "")
    #expect(network(destination).problems == [expected])
    #expect(network(destination).messages == ["ссылка «\(destination)» никуда не ведёт"])
  }

  @Test("to a title of two documents are errors that name both")
  func ambiguous() {
    let network = network("<projects/огород на окне>").adding(
      "content/projects/x.md", base.documents[Base.project] ?? "")
    #expect(network.problems == ["content/pages/o-seti.md:5:10 reference-ambiguous error"])
  }

  @Test(
    "to a document that can't be read are no second error",
    arguments: [
      "../projects/ogorod.md", "projects/ogorod", "../projects/ogorod", "../projects/ogorod.md#itogi",
      "../projects/x/../ogorod.md",
    ])
  func unreadable(_ destination: String) {
    let network = network(destination).adding(Base.project, "Нет полей.\n")
    #expect(network.problems == ["content/projects/ogorod.md:1:1 front-matter-missing error"])
  }

  @Test(
    "to what is outside are left alone", arguments: ["https://example.org/#a", "mailto:sad5@example.org", "tel:112"])
  func outside(_ destination: String) throws {
    #expect(network(destination).problems == [])
    #expect(try network(destination).check().document(Base.page).linkTargets == [])
  }

  @Test("to a file lead to it", arguments: ["plan.pdf", "./plan.pdf", "%70lan.pdf"])
  func files(_ destination: String) throws {
    let network = network(destination).addingFile("content/pages/plan.pdf")
    #expect(network.problems == [])
    #expect(try target(network) == "content/pages/plan.pdf")
  }

  @Test("of a file whose name has signs of an address lead to it when they are encoded")
  func encodedSigns() throws {
    let network = network("plan%20%235.pdf").addingFile("content/pages/plan #5.pdf")
    #expect(network.problems == [])
    #expect(try target(network) == "content/pages/plan #5.pdf")
  }

  @Test("й is one letter in a path, however it was typed")
  func composition() throws {
    let network = network("чаи\u{306}.pdf").addingFile("content/pages/чай.pdf")
    #expect(network.problems == [])
    #expect(try target(network) == "content/pages/чай.pdf")
  }

  @Test("raw HTML is dropped with a warning at its place")
  func rawHTML() {
    let network = base.addingText("\nТекст <b>жирный</b>", to: Base.page)
    #expect(network.problems == ["content/pages/o-seti.md:7:7 raw-html warning"])
  }
}
