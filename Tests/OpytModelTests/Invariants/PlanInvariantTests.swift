import OpytDiagnostics
import Testing

@testable import OpytModel

/// The finer points of 26, 28, 32 and 34, as far as plans and deficits keep them.
@Suite("Invariants of plans and deficits")
struct PlanInvariantTests {
  private let base = TestNetwork.base

  private func told(_ network: TestNetwork) -> [String] {
    network.check().report.entries.map { "\($0.diagnostic.code.rawValue): \($0.diagnostic.message.russian)" }
  }

  @Test(
    "the terms of a plan lie in its year, from the first day to the last",
    arguments: [
      ("2025-08-31", true), ("2025-09-01", false), ("август 2026", false), ("сентябрь 2026", true),
      ("август – сентябрь 2026", true), ("август 2025 – май 2026", true), ("сентябрь 2025 – 31 августа 2026", false),
    ])
  func terms(_ term: String, _ isOutside: Bool) {
    let network = base.replacing("term: 2026-03", with: "term: \(term)", in: Base.plan)
    let codes = network.check().diagnostics.map(\.code)
    #expect(codes == (isOutside ? [.academicYearMismatch] : []))
  }

  @Test("an event of an action lies in the year of its plan, and is told once where the topic names it as well")
  func actionEvents() {
    let actions = "actions: [{title: Показ, term: 2026-03}]"
    for (topic, column) in [
      ("actions: [{title: Показ, term: 2026-03, event: stol}]", 82),
      ("events: [stol], actions: [{title: Показ, term: 2026-03, event: stol}]", 44),
    ] {
      let network = base.replacing("2026-06-01 13:30", with: "2026-09-02", in: Base.event)
        .replacing(actions, with: topic, in: Base.plan)
      #expect(network.problems == ["\(Base.plan):4:\(column) academic-year-mismatch error"])
    }
  }

  @Test("all topics of a plan without an action are one message")
  func bareTopics() {
    let network = base.replacing(
      "{title: Детские вопросы, actions: [{title: Показ, term: 2026-03}]}",
      with: "{title: А}, {title: Б, events: [stol]}, {title: В, actions: [{title: Показ, term: 2026-03}]}",
      in: Base.plan)
    #expect(told(network) == ["topic-without-action: нет ни одного мероприятия у 2\u{A0}тем плана"])
    let one = base.replacing(", actions: [{title: Показ, term: 2026-03}]", with: "", in: Base.plan)
    #expect(told(one) == ["topic-without-action: у темы «Детские вопросы» нет ни одного мероприятия"])
  }

  @Test("a topic whose actions are wrong is not told as bare besides")
  func wrongActions() {
    let network = base.replacing("term: 2026-03", with: "term: скоро", in: Base.plan)
    #expect(network.problems == ["\(Base.plan):4:66 date-invalid error"])
  }

  @Test(
    "a plan has one owner",
    arguments: [
      ("kindergarten: sad-5", true), ("сообщество: Знатоки игры", true), ("сад: sad-5\ncommunity: znatoki", false),
    ])
  func owners(_ fields: String, _ isRight: Bool) {
    let codes = base.addingFields(fields, to: Base.plan).check().diagnostics.map(\.code)
    #expect(codes == (isRight ? [] : [.planOwnedTwice]))
  }

  @Test(
    "the strategy of a topic, a community or an event answers one of its deficits",
    arguments: [
      (Base.plan, "{title: Детские вопросы", "{title: А, strategy: pauza, deficits: [pauzy]", "темы"),
      (Base.community, "idea:", "strategy: pauza\ndeficits: [pauzy]\nidea:", "сообщества"),
      (Base.event, "task:", "strategy: pauza\ndeficits: [pauzy]\ntask:", "события"),
    ])
  func strategies(_ path: String, _ old: String, _ new: String, _ whose: String) {
    let two = base.adding(
      "content/deficits/pauzy.md",
      "---\ntitle: Нет пауз\ndescription: Б.\nrevealed_by: Так.\nclosed: {date: 2026-05-01, how: Да}\n---\n")
    let message = "strategy-unrelated: стратегия не восполняет ни одного из дефицитов \(whose): «Сначала пауза»"
    #expect(told(two.replacing(old, with: new, in: path)) == [message])
    #expect(told(two.replacing(old, with: new.replacing("[pauzy]", with: "[pauzy, voprosy]"), in: path)) == [])
    // Without deficits nothing can be told.
    #expect(told(two.replacing(old, with: new.replacing("[pauzy]", with: "[]"), in: path)) == [])
  }

  @Test(
    "a deficit is closed when it was seen or later, and not after today",
    arguments: [
      ("2025-08-31", "2025/2026", [DiagnosticCode.datesOutOfOrder]), ("2025-09-01", "2025/2026", []),
      ("2026-06-01", "2025/2026", []), ("2026-06-02", "2025/2026", [.dateInFuture]), ("2020-01-01", "", []),
    ])
  func closings(_ day: String, _ period: String, _ codes: [DiagnosticCode]) {
    let fields = (period.isEmpty ? "" : "period: \(period)\n") + "closed: {date: \(day), how: Показами}"
    #expect(base.addingFields(fields, to: Base.deficit).check().diagnostics.map(\.code) == codes)
  }

  @Test("a closing says by what", arguments: ["closed: 2026-05-01", "closed: {date: 2026-05-01}", "closed: да"])
  func wrongClosings(_ field: String) {
    #expect(!base.addingFields(field, to: Base.deficit).problems.isEmpty)
  }
}
