/// Texts of a bit of everything.
extension CostSample {
  package static let ordinary = CostSample.text(
    "Дети *посадили* лук на окне и каждый день смотрели, как он растёт; «ёлка» – это 12 шагов. Педагоги спросили: "
      + "[что](../projects/ogorod.md) изменилось?\n\n")

  private static let fragments = [
    "Маша ", "Петрова ", "5 лет ", "с ОНР ", "+7 (812) 555-12-13 ", "a@b.ru ", "@", "[а](projects/x)", "[а](#x)",
    "## Раздел\n\n", "\n\n", "\n", "- пункт\n", "• а\n", "«", "»", "\"", " - ", "...", "\u{A0}", "\u{301}", "ё", "<b>",
    "[^1]",
    "[^1]: а\n\n", "| а | б |\n", "|-|-|\n", "1) а\n", "**", "_", "`", "http://a.ru/ ", "![](a.jpg)", "сло\u{AD}во ",
    "\u{200B}", "12.03.2024 ", "двенадцать ", "мама ", "группы ", "C:\\a ", ".", "! ", "и в на ", "№ 5 ", "%D0%", "(",
    "[",
    "]", "> а\n", "\t", "    ", "а", "_www.a", "к: а\n", "к: \"", "  - ",
  ]

  /// Runs of a few fragments, in the text or among the fields; the same seed gives the same one.
  package static func mixture(seed: UInt64) -> CostSample {
    CostSample(name: "mixture \(seed)") { bytes in
      var random = SplitMix64(seed: seed)
      let choice = (0..<3).map { _ in fragments[random.below(fragments.count)] }
      var text = ""
      while text.utf8.count < bytes {
        let unit = choice[random.below(3)] + (random.below(3) == 0 ? choice[random.below(3)] : "")
        text += String(repeating: unit, count: [1, 2, 5, 50, 500][random.below(5)])
      }
      return seed.isMultiple(of: 4) ? project(text + "\n") : project(text: text)
    }
  }
}
