import OpytDiagnostics
import Testing

@testable import OpytModel

/// Rules 3, 6, 10, and what each kind of material says of itself.
@Suite("Invariants of materials")
struct MaterialInvariantTests {
  private let base = TestNetwork.base

  // MARK: 3: dates in order

  @Test("published ≤ updated", arguments: [("2026-03-11", true), ("2026-03-12", false), ("2026-03-13", false)])
  func updated(_ date: String, _ isWrong: Bool) {
    let network = base.addingFields("updated: \(date)", to: Base.project)
    #expect(network.problems == (isWrong ? ["content/projects/ogorod.md:2:10 dates-out-of-order error"] : []))
    #expect(network.messages == (isWrong ? ["обновлено раньше, чем опубликовано"] : []))
  }

  @Test("a project's start ≤ its end", arguments: [("2025-09-30", true), ("2025-10-01", false)])
  func projectDates(_ end: String, _ isWrong: Bool) {
    let network = base.replacing("end: 2026-03-01", with: "end: \(end)", in: Base.project)
    #expect(network.problems == (isWrong ? ["content/projects/ogorod.md:13:6 dates-out-of-order error"] : []))
    #expect(network.messages == (isWrong ? ["проект заканчивается раньше, чем начался"] : []))
  }

  private func stages(_ stages: String) -> TestNetwork {
    base.replacing("[{title: Подготовка}]", with: "[\(stages)]", in: Base.project)
  }

  @Test(
    "stages that lie inside their project and in order",
    arguments: [
      "{title: А, start: 2025-10-01, end: 2026-03-01}", "{title: А, start: 2025-10-01}", "{title: А, end: 2026-03-01}",
      "{title: А, start: 2025-10-01, end: 2025-11-01}, {title: Б, start: 2025-11-01, end: 2026-03-01}",
      "{title: А, start: 2025-10-01, end: 2025-12-01}, {title: Б, start: 2025-11-01}",
      "{title: А, start: 2025-10-01}, {title: Б}, {title: В, start: 2025-10-01}",
      "{title: А, start: 2025-10-05, end: 2025-10-05}",
      "{title: А, end: 2025-12-01}, {title: Б, start: 2025-11-01}",
    ])
  func goodStages(_ text: String) { #expect(stages(text).problems == []) }

  @Test(
    "stages that do not",
    arguments: [
      (
        "{title: А, start: 2025-09-30}", 28, "stage-outside-project",
        "этап выходит за сроки проекта: проект начинается 1\u{A0}октября\u{A0}2025\u{A0}г."
      ),
      (
        "{title: А, end: 2026-03-02}", 26, "stage-outside-project",
        "этап выходит за сроки проекта: проект заканчивается 1\u{A0}марта\u{A0}2026\u{A0}г."
      ),
      (
        "{title: А, start: 2025-11-01, end: 2025-10-31}", 45, "dates-out-of-order",
        "этап заканчивается раньше, чем начался"
      ),
      (
        "{title: А, start: 2025-11-01}, {title: Б}, {title: В, start: 2025-10-31}", 71, "dates-out-of-order",
        "этапы стоят не по порядку: этот раньше предыдущего"
      ),
      (
        "{title: А, start: 2025-11-01}, {title: Б, end: 2025-10-31}", 57, "dates-out-of-order",
        "этапы стоят не по порядку: этот раньше предыдущего"
      ),
    ])
  func badStages(_ text: String, _ column: Int, _ code: String, _ message: String) {
    #expect(stages(text).problems == ["content/projects/ogorod.md:17:\(column) \(code) error"])
    #expect(stages(text).messages == [message])
  }

  @Test("stages are not measured by a date that is missing")
  func unknownBounds() {
    let network = stages("{title: А, start: 2025-09-30, end: 2026-05-01}")
      .replacing("start: 2025-10-01\n", with: "start: позже\n", in: Base.project)
      .replacing("end: 2026-03-01\n", with: "end: потом\n", in: Base.project)
    #expect(network.problems.map { $0.split(separator: " ")[1] } == ["date-invalid", "date-invalid"])
  }

  // MARK: 6: results

  @Test(
    "an adopted or archived material has results",
    arguments: [
      (nil, 2, 8, "внедрено"), ("adopted", 2, 9, "внедрено"), ("архив", 2, 9, "архив"),
    ] as [(String?, Int, Int, String)])
  func missingResults(_ status: String?, _ line: Int, _ column: Int, _ label: String) {
    var network = base.replacing("results: [Дети измеряют рост]\n", with: "", in: Base.project)
    if let status { network = network.addingFields("status: \(status)", to: Base.project) }
    #expect(network.problems == ["content/projects/ogorod.md:\(line):\(column) results-missing error"])
    #expect(
      network.messages == [
        status == nil
          ? "статус не указан, поэтому материал считается внедрённым, а результатов («результаты», results) нет"
          : "у материала со статусом «\(label)» нет результатов («результаты», results)"
      ])
  }

  @Test("one that is tried out or a draft need not have them", arguments: ["piloting", "черновик"])
  func noResults(_ status: String) {
    let network = base.replacing("results: [Дети измеряют рост]", with: "status: \(status)", in: Base.project)
    #expect(network.problems == [])
  }

