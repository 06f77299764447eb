/// What every material has.
///
/// Published comes before updated (3), adopted and archived ones have results (6), its kindergartens had joined
/// when it was published (7) and not left (24), `based_on` makes no circle (10), and photos have their consent (21).
///
/// The values stand in an array of one: that is the standard library's own box, which is copied when it is written to
/// and shared else, so that handing out thirty fields costs one retain.
@dynamicMemberLookup
public struct MaterialFields: Sendable {
  @usableFromInline var box = [Values()]

  public init() {}

  var values: Values {
    get { box[0] }
    _modify { yield &box[0] }
  }

  @inlinable
  public subscript<Value>(dynamicMember field: KeyPath<Values, Value>) -> Value { box[0][keyPath: field] }

  /// Left out, a material is adopted.
  public var effectiveStatus: Term<Statuses> { values.status?.value ?? .adopted }

  /// The fields themselves.
  public struct Values: Closable {
    public var title = Text.blank
    public var summary = Text.blank
    public var why = Prose.blank
    public var whyChildren: Prose?
    public var authors: [Reference<Person>] = []
    public var kindergartens: [Reference<Kindergarten>] = []
    public var directions: [Reference<Direction>] = []
    public var audience: [Located<Term<Audiences>>] = []
    public var ages: [Located<Term<Ages>>] = []
    public var areas: [Located<Term<EducationalAreas>>] = []
    public var published = Located<CalendarDate>.blank
    public var updated: Located<CalendarDate>?
    public var status: Located<Term<Statuses>>?
    public var visibility: Located<Term<Visibilities>>?
    public var community: Reference<Community>?
    public var strategy: Reference<Strategy>?
    public var deficits: [Reference<Deficit>] = []
    public var goal: Prose?
    public var tasks: [Text] = []
    public var expected: [Text] = []
    public var results: Results = .blank
    public var indicators: [Indicator] = []
    public var evidence: [Text] = []
    public var resources: [Text] = []
    public var attachments: [Attachment] = []
    public var photos: [Photo] = []
    public var sources: [Text] = []
    public var basedOn: [Reference<AnyMaterial>] = []
    public var keywords: [Text] = []
    public var aliases: [Alias] = []
    public var slug: Slug?
    public var license: Text?

    public init() {}

