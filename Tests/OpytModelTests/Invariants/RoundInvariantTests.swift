import OpytDiagnostics
import Testing

@testable import OpytModel

/// A community's rounds: their order, what they answer, and the stage that follows from them.
@Suite("Rounds of a community")
struct RoundInvariantTests {
  private let base = TestNetwork.base

  private func told(_ rounds: String) -> [String] {
    base.addingFields("rounds: [\(rounds)]", to: Base.community).check().diagnostics.map {
      "\($0.code.rawValue) \($0.severity): \($0.message.russian)"
    }
  }

  @Test(
    "rounds and stages in order are not told",
    arguments: [
      "{academic_year: 2025/2026}", "{academic_year: 2024/2025}, {academic_year: 2025/2026}",
      // Two of one year.
      "{academic_year: 2025/2026, stages: [{stage: 4}]}, {academic_year: 2025/2026, stages: [{stage: 1}]}",
      "{academic_year: 2025/2026, stages: [{stage: 1, start: 2025-09-01, end: 2025-09-01}, {stage: 2, start: 2025-09-01}]}",
      // A stage may be left out, be told without its beginning, and end when the year is over.
      "{academic_year: 2025/2026, stages: [{stage: 1, end: 2025-10-01}, {stage: 3, start: 2026-08-31, end: 2026-09-20}]}",
      "{учебный_год: 2025/2026, дефицит: voprosy, стратегия: pauza, этапы: [{этап: 2, продукт: План}], результат: Да.}",
    ])
  func good(_ rounds: String) { #expect(told(rounds) == []) }

  @Test(
    "what is out of order is told",
    arguments: [
      (
        "{academic_year: 2025/2026}, {academic_year: 2024/2025}",
        "dates-out-of-order error: циклы стоят не по порядку: этот раньше предыдущего"
      ),
      (
        "{academic_year: 2025/2026, stages: [{stage: 1, start: 2025-09-02, end: 2025-09-01}]}",
        "dates-out-of-order error: этап заканчивается раньше, чем начался"
      ),
      (
        "{academic_year: 2025/2026, stages: [{stage: 1, start: 2025-09-02}, {stage: 2, start: 2025-09-01}]}",
        "dates-out-of-order error: этапы стоят не по порядку: этот раньше предыдущего"
      ),
      (
        "{academic_year: 2025/2026, stages: [{stage: 2}, {stage: 1}]}",
        "dates-out-of-order error: этап 1 стоит в цикле после этапа 2"
      ),
      (
        "{academic_year: 2025/2026, stages: [{stage: 2}, {stage: 2}]}",
        "step-repeated warning: этап 2 записан в цикле дважды"
      ),
      (
        "{academic_year: 2025/2026, stages: [{stage: 1, start: 2025-08-31}]}",
        "academic-year-mismatch error: этап начинается не в учебном году цикла: 2025/2026, с 1 сентября по 31 августа"
      ),
    ])
  func outOfOrder(_ rounds: String, _ message: String) { #expect(told(rounds) == [message]) }

  @Test(
    "a round without its year, or of no year, is told once", arguments: ["{result: Да.}", "{academic_year: 2025/2027}"])
  func withoutYear(_ round: String) {
    #expect(told("\(round), {academic_year: 2025/2026, stages: [{stage: 1, start: 2025-09-01}]}").count == 1)
  }

  @Test("what is named twice is told with what to delete")
  func both() {
    let network = base.addingFields("rounds: [{academic_year: 2025/2026}]\nэтап: 3", to: Base.community)
    let diagnostics = network.check().diagnostics
    #expect(diagnostics.map(\.code) == [.stageToldTwice])
    #expect(diagnostics.first?.advice?.russian.contains("удалите строку «этап» (stage)") == true)
  }

  @Test(
    "a round is not older than its deficit, and its strategy is for it",
    arguments: [
      ("2024/2025", "pauza", "voprosy", ["answer-older-than-deficit"]), ("2025/2026", "pauza", "voprosy", []),
      ("2025/2026", "pauza", "pauzy", ["strategy-unrelated"]),
    ])
  func answers(_ year: String, _ strategy: String, _ deficit: String, _ codes: [String]) {
    let network = base.addingFields("period: 2025/2026", to: Base.deficit).adding(
      "content/deficits/pauzy.md",
      "---\ntitle: Нет пауз\ndescription: Б.\nrevealed_by: Так.\nclosed: {date: 2026-05-01, how: Да}\n---\n"
    ).addingFields(
      "rounds: [{academic_year: \(year), strategy: \(strategy), deficit: \(deficit)}]", to: Base.community)
    #expect(network.check().diagnostics.map(\.code.rawValue) == codes)
    // It speaks of the one deficit that a round has, and of fields that it has.
    let advice = network.check().diagnostics.compactMap(\.advice?.russian)
    #expect(advice.allSatisfy { !$0.contains("дефициты") && !$0.contains("обновлено") && !$0.contains("изменения") })
    #expect(advice.allSatisfy { $0.contains("цикла") })
  }

  /// (13), of what stands inside a record inside of a document. What is for members may name what is.
  @Test(
    "an open round names no closed deficit and no closed strategy",
    arguments: [
      ("deficit: tayna", "visibility: public", true), ("strategy: tayna", "visibility: public", true),
      ("deficit: tayna", "visibility: members", false), ("strategy: tayna", "visibility: members", false),
      ("deficit: voprosy, strategy: pauza", "visibility: public", false),
    ])
  func closed(_ named: String, _ visibility: String, _ isWrong: Bool) {
    let network =
      base.adding(
        "content/deficits/tayna.md",
        "---\ntitle: Тайна\ndescription: Б.\nrevealed_by: Так.\nvisibility: members\n---\n"
      ).adding(
        "content/strategies/tayna.md",
        "---\ntitle: Секрет\ngoal: Ц.\nresult: Р.\ntactics: [Т]\ndeficits: [tayna, voprosy]\nvisibility: members\n---\n"
      ).addingFields("rounds: [{academic_year: 2025/2026, \(named)}]\n\(visibility)", to: Base.community)
    let told = network.check().diagnostics
    #expect(told.map(\.code) == (isWrong ? [.referenceToMembersOnly] : []), "\(network.problems)")
    // What is closed is not told by its title.
    #expect(!told.contains { "\($0.message.russian)".contains("Тайна") || "\($0.message.russian)".contains("Секрет") })
  }

  // MARK: The present stage

  private static let two = """
    rounds: [{academic_year: 2024/2025, stages: [{stage: 1}, {stage: 4, start: 2025-05-12}]}, \
    {academic_year: 2025/2026, stages: [{stage: 1, start: 2025-10-01}, {stage: 2}, {stage: 3, start: 2026-02-01}]}]
    """

  /// The last one begun, of the last round that has begun.
  @Test(
    "the present stage is the last one begun",
    arguments: [
      ("2024-08-31", 0, nil), ("2024-09-01", 0, 1), ("2025-05-11", 0, 1), ("2025-05-12", 0, 4), ("2025-09-30", 0, 4),
      ("2025-10-01", 1, 2), ("2026-01-31", 1, 2), ("2026-02-01", 1, 3), ("2030-01-01", 1, 3),
    ] as [(String, Int, Int?)])
  func presentStage(_ day: String, _ round: Int, _ stage: Int?) throws {
    let network = base.addingFields(Self.two, to: Base.community)
    let community = try network.check().entity(Base.community, as: Community.self)
    let day = try CalendarDate(parsing: day)
    #expect(community.presentRound(on: day) == round)
    #expect(community.presentStage(on: day)?.number == stage)
  }

  @Test(
    "without rounds it is what the community tells",
    arguments: [("stage: 3", 3), ("type: клуб", nil)] as [(String, Int?)])
  func toldStage(_ field: String, _ stage: Int?) throws {
    let community = try base.addingFields(field, to: Base.community).check().entity(
      Base.community, as: Community.self)
    let day = try CalendarDate(parsing: "2026-01-01")
    #expect(community.presentRound(on: day) == nil)
    #expect(community.presentStage(on: day)?.number == stage)
  }
}
