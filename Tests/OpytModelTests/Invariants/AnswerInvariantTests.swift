import OpytDiagnostics
import Testing

@testable import OpytModel

/// The finer points of 26, 27, 28, 31, 32, 33 and 36.
@Suite("Invariants of what is done together")
struct AnswerInvariantTests {
  private let base = TestNetwork.base

  /// Code and message of each problem.
  private func told(_ network: TestNetwork) -> [String] {
    network.check().report.entries.map { "\($0.diagnostic.code.rawValue): \($0.diagnostic.message.russian)" }
  }

  // MARK: 26

  @Test(
    "a plan's event is named with its day and the plan's year",
    arguments: [("2025-08-31", true), ("2025-09-01", false), ("2026-08-31", false), ("2026-09-01", true)])
  func planYear(_ day: String, _ isOutside: Bool) throws {
    let network = base.replacing("2026-06-01 13:30", with: "\(day)\nstate: cancelled", in: Base.event)
      .replacing("{title: Детские вопросы", with: "{title: А, events: [stol]", in: Base.plan)
    let date = try CalendarDate(parsing: day).inWords
    let message = "событие (\(date)) не в учебном году плана: 2025/2026, с 1 сентября по 31 августа"
    #expect(told(network) == (isOutside ? ["academic-year-mismatch: \(message)"] : []))
  }

  // MARK: 27

  private func event(_ name: String, _ times: String, _ fields: String = "initiators: [ilina]") -> String {
    "---\ntitle: \(name)\nform: клуб\n\(times)\ntask: Встретиться.\n\(fields)\n---\n"
  }

  @Test(
    "who calls two events at one time is asked about",
    arguments: [
      ("start: 2026-07-01 10:00\nend: 2026-07-01 12:00", "start: 2026-07-01 11:59", true),
      ("start: 2026-07-01 10:00\nend: 2026-07-01 12:00", "start: 2026-07-01 12:00", false),
      ("start: 2026-07-01 10:00", "start: 2026-07-01 10:00", true),
      ("start: 2026-07-01 10:00", "start: 2026-07-01 10:30", false),
      ("start: 2026-07-01", "start: 2026-07-01", false),
      ("start: 2026-07-01 10:00\nend: 2026-07-03 12:00", "start: 2026-07-02 11:00", false),
      ("start: 2026-07-01 10:00\nstate: cancelled", "start: 2026-07-01 10:00", false),
    ])
  func twoEvents(_ one: String, _ other: String, _ isTold: Bool) {
    let network = base.adding("content/events/a.md", event("А", one)).adding("content/events/b.md", event("Б", other))
    #expect(network.problems == (isTold ? ["content/events/b.md:6:14 presenter-busy warning"] : []))
    #expect(network.messages == (isTold ? ["Ильина Марина Сергеевна в это же время занят другим: успеет ли?"] : []))
  }

  @Test("an event of a programme is no other engagement", arguments: [("seminar: igra\n", false), ("", true)])
  func eventOfProgramme(_ seminar: String, _ isTold: Bool) {
    let network = base.replacing("form: семинар}", with: "form: семинар, presenters: [ilina]}", in: Base.seminar)
      .adding(
        "content/events/a.md",
        event("А", "start: 2025-10-16 10:00", "\(seminar)state: held\noutcomes: Да\ninitiators: [ilina]"))
    #expect(network.problems.map { $0.hasSuffix("presenter-busy warning") } == (isTold ? [true] : []))
  }

