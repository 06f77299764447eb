import OpytText
import Testing

struct RussianOrderTests {
  @Test(arguments: [
    // ё is е, and stands behind it only where nothing else differs.
    ["еда", "ёж", "ежи", "жаба"],
    ["елка", "ёлка", "жук"],
    ["Ёжикова Вера", "Ежикова Яна", "Ёжикова Яна", "Ежова Анна"],
    ["ее", "её", "ёе", "ёё"],
    ["осёл", "осень"],
    ["осень", "ось"],
    ["иван", "йогурт", "кот"],
    // Quotes and case count for nothing.
    ["«Азбука»", "бабочка", "\"Вода\"", "„Гнездо“"],
    ["Ёжик", "ёжики"],
    ["STEAM", "Азбука"],
    ["", "а"],
    // NFD: the same places.
    ["е\u{308}ж", "ежи", "жаба"],
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
