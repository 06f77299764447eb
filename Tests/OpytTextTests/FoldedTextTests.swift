import OpytText
import Testing

struct FoldedTextTests {
  @Test(arguments: [
    ("Прогулка", "прогулка"), ("  ёлка\tи  Ёжик ", "елка и ежик"), ("СТЕМ STEM 2", "стем stem 2"),
    ("наблюдение\u{A0}за птицами", "наблюдение за птицами"), ("Е\u{308}ж, й", "еж, й"),
    ("и\u{306}од «Йод»", "йод «йод»"),
    ("Ґанок", "ґанок"), ("", ""), ("\u{A0} ", ""),
  ])
  func foldsCaseAndBlanks(text: String, expected: String) {
    #expect(FoldedText(text).text == expected)
    #expect(FoldedText(text) == FoldedText(expected))
  }

  @Test func keepsDifferentWordsApart() {
    #expect(FoldedText("мол") != FoldedText("моль"))
    #expect(FoldedText("мо ль") != FoldedText("моль"))
  }
}
