public import OpytDiagnostics

/// An issue of the network's bulletin; its text is the editor's introduction.
///
/// It tells of the items its editor names, or, without these, of all materials published and events held in its days.
/// Numbers are unique, days follow the numbers and do not overlap, and named items, those of rubrics too, fall between
/// them (8).
public struct Bulletin: Entity, Closable {
  public static let kind = Kind.bulletin
  public static let description = KindDescription(
    "bulletin", folder: "bulletins", russianFolder: "бюллетени", address: "byulleteni",
    Phrase("бюллетень", en: "bulletin"),
    genitive: "бюллетеня", listTitle: "Бюллетени", sample: KindSample("vypusk-5", text: "Несколько слов от редактора."))

  public var number = Located<Int>.blank
  /// What the editor called it; see ``title``.
  public var givenTitle: Text?
  public var visibility: Located<Term<Visibilities>>?
  public var start = Located<CalendarDate>.blank
  public var end = Located<CalendarDate>.blank
  public var editors: [Reference<Person>] = []
  /// What it tells of; see ``SiteGraph/items(ofBulletin:includingDrafts:on:)`` for what that is where it is left out.
  public var items: [Reference<AnyDocument>] = []
  public var rubrics: [Rubric] = []
  public var announcements: Located<Bool>?

  public init() {}

  /// The last issue first.
  public var listOrder: Int { -number.value }

  /// Before the first day it is about there is nothing to tell.
  public var publicationDay: CalendarDate? { start.isAbsent ? nil : start.value }

  public func violations(at id: DocumentID, of rules: GraphInvariants) -> [Diagnostic] { rules.check(self, id) }

  /// Whether it announces the events that come next: it does unless the editor says otherwise.
  public var announces: Bool { announcements?.value ?? true }

  /// Whether the title says more than the number: «Бюллетень №5» does not.
  public var hasOwnTitle: Bool {
    guard let given = givenTitle?.value.lowercased().filter({ $0.isLetter || $0.isNumber }) else { return false }
    return !["бюллетень", "выпуск", "бюллетеньвыпуск", "bulletin", "issue", ""].contains {
      given == "\($0)\(number.value)"
    }
  }

  /// «Бюллетень № 5» where the editor gave no other.
  public var title: Text {
    if let givenTitle { return givenTitle }
    return number.isAbsent ? .blank : Text("Бюллетень № \(number.value)", at: number.range)
  }

  public static let schema = RecordSchema<Bulletin>(
    [
      Field(
        "number", "номер", \.number, required: true, limit: .within(1...100_000), "Номер выпуска: у каждого свой.",
        example: "5", synonyms: ["№", "номер_выпуска", "выпуск"]),
      Field(
        "title", "название", \.givenTitle, "Название, если нужно своё.", example: "Весна в сети",
        synonyms: ["заголовок"]),
      .visibility(\.visibility),
      Field(
        "start", "начало", \.start, required: true, "Первый день, о котором выпуск.", example: "2026-03-01",
        synonyms: ["с", "дата_начала", "период_с"]),
      Field(
        "end", "окончание", \.end, required: true, "Последний день, о котором выпуск.", example: "2026-03-31",
        synonyms: ["по", "конец", "дата_окончания", "период_по"]),
      Field(
        "editor", "редактор", \.editors, as: .editor, required: true, "Кто собрал выпуск.", example: "[ilina-marina]",
        synonyms: ["редакторы", "составитель", "автор"]),
      Field(
        "items", "материалы", \.items, as: .items, "О чём выпуск: без этого поля – всё, что вышло и прошло за эти дни.",
        example: "[projects/ogorod-na-okne]", synonyms: ["содержание", "статьи"]),
      Field(
        "rubrics", "рубрики", \.rubrics, "Рубрики выпуска: со словом редактора и тем, о чём в них речь.",
        synonyms: ["рубрика", "разделы", "раздел"]),
      Field(
        "announcements", "анонсы", \.announcements,
        "Печатать ли события, которые будут после выпуска: без этого поля – да.", example: "нет",
        synonyms: ["анонс", "анонсы_событий", "предстоящие_события"]),
    ],
    hints: [
      .days("период,сроки,срок,месяц,даты,дата,год,учебный_год"),
      KeyHint(
        "события,мероприятия,новости,проекты",
        "что вошло в выпуск – в поле «материалы» (items); без него – всё за эти дни",
        en: "write it in “items”; without it all of these days is told"),
      .text(
        "аннотация,вступление,слово_редактора,тема,авторы,дата_выпуска,дата_выхода,опубликовано,сады,направления,тираж,адрес,email"
      ),
    ] + KeyHint.common)
}
