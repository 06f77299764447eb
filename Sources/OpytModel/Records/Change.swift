/// What was changed in a material after it was published, and when.
public struct Change: NestedRecord {
  public var date = Located<CalendarDate>.blank
  public var what = Prose.blank

  public init() {}

  public static let schema = RecordSchema<Change>([
    Field("date", "дата", \.date, required: true, "Когда.", example: "2026-04-01", synonyms: ["день", "когда"]),
    Field(
      "what", "что", \.what, required: true, "Что изменилось.", example: "Добавлены карточки для наблюдений.",
      synonyms: ["изменение", "описание", "что_изменено"]),
  ])
}
