import OpytModel
import SampleTexts
import Testing

/// Keys are compared in lower case, ё as е, blanks and hyphens as `_`.
struct FieldKeyTests {
  @Test(arguments: [
    ("Ёлка Ёж", "елка_еж"), ("  ЦЕЛЬ ", "цель"), ("образовательные-области", "образовательные_области"),
    ("Ф.И.О.", "ф.и.о."), ("Based On", "based_on"), ("цель\u{A0}занятия", "цель_занятия"), ("и\u{306}од", "йод"),
    ("ЇЖАК", "їжак"), ("«цель»", "«цель»"), ("це\u{200B}ль", "цель"), ("", ""), ("-", "_"),
  ])
  func isNormalized(_ key: String, normalized: String) {
    #expect(FieldKey.normalized(key) == normalized)
  }

  /// However letters stand together.
  @Test func anyLetters() {
    let pieces = ["а", "Я", "Ё", "ё", "п", "П", "р", "Р", "a", "Z", "-", " ", "_", "5", "."]
    var random = SplitMix64(seed: 3)
    for _ in 0..<2_000 {
      let key = "а" + (0..<random.below(8)).map { _ in pieces[random.below(pieces.count)] }.joined() + "я"
      let wanted = String(key.lowercased().map { "- ".contains($0) ? "_" : $0 == "ё" ? "е" : $0 })
      #expect(FieldKey.normalized(key) == wanted, "\(key)")
    }
  }
}
