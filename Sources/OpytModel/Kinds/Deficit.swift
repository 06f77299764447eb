public import OpytDiagnostics

/// What teachers lack, found by looking at children's results. One that nothing answers is told (16), as is one that was
/// closed before it was seen (28).
public struct Deficit: Entity, Closable {
  public static let kind = Kind.deficit
  public static let description = KindDescription(
    "deficit", folder: "deficits", russianFolder: "дефициты", address: "defitsity", Phrase("дефицит", en: "deficit"),
    genitive: "дефицита", listTitle: "Дефициты",
    sample: KindSample(
      "ne-slyshim-voprosov",
      ["complaint": "", "children_results": "", "directions": "", "period": "", "instrument": "", "sample": ""],
      text: "Здесь идёт то, что увидели и обсудили."))

  public var title = Text.blank
  public var visibility: Located<Term<Visibilities>>?
  /// As a teacher says it: «Ссорятся перед прогулкой».
  public var complaint: Text?
  public var description = Prose.blank
  public var revealedBy = Prose.blank
  public var childrenResults: Prose?
  public var directions: [Reference<Direction>] = []
  public var period: Located<AcademicYear>?
  /// Whose it is; the network's where it names none.
  public var kindergartens: [Reference<Kindergarten>] = []
  public var areas: [Located<Term<EducationalAreas>>] = []
  public var ages = AgeGroups.blank
  public var instrument: Text?
  public var sample: Text?
  public var indicators: [Indicator] = []
  public var closed: Closing?

  public init() {}

  /// Whether it is closed by the end of a day.
  public func isClosed(on day: CalendarDate) -> Bool {
    closed.map { !$0.date.isAbsent && $0.date.value <= day } ?? false
  }

  /// By title alone.
  public var listOrder: Int { 0 }

  public func violations(at id: DocumentID, of rules: GraphInvariants) -> [Diagnostic] { rules.check(self, id) }

  public static let schema = RecordSchema<Deficit>(
    [
      Field(
        "title", "название", \.title, required: true, "Название дефицита.", example: "Не слышим детских вопросов",
        synonyms: ["наименование", "тема"]),
      .visibility(\.visibility),
      Field(
        "complaint", "жалоба", \.complaint,
        "Как о нём говорит сам педагог, его словами. Этим начинается главная страница.",
        example: "Ссорятся перед прогулкой",
        synonyms: ["словами_педагога", "как_говорят", "вопрос", "вопрос_педагога", "затруднение"]),
      Field(
        "description", "описание", \.description, required: true, "В чём он состоит.",
        example: "Отвечаем раньше, чем ребёнок договорит.", synonyms: ["суть", "содержание"]),
      Field(
        "revealed_by", "как_выявлен", \.revealedBy, required: true, "Как его заметили.",
        example: "Взаимные наблюдения в четырёх садах.",
        synonyms: ["как_выявили", "как_обнаружен", "источник", "диагностика", "метод_выявления"]),
      Field(
        "children_results", "результаты_детей", \.childrenResults, "Как он виден в результатах детей.",
        example: "На занятиях дети почти не спрашивают.", synonyms: ["как_проявляется", "проявления"]),
      Field(
        "directions", "направления", \.directions, as: .directions, "К каким направлениям сети относится.",
        example: "[sreda-tretiy-uchitel]", synonyms: ["направление"]),
      Field(
        "period", "период", \.period, "В каком учебном году выявлен.", example: "2025/2026",
        synonyms: ["год", "учебный_год"]),
      Field(
        "kindergartens", "сады", \.kindergartens, as: .kindergartens, "В каких садах выявлен; без них – во всей сети.",
        example: "[sad-5]", synonyms: ["сад", "детские_сады", "детский_сад", "доу"]),
      Field(
        "areas", "образовательные_области", \.areas, "В каких образовательных областях виден (ФГОС ДО).",
        example: "[познавательное развитие]", synonyms: ["образовательная_область", "области", "область", "оо"]),
      Field(
        "ages", "возраст", \.ages, "В каких группах виден: одна, несколько или промежуток, 3-6.", example: "[5-6]",
        synonyms: ["возраст_детей", "возрастная_группа", "возрасты", "группа", "группы"]),
      Field(
        "instrument", "инструмент", \.instrument, "Чем измеряли: карта наблюдений, опросник, проба.",
        example: "Карта наблюдения за паузой", synonyms: ["методика", "анкета", "опросник", "инструментарий"]),
      Field(
        "sample", "выборка", \.sample, "Кого и сколько охватили.", example: "20 занятий в двух садах",
        synonyms: ["охват", "участники", "сколько", "количество_участников"]),
      Field(
        "indicators", "показатели", \.indicators, "Как меняется дефицит, в числах.",
        synonyms: ["показатель", "динамика", "мониторинг"]),
      Field(
        "closed", "восполнен", \.closed, "Когда и чем восполнен. Пока он есть, поле не нужно.",
        synonyms: ["закрыт", "снят", "устранён", "восполнено", "решён"]),
    ],
    hints: [
      KeyHint(
        "решение,меры,мероприятия,стратегия,стратегии,материалы,события,план,проекты,чем_восполняется",
        "чем восполняется дефицит, указывают в стратегии, плане, событии или материале: поле «дефициты» (deficits)",
        en: "what answers a deficit names it in “deficits”"),
      KeyHint(
        "дата,сроки,срок,когда,дата_выявления", "учебный год пишется в поле «период» (period): 2025/2026",
        en: "the academic year stands in “period”"),
      .text(
        "педагоги,кто,автор,авторы,причины,причина,цель,задачи,аннотация,уровень"
      ),
    ] + KeyHint.common)
}

/// That a deficit is no more (S4): since when, by what, and what shows it.
public struct Closing: NestedRecord {
  public var date = Located<CalendarDate>.blank
  public var how = Prose.blank
  public var evidence: Prose?

  public init() {}

  public static let schema = RecordSchema<Closing>([
    Field(
      "date", "дата", \.date, required: true, "С какого дня.", example: "2026-05-20",
      synonyms: ["когда", "день", "дата_восполнения"]),
    Field(
      "how", "чем", \.how, required: true, "Чем восполнили.", example: "Доска вопросов и взаимные показы.",
      synonyms: ["как", "за_счёт_чего", "каким_образом"]),
    Field(
      "evidence", "что_показывает", \.evidence, "Что показывает, что дефицита больше нет.",
      example: "Пауза после вопроса держится при гостях.",
      synonyms: ["подтверждение", "подтверждения", "доказательства"]),
  ])
}
