public import OpytDiagnostics

/// Someone who works in the network: a page of its own, never plain text.
///
/// People are published with the number of their consent only, and as long as it holds. Who has no material and no event is told (20).
public struct Person: Entity, Closable, Consenting {
  public static let kind = Kind.person
  public static let description = KindDescription(
    "person", folder: "people", russianFolder: "педагоги", address: "pedagogi", Phrase("педагог", en: "person"),
    genitive: "педагога", listTitle: "Педагоги",
    sample: KindSample(
      "ilina-marina", ["category": "", "kindergarten": "", "expertise": "", "consent": ""],
      text: "Несколько слов о себе и своей работе."))

  public var title = Text.blank
  public var visibility: Located<Term<Visibilities>>?
  public var position = Located<Term<Positions>>.blank
  public var category: Located<Term<Categories>>?
  public var kindergarten: Reference<Kindergarten>?
  public var level: Located<Term<Levels>>?
  public var expertise: [Text] = []
  public var consent: RegistryNumber?
  public var until: Located<CalendarDate>?
  public var withdrawn: Located<CalendarDate>?
  public var email: Email?
  public var development: [DevelopmentItem] = []

  public init() {}

  /// By title alone.
  public var listOrder: Int { 0 }

  /// People are published with their consent only, and as long as it holds.
  public func mayBePublished(on day: CalendarDate) -> Bool { consent != nil && !consentTerm.hasEnded(on: day) }

  public func violations(at id: DocumentID, of rules: GraphInvariants) -> [Diagnostic] { rules.check(self, id) }

  public static let schema = RecordSchema<Person>(
    [
      Field(
        "title", "фио", \.title, required: true, "Фамилия, имя, отчество.", example: "Ильина Марина Сергеевна",
        synonyms: ["имя", "ф_и_о", "фамилия", "название", "имя_и_фамилия", "полное_имя", "отчество", "name"]),
      .visibility(\.visibility),
      Field(
        "position", "должность", \.position, required: true, "Должность.", example: "воспитатель",
        synonyms: ["кем_работает", "специальность", "post", "job"]),
      Field(
        "category", "категория", \.category, "Квалификационная категория.", example: "высшая",
        synonyms: ["квалификация", "квалификационная_категория"]),
      Field(
        "kindergarten", "сад", \.kindergarten, as: .kindergarten, "Где работает.", example: "sad-5",
        synonyms: ["место_работы", "детский_сад", "доу", "организация", "где_работает"]),
      Field(
        "level", "уровень", \.level, "Молодой специалист, специалист или эксперт.", example: "эксперт",
        synonyms: ["статус", "роль"]),
      Field(
        "expertise", "компетенции", \.expertise, "В чём может помочь.", example: "[Наблюдение за игрой]",
        synonyms: ["компетентности", "чем_может_помочь", "специализация"]),
      Field(
        "consent", "согласие", \.consent, "Номер в журнале согласий: без него человек не публикуется.",
        example: "С-2025-014", synonyms: ["номер_согласия", "согласие_на_публикацию"]),
      Field(
        "until", "действует_до", \.until, "По какой день действует согласие: потом человек не публикуется.",
        synonyms: ["согласие_до", "согласие_действует_до", "срок_согласия", "consent_until"]),
      Field(
        "withdrawn", "отозвано", \.withdrawn, "Если согласие отозвано: с какого дня.",
        synonyms: ["согласие_отозвано", "отзыв", "отзыв_согласия", "consent_withdrawn"]),
      Field(
        "email", "почта", \.email, "Электронная почта.", synonyms: ["электронная_почта", "e_mail", "емейл", "имейл"]),
      Field(
        "development", "план_развития", \.development, "Индивидуальный план профессионального развития (ИППР).",
        synonyms: ["иппр", "план", "индивидуальный_план"]),
    ],
    hints: [
      KeyHint(
        "сообщество,сообщества,пос,творческая_группа",
        "состав записывают в файле сообщества: поле «участники» (members)", en: "a community’s file names its members"),
      KeyHint(
        "материалы,проекты,проект,мастер_классы,кейсы,публикации,события,мероприятия_сети",
        "это сайт соберёт сам: авторов указывают в файле материала, в поле «авторы» (authors)",
        en: "the site gathers these: a material names its authors"),
      KeyHint("дефицит,дефициты", .inside("development", "deficits")),
      KeyHint(
        "город,муниципалитет,адрес", "город берётся из файла сада: удалите эту строку",
        en: "the kindergarten’s file has it: delete this line"),
      .text(
        "стаж,педагогический_стаж,стаж_работы,опыт,образование,вуз,курсы,повышение_квалификации,звание,награды,биография,"
          + "о_себе,группа,возрастная_группа,направление,направления,девиз,интересы,тема_самообразования,методическая_тема,сайт,пол,возраст"
      ),
    ] + KeyHint.common)
}

/// An item of a person's development plan (S4: ИППР).
public struct DevelopmentItem: NestedRecord, Closable {
  public var activity = Text.blank
  public var mode: Located<Term<LearningModes>>?
  public var deficits: [Reference<Deficit>] = []
  public var term: Text?
  public var needsHelpFrom: Text?
  public var passesOnTo: Reference<Community>?
  public var done: Located<CalendarDate>?
  public var visibility: Located<Term<Visibilities>>?

  public init() {}

  public static let schema = RecordSchema<DevelopmentItem>(
    [
      Field("activity", "мероприятие", \.activity, required: true, "Что запланировано.", example: "Курс «Лэпбук»"),
      Field("mode", "обучение", \.mode, "Горизонтальное или вертикальное.", example: "горизонтальное"),
      Field("deficits", "дефициты", \.deficits, as: .developmentDeficits, "Какие дефициты восполняет."),
      Field("term", "срок", \.term, "К какому сроку.", example: "март 2026"),
      Field("needs_help_from", "нужна_помощь", \.needsHelpFrom, "Чья помощь нужна.", example: "ММС"),
      Field(
        "passes_on_to", "передаёт", \.passesOnTo, as: .developmentPassesOnTo, "Какому сообществу передаст узнанное."),
      Field("done", "выполнено", \.done, "Когда выполнено.", example: "2026-03-12"),
      .visibility(\.visibility, "Кому виден этот пункт: без этого поля – только участникам.", example: "открыто"),
    ])

  /// Left out, an item is for members only: a lesson stays closed until its teacher is ready to open it.
  public var isPublic: Bool { visibility?.value == .open }

  public var isMembersOnly: Bool { !isPublic }
}
