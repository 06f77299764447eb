public import OpytDiagnostics

/// What tells others how to work: methodical recommendations, a programme, an assessment, a memo, a set of cards, a
/// scenario (S0: «методические рекомендации», S4: диагностика).
public struct Guideline: Material {
  public static let kind = Kind.guideline
  public static let description = KindDescription(
    "guideline", folder: "guidelines", russianFolder: "рекомендации", address: "rekomendatsii",
    Phrase("методическая разработка", en: "guideline"), genitive: "методической разработки",
    listTitle: "Рекомендации и программы",
    sample: KindSample(
      "kak-slushat-dvor",
      [
        "title": "Как слушать двор", "summary": "Памятка для прогулки, пять способов слушать вместе с детьми.",
        "why": "На прогулке взрослый говорит больше детей.", "audience": "[педагоги]", "type": "памятка",
        "status": "апробация", "steps": "",
      ], text: "## Для кого это\n\nЗдесь идёт несколько слов о том, когда памятка пригодится."))

  public var material = MaterialFields()
  public var type = Located<Term<GuidelineTypes>>.blank
  public var problem: Prose?
  public var adults: Located<Int>?
  public var steps: [GuidelineStep] = []
  public var mistakes: [Text] = []

  public init() {}

  public func violations(at id: DocumentID, of rules: GraphInvariants) -> [Diagnostic] { [] }

  public static let schema = RecordSchema<Guideline>.material(
    [
      Field(
        "type", "вид", \.type, required: true, "Что это.", example: "рекомендации",
        synonyms: ["тип", "жанр", "вид_разработки"]),
      Field(
        "problem", "проблема", \.problem, "Какую трудность это решает.",
        example: "На прогулке дети ждут, чем их займут.", synonyms: ["трудность", "проблемная_ситуация"]),
      .adults(\.adults),
      Field(
        "steps", "шаги", \.steps, "Что делать по порядку.",
        example: "[{title: Остановиться, content: Попросите детей замереть и послушать}]",
        synonyms: ["шаг", "этапы", "ход", "содержание", "алгоритм", "разделы"]),
      Field(
        "mistakes", "типичные_ошибки", \.mistakes, "Что обычно делают не так.",
        example: "[Взрослый сам называет звук]", synonyms: ["ошибки", "частые_ошибки"]),
    ],
    hints: [.text("место,форма,дата,дата_проведения,участники,введение,инструментарий,объём")])
}

/// A step of a guideline.
public struct GuidelineStep: NestedRecord {
  public var title = Text.blank
  public var content = Prose.blank

  public init() {}

  public static let schema = RecordSchema<GuidelineStep>([
    Field(
      "title", "название", \.title, required: true, "Название шага.", example: "Остановиться",
      synonyms: ["шаг", "наименование"]),
    Field(
      "content", "содержание", \.content, required: true, "Что делать.",
      example: "Попросите детей замереть и послушать.", synonyms: ["описание", "что_делать"]),
  ])
}
