/// Kinds of texts that once took long, and their neighbours.
extension CostSample {
  package static let all: [CostSample] = references + anchors + keys + records + words + typography + markup + slips

  /// What every run of the tests has time for: those that took longest, and some of the others.
  package static let selection: [CostSample] =
    references + keys + slow
    + (anchors + records + words + typography + markup + slips).enumerated().filter { $0.offset.isMultiple(of: 9) }
    .map(\.element)

  /// What once took most of a machine's memory.
  package static let costly: [CostSample] = [
    .text("one definition, many links") { $0 == 0 ? "[r]: ../projects/ogo.md\n\n" : "[r]\n\n" }, .text("\""),
    .lines("authors", "one person") { _ in "  - ilina\n" },
  ]

  private static let slow: [CostSample] = [
    .text("broken anchors beside headings") { "## \(word($0))\n\n[там](#razdel-x\($0))\n\n" },
    .text("one definition, many links") { $0 == 0 ? "[r]: ../projects/ogo.md\n\n" : "[r]\n\n" },
    .text("кв. 7 "), .text("Маша с ОНР дома говорит мало, "), .field("summary", "+7 (812) 555-12-13 "),
    .field("title", "и\u{306}"),
  ]

  private static let references: [CostSample] = [
    .lines("authors", "unknown people") { "  - \(word($0)) Анна Петровна\n" },
    .lines("authors", "unknown ids") { "  - gusev-anto\($0)\n" },
    .lines("authors", "one slip") { _ in "  - ilnia\n" },
    .lines("authors", "one person") { _ in "  - ilina\n" },
    .lines("authors", "several in each line") { "  - Гусев А. П., \(word($0)) А. В.\n" },
    .lines("authors", "one unknown name") { $0 == 0 ? "  - г\n" : "    усев\n" },
    .field("authors", "Гусев А. П., "), .field("authors", "Гусев А. П.; "), .field("authors", "Гусев Антон и "),
    CostSample(name: "authors in brackets") {
      project("authors: [\(numbered($0) { "imya-\($0), " })x]\n", without: "authors")
    },
    .lines("based_on", "unknown") { "  - projects/a\($0)\n" },
    .lines("based_on", "near titles") { "  - Огород на окне \($0)\n" },
    .lines("attachments", "missing") { "  - file: plan-\($0).pdf\n    title: а\n" },
    .lines("attachments", "one missing") { _ in "  - file: plan-1.pdf\n    title: а\n" },
    .lines("attachments", "words alone") { "  - plan-\($0).pdf\n" },
    .lines("photos", "missing") { "  - file: a\($0).jpg\n    alt: а\n" },
    .lines("aliases", "ever longer") { "  - /\(String(repeating: "a/", count: min($0, 200)))\n" },
    .lines("keywords", "different") { "  - \(word($0))\n" },
    .lines("sources", "different") { "  - Выготский Л. С. Мышление \($0)\n" },
  ]

  private static let anchors: [CostSample] = [
    .text("broken anchors beside headings") { "## \(word($0))\n\n[там](#razdel-x\($0))\n\n" },
    .text("good anchors beside headings") { "## Раздел \($0)\n\n[там](#razdel-\($0))\n\n" },
    .text("headings of one title") { _ in "## Раздел\n\n" },
    .text("headings that look numbered") { "## a\n\n## a \($0)\n\n## a \($0) \($0)\n\n" },
    .text("anchors of another text") { "[там](../projects/ogorod.md#razdel-x\($0))\n\n" },
    .text("broken links") { "[там](projects/ogorod-\($0))\n\n" },
    .text("[там](projects/ogorod-na)\n\n"),
    .text("missing files") { "[там](plan-\($0).pdf)\n\n" },
    .text("[а](../projects/ogorod.md) "), .text("[а](../projects/ogorod.md)\n\n"), .text("[а](../ogorod.md) "),
    .text("![](b.jpg) "), .text("[а](%D0%B0%D0%B1.md)\n\n"), .text("[а](%D0%zz.md)\n\n"),
    .text("[а](C:\\Docs\\a.docx)\n\n"), .text("[а](javascript:alert)\n\n"), .text("[а](mailto:a@b.ru)\n\n"),
    .text("long relative addresses") { _ in "[а](\(String(repeating: "../", count: 300))a.md)\n\n" },
    .text("links ever longer") { "[а](\(String(repeating: "x", count: min($0, 400))).md)\n\n" },
    .text("one definition, many links") { $0 == 0 ? "[r]: ../projects/ogo.md\n\n" : "[r]\n\n" },
    .text("definitions") { "[r\($0)]: ../projects/ogorod.md\n" },
    .text("footnotes") { "а[^\($0)]\n\n[^\($0)]: б\n\n" }, .text("undefined footnotes") { "а[^\($0)] " },
    .text("one footnote") { $0 == 0 ? "[^1]: б\n\n" : "а[^1] " },
  ]

