public import OpytDiagnostics

/// A social partner and the agreement with it: what was done of the six steps of joint activity, whose dates are in
/// order (33).
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
      Field("steps", "шаги", \.steps, "Что уже сделано вместе, по шагам.", synonyms: ["шаги_сотрудничества", "этапы"]),
    ],
    hints: [
      KeyHint("договор,дата_договора,соглашение", .inside("steps", "date")),
      KeyHint(
        "события,мероприятия,проекты,материалы,план_работы",
        "совместную работу опишите в поле «шаги» (steps) или в тексте под полями",
        en: "tell it in “steps” or in the text"),
      KeyHint(
        "ссылка,вк,соцсети,почта,email,электронная_почта", "у партнёра одно поле для связи: «сайт» (website)",
        en: "a partner has a “website”"),
      .text(
        "статус,состояние,совместные_мероприятия,аннотация,адрес,руководитель,директор,контактное_лицо,сад,сады,педагоги,цель,задачи,сроки,период,направления,направление,муниципалитет,город,координатор,ответственный,срок_действия,срок_договора"
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
