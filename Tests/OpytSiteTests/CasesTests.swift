import Foundation
import OpytDiagnostics
import OpytModel
import Testing

@testable import OpytSite

/// What people really write, from the file to the message: in a network as `opyt fields` shows it, in Russian.
///
/// Each kind has its own tests in its room; here are other variants of the same kinds, through all of them at once.
@Suite struct CasesTests {
  private static let path = Kind.methodicalCase.samplePath

  private static func network() throws -> TemporarySite {
    let site = try TemporarySite(basedOn: ["site-config.json": TemporarySite.configuration])
    for kind in [Kind.kindergarten, .direction, .person, .methodicalCase] {
      try site.write(kind.sampleText, to: kind.samplePath)
    }
    return site
  }

  /// What is told of the case, each with what to do.
  private func told(_ change: (String) -> String) throws -> [String] {
    let site = try Self.network()
    let text = change(Kind.methodicalCase.sampleText)
    #expect(text != Kind.methodicalCase.sampleText, "nothing was changed")
    try site.write(text, to: Self.path)
    return try SiteBuilder(site.options).checkSharingTheme().report.entries.map { entry in
      let diagnostic = entry.diagnostic
      let line = diagnostic.location.range.map { Int($0.start.line) } ?? 0
      #expect(diagnostic.location.file == Self.path && line > 0)
      return [diagnostic.message.russian, diagnostic.suggestion?.value, diagnostic.advice?.russian].compactMap { $0 }
        .joined(separator: "; ")
    }
  }

