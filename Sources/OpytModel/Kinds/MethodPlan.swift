public import OpytDiagnostics

/// The plan of the methodical work of one year: a kindergarten's, or, where it names none, the network's.
public struct MethodPlan: Entity, Closable {
  public static let kind = Kind.methodPlan
  public static let description = KindDescription(
    "method_plan", folder: "plans", russianFolder: "планы", address: "plany", Phrase("план", en: "plan"),
    genitive: "плана",
    listTitle: "Планы методической работы",
    sample: KindSample("plan-seti", text: "Несколько слов о том, как составляли план."))

  public var title = Text.blank
  public var visibility: Located<Term<Visibilities>>?
  public var academicYear = Located<AcademicYear>.blank
  public var kindergarten: Reference<Kindergarten>?
  public var topics: [Topic] = []

  public init() {}

  /// The newest year first.
  public var listOrder: Int { -academicYear.value.start }

  public func violations(at id: DocumentID, of rules: GraphInvariants) -> [Diagnostic] { rules.check(self, id) }

  public static let schema = RecordSchema<MethodPlan>(
    [
      Field(
        "title", "название", \.title, required: true, "Название плана.", example: "План методической работы сети",
        synonyms: ["наименование"]),
      .visibility(\.visibility),
      Field(
        "academic_year", "учебный_год", \.academicYear, required: true, "Учебный год.", example: "2025/2026",
        synonyms: ["год"]),
      Field(
        "kindergarten", "сад", \.kindergarten, as: .kindergarten, "Чей это план, если не всей сети.", example: "sad-5",
        synonyms: ["сады", "детский_сад"]),
      Field(
        "topics", "темы", \.topics, required: true, "Темы методической работы.",
        example: "[{title: Детские вопросы, deficits: [ne-slyshim-voprosov]}]", synonyms: ["тема", "темы_плана"]),
    ],
    hints: [
      KeyHint(
        "сроки,срок,период,месяц,начало,окончание,даты",
        "план – на учебный год: «учебный_год» (academic_year); сроки – у событий",
        en: "a plan is for an “academic_year”; events have days"),
      .text(
        "цель,задачи,задача,ответственный,ответственные,исполнители,аннотация,автор,авторы,утверждён,утвержден,утверждено,кем_утверждён,анализ,приоритеты,направления,направление,сообщество,сады_участники,результаты,ожидаемые_результаты,педсовет,форма"
      ),
    ] + KeyHint.common)
}

/// A topic of a plan, with what S4 asks of it: what was done, what worked, what is next.
public struct Topic: NestedRecord {
  public var title = Text.blank
  public var deficits: [Reference<Deficit>] = []
  public var events: [Reference<Event>] = []
  public var done: Prose?
  public var worked: Prose?
  public var next: Prose?

  public init() {}

  public static let schema = RecordSchema<Topic>([
    Field(
      "title", "название", \.title, required: true, "Тема.", example: "Детские вопросы",
      synonyms: ["тема", "наименование"]),
    Field(
      "deficits", "дефициты", \.deficits, as: .topicsDeficits, "Какие дефициты восполняет.", synonyms: ["дефицит"]),
    Field("events", "события", \.events, as: .topicsEvents, "Какими событиями.", synonyms: ["событие", "мероприятия"]),
    Field("done", "что_сделано", \.done, "Что сделано."),
    Field("worked", "что_удачно", \.worked, "Что вышло удачно."),
    Field("next", "что_ещё", \.next, "Что ещё предстоит."),
  ])
}
