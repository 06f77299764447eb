public import OpytDiagnostics

/// A situation from practice with questions to think about before one reads how it was solved, and, where colleagues
/// worked at it in turns, the exchange of practice around it.
public struct MethodicalCase: Material {
  public static let kind = Kind.methodicalCase
  public static let description = KindDescription(
    "methodical_case", folder: "cases", russianFolder: "кейсы", address: "keysy", Phrase("кейс", en: "case"),
    genitive: "кейса",
    listTitle: "Методические кейсы",
    sample: KindSample(
      "dvoe-i-konstruktor",
      [
        "title": "Двое и конструктор", "summary": "Кейс старшей группы о споре из-за конструктора и о роли взрослого.",
        "why": "Взрослый решает спор за детей, и назавтра спор повторяется.", "audience": "[педагоги]", "ages": "",
        "status": "", "solution": "",
      ], text: "## Наблюдение\n\nЗдесь идёт рассказ о том, что увидели и услышали."))

  public var material = MaterialFields()
  public var situation = Prose.blank
  public var questions: [Text] = []
  public var solution: Prose?
  public var criteria: [Text] = []
  public var guidance: Prose?
  public var cycle: [Iteration] = []

  public init() {}

  public func violations(at id: DocumentID, of rules: GraphInvariants) -> [Diagnostic] { rules.check(self, id) }

  public static let schema = RecordSchema<MethodicalCase>.material(
    [
      Field(
        "situation", "ситуация", \.situation, required: true, "Что случилось.", example: "Двое не делят конструктор.",
        synonyms: ["описание_ситуации", "проблема", "кейс"]),
      Field(
        "questions", "вопросы", \.questions, required: true, "О чём подумать до решения.",
        example: "[Что чувствует каждый из детей?]", synonyms: ["вопрос", "вопросы_для_обсуждения"]),
      Field(
        "solution", "решение", \.solution, "Как поступили.", example: "Дети решили меняться по песочным часам.",
        synonyms: ["ответ", "как_решили", "разбор"]),
      Field(
        "criteria", "критерии", \.criteria, "По чему судить о решении.", synonyms: ["критерий", "критерии_оценки"]),
      Field(
        "guidance", "рекомендации", \.guidance, "Как работать с кейсом.",
        synonyms: ["рекомендация", "методические_рекомендации"]),
      Field(
        "cycle", "цикл", \.cycle, "Взаимообмен практикой: занятие за занятием.",
        synonyms: ["обмен_практикой", "итерации"]),
    ],
    hints: [
      .text("участники,роли,время,место,этапы,ход,форма,вид,тип"),
      KeyHint("сроки,период,дата_занятия,дата_проведения", .inside("cycle", "date")),
      KeyHint("наблюдатели", .inside("cycle", "observers")), KeyHint("анализ", .inside("cycle", "analysis")),
    ])
}

/// One turn of the exchange of practice (S4): a lesson is planned together, given before all who planned it (19),
/// looked at, and corrected by the whole group. Turns stand in the order of their dates (3).
public struct Iteration: NestedRecord {
  public var planning = Prose.blank
  public var date = Located<CalendarDate>.blank
  public var conductedBy: [Reference<Person>] = []
  public var observers: [Reference<Person>] = []
  public var analysis = Prose.blank
  public var analysisChildren: Prose?
  public var analysisGroup: Prose?
  public var analysisTeacher: Prose?
  public var correction = Prose.blank
  public var next: Prose?
  public var lesson: Reference<LessonPlan>?

  public init() {}

  public static let schema = RecordSchema<Iteration>([
    Field(
      "planning", "планирование", \.planning, required: true, "Что спланировали вместе.", example: "Конспект занятия"),
    Field("date", "дата", \.date, required: true, "Когда провели.", example: "2026-02-12"),
    Field(
      "conducted_by", "проводит", \.conductedBy, as: .cycleConductedBy, required: true, "Кто провёл.",
      example: "[ilina-marina]"),
    Field("observers", "наблюдатели", \.observers, as: .cycleObservers, "Кто наблюдал: все, кто планировал."),
    Field("analysis", "анализ", \.analysis, required: true, "Что увидели.", example: "Трое детей молчали."),
    Field(
      "analysis_children", "о_детях", \.analysisChildren, "Что увидели о каждом ребёнке.",
      example: "Двое заговорили, когда взрослый отошёл.", synonyms: ["анализ_детей", "дети"]),
    Field(
      "analysis_group", "о_группе", \.analysisGroup, "Что увидели о группе.",
      example: "Группа слушает, пока рассказ короче трёх минут.", synonyms: ["анализ_группы", "группа"]),
    Field(
      "analysis_teacher", "о_педагоге", \.analysisTeacher, "Что увидели о работе педагога.",
      example: "Вопросы взрослого подсказывали ответ.", synonyms: ["анализ_педагога", "педагог"]),
    Field(
      "correction", "корректировка", \.correction, required: true, "Что изменили всей группой.",
      example: "Сократили рассказ взрослого."),
    Field("next", "следующее_занятие", \.next, "Каким будет следующее занятие."),
    Field(
      "lesson", "занятие", \.lesson, as: .cycleLesson, "Конспект этого занятия.", example: "zvuki-za-oknom",
      synonyms: ["конспект", "технологическая_карта"]),
  ])
}
