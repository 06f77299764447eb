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

  /// Of how many it counts, where its unit says so: 26 of «детей из 26»; nil where a number is no part of that.
  public var whole: Int? {
    let words = (unit?.value ?? "").split { $0 == " " || $0 == "\u{A0}" }
    guard words.count > 1, words[words.count - 2] == "из" || words[words.count - 2] == "of",
      words[words.count - 1].utf8.count <= 4, let whole = Int(words[words.count - 1]), whole > 0,
      points.allSatisfy({
        $0.value.value >= 0 && $0.value.value <= Double(whole) && $0.value.value.rounded() == $0.value.value
      })
    else { return nil }
    return whole
  }

  /// The value of an indicator in one period.
  public struct Point: NestedRecord {
    public var period = Text.blank
    public var value = Located<Double>.blank

    public init() {}

    /// Whether its words name this day, and no other: «13 ноября», «13 ноября 2025 г.», «13.11», `2025-11-13`.
    public func isMeasured(on day: CalendarDate) -> Bool { day.isNamed(by: period.value) }

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
