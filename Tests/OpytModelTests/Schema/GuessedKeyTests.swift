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
    #expect(
      network.told.first?.contains("здесь могут быть поля: доступ (visibility), порядок (order), в_меню (menu)") == true
    )
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

  // MARK: Of another place

  @Test(
    "of a record inside are told together, with the lines that they make there",
    arguments: [
      (
        Base.seminar, "дата проведения: 12.10.2025\nвремя: 9:30", "sessions",
        ["    дата: 12.10.2025", "    начало: 9:30"]
      ),
      (Base.seminar, "кабинет: Зал\nведущая: ilina", "sessions", ["    ведущие: ilina", "    аудитория: Зал"]),
      (Base.plan, "дефициты: [x]", "topics", ["    дефициты: [x]"]),
      (Base.plan, "мероприятия: [x]", "topics", ["    мероприятия: [x]"]),
      (Base.deficit, "чем: Показами", "closed", ["восполнен:", "  дата: 2026-05-20", "  чем: Показами"]),
      (Base.partner, "шаг: 2", "steps", ["шаги:", "  - шаг: 2"]),
      (Base.project, "детям: Рады", "results", ["  детям: Рады"]),
    ])
  func misplaced(_ path: String, _ keys: String, _ outer: String, _ lines: [String]) throws {
    let network = TestNetwork.base.addingFields(keys, to: path)
    #expect(network.told.count == 1, "\(network.told)")
    let diagnostic = try #require(network.check().report.entries.first?.diagnostic)
    #expect(diagnostic.message.russian.contains("(\(outer))"), "\(network.told)")
    #expect(diagnostic.code == .keyUnknown)
    let snippet = try #require(diagnostic.snippet).russian
    let russian = snippet.split(separator: "\n").map(String.init)
    let english = network.documents[path]?.contains("title:") == true
    #expect(russian.count == lines.count, "\(snippet)")
    if !english { #expect(russian == lines) }
  }

  @Test("of a record inside that is missing, are told with all of it, and once")
  func misplacedAlone() throws {
    let seminar = try #require(TestNetwork.base.documents[Base.seminar])
    let lines = seminar.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix("sessions:") })
    let end = try #require(lines[(start + 1)...].firstIndex { !$0.hasPrefix(" ") && !$0.isEmpty })
    let text = (lines[..<start] + ["дата: 12.10.2025"] + lines[end...]).joined(separator: "\n")
    let network = TestNetwork.base.adding(Base.seminar, text)
    let diagnostic = try #require(network.check().diagnostics.first { $0.code == .keyUnknown })
    #expect(!network.told.contains { $0.contains("не заполнено") }, "\(network.told)")
    let snippet = try #require(diagnostic.snippet).russian
    #expect(snippet.hasPrefix("sessions:\n  - date: 12.10.2025\n    start: 9:30"), "\(snippet)")
  }

  @Test(
    "get the one answer that helps",
    arguments: [
      (Base.project, "сроки: 01.10.2025 – 31.03.2026", "«начало» (start) и «окончание» (end)"),
      (Base.project, "длительность: 3 месяца", "сам"), (Base.project, "тема проекта: х", "название"),
      (Base.project, "этап 1: х", "этапы"), (Base.project, "цели и задачи: х", "цель"),
      (Base.masterClass, "место проведения: х", "в тексте"), (Base.masterClass, "форма проведения: х", "в тексте"),
      (Base.gusev, "телефон: х", "не публикует"), (Base.gusev, "фото: х", "снимок в текст"),
      (Base.gusev, "дата рождения: х", "не публикует"), (Base.sad2, "количество групп: х", "в тексте"),
      (Base.event, "ведущий: ilina", "инициаторы"), (Base.event, "ссылка на трансляцию: х", "ссылки"),
      (Base.deficit, "план работы: х", "дефициты"), (Base.bulletin, "период: март", "start"),
      (Base.plan, "ответственный: ilina", "у каждого мероприятия темы"), (Base.plan, "сроки: март", "«срок» (term)"),
      (Base.plan, "протокол: № 1", "утверждён"), (Base.community, "план работы: х", "в папке планов"),
      (Base.partner, "мероприятия: х", "сами назовут партнёра"), (Base.partner, "педагоги: х", "организация"),
      (Base.strategy, "события: [stol]", "в теме плана"), (Base.deficit, "выборка детей: х", "выборка"),
    ])
  func hinted(_ path: String, _ line: String, _ words: String) {
    let network = TestNetwork.base.addingFields(line, to: path)
    #expect(network.told.count == 1, "\(network.told)")
    #expect(network.told.first?.contains(words) == true, "\(network.told)")
    #expect(network.told.first?.contains("здесь могут быть поля") == false)
  }

  @Test("that say start and end are told with the author's own days")
  func days() throws {
    for text in ["01.10.2025 – 31.03.2026", "с 01.10.2025 по 31.03.2026", "01.10.2025-31.03.2026 г."] {
      let (document, _) = try decode("сроки: \(text)", as: .project)
      #expect(document.wrongFields.isSuperset(of: ["start", "end"]))
      let network = TestNetwork(documents: ["content/projects/a.md": "---\nсроки: \(text)\n---\n"])
      let snippet = network.check().diagnostics.first { $0.code == .keyUnknown }?.snippet?.russian
      #expect(snippet == "начало: 01.10.2025\nокончание: 31.03.2026", "\(text)")
    }
  }

  @Test("are no field's name where there is a hint for them", arguments: Kind.allCases)
  func hints(_ kind: Kind) {
    let fields = kind.entityType.fieldDescriptions
    let names = Set(fields.flatMap { [$0.name, $0.russianName] }.map(FieldKey.normalized))
    for hint in kind.entityType.hints {
      if hint.isGeneral { continue }
      #expect(hint.keys.isDisjoint(with: names), "\(kind) \(hint.keys.intersection(names))")
      if case .inside(let outer, let inner) = hint.answer {
        let field = fields.first { $0.name == outer }
        switch field?.type {
        case .list(.record(let nested)), .record(let nested):
          #expect(nested.contains { $0.name == inner }, "\(kind) \(inner)")
        default: Issue.record("\(kind) \(outer)")
        }
      }
      if case .fields(let wanted) = hint.answer { #expect(Set(wanted).isSubset(of: names)) }
    }
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

extension Entity {
  fileprivate static var hints: [KeyHint] { schema.hints }
}
