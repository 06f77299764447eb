/// A round of a community's work (S2: Action Research goes round after round): its year, what it answers and how, its
/// stages, what came of it.
public struct CommunityRound: NestedRecord {
  public var academicYear = Located<AcademicYear>.blank
  public var deficit: Reference<Deficit>?
  public var strategy: Reference<Strategy>?
  public var stages: [RoundStage] = []
  public var result: Prose?

  public init() {}

  public static let schema = RecordSchema<CommunityRound>(
    [
      Field(
        "academic_year", "учебный_год", \.academicYear, required: true, "В каком учебном году начат цикл.",
        example: "2025/2026", synonyms: ["год", "период"]),
      Field(
        "deficit", "дефицит", \.deficit, as: .roundsDeficit, "С каким дефицитом работали в этом цикле.",
        example: "ne-slyshim-voprosov", synonyms: ["дефициты", "проблема"]),
      Field(
        "strategy", "стратегия", \.strategy, as: .roundsStrategy, "О какой стратегии договорились.",
        synonyms: ["стратегии", "педагогическая_стратегия"]),
      Field(
        "stages", "этапы", \.stages, "Этапы цикла по порядку: номер, сроки и что появилось.",
        example: "[{stage: 1, start: 2025-09-10, end: 2025-10-01, product: [Карта затруднений]}]",
        synonyms: ["стадии", "шаги"]),
      Field(
        "result", "результат", \.result, "Чего достигли за цикл.",
        example: "Детских вопросов за неделю стало вдвое больше.",
        synonyms: ["результаты", "итог", "итоги", "что_достигнуто"]),
    ],
    hints: [
      KeyHint("начало,окончание,сроки,срок,даты", .inside("stages", "start")),
      KeyHint("продукт,продукты", .inside("stages", "product")),
      KeyHint("этап", .inside("stages", "stage")),
    ])

  /// How many of its stages have begun by a day. One without a date begins with the one before it, the first with the
  /// round's academic year.
  public func begunStages(on day: CalendarDate) -> Int {
    var count = 0
    var hasBegun = academicYear.value.firstDay <= day
    for (index, stage) in stages.enumerated() {
      if let start = stage.start { hasBegun = start.value <= day }
      if hasBegun { count = index + 1 }
    }
    return count
  }

  public func hasBegun(on day: CalendarDate) -> Bool {
    stages.isEmpty ? academicYear.value.firstDay <= day : begunStages(on: day) > 0
  }
}

/// A stage of a round, and what it gave (S2: each of the four has its product).
public struct RoundStage: NestedRecord {
  public var stage = Located<Term<CommunityStages>>.blank
  public var start: Located<CalendarDate>?
  public var end: Located<CalendarDate>?
  public var product: [Text] = []

  public init() {}

  public static let schema = RecordSchema<RoundStage>(
    [
      Field(
        "stage", "этап", \.stage, required: true, "Какой из четырёх этапов: от 1 до 4.", example: "1",
        synonyms: ["номер", "стадия", "название"]),
      Field("start", "начало", \.start, "Первый день этапа.", example: "2025-09-10", synonyms: ["дата_начала", "с"]),
      Field(
        "end", "окончание", \.end, "Последний день этапа.", example: "2025-10-01",
        synonyms: ["дата_окончания", "конец", "по"]),
      Field(
        "product", "продукт", \.product, "Что появилось на этом этапе.", example: "[Карта затруднений]",
        synonyms: ["продукты", "что_появилось", "результат"]),
    ])
}

extension Community {
  /// Which of its rounds it is in on a day: the last one begun, or the first where none has. Nil without rounds.
  public func presentRound(on day: CalendarDate) -> Int? {
    rounds.isEmpty ? nil : rounds.lastIndex { $0.hasBegun(on: day) } ?? 0
  }

  /// At which stage it is on a day: the last one begun of its present round, or that which it tells without rounds.
  public func presentStage(on day: CalendarDate) -> Term<CommunityStages>? {
    guard let round = presentRound(on: day).map({ rounds[$0] }) else { return stage?.value }
    let begun = round.stages.prefix(round.begunStages(on: day)).filter { !$0.stage.isAbsent }
    return begun.last?.stage.value
  }
}
