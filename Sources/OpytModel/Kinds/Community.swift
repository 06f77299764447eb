public import OpytDiagnostics

/// A professional learning community: people around a shared idea.
///
/// It has two members or more, and who coordinates it is one of them (5). Memberships begin before they end (7). It works
/// round after round (S2), and is told with its rounds or with its stage, not with both (41).
public struct Community: Entity, Closable {
  public static let kind = Kind.community
  public static let description = KindDescription(
    "community", folder: "communities", russianFolder: "сообщества", address: "soobshchestva",
    Phrase("сообщество", en: "community"),
    genitive: "сообщества", listTitle: "Сообщества",
    sample: KindSample(
      "znatoki-igry", ["type": "", "deficits": "", "stage": "", "schedule": ""], text: "Несколько слов о сообществе."))

  public var title = Text.blank
  public var visibility: Located<Term<Visibilities>>?
  public var type: Located<Term<CommunityTypes>>?
  public var level: Located<Term<AdministrativeLevels>>?
  public var idea = Prose.blank
  public var goal = Prose.blank
  public var coordinators: [Reference<Person>] = []
  public var members: [Membership] = []
  public var directions: [Reference<Direction>] = []
  public var kindergartens: [Reference<Kindergarten>] = []
  public var deficits: [Reference<Deficit>] = []
  public var strategy: Reference<Strategy>?
  /// Without rounds: where it is today is ``presentStage(on:)``.
  public var stage: Located<Term<CommunityStages>>?
  public var rounds: [CommunityRound] = []
  public var expected: [Text] = []
  public var schedule: [Text] = []
  public var channels: [Channel] = []
  public var reflection: Prose?
  public var academicYear: Located<AcademicYear>?

  public init() {}

  /// By title alone.
  public var listOrder: Int { 0 }

  public func violations(at id: DocumentID, of rules: GraphInvariants) -> [Diagnostic] { rules.check(self, id) }

