/// A material that another one takes up (S0: внедрение опыта), with what was changed and what came of it. With an outcome
/// the original is shown as repeated.
public struct Borrowing: NestedRecord {
  public var material = Reference<AnyMaterial>.blank
  public var changed: Prose?
  public var outcome: Prose?

  public init() {}

  public static let shortForm: String? = "material"
  public static let isNamedOnce = true

  public static let schema = RecordSchema<Borrowing>([
    Field(
      "material", "материал", \.material, as: .basedOn, required: true, "Чей опыт взят.",
      example: "projects/ogorod-na-okne", synonyms: ["проект", "основа"]),
    Field(
      "changed", "что_изменили", \.changed, "Что изменили у себя.", example: "Вместо лука посадили горох.",
      synonyms: ["изменили", "изменено", "отличия"]),
    Field(
      "outcome", "что_вышло", \.outcome, "Что из этого вышло.", example: "Дети измеряют рост каждую неделю.",
      synonyms: ["вышло", "итог", "результат", "что_получилось"]),
  ])
}
