import OpytDiagnostics
import OpytMarkup
import Testing

@testable import OpytModel

@Suite("Keys that people guess, and what is missing")
struct GuessedKeyTests {
  @Test(
    "get the right one, and are mended by it",
    arguments: [
      (Base.project, "authors:", "автор:", "авторы"), (Base.project, "published:", "дата публикации:", "опубликовано"),
      (Base.project, "summary:", "Краткое содержание:", "аннотация"), (Base.project, "authors:", "author:", "authors"),
      (Base.masterClass, "minutes:", "продолжительность:", "длительность"),
      (Base.masterClass, "minutes:", "duration:", "minutes"), (Base.masterClass, "steps:", "ход работы:", "ход"),
      (Base.gusev, "title:", "имя:", "фио"), (Base.gusev, "title:", "Ф.И.О.:", "фио"),
      (Base.gusev, "title:", "name:", "title"),
      (Base.event, "start:", "дата:", "начало"), (Base.event, "start:", "когда:", "начало"),
      (Base.event, "initiators:", "организатор:", "инициаторы"),
      (Base.sad2, "municipality:", "город:", "муниципалитет"),
      (Base.deficit, "description:", "суть:", "описание"), (Base.partner, "title:", "наименование:", "название"),
    ])
  func guessed(_ path: String, _ key: String, _ guess: String, _ suggestion: String) {
    let network = TestNetwork.base.replacing("\n\(key)", with: "\n\(guess)", in: path)
    let problems = network.problems
    #expect(problems.count == 1, "\(network.told)")
    #expect(problems.first?.hasSuffix("key-unknown error \(suggestion)") == true, "\(problems)")
    if !guess.contains(".") { #expect(network.mended.problems == []) }
  }

  @Test(
    "of a session",
    arguments: [("место", "аудитория"), ("зал", "аудитория"), ("докладчик", "ведущие"), ("room_", "room")])
  func session(_ guess: String, _ suggestion: String) {
    let value = suggestion == "ведущие" ? "ilina" : "Зал"
    let network = TestNetwork.base.replacing("start: 9:30", with: "\(guess): \(value), start: 9:30", in: Base.seminar)
    #expect(network.problems.map { $0.split(separator: " ").last.map(String.init) } == [suggestion])
  }

  @Test("a day and its time in two fields are told to be one")
  func dayAndTime() {
    let network = TestNetwork.base.replacing(
      "start: 2026-06-01 13:30", with: "дата: 12.06.2026\nвремя: 14.00", in: Base.event)
    #expect(network.told.count == 2)
    #expect(network.told.allSatisfy { $0.contains("вместе: start: 2026-06-12 14:00") }, "\(network.told)")
  }

  @Test("that are far from any get those that are allowed, Russian first", arguments: ["абракадабра", "xyzzy"])
  func far(_ key: String) {
    let network = TestNetwork.base.addingFields("\(key): 1", to: Base.page)
    #expect(network.told.count == 1)
    #expect(network.told.first?.contains("здесь могут быть поля: порядок (order), в_меню (menu)") == true)
  }

  @Test("have a synonym that is never read silently", arguments: Kind.allCases)
  func synonyms(_ kind: Kind) throws {
    for field in kind.entityType.fieldDescriptions {
      for synonym in field.synonyms.prefix(2) {
        let (_, problems) = try decode("\(synonym): x", as: kind)
        #expect(problems.contains { $0.contains("key-unknown") }, "\(kind) \(synonym)")
      }
    }
  }

  @Test(
    "glued to their value are told with the space",
    arguments: ["{title:Подготовка}", "{title:\u{A0}Подготовка}", "{название:Подготовка}"])
  func glued(_ record: String) {
    let network = TestNetwork.base.replacing("{title: Подготовка}", with: record, in: Base.project)
    #expect(network.told.count == 1, "\(network.told)")
    #expect(network.told.first?.contains(": Подготовка»") == true)
    #expect(network.mended.problems == [])
  }

  @Test("glued to their value behind a hyphen too", arguments: ["title:Подготовка", "название:Подготовка"])
  func gluedItem(_ item: String) {
    let network = TestNetwork.base.replacing("[{title: Подготовка}]", with: "\n  - \(item)", in: Base.project)
    #expect(network.told.count == 1)
    #expect(network.mended.problems == [])
  }

  // MARK: What is missing

  @Test("of an empty file, is one message with lines that can be read", arguments: Kind.allCases)
  func empty(_ kind: Kind) throws {
    let file = SourceFile(path: "content/x/a.md", bytes: Array("---\n---\n".utf8))
    let parsed = try #require(DocumentParser().parse(file).document)
    let (_, diagnostics) = DocumentDecoder().decode(parsed, as: kind.entityType, id: "a")
    #expect(diagnostics.count == 1)
    let diagnostic = try #require(diagnostics.first)
    let required = kind.entityType.fieldDescriptions.filter(\.isRequired)
    guard required.count > 1 else { return }
    let snippet = try #require(diagnostic.snippet).russian
    #expect(required.allSatisfy { snippet.contains("\n\($0.russianName):") || snippet.hasPrefix("\($0.russianName):") })
    let (_, problems) = try decode(snippet, as: kind)
    #expect(problems == [], "\(snippet)")
  }

  @Test(
    "is told in the language of the file's keys", arguments: [("название: А", "аннотация:"), ("title: А", "summary:")])
  func language(_ fields: String, _ words: String) throws {
    let file = SourceFile(path: "a.md", bytes: Array("---\n\(fields)\n---\n".utf8))
    let parsed = try #require(DocumentParser().parse(file).document)
    let diagnostic = try #require(DocumentDecoder().decode(parsed, as: Project.self, id: "a").diagnostics.first)
    #expect(diagnostic.snippet?.russian.hasPrefix(words) == true)
    #expect(diagnostic.message.russian.contains("«аннотация» (summary)"))
  }

  @Test("of a record, has its indentation, or none in brackets")
  func records() {
    let block = TestNetwork.base.replacing(
      "[{title: Знакомство}]", with: "\n  - minutes: 5", in: Base.masterClass)
    #expect(block.told.filter { $0.contains("«название» (title)") }.count == 1)
    let sessions = TestNetwork.base.replacing("start: 9:30, end: 11:00, ", with: "", in: Base.seminar)
    let snippet = sessions.check().diagnostics.compactMap(\.snippet).first?.russian
    #expect(snippet == "start: 9:30, end: 11:00")
  }
}
