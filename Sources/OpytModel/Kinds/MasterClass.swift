public import OpytDiagnostics

/// A lesson for colleagues: what to prepare, and what is done step by step. The minutes of its steps, where they are
/// given, add up to no more than its own.
public struct MasterClass: Material {
  public static let kind = Kind.masterClass
  public static let description = KindDescription(
    "master_class", folder: "master-classes", russianFolder: "мастер-классы", address: "master-klassy",
    Phrase("мастер-класс", en: "master class"), genitive: "мастер-класса", listTitle: "Мастер-классы",
    sample: KindSample(
      "kniga-s-okoshkami",
      [
        "title": "Книга с окошками",
        "summary": "Как сделать вместе с детьми книгу с окошками и говорить по ней о прочитанном.",
        "why": "Дети пересказывают прочитанное только по вопросам взрослого.", "audience": "[педагоги]",
        "results": "[Участники сделали девять книг и взяли их в группы]",
      ], text: "## Как повторить\n\nЗдесь идёт то, что поможет провести мастер-класс в другом саду."))

  public var material = MaterialFields()
  public var date = Located<CalendarDate>.blank
  public var masters: [Reference<Person>] = []
  public var minutes = Located<Int>.blank
  public var adults: Located<Int>?
  public var materials: [Text] = []
  public var steps: [Step] = []
  public var capacity: Located<Int>?
  public var reflection: Prose?

  public init() {}

  public func violations(at id: DocumentID, of rules: GraphInvariants) -> [Diagnostic] { rules.check(self, id) }

  public static let schema = RecordSchema<MasterClass>.material(
    [
      Field(
        "date", "дата", \.date, required: true, "Когда проведён.", example: "2026-02-12",
        synonyms: ["дата_проведения", "день", "когда"]),
      Field(
        "masters", "ведущие", \.masters, as: .masters, required: true, "Кто провёл.", example: "[ilina-marina]",
        synonyms: ["ведущий", "мастер", "мастера", "педагог"]),
      Field(
        "minutes", "длительность", \.minutes, required: true, limit: .within(5...480), "Сколько минут занимает.",
        example: "45", synonyms: ["продолжительность", "время", "минут", "минуты", "сколько_минут", "duration"]),
      .adults(\.adults),
      Field(
        "materials", "материалы", \.materials, required: true, "Что приготовить.", example: "[Картон, Ножницы]",
        synonyms: ["материал", "что_нужно", "что_приготовить", "оборудование"]),
      Field(
        "steps", "ход", \.steps, required: true, "Ход по шагам.",
        example:
          "[{title: Знакомство, minutes: 5}, {title: Делаем книгу, minutes: 30, content: Каждый выбирает сказку}]",
        synonyms: ["шаги", "этапы", "ход_работы", "ход_мастер_класса", "план", "ход_занятия"]),
      Field(
        "capacity", "мест", \.capacity, limit: .within(1...10_000), "Сколько человек может участвовать.", example: "15",
        synonyms: [
          "количество_мест", "участников", "вместимость", "участники", "количество_участников", "число_участников",
        ]),
      Field(
        "reflection", "рефлексия", \.reflection, "Чем закончили и что поняли.",
        synonyms: ["итог_рефлексии", "обратная_связь"]),
    ],
    hints: [
      .text("место,место_проведения,форма,форма_проведения,формат,вид,тип,зал"),
      KeyHint(
        "сроки,период,дата_и_время,начало,время_начала",
        "мастер-класс проходит в один день: «дата» (date), а сколько минут – «длительность» (minutes)",
        en: "a master class is given on one day: “date”, and “minutes” for how long"),
    ])
}

/// A step of a master class.
public struct Step: NestedRecord {
  public var title = Text.blank
  public var minutes: Located<Int>?
  public var content: Prose?

  public init() {}

  public static let schema = RecordSchema<Step>(
    [
      Field(
        "title", "название", \.title, required: true, "Название шага.", example: "Знакомство",
        synonyms: ["шаг", "наименование"]),
      Field(
        "minutes", "минуты", \.minutes, limit: .within(1...480), "Сколько минут он занимает.", example: "5",
        synonyms: ["время", "длительность", "продолжительность"]),
      Field("content", "содержание", \.content, "Что делают.", synonyms: ["описание", "что_делают"]),
    ])
}
