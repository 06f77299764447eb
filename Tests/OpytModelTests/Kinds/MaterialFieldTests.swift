import OpytDiagnostics
import Testing

@testable import OpytModel

/// What every material may say of itself, as authors write it.
@Suite struct MaterialFieldTests {
  private static let base = TestNetwork.base

  private func project(_ fields: String) throws -> Project {
    let network = Self.base.addingFields(fields, to: Base.project)
    #expect(network.problems == [])
    return try network.check().entity(Base.project, as: Project.self)
  }

  @Test(
    arguments: [
      ("2-4", ["2-3", "3-4"]), ("2–4 года", ["2-3", "3-4"]), ("от 2 до 4 лет", ["2-3", "3-4"]),
      ("[2-4]", ["2-3", "3-4"]), ("с 3 до 7 лет", ["3-4", "4-5", "5-6", "6-7"]), ("[3-5, 4-6]", ["3-4", "4-5", "5-6"]),
      ("5-6", ["5-6"]), ("[5-6, старшая группа]", ["5-6"]), ("1-2", ["1-2"]), ("3 - 5 лет", ["3-4", "4-5"]),
      ("[mixed, 3—5]", ["mixed", "3-4", "4-5"]),
    ])
  func aSpanOfYearsIsAllGroupsInIt(_ written: String, _ groups: [String]) throws {
    #expect(try project("ages: \(written)").material.ages.map(\.value.key) == groups)
  }

  /// A deficit has ages of the same sort.
  @Test(arguments: ["2-4", "2–4 года", "[2-3, 3-4]"])
  func aDeficitIsSeenInASpanToo(_ written: String) throws {
    let network = Self.base.addingFields("ages: \(written)", to: Base.deficit)
    #expect(network.problems == [])
    let deficit = try network.check().entity(Base.deficit, as: Deficit.self)
    #expect(deficit.ages.map(\.value.key) == ["2-3", "3-4"])
  }

