import OpytDiagnostics
import Testing

@testable import OpytModel

/// Rule 22: what looks like personal data, with its place, for a person to judge.
@Suite("Personal data in texts")
struct PersonalDataTests {
  /// The problems of a page whose line 7 is `line`, without what they have in common.
  private func places(_ line: String) -> [String] {
    TestNetwork.base.addingText("\n\(line)", to: Base.page).problems.filter { !$0.contains("lookalike") }.map {
      $0.replacing("content/pages/o-seti.md:", with: "").replacing(" personal-data warning", with: "")
    }
  }

  private func message(_ line: String) -> String? {
    TestNetwork.base.addingText("\n\(line)", to: Base.page).messages.first
  }

  @Test(
    "phone numbers in many spellings",
    arguments: [
      "+7 (916) 123-45-67", "8 916 123 45 67", "89161234567", "+79161234567", "8(916)123-45-67", "8-916-123-45-67",
      "8 (916) 1234567", "+7\u{A0}916\u{A0}123-45-67", "+7 916 123–45–67", "8 916 123‑45‑67", "8916 123-45-67",
      "8 (83361) 2-34-56", "8 8336 12-34-56", "8 (495) 12-345-67", "+7 (916) 12-345-67", "916 123-45-67",
      "(916) 123-45-67",
      "7 916 123 45 67", "8 - 916 - 123 - 45 - 67",
    ])
  func phones(_ number: String) {
    let column = number.hasPrefix("(") ? 9 : 8
    #expect(places("Звоните \(number), спросите Олю.").map { $0.hasPrefix("7:\(column + 1)") } == [true])
    #expect(places("Тел.\(number)").count == 1)
    #expect(places(number).count == 1)
    #expect(message("Звоните \(number)") == "похоже на номер телефона")
  }

