import OpytText
import Testing

struct TransliterationTests {
  /// The whole table.
  @Test(arguments: [
    ("а", "a"), ("б", "b"), ("в", "v"), ("г", "g"), ("д", "d"), ("е", "e"), ("ё", "yo"), ("ж", "zh"), ("з", "z"),
    ("и", "i"), ("й", "y"), ("к", "k"), ("л", "l"), ("м", "m"), ("н", "n"), ("о", "o"), ("п", "p"), ("р", "r"),
    ("с", "s"), ("т", "t"), ("у", "u"), ("ф", "f"), ("х", "kh"), ("ц", "ts"), ("ч", "ch"), ("ш", "sh"),
    ("щ", "shch"), ("ъ", ""), ("ы", "y"), ("ь", ""), ("э", "e"), ("ю", "yu"), ("я", "ya"),
  ])
  func letter(_ letter: String, latin: String) {
    #expect(Transliteration.slug("x" + letter + "x") == "x\(latin)x")
    #expect(Transliteration.slug("x" + letter.uppercased() + "x") == "x\(latin)x")
  }

  @Test(arguments: [
    ("Ход работы", "khod-raboty"),
    ("Подъезд и вьюга", "podezd-i-vyuga"),
    ("STEAM-проект № 5", "steam-proekt-5"),
    ("«Огород» – на окне!", "ogorod-na-okne"),
    ("  – Итоги –  ", "itogi"),
    ("a_b.c/d", "a-b-c-d"),
    ("2025/2026", "2025-2026"),
    // Letters that are neither Russian nor Latin are separators, and so are digits of other scripts.
    ("café ٣ 日本 x", "caf-x"),
    ("İx", "x"),
  ])
  func words(_ text: String, slug: String) {
    #expect(Transliteration.slug(text) == slug)
  }

  @Test(arguments: [
    ("и\u{306}ога", "yoga"), ("И\u{306}ога", "yoga"), ("е\u{308}жик", "yozhik"), ("Е\u{308}ЖИК", "yozhik"),
    // The marks mean й and ё behind these letters only.
    ("а\u{306}б", "a-b"),
  ])
  func decomposed(_ text: String, slug: String) {
    #expect(Transliteration.slug(text) == slug)
  }

  @Test(arguments: ["", " ", "–", "«»", "ьъ", "\u{301}", "日本"])
  func nothingToKeep(_ text: String) {
    #expect(Transliteration.slug(text) == "")
  }

  @Test func cutsAtAHyphen() {
    let tens = Array(repeating: "aaaaaaaaa", count: 9).joined(separator: " ")
    #expect(Transliteration.slug(tens) == Array(repeating: "aaaaaaaaa", count: 8).joined(separator: "-"))
    // 80 characters exactly, then a hyphen: nothing is lost.
    let exact = String(repeating: "b", count: 80)
    #expect(Transliteration.slug(exact) == exact)
    #expect(Transliteration.slug(exact + " next") == exact)
    // One word longer than the limit can only be cut inside.
    #expect(Transliteration.slug(String(repeating: "b", count: 200)) == exact)
    // щ is four letters: the cut never leaves half of a word behind a hyphen.
    #expect(Transliteration.slug("aaa " + String(repeating: "щ", count: 20)) == "aaa")
  }
}
