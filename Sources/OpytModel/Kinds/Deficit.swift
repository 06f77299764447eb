public import OpytDiagnostics

/// What teachers lack, found by looking at children's results. One that nothing answers is told (16).
public struct Deficit: Entity, Closable {
  public static let kind = Kind.deficit
  public static let description = KindDescription(
    "deficit", folder: "deficits", russianFolder: "дефициты", address: "defitsity", Phrase("дефицит", en: "deficit"),
    genitive: "дефицита", listTitle: "Дефициты",
    sample: KindSample(
      "ne-slyshim-voprosov", ["children_results": "", "directions": "", "period": ""],
      text: "Здесь идёт то, что увидели и обсудили."))

  public var title = Text.blank
  public var visibility: Located<Term<Visibilities>>?
  public var description = Prose.blank
  public var revealedBy = Prose.blank
  public var childrenResults: Prose?
  public var directions: [Reference<Direction>] = []
  public var period: Located<AcademicYear>?

  public init() {}

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
        "возраст,группа,образовательная_область,образовательные_области,инструмент,выборка,педагоги,кто,сад,сады,автор,авторы,причины,причина,цель,задачи,показатели,аннотация,уровень"
      ),
    ] + KeyHint.common)
}
