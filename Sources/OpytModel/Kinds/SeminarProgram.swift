public import OpytDiagnostics

/// The programme of a seminar in one academic year: its sessions, each with its time, presenters and room.
///
/// Sessions fall into the year (9), never overlap for one presenter or one room (4), and are not led by one person
/// alone (17). Breaks and the registration belong to it as they are, and neither rule asks about them.
public struct SeminarProgram: Material {
  public static let kind = Kind.seminarProgram
  public static let description = KindDescription(
    "seminar_program", folder: "seminars", russianFolder: "семинары", address: "seminary",
    Phrase("семинар", en: "seminar"),
    genitive: "семинара", listTitle: "Программы семинаров",
    sample: KindSample(
      "svobodnaya-igra",
      [
        "title": "Свободная игра", "summary": "Программа семинара о том, откуда взять в распорядке дня час для игры.",
        "why": "Для игры в распорядке дня остаётся двадцать минут.", "audience": "[педагоги]",
        "published": "2025-10-01", "status": "", "mode": "",
      ], text: "## Как готовиться\n\nЗдесь идёт то, что участникам стоит сделать до встречи."))

  public var material = MaterialFields()
  public var host = Reference<Kindergarten>.blank
  public var academicYear = Located<AcademicYear>.blank
  public var place: Text?
  public var mode: Located<Term<Modes>>?
  public var sessions: [Session] = []

  public init() {}

  public func violations(at id: DocumentID, of rules: GraphInvariants) -> [Diagnostic] { rules.check(self, id) }

  public static let schema = RecordSchema<SeminarProgram>.material(
    [
      Field(
        "host", "организатор", \.host, as: .host, required: true, "Какой сад принимает.", example: "sad-5",
        synonyms: ["принимает", "кто_принимает", "принимающий_сад"]),
      Field(
        "academic_year", "учебный_год", \.academicYear, required: true, "Учебный год.", example: "2025/2026",
        synonyms: ["год"]),
      Field("place", "место", \.place, "Где проходит.", example: "Музыкальный зал", synonyms: ["зал", "где"]),
      Field("mode", "формат", \.mode, "Очно, онлайн или смешанно.", example: "очно", synonyms: ["форма_проведения"]),
      Field(
        "sessions", "занятия", \.sessions, required: true, "Занятия с датой и временем.",
        example:
          "[{date: 2025-10-16, start: 9:30, end: 11:00, title: Игра как фактор развития, form: семинар-практикум, presenters: [ilina-marina]}, {date: 2025-10-16, start: 11:15, end: 12:00, title: Час для игры, form: круглый стол, presenters: [orlova-tatyana]}]",
        synonyms: ["программа", "расписание", "занятие", "мероприятия"]),
    ],
    hints: [
      KeyHint("дата,дата_проведения,день,сроки,даты,срок,период,когда,дата_и_время", .inside("sessions", "date")),
      KeyHint("время,начало,время_начала,время_проведения", .inside("sessions", "start")),
      KeyHint("окончание,время_окончания,конец", .inside("sessions", "end")),
      KeyHint("ведущий,ведущая,ведущие,спикеры,докладчики,докладчик,спикер", .inside("sessions", "presenters")),
      KeyHint("модератор,модераторы", .inside("sessions", "moderator")),
      KeyHint("регистрация,перерыв,перерывы,кофе_пауза,обед", .inside("sessions", "part")),
      KeyHint("кабинет,помещение", .inside("sessions", "room")),
      KeyHint("форма,вид,тип,вид_занятия,форма_занятия", .inside("sessions", "form")),
      KeyHint("тема_занятия,темы,тема_семинара", .inside("sessions", "title")),
      .text("мест,количество_мест,план,ход"),
      KeyHint(
        "участники,количество_участников,слушатели",
        "кому семинар – в поле «аудитория» (audience): [педагоги]", en: "for whom it is stands in “audience”"),
    ])
}

/// One meeting of a seminar programme.
public struct Session: NestedRecord {
  public var date = Located<CalendarDate>.blank
  public var start = Located<ClockTime>.blank
  public var end = Located<ClockTime>.blank
  public var title = Text.blank
  public var part: Located<Term<SessionParts>>?
  /// Whatever is no pause has one.
  public var form: Located<Term<Forms>>?
  public var presenters: [Reference<Person>] = []
  public var moderators: [Reference<Person>] = []
  public var room: Text?
  public var kindergarten: Reference<Kindergarten>?
  public var summary: Prose?
  public var attachments: [Attachment] = []

  public init() {}

  /// Left out, it is a session like others.
  public var effectivePart: Term<SessionParts> { part?.value ?? .session }

  /// Whether nobody comes for it: a break, or the registration. It needs neither form nor presenter, and is no event.
  public var isPause: Bool { effectivePart == .pause || effectivePart == .registration }

  public static let schema = RecordSchema<Session>([
    Field(
      "date", "дата", \.date, required: true, "День.", example: "2025-10-16", synonyms: ["день", "дата_проведения"]),
    Field(
      "start", "начало", \.start, required: true, "Начало.", example: "9:30", synonyms: ["время", "время_начала", "с"]),
    Field(
      "end", "окончание", \.end, required: true, "Окончание.", example: "11:00",
      synonyms: ["конец", "время_окончания", "до", "по"]),
    Field(
      "title", "название", \.title, required: true, "Тема.", example: "Игра как фактор развития",
      synonyms: ["тема", "наименование"]),
    Field(
      "part", "вид", \.part,
      "Что это: занятие (без этого поля), регистрация, перерыв, пленарная часть или рефлексия.", example: "перерыв",
      synonyms: ["часть", "вид_занятия"]),
    Field(
      "form", "форма", \.form, "Форма работы: нужна всему, кроме перерыва и регистрации.", example: "семинар-практикум",
      synonyms: ["тип", "формат", "форма_работы"]),
    Field(
      "presenters", "ведущие", \.presenters, as: .sessionsPresenters, "Кто ведёт.", example: "[ilina-marina]",
      synonyms: ["ведущий", "докладчик", "докладчики", "спикер", "спикеры", "педагог"]),
    Field(
      "moderator", "модератор", \.moderators, as: .sessionsModerator, "Кто ведёт обсуждение.",
      example: "[ilina-marina]",
      synonyms: ["модераторы", "ведёт_обсуждение"]),
    Field(
      "room", "аудитория", \.room, "Где именно: нужно для параллельных занятий.", example: "Музыкальный зал",
      synonyms: ["место", "зал", "кабинет", "где", "помещение"]),
    Field(
      "kindergarten", "сад", \.kindergarten, as: .sessionsKindergarten, "В каком саду, если не у организатора.",
      example: "sad-2", synonyms: ["организация", "детский_сад"]),
    Field("summary", "аннотация", \.summary, "О чём занятие.", synonyms: ["описание", "содержание"]),
    Field(
      "attachments", "файлы", \.attachments, "Файлы этого занятия.",
      example: "[{file: prezentatsiya.pdf, title: Презентация}]", synonyms: ["файл", "вложения", "приложения"]),
  ])
}