  @Test(arguments: [
    // Words lost in a table; lines that are no table.
    ("| День | Что делали |\n|---|---|\n| среда | сажали | поливали |", ["«поливали»"]),
    ("| а | б |\n|---|---|\n| 1 | 2 | три | четыре |\n| 1 | 2 |", ["три"]),
    ("Имя\tВозраст\nАня\t5 лет\nОля\t6 лет", ["табуляции"]), ("| Имя | Возраст |\n| Аня | 5 лет |", ["|---|---|"]),
    // Lists and headings that are none.
    ("◦ сажать;\n◦ полоть;", ["«- »"]), ("→ сажать\n→ полоть", ["«- »"]), ("###Итоги", ["### Итоги"]),
    ("##\u{2009}Итоги", ["обычный пробел"]), ("1. Земля\n - чернозём\n - песок", ["отступите на 3 пробела"]),
    ("- [✓] сделано", ["латинской буквой x"]), ("- [Х] сделано", ["латинской буквой x"]),
    // Emphasis and links that are none.
    ("*Задача:*научить", ["поставьте пробел"]), ("Мы **очень **рады", ["уберите пробел"]),
    ("![Наш огород](наш огород.jpg)", ["(<наш огород.jpg>)"]), ("[запись] (https://example.org/v)", ["уберите пробел"]),
    ("Пишите на ok.ru/group/5 и t.me/sad5.", ["https://ok.ru/group/5", "https://t.me/sad5"]),
    ("[план](files\\план.docx)", ["рядом с текстом"]),
  ])
  func ofATextIsTold(markdown: String, words: [String]) throws {
    let told = try told { $0.replacing("Здесь идёт рассказ о том, что увидели и услышали.", with: markdown) }
    #expect(told.count == words.count, "\(told)")
    for word in words { #expect(told.contains { $0.contains(word) }, "\(told)") }
  }

  @Test(arguments: [
    ("1. Сентябрь.\n3. Октябрь.\n7. Ноябрь.", "<li value=\"3\">"), ("1991. Открыт сад.\n1995. Зал.", "start=\"1991\""),
    ("> Мишка косолапый\n> По лесу идёт,\n> Шишки собирает.", "<br>"),
    ("Ехала деревня\nмимо мужика,\nвдруг из-под собаки\nлают ворота.", "<br>"),
    ("- Где мяч?\n- В шкафу.", "<li>Где"), ("Смотрите «https://example.org/a?b=1», а ещё…", "a?b=1\" rel"),
    ("|   |   |\n|---|---|\n| Аня | 5 |", "<tbody>"),
  ])
  func ofATextIsKept(markdown: String, html: String) throws {
    let site = try Self.network()
    try site.change(Self.path) { $0.replacing("Здесь идёт рассказ о том, что увидели и услышали.", with: markdown) }
    let outcome = try site.build()
    #expect(outcome.report.entries.isEmpty, "\(outcome.report.entries.map { $0.diagnostic.line })")
    let page = try site.words("public/keysy/dvoe-i-konstruktor.html")
    #expect(page.contains(html) || html.hasSuffix("rel") && page.contains("https://example.org/a?b=1</a>»"), "\(page)")
    #expect(!page.contains("<th></th>") && !page.contains("<th scope=\"col\"></th>"))
  }

  @Test(arguments: [
    // Invisible signs, and one reading only.
    ("  - Что чувствует", "\u{A0}\u{A0}- Что чувствует"), ("возраст:", "воз\u{200B}раст:"),
    ("[педагоги]", "[педа\u{AD}гоги]"), ("возраст: ", "возраст:\u{2009}"), ("2026-03-12", "2026—03—12"),
    ("2026-03-12", "«12 марта 2026 г.»"), ("статус: апробация", "СТАТУС: Апробация"), ("[5-6]", "5–6 лет"),
    ("[sad-5]", "детский сад № 5  \"Солнышко\""),
  ])
  func ofAFieldIsRead(old: String, new: String) throws {
    #expect(try told { $0.replacing(old, with: new, maxReplacements: 1) } == [])
  }

  @Test(arguments: [
    // Several in one, and lists of other signs.
    ("[5-6]", "5-6; 6-7", "возраст: [5-6, 6-7]"),
    ("[педагоги]", "педагоги и дети", "[педагоги, дети]"),
    ("  - Что чувствует каждый из детей?", "  ◦ Что чувствует?\n  ◦ Что делать?", "«- Что делать?»"),
    // Quotes, signs, spaces.
    ("название: Двое и конструктор", "название: „Двое: конструктор”", "\"Двое: конструктор\""),
    ("название: Двое и конструктор", "название: ‘Двое: конструктор’", "прямые кавычки"),
    ("название: Двое и конструктор", "название: \"Двое\", и конструктор", "«Двое», и конструктор"),
    ("статус: апробация", "статус:апробация", "«статус: апробация»"),
    ("статус: апробация", "статус: апробация;", "апробация"),
    ("статус: апробация", "статус = апробация", "«ключ: значение»"), ("  - Что", "\t- Что", "пробелами"),
    ("Двое и конструктор", "Двое # конструктор", "только «Двое»"),
    ("Двое и конструктор", "Проект «Сад #5»", "в кавычки"),
    // Days.
    ("2026-03-12", "12/03/2026", "12.03.2026"), ("2026-03-12", "четверг, 12 марта 2026", "запишите 12 марта 2026"),
    ("2026-03-12", "12 мар. 2026", "запишите 12 марта 2026"), ("2026-03-12", "31 июня 2026", "31 июня 2026"),
    // People, kindergartens, names of fields.
    ("[ilina-marina]", "Ильиной М.С.", "ilina-marina"), ("[ilina-marina]", "[Марина Сергеевна Ильина]", "ilina-marina"),
    ("[sad-5]", "[МДОУ «Солнышко»]", "sad-5"), ("авторы:", "авторы материала:", "авторы"),
    ("опубликовано:", "дата:", "опубликовано"), ("возраст:", "возраст детей:", "возраст"),
  ])
  func ofAFieldIsToldOnce(old: String, new: String, words: String) throws {
    let told = try told { $0.replacing(old, with: new, maxReplacements: 1) }
    #expect(told.count == 1, "\(told)")
    #expect(told.first?.contains(words) == true, "\(told)")
  }

  /// A number is never crossed: there is no kindergarten № 6.
  @Test(arguments: ["Детский сад № 6", "sad-50", "МБДОУ № 15 «Солнышко»"])
  func anotherNumberIsNeverSuggested(name: String) throws {
    let told = try told { $0.replacing("[sad-5]", with: "[\(name)]") }
    #expect(told.count == 1 && told.first?.contains("из папки content/сады: sad-5") == true, "\(told)")
    #expect(told.first?.contains("возможно") == false)
  }
}
