public import OpytDiagnostics

/// A social partner and the agreement with it: what was done of the six steps of joint activity, whose dates are in
/// order (33). Kindergartens work with it until the agreement ends.
public struct Partner: Entity, Closable {
  public static let kind = Kind.partner
  public static let description = KindDescription(
    "partner", folder: "partners", russianFolder: "партнёры", address: "partnyory", Phrase("партнёр", en: "partner"),
    genitive: "партнёра", listTitle: "Партнёры",
    sample: KindSample("biblioteka-3", ["type": "", "steps": ""], text: "Несколько слов о том, что делаем вместе."))

  public var title = Text.blank
  public var visibility: Located<Term<Visibilities>>?
  public var type: Located<Term<PartnerTypes>>?
  public var website: WebSite?
  /// Whom to ask for, and how: what an organisation publishes of itself.
  public var contacts: [Text] = []
  public var kindergartens: [Reference<Kindergarten>] = []
  /// The last day of the agreement.
  public var validUntil: Located<CalendarDate>?
  public var steps: [AgreementStep] = []

  public init() {}

  /// By title alone.
  public var listOrder: Int { 0 }

  public func violations(at id: DocumentID, of rules: GraphInvariants) -> [Diagnostic] { rules.check(self, id) }

  public static let schema = RecordSchema<Partner>(
    [
      Field(
        "title", "название", \.title, required: true, "Название партнёра.", example: "Детская библиотека № 3",
        synonyms: ["наименование", "имя", "организация"]),
      .visibility(\.visibility),
      Field("type", "тип", \.type, "Кто это.", example: "библиотека", synonyms: ["вид"]),
      Field(
        "website", "сайт", \.website, "Сайт партнёра.", example: "https://biblioteka.example.org/",
        synonyms: ["адрес_сайта", "url"]),
      Field(
        "contacts", "контакты", \.contacts, "Как связаться: рабочие почта и телефон, к кому обратиться.",
        example: "[\"Читальный зал, вторник и четверг с 10 до 18\"]",
        synonyms: [
          "контакт", "контактное_лицо", "почта", "email", "электронная_почта", "телефон", "рабочий_телефон", "адрес",
          "координатор", "ответственный",
        ]),
      Field(
        "kindergartens", "сады", \.kindergartens, as: .kindergartens, "С какими садами работает.", example: "[sad-5]",
        synonyms: ["сад", "детские_сады", "детский_сад", "с_кем_работает"]),
      Field(
        "valid_until", "действует_до", \.validUntil, "По какой день действует соглашение.", example: "2026-08-31",
        synonyms: [
          "срок_действия", "срок_договора", "срок_соглашения", "договор_до", "соглашение_до", "окончание_договора",
        ]),
      Field("steps", "шаги", \.steps, "Что уже сделано вместе, по шагам.", synonyms: ["шаги_сотрудничества", "этапы"]),
    ],
    hints: [
      KeyHint("договор,дата_договора,соглашение", .inside("steps", "date")),
      KeyHint(
        "события,мероприятия,совместные_мероприятия,проекты,материалы",
        "событие или материал сами назовут партнёра: в их файлах поле «партнёры» (partners)",
        en: "events and materials name their “partners”"),
      KeyHint(
        "план_работы", "совместную работу опишите в поле «шаги» (steps) или в тексте под полями",
        en: "tell it in “steps” or in the text"),
      KeyHint(
        "педагоги", "человека из этой организации назовёт его файл: поле «организация» (partner)",
        en: "a person’s file names the “partner”"),
      KeyHint(
        "ссылка,вк,соцсети", "у партнёра для ссылки есть поле «сайт» (website)", en: "a partner has a “website”"),
      .text(
        "статус,состояние,аннотация,руководитель,директор,цель,задачи,сроки,период,направления,направление,муниципалитет,город"
      ),
    ] + KeyHint.common)
}

/// What was done of one of the six steps of joint activity (S3).
public struct AgreementStep: NestedRecord {
  public var step = Located<Term<PartnerSteps>>.blank
  public var date: Located<CalendarDate>?
  public var note: Prose?

  public init() {}

  public static let schema = RecordSchema<AgreementStep>([
    Field("step", "шаг", \.step, required: true, "Номер шага, от 1 до 6.", example: "1", synonyms: ["номер", "этап"]),
    Field("date", "дата", \.date, "Когда сделан.", example: "2025-09-15", synonyms: ["когда", "день"]),
    Field(
      "note", "примечание", \.note, "О чём договорились.", example: "Договор на учебный год",
      synonyms: ["комментарий", "описание"]),
  ])
}
