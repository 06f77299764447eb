import OpytDiagnostics
import Testing

@testable import OpytModel

@Suite("Keys")
struct KeyTests {
  @Test(
    "are compared in lower case, ё=е, with spaces and hyphens read as _",
    arguments: [
      "why_children", "Why_Children", "why-children", "why children", "WHY CHILDREN", "зачем_детям", "Зачем детям",
      "ЗАЧЕМ-ДЕТЯМ", "зачём_детям", "зачем\u{A0}детям", "\"зачем детям\"", "заче\u{308}м детям",
    ])
  func normalization(_ key: String) throws {
    let (value, problems) = try content(of: "why_children", "\(key): Чтобы расти.", as: .project)
    #expect(problems == [])
    #expect("\(value)" == #"prose(["Чтобы расти."])"#)
  }

  @Test("й is one letter, however it was typed")
  func composition() throws {
    let (value, problems) = try content(of: "website", "саи\u{306}т: https://sad5.example.org/", as: .kindergarten)
    #expect(problems == [])
    #expect("\(value)" == #"text("https://sad5.example.org/")"#)
  }

  @Test("normalized already are left alone", arguments: ["why_children", "зачем_детям", "1_2", "этапы", "щука"])
  func fastPath(_ key: String) { #expect(FieldKey.normalized(key) == key) }

  @Test("in English and in Russian in one file are an error that names both")
  func bothLanguages() {
    let network = TestNetwork.base.addingFields("название: Грядка", to: Base.page)
    #expect(network.problems == ["content/pages/o-seti.md:3:1 key-duplicate error"])
    #expect(network.messages == ["поля «название» и «title» – одно и то же: оставьте одно"])
    #expect(network.check().diagnostics.first?.notes.map(\.location?.range?.start.line) == [2])
  }

  @Test("given twice are an error, in any spelling", arguments: ["title: Ещё", "Title: Ещё"])
  func twice(_ line: String) {
    let network = TestNetwork.base.addingFields(line, to: Base.page)
    #expect(network.problems == ["content/pages/o-seti.md:3:1 key-duplicate error"])
    #expect(network.messages == ["поле «title» записано дважды"])
  }

  @Test(
    "that are unknown get the nearest",
    arguments: [
      ("titel", "title"), ("назване", "название"), ("nazvanie", nil), ("jgbcfybt", nil), ("порядак", "порядок"),
      ("в меню?", "в_меню"), ("gjhzljr", "порядок"), ("qwertyuiop", nil),
    ] as [(String, String?)])
  func unknown(_ key: String, _ suggestion: String?) {
    let network = TestNetwork.base.addingFields("\"\(key)\": 1", to: Base.page)
    let expected = "content/pages/o-seti.md:2:1 key-unknown error" + (suggestion.map { " \($0)" } ?? "")
    #expect(network.problems == [expected])
    #expect(network.messages == ["неизвестное поле «\(key)»"])
  }

  @Test("inside records are checked too, at their own place")
  func nested() {
    let network = TestNetwork.base.replacing(
      "[{title: Подготовка}]", with: "[{title: Подготовка, strat: 2025-10-01}]", in: Base.project)
    #expect(network.problems == ["content/projects/ogorod.md:17:30 key-unknown error start"])
  }

  @Test(
    "without a value where one is required are told at the first of them, once",
    arguments: ["", " \"\"", " ' '", " []", " |"])
  func empty(_ value: String) {
    let network = TestNetwork.base.replacing("authors: [ilina]", with: "authors:\(value)", in: Base.masterClass)
      .replacing("title: Лэпбук за вечер", with: "title:\(value)", in: Base.masterClass)
    let wrong = network.check().diagnostics.filter { $0.location.file == Base.masterClass }
    let lines = wrong.flatMap { [$0.location] + $0.notes.compactMap(\.location) }.map { $0.range?.start.line }
    #expect(lines == [2, 5], "\(network.told)")
  }

  @Test("with a list of nothing are empty")
  func emptyItems() {
    let network = TestNetwork.base.replacing("authors: [ilina]", with: "authors:\n  -\n  -", in: Base.masterClass)
    #expect(network.problems == ["content/master-classes/lepbuk.md:5:1 value-missing error"])
    #expect(network.messages == ["не заполнено обязательное поле «авторы» (authors)"])
  }

  @Test("without a value where none is required are fine")
  func emptyOptional() {
    #expect(TestNetwork.base.addingFields("order:", to: Base.page).problems == [])
  }
}