  @Test("a long session may stand beside several")
  func threeProgrammes() {
    func programme(_ title: String, _ times: String) -> String {
      (base.documents[Base.seminar] ?? "").replacing("Игра как фактор", with: title)
        .replacing("start: 9:30, end: 11:00", with: times)
        .replacing("form: семинар}", with: "form: семинар, presenters: [gusev]}")
    }
    let network = base.adding(Base.seminar, programme("А", "start: 9:00, end: 15:00"))
      .adding("content/seminars/b.md", programme("Б", "start: 10:00, end: 11:00"))
      .adding("content/seminars/c.md", programme("В", "start: 14:00, end: 16:00"))
      .adding("content/seminars/d.md", programme("Г", "start: 15:30, end: 15:40"))
    #expect(
      network.problems.map { String($0.prefix(22)) } == [
        "content/seminars/b.md:", "content/seminars/c.md:", "content/seminars/d.md:",
      ])
    #expect(Set(network.messages) == ["Гусев Антон Павлович в это же время ведёт занятие другой программы"])
  }

  // MARK: 28

  @Test(
    "a material is as old as its last change",
    arguments: [("2025/2026", "", 0), ("2026/2027", "", 1), ("2025/2026", "updated: 2026-03-12\n", 0)])
  func age(_ period: String, _ update: String, _ count: Int) {
    let network = base.addingFields("period: \(period)", to: Base.deficit)
      .addingFields("\(update)deficits: [voprosy]", to: Base.project)
      .replacing("published: 2026-03-12", with: "published: 2025-09-01", in: Base.project)
    #expect(
      told(network)
        == Array(
          repeating:
            "answer-older-than-deficit: материал старше дефицита: материал – 1\u{A0}сентября\u{A0}2025\u{A0}г., а дефицит выявлен в 2026/2027 учебном году",
          count: count))
    let older = network.replacing("published: 2025-09-01", with: "published: 2025-08-31", in: Base.project)
    #expect(older.problems.count == (update.isEmpty ? 1 : 0))
  }

  @Test("a deficit that does not say when it was seen is not asked")
  func noPeriod() {
    let network = base.addingFields("deficits: [voprosy]", to: Base.project)
      .replacing("published: 2026-03-12", with: "published: 2024-09-01", in: Base.project)
    #expect(network.problems == [])
  }

  // MARK: 31

  @Test("an event whose day is over is asked for its outcome")
  func stillPlanned() throws {
    #expect(
      told(try base.on("2026-06-02")) == [
        "event-still-planned: день события прошёл (1\u{A0}июня\u{A0}2026\u{A0}г.), а оно всё ещё запланировано"
      ])
    for state in ["state: cancelled", "state: held\noutcomes: Да"] {
      #expect(try base.addingFields(state, to: Base.event).on("2026-06-02").problems == [])
    }
  }

  // MARK: 32

  @Test(
    "a strategy is compared with what is known of both", arguments: ["", "deficits: []\n", "deficits: [voprosy]\n"])
  func relatedStrategy(_ deficits: String) {
    #expect(base.addingFields("\(deficits)strategy: pauza", to: Base.project).problems == [])
  }

  @Test("a misspelt deficit is told once")
  func misspeltDeficit() {
    let network = base.addingFields("deficits: [voprosi]\nstrategy: pauza", to: Base.project)
    #expect(network.problems == ["\(Base.project):2:12 reference-unresolved error voprosy"])
  }

  // MARK: 33

  @Test(
    "the steps left out are named",
    arguments: [
      ("{step: 2}", "перед шагом 2 пропущен шаг 1 (договор)"),
      ("{step: 1}, {step: 4}", "перед шагом 4 пропущены шаги 2 (встреча по проблемам), 3 (план работы)"),
      ("{step: 3}, {step: 1}", "перед шагом 3 пропущен шаг 2 (встреча по проблемам)"),
    ])
  func missingSteps(_ steps: String, _ message: String) {
    let network = base.addingFields("steps: [\(steps)]", to: Base.partner)
    #expect(told(network) == ["step-missing: \(message)"])
  }

  // MARK: 36

  @Test(
    "a list that names one document twice, however it is written",
    arguments: [
      (Base.project, "directions: [sreda]", "directions: [sreda, Среда – третий учитель]", "Среда – третий учитель"),
      (Base.masterClass, "masters: [ilina]", "masters: [ilina, people/ilina]", "people/ilina"),
      (Base.strategy, "deficits: [voprosy]", "deficits:\n  - voprosy\n  - VOPROSY", "VOPROSY"),
      (Base.event, "initiators: [gusev]", "initiators: [gusev, gusev]", "gusev"),
      (Base.bulletin, "editor: [ilina]", "editor: [ilina, ilina]", "ilina"),
      (
        Base.seminar, "form: семинар}", "form: семинар, presenters: [ilina, gusev, ilina]}", "ilina"
      ),
    ])
  func repetitions(_ path: String, _ old: String, _ new: String, _ written: String) {
    let network = base.replacing(old, with: new, in: path)
    #expect(
      told(network).filter { $0.hasPrefix("reference-repeated") } == [
        "reference-repeated: «\(written)» стоит в списке дважды"
      ])
    #expect(network.check().report.errorCount == 0)
  }

  @Test("one document in two lists, or twice in two records, is no repetition")
  func noRepetitions() {
    let lesson = "{date: 2026-02-12, conducted_by: [gusev], planning: А, analysis: А, correction: А}"
    let network = base.replacing(
      "questions:", with: "cycle: [\(lesson), \(lesson)]\nquestions:", in: Base.methodicalCase
    )
    .addingFields("based_on: [krug]\n", to: Base.project)
    #expect(network.problems == [])
  }

  @Test(
    "who left a community may come again",
    arguments: [
      ("{person: ilina, left: 2025-12-31}, {person: ilina, joined: 2026-02-01}", 0),
      ("{person: ilina, joined: 2026-02-01}, {person: ilina, left: 2025-12-31}", 0),
      ("{person: ilina, left: 2025-12-31}, ilina", 0), ("{person: ilina, joined: 2025-09-01}, ilina", 1),
      ("{person: ilina, left: 2026-02-02}, {person: ilina, joined: 2026-02-01}", 1),
    ])
  func memberships(_ members: String, _ count: Int) {
    let network = base.replacing("[ilina, gusev]", with: "[gusev, \(members)]", in: Base.community)
    #expect(network.problems.count == count)
    #expect(network.problems.allSatisfy { $0.hasSuffix("reference-repeated warning") })
  }
}
