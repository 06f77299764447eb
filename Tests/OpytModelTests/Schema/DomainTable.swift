import OpytModel

/// The model's fields, written down a second time: `english/russian`, `*` where required, then the type. It does
/// not say which texts may have paragraphs, so `text` stands for both.
enum DomainTable {
  static func fields(of kind: Kind) -> [String] {
    let own = own[kind] ?? ""
    let isMaterial = Kind.materials.contains(kind)
    return lines(isMaterial ? material : "") + lines(own)
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
  }

  private static let material = """
    title/название* text
    summary/аннотация* text
    why/зачем* text
    why_children/зачем_детям text
    authors/авторы* person[]
    kindergartens/сады* kindergarten[]
    directions/направления* direction[]
    audience/аудитория* audience[]
    ages/возраст ages[]
    areas/образовательные_области areas[]
    published/опубликовано* date
    updated/обновлено date
    status/статус status
    visibility/доступ visibility
    community/сообщество community
    strategy/стратегия strategy
    deficits/дефициты deficit[]
    goal/цель text
    tasks/задачи text[]
    expected/ожидаемые_результаты text[]
    results/результаты {general/общие text[]; children/детям text[]; parents/родителям text[]; teachers/педагогам text[]}
    indicators/показатели {name/название* text; unit/единица text; points/значения* {period/период* text; value/значение* decimal}[]}[]
    evidence/подтверждения text[]
    resources/ресурсы text[]
    attachments/файлы {file/файл* file; title/название* text}[]
    photos/фото {file/файл* file; alt/описание* text; consent/согласие text[]; until/действует_до date; withdrawn/отозвано date; no_people/людей_нет flag}[]
    sources/источники text[]
    based_on/на_основе project|masterClass|methodicalCase|seminarProgram[]
    keywords/ключевые_слова text[]
    aliases/старые_адреса address[]
    slug/адрес address
    license/лицензия text
    """

