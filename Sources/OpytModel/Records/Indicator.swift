/// A result in numbers over time (S4: динамика результатов).
public struct Indicator: NestedRecord {
  public var name = Text.blank
  public var unit: Text?
  public var points: [Point] = []

  public init() {}

  /// Its first and its last number, where they differ.
  public var change: (before: Double, after: Double)? {
    guard let before = points.first?.value.value, let after = points.last?.value.value, before != after else {
      return nil
    }
    return (before, after)
  }

  /// The value of an indicator in one period.
  public struct Point: NestedRecord {
    public var period = Text.blank
    public var value = Located<Double>.blank

    public init() {}

    public static let schema = RecordSchema<Point>(
      [
        Field(
          "period", "период", \.period, required: true, "Когда измерено.", example: "сентябрь 2025",
          synonyms: ["дата", "когда", "месяц"]),
        Field("value", "значение", \.value, required: true, "Число.", example: "42", synonyms: ["число", "результат"]),
      ])
  }

  public static let schema = RecordSchema<Indicator>(
    [
      Field(
        "name", "название", \.name, required: true, "Что измеряли.", example: "Дети, задающие вопросы",
        synonyms: ["показатель", "наименование"]),
      Field("unit", "единица", \.unit, "В чём измеряли.", example: "%", synonyms: ["единица_измерения", "ед"]),
      Field(
        "points", "значения", \.points, required: true, "Числа по порядку.", example: "[{period: сентябрь, value: 20}]",
        synonyms: ["значение", "данные", "точки"]),
    ])
}
