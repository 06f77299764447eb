/// A post that someone has or had: where, as what, and on which days (S3: people are followed, not their places).
///
/// Of a day nothing but a post of that day is known: who left is no longer there, and who moved is where they went.
public struct Post: NestedRecord {
  public var kindergarten: Reference<Kindergarten>?
  public var partner: Reference<Partner>?
  public var position = Located<Term<Positions>>.blank
  public var from: Located<CalendarDate>?
  public var to: Located<CalendarDate>?

  public init() {}

  public static let schema = RecordSchema<Post>(
    [
      Field(
        "kindergarten", "сад", \.kindergarten, as: .postsKindergarten, "В каком саду.", example: "sad-5",
        synonyms: ["место_работы", "детский_сад", "доу", "где_работает", "где"]),
      Field(
        "partner", "партнёр", \.partner, as: .postsPartner, "В какой организации, если это не сад сети.",
        synonyms: ["организация", "учреждение"]),
      Field(
        "position", "должность", \.position, required: true, "Кем.", example: "воспитатель",
        synonyms: ["кем", "кем_работает", "post", "job"]),
      Field(
        "from", "с", \.from, "С какого дня.", example: "2022-09-01",
        synonyms: ["начало", "с_какого_дня", "принят", "start"]),
      Field(
        "to", "по", \.to, "По какой день; у нынешней работы этого поля нет.",
        synonyms: ["до", "окончание", "по_какой_день", "уволен", "end"]),
    ])
}
