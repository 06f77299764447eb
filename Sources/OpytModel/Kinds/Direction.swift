public import OpytDiagnostics

/// A field of work that the network has agreed on; every material belongs to one or more. One without materials is
/// told (15).
public struct Direction: Entity {
  public static let kind = Kind.direction
  public static let description = KindDescription(
    "direction", folder: "directions", russianFolder: "направления", address: "napravleniya",
    Phrase("направление", en: "direction"),
    genitive: "направления", listTitle: "Направления",
    sample: KindSample("sreda-tretiy-uchitel", ["order": "", "goal": ""], text: "Несколько слов о направлении."))

  public var title = Text.blank
  public var summary = Text.blank
  public var goal: Prose?
  public var focus: [Text] = []
  public var order: Located<Int>?
  public var color: Color?

  public init() {}

  public var listOrder: Int { order?.value ?? .max }

  public func violations(at id: DocumentID, of rules: GraphInvariants) -> [Diagnostic] { [] }

  public static let schema = RecordSchema<Direction>(
    [
      Field(
        "title", "название", \.title, required: true, "Название направления.", example: "Среда – третий учитель",
        synonyms: ["наименование", "имя", "тема"]),
      Field(
        "summary", "аннотация", \.summary, required: true, "О чём оно.", example: "Как устроить пространство группы.",
        synonyms: ["описание", "о_чём"]),
      Field("goal", "цель", \.goal, "К чему идём.", example: "Дети сами выбирают, где и чем заняться."),
      Field("focus", "в_центре_внимания", \.focus, "Что в центре внимания."),
      Field("order", "порядок", \.order, "Место в списке.", example: "1", synonyms: ["номер"]),
      Field("color", "цвет", \.color, "Цвет на сайте.", example: "\"#2e7d5b\"", synonyms: ["colour"]),
    ],
    hints: [
      KeyHint(
        "доступ,visibility,видимость,кому_виден", "направление видно всем: удалите эту строку",
        en: "a direction is always public: delete this line"),
      KeyHint(
        "материалы,проекты,сады,события,сообщества,дефициты,стратегии",
        "это сайт соберёт сам: направление указывают в их файлах, в поле «направления» (directions)",
        en: "the site gathers these: they name the direction in “directions”"),
      KeyHint("иконка,значок,символ", "направление отличает цвет: «цвет» (color)", en: "a direction has a “color”"),
      .text(
        "дата,ключевые_слова,актуальность,проблема,слоган,задачи,задача,координатор,куратор,руководитель,ответственный,ответственные,участники,результаты,ожидаемые_результаты,планы,аудитория,возраст,период,сроки,авторы,автор"
      ),
    ] + KeyHint.common)
}