  /// For a project the goal and the tasks are required too, which ``fields(of:)`` leaves to the test.
  private static let own: [Kind: String] = [
    .project: """
    type/вид* project-type
    start/начало* date
    end/окончание* date
    problem/проблема* text
    stages/этапы* {title/название* text; start/начало date; end/окончание date; content/содержание text; result/результат text}[]
    participants/участники text
    product/продукт* text[]
    """,
    .masterClass: """
    date/дата* date
    masters/ведущие* person[]
    minutes/длительность* integer
    materials/материалы* text[]
    steps/ход* {title/название* text; minutes/минуты integer; content/содержание text}[]
    capacity/мест integer
    reflection/рефлексия text
    """,
    .methodicalCase: """
    situation/ситуация* text
    questions/вопросы* text[]
    solution/решение text
    criteria/критерии text[]
    guidance/рекомендации text
    cycle/цикл {planning/планирование* text; date/дата* date; conducted_by/проводит* person[]; observers/наблюдатели person[]; analysis/анализ* text; correction/корректировка* text; next/следующее_занятие text}[]
    """,
    .seminarProgram: """
    host/организатор* kindergarten
    academic_year/учебный_год* academic-year
    place/место text
    mode/формат mode
    sessions/занятия* {date/дата* date; start/начало* time; end/окончание* time; title/название* text; part/вид session_part; form/форма form; presenters/ведущие person[]; moderator/модератор person[]; room/аудитория text; kindergarten/сад kindergarten; summary/аннотация text; attachments/файлы {file/файл* file; title/название* text}[]}[]
    """,
    .kindergarten: """
    title/название* text
    number/номер integer
    name/имя text
    legal_name/полное_название text
    type/тип text
    municipality/муниципалитет* text
    address/адрес_сада text
    website/сайт url
    email/почта email
    head/заведующий person
    joined/вступил date
    left/вышел date
    summary/аннотация text
    """,
    .direction: """
    title/название* text
    summary/аннотация* text
    goal/цель text
    focus/в_центре_внимания text[]
    order/порядок integer
    color/цвет color
    """,
    .person: """
    title/фио* text
    visibility/доступ visibility
    position/должность* position
    category/категория category
    kindergarten/сад kindergarten
    level/уровень level
    expertise/компетенции text[]
    consent/согласие text
    until/действует_до date
    withdrawn/отозвано date
    email/почта email
    development/план_развития {activity/мероприятие* text; mode/обучение learning-mode; deficits/дефициты deficit[]; term/срок text; needs_help_from/нужна_помощь text; passes_on_to/передаёт community; done/выполнено date; visibility/доступ visibility}[]
    """,
    .community: """
    title/название* text
    visibility/доступ visibility
    type/тип community-type
    idea/общая_идея* text
    goal/цель* text
    coordinator/координатор* person[]
    members/участники* {person/педагог* person; role/роль member-role; joined/вступил date; left/вышел date}[]
    directions/направления* direction[]
    kindergartens/сады kindergarten[]
    deficits/дефициты deficit[]
    stage/этап community-stage
    expected/ожидаемые_изменения text[]
    schedule/расписание text[]
    channels/каналы {title/название text; url/ссылка url}[]
    reflection/рефлексия text
    academic_year/учебный_год academic-year
    """,
    .event: """
    title/название* text
    visibility/доступ visibility
    form/форма* form
    start/начало* moment
    end/окончание moment
    days/по_дням {date/дата* date; start/начало time; end/окончание time}[]
    place/место text
    mode/формат mode
    task/задача* text
    initiators/инициаторы* person[]
    audience/аудитория audience[]
    directions/направления direction[]
    kindergartens/сады kindergarten[]
    community/сообщество community
    seminar/программа seminarProgram
    deficits/дефициты deficit[]
    capacity/мест integer
    registration/регистрация url
    state/состояние event-state
    outcomes/итоги text[]
    materials/материалы project|masterClass|methodicalCase|seminarProgram[]
    """,
    .deficit: """
    title/название* text
    visibility/доступ visibility
    description/описание* text
    revealed_by/как_выявлен* text
    children_results/результаты_детей text
    directions/направления direction[]
    period/период academic-year
    """,
    .strategy: """
    title/название* text
    visibility/доступ visibility
    goal/цель* text
    result/результат* text
    tactics/тактика* text[]
    resources/ресурсы text[]
    origin/происхождение strategy-origin
    deficits/дефициты* deficit[]
    """,
    .methodPlan: """
    title/название* text
    visibility/доступ visibility
    academic_year/учебный_год* academic-year
    kindergarten/сад kindergarten
    topics/темы* {title/название* text; deficits/дефициты deficit[]; events/события event[]; done/что_сделано text; worked/что_удачно text; next/что_ещё text}[]
    """,
    .partner: """
    title/название* text
    visibility/доступ visibility
    type/тип partner-type
    website/сайт url
    steps/шаги {step/шаг* partner-step; date/дата date; note/примечание text}[]
    """,
    .bulletin: """
    number/номер* integer
    title/название text
    visibility/доступ visibility
    start/начало* date
    end/окончание* date
    editor/редактор* person[]
    items/материалы any[]
    """,
    .page: """
    title/название* text
    visibility/доступ visibility
    order/порядок integer
    menu/в_меню flag
    """,
  ]
}

extension FieldDescription {
  /// As a line of ``DomainTable``.
  var line: String { "\(name)/\(russianName)\(isRequired ? "*" : "") \(type.name)" }
}

extension FieldType {
  var name: String {
    switch self {
    case .text, .prose: "text"
    case .date: "date"
    case .time: "time"
    case .moment: "moment"
    case .academicYear: "academic-year"
    case .integer: "integer"
    case .decimal: "decimal"
    case .flag: "flag"
    case .url: "url"
    case .email: "email"
    case .color: "color"
    case .file: "file"
    case .address: "address"
    case .term(let vocabulary): vocabulary.name
    case .reference(Kind.allCases): "any"
    case .reference(let kinds): kinds.map { "\($0)" }.joined(separator: "|")
    case .list(let item): item.name + "[]"
    case .record(let fields): "{\(fields.map(\.line).joined(separator: "; "))}"
    }
  }
}
