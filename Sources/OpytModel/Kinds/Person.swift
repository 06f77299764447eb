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
  public var formerSurname: Text?
  /// Today's post, with ``kindergarten`` or ``partner``; absent where ``posts`` has it. Who works where is asked of
  /// ``ResolvedDocument/posts(on:)``.
  public var position = Located<Term<Positions>>.blank
  public var categories: [Located<Term<Categories>>] = []
  public var kindergarten: Reference<Kindergarten>?
  public var partner: Reference<Partner>?
  public var posts: [Post] = []
  public var level: Located<Term<Levels>>?
  public var expertise: [Text] = []
  public var offers: [Text] = []
  public var consent: RegistryNumber?
  public var until: Located<CalendarDate>?
  public var withdrawn: Located<CalendarDate>?
  public var email: Email?
  public var development: [DevelopmentItem] = []
  public var aliases: [Alias] = []

  public init() {}

  /// By title alone.
  public var listOrder: Int { 0 }

  /// With the surname of before in place of today's.
  public var formerTitles: [String] {
    guard let formerSurname else { return [] }
    let names = title.value.split(separator: " ").dropFirst()
    return [([formerSurname.value[...]] + names).joined(separator: " ")]
  }

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
        "former_surname", "прежняя_фамилия", \.formerSurname, "Под какой фамилией знали раньше.", example: "Петрова",
        synonyms: ["девичья_фамилия", "бывшая_фамилия", "старая_фамилия", "прошлая_фамилия", "maiden_name"]),
      Field(
        "position", "должность", \.position, required: true,
        "Должность сейчас; можно не писать, если заполнено поле «места_работы».", example: "воспитатель",
        synonyms: ["кем_работает", "специальность", "post", "job"]
      ).unless("posts"),
      Field(
        "category", "категория", \.categories, "Квалификационная категория; их может быть несколько.",
        example: "[высшая, педагог-наставник]",
        synonyms: ["квалификация", "квалификационная_категория", "категории", "categories"]),
      Field(
        "kindergarten", "сад", \.kindergarten, as: .kindergarten, "Где работает сейчас.", example: "sad-5",
        synonyms: ["место_работы", "детский_сад", "доу", "где_работает", "место"]),
      Field(
        "partner", "организация", \.partner, as: .partner, "Откуда гость сети, если он работает не в саду.",
        synonyms: ["партнёр", "учреждение", "откуда"]),
      Field(
        "posts", "места_работы", \.posts,
        "Где и кем работает и работал, с датами; можно несколько садов сразу.",
        example: "[{kindergarten: sad-5, position: воспитатель, from: 2022-09-01}]",
        synonyms: ["история_работы", "работал", "работала", "прежние_места_работы", "послужной_список", "стаж_в_садах"]),
      Field(
        "level", "уровень", \.level, "Молодой специалист, специалист или эксперт.", example: "эксперт",
        synonyms: ["статус", "роль"]),
      Field(
        "expertise", "компетенции", \.expertise, "В чём силён.", example: "[Наблюдение за игрой]",
        synonyms: ["компетентности", "специализация"]),
      Field(
        "offers", "могу_помочь", \.offers, "Чем готов помочь коллегам: это попадёт на страницу «Могу помочь».",
        example: "[Показать утренний круг в своей группе]",
        synonyms: ["чем_может_помочь", "могу_поделиться", "предлагаю", "предложения", "чем_могу_помочь", "помощь"]),
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
      Field(
        "aliases", "старые_адреса", \.aliases,
        "Прежние адреса страницы, если фамилия или имя файла изменились: с них читатель попадёт сюда.",
        example: "[pedagogi/petrova.html]", synonyms: ["старый_адрес", "прежние_адреса", "прежний_адрес"]),
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
  public var ownResources: [Text] = []
  public var feasible: Prose?
  /// Words, or the kindergartens and partners that they name.
  public var needsHelpFrom: [NamedOrWords<Helper>] = []
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
      Field(
        "own_resources", "свои_ресурсы", \.ownResources, "Что для этого уже есть у нас самих.",
        example: "[Подменный воспитатель по четвергам]", synonyms: ["ресурсы", "наши_ресурсы", "собственные_ресурсы"]),
      Field(
        "feasible", "осуществимость", \.feasible, "Сможем ли мы это реализовать и при каком условии.",
        example: "Сможем, если на час приедет коллега из соседнего сада.",
        synonyms: ["реализуемость", "сможем_ли", "осуществимо"]),
      Field(
        "needs_help_from", "нужна_помощь", \.needsHelpFrom, as: .developmentNeedsHelpFrom,
        "Чья помощь нужна: сад, партнёр или просто слова.", example: "[sad-5, ММС]",
        synonyms: ["помощь", "чья_помощь", "какая_помощь", "кто_поможет"]),
      Field(
        "passes_on_to", "передаёт", \.passesOnTo, as: .developmentPassesOnTo, "Какому сообществу передаст узнанное."),
      Field("done", "выполнено", \.done, "Когда выполнено.", example: "2026-03-12"),
      .visibility(\.visibility, "Кому виден этот пункт: без этого поля – только участникам.", example: "открыто"),
    ])

  /// Left out, an item is for members only: a lesson stays closed until its teacher is ready to open it.
  public var isPublic: Bool { visibility?.value == .open }

  public var isMembersOnly: Bool { !isPublic }
}
