public import OpytDiagnostics

/// An event of the network: it solves a task, so that one that was held has outcomes (6). It ends after it starts (3).
/// What was seen there is told as well: who came, what they said of it, photos with their consents (21 and 30).
public struct Event: Entity, Closable {
  public static let kind = Kind.event
  public static let description = KindDescription(
    "event", folder: "events", russianFolder: "события", address: "sobytiya", Phrase("событие", en: "event"),
    genitive: "события", listTitle: "События",
    sample: KindSample(
      "kruglyy-stol-ob-igre",
      [
        "end": "", "place": "", "mode": "", "audience": "", "kindergartens": "", "deficits": "", "state": "",
        "outcomes": "",
      ], text: "Здесь идёт рассказ о том, как прошла встреча."))

  public var title = Text.blank
  public var visibility: Located<Term<Visibilities>>?
  public var form = Located<Term<Forms>>.blank
  public var start = Located<Moment>.blank
  public var end: Located<Moment>?
  public var days: [EventDay] = []
  public var place: Text?
  public var mode: Located<Term<Modes>>?
  public var task = Prose.blank
  public var initiators: [Reference<Person>] = []
  public var audience: [Located<Term<Audiences>>] = []
  public var specialNeeds: [Located<Term<SpecialNeeds>>] = []
  public var directions: [Reference<Direction>] = []
  public var kindergartens: [Reference<Kindergarten>] = []
  public var partners: [Reference<Partner>] = []
  public var community: Reference<Community>?
  public var seminar: Reference<SeminarProgram>?
  public var deficits: [Reference<Deficit>] = []
  public var strategy: Reference<Strategy>?
  public var capacity: Located<Int>?
  public var registration: WebSite?
  public var state: Located<Term<EventStates>>?
  public var outcomes: [Text] = []
  /// How many came.
  public var attended: Located<Int>?
  public var attendedKindergartens: [Reference<Kindergarten>] = []
  public var feedback: [Text] = []
  public var reflection: Prose?
  public var materials: [Reference<AnyMaterial>] = []
  public var attachments: [Attachment] = []
  public var photos: [Photo] = []
  public var links: [OutsideLink] = []

  public init() {}

  /// By their beginning.
  public var listOrder: Int { start.value.date.dayNumber * 1440 + (start.value.time?.minutes ?? 0) }

  public func violations(at id: DocumentID, of rules: GraphInvariants) -> [Diagnostic] { rules.check(self, id) }

  /// Left out, an event is planned, also when its day is over: nobody has told yet what came of it.
  public var effectiveState: Term<EventStates> { state?.value ?? .planned }