  @Test(
    "numbers of a town",
    arguments: [
      ("Тел. 2-12-34, 343-12-34", ["7:6", "7:15"]), ("343-12-34", ["7:1"]), ("42-12-34", ["7:1"]),
      ("Звоните: 12-03-26", ["7:10"]), ("телефон сада – 5‑12‑34.", ["7:16"]), ("(343–12–34)", ["7:2"]),
      // Days, results, ages, numbers of rooms and of other things.
      ("12-03-26", []), ("31-12-26 было", []), ("Счёт 2-12-34", []), ("5-6 лет, 3-2, 10-12-14", []), ("1-2-3-4", []),
      ("2026-03-12", []), ("343-12-34-5", []), ("343-12-345", []), ("ГОСТ 343-12", []), ("343-12-34,5", []),
    ])
  func localPhones(_ line: String, _ expected: [String]) { #expect(places(line) == expected) }

  @Test("the place is the number, with its plus")
  func phonePlace() throws {
    let network = TestNetwork.base.addingText("\nЗвоните +7 (916) 123-45-67, спросите Олю.", to: Base.page)
    let range = try #require(network.check().diagnostics.first?.location.range)
    #expect([range.start.line, range.start.column, range.end.line, range.end.column] == [7, 9, 7, 27])
  }

  @Test("two numbers are two places")
  func twoPhones() {
    #expect(places("8 916 123-45-67, 8 916 123-45-68") == ["7:1", "7:18"])
  }

  @Test(
    "numbers that are none",
    arguments: [
      // Dates, years and times.
      "с 08.09.2025 по 12.03.2026", "8 сентября 2025", "2024–2025, 2025–2026", "8:30–9:45, 10:15–11:00",
      "7.11.2025 8.12.2025",
      "8 2025 2026 12", "8 5 12 33 100 45", "в 1987, 1989 и 89 годах", "2025-10-16 09:30 – 2025-10-17 11:00",
      // INN, OGRN, accounts, cards.
      "ИНН 7712345678", "ИНН 771234567890", "ИНН 7712345678, КПП 771201001", "ОГРН 1027700132195",
      "40702810938000000001",
      "8 000 000 00 00", "счёт 4070 2810 9380 0000 0001", "9161234567", "891612345678",
      // ISBN.
      "ISBN 978-5-89161-234-5", "ISBN 978 5 89161 234 5", "ISBN 5-89161-234-7", "ISBN 9785891612345",
      // Parts of other numbers and of addresses.
      "3.89161234567", "0,89161234567", "https://example.org/89161234567", "a_89161234567", "n=89161234567",
      "%89161234567",
      "8 916 123-45-6", "8 916 123-45-678", "8 916 123 / 45 67", "8 91 61 23 45 67", "8 216 123-45-67",
      "1/2 + 3/4 = 5/4",
    ])
  func noPhones(_ line: String) {
    #expect(places(line) == [])
  }

  @Test(
    "a child's full name beside an age",
    arguments: [
      ("Петрова Маша, 5 лет", 1), ("Рисунок: Петрова Маша (5 лет)", 10), ("Ваня Орлов – 6 лет", 1),
      ("Маше Петровой 5 лет", 1),
      ("Орлов Егор, 6 лет", 1), ("Ёлкин Пётр 4 года", 1), ("Петрова Маша, 5,5 лет", 1),
      ("Петрова\u{A0}Маша, 5\u{A0}лет", 1),
      ("Автор Петрова Маша, 3 годика", 7), ("Петрова Мария Ивановна, 5 лет", 1), ("Петрова Маша, 1 год", 1),
      ("5-летняя Маша Петрова нарисовала", 1), ("рисунок 6-летнего Вани Орлова", 9), ("Маша Петрова - 7 лет", 1),
    ])
  func children(_ line: String, _ column: Int) {
    #expect(places(line) == ["7:\(column)"])
    #expect(message(line) == "похоже на имя и фамилию ребёнка рядом с возрастом")
  }

  @Test(
    "a first name with an age, a teacher without one, an age alone",
    arguments: [
      "Маша, 5 лет", "маленькая Маша, 5 лет", "Маша и Петя, 6 лет", "Ильина Марина Сергеевна, методист",
      "Ильина Марина, стаж 5 лет",
      "Марина Сергеевна, 5 лет ведёт группу", "дети 5 лет", "Петрова Маша, 12 лет", "Петрова Маша, 15 лет",
      "Петрова Маша, 8 лет",
      "детскому саду 5 лет", "Петрова Маша, 5 баллов", "Группа «Ромашка», 5 лет", "МБДОУ Сад 5 лет",
      "5-летняя Маша нарисовала",
      "Петрова Маша. 5 лет", "Петрова Маша пришла 5 лет назад", "25-летняя Анна Петрова",
    ])
  func noChildren(_ line: String) {
    #expect(places(line) == [])
  }

  // MARK: Children's circumstances

  @Test(
    "a child's name beside an illness or the language of the home",
    arguments: [
      ("Алиса, 5 лет, ОНР", 1), ("Тимур, дома говорят на таджикском", 1), ("У Алисы ОНР III уровня.", 3),
      ("- Алиса (ТНР)", 3), ("Ване поставили диагноз в три года", 1), ("С Тимуром дома говорят на узбекском", 3),
      ("Зульхумор, 6 лет, ЗПР", 1), ("Зульхумор, дома говорит по-узбекски", 1), ("Заикается Петя", 1),
      ("Родной язык Амины – таджикский", 1), ("Семён\u{A0}– с ДЦП.", 1), ("Никита плохо говорит по-русски", 1),
      ("| Алёна | ОНР |", 0), ("Дети спорят. У Маши аллергия", 16),
    ])
  func circumstances(_ line: String, _ column: Int) {
    #expect(places(line) == (column == 0 ? [] : ["7:\(column)"]))
    if column > 0 { #expect(message(line) == "похоже на имя ребёнка рядом со здоровьем или домашним языком") }
  }

  @Test(
    "children without names, teachers, an illness alone",
    arguments: [
      "Дети с ОНР и ЗПР", "Группа (ТНР), 5 лет", "Люди с инвалидностью", "Марина Сергеевна работает с детьми с ОВЗ",
      "Ильина Марина Сергеевна, учитель-логопед группы ТНР", "Маша рисует. Дети с ОНР тоже.", "Занятие для детей с РАС",
      "РАСПИСАНИЕ Маши", "Тимур дома рисует", "Поделки из глины: Алиса", "Дети, 5 лет, ОНР", "Например, 5 лет, ОНР",
    ])
  func noCircumstances(_ line: String) { #expect(places(line) == []) }

  @Test(
    "names that are changed are nobody's",
    arguments: ["Имена детей изменены.", "Имя ребёнка изменено.", "(имена изменены)"])
  func changedNames(_ words: String) {
    #expect(places("Алиса, 5 лет, ОНР. \(words)") == [])
    #expect(places("Петрова Алиса, 5 лет. \(words)").count == 1, "a full name is no changed one")
  }

  // MARK: Mail, addresses, insurance

  @Test(
    "a private mailbox",
    arguments: ["petrova.masha@mail.ru", "i.v.orlov@yandex.ru", "masha_2019@bk.ru", "Orlova@Gmail.com"])
  func mail(_ box: String) {
    #expect(places("Пишите \(box), ответим.").map { $0.hasPrefix("7:8") } == [true])
    #expect(message("Пишите \(box)") == "похоже на личную почту")
  }

  @Test(
    "a mailbox at work",
    arguments: [
      "sad5@mail.ru", "mbdou12@yandex.ru", "ds-3@mail.ru", "ds7@mail.ru", "metod@list.ru", "orlova@sad5.example.org",
      "@mail.ru", "a@", "vk.com/@mail.ru",
    ])
  func workMail(_ box: String) { #expect(places("Пишите \(box) всегда") == []) }

  @Test("the address in a field that is there for it")
  func mailFields() {
    let network = TestNetwork.base.addingFields("email: ivanova@mail.ru", to: Base.sad5)
      .addingFields("почта: gusev@yandex.ru", to: Base.gusev)
    #expect(network.problems == [])
    #expect(
      TestNetwork.base.addingFields("address: ivanova@mail.ru", to: Base.sad5).problems == [
        "\(Base.sad5):2:10 personal-data warning"
      ])
  }

  @Test(
    "a street with a flat",
    arguments: [
      ("ул. Садовая, д. 5, кв. 12", 1), ("Живёт: улица Садовая, дом 5, квартира 12", 8), ("пр. Мира 5, кв.12", 1),
      ("г. Зареченск, ул.\u{A0}Садовая, д.\u{A0}5, кв.\u{A0}12", 15), ("Садовая, 5, кв. 12", 10),
    ])
  func addresses(_ line: String, _ column: Int) {
    #expect(places(line) == ["7:\(column)"])
    #expect(message(line) == "похоже на домашний адрес")
  }

  @Test(
    "an address without a flat, a square, a quarter",
    arguments: [
      "ул. Садовая, д. 5", "площадь 30 кв. м", "30 кв. 5", "ул. Садовая, отчёт за 2 кв. 2025", "2, кв. 2026",
      "квартира 12",
      "Сквозь кв. 5",
    ])
  func noAddresses(_ line: String) { #expect(places(line) == []) }

  @Test(
    "a number of insurance",
    arguments: ["123-456-789 00", "112-233-445 95", "112-233-445-95", "11223344595", "112 233 445 95"])
  func insurance(_ number: String) {
    #expect(places("СНИЛС \(number).") == ["7:7"])
    #expect(message(number) == "похоже на номер СНИЛС")
  }

  @Test("numbers that are none of it", arguments: ["12345678900", "123 456 789 00", "11223344594", "000-000-000 00"])
  func noInsurance(_ number: String) { #expect(places("Номер \(number).") == []) }

  @Test("is looked for in the front matter too")
  func frontMatter() {
    let network = TestNetwork.base.replacing("title: О сети", with: "title: Петрова Маша, 5 лет", in: Base.page)
    #expect(network.problems == ["content/pages/o-seti.md:2:8 personal-data warning"])
  }

  @Test("is found on the last line without an end, and behind a byte order mark and CRLF")
  func lineEnds() {
    let text = "---\r\ntitle: О сети\r\n---\r\n\r\nТел. 89161234567"
    #expect(TestNetwork.base.adding(Base.page, text).problems == ["content/pages/o-seti.md:5:6 personal-data warning"])
    #expect(
      TestNetwork.base.adding(Base.page, "\u{FEFF}" + text).problems == [
        "content/pages/o-seti.md:5:6 personal-data warning"
      ])
  }
}
