public import OpytDiagnostics

/// A kindergarten of the network. It joins and leaves of its own will: what it published before it had joined is no
/// material of the network (7), nor what it published after it left (24).
public struct Kindergarten: Entity {
  public static let kind = Kind.kindergarten
  public static let description = KindDescription(
    "kindergarten", folder: "kindergartens", russianFolder: "сады", address: "sady",
    Phrase("детский сад", en: "kindergarten"),
    genitive: "детского сада", listTitle: "Детские сады",
    sample: KindSample("sad-5", ["number": "", "type": "", "joined": ""], text: "Несколько слов о саде."))

  public var title = Text.blank
  public var number: Located<Int>?
  public var name: Text?
  public var legalName: Text?
  public var type: Text?
  public var municipality = Text.blank
  public var address: Text?
  public var website: WebSite?
  public var email: Email?
  public var phone: Phone?
  public var buildings: [Building] = []
  public var head: Reference<Person>?
  public var joined: Located<CalendarDate>?
  public var left: Located<CalendarDate>?
  public var formerNames: [Text] = []
  public var successor: Reference<Kindergarten>?
  public var summary: Prose?
  public var aliases: [Alias] = []

  public init() {}

  public var formerTitles: [String] { formerNames.map(\.value) }

  /// By number, so that № 2 stands before № 10.
  public var listOrder: Int { number?.value ?? .max }

  public func violations(at id: DocumentID, of rules: GraphInvariants) -> [Diagnostic] { rules.check(self, id) }

  public static let schema = RecordSchema<Kindergarten>(
    [
      Field(
        "title", "название", \.title, required: true, "Как сад называют.", example: "Детский сад № 5 «Солнышко»",
        synonyms: ["наименование", "доу"]),
      Field(
        "number", "номер", \.number, limit: .within(1...100_000), "Номер: по нему сады сортируются.", example: "5",
        synonyms: ["№", "номер_сада"]),
      Field(
        "name", "имя", \.name, "Имя без номера.", example: "Солнышко",
        synonyms: ["имя_сада", "краткое_название", "короткое_название"]),
      Field(
        "legal_name", "полное_название", \.legalName, "Полное официальное название.",
        synonyms: ["юридическое_название", "официальное_название", "полное_наименование"]),
      Field(
        "type", "тип", \.type, "Тип учреждения.", example: "МБДОУ", synonyms: ["вид", "тип_учреждения", "вид_сада"]),
      Field(
        "municipality", "муниципалитет", \.municipality, required: true, "Муниципалитет.", example: "Зареченск",
        synonyms: ["город", "район", "посёлок", "село", "округ", "населённый_пункт", "city"]),
      Field("address", "адрес_сада", \.address, "Почтовый адрес.", synonyms: ["адрес", "улица", "местонахождение"]),
      Field(
        "website", "сайт", \.website, "Сайт сада.", example: "https://sad5.example.org/",
        synonyms: ["адрес_сайта", "url"]),
      Field(
        "email", "почта", \.email, "Электронная почта.", example: "sad5@example.org",
        synonyms: ["электронная_почта", "e_mail", "емейл", "имейл"]),
      Field(
        "phone", "телефон", \.phone, "Рабочий телефон сада.", example: "\"+7 8442 00-00-05\"",
        synonyms: ["тел", "телефоны", "рабочий_телефон", "контактный_телефон", "номер_телефона", "telephone"]),
      Field(
        "buildings", "корпуса", \.buildings, "Корпуса, если зданий несколько.",
        example: "[{name: Второй корпус, address: \"улица Бакенщиков, д. 5\"}]",
        synonyms: ["корпус", "здания", "здание", "филиалы", "площадки"]),
      Field(
        "head", "заведующий", \.head, as: .head, "Кто заведует.", example: "orlova-tatyana",
        synonyms: ["руководитель", "директор", "заведующая"]),
      Field(
        "joined", "вступил", \.joined, "Когда вступил в сеть.", example: "2024-09-01",
        synonyms: ["дата_вступления", "в_сети_с"]),
      Field("left", "вышел", \.left, "Когда вышел из сети.", synonyms: ["дата_выхода"]),
      Field(
        "former_names", "прежние_названия", \.formerNames,
        "Как сад назывался раньше: по этим названиям его тоже найдут.", example: "[Детский сад № 5 «Ромашка»]",
        synonyms: ["прежнее_название", "старое_название", "бывшее_название", "раньше_назывался", "переименован"]),
      Field(
        "successor", "правопреемник", \.successor, as: .successor,
        "К какому саду присоединён; пишется вместе с днём выхода.", example: "sad-2",
        synonyms: ["присоединён_к", "преемник", "вошёл_в_состав", "реорганизован_в"]),
      Field("summary", "аннотация", \.summary, "О саде в двух словах.", synonyms: ["описание", "о_саде"]),
      Field(
        "aliases", "старые_адреса", \.aliases, "Прежние адреса страницы: с них читатель попадёт сюда.",
        example: "[sady/romashka.html]", synonyms: ["старый_адрес", "прежние_адреса", "прежний_адрес"]),
    ],
    hints: [
      KeyHint(
        "доступ,visibility,видимость,кому_виден", "детский сад виден всем: удалите эту строку",
        en: "a kindergarten is always public: delete this line"),
      KeyHint(
        "педагоги,сотрудники,коллектив,старший_воспитатель,методист,заместитель,педагогический_состав",
        "у каждого педагога свой файл, и сад указывается в нём: «сад: …» (kindergarten)",
        en: "everybody has a file, which names the kindergarten"),
      KeyHint(
        "проекты,материалы,мастер_классы,кейсы,сообщества,события,направления",
        "это сайт соберёт сам: сад указывают в файле материала или события, в поле «сады» (kindergartens)",
        en: "the site gathers these: they name the kindergarten in “kindergartens”"),
      KeyHint(
        "индекс,почтовый_индекс,дом", "индекс и дом пишутся в поле «адрес_сада» (address)", en: "write it in “address”"),
      KeyHint(
        "область,край,республика,регион", "в поле «муниципалитет» (municipality) пишется город или район",
        en: "“municipality” has the town"),
      .text(
        "группы,количество_групп,воспитанники,численность,количество_детей,режим_работы,график_работы,учредитель,лицензия,"
          + "год_основания,дата_основания,дата_открытия,программа,образовательная_программа,миссия,год_постройки,инн,огрн,факс"
      ),
    ] + KeyHint.common)
}

/// One of the houses of a kindergarten.
public struct Building: NestedRecord {
  public var name = Text.blank
  public var address = Text.blank

  public init() {}

  public static let schema = RecordSchema<Building>([
    Field(
      "name", "название", \.name, required: true, "Как корпус называют.", example: "Второй корпус",
      synonyms: ["имя", "корпус", "номер"]),
    Field(
      "address", "адрес", \.address, required: true, "Где он стоит.", example: "улица Бакенщиков, 5",
      synonyms: ["улица", "адрес_корпуса"]),
  ])
}
