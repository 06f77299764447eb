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
  public var head: Reference<Person>?
  public var joined: Located<CalendarDate>?
  public var left: Located<CalendarDate>?
  public var summary: Prose?

  public init() {}

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
        "head", "заведующий", \.head, as: .head, "Кто заведует.", example: "orlova-tatyana",
        synonyms: ["руководитель", "директор", "заведующая"]),
      Field(
        "joined", "вступил", \.joined, "Когда вступил в сеть.", example: "2024-09-01",
        synonyms: ["дата_вступления", "в_сети_с"]),
      Field("left", "вышел", \.left, "Когда вышел из сети.", synonyms: ["дата_выхода"]),
      Field("summary", "аннотация", \.summary, "О саде в двух словах.", synonyms: ["описание", "о_саде"]),
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
