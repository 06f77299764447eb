import OpytDiagnostics
import Testing

@testable import OpytModel

/// Rule 25: what is told as done is not after today, and what is of a later day waits.
@Suite("Today")
struct TodayInvariantTests {
  private let base = TestNetwork.base

  private func told(_ network: TestNetwork) -> [String] {
    network.check().report.entries.map { entry in
      let advice = entry.diagnostic.advice.map { " – \($0.russian)" } ?? ""
      return "\(compact(entry.diagnostic)): \(entry.diagnostic.message.russian)\(advice)"
    }
  }

  // MARK: What was done

  @Test("an update after today", arguments: [("2026-06-01", false), ("2026-06-02", true)])
  func update(_ date: String, _ isWrong: Bool) {
    let expected =
      "\(Base.project):2:10 date-in-future error: материал отмечен как обновлённый, а 2\u{A0}июня\u{A0}2026\u{A0}г. ещё не наступило"
      + " – исправьте дату"
    #expect(told(base.addingFields("updated: \(date)", to: Base.project)) == (isWrong ? [expected] : []))
  }

  @Test("another year is asked about", arguments: ["2062-11-20", "20.11.2062", "20 ноября 2062"])
  func year(_ date: String) {
    #expect(
      told(base.addingFields("обновлено: \(date)", to: Base.project)) == [
        "\(Base.project):2:12 date-in-future error: материал отмечен как обновлённый, а 20\u{A0}ноября\u{A0}2062\u{A0}г. ещё не наступило"
          + " – 2062 год: не опечатка?"
      ])
  }

  @Test("a draft and what is for members only is asked too", arguments: ["status: draft", "visibility: members"])
  func hidden(_ field: String) {
    let network = base.addingFields("updated: 2062-11-20\n\(field)", to: Base.project)
    #expect(network.problems == ["\(Base.project):2:10 date-in-future error"])
  }

  private func event(_ dates: String, _ fields: String) -> TestNetwork {
    base.replacing("start: 2026-06-01 13:30", with: dates, in: Base.event).addingFields(fields, to: Base.event)
  }

  private let held = "state: held\noutcomes: Договорились"

  @Test(
    "an event that was held is over",
    arguments: [
      ("start: 2026-06-02 13:30", "6:8", "2\u{A0}июня\u{A0}2026\u{A0}г.", "исправьте дату"),
      ("start: 2062-03-12", "6:8", "12\u{A0}марта\u{A0}2062\u{A0}г.", "2062 год: не опечатка?"),
      ("start: 2026-05-31\nend: 2026-06-02 12:00", "7:6", "2\u{A0}июня\u{A0}2026\u{A0}г.", "исправьте дату"),
    ])
  func heldEvent(_ dates: String, _ place: String, _ day: String, _ advice: String) {
    #expect(
      told(event(dates, held)) == [
        "\(Base.event):\(place) date-in-future error: событие отмечено как проведённое, а \(day) ещё не наступило"
          + " – \(advice); если дата верна, напишите «состояние: запланировано»"
      ])
  }

  @Test(
    "what is over, today or planned is not asked",
    arguments: [
      ("start: 2026-06-01 23:59", true), ("start: 2026-05-30\nend: 2026-06-01", true), ("start: 2026-06-02", false),
      ("start: 2029-12-31", false),
    ])
  func goodEvents(_ dates: String, _ isHeld: Bool) {
    #expect(event(dates, isHeld ? held : "state: planned").problems == [])
  }

  @Test("what is planned for a day many years ahead is asked about")
  func farEvent() {
    #expect(
      told(event("start: 2062-03-12", "mode: online")) == [
        "\(Base.event):5:8 date-in-future warning: до этого дня больше трёх лет – 2062 год: не опечатка?"
      ])
    #expect(event("start: 2062-03-12", "state: cancelled").problems == [])
  }

  @Test("a lesson of an exchange, a master class with results, a point of a plan of development")
  func otherDeeds() {
    let lesson = "{date: 2026-06-02, conducted_by: gusev, planning: А, analysis: А, correction: А}"
    #expect(
      base.replacing("questions:", with: "cycle: [\(lesson)]\nquestions:", in: Base.methodicalCase).messages == [
        "занятие цикла описано как проведённое, а 2\u{A0}июня\u{A0}2026\u{A0}г. ещё не наступило"
      ])
    let masterClass = base.replacing("date: 2026-02-12", with: "date: 2026-06-02", in: Base.masterClass)
    #expect(
      masterClass.messages == ["мастер-класс описан как проведённый, а 2\u{A0}июня\u{A0}2026\u{A0}г. ещё не наступило"])
    #expect(masterClass.addingFields("status: piloting", to: Base.masterClass).problems == [])
    #expect(
      base.addingFields("development: [{activity: Курс, done: 2026-06-02}]", to: Base.ilina).messages == [
        "пункт плана развития отмечен как выполненный, а 2\u{A0}июня\u{A0}2026\u{A0}г. ещё не наступило"
      ])
  }

  // MARK: What waits

  private func waiting(until day: String) -> TestNetwork {
    quiet.replacing("published: 2026-03-12", with: "published: \(day)", in: Base.project)
  }

  /// Without an event whose day is over before the days of these tests are.
  private var quiet: TestNetwork {
    base.replacing("start: 2026-06-01 13:30", with: "start: 2026-06-30", in: Base.event)
  }

  @Test("a material of a later day waits for it, and is told of no more when it has come")
  func waitingMaterial() throws {
    let network = waiting(until: "2026-06-02")
    #expect(
      told(network) == [
        "\(Base.project):9:12 waits-for-its-day warning: материал появится на сайте 2\u{A0}июня\u{A0}2026\u{A0}г., а пока ждёт"
          + " – если он нужен на сайте раньше, измените дату"
      ])
    #expect(try network.on("2026-06-02").problems == [])
    #expect(
      told(waiting(until: "2062-03-12")) == [
        "\(Base.project):9:12 waits-for-its-day warning: материал появится на сайте 12\u{A0}марта\u{A0}2062\u{A0}г., а пока ждёт"
          + " – 2062 год: не опечатка?"
      ])
  }

  @Test("an issue of the bulletin waits for its first day", arguments: [("2026-02-28", true), ("2026-03-01", false)])
  func waitingBulletin(_ today: String, _ isWaiting: Bool) throws {
    let problems = try base.on(today).problems.filter { $0.contains("bulletins") }
    #expect(problems == (isWaiting ? ["\(Base.bulletin):3:8 waits-for-its-day warning"] : []))
  }

  @Test("a waiting material is checked like any other")
  func waitingIsChecked() {
    let network = waiting(until: "2026-06-02").replacing("[ilina, gusev]", with: "[ilinaa, gusev]", in: Base.project)
    #expect(
      network.problems == [
        "\(Base.project):5:11 reference-unresolved error ilina", "\(Base.project):9:12 waits-for-its-day warning",
      ])
  }

  @Test(
    "drafts and what is for members only wait for other things", arguments: ["status: draft", "visibility: members"])
  func hiddenWaiting(_ field: String) {
    #expect(waiting(until: "2026-06-02").addingFields(field, to: Base.project).problems == [])
  }

  @Test("references to what waits are told together, and do not tell its title")
  func references() throws {
    let network = waiting(until: "2026-06-02").addingFields("based_on: [ogorod]", to: Base.masterClass)
      .addingFields("materials: [ogorod]", to: Base.event)
      .addingText("\n[сюда](../projects/ogorod.md)", to: Base.page)
    let entries = network.check().report.entries.filter { $0.diagnostic.code == .referenceToWaiting }
    #expect(entries.map { 1 + $0.otherPlaces.count } == [3])
    let diagnostic = try #require(entries.first?.diagnostic)
    #expect(diagnostic.severity == .warning)
    #expect(
      diagnostic.message.russian
        == "ссылка на то, что выйдет 2\u{A0}июня\u{A0}2026\u{A0}г.: до этого дня её не будет видно")
    #expect(diagnostic.notes.map(\.location?.file) == [Base.project])
    #expect(try network.on("2026-06-02").problems == [])
  }

  @Test(
    "what waits refers to what comes out before it",
    arguments: [("2026-06-03", 0), ("2026-06-02", 0), ("2026-06-01", 1)])
  func waitingRefersToWaiting(_ day: String, _ count: Int) {
    let network = waiting(until: "2026-06-02").addingFields("based_on: [ogorod]", to: Base.masterClass)
      .replacing("published: 2026-03-12", with: "published: \(day)", in: Base.masterClass)
    #expect(network.problems.filter { $0.contains("reference-to-waiting") }.count == count)
  }

  @Test("what waits answers no deficit and fills no direction yet")
  func notCounted() throws {
    let direction = quiet.adding("content/directions/novye.md", "---\ntitle: Новое\nsummary: О новом.\n---\n")
      .replacing("[sreda]", with: "[sreda, novye]", in: Base.project)
      .replacing("published: 2026-03-12", with: "published: 2026-06-02", in: Base.project)
    #expect(direction.problems.contains("content/directions/novye.md:2:8 direction-empty warning"))
    #expect(try direction.on("2026-06-02").problems == [])
    let deficit = quiet.replacing("deficits: [voprosy]", with: "deficits: [drugoy]", in: Base.strategy)
      .adding("content/deficits/drugoy.md", base.documents[Base.deficit]?.replacing("детских", with: "тихих") ?? "")
      .addingFields("deficits: [voprosy]", to: Base.project)
      .replacing("published: 2026-03-12", with: "published: 2026-06-02", in: Base.project)
    #expect(deficit.problems.contains("\(Base.deficit):2:8 deficit-unanswered warning"))
    #expect(try deficit.on("2026-06-02").problems == [])
  }

  @Test("what has a page on which day")
  func published() throws {
    let checked = waiting(until: "2026-06-02").check()
    let id = try checked.id(Base.project)
    for drafts in [false, true] {
      for (day, isThere) in [("2026-06-01", false), ("2026-06-02", true)] {
        let today = try CalendarDate(parsing: day)
        #expect(checked.graph.isPublished(id, includingDrafts: drafts, on: today) == isThere)
      }
    }
  }
}
