import OpytDiagnostics
import OpytMarkup
import Testing

/// Signs that look like markup and are none.
struct LookalikeTests {
  /// What is told of a text: `3:1 • …`, the place in the file and what stands there.
  private static func told(_ markdown: String) -> [String] {
    let reading = Reading(body: markdown)
    return reading.diagnostics.filter { $0.code == .markupLookalike }.map { diagnostic in
      guard let range = diagnostic.location.range else { return "–" }
      return "\(range.start.line):\(range.start.column) \(reading.text(at: range) ?? "?")"
    }
  }

  @Test(
    "items of lists that are none",
    arguments: [
      ("• сажать;\n• полить", "3:1 •"),
      ("Понадобится:\n• земля", "4:1 •"),
      ("\u{F0B7} земля", "3:1 \u{F0B7}"),
      ("▪ земля\n\n▪ вода", "3:1 ▪"),
      ("✓ земля\n✓ вода", "3:1 ✓"),
      ("– земля;\n– вода.", "3:1 –"),
      ("— Земля;\n— Вода;", "3:1 —"),
      ("Понадобится:\n– земля", "4:1 –"),
      ("– тире один\n– тире два", "3:1 –"),
      ("– Лук\n– Чеснок,\n– Укроп.", "3:1 –"),
      ("– земля;\n\n– вода.", "3:1 –"),
      ("Понадобится:\n— Земля\n— Вода", "4:1 —"),
      ("-земля", "3:1 -"),
      ("+земля\n+вода", "3:1 +"),
      ("*земля\n*вода", "3:1 *"),
      ("-\u{A0}земля", "3:1 -"),
      ("-\u{2009}земля", "3:1 -"),
      ("\u{200B}- земля", "3:2 -"),
      ("\u{AD}1. земля", "3:2 1."),
      ("1.\u{A0}земля\n2.\u{A0}вода", "3:1 1."),
      ("1)земля\n2)вода", "3:1 1)"),
      ("Ход:\n2. Сажаем\n3. Поливаем", "4:1 2."),
      ("а) лук\nб) чеснок", "3:1 а)"),
      ("> • сажать;\n> • полить", "3:3 •"),
      ("1. Земля\n  - чернозём", "4:3 -"),
      ("1. Земля\n - чернозём\n2. Вода", "4:2 -"),
      ("10. Земля\n   * чернозём", "4:4 *"),
      ("- [х] сделано", "3:3 [х]"),
      ("- [V] сделано", "3:3 [V]"),
      ("- [] нет", "3:3 []"),
      ("- [x]сделано", "3:3 [x]"),
      ("1. [ x ] сделано", "3:4 [ x ]"),
    ])
  func items(_ markdown: String, place: String) {
    #expect(Self.told(markdown) == [place] || Self.told(markdown).first == place && markdown.contains("\n\n"))
  }

  @Test(
    "headings, tables and paragraphs that are none",
    arguments: [
      ("##Задачи", "3:1 ##"),
      ("#Задачи", "3:1 #"),
      ("##\u{A0}Задачи", "3:1 ##\u{A0}"),
      ("Текст.\n###Ход работы", "4:1 ###"),
      ("\u{200B}## Задачи", "3:1 \u{200B}## "),
      ("####### Задачи", "3:1 #######"),
      ("| Имя | Возраст |\n| Аня | 5 |", "3:1 | Имя | Возраст |"),
      ("Имя | Возраст\nАня | 5", "3:1 Имя | Возраст"),
      ("| а | б | в |\n|---|---|\n| 1 | 2 | 3 |", "3:1 | а | б | в |"),
      ("| а | б |\n|——|——|\n| 1 | 2 |", "4:1 |——|——|"),
      ("Имя\tВозраст\nАня\t5", "3:1 Имя\tВозраст"),
      ("Имя; возраст; вопросов\nАня; 5; 12", "3:1 Имя; возраст; вопросов"),
      ("Имя ; Возраст\n--- ; ---\nАня ; 5", "3:1 Имя ; Возраст"),
      ("    Абзац с отступом.", "3:5 Абзац с отступом."),
      ("\tАбзац с отступом.", "3:2 Абзац с отступом."),
      ("Первая строка длинного абзаца,\nвторая его строка.\n---", "5:1 ---"),
      ("| а | б |\n|---|---|\n| 1 | 2 | лишняя |", "5:11 лишняя"),
      ("| а | б |\n|---|---|\n1 | 2 | *три* | 4", "5:9 *три* | 4"),
    ])
  func blocks(_ markdown: String, place: String) {
    #expect(Self.told(markdown) == [place])
  }

