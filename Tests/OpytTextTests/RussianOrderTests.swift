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
    // Numbers by what they are worth.
    ["Встреча 2", "Встреча 2а", "Встреча 10", "Встреча 100", "Встреча два"],
    ["№ 7", "№ 12", "№ 112"],
    ["3", "3.10", "12", "а"],
    ["2025", "2025 год", "2026"],
    ["1 0", "10"],
    ["0", "1", "99999999999999999999", "100000000000000000000"],
    // NFD: the same places.
    ["е\u{308}ж", "ежи", "жаба"],
    ["иван", "и\u{306}огурт", "кот"],
  ])
  func sorts(_ titles: [String]) {
    #expect(titles.reversed().sorted { RussianOrder($0) < RussianOrder($1) } == titles)
  }

  @Test func zerosBeforeANumberCountForNothing() {
    #expect(RussianOrder("Занятие 07") == RussianOrder("Занятие 7"))
    #expect(RussianOrder("Занятие 00") == RussianOrder("Занятие 0"))
    #expect(RussianOrder("Занятие 70") != RussianOrder("Занятие 7"))
  }

  @Test func equalsWhereOnlyQuotesOrCaseDiffer() {
    #expect(RussianOrder("«Ёжик»") == RussianOrder("ёжик"))
    #expect(RussianOrder("Ежик") != RussianOrder("Ёжик"))
    #expect(!(RussianOrder("«Ёжик»") < RussianOrder("ёжик")))
  }
}
