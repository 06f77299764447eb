import OpytText
import Testing

@Suite struct SoftHyphensTests {
  /// `|` stands for a soft hyphen.
  @Test(arguments: [
    ("педагогический", "педа|го|ги|че|ский"), ("взаимодействие", "вза|имо|дей|ствие"),
    ("воспитательница", "вос|пи|та|тель|ница"), ("самостоятельность", "самос|то|ятель|ность"),
    ("исследовательская", "иссле|до|ва|тель|ская"), ("экспериментирование", "экспе|ри|мен|ти|ро|ва|ние"),
    ("здоровьесбережение", "здо|ро|вьес|бе|ре|же|ние"), ("районирование", "рай|они|ро|ва|ние"),
    ("необъявленного", "необъяв|лен|ного"), ("Профессиональный", "Про|фес|си|ональ|ный"),
    ("Особенностями", "Осо|бен|нос|тями"),
    // Short words, abbreviations, words with marks, other letters.
    ("воспитатель", "воспитатель"), ("МБДОУДЕТСКИЙСАД", "МБДОУДЕТСКИЙСАД"),
    ("вос\u{AD}питательница", "вос\u{AD}питательница"),
    ("internationalization", "internationalization"), ("бело-розовый", "бело-розовый"), ("", ""),
    ("<a href=\"x\">педагогический</a> сад", "<a href=\"x\">педа|го|ги|че|ский</a> сад"),
  ])
  func longWordsAreParted(text: String, expected: String) {
    #expect(SoftHyphens.insert(into: text) == expected.replacing("|", with: "\u{AD}"))
  }

  /// Whatever the word: no part without a vowel, none shorter than three letters, nothing else changed, twice as once.
  @Test(arguments: [1, 2, 3])
  func anyWordIsPartedByTheRules(seed: UInt64) {
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let letters = Array("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
    for _ in 0..<3000 {
      let word = String((0..<(8 + next(14))).map { _ in letters[next(letters.count)] })
      let set = SoftHyphens.insert(into: word)
      #expect(set.replacing("\u{AD}", with: "") == word)
      let parts = set.split(separator: "\u{AD}")
      #expect(SoftHyphens.insert(into: set) == set)
      guard parts.count > 1 else { continue }
      for part in parts.dropFirst() {
        #expect(part.contains { "аеёиоуыэюя".contains($0) }, "\(set)")
        #expect(part.count >= 2 && !"йьъ".contains(part.first ?? "й"), "\(parts)")
      }
      #expect((parts.first?.count ?? 0) >= 3 && (parts.last?.count ?? 0) >= 3)
    }
  }
}