  private static let keys: [CostSample] = [
    .fields("unknown") { "kluch\($0): a\n" }, .fields("unknown, Russian") { "\(word($0)): а\n" },
    .fields("near") { "authers\($0): a\n" }, .fields("long") { "\(String(repeating: "к", count: 90))\($0): а\n" },
    .fields("twice") { _ in "goal: а\n" }, .fields("unknown, twice") { _ in "goall: а\n" },
    .fields("in both languages") { _ in "goal: а\nцель: б\n" },
    .fields("of other places") {
      ["minutes", "presenters", "host", "consent", "alt", "file", "room"][$0 % 7] + ": а\n"
    },
    .fields("hinted at") { ["телефон", "фото", "ссылка", "выводы", "период"][$0 % 5] + "_\($0): а\n" },
    .fields("of several words") { "цель_\(word($0))_\($0): а\n" },
    .lines("stages", "unknown keys") { "  - titel\($0): а\n" },
    .lines("stages", "keys of one record") { $0 == 0 ? "  - title: а\n" : "    klyuch\($0): а\n" },
  ]

  private static let records: [CostSample] = [
    .lines("stages", "words alone") { _ in "  - а\n" }, .lines("stages", "none wrong") { "  - title: а\($0)\n" },
    .lines("stages", "days that are none") { "  - title: а\n    start: 32.13.\($0)\n" },
    .lines("stages", "days in words") { _ in "  - title: а\n    start: двенадцатого марта 2024\n" },
    .lines("tasks", "a record") { "  k\($0): а\n" }, .lines("goal", "a record") { "  k\($0): а\n" },
    .lines("goal", "a list") { "  - k\($0)\n" }, .lines("tasks", "lists") { _ in "  - [а, б]\n" },
    .field("tasks", "узнать; "), .field("tasks", "узнать, "), .field("tasks", "1) узнать 2) узнать "),
    .lines("ages", "unknown") { "  - \($0)-\($0 + 3)\n" }, .lines("ages", "one") { _ in "  - 4-5\n" },
    .lines("areas", "unknown") { "  - \(word($0))\n" }, .lines("areas", "in words") { "  - речевое и \($0)\n" },
    .field("type", "творческий "), .field("status", "ы"), .field("start", "12 "), .field("start", "марта "),
    .field("start", "12.03.2024 - "),
    .lines("results", "a record") { $0 == 0 ? "  children:\n" : "    - а\($0)\n" },
    .lines("results", "a wrong record") { "  deti\($0): а\n" },
    .lines("indicators", "points") {
      $0 == 0 ? "  - name: а\n    points:\n" : "      - {period: п\($0), value: \($0)}\n"
    },
    .lines("indicators", "no numbers") {
      $0 == 0 ? "  - name: а\n    points:\n" : "      - {period: п, value: x\($0)}\n"
    },
  ]

  /// What may be somebody's.
  private static let words: [CostSample] =
    [
      "+7 (812) 555-12-13 ", "8 912 345 67 89\n", "7 8", "7-8(1)", "+7 ", "555-12-13, ", "Маша, 5 лет, Петя (6 лет) ",
      "Маша Петрова Иванова ", "Маша Петрова\n", "5 лет ", "@", "a@b ", "anna@mail.ru ", "anna@mail.ru\n\n", "@a.",
      "Маша с ОНР дома говорит мало, ", "Маша с ОНР\n", "с диагнозом ", "Иванова А. А., ", "123-456-789 01 ",
      "ул. Ленина, д. 5, кв. 7 ", "кв. 7 ", "изменен ", "[1] ", "[2: с. 122]\n",
    ].map { .text($0) } + [
      .text("Маша ", then: "ОНР "), .text("с ОНР ", then: "Маша "), .text("с ОНР Ма", then: "ша "),
      .text("telephones") { "+7 (812) 555-\($0 % 90 + 10)-\($0 / 90 % 90 + 10) " },
      .text("mailboxes") { "anna\($0)@mail.ru\n" }, .field("summary", "+7 (812) 555-12-13 "),
      .field("goal", "Маша с ОНР дома говорит мало и "), .field("goal", "anna@mail.ru "),
      .lines("tasks", "children") { _ in "  - Маша с ОНР дома говорит мало\n" },
    ]

