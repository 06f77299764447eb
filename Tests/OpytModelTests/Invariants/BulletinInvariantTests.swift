import OpytDiagnostics
import Testing

@testable import OpytModel

/// Rules 3 and 8 of bulletins.
@Suite("Invariants of bulletins")
struct BulletinInvariantTests {
  private let base = TestNetwork.base

  /// A network with these issues, each a number, a first and a last day. Issue 1 of the base is gone.
  private func issues(_ issues: (number: Int, start: String, end: String)...) -> TestNetwork {
    var network = base.removing(Base.bulletin)
    for (index, issue) in issues.enumerated() {
      let text = "---\nnumber: \(issue.number)\nstart: \(issue.start)\nend: \(issue.end)\neditor: ilina\n---\n"
      network = network.adding("content/bulletins/v\(index).md", text)
    }
    return network
  }

  @Test("a period's start ≤ its end", arguments: [("2026-02-28", true), ("2026-03-01", false)])
  func period(_ end: String, _ isWrong: Bool) {
    let network = base.replacing("end: 2026-03-31", with: "end: \(end)", in: Base.bulletin)
    #expect(network.problems == (isWrong ? ["\(Base.bulletin):4:6 dates-out-of-order error"] : []))
    #expect(network.messages == (isWrong ? ["период заканчивается раньше, чем начался"] : []))
  }

  @Test(
    "a rubric has its title, who signs it, and what it tells of",
    arguments: [
      ("rubrics: [{title: Гость, note: Слово, author: ilina, items: [ogorod, people/ilina]}]", nil),
      ("рубрики: [{название: Гость, слово: Слово, автор: [ilina, gusev]}]", nil),
      ("rubrics: [{note: Слово}]", "2:11 value-missing error"),
      ("rubrics: [{title: Гость, author: [ogorod]}]", "2:35 reference-unresolved error"),
      ("rubrics: [{title: Гость, items: [projects/nichto]}]", "2:34 reference-unresolved error"),
      ("announcements: нет", nil), ("анонсы: да", nil), ("announcements: потом", "2:16 value-invalid error"),
    ])
  func rubrics(_ field: String, _ problem: String?) {
    let network = base.addingFields(field, to: Base.bulletin)
    #expect(network.problems == [problem].compactMap { $0 }.map { "\(Base.bulletin):\($0)" })
  }

  @Test("no two have one number, though all else may be the same too")
  func numbers() {
    for end in ["2026-03-31", "2026-04-30"] {
      let network = issues((7, "2026-03-01", "2026-03-31"), (8, "2026-05-01", "2026-05-31"), (7, "2026-03-01", end))
      #expect(network.problems == ["content/bulletins/v2.md:2:9 bulletin-number-duplicate error"])
      #expect(network.messages == ["номер 7 уже есть у другого выпуска"])
      let notes = network.check().diagnostics.flatMap(\.notes)
      #expect(notes.map(\.location?.file) == ["content/bulletins/v0.md"])
    }
  }

