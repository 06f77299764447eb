import Testing

@testable import OpytSearch

/// Which words texts have.
@Suite struct WordScannerTests {
  private static func words(_ text: String) -> [String] {
    var text = text
    var found: [String] = []
    var scanner = WordScanner()
    text.withUTF8 { scanner.scan($0) { found.append(String(decoding: $0, as: UTF8.self)) } }
    return found
  }

  private static func words(markup: String) -> [(word: String, isHeading: Bool)] {
    var markup = markup
    var found: [(String, Bool)] = []
    var scanner = WordScanner()
    markup.withUTF8 { scanner.scan(markup: $0) { found.append((String(decoding: $0, as: UTF8.self), $1)) } }
    return found
  }

  @Test(arguments: [
    ("", []), ("  \n\t", []), ("Прогулка в саду", ["прогулка", "в", "саду"]),
    ("Ёлка, ещё ЁЖ", ["елка", "еще", "еж"]),
    // й is a letter of its own, also where a Mac wrote it as two scalars.
    ("Детский сад", ["детский", "сад"]), ("детскии\u{306}", ["детский"]), ("Е\u{308}лка", ["елка"]),
    ("за\u{301}мок", ["замок"]), ("сотруд\u{AD}ничество", ["сотрудничество"]),
    ("№ 12, №12", ["12", "12"]), ("3–4 года", ["3", "4", "года"]), ("2025/2026", ["2025", "2026"]),
    ("мастер-класс", ["мастер", "класс", "мастер-класс"]),
    ("мастер\u{2011}класс", ["мастер", "класс", "мастер-класс"]),
    ("5-6 лет", ["5", "6", "лет"]), ("-игра- --", ["игра"]), ("да--нет", ["да", "нет"]),
    ("а-б-в-г-д", ["а", "б", "в", "г", "д"]), ("STEAM-среда", ["steam", "среда", "steam-среда"]),
    ("«Огород на\u{A0}окне»", ["огород", "на", "окне"]), ("ҚАЗАҚ әлем", ["қазақ", "әлем"]),
    ("игра🎈мяч", ["игра", "мяч"]), ("a\u{0}b", ["a", "b"]), ("Ünï", ["ünï"]), ("𝒳 дом", ["дом"]),
  ])
  func wordsAreRunsOfLettersAndDigits(text: String, words: [String]) {
    #expect(Self.words(text) == words)
  }

  @Test func aWordThatNobodyLooksForIsNone() {
    #expect(Self.words("начало " + String(repeating: "я", count: 100_000) + " конец") == ["начало", "конец"])
    #expect(Self.words(String(repeating: "ы", count: 48)) == [String(repeating: "ы", count: 48)])
    #expect(Self.words(String(repeating: "ы", count: 49)).isEmpty)
  }

  @Test func marksAndHalvesOfLettersDoNoHarm() {
    #expect(Self.words("\u{301}\u{301} и\u{301}\u{306} \u{306}").count == 1)
    var scanner = WordScanner()
    var found = 0
    for bytes: [UInt8] in [[0xD0], [0xD1, 0x20], [0xE2, 0x80], [0xFF, 0xFE], [0xCC], [0x80, 0x80]] {
      bytes.withUnsafeBufferPointer { scanner.scan($0) { _ in found += 1 } }
    }
    #expect(found == 0)
  }

  @Test func markupPartsWordsOnlyWhereReadersSeeIt() {
    let found = Self.words(
      markup: """
        <h2 id="hod-raboty">Ход работы</h2>
        <p>Мастер<em>ов</em> &amp; <a href="a.html">друзья</a>.<br>Итог<sup>1</sup></p><ul><li>раз</li><li>два</li></ul>
        """)
    #expect(found.map(\.word) == ["ход", "работы", "мастеров", "друзья", "итог", "1", "раз", "два"])
    #expect(found.filter(\.isHeading).map(\.word) == ["ход", "работы"])
  }

  @Test(arguments: ["<", "</", "<h2", "a<b>", "&", "&amp", "<h2>а"])
  func brokenMarkupEnds(markup: String) {
    #expect(Self.words(markup: markup).count <= 2)
  }
}
