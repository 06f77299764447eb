/// A topic of a plan: the lines of the plan, and what S4 asks of it when the year is over: what was done, what worked,
/// what is next. One without a line of the plan is told (34).
public struct Topic: NestedRecord {
  public var title = Text.blank
  public var deficits: [Reference<Deficit>] = []
  public var strategy: Reference<Strategy>?
  public var actions: [PlannedAction] = []
  public var events: [Reference<Event>] = []
  public var done: Prose?
  public var worked: Prose?
  public var next: Prose?

  public init() {}

  /// Those it names itself, and those of its actions.
  public var allEvents: [Reference<Event>] { events + actions.compactMap(\.event) }

  public static let schema = RecordSchema<Topic>(
    [
      Field(
        "title", "название", \.title, required: true, "Тема.", example: "Детские вопросы",
        synonyms: ["тема", "наименование"]),
      Field(
        "deficits", "дефициты", \.deficits, as: .topicsDeficits, "Какие дефициты восполняет.", synonyms: ["дефицит"]),
      Field(
        "strategy", "стратегия", \.strategy, as: .topicsStrategy, "По какой стратегии ведётся работа.",
        synonyms: ["стратегии"]),
      Field(
        "actions", "мероприятия", \.actions, "Строки плана: что, когда, кто отвечает.",
        synonyms: ["мероприятие", "действия", "дела", "содержание_работы", "план_работы", "пункты"]),
      Field("events", "события", \.events, as: .topicsEvents, "Какими событиями сети.", synonyms: ["событие"]),
      Field("done", "что_сделано", \.done, "Что сделано."),
      Field("worked", "что_удачно", \.worked, "Что вышло удачно."),
      Field("next", "что_ещё", \.next, "Что ещё предстоит."),
    ],
    hints: [
      KeyHint("срок,сроки,дата,когда,месяц", .inside("actions", "term")),
      KeyHint("ответственный,ответственные,исполнитель,исполнители", .inside("actions", "responsible")),
      KeyHint("форма,форма_работы", .inside("actions", "form")),
    ])
}

/// A line of a plan (S4): what is done, in which form, when, who answers for it.
public struct PlannedAction: NestedRecord {
  public var title = Text.blank
  public var form: Located<Term<Forms>>?
  public var term = Located<PlannedTerm>.blank
  public var responsible: [Reference<Person>] = []
  public var event: Reference<Event>?
  public var mark: Text?

  public init() {}

  public static let schema = RecordSchema<PlannedAction>([
    Field(
      "title", "название", \.title, required: true, "Что сделают.", example: "Показ доски вопросов",
      synonyms: ["мероприятие", "наименование", "содержание", "что", "тема", "действие"]),
    Field(
      "form", "форма", \.form, "Форма работы.", example: "открытый показ",
      synonyms: ["вид", "тип", "форма_проведения", "форма_работы"]),
    Field(
      "term", "срок", \.term, required: true, "Когда это сделают.", example: "март 2026",
      synonyms: ["сроки", "дата", "когда", "месяц", "период", "время", "срок_исполнения", "дата_проведения"]),
    Field(
      "responsible", "ответственный", \.responsible, as: .topicsActionsResponsible, "Кто отвечает.",
      example: "[ilina-marina]",
      synonyms: ["ответственные", "кто", "исполнитель", "исполнители", "кто_отвечает", "педагог", "педагоги"]),
    Field(
      "event", "событие", \.event, as: .topicsActionsEvent, "Событие сети, если у него есть своя страница.",
      synonyms: ["события"]),
    Field(
      "mark", "отметка", \.mark, "Отметка о выполнении.", example: "выполнено",
      synonyms: ["отметка_о_выполнении", "выполнение", "выполнено", "результат", "примечание", "статус"]),
  ])
}
