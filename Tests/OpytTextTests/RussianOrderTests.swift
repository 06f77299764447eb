import OpytText
import Testing

struct RussianOrderTests {
  @Test(arguments: [
    ["еда", "ежи", "ёж", "жаба"],
    ["елка", "ёлка", "жук"],
    ["иван", "йогурт", "кот"],
    // Quotes and case count for nothing.
    ["«Азбука»", "бабочка", "\"Вода\"", "„Гнездо“"],
    ["Ёжик", "ёжики"],
    ["STEAM", "Азбука"],
    ["", "а"],
    // NFD: the same places.
    ["ежи", "е\u{308}ж", "жаба"],
    ["иван", "и\u{306}огурт", "кот"],
  ])
  func sorts(_ titles: [String]) {
    #expect(titles.reversed().sorted { RussianOrder($0) < RussianOrder($1) } == titles)
  }

  @Test func equalsWhereOnlyQuotesOrCaseDiffer() {
    #expect(RussianOrder("«Ёжик»") == RussianOrder("ёжик"))
    #expect(RussianOrder("Ежик") != RussianOrder("Ёжик"))
    #expect(!(RussianOrder("«Ёжик»") < RussianOrder("ёжик")))
  }
}
