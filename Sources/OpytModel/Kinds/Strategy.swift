public import OpytDiagnostics

/// How deficits are answered. Whatever follows it names it: materials, events, topics of plans, communities; that they
/// share a deficit with it says nothing. What one wants to come to is required: a strategy that can't say it makes no sense.
public struct Strategy: Entity, Closable {
  public static let kind = Kind.strategy
  public static let description = KindDescription(
    "strategy", folder: "strategies", russianFolder: "стратегии", address: "strategii",
    Phrase("стратегия", en: "strategy"),
    genitive: "стратегии", listTitle: "Стратегии",
    sample: KindSample("snachala-vopros", ["origin": ""], text: "Несколько слов о том, как пришли к этой стратегии."))

  public var title = Text.blank
  public var visibility: Located<Term<Visibilities>>?
  public var goal = Prose.blank
  public var result = Prose.blank
  public var tactics: [Text] = []
  public var resources: [Text] = []
  public var origin: Located<Term<StrategyOrigins>>?
  public var deficits: [Reference<Deficit>] = []

  public init() {}

  /// By title alone.
  public var listOrder: Int { 0 }

  public func violations(at id: DocumentID, of rules: GraphInvariants) -> [Diagnostic] { [] }

  public static let schema = RecordSchema<Strategy>(
    [
      Field(
        "title", "название", \.title, required: true, "Название стратегии.", example: "Сначала вопрос",
        synonyms: ["наименование", "тема"]),
      .visibility(\.visibility),
      Field(
        "goal", "цель", \.goal, required: true, "К чему идём.", example: "Дети спрашивают, взрослые не спешат.",
        synonyms: ["цели"]),
      Field(
        "result", "результат", \.result, required: true, "К чему хотим прийти: без этого стратегия не имеет смысла.",
        example: "На каждом занятии звучат вопросы детей.", synonyms: ["результаты", "ожидаемый_результат"]),
      Field(
        "tactics", "тактика", \.tactics, required: true, "Что делаем, шаг за шагом.",
        example: "[Ждём три секунды, Записываем вопросы]", synonyms: ["тактики", "шаги", "действия"]),
      Field("resources", "ресурсы", \.resources, "Что для этого нужно.", synonyms: ["ресурс"]),
      Field("origin", "происхождение", \.origin, "Своя или зарекомендовавшая.", example: "своя"),
      Field(
        "deficits", "дефициты", \.deficits, as: .deficits, required: true, "Какие дефициты восполняет.",
        example: "[ne-slyshim-voprosov]", synonyms: ["дефицит"]),
    ],
    hints: [
      KeyHint(
        "материалы,проекты,события,планы,сообщества",
        "это сайт соберёт сам: стратегию указывают в файле материала, события, сообщества или в теме плана, в поле «стратегия» (strategy)",
        en: "the site gathers these: a material, an event, a community or a topic of a plan names its strategy"),
      KeyHint(
        "задачи,задача,этапы,план,мероприятия,методы,приёмы", "шаги стратегии пишутся в поле «тактика» (tactics)",
        en: "write them in “tactics”"),
      .text(
        "аннотация,автор,авторы,сроки,срок,период,сообщество,тип,год,сады,сад,направления,направление,аудитория,возраст,показатели,критерии,проблема,зачем,педагоги,ответственный,идея,источник,источники,вид"
      ),
    ] + KeyHint.common)
}