  @Test(
    "emphasis, links, footnotes and addresses that are none",
    arguments: [
      ("**Цель:**вырастить", "3:1 **"),
      ("вырастить**«лук»** тут", "3:10 **"),
      ("** Цель ** тут", "3:1 **"),
      ("**Цель: вырастить", "3:1 **"),
      ("*Цель:*вырастить", "3:1 *"),
      ("__Цель:__вырастить", "3:1 __"),
      ("~~ нет ~~ да", "3:1 ~~"),
      ("- **Цель:**вырастить", "3:3 **"),
      ("| а |\n|---|\n| **Цель:**вырастить |", "5:3 **"),
      ("![Куст](мой куст.png)", "3:9 мой куст.png"),
      ("[план](план работы.docx)", "3:8 план работы.docx"),
      ("[видео] (https://example.org/a)", "3:10 https://example.org/a"),
      ("[план] (plan.docx) рядом", "3:9 plan.docx"),
      ("[план](plan.docx и далее", "3:8 plan.docx"),
      ("[план](plan.docx и [отчёт](a.docx).", "3:8 plan.docx"),
      ("![схема](shema.png\nи слова", "3:10 shema.png"),
      ("[план](plan.docx, с. 5) рядом", "3:8 plan.docx"),
      ("[сайт](https://a.ru/x и слова", "3:8 https://a.ru/x"),
      ("мы: vk.com/sad3.", "3:5 vk.com/sad3"),
      ("Сайт ds2.ru, почта sad@ds2.ru", "3:6 ds2.ru"),
      ("Сайт сад.рф/о-нас", "3:6 сад.рф/о-нас"),
      ("сайт «www.ds2.ru»", "3:7 www.ds2.ru"),
      ("Текст[^1]", "3:6 [^1]"),
      ("Текст\n\n[^a]: Слова сноски.", "5:1 [^a]:"),
      ("[Важно]: принесите", "3:1 [Важно]:"),
      ("Текст.\n\n[важно]: a.md 'т'", "5:1 [важно]:"),
    ])
  func words(_ markdown: String, place: String) {
    #expect(Self.told(markdown) == [place])
  }

  @Test(
    "what is meant as it stands",
    arguments: [
      "- земля\n- вода", "1. раз\n2. два", "1. раз\n   - внутри", "* раз\n\n  ещё", "2019. Грядки.\n2022. Теплица.",
      "- [x] да\n- [ ] нет\n- [X]", "– Кто тут?\n– Я, мышка.", "– Здравствуйте!\n– Привет",
      "– Привет\n– Кто там?", "Дети говорят:\n– Привет.\n– Пока", "– Я…\n– Что", "– Один", "– Лук.\n– Чеснок.",
      "Температура\n-5 градусов", "Он спросил:\n– Кто тут?",
      "## Задачи\n\n# Ход #", "#осень и #сад", "Иванова | Петрова", "№ 5 – лучший",
      "| а | б |\n|---|---|\n| 1 | 2 |\n| 3 |", "| а |\n|---|\n| \\| 1 |", "| а | б |\n|---|---|\n| 1 | 2 | |",
      "```\n• код\n**а:**б\n[^1] [а] (b.md)\n```", "`**Цель:**вырастить` и `[^1]`", "    let x = 1",
      "**Цель:** вырастить", "\\*\\*не выделено\\*\\*", "5 * 6 * 7 и 5*6", "__________", "слово* и сноска*", "2 ** 3",
      "Взяли землю; лук\nи воду; стакан\nи свет; окно.", "Лук; чеснок\nи укроп",
      "земля; лук;\nвода; свет;\nокно; день;",
      "– Где лук?\n\n– Вот он.", "[план](см. ниже", "массив[1](второй и третий", "[а](b.docx \"имя\")",
      "[план](<план работы.docx>)", "массив[1] (второй)", "[важно] (сегодня)", "Текст[^1]\n\n[^1]: Слова.",
      "[а][Имя]\n\n[имя]: a.md", "[имя]\n\n[имя]: a.md", "https://vk.com/sad3 и a@ds2.ru и www.ds2.ru",
      "[vk.com](https://vk.com/)", "И т.д. и т.п.", "файл plan.docx, версия 2.0", "Заголовок\n---", "Текст\n\n---",
      "<!--\n• не видно\n-->",
    ])
  func meant(_ markdown: String) { #expect(Self.told(markdown) == []) }

  @Test("each message says what was typed, what becomes of it and what to type")
  func wording() throws {
    let reading = Reading(try golden("lookalikes.md"))
    let report = DiagnosticReport(reading.diagnostics, fileCount: 1)
    let lines = report.entries.map { entry in
      "\(entry.diagnostic.message.russian)\n  \(entry.diagnostic.advice?.russian ?? "–")\n"
        + "  \(entry.diagnostic.message.english)\n  \(entry.diagnostic.advice?.english ?? "–")\n"
    }
    try expectGolden(lines.joined(), "lookalikes.txt")
  }

  @Test(
    "the mends make markup of it",
    arguments: [
      ("• сажать;\n•\u{A0}полить", "- сажать;\n- полить"),
      ("Нужно:\n– земля;\n– вода", "Нужно:\n- земля;\n- вода"),
      ("##Задачи", "## Задачи"), ("##\u{A0}Задачи", "## Задачи"), ("- [х]сделано", "- [x] сделано"),
      ("-земля\n-вода", "- земля\n- вода"), ("1.земля\n2.вода", "1. земля\n2. вода"),
      ("1. Земля\n  - чернозём", "1. Земля\n   - чернозём"),
      ("[план](план работы.docx)", "[план](<план работы.docx>)"), ("[а] (https://a.ru)", "[а](https://a.ru)"),
      ("[план](plan.docx", "[план](plan.docx)"), ("[а](https://a.ru", "[а](https://a.ru)"),
      ("– земля;", "- земля;"),
      ("мы: vk.com/sad3", "мы: https://vk.com/sad3"),
    ])
  func mends(_ markdown: String, mended: String) throws {
    let reading = Reading(body: markdown)
    let diagnostic = try #require(reading.diagnostics.first { $0.code == .markupLookalike })
    #expect(MendTests.apply(diagnostic.fixes, to: "---\n---\n" + markdown) == "---\n---\n" + mended)
    #expect(Self.told(mended) == [])
  }
}

/// What is kept as the author wrote it.
struct KeptTextTests {
  private static let poem = "Травка зеленеет,\nСолнышко блестит,\nЛасточка с весною\nВ сени к нам летит."

