import Testing

/// Texts at the limits. Each is built where it is used: together they are many megabytes.
enum LimitTexts {
  struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    private let build: @Sendable () -> String

    init(_ name: String, _ build: @autoclosure @escaping @Sendable () -> String) {
      self.name = name
      self.build = build
    }

    var text: String { build() }
    var testDescription: String { name }
  }

  static func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  static func numbered(_ numbers: Range<Int>, _ text: (Int) -> String) -> String { numbers.map(text).joined() }

  // MARK: What must be refused

  /// With the first line that may be named, and a word of the message.
  static let excessive: [(Sample, line: Int32, words: String)] = [
    // A table of 3000 × 3000 in 18 kB, and many tables just below the limit.
    (Sample("3000 × 3000", times("a|", 3_000) + "\n" + times("-|", 3_000) + "\n" + times("a\n", 3_000)), 4, "столбцов"),
    (Sample("101 columns", times("|a", 101) + "\n" + times("|-", 101) + "\n"), 4, "100 столбцов"),
    (Sample("50 001 cells", table(columns: 100, rows: 501)), 503, "50000 ячеек"),
    (Sample("two tables", times(table(columns: 100, rows: 300) + "\n", 2)), 500, "ячеек"),
    (Sample("wide in a quote", "> " + times("a|", 3_000) + "\n> " + times("-|", 3_000) + "\n"), 4, "столбцов"),
    (Sample("wide in a list", "- " + times("a|", 3_000) + "\n  " + times("-|", 3_000) + "\n"), 4, "столбцов"),
    // Nesting.
    (Sample("101 quotes", times(">", 101) + "a"), 3, "100 уровней"),
    (Sample("101 lists", times("- ", 101) + "a"), 3, "уровней"),
    (Sample("101 numbered lists", times("1. ", 101) + "a"), 3, "уровней"),
    (Sample("quotes and lists", times("> - ", 51) + "a"), 3, "уровней"),
    (Sample("staircase", numbered(0..<300) { times("  ", $0) + "- a\n" }), 104, "уровней"),
    (Sample("footnotes in footnotes", times("[^a]: ", 101) + "a"), 3, "уровней"),
    (Sample("100 000 lists", times("- ", 100_000)), 3, "уровней"),
    (Sample("100 000 quotes", times(">", 100_000)), 3, "уровней"),
    // Work.
    (Sample("images around links", "x " + times("![[]()", 100_000)), 3, "«![»"),
    (Sample("instructions", "x " + times("<?", 200_000)), 3, "«<»"),
    (Sample("CDATA", "x " + times("<![CDATA[", 100_000)), 3, "«<»"),
    (Sample("mail", times("a@b.c", 200_000)), 3, "«@»"),
    (Sample("delimiter rows", times("|", 100_000) + "\n" + times("|-|\n", 20_000)), 3, "«|»"),
    (Sample("closing parentheses", "www.a.b" + times(")", 300_000)), 3, "«)»"),
    (Sample("definitions, then delimiter rows", times("[a]: b\n", 50_000) + times("|-|\n", 1_000)), 5_000, "«"),
    (Sample("mail on many lines", times("a@b.c\na@b.\n:-", 70_000)), 100, "«"),
    (Sample("lines, then a delimiter row", "д" + times("\nд", 300_000) + "\n|-|\n"), 300_000, "«"),
    (Sample("blank lines in 100 lists", times("- ", 100) + "a\n" + times("\n", 900_000)), 3, "«"),
    // Memory.
    (Sample("nothing but quotes", times("\"", 1_000_000)), 3, "памяти"),
    (Sample("quotes and a tilde", times("\"", 1_000_000) + "~"), 3, "памяти"),
    // One long address, referred to again and again: 130 kB that would make a gigabyte.
    (Sample("long address", "[a]: " + times("b", 100_000) + "\n\n" + times("[a] ", 10_000)), 5, "адрес"),
    (Sample("long title", "[a]: b \"" + times("b\n", 50_000) + "\"\n\n" + times("[a]\n\n", 10_000)), 50_000, "адрес"),
  ]

  static func table(columns: Int, rows: Int) -> String {
    times("a|", columns - 1) + "a\n" + times("-|", columns - 1) + "-\n" + times("a\n", rows - 1)
  }

  // MARK: What methodologists write

  private static let link = "[Огород на окне](../projects/ogorod-na-okne.md#etapy)"

  static let plausible: [Sample] = [
    Sample(
      "table of 300 rows with links",
      "| № | Мероприятие | Срок | Кто |\n|---|:--|:-:|--:|\n"
        + times("| 1 | Семинар «Среда» \(link) | 12:30–13:15 | Иванова А. А. (a@b.ru) |\n", 300)),
    Sample(
      "table of 1000 rows",
      "| № | Показатель | Было | Стало |\n|---|---|---|---|\n"
        + times("| 1 | Познавательная активность детей | 45 % | 67 % |\n", 1_000)),
    Sample(
      "table of 20 columns",
      times("| месяц ", 20) + "|\n" + times("|---", 20) + "|\n" + times(times("| да ", 20) + "|\n", 200)),
    Sample("tables in a list", "- пункт\n\n" + times("  | а | б |\n  |---|---|\n  | \(link) | да |\n\n", 100)),
    Sample("tables in quotes", times("> | а | б |\n> |---|---|\n> | \(link) | да |\n\n", 100)),
    Sample(
      "list of six levels", times(numbered(0..<6) { times("  ", $0) + "- Пункт с *выделением* и \(link)\n" }, 200)),
    Sample(
      "loose list of six levels", times(numbered(0..<6) { times("   ", $0) + "1. Пункт с **выделением**\n\n" }, 200)),
    Sample(
      "400 sources",
      numbered(1..<401) {
        "\($0). Выготский, Л. С. Мышление и речь / Л. С. Выготский. – М. : Лабиринт, 1999. – 352 с. – URL: https://example.org/book/\($0)?a=b (дата обращения: 12.03.2026).\n"
      }),
    Sample(
      "sources with links", times("1. Источник <https://example.org/a/b/c> [1: с. 122] (см. [там же](a.md))\n", 500)),
    Sample("contacts", times("- Детский сад № 5: тел. +7 (812) 000-00-00, sad5@example.org, www.example.org\n", 500)),
    Sample(
      "300 footnotes",
      numbered(1..<301) { "Слово[^\($0)] и ещё.\n" } + "\n" + numbered(1..<301) { "[^\($0)]: Выготский: с. \($0).\n" }),
    Sample(
      "300 definitions",
      numbered(1..<301) { "[имя\($0)]: https://example.org/очень/длинный/адрес/\($0)\n" } + "\n"
        + numbered(1..<301) { "[имя\($0)] " }),
    Sample("schedule", times("09:00–09:30 – регистрация; 09:30–10:15 – «Среда» (Иванова А. А.)  \n", 300)),
    Sample("YAML", "```yaml\n" + times("- name: \"x\"\n  list: [a, b, <c>]\n  # ---\n", 500) + "```\n"),
    Sample("JSON", "```json\n" + times("{\"a\":[1,2,{\"b\":\"c@d.e\"}],\"f\":null},", 600) + "\n```\n"),
    Sample(
      "Swift",
      "```\n" + times("let x: [String: [Int]] = y.map { ($0, *p, ~q, `r`, _ , a | b) } // <T>\n", 400) + "```\n"),
    Sample("tree of files", "```\n" + times("|   |-- folder\n|   |   `-- file.md\n", 400) + "```\n"),
    Sample("frames", "```\n" + times("+----+----+\n| a  | b  |\n", 300) + "```\n"),
    Sample("indented code", times("    отступ: [а](б) <в> *г*\n", 1_000)),
    Sample("one long line", times("Слово «ёлка» (см. \(link)): *да* – **нет**! ", 300)),
    Sample(
      "160 kB without a blank line",
      times("Строка без разметки, как её пишут в блокноте; в ней скобки (вот) и двоеточия: да.\n", 1_200)),
    Sample("quotation", times("> Цитата в *несколько* строк [с ссылкой](a.md).\n", 1_000)),
    Sample("signs", times("!!! Внимание ??? <- -> <3 ~ 5 * 6 _ 7 |\n", 500)),
    Sample(
      "lines of dashes",
      times("—", 300_000) + "\n\n" + times("_", 2_000) + "\n\n" + times("-", 5_000) + "\n\n" + times("*", 2_000) + "\n"),
    Sample("photos", times("![Фото занятия](photo.jpg)\n", 400)),
    Sample("tasks", times("- [x] сделано, [ссылка](a.md)\n", 1_000)),
  ]

  // MARK: What was made to hang

  static let units = [
    "[", "![", "![[]()", "](", "]", "[]", "[a](", "[a](b \"", "[a](<b", "[[a](b)", "[a][", "[a]: ", "[a]: <",
    "[a]: b \"", "*",
    "**", "_", "*a_", "*a **a ", "_a", "a_", "**a*", "a**b", "~", "~~", "~~a ", "a~~", "*~~", "`", "`a``b```", "<",
    "<!A",
    "<!A>", "<!--", "<?", "<![CDATA[", "<a ", "<a b=\"", "<b>", "</b>", "<a@", "<http:", "@", "a@b.", "a@b.c", "a@b.c ",
    ".a@b.c", "|", "|a", "|\n", "a|\n", "|-|\n", "|-\n", "|-|-|\n", "a|b|c\n|-|\n", "[^", "[^a]", "[^a]: b\n",
    "[^a]: b\n\n",
    "[a]: b\n", "[a]: b\n\n[a]\n\n", "www.", "www.a", "www.a ", "www.a(", "www.a)", ":", "http:", "http://",
    "http://a.b ",
    "ftp://", "xmpp:", "(", ")", "\"", "'", "&", "&amp", "&amp;", "&#1", "\\", "\\|", "!", "[!", "*[", "_[", "![*", ">",
    ">a\n", "> ", "-", "- ", "-\n", "- a\n", "- a\n\n", "1. ", "1. a\n", "*\n", "- [ ] ", "- [ ] a\n", "#", "# a\n",
    "#\n",
    "=\n", "a\n=\n", "---\n", "\n", " \n", "    ", "\t", "\ta\n", ">```\n", "```\n", "~~~\n", "<div>\n", "<div>\n\n",
    "<script>\n", "<!-- -->\n", "д", "x", "\u{301}", "&quot;", "a\\\n", "a  \n",
  ]

  static let combined: [Sample] = [
    Sample("[^n a ]^n", times("[", 12_500) + "a" + times("]", 12_500)),
    Sample("![^n a ](b)^n", times("![", 6_250) + "a" + times("](b)", 6_250)),
    Sample("*^n a _^n", times("*", 12_500) + "a" + times("_", 12_500)),
    Sample("**a^n b**^n", times("**a ", 6_250) + times("b** ", 6_250)),
    Sample("backticks that do not match", times("`", 12_500) + " " + times("`", 12_500)),
    Sample("longer and longer backticks", numbered(1..<1_400) { times("`", $0) + " " }),
    Sample("parentheses in an address", "http://a" + times("(", 12_500) + times(")", 12_500)),
    Sample("entities behind an address", "www.a." + times("&a;", 6_250)),
    Sample("parentheses in a destination", times("[a](", 3_125) + times("(", 6_250)),
    Sample("tags that end far away", times("<a ", 1_875) + times(">", 1_875)),
    Sample("lazy lines in 99 lists", times("- ", 99) + "a\n" + times("b\n", 25_000)),
    Sample("99 lists again and again", times(times("- ", 99) + "a\n", 4_000)),
    Sample("99 quotes again and again", times(times(">", 99) + "a\n", 9_000)),
    Sample("lines in 99 lists", times("- ", 99) + "a\n" + times(times(" ", 198) + "b\n", 4_000)),
    Sample("links in 99 quotes", times(">", 99) + times("[a](", 12_500)),
    Sample("images in a quote", times("> " + times("![[]()", 20) + "\n", 6_000)),
    Sample("instructions in a list", times("- " + times("<?", 50) + "\n", 9_000)),
    Sample("instructions in an indented list", times("  - " + times("<?", 50) + "\n", 9_000)),
    Sample("instructions behind a bar", times("| " + times("<?", 50) + " |\n", 9_000)),
    Sample("images in a table", "| a |\n|---|\n" + times("| " + times("![[]()", 20) + " |\n", 6_000)),
    Sample("instructions in a cell", "| a |\n|---|\n| " + times("<?", 18_750) + " |\n"),
    Sample("bars in a row", "| a |\n|---|\n" + times("|", 31_250)),
    Sample("bars in a row in a list", "- | a |\n  |---|\n  " + times("|", 31_250) + "\n"),
    Sample("tables that do not match in a quote", times("> | a |\n> |-|-|\n", 3_125)),
    Sample("tables that do not match in a list", times("1. | a |\n   |-|-|\n", 3_125)),
    Sample("empty items in a paragraph", times("[[[[\n*\n", 6_250)),
    Sample("numbers in a paragraph", times("<?<?\n1.\n", 5_000)),
    Sample("indented quotes in a paragraph", times("<?<?\n    > \n", 3_125)),
    Sample("indented items in a paragraph", "- a\n" + times("      - <?<?\n", 3_125)),
    Sample("30 000 footnotes", numbered(0..<1_875) { "[^\($0)]: a\n\n" } + numbered(0..<1_875) { "[^\($0)] " }),
    Sample("a footnote 200 000 times", "[^1]: a\n\n" + times("[^1] ", 12_500)),
    Sample("50 000 definitions", numbered(0..<3_125) { "[\($0)]: a\n" } + "\n" + numbered(0..<3_125) { "[\($0)] " }),
    Sample("links in one line", times("[a](b.md) ", 6_250)),
    Sample("escaped links in one line", times("[a](b&amp;c.md) ", 1_250)),
    Sample("links that are not found", times("[a](b&#46;md)\n", 3_750)),
    Sample("images in links", times("[a](a ![b](c)) ", 3_750)),
    Sample("tags", times("<b>", 1_250) + "\n" + times("<b>\n", 12_500)),
    Sample("headings", times("# a\n\n", 12_500)),
    Sample("blocks of HTML", times("<div>\n\n", 8_750)),
    Sample("paragraphs", times("a\n\n", 21_250)),
    Sample("less-than signs in a script", "<script>\n" + times("<", 62_500)),
    Sample("scripts in pre", "<pre>\n" + times("<script", 8_750)),
    Sample("less-than signs in a comment", "<!--\n" + times("<", 62_500)),
    Sample("scripts in a style", "<style>\n" + times("<script>\n\n", 6_250)),
    Sample("brackets in code", "```\n" + times("[", 62_500)),
    Sample("a fence that is none", "    ```\n" + times("![[]()", 6_250)),
    Sample("a fence that ends with its quote", "> ```\nx " + times("<?", 18_750)),
    Sample("a definition 200 000 times", "[a]: b\n" + times("[a]\n", 12_500)),
    Sample("bars", times("|", 62_500)),
    Sample("delimiters", "|" + times("-|", 31_250)),
  ]
}
