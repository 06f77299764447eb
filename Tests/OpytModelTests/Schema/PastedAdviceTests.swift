import OpytDiagnostics
import OpytMarkup
import Testing

@testable import OpytModel

/// What a message tells to write passes when it is written: lists, records, names, values.
@Suite("Advice that is pasted")
struct PastedAdviceTests {
  private static let base = TestNetwork.base

  private func snippet(_ network: TestNetwork) throws -> String {
    try #require(network.check().diagnostics.compactMap(\.snippet).first).russian
  }

  // MARK: Lists of names

  @Test("members in one line make a list of the field around them, and are mended by it")
  func members() {
    let network = Self.base.replacing("[ilina, gusev]", with: "ilina, gusev", in: Base.community)
    #expect(network.told.count == 1, "\(network.told)")
    #expect(network.told.first?.contains("members: [ilina, gusev]") == true, "\(network.told)")
    #expect(network.mended.problems == [])
  }

  @Test("several in one record have a record each")
  func membersOfRecord() {
    let network = Self.base.replacing("[ilina, gusev]", with: "[{person: \"ilina, gusev\"}]", in: Base.community)
    #expect(network.told.contains { $0.contains("«- person: ilina», «- person: gusev»") }, "\(network.told)")
  }

  @Test(
    "two authors in one line get one answer, whatever parts them",
    arguments: [
      "Ильина М.С., Гусев А.П.", "Ильина М. С. и Гусев А. П.", "Ильина М.С.; Гусев А.П.", "Ильина М.С. / Гусев А.П.",
      "Ильина М.С./Гусев А.П.", "Ильина М.С. + Гусев А.П.",
    ])
  func twoAuthors(_ text: String) {
    let network = Self.base.replacing("[ilina, gusev]", with: text, in: Base.project)
    #expect(network.told.count == 1, "\(network.told)")
    #expect(network.told.first?.contains("authors: [ilina, gusev]") == true, "\(network.told)")
  }

  @Test("one of whom the network does not know are two as well", arguments: [", ", " / ", "; ", " и "])
  func unknownAuthor(_ sign: String) {
    let network = Self.base.replacing("[ilina, gusev]", with: "Ильина М.С.\(sign)Петрова А.А.", in: Base.project)
    let told = network.told.filter { $0.contains("нет педагога") }
    #expect(told.count == 1, "\(told)")
    #expect(told.first?.contains("authors: [ilina, Петрова А.А.]") == true, "\(told)")
  }

  @Test("a post behind a name is nobody", arguments: ["Ильина М.С., воспитатель", "Ильина М.С., педагог-психолог"])
  func post(_ text: String) {
    let network = Self.base.replacing("[ilina, gusev]", with: text, in: Base.project)
    #expect(network.told.contains { $0.contains("| ilina") }, "\(network.told)")
  }

  @Test(
    "initials are the same with and without a blank", arguments: ["Петров А.А.", "Петров А. А.", "петров а.\u{A0}а."])
  func initials(_ text: String) {
    let network = Self.base.adding(
      "content/people/p.md", "---\ntitle: Петров А. А.\nposition: тьютор\nconsent: С-7\n---\n"
    )
    .replacing("[ilina, gusev]", with: "[ilina, gusev, \(text)]", in: Base.project)
    #expect(!network.told.contains { $0.contains("нет педагога") }, "\(network.told)")
  }

  // MARK: Items and records

