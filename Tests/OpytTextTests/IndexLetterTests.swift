import OpytText
import Testing

struct IndexLetterTests {
  @Test(arguments: [
    ("Ёлкина Анна", "Е"), ("«Ясень»", "Я"), ("йогурт", "Й"), ("и\u{306}од", "Й"), ("STEAM", "A–Z"), ("zoom", "A–Z"),
    ("12 месяцев", "0–9"), ("№ 12", "0–9"), ("", "0–9"), ("Әминә", "Ә"), ("🎈 шар", "🎈"),
  ])
  func isTheFirstThatCounts(_ title: String, _ letter: String) {
    let found = IndexLetter(of: title)
    #expect(letter == "0–9" || found.title == letter)
    #expect(
      found.slug.utf8.allSatisfy {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
      })
  }

  /// What is sorted has each letter in one place.
  @Test func lettersStandTogether() {
    let titles = [
      "Ёж", "ель", "Яна", "Zoom", "apple", "7 гномов", "70", "№ 7", "«Арка»", "арка", "", "Щука", "щи", "ъ", "Ө", "ә",
      "é",
    ]
    let letters = titles.sorted { RussianOrder($0) < RussianOrder($1) }.map(IndexLetter.init)
    let groups = letters.indices.filter { $0 == 0 || letters[$0] != letters[$0 - 1] }.map { letters[$0] }
    #expect(Set(groups).count == groups.count)
    #expect(Set(groups.map(\.slug)).count == groups.count)
  }
}