    public static let schema = RecordSchema<Values>(
      [
        Field(
          "title", "название", \.title, required: true, "Название материала.", example: "Огород на окне",
          synonyms: ["заголовок", "тема", "имя", "наименование", "название_материала", "name"]),
        Field(
          "summary", "аннотация", \.summary, required: true, limit: .characters(500),
          "О чём материал, в нескольких предложениях.",
          example: "Как вырастить лук зимой и измерить его вместе с детьми.",
          synonyms: [
            "краткое_содержание", "описание", "о_чём", "коротко", "резюме", "annotation", "description", "abstract",
            "кратко",
          ]),
        Field(
          "why", "зачем", \.why, required: true, "Зачем это педагогу: печатается первым.",
          example: "Дети видели овощи только в супе.",
          synonyms: ["актуальность", "зачем_это", "для_чего", "обоснование", "значимость", "relevance"]),
        Field("why_children", "зачем_детям", \.whyChildren, "Понимают ли дети, зачем мы это делаем."),
        Field(
          "authors", "авторы", \.authors, as: .authors, required: true, "Кто написал.", example: "[ilina-marina]",
          synonyms: [
            "автор", "автор_материала", "составитель", "составители", "разработчик", "разработчики", "author",
            "руководитель", "руководитель_проекта", "автор_проекта", "авторы_проекта", "педагог", "педагоги",
            "подготовила", "подготовил", "подготовили", "фио_автора", "авторский_коллектив", "воспитатель",
            "воспитатели", "фио",
          ]),
        Field(
          "kindergartens", "сады", \.kindergartens, as: .kindergartens, required: true, "Чей это опыт.",
          example: "[sad-5]",
          synonyms: ["сад", "детский_сад", "детские_сады", "доу", "учреждение", "организация", "kindergarten"]),
        Field(
          "directions", "направления", \.directions, as: .directions, required: true,
          "К каким направлениям сети относится.", example: "[sreda-tretiy-uchitel]",
          synonyms: ["направление", "тема_сети", "direction"]),
        Field(
          "audience", "аудитория", \.audience, required: true, "С кем ведётся работа.", example: "[дети, родители]",
          synonyms: ["для_кого", "целевая_аудитория", "адресат"]),
        Field(
          "ages", "возраст", \.ages, "Для каких групп.", example: "[5-6]",
          synonyms: ["возраст_детей", "возрастная_группа", "возрасты", "группа", "age"]),
        Field(
          "areas", "образовательные_области", \.areas, "Образовательные области ФГОС ДО.",
          example: "[познавательное развитие]",
          synonyms: ["образовательная_область", "области", "область", "оо", "area"]),
        Field(
          "published", "опубликовано", \.published, required: true, "Когда материал вышел.", example: "2026-03-12",
          synonyms: [
            "дата_публикации", "дата_выхода", "опубликован", "date", "дата", "публикация", "дата_размещения",
            "дата_создания",
          ]),
        Field(
          "updated", "обновлено", \.updated, "Когда он был обновлён.", example: "2026-04-01",
          synonyms: ["дата_обновления", "изменено", "изменён", "обновлён"]),
        Field(
          "status", "статус", \.status, "Готовность: без этого поля – внедрено.", example: "апробация",
          synonyms: ["готовность", "состояние"]),
        .visibility(\.visibility),
        Field(
          "community", "сообщество", \.community, as: .community, "Какое сообщество его подготовило.",
          synonyms: ["пос", "творческая_группа"]),
        Field("strategy", "стратегия", \.strategy, as: .strategy, "Какой стратегии следует."),
        Field(
          "deficits", "дефициты", \.deficits, as: .deficits, "Какие дефициты восполняет.",
          example: "[ne-slyshim-voprosov]"),
        Field(
          "goal", "цель", \.goal, "К чему хотели прийти.", example: "Дети сами ведут наблюдения и делятся ими.",
          synonyms: ["цели", "цель_проекта", "goals", "aim"]),
        Field(
          "tasks", "задачи", \.tasks, "Что для этого нужно сделать.", example: "[Завести дневник наблюдений]",
          synonyms: ["задача", "задачи_проекта", "objectives"]),
        Field(
          "expected", "ожидаемые_результаты", \.expected, "Чего ожидали.",
          synonyms: ["ожидаемый_результат", "ожидается", "планируемые_результаты"]),
        Field(
          "results", "результаты", \.results, "Что получилось: список или отдельно детям, родителям, педагогам.",
          example: "[Дети измеряют рост без напоминаний]",
          synonyms: ["результат", "итоги", "результативность", "result", "что_получилось"]),
        Field(
          "indicators", "показатели", \.indicators, "Как менялись результаты, в числах.",
          synonyms: ["показатель", "динамика", "мониторинг"]),
        Field(
          "evidence", "подтверждения", \.evidence, "Чем это подтверждается.",
          synonyms: ["подтверждение", "доказательства"]),
        Field(
          "resources", "ресурсы", \.resources, "Что понадобилось.",
          synonyms: ["ресурс", "оборудование", "что_понадобится"]),
        Field(
          "attachments", "файлы", \.attachments, "Файлы для скачивания.",
          synonyms: ["файл", "вложения", "приложения", "документы", "материалы_для_скачивания", "attachment"]),
        Field(
          "photos", "фото", \.photos, "Фотографии и рисунки.",
          synonyms: ["фотографии", "фотография", "картинки", "изображения", "иллюстрации", "photo", "images"]),
        Field(
          "sources", "источники", \.sources, "На что опирались.",
          synonyms: ["литература", "список_литературы", "источник", "библиография", "references"]),
        Field(
          "based_on", "на_основе", \.basedOn, as: .basedOn, "Чей опыт взят за основу.",
          example: "[projects/ogorod-na-okne]", synonyms: ["основано_на", "опирается_на", "за_основу"]),
        Field(
          "keywords", "ключевые_слова", \.keywords, "Слова, по которым материал ищут.",
          synonyms: ["теги", "метки", "ключевые_слова_и_фразы", "tags"]),
        Field(
          "aliases", "старые_адреса", \.aliases, "Адреса, по которым страница была раньше.", example: "[ogorod.html]",
          synonyms: ["старый_адрес", "редиректы"]),
        Field(
          "slug", "адрес", \.slug, "Последняя часть адреса страницы.", example: "ogorod-na-okne",
          synonyms: ["url", "адрес_страницы"]),
        Field("license", "лицензия", \.license, "На каких условиях можно брать.", example: "CC BY 4.0"),
      ],
      hints: [
        KeyHint(
          "должность,место_работы,категория,должность_автора",
          "это пишется один раз, в файле педагога: «должность» (position), «категория» (category), «сад» (kindergarten)",
          en: "a person’s file has it"),
        KeyHint(
          "город,муниципалитет,район", "город берётся из файла сада: удалите эту строку",
          en: "the kindergarten’s file has it: delete this line"),
        KeyHint(
          "учебный_год,год", "год сайт узнаёт по полю «опубликовано» (published): удалите эту строку",
          en: "the year follows from “published”: delete this line"),
        KeyHint(
          "ссылка,ссылки,видео,презентация,ссылка_на_видео,ссылка_на_презентацию,link,links,video",
          "ссылки ставятся в тексте под полями: [что там](https://…); свой файл – в поле «файлы» (attachments)",
          en:
            "links stand in the text below the fields: [what is there](https://…); a file of your own in “attachments”"),
        KeyHint(
          "рубрика,раздел,номинация", "разделы сайта – это направления: «направления» (directions)",
          en: "a site’s sections are its “directions”"),
        KeyHint(
          "событие,события,мероприятие", "событие само назовёт материал: в его файле поле «материалы» (materials)",
          en: "an event names its materials"),
        KeyHint(
          "партнёр,партнёры,социальные_партнёры", "напишите о партнёрах в тексте, ниже второй строки «---»",
          en: "write of partners in the text below the fields"),
      ].map(\.general) + KeyHint.common)
  }
}

