/// An expert review of a material: who looked at it, and what was decided.
public struct Review: NestedRecord {
  public var level = Located<Term<AdministrativeLevels>>.blank
  public var date = Located<CalendarDate>.blank
  public var experts: [Reference<Person>] = []
  public var body: Text?
  public var decision = Prose.blank
  public var document: Text?

  public init() {}

  public static let schema = RecordSchema<Review>([
    Field(
      "level", "уровень", \.level, required: true, "На каком уровне рассмотрен.", example: "муниципальный"),
    Field("date", "дата", \.date, required: true, "Когда.", example: "2026-04-15", synonyms: ["день", "когда"]),
    Field(
      "experts", "эксперты", \.experts, as: .reviewExperts, "Кто рассматривал.", example: "[orlova-tatyana]",
      synonyms: ["эксперт", "рецензент", "рецензенты"]),
    Field(
      "body", "кто_рассматривал", \.body, "Совет или комиссия.", example: "Методический совет города",
      synonyms: ["орган", "совет", "комиссия", "кем_рассмотрено"]),
    Field(
      "decision", "решение", \.decision, required: true, "Что решили.",
      example: "Рекомендовать к использованию в детских садах города.", synonyms: ["вывод", "заключение", "итог"]),
    Field(
      "document", "документ", \.document, "Каким документом: с регионального уровня его ждут.",
      example: "Протокол № 3 от 15 апреля 2026 года", synonyms: ["протокол", "приказ", "номер_документа"]),
  ])
}
