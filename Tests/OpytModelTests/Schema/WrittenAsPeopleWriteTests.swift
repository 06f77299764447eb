import OpytDiagnostics
import Testing

@testable import OpytModel

/// Values and keys as people write them: read where they can be read in one way only, else told with the form to write,
/// with the author's own words in it.
@Suite("What people write among the fields")
struct WrittenAsPeopleWriteTests {
  private static let russian = TestNetwork.base.adding(
    Base.project,
    """
    ---
    название: Огород на окне
    аннотация: Лук зимой.
    зачем: Дети видели овощи только в супе.
    авторы: [ilina, gusev]
    сады: [sad-5]
    направления: [sreda]
    аудитория: [дети]
    возраст: [4-5]
    опубликовано: 2026-03-12
    цель: Дети ведут наблюдения.
    задачи: [Завести дневник]
    результаты: [Дети измеряют рост]
    вид: исследовательский
    начало: 2025-10-01
    окончание: 2026-02-28
    проблема: Дети не едят лук.
    этапы: [{название: Подготовка}]
    продукт: [Дневник]
    ---

    Текст.
    """)

  private func changed(_ old: String, _ new: String) -> TestNetwork {
    Self.russian.replacing(old, with: new, in: Base.project)
  }

  @Test("the network that is changed has nothing wrong")
  func base() { #expect(Self.russian.told == []) }

  // MARK: Invisible characters

  @Test(
    "invisible characters in keys, names and values are read as what is seen",
    arguments: [
      ("аннотация:", "ан\u{AD}нотация:"), ("аннотация:", "анно\u{200B}тация :"), ("сады:", "\u{A0}сады:"),
      ("аннотация:", "аннотация\u{A0}:"), ("ilina", "il\u{200B}ina"), ("ilina", "\u{A0}ilina\u{A0}"),
      ("sreda", "Среда – третий\u{A0}учи\u{AD}тель"), ("4-5", "4-5\u{200B}"), ("4-5", "4\u{2011}5"),
      ("2026-03-12", "2026-03-12\u{FEFF}"), ("исследовательский", "исследова\u{AD}тельский"),
      ("2025-10-01", "\u{A0}1\u{A0}октября\u{202F}2025"),
    ])
  func invisible(_ old: String, _ new: String) { #expect(changed(old, new).told == []) }

  @Test("a title has no sign that nobody sees", arguments: ["Ого\u{AD}род", "Огород\u{200B}", "\u{FEFF}Огород\u{A0}"])
  func title(_ written: String) throws {
    let network = changed("название: Огород на окне", "название: \(written)")
    #expect(network.told == [])
    #expect(try network.check().document(Base.project).title == "Огород")
  }

  // MARK: Several in one

  @Test(
    "several values in one say how a list is written, with the author's own, and are mended by it",
    arguments: [
      ("[ilina, gusev]", "ilina, gusev", "авторы: [ilina, gusev]"),
      ("[ilina, gusev]", "(ilina, gusev)", "авторы: [ilina, gusev]"),
      ("[ilina, gusev]", "[ilina; gusev]", "авторы: [ilina, gusev]"),
      ("[ilina, gusev]", "ilina и gusev", nil), ("[ilina, gusev]", "ilina; gusev", "авторы: [ilina, gusev]"),
      ("[ilina, gusev]", "Ильина Марина Сергеевна, Гусев Антон Павлович", "[Ильина Марина Сергеевна, Гусев Антон"),
      ("[4-5]", "3-4, 4-5", "возраст: [3-4, 4-5]"), ("[4-5]", "[3-4; 4–5 лет]", "возраст: [3-4, 4-5]"),
      ("[дети]", "дети, родители", "аудитория: [дети, родители]"),
      ("[дети]", "(дети; педагоги)", "аудитория: [дети, педагоги]"),
      ("[дети]", "дети, родители и педагоги", "аудитория: [дети, родители, педагоги]"),
    ] as [(String, String, String?)])
  func several(_ old: String, _ new: String, _ words: String?) {
    let network = changed(old, new)
    #expect(network.told.count == 1, "\(network.told)")
    if let words {
      #expect(network.told.first?.contains(words) == true, "\(network.told)")
      #expect(network.mended.told == [], "\(network.mended.documents[Base.project] ?? "")")
    }
  }

  @Test(
    "a list behind hyphens has a line for each",
    arguments: ["ilina, gusev", "ilina; gusev"])
  func severalInItem(_ item: String) {
    let network = changed("[ilina, gusev]", "\n  - \(item)")
    #expect(network.told.count == 1)
    #expect(network.told.first?.contains("«- ilina», «- gusev»") == true, "\(network.told)")
  }

  @Test(
    "texts that seem to be several get a warning",
    arguments: [
      ("[Завести дневник]", "Завести дневник; Измерить рост", "задачи: [Завести дневник, Измерить рост]"),
      ("[Завести дневник]", "[Завести дневник; Измерить рост]", "[Завести дневник, Измерить рост]"),
      ("[Завести дневник]", "(Дневник, рост)", "задачи: [Дневник, рост]"),
      ("[Дневник]", "дневник, гербарий, альбом", "продукт: [дневник, гербарий, альбом]"),
    ])
  func severalTexts(_ old: String, _ new: String, _ words: String) {
    let network = changed(old, new)
    #expect(network.check().report.entries.map(\.diagnostic.code) == [.markupLookalike])
    #expect(network.told.first?.contains(words) == true, "\(network.told)")
  }

  @Test(
    "one text with commas is one text",
    arguments: [
      "Завести дневник, в котором дети рисуют рост лука, и вести его.", "[\"Завести дневник; вести его\", Измерить]",
      "\n  - Завести дневник; вести его\n  - Измерить", "Узнать, как растёт лук",
    ])
  func oneText(_ written: String) {
    #expect(changed("[Завести дневник]", written).told.filter { !$0.contains(";") } == [])
  }

  @Test(
    "signs of other lists are told with the items, and mended",
    arguments: [
      ("[Завести дневник]", "\n  1. Завести дневник\n  2. Измерить рост", "«- Завести дневник», «- Измерить рост»"),
      ("[Завести дневник]", "\n  • Завести дневник\n  • Измерить рост", "«- Завести дневник»"),
      ("[Завести дневник]", "\n  – Завести дневник\n  – Измерить рост", "«- Завести дневник»"),
      ("[Завести дневник]", "\n  1) Завести дневник\n  2) Измерить рост", "«- Завести дневник»"),
      ("[Завести дневник]", "• Завести дневник", "«- Завести дневник»"),
      ("[ilina, gusev]", "\n  — ilina\n  — gusev", "«- ilina», «- gusev»"),
      ("[4-5]", "\n  · 3-4\n  · 4-5", "«- 3-4», «- 4-5»"),
    ])
  func signs(_ old: String, _ new: String, _ words: String) {
    let network = changed(old, new)
    #expect(network.told.count == 1, "\(network.told)")
    #expect(network.told.first?.contains(words) == true)
    #expect(network.mended.told == [], "\(network.mended.documents[Base.project] ?? "")")
  }

  // MARK: Values

  @Test(
    "forms with one reading are read",
    arguments: [
      ("[4-5]", "[4–5]"), ("[4-5]", "[4-5 лет]"), ("[4-5]", "4 — 5 года"), ("[4-5]", "от 4 до 5 лет"),
      ("2026-03-12", "2026–03–12"), ("2026-03-12", "12 марта 2026 г."), ("2026-03-12", "“2026-03-12”"),
      ("2026-03-12", "12 марта 2026 года"), ("2026-03-12", "«12.03.2026»"),
    ])
  func read(_ old: String, _ new: String) { #expect(changed(old, new).told == []) }

  @Test(
    "academic years",
    arguments: ["2025–2026 уч. г.", "2025/26", "2025 - 2026 учебный год", "2025—2026 уч.г.", "2025-26"])
  func years(_ written: String) {
    #expect(TestNetwork.base.replacing("2025/2026", with: written, in: Base.seminar).told == [])
  }

  @Test(
    "times and moments",
    arguments: ["2026-06-12 9.00", "12 июня 2026 г. в 9:00", "12.06.2026, 9.00", "12 июня 2026, 9:00 "])
  func moments(_ written: String) {
    #expect(TestNetwork.base.replacing("2026-06-01 13:30", with: "\"\(written)\"", in: Base.event).told == [])
  }

  @Test("minutes and places", arguments: [("45", "30 минут"), ("45", "30 мин."), ("45", "30\u{A0}мин")])
  func minutes(_ old: String, _ new: String) {
    #expect(TestNetwork.base.replacing("minutes: \(old)", with: "minutes: \(new)", in: Base.masterClass).told == [])
  }

  @Test(
    "other forms are told with the form to write, with the author's numbers",
    arguments: [
      ("2026-03-12", "5.06.2025", "день и месяц – двумя цифрами: 05.06.2025"),
      ("2026-03-12", "15.6.2025", "15.06.2025"), ("2026-03-12", "2026-3-5", "2026-03-05"),
      ("2026-03-12", "05.06.25", "год – четырьмя цифрами: 05.06.2025"), ("2026-03-12", "март 2026", "1 марта 2026"),
      ("2026-03-12", "5 июнь 2025", "5 июня 2025"), ("2026-03-12", "5/06/2025", "05.06.2025"),
      ("2026-03-12", "2026", "01.09.2026"), ("2025-10-01", "12–14 октября 2025", "«начало: 12 октября 2025»"),
    ])
  func dates(_ old: String, _ new: String, _ words: String) {
    let told = changed(old, new).told.filter { $0.contains(new) }
    #expect(told.count == 1)
    #expect(told.first?.contains(words) == true, "\(told)")
  }

  @Test(
    "of times too",
    arguments: [
      ("9:30", "с 9.00 до 10.30", "«start: 9:00» и «end: 10:30»"), ("9:30", "9:00-10:30", "«end: 10:30»"),
      ("9:30", "9-30", "запишите 9:30"), ("9:30", "9 ч 30 мин", "запишите 9:30"), ("9:30", "9", "запишите 9:00"),
    ])
  func times(_ old: String, _ new: String, _ words: String) {
    let network = TestNetwork.base.replacing("start: \(old)", with: "start: \(new)", in: Base.seminar)
    #expect(network.told.count == 1)
    #expect(network.told.first?.contains(words) == true, "\(network.told)")
  }

  @Test(
    "of moments and years and minutes",
    arguments: [
      (Base.event, "2026-06-01 13:30", "12.03.2026 с 9.00 до 10.30", "«end: 2026-03-12 10:30»"),
      (Base.event, "2026-06-01 13:30", "2026-3-12 13:30", "запишите 2026-03-12 13:30"),
      (Base.event, "2026-06-01 13:30", "13:30", "нужен и день: 2026-03-12 13:30"),
      (Base.event, "2026-06-01 13:30", "13:30 12.03.2026", "запишите 2026-03-12 13:30"),
      (Base.seminar, "2025/2026", "2025-2027", "2025/2026"),
      (Base.seminar, "2025/2026", "2025", "2025/2026 или 2024/2025"),
      (Base.masterClass, "minutes: 45", "minutes: 1 час", "запишите минуты числом: 60"),
      (Base.masterClass, "minutes: 45", "minutes: 1 час 20 минут", "80"),
      (Base.masterClass, "minutes: 45", "minutes: 1,5 часа", "90"),
      (Base.masterClass, "minutes: 45", "minutes: около 40", "запишите одно число: 40"),
    ])
  func others(_ path: String, _ old: String, _ new: String, _ words: String) {
    let network = TestNetwork.base.replacing(old, with: new, in: path)
    #expect(network.told.count == 1)
    #expect(network.told.first?.contains(words) == true, "\(network.told)")
  }

  @Test(
    "a decimal comma, in brackets too",
    arguments: [
      "[{name: Рост, points: [{period: май, value: 45,5}]}]", "[{name: Рост, points: [{value: 45,5, period: май}]}]",
      "\n  - name: Рост\n    points:\n      - period: май\n        value: 45,5",
    ])
  func decimals(_ written: String) throws {
    let network = TestNetwork.base.addingFields("indicators: \(written)", to: Base.project)
    #expect(network.told == [])
    let project = try network.check().entity(Base.project, as: Project.self)
    #expect(project.material.indicators.first?.points.first?.value.value == 45.5)
  }

  @Test("a decimal comma in a list of one, and in a text")
  func decimalLists() {
    let list = TestNetwork.base.addingFields(
      "indicators: [{name: Рост, points: [{period: май, value: [45,5]}]}]", to: Base.project)
    #expect(list.told.count == 1)
    #expect(list.told.first?.contains("без скобок: 45,5") == true)
    for (old, new) in [("[Завести дневник]", "[Рост 45,5 см, Вес]"), ("[Дневник]", "[Доска, Лупа 2,5 крат]")] {
      let network = changed(old, new)
      #expect(network.told.count == 1)
      #expect(network.mended.told == [])
    }
    #expect(changed("[Дневник]", "[1,2,3]").told == [])
  }

  // MARK: What would look otherwise

  @Test(
    "markup in a field is told with what to type",
    arguments: [
      ("Лук зимой.", "Лук **зимой** и весной.", "просто: «зимой»"), ("Лук зимой.", "\"**Лук** зимой.\"", "«Лук»"),
      ("[Завести дневник]", "[\"**Завести** дневник\"]", "«Завести»"), ("Лук зимой.", "Лук __зимой__.", "«зимой»"),
      ("Дети не едят лук.", "Дети <b>не едят</b> лук.", "«<b>»"), ("Лук зимой.", "Лук `зимой`.", "«зимой»"),
      ("Дети не едят лук.", "Дети<br>не едят.", "«<br>»"), ("Лук зимой.", "Лук [зимой](x.md).", "«зимой»"),
      ("Лук зимой.", "Лук ** зимой.", "«**»"), ("Лук зимой.", "\"# Лук\"", "«Лук»"),
    ])
  func markup(_ old: String, _ new: String, _ words: String) {
    let network = changed(old, new)
    #expect(network.check().report.entries.map(\.diagnostic.code) == [.markupLookalike])
    #expect(network.told.first?.contains(words) == true, "\(network.told)")
  }

  @Test(
    "what is no markup is none",
    arguments: [
      "Лук * чеснок.", "ФИО ____ и дата __.__.2026", "x < 5 и y > 7", "Сады № 5 и № 7", "[а] и [б]", "C# и F#",
    ])
  func noMarkup(_ text: String) {
    #expect(changed("Лук зимой.", "\"\(text)\"").told == [])
  }

  @Test(
    "what is cut off by # or stands in the wrong quotes is told",
    arguments: [
      ("Огород на окне", "Огород № 1 #осень", "только «Огород № 1»"),
      ("Лук зимой.", "Пункт # 3 плана", "только «Пункт»"),
      ("[Завести дневник]", "\n  - Дневник #1\n  - Рост", "только «Дневник»"),
      ("Огород на окне", "“Огород на окне”", "уберите их: Огород на окне"),
    ])
  func lost(_ old: String, _ new: String, _ words: String) {
    let network = changed("\(old)", new)
    #expect(network.check().report.entries.map(\.diagnostic.code) == [.markupLookalike])
    #expect(network.told.first?.contains(words) == true, "\(network.told)")
  }

  @Test("a remark behind what is no text is a remark", arguments: ["4-5] # средняя", "4-5]   # 1"])
  func remarks(_ written: String) { #expect(changed("4-5]", written).told == []) }

  @Test(
    "lines with list signs in a text are told",
    arguments: ["\n  – сажать;\n  – поливать.", "\n  • сажать;\n  • поливать."])
  func joined(_ written: String) {
    let network = changed("Дети не едят лук.", written)
    #expect(network.check().report.entries.map(\.diagnostic.code) == [.markupLookalike])
  }
}