  public static let schema = RecordSchema<Community>(
    [
      Field(
        "title", "название", \.title, required: true, "Название сообщества.", example: "Знатоки игры",
        synonyms: ["наименование", "имя", "тема"]),
      .visibility(\.visibility),
      Field("type", "тип", \.type, "Что это за сообщество.", example: "творческая группа"),
      Field(
        "level", "уровень", \.level, "Какого уровня это объединение или площадка.", example: "муниципальный",
        synonyms: ["масштаб", "уровень_площадки"]),
      Field(
        "idea", "общая_идея", \.idea, required: true, "Идея, вокруг которой собрались.",
        example: "Ребёнок учится в игре, а взрослый – у ребёнка.", synonyms: ["идея", "общая_цель_и_идея"]),
      Field(
        "goal", "цель", \.goal, required: true, "К чему идут вместе.", example: "Вернуть в день час свободной игры.",
        synonyms: ["цели"]),
      Field(
        "coordinator", "координатор", \.coordinators, as: .coordinator, required: true, "Кто ведёт.",
        example: "[ilina-marina]", synonyms: ["координаторы", "руководитель", "ведущий"]),
      Field(
        "members", "участники", \.members, required: true,
        "Кто состоит: не меньше двух, вместе с координатором; можно одно имя файла.",
        example: "[{педагог: ilina-marina, роль: координатор}, orlova-tatyana]",
        synonyms: ["состав", "участник", "педагоги", "члены", "члены_сообщества"]),
      Field(
        "directions", "направления", \.directions, as: .directions, required: true,
        "К каким направлениям сети относится.", example: "[sreda-tretiy-uchitel]", synonyms: ["направление"]),
      Field(
        "kindergartens", "сады", \.kindergartens, as: .kindergartens, "Какие сады участвуют.",
        example: "[sad-5, sad-2]", synonyms: ["сад", "детские_сады"]),
      Field(
        "deficits", "дефициты", \.deficits, as: .deficits, "С какими дефицитами работают.",
        example: "[ne-slyshim-voprosov]"),
      Field(
        "strategy", "стратегия", \.strategy, as: .strategy, "О какой стратегии договорились.",
        synonyms: ["стратегии", "педагогическая_стратегия"]),
      Field(
        "stage", "этап", \.stage, "На каком из четырёх этапов сейчас: от 1 до 4. Если записаны циклы, не нужен.",
        example: "2", synonyms: ["стадия"]),
      Field(
        "rounds", "циклы", \.rounds,
        "Циклы работы по годам, каждый с этапами и результатом; текущий этап сайт найдёт сам.",
        example:
          "[{academic_year: 2025/2026, stages: [{stage: 1, start: 2025-09-10}, {stage: 2, start: 2025-10-02, product: [План работы]}]}]",
        synonyms: ["цикл", "круги", "круг", "этапы", "циклы_работы"]),
      Field("expected", "ожидаемые_изменения", \.expected, "Каких изменений ждут.", synonyms: ["ожидаемые_результаты"]),
      Field(
        "schedule", "расписание", \.schedule, "Когда и где встречаются.", example: "[Второй четверг месяца]",
        synonyms: ["график", "встречи", "когда", "место", "частота_встреч", "время"]),
      Field("channels", "каналы", \.channels, "Где общаются между встречами.", synonyms: ["канал", "ссылки"]),
      Field("reflection", "рефлексия", \.reflection, "Что поняли о своей работе."),
      Field(
        "academic_year", "учебный_год", \.academicYear, "Учебный год.", example: "2025/2026",
        synonyms: ["год", "период"]),
    ],
    hints: [
      KeyHint(
        "события,мероприятия,заседания",
        "у каждого события свой файл в папке событий, и сообщество указывается в нём: «сообщество: …» (community)",
        en: "every event has a file, which names the community"),
      KeyHint(
        "план,план_работы",
        "у плана свой файл в папке планов, и сообщество указывается в нём: «сообщество: …» (community)",
        en: "a plan has a file of its own, which names the community"),
      KeyHint(
        "материалы,проекты,продукты,публикации,мастер_классы,кейсы",
        "это сайт соберёт сам: сообщество указывают в файле материала, в поле «сообщество» (community)",
        en: "the site gathers these: a material names its community"),
      KeyHint("чат,телеграм,вк,группа_вк,вконтакте", .inside("channels", "url")),
      KeyHint(
        "задачи,задача", "запишите задачи в поле «цель» (goal) или в тексте под полями",
        en: "write them in “goal” or in the text"),
      .text(
        "проблема,актуальность,формат,форма,результаты,результат,итоги,дата_создания,история,правила,аудитория,возраст,эксперты"
      ),
    ] + KeyHint.common)
}

/// That a person belongs to a community. The person alone may be written for it.
public struct Membership: NestedRecord {
  public var person = Reference<Person>.blank
  public var role: Located<Term<MemberRoles>>?
  public var joined: Located<CalendarDate>?
  public var left: Located<CalendarDate>?

  public init() {}

  public static let shortForm: String? = "person"

  public static let schema = RecordSchema<Membership>(
    [
      Field(
        "person", "педагог", \.person, as: .membersPerson, required: true, "Кто состоит в сообществе.",
        example: "ilina-marina", synonyms: ["участник", "имя", "фио"]),
      Field("role", "роль", \.role, "Координатор, эксперт, молодой специалист или участник.", example: "эксперт"),
      Field("joined", "вступил", \.joined, "С какого дня.", example: "2025-09-01", synonyms: ["с", "дата_вступления"]),
      Field("left", "вышел", \.left, "По какой день.", synonyms: ["по", "дата_выхода"]),
    ])
}

/// Where a community talks between its meetings.
public struct Channel: NestedRecord {
  public var title: Text?
  public var url: WebSite?

  public init() {}

  public static let schema = RecordSchema<Channel>(
    [
      Field("title", "название", \.title, "Что это.", example: "Лента сообщества"),
      Field(
        "url", "ссылка", \.url, "Адрес.", example: "https://sad5.example.org/znatoki", synonyms: ["адрес", "сайт"]),
    ])
}