  @Test(
    "lines that were ended on purpose do not run together",
    arguments: [
      (poem, 3), ("> " + poem.split(separator: "\n").joined(separator: "\n> "), 3),
      ("– Кто тут?\n– Я, мышка, которая живёт в норке под большим старым пнём у самого леса.\n– Иди к нам!", 2),
      ("Возраст: 5–6 лет\nВремя: 30 минут", 1), ("• сажать;\n• поливать", 1), ("а) лук\nб) чеснок", 1),
      ("Земля\\\nвода", 1),
    ])
  func apart(_ markdown: String, breaks: Int) {
    let html = Reading(body: markdown).html
    #expect(html.matches(of: /<br>/).count == breaks, "\(html)")
  }

  @Test(
    "lines that were wrapped run together",
    arguments: [
      "Весной мы с детьми посадили лук на окне старшей группы и каждый\nдень поливали его, а потом рисовали.",
      "Мы долго выбирали, чем занять детей в дождливый день, и решили\n– раз уж так вышло – лепить из глины.",
    ])
  func together(_ markdown: String) { #expect(!Reading(body: markdown).html.contains("<br>")) }

  @Test(
    "numbers of lists stay",
    arguments: [
      ("2019. Грядки.\n2022. Теплица.\n2025. Сад.", [2019, 2022, 2025]), ("1. а\n2. б", [1, 2]),
      ("1. а\n1. б\n1. в", [1, 2, 3]), ("0. а\n0. б", [0, 1]), ("3. а\n3. б", [3, 3]), ("1. а\n3. б\n4. в", [1, 3, 4]),
      ("1. а\n\n   ещё\n5. б", [1, 5]), ("- 2019. а\n  2021. б", [2019, 2021]), ("> 7) а\n> 9) б", [7, 9]),
    ])
  func numbers(_ markdown: String, shown: [Int]) throws {
    let html = Reading(body: markdown).html
    var next = html.firstMatch(of: /<ol start="(\d+)"/).flatMap { Int($0.1) } ?? 1
    var seen: [Int] = []
    for item in html.matches(of: /<li(?: value="(\d+)")?>(?!<ol)/) {
      next = item.1.flatMap { Int($0) } ?? next
      seen.append(next)
      next += 1
    }
    #expect(seen == shown)
  }

  @Test("numbers that go back are told", arguments: [("1. а\n2. б\n2. в", "5:1"), ("5. а\n4. б", "4:1")])
  func numbersOutOfOrder(_ markdown: String, place: String) {
    #expect(Reading(body: markdown).problems.first?.hasPrefix(place) == true)
  }

  @Test("a table's words all stay, and a head without words is none")
  func tables() {
    let extra = Reading(body: "| а | б |\n|---|---|\n| 1 | 2 | три |").html
    #expect(extra.contains("<td>1</td><td>2<br>три</td>"))
    let headless = Reading(body: "|  |  |\n|---|---|\n| 1 | 2 |").html
    #expect(!headless.contains("<th") && headless.contains("<tbody>\n<tr><td>1</td>"))
    let corner = Reading(body: "|  | б |\n|---|---|\n| 1 | 2 |").html
    #expect(corner.contains("<tr><td></td><th scope=\"col\">б</th></tr>"))
  }

  @Test(
    "an address ends before the signs of the sentence",
    arguments: [
      ("«https://example.org/sad», и", "https://example.org/sad", "»,"),
      ("“https://example.org/sad”.", "https://example.org/sad", "”."),
      ("https://example.org/sad—и", "https://example.org/sad", "—и"),
      ("https://example.org/sad…", "https://example.org/sad", "…"),
      ("(см. «https://example.org/a_(b)»)", "https://example.org/a_(b)", "»)"),
      ("(www.ds2.ru»)", "www.ds2.ru", "»)"), ("https://example.org/сад?а=б", "https://example.org/сад?а=б", ""),
    ])
  func addresses(_ markdown: String, address: String, rest: String) {
    #expect(Reading(body: markdown).html.contains(">\(address)</a>\(rest)"))
  }
}
