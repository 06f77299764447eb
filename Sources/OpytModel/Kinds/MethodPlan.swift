public import OpytDiagnostics

/// The plan of the methodical work of one year: a kindergarten's, a community's, or, where it names neither, the
/// network's. It has one owner, and its actions and events lie in its year (26).
public struct MethodPlan: Entity, Closable {
  public static let kind = Kind.methodPlan
  public static let description = KindDescription(
    "method_plan", folder: "plans", russianFolder: "планы", address: "plany", Phrase("план", en: "plan"),
    genitive: "плана",
    listTitle: "Планы методической работы",
    sample: KindSample("plan-seti", ["approved": ""], text: "Несколько слов о том, как составляли план."))

  public var title = Text.blank
  public var visibility: Located<Term<Visibilities>>?
  public var academicYear = Located<AcademicYear>.blank
  public var kindergarten: Reference<Kindergarten>?
  public var community: Reference<Community>?
  public var approved: Approval?
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
        "kindergarten", "сад", \.kindergarten, as: .kindergarten,
        "Чей это план, если сада. Без сада и без сообщества это план всей сети.", example: "sad-5",
        synonyms: ["сады", "детский_сад", "доу", "учреждение"]),
      Field(
        "community", "сообщество", \.community, as: .community, "Чей это план, если сообщества.",
        synonyms: ["пос", "творческая_группа", "профессиональное_сообщество"]),
      Field(
        "approved", "утверждён", \.approved, "Кто и когда утвердил план.",
        synonyms: [
          "утверждено", "утверждение", "кем_утверждён", "согласован", "согласовано", "принят", "принято", "протокол",
          "приказ", "педсовет",
        ]),
      Field(
        "topics", "темы", \.topics, required: true, "Темы методической работы.",
        example:
          "[{title: Детские вопросы, deficits: [ne-slyshim-voprosov], actions: [{title: Показ доски вопросов, form: открытый показ, term: март 2026, responsible: [ilina-marina]}]}]",
        synonyms: ["тема", "темы_плана"]),
    ],
    hints: [
      KeyHint(
        "сроки,период,месяц,начало,окончание,даты",
        "план – на учебный год: «учебный_год» (academic_year); сроки – у мероприятий тем: «срок» (term)",
        en: "a plan is for an “academic_year”; actions of its topics have a “term”"),
      KeyHint(
        "ответственный,ответственные,исполнители,исполнитель",
        "ответственных называют у каждого мероприятия темы: «ответственный» (responsible)",
        en: "each action of a topic names who is “responsible”"),
      .text(
        "цель,задачи,задача,аннотация,автор,авторы,анализ,приоритеты,направления,направление,сады_участники,результаты,ожидаемые_результаты,форма"
      ),
    ] + KeyHint.common)
}

/// Who approved a plan, and when.
public struct Approval: NestedRecord {
  public var body = Text.blank
  public var number: Text?
  public var date = Located<CalendarDate>.blank

  public init() {}

  public static let schema = RecordSchema<Approval>([
    Field(
      "body", "кем", \.body, required: true, "Кто утвердил.", example: "педагогический совет",
      synonyms: ["кто", "кто_утвердил", "орган", "утвердил"]),
    Field(
      "number", "номер", \.number, "Номер протокола или приказа.", example: "протокол № 1",
      synonyms: ["протокол", "приказ", "документ", "номер_протокола", "номер_приказа"]),
    Field(
      "date", "дата", \.date, required: true, "Когда утвердили.", example: "2025-08-29", synonyms: ["когда", "день"]),
  ])
}