  @Test func whatIsNoSpanOfADeficitIsTold() {
    #expect(
      Self.base.addingFields("ages: 7-3", to: Base.deficit).problems == [
        "\(Base.deficit):2:7 vocabulary-unknown error"
      ])
  }

  @Test(arguments: ["2-9", "7-3", "0-2", "4-4", "от 2 до", "3-5 кг", "2-4-6", "-2-4", "18-20"])
  func whatIsNoSpanIsTold(_ written: String) {
    let network = Self.base.addingFields("ages: \"\(written)\"", to: Base.project)
    #expect(network.problems.map { $0.split(separator: " ")[1] } == ["vocabulary-unknown"])
  }

  @Test func tasksAreAListOrListsByWhatTheyAreFor() throws {
    let lesson = try Self.base.check().entity(Base.lesson, as: LessonPlan.self)
    #expect(lesson.material.tasks.teaching.map(\.value) == ["Называть источник звука"])
    #expect(lesson.material.tasks.general.isEmpty)
    let tasks = try Self.base.check().entity(Base.project, as: Project.self).material.tasks
    #expect(tasks.general.map(\.value) == ["Завести дневник"])
    let expected = try project("ожидаемые_результаты: {детям: [Измеряют], родителям: Помогают}").material.expected
    #expect(expected.children.map(\.value) == ["Измеряют"] && expected.parents.map(\.value) == ["Помогают"])
  }

  @Test(
    "a group of tasks that there is not is told with the nearest one",
    arguments: [
      ("образовательные: [Учить]", "key-unknown"), ("развивающи: [Расти]", "key-unknown"), ("{}", "value-missing"),
    ])
  func tasksOfNoGroup(_ written: String, _ code: String) {
    let network = Self.base.replacing(
      "tasks: {teaching: [Называть источник звука]}",
      with: written == "{}" ? "tasks: {}" : "tasks: {\(written)}", in: Base.lesson)
    #expect(network.problems.map { String($0.split(separator: " ")[1]) } == [code], "\(network.problems)")
  }

  @Test func aProjectIsOfOneToThreeTypes() throws {
    func network(_ types: String) -> TestNetwork {
      Self.base.replacing("type: research", with: "type: \(types)", in: Base.project)
    }
    #expect(network("[research, творческий, игровой]").problems == [])
    let four = network("[research, creative, play, practice]")
    #expect(four.problems == ["\(Base.project):11:7 value-invalid error"])
    #expect(four.check().diagnostics.first?.message.russian == "слишком много значений: 4, а можно не больше 3")
  }

  @Test func aMaterialWasChangedWhenItsLastChangeWas() throws {
    func day(_ fields: String) throws -> String? { try project(fields).material.lastChange?.value.iso }
    #expect(try day("license: CC BY") == nil)
    #expect(try day("updated: 2026-03-15") == "2026-03-15")
    let changes = "changes: [{date: 2026-04-02, what: А}, {дата: 01.04.2026, что: Б}]"
    #expect(try day(changes) == "2026-04-02")
    #expect(try day("\(changes)\nupdated: 2026-04-03") == "2026-04-03")
  }

  @Test(
    arguments: [
      ("changes: [{date: 2026-03-11, what: А}]", "dates-out-of-order"),
      ("changes: [{date: 2026-06-02, what: А}]", "date-in-future"),
      ("changes: [{date: 2026-04-02, what: А}]\nupdated: 2026-04-01", "dates-out-of-order"),
      ("changes: [{date: 2026-04-02}]", "value-missing"),
      ("review: [{level: municipal, date: 2026-06-02, decision: Да}]", "date-in-future"),
      ("review: [{level: городской, date: 2026-05-02, decision: Да}]", "vocabulary-unknown"),
      ("links: [{title: Фильм, url: video}]", "value-invalid"),
      ("links: [\"https://video.example.org/\"]", "value-invalid"),
      ("partners: [biblioteca]", "reference-unresolved"),
      ("roles: [{person: ilyna, role: фотограф}]", "reference-unresolved"),
      ("roles: [ilina]", "value-invalid"),
      ("special_needs: [аутисты]", "vocabulary-unknown"),
      ("group_type: логопедическая", "vocabulary-unknown"),
      ("level: район", "vocabulary-unknown"),
      ("scope: вдвоём", "vocabulary-unknown"),
      ("based_on: [{changed: Всё}]", "value-missing"),
      ("risks: [{answer: Ждать}]", "value-missing"),
    ])
  func whatIsWrongIsToldOnce(_ fields: String, _ code: String) {
    let network = Self.base.addingFields(fields, to: Base.project)
    #expect(network.problems.map { String($0.split(separator: " ")[1]) } == [code], "\(network.problems)")
  }

  @Test(
    arguments: [
      "changes: [{date: 2026-03-12, what: А}, {date: 2026-06-01, what: Б}]",
      "review: [{level: ДОО, date: 2026-05-02, experts: [gusev], body: Педсовет, decision: Принять}]",
      "links: [{title: Фильм, url: \"https://video.example.org/luk\", type: видео}]",
      "ссылки:\n  - название: Сайт\n    адрес_ссылки: https://sad5.example.org/",
      "partners: [biblioteka]", "roles: [{person: gusev, role: консультант}]",
      "special_needs: [расстройства аутистического спектра, одарённость]", "вид_группы: компенсирующая",
      "level: федеральный", "форма_участия: семейный", "hypothesis: Если посадить, вырастет.",
      "risks: [{risk: Не взойдёт, answer: Посадить снова}]", "развитие: Весной высадим во двор.",
      "planned_results: [Ребёнок задаёт вопросы]", "based_on: [krug, {material: lepbuk, outcome: Вышло}]",
    ])
  func whatIsRightIsRead(_ fields: String) { #expect(Self.base.addingFields(fields, to: Base.project).problems == []) }

  @Test func aTurnOfACycleNamesItsLesson() throws {
    let cycle = """
      cycle: [{planning: А, date: 2026-01-15, conducted_by: [gusev], analysis: Б, correction: В, lesson: zvuki, о_детях: Молчали}]
      """
    let network = Self.base.addingFields(cycle, to: Base.methodicalCase)
    #expect(network.problems == [])
    let wrong = network.replacing("lesson: zvuki", with: "lesson: ogorod", in: Base.methodicalCase)
    #expect(wrong.problems.map { $0.split(separator: " ")[1] } == ["reference-unresolved"])
  }

  @Test func partsOfALessonFitIntoIt() {
    let network = Self.base.replacing("minutes: 5, teacher", with: "minutes: 26, teacher", in: Base.lesson)
    #expect(network.problems == ["\(Base.lesson):15:10 minutes-exceeded error"])
    #expect(
      network.check().diagnostics.first?.message.russian == "части занимают 26 мин., а занятие – 25")
  }

  @Test(arguments: ["goal: Дети различают звуки.\n", "ages: [5-6]\n", "areas: [cognitive]\n"])
  func aLessonNeeds(_ line: String) {
    let network = Self.base.replacing(line, with: "", in: Base.lesson)
    #expect(network.problems.map { $0.split(separator: " ")[1] } == ["value-missing"])
  }
}
