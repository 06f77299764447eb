/// What else somebody did for a material: advised, reviewed it, took the photos. Who is named here may be an author without
/// a post in one of the material's kindergartens.
public struct Contribution: NestedRecord {
  public var person = Reference<Person>.blank
  public var role = Text.blank

  public init() {}

  public static let schema = RecordSchema<Contribution>([
    Field(
      "person", "педагог", \.person, as: .rolesPerson, required: true, "Кто.", example: "orlova-tatyana",
      synonyms: ["кто", "фио", "человек"]),
    Field(
      "role", "роль", \.role, required: true, "Чем помог.", example: "консультант", synonyms: ["что_делал", "участие"]),
  ])
}