  @Test(
    "items in one line are parted as they were meant",
    arguments: [
      ("1) Что? 2) Как? 3) Кто?", ["Что?", "Как?", "Кто?"]), ("1. Что? 2. Как?", ["Что?", "Как?"]),
      ("1) Что; 2) Как", ["Что", "Как"]), ("• Что • Как", ["Что", "Как"]),
      ("\n  1) Что 2) Как\n  3) Кто", ["Что", "Как", "Кто"]),
      ("1) В 2 группах 2) В 3 группах", ["В 2 группах", "В 3 группах"]), ("1. Что? 3. Как?", ["Что? 3. Как?"]),
    ])
  func items(_ value: String, _ items: [String]) throws {
    let path = Base.methodicalCase
    let text = try #require(Self.base.documents[path])
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("questions:") })
    let network = Self.base.replacing(String(line), with: "questions: \(value)", in: path)
    #expect(network.told.count == 1, "\(network.told)")
    let expected = "questions:\n" + items.map { "  - \($0)" }.joined(separator: "\n")
    #expect(try snippet(network) == expected)
    #expect(Self.base.replacing(String(line), with: expected, in: path).problems == [])
  }

  @Test(
    "lines without hyphens are told once, and as a list",
    arguments: [
      ("\n  Что\n  Как", ["Что", "Как"]), (" Что\n  Как\n  Кто", ["Что", "Как", "Кто"]),
      (" Что\n  - как\n  - кто", ["Что", "как", "кто"]), ("\n  Что?\n\n  Как; кто?", ["Что?", "Как; кто?"]),
    ])
  func linesWithoutHyphens(_ value: String, _ items: [String]) throws {
    let path = Base.methodicalCase
    let text = try #require(Self.base.documents[path])
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("questions:") })
    let network = Self.base.replacing(String(line), with: "questions:\(value)", in: path)
    #expect(network.told.count == 1, "\(network.told)")
    #expect(network.problems.allSatisfy { $0.contains("markup-lookalike warning") }, "\(network.problems)")
    let expected = "questions:\n" + items.map { "  - \($0)" }.joined(separator: "\n")
    #expect(try snippet(network) == expected)
    #expect(Self.base.replacing(String(line), with: expected, in: path).problems == [])
  }

  @Test(
    "a text of several lines is one item, and is no list where none is wanted",
    arguments: [
      ("questions:", "questions:\n  Что видят дети,\n  когда смотрят?", Base.methodicalCase),
      ("situation:", "situation:\n  Дети спорят.\n  Взрослый молчит.", Base.methodicalCase),
      ("questions:", "questions:\n  - Что видят\n    Дети?", Base.methodicalCase),
    ])
  func severalLines(_ key: String, _ fields: String, _ path: String) throws {
    let text = try #require(Self.base.documents[path])
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix(key) })
    #expect(Self.base.replacing(String(line), with: fields, in: path).problems == [])
  }

  @Test(
    "words where records are wanted are told once, and as records",
    arguments: [
      "\n  1. Привет\n  2. Работа", "\n  - Привет\n  - Работа", "[Привет, Работа]", "Привет; Работа",
      "|\n  Привет\n  Работа",
      "1) Привет 2) Работа",
    ])
  func records(_ value: String) throws {
    let path = Base.masterClass
    let network = Self.base.replacing("[{title: Знакомство}]", with: value, in: path)
    #expect(network.told.count == 1, "\(network.told)")
    let expected = "steps:\n  - title: Привет\n  - title: Работа"
    #expect(try snippet(network) == expected)
    #expect(Self.base.replacing("steps: [{title: Знакомство}]", with: expected, in: path).problems == [])
    if value.contains("- ") { #expect(network.mended.problems == []) }
  }

  @Test(
    "and stand in the field that fits them",
    arguments: [
      ("attachments: план.pdf", "attachments:\n  - file: план.pdf\n    title: Конспект занятия"),
      (
        "indicators: [Рост]",
        "indicators:\n  - name: Рост\n    points:\n      - period: сентябрь 2025\n        value: 42"
      ),
    ])
  func fitting(_ line: String, _ lines: String) throws {
    #expect(try snippet(Self.base.addingFields(line, to: Base.project)) == lines)
  }

  // MARK: Names of the network

  @Test("a block of what is missing names documents that there are", arguments: Kind.allCases)
  func block(_ kind: Kind) throws {
    let path = "content/\(kind.folder)/zzz.md"
    let network = Self.base.adding(path, "---\n---\n")
    let own = network.check().diagnostics.filter { $0.location.file == path && $0.code == .valueMissing }
    guard let snippet = own.first?.snippet else { return }
    let pasted = Self.base.adding(path, "---\n\(snippet.russian)\n---\n")
    let problems = pasted.check().diagnostics.filter { $0.location.file == path }
    #expect(!problems.contains { $0.code == .referenceUnresolved || $0.code == .notYetJoined }, "\(snippet.russian)")
  }

  @Test("a community's has two members, the coordinator among them")
  func community() throws {
    let path = "content/communities/zzz.md"
    let block = try snippet(Self.base.adding(path, "---\nназвание: Я\n---\n"))
    #expect(Self.base.adding(path, "---\nназвание: Я\n\(block)\n---\n").problems == [], "\(block)")
  }

  @Test("those of its author's kindergarten")
  func ownKindergarten() throws {
    let network = Self.base.adding("content/projects/zzz.md", "---\nавторы: [ilina]\n---\n")
    #expect(try snippet(network).contains("\nсады: [sad-5]\n"))
    let other = Self.base.adding("content/projects/zzz.md", "---\nавторы: [gusev]\n---\n")
    #expect(try snippet(other).contains("\nсады: [sad-2]\n"))
  }

  @Test("where there are none, it says which file to make")
  func noneYet() {
    let network = TestNetwork(documents: ["content/стратегии/a.md": "---\nназвание: А\n---\n"])
    #expect(network.told.first?.contains("создайте файл в папке content/дефициты") == true, "\(network.told)")
    let english = TestNetwork(documents: ["content/strategies/a.md": "---\ntitle: А\n---\n"])
    #expect(english.told.first?.contains("content/deficits") == true, "\(english.told)")
  }

  // MARK: Values

  @Test(
    "other words for a value",
    arguments: [
      (Base.gusev, "position: методист", "position: ст. воспитатель", "старший воспитатель"),
      (Base.gusev, "position: методист", "position: ст.воспитатель", "старший воспитатель"),
      (Base.gusev, "position: методист", "position: муз. руководитель", "музыкальный руководитель"),
      (Base.gusev, "position: методист", "position: логопед", "учитель-логопед"),
      (Base.gusev, "position: методист", "position: педагог доп. образования", "педагог дополнительного образования"),
      (Base.gusev, "position: методист", "position: Воспитатель высшей категории", "«category: высшая»"),
      (Base.gusev, "position: методист", "position: воспитатель, 1 кв. категория", "«category: первая»"),
      (Base.gusev, "position: методист", "position: воспитатель, молодой специалист", "«level: молодой специалист»"),
      (Base.gusev, "position: методист", "position: воспитатель старшей группы", "«position: воспитатель»"),
      (Base.gusev, "position: методист", "position: повар", "vocabularies"),
      (Base.project, "type: research", "type: познавательно-исследовательский", "ближе всего: «исследовательский»"),
      (Base.project, "type: research", "type: творческо-игровой", "«творческий», «игровой»"),
      (Base.project, "type: research", "type: краткосрочный", "длительность сайт определит сам"),
    ])
  func values(_ path: String, _ old: String, _ new: String, _ words: String) throws {
    let text = try #require(Self.base.documents[path])
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix(old.prefix { $0 != ":" } + ":") })
    let network = Self.base.replacing(String(line), with: new, in: path)
    #expect(network.told.count == 1, "\(network.told)")
    #expect(network.told.first?.contains(words) == true, "\(network.told)")
  }

  @Test(
    "in a list each gets its own",
    arguments: [("речь, музыка", "[речевое развитие, художественно-эстетическое развитие]")])
  func listed(_ value: String, _ list: String) {
    let network = Self.base.addingFields("areas: \(value)", to: Base.project)
    #expect(network.told.first?.contains(list) == true, "\(network.told)")
  }

  @Test(
    "a deputy is no head, and one of two is neither",
    arguments: [("зам. заведующего", "заместитель заведующего"), ("воспитатель и методист", nil)] as [(String, String?)]
  )
  func unclear(_ value: String, _ meant: String?) throws {
    let network = Self.base.replacing("position: методист", with: "position: \(value)", in: Base.gusev)
    let diagnostic = try #require(network.check().diagnostics.first { $0.code == .vocabularyUnknown })
    #expect(diagnostic.suggestion?.value == meant)
    #expect(diagnostic.fixes.map(\.text) == (meant.map { [$0] } ?? []))
  }

  // MARK: Which of two

  @Test(
    "a field given twice says which line to keep",
    arguments: [
      ("goal: А", "goal: А", "удалите эту строку"), ("goal: А", "goal: Б", "«А» (строка 2) или «Б» (строка 3)"),
      ("goal: А", "goal:", "удалите эту пустую строку"), ("tasks: [А]", "tasks: [Б]", "соберите оба значения"),
    ])
  func duplicate(_ first: String, _ second: String, _ words: String) throws {
    let text = "---\n\(first)\n\(second)\n---\n"
    let network = TestNetwork(documents: ["content/projects/a.md": text])
    let diagnostic = try #require(network.check().diagnostics.first { $0.code == .keyDuplicate })
    #expect(diagnostic.advice?.russian.contains(words) == true, "\(String(describing: diagnostic.advice))")
  }

  @Test(
    "dates out of order say which is probably wrong",
    arguments: [
      ("2026-10-01", "2026-03-01", "поменялись местами"), ("2025-10-01", "2025-03-01", "поменялись местами"),
      ("2026-10-01", "2025-03-01", "1 марта 2027"),
    ])
  func dates(_ start: String, _ end: String, _ words: String) throws {
    let network = Self.base.replacing("start: 2025-10-01", with: "start: \(start)", in: Base.project)
      .replacing("end: 2026-03-01", with: "end: \(end)", in: Base.project)
    let diagnostic = try #require(network.check().diagnostics.first { $0.code == .datesOutOfOrder })
    #expect(diagnostic.advice?.russian.replacing("\u{A0}", with: " ").contains(words) == true)
  }

  // MARK: Once

  @Test("a telephone is told once, and without a word about children")
  func telephone() {
    let network = Self.base.addingText("8 (903) 123-45-67\n\nи снова 8 (903) 123-45-67", to: Base.gusev)
    #expect(network.told.count == 1, "\(network.told)")
    #expect(network.told.first?.contains("ребёнк") == false)
    let field = Self.base.addingFields("телефон: 8 (903) 123-45-67", to: Base.gusev)
    #expect(field.told.count == 1, "\(field.told)")
  }
}
