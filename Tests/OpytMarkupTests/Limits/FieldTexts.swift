/// Front matters at the limits.
extension LimitTexts {
  /// With the code they are refused by.
  static let bombs: [(Sample, code: String)] = [
    (Sample("brackets", "а: " + times("[", 500_000)), "yaml-too-deep"),
    (Sample("braces", "а: " + times("{б: ", 100_000)), "yaml-too-deep"),
    (Sample("dashes", times("- ", 300_000)), "yaml-too-deep"),
    (Sample("staircase", numbered(0..<500) { times(" ", $0) + "а:\n" }), "yaml-too-deep"),
    (
      Sample(
        "aliases", "а: &a [x,x,x,x,x,x,x,x,x]\n" + numbered(0..<8) { "б\($0): &b\($0) [*a,*a,*a,*a,*a,*a,*a,*a]\n" }),
      "yaml-alias"
    ),
    (Sample("anchors", "а: " + times("&a ", 200_000)), "yaml-alias"),
    (Sample("ampersands", times("&", 500_000)), "yaml-alias"),
    (Sample("quotes", "а: " + times("\"", 500_001)), "yaml-invalid"),
    (Sample("commas", "а: [" + times(",", 500_000)), "yaml-invalid"),
    (Sample("question marks", times("? ", 300_000)), "yaml-invalid"),
    (Sample("a long key", times("а", 400_000) + ": б"), "yaml-invalid"),
    (Sample("exclamation marks", times("!", 500_000)), "yaml-invalid"),
    (Sample("percent signs", times("%", 500_000)), "yaml-invalid"),
  ]

  /// Much is not a bomb.
  static let longFields: [Sample] = [
    Sample("20 000 keys", numbered(0..<20_000) { "ключ\($0): значение\n" }),
    Sample("40 000 items", "а:\n" + times("  - значение\n", 40_000)),
    Sample("200 000 items in brackets", "а: [" + times("x, ", 200_000) + "x]"),
    Sample("a long text", "а: |\n" + times("  строка текста\n", 30_000)),
    Sample("a long line", "а: \"" + times("слово ", 80_000) + "\""),
    Sample("line separators", "а: " + times("слово\u{2028}", 60_000)),
    Sample("keys and line separators", numbered(0..<8_000) { "к\($0): а\u{2028}б\n" }),
  ]
}
