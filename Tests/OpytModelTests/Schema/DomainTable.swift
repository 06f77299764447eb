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
    special_needs/особые_потребности special-needs[]
    group_type/вид_группы group-type[]
    areas/образовательные_области areas[]
    published/опубликовано* date
    updated/обновлено date
    status/статус status
    visibility/доступ visibility
    community/сообщество community
    strategy/стратегия strategy
    deficits/дефициты deficit[]
    goal/цель text
    tasks/задачи {general/общие text[]; teaching/обучающие text[]; developing/развивающие text[]; nurturing/воспитательные text[]; children/детям text[]; parents/родителям text[]; teachers/педагогам text[]}
    expected/ожидаемые_результаты {general/общие text[]; children/детям text[]; parents/родителям text[]; teachers/педагогам text[]}
    planned_results/планируемые_результаты text[]
    results/результаты {general/общие text[]; children/детям text[]; parents/родителям text[]; teachers/педагогам text[]}
    indicators/показатели {name/название* text; unit/единица text; points/значения* {period/период* text; value/значение* decimal}[]}[]
    evidence/подтверждения text[]
    resources/ресурсы text[]
    attachments/файлы {file/файл* file; title/название* text}[]
    photos/фото {file/файл* file; alt/описание* text; consent/согласие text[]; until/действует_до date; withdrawn/отозвано date; no_people/людей_нет flag; focus/фокус text}[]
    sources/источники text[]
    based_on/на_основе {material/материал* project|masterClass|methodicalCase|seminarProgram|lessonPlan|guideline; changed/что_изменили text; outcome/что_вышло text}[]
    review/экспертиза {level/уровень* administrative-level; date/дата* date; experts/эксперты person[]; body/кто_рассматривал text; decision/решение* text; document/документ text}[]
    level/уровень administrative-level
    links/ссылки {title/название* text; url/адрес_ссылки* url; type/вид link-type}[]
    partners/партнёры partner[]
    roles/роли {person/педагог* person; role/роль* text}[]
    changes/изменения {date/дата* date; what/что* text}[]
    keywords/ключевые_слова text[]
    aliases/старые_адреса address[]
    slug/адрес address
    license/лицензия text
    """

  /// For a project the goal and the tasks are required too, for a lesson plan also its ages and areas, which
  /// ``fields(of:)`` leaves to the test.
  private static let own: [Kind: String] = [
    .project: """
    type/вид* project-type[]
    scope/форма_участия project-scope
    start/начало* date
    end/окончание* date
    problem/проблема* text
    hypothesis/гипотеза text
    stages/этапы* {title/название* text; start/начало date; end/окончание date; content/содержание text; result/результат text}[]
    participants/участники text
    adults/взрослых integer
    product/продукт* text[]
    risks/риски {risk/риск* text; answer/что_делать text}[]
    further/развитие text
    """,
    .lessonPlan: """
    minutes/длительность integer
    adults/взрослых integer
    equipment/оборудование text[]
    vocabulary/словарь text[]
    preparation/предварительная_работа text[]
    parts/ход* {title/название* text; minutes/минуты integer; teacher/деятельность_педагога* text; children/деятельность_детей text; result/результат text}[]
    reflection/рефлексия text
    """,
    .guideline: """
    type/вид* guideline-type
    problem/проблема text
    adults/взрослых integer
    steps/шаги {title/название* text; content/содержание* text}[]
    mistakes/типичные_ошибки text[]
    """,
    .masterClass: """
    date/дата* date
    masters/ведущие* person[]
    minutes/длительность* integer
    adults/взрослых integer
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
    cycle/цикл {planning/планирование* text; date/дата* date; conducted_by/проводит* person[]; observers/наблюдатели person[]; analysis/анализ* text; analysis_children/о_детях text; analysis_group/о_группе text; analysis_teacher/о_педагоге text; correction/корректировка* text; next/следующее_занятие text; lesson/занятие lessonPlan}[]
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
    phone/телефон text
    buildings/корпуса {name/название* text; address/адрес* text}[]
    head/заведующий person
    joined/вступил date
    left/вышел date
    former_names/прежние_названия text[]
    successor/правопреемник kindergarten
    summary/аннотация text
    aliases/старые_адреса address[]
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
    former_surname/прежняя_фамилия text
    position/должность* position
    category/категория category[]
    kindergarten/сад kindergarten
    partner/организация partner
    posts/места_работы {kindergarten/сад kindergarten; partner/партнёр partner; position/должность* position; from/с date; to/по date}[]
    level/уровень level
    expertise/компетенции text[]
    offers/могу_помочь text[]
    consent/согласие text
    until/действует_до date
    withdrawn/отозвано date
    email/почта email
    development/план_развития {activity/мероприятие* text; mode/обучение learning-mode; deficits/дефициты deficit[]; term/срок text; own_resources/свои_ресурсы text[]; feasible/осуществимость text; needs_help_from/нужна_помощь kindergarten|partner|words[]; passes_on_to/передаёт community; done/выполнено date; visibility/доступ visibility}[]
    aliases/старые_адреса address[]
    """,
    .community: """
    title/название* text
    visibility/доступ visibility
    type/тип community-type
    level/уровень administrative-level
    idea/общая_идея* text
    goal/цель* text
    coordinator/координатор* person[]
    members/участники* {person/педагог* person; role/роль member-role; joined/вступил date; left/вышел date}[]
    directions/направления* direction[]
    kindergartens/сады kindergarten[]
    deficits/дефициты deficit[]
    strategy/стратегия strategy
    stage/этап community-stage
    rounds/циклы {academic_year/учебный_год* academic-year; deficit/дефицит deficit; strategy/стратегия strategy; stages/этапы {stage/этап* community-stage; start/начало date; end/окончание date; product/продукт text[]}[]; result/результат text}[]
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
    special_needs/особые_потребности special-needs[]
    directions/направления direction[]
    kindergartens/сады kindergarten[]
    partners/партнёры partner[]
    community/сообщество community
    seminar/программа seminarProgram
    deficits/дефициты deficit[]
    strategy/стратегия strategy
    capacity/мест integer
    registration/регистрация url
    state/состояние event-state
    outcomes/итоги text[]
    attended/участников integer
    attended_kindergartens/участвовали_сады kindergarten[]
    feedback/отзывы text[]
    reflection/рефлексия text
    materials/материалы project|masterClass|methodicalCase|seminarProgram|lessonPlan|guideline[]
    attachments/файлы {file/файл* file; title/название* text}[]
    photos/фото {file/файл* file; alt/описание* text; consent/согласие text[]; until/действует_до date; withdrawn/отозвано date; no_people/людей_нет flag; focus/фокус text}[]
    links/ссылки {title/название* text; url/адрес_ссылки* url; type/вид link-type}[]
    """,
    .deficit: """
    title/название* text
    visibility/доступ visibility
    complaint/жалоба text
    description/описание* text
    revealed_by/как_выявлен* text
    children_results/результаты_детей text
    directions/направления direction[]
    period/период academic-year
    kindergartens/сады kindergarten[]
    areas/образовательные_области areas[]
    ages/возраст ages[]
    instrument/инструмент text
    sample/выборка text
    indicators/показатели {name/название* text; unit/единица text; points/значения* {period/период* text; value/значение* decimal}[]}[]
    closed/восполнен {date/дата* date; how/чем* text; evidence/что_показывает text}
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
    community/сообщество community
    approved/утверждён {body/кем* text; number/номер text; date/дата* date}
    topics/темы* {title/название* text; deficits/дефициты deficit[]; strategy/стратегия strategy; actions/мероприятия {title/название* text; form/форма form; term/срок* planned-term; responsible/ответственный person[]; event/событие event; mark/отметка text}[]; events/события event[]; done/что_сделано text; worked/что_удачно text; next/что_ещё text}[]
    """,
    .partner: """
    title/название* text
    visibility/доступ visibility
    type/тип partner-type
    website/сайт url
    contacts/контакты text[]
    kindergartens/сады kindergarten[]
    valid_until/действует_до date
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
    rubrics/рубрики {title/название* text; note/слово text; author/автор person[]; items/материалы any[]}[]
    announcements/анонсы flag
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
    case .plannedTerm: "planned-term"
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
    case .namedOrWords(let kinds): (kinds.map { "\($0)" } + ["words"]).joined(separator: "|")
    case .list(let item): item.name + "[]"
    case .record(let fields): "{\(fields.map(\.line).joined(separator: "; "))}"
    }
  }
}