  @Test("three with one number are two too many")
  func threeNumbers() {
    let march = (7, "2026-03-01", "2026-03-31")
    #expect(
      issues(march, march, march).problems == [
        "content/bulletins/v1.md:2:9 bulletin-number-duplicate error",
        "content/bulletins/v2.md:2:9 bulletin-number-duplicate error",
      ])
  }

  @Test("periods one after the other, with days between or not, in any order of files")
  func goodPeriods() {
    let network = issues(
      (3, "2026-04-01", "2026-04-30"), (1, "2026-01-01", "2026-01-31"), (2, "2026-03-01", "2026-03-31"),
      (9, "2026-05-01", "2026-05-01"))
    #expect(network.problems == [])
  }

  @Test(
    "periods that overlap are told at the later number",
    arguments: [
      ("2026-03-31", "2026-04-30"), ("2026-02-15", "2026-03-01"), ("2026-03-10", "2026-03-10"),
      ("2026-01-01", "2026-12-31"), ("2026-03-01", "2026-03-31"),
    ])
  func overlaps(_ start: String, _ end: String) {
    let network = issues((2, start, end), (1, "2026-03-01", "2026-03-31"))
    #expect(network.problems == ["content/bulletins/v0.md:3:8 bulletin-periods-overlap error"])
    #expect(network.messages == ["периоды выпусков № 1 и № 2 пересекаются"])
    #expect(
      network.check().diagnostics.flatMap(\.notes).map { $0.message.russian.replacing("\u{A0}", with: " ") }
        == ["период выпуска № 1: 1–31 марта 2026 г."])
  }

  @Test("a long one overlaps every one inside it")
  func longPeriod() {
    let network = issues(
      (1, "2026-01-01", "2026-12-31"), (2, "2026-03-01", "2026-03-31"), (3, "2026-06-01", "2026-06-30"))
    #expect(
      network.problems == [
        "content/bulletins/v1.md:3:8 bulletin-periods-overlap error",
        "content/bulletins/v2.md:3:8 bulletin-periods-overlap error",
      ])
  }

  @Test("periods follow the order of numbers")
  func order() {
    let network = issues(
      (1, "2026-03-01", "2026-03-31"), (2, "2026-01-01", "2026-01-31"), (3, "2026-02-01", "2026-02-28"))
    #expect(network.problems == ["content/bulletins/v1.md:3:8 bulletin-out-of-order error"])
    #expect(network.messages == ["период выпуска № 2 стоит раньше периода выпуска № 1"])
  }

  @Test("a period that is not in order itself is not compared")
  func brokenPeriod() {
    let network = issues((1, "2026-03-01", "2026-03-31"), (2, "2026-03-15", "2026-01-01"))
    #expect(network.problems == ["content/bulletins/v1.md:4:6 dates-out-of-order error"])
  }

  // MARK: Items

  @Test(
    "a material published in the period, on its first and on its last day",
    arguments: [
      ("2026-02-28", "28 февраля 2026 г."), ("2026-03-01", nil), ("2026-03-31", nil),
      ("2026-04-01", "1 апреля 2026 г."),
    ])
  func materials(_ published: String, _ outside: String?) {
    let network = base.addingFields("items: [krug, ogorod]", to: Base.bulletin)
      .replacing("published: 2026-03-12", with: "published: \(published)", in: Base.project)
    #expect(network.problems == (outside == nil ? [] : ["\(Base.bulletin):2:15 bulletin-item-outside error"]))
    let messages = outside.map { ["материал опубликован \($0), а период выпуска — 1–31 марта 2026 г."] } ?? []
    #expect(network.messages.map { $0.replacing("\u{A0}", with: " ") } == messages)
  }

  @Test(
    "what a rubric names falls into the period as well",
    arguments: [("2026-02-28", true), ("2026-03-01", false), ("2026-04-01", true)])
  func rubrics(_ published: String, _ isOutside: Bool) {
    let network = base.addingFields(
      "rubrics: [{title: А, items: [krug]}, {title: Б, items: [ogorod]}]", to: Base.bulletin
    ).replacing("published: 2026-03-12", with: "published: \(published)", in: Base.project)
    #expect(network.problems == (isOutside ? ["\(Base.bulletin):2:57 bulletin-item-outside error"] : []))
  }

  @Test(
    "an event that began in it",
    arguments: [
      ("2026-02-28 13:30", "28 февраля 2026 г."), ("2026-03-01", nil), ("2026-03-31 23:59", nil),
      ("2026-04-01 0:00", "1 апреля 2026 г."),
    ])
  func events(_ start: String, _ outside: String?) {
    let network = base.addingFields("материалы: [stol]", to: Base.bulletin)
      .replacing("start: 2026-06-01 13:30", with: "start: \(start)\nstate: held\noutcomes: Да", in: Base.event)
    #expect(network.problems == (outside == nil ? [] : ["\(Base.bulletin):2:13 bulletin-item-outside error"]))
    let messages = outside.map { ["событие начинается \($0), а период выпуска — 1–31 марта 2026 г."] } ?? []
    #expect(network.messages.map { $0.replacing("\u{A0}", with: " ") } == messages)
  }

  @Test("other documents belong to no day, and what has no date is not measured")
  func others() {
    let network = base.addingFields(
      "items: [ilina, sad-5, sreda, znatoki, voprosy, pauza, metod-2025, biblioteka, o-seti]", to: Base.bulletin)
    #expect(network.problems == [])
    let undated = base.addingFields("items: [ogorod]", to: Base.bulletin)
      .replacing("published: 2026-03-12", with: "published: вчера", in: Base.project)
    #expect(undated.problems == ["\(Base.project):9:12 date-invalid error"])
  }

  @Test("one id in two kinds needs its folder", arguments: ["cases/stol", "события/stol"])
  func severalKinds(_ written: String) {
    let network = base.adding("content/cases/stol.md", base.documents[Base.methodicalCase] ?? "")
      .replacing("start: 2026-06-01", with: "state: held\noutcomes: Да\nstart: 2026-03-12", in: Base.event)
    let ambiguous = network.addingFields("items: [stol]", to: Base.bulletin)
    #expect(ambiguous.problems == ["\(Base.bulletin):2:9 reference-ambiguous error"])
    #expect(ambiguous.check().diagnostics.first?.notes.map(\.message.russian) == ["cases/stol", "events/stol"])
    #expect(network.addingFields("items: [\(written)]", to: Base.bulletin).problems == [])
  }

  @Test("what fits nothing gets the nearest")
  func unresolved() {
    let network = base.addingFields("items: [ogorodd]", to: Base.bulletin)
    #expect(network.problems == ["\(Base.bulletin):2:9 reference-unresolved error ogorod"])
    #expect(network.messages == ["нет документа «ogorodd»"])
  }
}
