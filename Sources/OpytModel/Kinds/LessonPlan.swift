public import OpytDiagnostics

/// The plan of one lesson with children: конспект, технологическая карта занятия.
///
/// Beside what every material has, a goal, tasks, ages and areas are required. The minutes of its parts, where they are
/// given, add up to no more than its own. A turn of a case's exchange of practice may name it (S4).
public struct LessonPlan: Material {
  public static let kind = Kind.lessonPlan
  public static let description = KindDescription(
    "lesson_plan", folder: "lessons", russianFolder: "занятия", address: "zanyatiya",
    Phrase("конспект занятия", en: "lesson plan"), genitive: "конспекта занятия", listTitle: "Конспекты занятий",
    sample: KindSample(
      "zvuki-za-oknom",
      [
        "title": "Звуки за окном", "summary": "На прогулке дети слушают двор и зарисовывают всё услышанное.",
        "why": "Дети слышат только громкое.", "audience": "[дети]", "ages": "", "areas": "",
        "goal": "Дети различают и называют звуки улицы.",
        "tasks": "{teaching: [Называть источник звука], developing: [Слушать минуту молча]}", "status": "апробация",
        "minutes": "", "equipment": "",
      ], text: "## Как это было\n\nЗдесь идёт рассказ о том, как прошло занятие."))

  public var material = MaterialFields()
  public var minutes: Located<Int>?
  public var adults: Located<Int>?
  public var equipment: [Text] = []
  public var vocabulary: [Text] = []
  public var preparation: [Text] = []
  public var parts: [LessonPart] = []
  public var reflection: Prose?

  public init() {}

  public func violations(at id: DocumentID, of rules: GraphInvariants) -> [Diagnostic] { rules.check(self, id) }

  public static let schema = RecordSchema<LessonPlan>.material(
    requiring: ["goal", "tasks", "ages", "areas"],
    [
      Field(
        "minutes", "длительность", \.minutes, limit: .within(5...60), "Сколько минут идёт занятие.", example: "25",
        synonyms: ["продолжительность", "время", "минут", "минуты", "сколько_минут"]),
      .adults(\.adults),
      Field(
        "equipment", "оборудование", \.equipment, "Что приготовить.", example: "[Листы бумаги, Восковые мелки]",
        synonyms: ["материалы", "материалы_и_оборудование", "средства", "наглядность", "пособия"]),
      Field(
        "vocabulary", "словарь", \.vocabulary, "Новые слова занятия.", example: "[гул, шорох, звон]",
        synonyms: ["словарная_работа", "новые_слова", "активизация_словаря"]),
      Field(
        "preparation", "предварительная_работа", \.preparation, "Что сделали до занятия.",
        example: "[Слушали тишину в группе]", synonyms: ["подготовка", "предварительно"]),
      Field(
        "parts", "ход", \.parts, required: true, "Ход занятия по частям.",
        example:
          "[{title: Начало, minutes: 5, teacher: Предлагает закрыть глаза и слушать, children: Слушают минуту молча}, {title: Во дворе, minutes: 15, teacher: Спрашивает о каждом звуке}]",
        synonyms: ["ход_занятия", "этапы", "части", "структура", "план", "ход_нод", "содержание"]),
      Field(
        "reflection", "рефлексия", \.reflection, "Чем закончили и что поняли.",
        synonyms: ["итог", "итог_занятия", "самоанализ"]),
    ],
    hints: [
      .text(
        "место,форма,вид,тип,тип_занятия,вид_занятия,форма_проведения,форма_занятия,программное_содержание,интеграция"),
      KeyHint(
        "дата,дата_проведения",
        "день, когда занятие прошло, пишется в цикле кейса; здесь – «опубликовано» (published)",
        en: "the day it was given stands in a case’s cycle; here is “published”"),
    ])
}

/// A part of a lesson: what the teacher does, and what the children do.
public struct LessonPart: NestedRecord {
  public var title = Text.blank
  public var minutes: Located<Int>?
  public var teacher = Prose.blank
  public var children: Prose?
  public var result: Prose?

  public init() {}

  public static let schema = RecordSchema<LessonPart>([
    Field(
      "title", "название", \.title, required: true, "Название части.", example: "Начало",
      synonyms: ["часть", "этап", "наименование"]),
    Field(
      "minutes", "минуты", \.minutes, limit: .within(1...60), "Сколько минут она занимает.", example: "5",
      synonyms: ["время", "длительность"]),
    Field(
      "teacher", "деятельность_педагога", \.teacher, required: true, "Что делает педагог.",
      example: "Предлагает закрыть глаза и слушать.", synonyms: ["педагог", "воспитатель", "деятельность_воспитателя"]),
    Field(
      "children", "деятельность_детей", \.children, "Что делают дети.", example: "Слушают минуту молча.",
      synonyms: ["дети", "деятельность_воспитанников"]),
    Field(
      "result", "результат", \.result, "Что получается.", example: "Каждый назвал один звук.",
      synonyms: ["итог", "планируемый_результат"]),
  ])
}