  @Test("empty results are none", arguments: ["[]", "{}", "{детям: []}", "\n  -"])
  func emptyResults(_ written: String) {
    let network = base.replacing("results: [Дети измеряют рост]", with: "results: \(written)", in: Base.project)
    #expect(network.problems == ["content/projects/ogorod.md:2:8 results-missing error"])
  }

  // MARK: Master classes

  @Test(
    "the steps' minutes fit into the whole",
    arguments: [
      ("{title: А, minutes: 40}, {title: Б, minutes: 6}", true),
      ("{title: А, minutes: 40}, {title: Б, minutes: 5}", false),
      ("{title: А, minutes: 46}", true), ("{title: А}, {title: Б, minutes: 45}", false),
    ])
  func minutes(_ steps: String, _ isWrong: Bool) {
    let network = base.replacing("[{title: Знакомство}]", with: "[\(steps)]", in: Base.masterClass)
    #expect(network.problems == (isWrong ? ["content/master-classes/lepbuk.md:13:10 minutes-exceeded error"] : []))
    #expect(network.messages == (isWrong ? ["части занимают 46 мин., а мастер-класс – 45"] : []))
  }

  // MARK: 19 and the order of the exchange cycle

  private func cycle(_ iterations: String) -> TestNetwork {
    base.replacing("questions:", with: "cycle: [\(iterations)]\nquestions:", in: Base.methodicalCase)
      .replacing("authors: [gusev]", with: "authors: [gusev, ilina]", in: Base.methodicalCase)
  }

  private func iteration(_ date: String, _ people: String) -> String {
    "{date: \(date), \(people), planning: А, analysis: А, correction: А}"
  }

  @Test(
    "all who planned conduct or observe",
    arguments: [
      "conducted_by: [ilina], observers: [gusev]", "conducted_by: [gusev, ilina]",
      "conducted_by: ilina, observers: [Гусев Антон Павлович, ilina]",
    ])
  func allObserve(_ people: String) { #expect(cycle(iteration("2026-02-12", people)).problems == []) }

  @Test("who does not is named", arguments: ["conducted_by: [ilina]", "conducted_by: [ilina], observers: [ilina]"])
  func someAbsent(_ people: String) {
    let network = cycle(iteration("2026-02-12", people))
    #expect(network.problems == ["content/cases/krug.md:12:16 observers-incomplete warning"])
    #expect(network.messages == ["наблюдают все, кто планировал, а здесь нет: Гусев Антон Павлович"])
  }

  @Test("a misspelt observer is told once")
  func misspeltObserver() {
    let network = cycle(iteration("2026-02-12", "conducted_by: [ilina], observers: [gusew]"))
    #expect(network.problems == ["content/cases/krug.md:12:63 reference-unresolved error gusev"])
  }

  @Test(
    "iterations stand in the order of their dates",
    arguments: [("2026-02-11", true), ("2026-02-12", false), ("2026-02-13", false)])
  func iterations(_ second: String, _ isWrong: Bool) {
    let people = "conducted_by: [ilina, gusev]"
    let network = cycle("\(iteration("2026-02-12", people)), \(iteration(second, people))")
    #expect(network.problems == (isWrong ? ["content/cases/krug.md:12:107 dates-out-of-order error"] : []))
    #expect(network.messages == (isWrong ? ["занятие цикла раньше предыдущего"] : []))
  }

  // MARK: 10: based_on

  @Test("a material based on itself")
  func selfCycle() {
    let network = base.addingFields("based_on: [ogorod]", to: Base.project)
    #expect(network.problems == ["content/projects/ogorod.md:2:12 based-on-cycle error"])
    #expect(network.messages == ["материалы основаны друг на друге по кругу: projects/ogorod → projects/ogorod"])
  }

  @Test("materials based on each other round in a circle")
  func cycle() {
    let network = base.addingFields("based_on: [lepbuk]", to: Base.project)
      .addingFields("based_on: [igra, krug]", to: Base.masterClass)
      .addingFields("based_on: [ogorod]", to: Base.methodicalCase)
    #expect(network.problems == ["content/cases/krug.md:2:12 based-on-cycle error"])
    #expect(
      network.messages == [
        "материалы основаны друг на друге по кругу: projects/ogorod → master-classes/lepbuk → cases/krug → projects/ogorod"
      ])
  }

  @Test("two circles are told both")
  func twoCycles() {
    let network = base.addingFields("based_on: [lepbuk]", to: Base.project)
      .addingFields("based_on: [ogorod]", to: Base.masterClass)
      .addingFields("based_on: [igra]", to: Base.methodicalCase).addingFields("based_on: [krug]", to: Base.seminar)
    #expect(
      network.problems == [
        "content/master-classes/lepbuk.md:2:12 based-on-cycle error",
        "content/seminars/igra.md:2:12 based-on-cycle error",
      ])
  }

  @Test("a diamond is no circle")
  func diamond() {
    let network = base.addingFields("based_on: [lepbuk, krug]", to: Base.project)
      .addingFields("based_on: [igra]", to: Base.masterClass).addingFields("based_on: [igra]", to: Base.methodicalCase)
    #expect(network.problems == [])
  }
}