/// A result in numbers over time (S4: динамика результатов).
public struct Indicator: NestedRecord {
  public var name = Text.blank
  public var unit: Text?
  public var points: [Point] = []

  public init() {}

  /// The value of an indicator in one period.
  public struct Point: NestedRecord {
    public var period = Text.blank
    public var value = Located<Double>.blank

    public init() {}

    public static let schema = RecordSchema<Point>(
      [
        Field(
          "period", "период", \.period, required: true, "Когда измерено.", example: "сентябрь 2025",
          synonyms: ["дата", "когда", "месяц"]),
        Field("value", "значение", \.value, required: true, "Число.", example: "42", synonyms: ["число", "результат"]),
      ])
  }

  public static let schema = RecordSchema<Indicator>(
    [
      Field(
        "name", "название", \.name, required: true, "Что измеряли.", example: "Дети, задающие вопросы",
        synonyms: ["показатель", "наименование"]),
      Field("unit", "единица", \.unit, "В чём измеряли.", example: "%", synonyms: ["единица_измерения", "ед"]),
      Field(
        "points", "значения", \.points, required: true, "Числа по порядку.", example: "[{period: сентябрь, value: 20}]",
        synonyms: ["значение", "данные", "точки"]),
    ])
}

/// A file to take along. It exists and stays beside its document (11).
public struct Attachment: NestedRecord {
  public var file = FilePath.blank
  public var title = Text.blank

  public init() {}

  public static let schema = RecordSchema<Attachment>(
    [
      Field(
        "file", "файл", \.file, as: .attachment, required: true, "Имя файла рядом с текстом.", example: "konspekt.docx",
        synonyms: ["имя_файла", "путь"]),
      Field(
        "title", "название", \.title, required: true, "Что это.", example: "Конспект занятия",
        synonyms: ["имя", "подпись", "описание"]),
    ])
}

/// A photo, with words for those who can't see it (11), and the number of its consent (21): it is published as long as
/// that holds.
public struct Photo: NestedRecord, Consenting {
  public var file = FilePath.blank
  public var alt = Text.blank
  /// One for each who is seen, or one of them all.
  public var consents: [RegistryNumber] = []
  public var until: Located<CalendarDate>?
  public var withdrawn: Located<CalendarDate>?
  public var noPeople: Located<Bool>?

  public init() {}

  public static let schema = RecordSchema<Photo>(
    [
      Field(
        "file", "файл", \.file, as: .photo, required: true, "Имя файла рядом с текстом.", example: "okno.jpg",
        synonyms: ["имя_файла", "путь"]),
      Field(
        "alt", "описание", \.alt, required: true, "Что видно, для тех, кто не видит картинку.",
        example: "Подоконник с ящиком лука", synonyms: ["подпись", "alt_текст", "название", "что_видно"]),
      Field(
        "consent", "согласие", \.consents, "Номера согласий в журнале, если на снимке есть люди.",
        example: "С-2025-014",
        synonyms: ["номер_согласия", "согласие_на_публикацию"]),
      Field(
        "until", "действует_до", \.until, "По какой день действует согласие: потом снимок не публикуется.",
        synonyms: ["согласие_до", "срок_согласия", "consent_until"]),
      Field(
        "withdrawn", "отозвано", \.withdrawn, "Если согласие отозвано: с какого дня.",
        synonyms: ["согласие_отозвано", "отзыв", "consent_withdrawn"]),
      Field(
        "no_people", "людей_нет", \.noPeople, "«да», если людей на снимке нет: тогда согласие не нужно.",
        synonyms: ["без_людей", "нет_людей"]),
    ])
}
