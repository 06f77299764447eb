import OpytDiagnostics
import Testing

@testable import OpytModel

/// Rules 3 and 6 of events, 33 of partners, 16, and 20 as far as it is about events.
@Suite("Invariants of events, partners and deficits")
struct EventInvariantTests {
  private let base = TestNetwork.base

  // MARK: 3: dates in order

  @Test(
    "an event's start ≤ its end",
    arguments: [
      ("2026-06-01 13:30", "2026-06-01 13:29", true), ("2026-06-01 13:30", "2026-06-01 13:30", false),
      ("2026-06-01 13:30", "2026-06-01 15:00", false), ("2026-06-01 13:30", "2026-05-31 15:00", true),
      ("2026-06-01 13:30", "2026-06-01", false), ("2026-06-01", "2026-06-01 9:00", false),
      ("2026-06-01", "2026-05-31", true), ("2026-06-01", "2026-06-01", false), ("2026-06-01", "2 июня 2026", false),
    ])
  func eventDates(_ start: String, _ end: String, _ isWrong: Bool) {
    let network = base.replacing("start: 2026-06-01 13:30", with: "start: \(start)\nend: \(end)", in: Base.event)
    #expect(network.problems == (isWrong ? ["\(Base.event):5:6 dates-out-of-order error"] : []))
    #expect(network.messages == (isWrong ? ["событие заканчивается раньше, чем началось"] : []))
    #expect(
      network.check().diagnostics.flatMap(\.notes).map(\.location?.range?.start.line) == (isWrong ? [4] : []))
  }

  @Test("an end is not measured by a start that is wrong")
  func unknownStart() {
    let network = base.replacing("start: 2026-06-01 13:30", with: "start: вчера\nend: 2020-01-01", in: Base.event)
    #expect(network.problems == ["\(Base.event):4:8 date-invalid error"])
  }

  private func steps(_ written: String) -> TestNetwork { base.addingFields("steps: [\(written)]", to: Base.partner) }

  @Test(
    "a partner's steps were begun one after the other",
    arguments: [
      "{step: 1, date: 2025-09-15}, {step: 2, date: 2025-09-15}, {step: 3, date: 2025-10-01}",
      "{step: 2, date: 2025-09-20}, {step: 1, date: 2025-09-15}", "{step: 1, date: 2025-09-15}, {step: 2}",
      "{step: 1}, {step: 2}",
      // Joint events go on while the quality is watched.
      "{step: 1}, {step: 2}, {step: 3}, {step: 4}, {step: 5, date: 2025-10-01}, {step: 6, date: 2025-12-01}, "
        + "{step: 5, date: 2026-02-01}",
    ])
  func goodSteps(_ written: String) { #expect(steps(written).problems == []) }

  @Test(
    "or are told",
    arguments: [
      ("{step: 1, date: 2025-09-15}, {step: 2, date: 2025-09-14}", 54, "шаг 2 начат раньше шага 1"),
      ("{step: 1, date: 2025-09-15}, {step: 2}, {step: 3, date: 2025-09-14}", 65, "шаг 3 начат раньше шага 1"),
      ("{step: 2, date: 2025-09-14}, {step: 1, date: 2025-09-15}", 25, "шаг 2 начат раньше шага 1"),
      (
        "{step: 1, date: 2025-10-01}, {step: 2, date: 2025-09-01}, {step: 2, date: 2025-12-01}", 54,
        "шаг 2 начат раньше шага 1"
      ),
    ])
  func badSteps(_ written: String, _ column: Int, _ message: String) {
    #expect(steps(written).problems == ["\(Base.partner):2:\(column) dates-out-of-order warning"])
    #expect(steps(written).messages == [message])
  }

  @Test("a step that is not known, and a date that is none, are not measured")
  func unknownSteps() {
    let network = steps("{step: 1, date: 2025-09-15}, {step: 9, date: 2025-01-01}, {step: 2, date: вчера}")
    #expect(network.problems.map { $0.split(separator: " ")[1] } == ["vocabulary-unknown", "date-invalid"])
  }

  // MARK: Partners and those they work with

  @Test(
    "an agreement whose last day is over is told",
    arguments: [("2026-05-31", true), ("2026-06-01", false), ("31 августа 2026", false)])
  func agreement(_ last: String, _ isOver: Bool) {
    let network = base.addingFields("valid_until: \(last)", to: Base.partner)
    #expect(network.problems == (isOver ? ["\(Base.partner):2:14 agreement-ended warning"] : []))
    #expect(
      network.messages == (isOver ? ["соглашение с партнёром действовало до 31\u{A0}мая\u{A0}2026\u{A0}г."] : []))
  }

  @Test(
    "partners and kindergartens are documents of their kinds",
    arguments: [
      (Base.event, "partners: [biblioteka]", nil),
      (Base.event, "партнёр: biblioteka", "2:1 key-unknown error партнёры"),
      (Base.event, "partners: [biblioteca]", "2:12 reference-unresolved error biblioteka"),
      (Base.event, "partners: [sad-5]", "2:12 reference-unresolved error"),
      (Base.partner, "kindergartens: [sad-5, sad-2]", nil), (Base.partner, "сад: sad-5", "2:1 key-unknown error сады"),
      (Base.partner, "kindergartens: [sad-55]", "2:17 reference-unresolved error"),
      (Base.partner, "valid_until: долго", "2:14 date-invalid error"),
    ])
  func partners(_ path: String, _ field: String, _ problem: String?) {
    #expect(base.addingFields(field, to: path).problems == [problem].compactMap { $0 }.map { "\(path):\($0)" })
  }

  @Test("how to reach a partner is there to be published, what else its file tells is not")
  func contacts() {
    let told = "contacts: [\"Заведующая залом, 8 (495) 123-45-67, zal.biblioteka@mail.ru\"]"
    #expect(base.addingFields(told, to: Base.partner).problems == [])
    let elsewhere = "steps: [{step: 1, note: \"Звонить 8 (495) 123-45-67\"}]"
    #expect(
      base.addingFields(elsewhere, to: Base.partner).problems.map { $0.hasSuffix("personal-data warning") } == [true])
  }

  // MARK: What was seen there

  @Test(
    "what was seen at an event is told in its fields",
    arguments: [
      ("attended: 24", nil), ("количество участников: 24", "2:1 key-unknown error участников"), ("attended: 0", nil),
      ("attended: много", "2:11 value-invalid error"), ("attended: -1", "2:11 value-invalid error"),
      ("attended_kindergartens: [sad-5, sad-2]", nil),
      ("attended_kindergartens: [sad-55]", "2:26 reference-unresolved error"),
      ("attended_kindergartens: [sad-5, sad-5]", "2:33 reference-repeated warning"),
      ("feedback: [Завтра попробую]", nil), ("обратная связь: Завтра попробую", "2:1 key-unknown error отзывы"),
      ("рефлексия: Удалось.", nil),
      ("links: [{title: Запись, url: \"https://video.example/1\"}]", nil),
      ("special_needs: [autism]", nil), ("особые_потребности: [ТНР]", "2:22 vocabulary-unknown error speech"),
      ("special_needs: [чужое]", "2:17 vocabulary-unknown error"),
    ])
  func seen(_ field: String, _ problem: String?) {
    #expect(
      base.addingFields(field, to: Base.event).problems == [problem].compactMap { $0 }.map { "\(Base.event):\($0)" })
  }

  @Test(
    "an event's photos need consents that hold, as a material's do (21 and 30)",
    arguments: [
      ("", "photo-without-consent"), (", consent: С-9", nil), (", no_people: yes", nil),
      (", consent: С-9, until: 2026-05-31", "consent-ended"),
      (", consent: С-9, until: 2026-06-15", "consent-ends-soon"),
      (", consent: С-9, withdrawn: 2026-04-01", "consent-ended"),
    ])
  func photos(_ consent: String, _ code: String?) throws {
    let network = base.addingFields("photos: [{file: zal.jpg, alt: Зал\(consent)}]", to: Base.event)
      .addingFile("content/events/zal.jpg")
    let checked = network.check()
    #expect(checked.diagnostics.map(\.code.rawValue) == [code].compactMap { $0 })
    let ended = checked.graph.endedPhotos(on: TestNetwork.today)
    #expect(ended == (code == "consent-ended" ? ["content/events/zal.jpg"] : []))
  }

  @Test("a consent that is withdrawn takes an event's photo away")
  func withdrawal() throws {
    let network = base.addingFields("photos: [{file: zal.jpg, alt: Зал, consent: С-9}]", to: Base.event)
      .addingFile("content/events/zal.jpg")
    let checked = network.check()
    let document = checked.graph[try checked.id(Base.event)].decoded
    let number = try #require(document.photos.first?.consents.first?.value)
    let day = try CalendarDate(parsing: "2026-05-01")
    #expect(document.withdrawing(number, from: day)?.photos.first?.withdrawn?.value == day)
    #expect(document.consentUses.count == 1)
  }

  // MARK: 6: outcomes

  @Test("an event that was held has outcomes", arguments: [("state: held", 8), ("состояние: проведено", 12)])
  func held(_ field: String, _ column: Int) {
    let network = base.addingFields(field, to: Base.event)
    #expect(network.problems == ["\(Base.event):2:\(column) outcomes-missing error"])
    #expect(network.messages == ["у проведённого события нет итогов («итоги», outcomes)"])
    #expect(network.addingFields("outcomes: [Договорились]", to: Base.event).problems == [])
  }

  @Test("empty outcomes are none", arguments: ["[]", "", "\n  -"])
  func emptyOutcomes(_ written: String) {
    let network = base.addingFields("state: held\noutcomes: \(written)", to: Base.event)
    #expect(network.problems == ["\(Base.event):2:8 outcomes-missing error"])
  }

  @Test("one that is planned or cancelled need not have them", arguments: ["planned", "отменено"])
  func notHeld(_ state: String) { #expect(base.addingFields("state: \(state)", to: Base.event).problems == []) }

  // MARK: 16: deficits that nothing answers

  private var unanswered: TestNetwork {
    base.adding("content/deficits/pauza.md", (base.documents[Base.deficit] ?? "").replacing("вопросов", with: "пауз"))
  }

  @Test("a deficit that nothing answers")
  func unansweredDeficit() {
    #expect(unanswered.problems == ["content/deficits/pauza.md:2:8 deficit-unanswered warning"])
    #expect(
      unanswered.messages == [
        "дефицит «Не слышим детских пауз» пока ничем не восполняется: ни темой плана, ни событием, ни стратегией, ни материалом"
      ])
  }

  @Test(
    "is answered by a topic, an event, a strategy or a material",
    arguments: [
      (Base.plan, "{title: Детские вопросы", "{title: А, deficits: [pauza]"),
      (Base.event, "task:", "deficits: [pauza]\ntask:"), (Base.strategy, "[voprosy]", "[voprosy, pauza]"),
      (Base.project, "results:", "deficits: [pauza]\nresults:"),
      (Base.seminar, "results:", "deficits: pauza\nresults:"),
    ])
  func answers(_ path: String, _ old: String, _ new: String) throws {
    let network = unanswered.replacing(old, with: new, in: path)
    #expect(network.problems == [])
    let checked = network.check()
    let answers = checked.graph.answers(toDeficit: try checked.id("content/deficits/pauza.md"))
    #expect(answers.map { checked.graph[$0.source].decoded.path } == [path])
  }

  @Test(
    "is not answered by a community, a text's link, a person's plan, a draft or a members-only material",
    arguments: [
      (Base.community, "idea:", "deficits: [pauza]\nidea:"),
      (Base.ilina, "consent:", "development: [{activity: Курс, deficits: [pauza], visibility: public}]\nconsent:"),
      (Base.page, "Мы делимся", "[Паузы](deficits/pauza). Мы делимся"),
      (Base.project, "results:", "deficits: [pauza]\nstatus: draft\nresults:"),
      (Base.project, "results:", "deficits: [pauza]\nvisibility: members\nresults:"),
    ])
  func noAnswers(_ path: String, _ old: String, _ new: String) {
    let network = unanswered.replacing(old, with: new, in: path)
    #expect(network.problems == ["content/deficits/pauza.md:2:8 deficit-unanswered warning"])
  }

  // MARK: 20: people with no material or event

  private let idle = "---\ntitle: Орлова Вера Ивановна\nposition: тьютор\nconsent: С-3\n---\n"

  @Test("to have called an event is enough")
  func initiator() {
    let network = base.adding("content/people/orlova.md", idle)
      .replacing("initiators: [gusev]", with: "initiators: [gusev, orlova]", in: Base.event)
    #expect(network.problems == [])
  }

  @Test(
    "to be a member or an editor is not",
    arguments: [(Base.community, "[ilina, gusev]", "[ilina, gusev, orlova]"), (Base.bulletin, "[ilina]", "[orlova]")])
  func others(_ path: String, _ old: String, _ new: String) {
    let network = base.adding("content/people/orlova.md", idle).replacing(old, with: new, in: path)
    #expect(network.problems == ["content/people/orlova.md:2:8 person-idle warning"])
  }
}