  /// How a text is set.
  private static let typography: [CostSample] =
    [
      "\u{301}", "и\u{306} е\u{308}", "«слово ", "\"слово ", "\"", "„слово “", "'слово ", ".", "а...", " - ", "—",
      "\u{A0}",
      " ", "и в на ", "№ 5 % 10 г. ", "5-6-", "слово ", "ы", "a", "сло\u{AD}во ", "а\u{200B}б", "а\r\nб\n", "cлово ",
      "СЛОВО ",
      "(c) (tm) ", "😀", "👨‍👩‍👧", "12.03.2024 ", "12:30 ", "ё",
    ].flatMap { [.text($0), .field("goal", "а" + $0)] } + [
      .field("title", "\u{301}"), .field("title", "а\u{301}"), .field("title", "и\u{306}"), .field("title", "а"),
      .field("title", "слово "), .field("title", "\u{A0}"), .field("summary", "\u{301}"), .field("summary", "слово "),
      .lines("tasks", "quotes") { _ in "  - '\"слово'\n" },
    ]

  private static let markup: [CostSample] =
    [
      "**", "**а ", "[", "](", "[а](", "[^1] ", "`", "`а``б```", "<b>", "<!-- ", "&amp;", "&#12345;", "~~а ", "_а",
      "_www.a",
      "• пункт\n", "• пункт\n\n", "- пункт\n", "1) пункт\n", "– пункт\n", "> а\n", "#а\n", "# а\n\n", "== а ==\n\n",
      "* * *\n",
      "|", "|а|\n", "а|б\n", "а|б\n\n", "|-|\n", "| а | б |\n", "|а|\n|-|\n|б|\n\n", "|а|б|\n\n", "а\tб\n", ": а\n",
      "{{ a }}", "${a}", "\\а", "http://a.ru/x ", "http://пример.рф/ ", "www.a.ru ", "C:\\Users\\Анна\\a.docx ",
      "file:///C:/a.docx\n\n", "\\\\server\\share\\a ", "<div>\n\n", "- а\n  - б\n    - в\n", "- [ ] а\n", "^[а] ",
      "[[а]] ",
      "[а] (b.md) ", "[а](б в.md) ", "а_b_", "$$а$$ ", "а  \n", "\n",
    ].map { .text($0) } + [
      .text("a table") { $0 == 0 ? "а|б\n-|-\n" : "в|г\n" },
      .text("a table of long words") {
        $0 == 0 ? "а|б\n-|-\n" : "\(String(repeating: "здравоохранение", count: 9))|г\n"
      },
      .text("a table of one column") { $0 == 0 ? "|а|\n|-|\n" : "|в|\n" },
      CostSample(name: "no fields") { times("Дети посадили лук.\n\n", $0) },
      CostSample(name: "fields without an end") { "---\n" + times("title: а\n", $0) },
    ]

  /// Lines of fields with slips in them.
  private static let slips: [CostSample] =
    [
      "\tа: б\n", "ключ:\tа\n", "  \t- а\n", "• а\n", "задачи: • а\n", "к: \"а\n", "- 'а\n", "к: а: б\n", "к: «а»: б\n",
      "к: &a б\n", "к: *a\n", "к: !a б\n", "%а\n", "к: @а\n", "к: `а`\n", "к: [а\n", "к: {а\n", "к: а,\n", "ключ\n",
      "ключ:а\n",
      "-а\n", "  к: а\n к2: б\n", "к: а\n  б: в\n", "к : а\n", "к: >\n   а\n  б\n", "# а\n", "к: а #б\n", "...\n",
      "к:\u{A0}а\n", "\u{A0}\u{A0}- а\n", "к\u{200B}: а\n", "к： а\n", "1. а\n", "1) а\n", "— а\n", "*а\n", "? а\n",
      "\n",
      "к: а\nпродолжение\n", "tasks:\n- а\n", "к: а\r\n", "к = а\n", "\"к\": а\n", "к: “а\n", "к: \"\\d\"\n", ": а\n",
      "## а\n",
    ].flatMap { line in
      [
        .fields(line.debugDescription) { _ in line },
        .lines("tasks", line.debugDescription) { _ in "  - " + line },
      ]
    } + [
      .fields("different quotes") { "к\($0): \"а\" б\n" }, .fields("different tabs") { "к\($0):\tа\n" },
      .fields("different colons") { "к\($0): а: б\n" },
      .fields("a line of commas") { $0 == 0 ? "к: [а" : ", а" },
      .fields("plain words") { $0 == 0 ? "к: а\n" : "  слово\n" },
      .fields("quoted words") { $0 == 0 ? "к: \"а\n" : "  слово\n" },
      .fields("a block") { $0 == 0 ? "к: |\n" : "  слово\n" },
      .lines("goal", "folded") { $0 == 0 ? "  >-\n" : "  слово слово\n" },
    ]
}
