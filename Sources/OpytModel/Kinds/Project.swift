public import OpytDiagnostics

/// A project that was carried out: what was wrong, what was done in which stages, and what came of it.
///
/// Beside what every material has, a goal and tasks are required. It is of one to three types. Its stages lie inside its days and stand in order (3).
public struct Project: Material {
  public static let kind = Kind.project
  public static let description = KindDescription(
    "project", folder: "projects", russianFolder: "проекты", address: "proekty", Phrase("проект", en: "project"),
    genitive: "проекта", listTitle: "Проекты",
    sample: KindSample(
      "ogorod-na-okne", ["ages": "", "deficits": "", "results": ""],
      text: "## Как это было\n\nЗдесь идёт рассказ о проекте: что делали на каждом этапе и что говорили дети."))

  public var material = MaterialFields()
  public var type: [Located<Term<ProjectTypes>>] = []
  public var scope: Located<Term<ProjectScopes>>?
  public var start = Located<CalendarDate>.blank
  public var end = Located<CalendarDate>.blank
  public var problem = Prose.blank
  public var hypothesis: Prose?
  public var stages: [Stage] = []
  public var participants: Text?
  public var adults: Located<Int>?
  public var product: [Text] = []
  public var risks: [Risk] = []
  public var further: Prose?

  public init() {}

  public func violations(at id: DocumentID, of rules: GraphInvariants) -> [Diagnostic] { rules.check(self, id) }

  public static let schema = RecordSchema<Project>.material(
    requiring: ["goal", "tasks"],
    [
      Field(
        "type", "вид", \.type, required: true, limit: .items(1...3), "Вид проекта: один, два или три.",
        example: "исследовательский", synonyms: ["тип", "тип_проекта", "вид_проекта"]),
      Field(
        "scope", "форма_участия", \.scope, "Кто делает проект вместе.", example: "групповой",
        synonyms: ["по_количеству_участников", "охват", "состав_участников", "форма"]),
      Field(
        "start", "начало", \.start, required: true, "Первый день проекта.", example: "2025-10-01",
        synonyms: ["дата_начала", "начат", "с"]),
      Field(
        "end", "окончание", \.end, required: true, "Последний день проекта.", example: "2026-03-31",
        synonyms: ["дата_окончания", "конец", "завершение", "завершён", "по"]),
      Field(
        "problem", "проблема", \.problem, required: true, "С чего всё началось.", example: "Дети не едят овощи.",
        synonyms: ["проблемная_ситуация", "постановка_проблемы"]),
      Field(
        "hypothesis", "гипотеза", \.hypothesis, "Что предположили в начале.",
        example: "Если дети сами посадят лук, они захотят его измерять.", synonyms: ["предположение", "идея"]),
      Field(
        "stages", "этапы", \.stages, required: true, "Этапы по порядку.",
        example:
          "[{title: Подготовка, start: 2025-10-01, end: 2025-10-15}, {title: Наблюдения, content: По понедельникам измеряли рост лука}]",
        synonyms: ["этап", "ход_проекта", "план", "ход", "ход_работы"]),
      Field(
        "participants", "участники", \.participants, "Кто участвовал.", example: "Старшая группа, родители",
        synonyms: ["участник", "кто_участвовал"]),
      .adults(\.adults),
      Field(
        "product", "продукт", \.product, required: true, "Что появилось в итоге.", example: "[Дневник наблюдений]",
        synonyms: ["продукты", "продукт_проекта"]),
      Field(
        "risks", "риски", \.risks, "Что могло помешать и что с этим делали.",
        synonyms: ["риск", "трудности", "возможные_риски"]),
      Field(
        "further", "развитие", \.further, "Что дальше: как проект продолжат.",
        example: "Весной высадим рассаду во дворе.", synonyms: ["перспективы", "дальнейшее_развитие", "продолжение"]),
    ],
    hints: [
      .days(
        "сроки,срок,период,сроки_реализации,срок_реализации,период_реализации,даты,дата_проведения,сроки_проекта,время_реализации"
      ),
      KeyHint(
        "длительность,продолжительность,продолжительность_проекта,длительность_проекта,вид_по_длительности",
        "длительность сайт определяет сам, по полям «начало» (start) и «окончание» (end): удалите эту строку",
        en: "how long it was follows from “start” and “end”: delete this line"),
      KeyHint(
        "количество_детей,количество_участников,число_участников,возраст_участников",
        "напишите это в поле «участники» (participants): Старшая группа, 24 ребёнка", en: "write it in “participants”"),
    ])

  /// How long a project is, up to a month, up to half a year or longer: derived, never written.
  public enum Duration: String, CaseIterable, Sendable {
    case short, medium, long
  }

  public var duration: Duration {
    if end.value <= start.value.adding(months: 1) { return .short }
    return end.value <= start.value.adding(months: 6) ? .medium : .long
  }
}

/// What might hinder a project, and what is done about it.
public struct Risk: NestedRecord {
  public var risk = Text.blank
  public var answer: Prose?

  public init() {}

  public static let schema = RecordSchema<Risk>([
    Field(
      "risk", "риск", \.risk, required: true, "Что может помешать.", example: "Лук не взойдёт",
      synonyms: ["название", "трудность"]),
    Field(
      "answer", "что_делать", \.answer, "Что тогда делать.", example: "Посадить второй ящик неделей позже.",
      synonyms: ["ответ", "решение", "как_преодолеть", "пути_преодоления"]),
  ])
}

/// A part of a project.
public struct Stage: NestedRecord {
  public var title = Text.blank
  public var start: Located<CalendarDate>?
  public var end: Located<CalendarDate>?
  public var content: Prose?
  public var result: Prose?

  public init() {}

  public static let schema = RecordSchema<Stage>(
    [
      Field(
        "title", "название", \.title, required: true, "Название этапа.", example: "Подготовка",
        synonyms: ["этап", "наименование"]),
      Field("start", "начало", \.start, "Первый день этапа.", example: "2025-10-01", synonyms: ["дата_начала"]),
      Field(
        "end", "окончание", \.end, "Последний день этапа.", example: "2025-10-15",
        synonyms: ["дата_окончания", "конец"]),
      Field("content", "содержание", \.content, "Что делали.", synonyms: ["что_делали", "описание", "мероприятия"]),
      Field("result", "результат", \.result, "Что получилось.", synonyms: ["итог", "итоги", "результаты"]),
    ])
}
