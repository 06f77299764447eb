import OpytDiagnostics
import Testing

@testable import OpytModel

/// The beginning of a material that tells how another one was tried: the program reads it, and misses only what is to be
/// filled in.
@Suite struct MaterialBeginningTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let kind: Kind
    let original: String
    var testDescription: String { "\(kind)" }

    var path: String { "content/\(kind.folder)/u-nas.md" }

    func beginning() throws -> String {
      let document = try TestNetwork.base.check().document(original)
      return String(decoding: MaterialBeginning(kind).text(of: document.decoded, directions: ["sreda"]), as: UTF8.self)
    }

    static let all = [
      Case(kind: .project, original: Base.project), Case(kind: .masterClass, original: Base.masterClass),
      Case(kind: .methodicalCase, original: Base.methodicalCase), Case(kind: .seminarProgram, original: Base.seminar),
      Case(kind: .lessonPlan, original: Base.lesson), Case(kind: .guideline, original: Base.guideline),
    ]
  }

  @Test func thereIsOneForEveryKindOfMaterial() {
    #expect(Case.all.map(\.kind) == Kind.materials)
  }

  @Test("nothing but what is to be filled in is missed", arguments: Case.all)
  func onlyGapsAreTold(one: Case) throws {
    let network = TestNetwork.base.adding(one.path, try one.beginning())
    let diagnostics = network.check().diagnostics
    #expect(!diagnostics.isEmpty)
    for diagnostic in diagnostics {
      #expect(
        diagnostic.location.file == one.path && [.valueMissing, .resultsMissing].contains(diagnostic.code),
        "\(compact(diagnostic))")
    }
  }

  @Test("what stays as it was is there", arguments: Case.all)
  func whatIsKnownIsRead(one: Case) throws {
    let graph = TestNetwork.base.adding(one.path, try one.beginning()).check().graph
    func document(_ path: String) throws -> ResolvedDocument {
      try #require(graph.documents.first { $0.decoded.path == path })
    }
    let (original, own) = (try document(one.original), try document(one.path))
    let (old, new) = (try #require(original.material), try #require(own.material))
    #expect(own.decoded.title == "\(original.decoded.title): как получилось у нас")
    #expect(own.targets(of: new.originals).map { graph[$0].decoded.path } == [one.original])
    #expect(own.targets(of: new.directions) == original.targets(of: old.directions))
    #expect(new.audience.map(\.value) == old.audience.map(\.value))
    #expect(new.ages.map(\.value) == old.ages.map(\.value))
    #expect(new.areas.map(\.value) == old.areas.map(\.value))
    let originalType = (original.decoded.entity as? Project)?.type.map(\.value)
    #expect((own.decoded.entity as? Project)?.type.map(\.value) == originalType)
    #expect(
      (own.decoded.entity as? Guideline)?.type.value == (original.decoded.entity as? Guideline)?.type.value)
    // What is another's stays theirs.
    #expect(new.authors.isEmpty && new.kindergartens.isEmpty && new.goal == nil && new.published.isAbsent)
  }

  private static let answers: [String: String] = [
    "аннотация": "О чём.", "зачем": "Затем.", "авторы": "[ilina]", "сады": "[sad-5]", "опубликовано": "2026-05-12",
    "цель": "Цель.", "задачи": "[Задача]", "результаты": "[Вышло]", "проблема": "Проблема.", "продукт": "[Дневник]",
    "название": "Начало", "минуты": "5", "содержание": "Что делали.", "результат": "Вышло.",
    "что_изменили": "Взяли горох.", "что_вышло": "Вырос.", "дата": "2026-02-12", "ведущие": "[ilina]",
    "длительность": "45", "материалы": "[Картон]", "ситуация": "Случилось.", "вопросы": "[Что делать?]",
    "деятельность_педагога": "Спрашивает.", "деятельность_детей": "Отвечают.", "организатор": "sad-5",
    "учебный_год": "2025/2026", "начало": "2025-10-01", "окончание": "2026-03-01",
    "форма": "мастер-класс",
  ]

  @Test("filled in, it is a material without a fault", arguments: Case.all)
  func itIsAcceptedWhenFilledIn(one: Case) throws {
    let times = one.kind == .seminarProgram ? ["начало": "10:00", "окончание": "11:00"] : [:]
    let lines = try one.beginning().split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.hasSuffix(":"), !line.hasPrefix("#") else { return String(line) }
      let key = String(line.dropLast()).replacing("- ", with: "").replacing(" ", with: "")
      // A key of records below it stays alone.
      guard let answer = times[key] ?? Self.answers[key] else { return String(line) }
      return "\(line) \(answer)"
    }
    let text = lines.joined(separator: "\n")
    #expect(TestNetwork.base.adding(one.path, text).problems == TestNetwork.base.problems, "\(text)")
  }

  @Test("above every gap stands what belongs there", arguments: Case.all)
  func everyGapIsExplained(one: Case) throws {
    let lines = try one.beginning().split(separator: "\n").map { $0.drop { $0 == " " } }
    for (line, before) in zip(lines.dropFirst(), lines) where line.hasSuffix(":") && !line.hasPrefix("#") {
      #expect(before.hasPrefix("# ") || before.hasPrefix("- ") || line == "на_основе:", "\(line)")
      if before.hasPrefix("#") { #expect(before.count > 4, "\(line)") }
    }
  }

  /// The examples of the schema are names of people whom a network may have, and may have to forget.
  @Test("nobody is named", arguments: Case.all)
  func nobodyIsNamed(one: Case) throws {
    let text = try one.beginning()
    for word in ["ilina", "orlova", "sad-5", "gusev"] { #expect(!text.contains(word)) }
  }

  @Test(
    "a title is data, whatever it is",
    arguments: [
      #"Игра \"Лото\""#, "Огород: лук # не лук", "- начало", "--- конец", #"\\n не перевод строки"#, "'кавычки'",
      "[список]", "{запись: да}", "& якорь *ссылка !вид", "|", "> ", "% @ `", "no", "2026-02-30", "1e3", "«Ёлка» – 2",
      #"первая\nвторая"#, #"разрыв\u2028строки"#, #"\uFEFFметка"#, "a\u{301}", #"таб\tзнак"#, "🐝 улей",
      #"x\"\nвидимость: участникам"#,
    ])
  func hostileTitles(title: String) throws {
    let network = TestNetwork.base.replacing(
      "title: Утренний круг", with: "title: \"\(title)\"", in: Base.methodicalCase)
    let original = try network.check().document(Base.methodicalCase).decoded
    let text = String(
      decoding: MaterialBeginning(.methodicalCase).text(of: original, directions: ["sreda"]), as: UTF8.self)
    let path = "content/cases/u-nas.md"
    let own = try network.adding(path, text).check().document(path)
    #expect(own.decoded.title == "\(original.title): как получилось у нас")
    #expect(own.decoded.keyLanguage == .russian && !own.decoded.isMembersOnly)
    #expect(own.material?.originals.count == 1)
    #expect(text.split(separator: "\n").filter { $0.hasPrefix("название:") }.count == 1)
  }

  @Test(
    "a file's name and a direction's are data as well",
    arguments: ["круг утра", "круг: утро # 1", #"круг "утро""#, "-круг", "[круг]", "круг, утро"])
  func hostileNames(id: String) throws {
    let path = "content/cases/\(id).md"
    let text = try #require(TestNetwork.base.documents[Base.methodicalCase])
    let direction = try #require(TestNetwork.base.documents[Base.direction])
    let network = TestNetwork.base.adding(path, text.replacing("Утренний круг", with: "Вечерний круг"))
      .adding("content/directions/\(id).md", direction.replacing("Среда", with: "Другая"))
    let original = try network.check().document(path).decoded
    let beginning = MaterialBeginning(.methodicalCase).text(of: original, directions: [id, "sreda"])
    let checked = network.adding("content/cases/u-nas.md", String(decoding: beginning, as: UTF8.self)).check()
    let own = try checked.document("content/cases/u-nas.md")
    let material = try #require(own.material)
    #expect(own.targets(of: material.originals).map { checked.graph[$0].decoded.id } == [id])
    #expect(own.targets(of: material.directions).map { checked.graph[$0].decoded.id } == [id, "sreda"])
  }
}