  public static let schema = RecordSchema<Event>(
    [
      Field(
        "title", "название", \.title, required: true, "Название события.", example: "Круглый стол о свободной игре",
        synonyms: ["наименование", "тема", "имя"]),
      .visibility(\.visibility),
      Field(
        "form", "форма", \.form, required: true, "Форма работы.", example: "круглый стол", synonyms: ["вид", "тип"]),
      Field(
        "start", "начало", \.start, required: true, "День начала, если нужно – со временем.",
        example: "2026-03-12 13:30",
        synonyms: [
          "дата", "день", "время", "дата_проведения", "дата_и_время", "когда", "дата_начала", "время_начала", "date",
        ]),
      Field(
        "end", "окончание", \.end, "Когда заканчивается: день или день и время.", example: "2026-03-12 15:00",
        synonyms: ["конец", "время_окончания", "дата_окончания"]),
      Field(
        "days", "по_дням", \.days, "Часы каждого дня, если событие идёт несколько дней.",
        example: "[{date: 2026-03-12, start: 9:30, end: 15:00}]",
        synonyms: ["дни", "расписание_по_дням", "часы_по_дням"]),
      Field(
        "place", "место", \.place, "Где проходит.", example: "Музыкальный зал сада № 5",
        synonyms: ["адрес", "где", "зал"]),
      Field("mode", "формат", \.mode, "Очно, онлайн или смешанно.", example: "очно", synonyms: ["форма_проведения"]),
      Field(
        "task", "задача", \.task, required: true, "Какую задачу решает.",
        example: "Договориться, откуда взять час для игры.", synonyms: ["задачи", "цель", "зачем"]),
      Field(
        "initiators", "инициаторы", \.initiators, as: .initiators, required: true, "Кто инициатор события.",
        example: "[ilina-marina]",
        synonyms: [
          "инициатор", "ведущий", "ведущая", "ведущие", "докладчик", "докладчики", "спикеры", "спикер", "ответственный",
          "ответственные", "педагог", "руководитель", "организатор", "организаторы", "автор", "авторы", "кто_проводит",
        ]),
      Field(
        "audience", "аудитория", \.audience, "Для кого.", example: "[педагоги]", synonyms: ["для_кого", "участники"]),
      Field(
        "special_needs", "особые_потребности", \.specialNeeds, "О детях с какими особыми потребностями речь.",
        example: "[тяжёлые нарушения речи]",
        synonyms: ["овз", "особенности_развития", "нозология", "инклюзия", "дети_с_овз"]),
      Field("directions", "направления", \.directions, as: .directions, "К каким направлениям сети относится."),
      Field(
        "kindergartens", "сады", \.kindergartens, as: .kindergartens, "Какие сады принимают.", example: "[sad-5]",
        synonyms: ["сад", "детские_сады"]),
      Field(
        "partners", "партнёры", \.partners, as: .partners, "Какие партнёры участвуют.",
        example: "[biblioteka-na-pristanskoy]", synonyms: ["партнёр", "социальные_партнёры", "социальный_партнёр"]),
      Field("community", "сообщество", \.community, as: .community, "Какое сообщество его проводит."),
      Field("seminar", "программа", \.seminar, as: .seminar, "В программу какого семинара входит."),
      Field(
        "deficits", "дефициты", \.deficits, as: .deficits, "Какие дефициты восполняет.",
        example: "[ne-slyshim-voprosov]"),
      Field(
        "strategy", "стратегия", \.strategy, as: .strategy, "По какой стратегии проводится.",
        synonyms: ["стратегии", "педагогическая_стратегия"]),
      Field(
        "capacity", "мест", \.capacity, limit: .within(1...10_000), "Сколько человек могут прийти.", example: "30",
        synonyms: ["количество_мест"]),
      Field(
        "registration", "регистрация", \.registration, "Где записаться.", example: "https://sad5.example.org/zapis",
        synonyms: ["запись", "ссылка_на_регистрацию"]),
      Field(
        "state", "состояние", \.state, "Без этого поля – запланировано.", example: "проведено", synonyms: ["статус"]),
      Field(
        "outcomes", "итоги", \.outcomes, "К чему пришли: нужны, когда событие проведено.",
        example: "[Нашли час для игры в распорядке каждого сада]", synonyms: ["результаты", "итог"]),
      Field(
        "attended", "участников", \.attended, limit: .within(0...100_000), "Сколько человек пришли.", example: "24",
        synonyms: ["количество_участников", "число_участников", "пришли", "присутствовали", "присутствовало"]),
      Field(
        "attended_kindergartens", "участвовали_сады", \.attendedKindergartens, as: .attendedKindergartens,
        "Педагоги каких садов пришли.", example: "[sad-5]",
        synonyms: ["сады_участники", "участвующие_сады", "какие_сады_участвовали"]),
      Field(
        "feedback", "отзывы", \.feedback, "Что сказали те, кто был.", example: "[Завтра попробую у себя]",
        synonyms: ["отзыв", "обратная_связь", "мнения"]),
      Field(
        "reflection", "рефлексия", \.reflection, "Что удалось и что в следующий раз сделать иначе.",
        synonyms: ["самоанализ", "выводы"]),
      Field("materials", "материалы", \.materials, as: .materials, "Какие материалы из него вышли."),
      Field(
        "attachments", "файлы", \.attachments, "Файлы для скачивания.",
        synonyms: ["файл", "вложения", "приложения", "документы", "раздаточный_материал"]),
      Field(
        "photos", "фото", \.photos, "Фотографии и рисунки.",
        synonyms: ["фотографии", "фотография", "фотоотчёт", "картинки", "изображения", "снимки", "photo"]),
      Field(
        "links", "ссылки", \.links, "Где ещё об этом смотреть: запись, презентации, сайты.",
        synonyms: ["ссылка", "видео", "презентация", "запись_трансляции", "ссылка_на_видео", "link", "video"]),
    ],
    hints: [
      .days("сроки,срок,период,даты"),
      KeyHint(
        "длительность,продолжительность,минут", "вместо длительности укажите «окончание» (end): день и время",
        en: "write the “end” instead"),
      KeyHint(
        "учебный_год,год,месяц", "учебный год сайт узнаёт по полю «начало» (start): удалите эту строку",
        en: "the year follows from “start”: delete this line"),
      KeyHint(
        "возраст,группа,образовательная_область,области",
        "для этого поля нет: напишите об этом в тексте, ниже второй строки «---»",
        en: "there is no such field: write it in the text below the fields"),
      .text("повестка,аннотация,расписание"),
    ] + KeyHint.common)
}
