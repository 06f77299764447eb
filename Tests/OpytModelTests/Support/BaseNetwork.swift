/// Paths of the base network's documents.
enum Base {
  static let direction = "content/directions/sreda.md"
  static let sad2 = "content/kindergartens/sad-2.md"
  static let sad5 = "content/kindergartens/sad-5.md"
  static let sad9 = "content/kindergartens/sad-9.md"
  static let gusev = "content/people/gusev.md"
  static let ilina = "content/people/ilina.md"
  static let yudina = "content/people/yudina.md"
  static let project = "content/projects/ogorod.md"
  static let masterClass = "content/master-classes/lepbuk.md"
  static let methodicalCase = "content/cases/krug.md"
  static let seminar = "content/seminars/igra.md"
  static let lesson = "content/lessons/zvuki.md"
  static let guideline = "content/guidelines/progulka.md"
  static let community = "content/communities/znatoki.md"
  static let event = "content/events/stol.md"
  static let deficit = "content/deficits/voprosy.md"
  static let strategy = "content/strategies/pauza.md"
  static let plan = "content/plans/metod-2025.md"
  static let partner = "content/partners/biblioteka.md"
  static let bulletin = "content/bulletins/vypusk-1.md"
  static let page = "content/pages/o-seti.md"
}

extension TestNetwork {
  /// A document of each kind, with all that is required and nothing wrong.
  static let base = TestNetwork(documents: [
    Base.direction: """
    ---
    title: Среда – третий учитель
    summary: Как устроить пространство группы.
    ---

    """,
    Base.sad2: """
    ---
    title: Детский сад № 2 «Ёлочка»
    municipality: Зареченск
    joined: 2024-09-01
    ---

    """,
    Base.sad5: """
    ---
    title: Детский сад № 5 «Солнышко»
    municipality: Зареченск
    joined: 2024-09-01
    ---

    """,
    Base.sad9: """
    ---
    title: Детский сад № 9
    municipality: Зареченск
    joined: 2024-09-01
    ---

    """,
    Base.gusev: """
    ---
    title: Гусев Антон Павлович
    position: методист
    kindergarten: sad-2
    consent: С-2
    ---

    """,
    Base.ilina: """
    ---
    title: Ильина Марина Сергеевна
    position: воспитатель
    kindergarten: sad-5
    consent: С-1
    ---

    """,
    Base.yudina: """
    ---
    title: Юдина Вера Ильинична
    position: воспитатель
    kindergarten: sad-9
    consent: С-9
    ---

    """,
    Base.project: """
    ---
    title: Огород на окне
    summary: Как вырастить лук зимой.
    why: Дети видели овощи только в супе.
    authors: [ilina, gusev]
    kindergartens: [sad-5]
    directions: [sreda]
    audience: [children]
    published: 2026-03-12
    results: [Дети измеряют рост]
    type: research
    start: 2025-10-01
    end: 2026-03-01
    problem: Дети не едят овощи.
    goal: Дети сами ведут наблюдения.
    tasks: [Завести дневник]
    stages: [{title: Подготовка}]
    product: [Дневник]
    ---

    Текст проекта.

    ## Ход работы

    Ещё текст.

    """,
    Base.masterClass: """
    ---
    title: Лэпбук за вечер
    summary: Как собрать лэпбук.
    why: Чтобы дети возвращались к теме.
    authors: [ilina]
    kindergartens: [sad-5]
    directions: [sreda]
    audience: [teachers]
    published: 2026-03-12
    results: [Собрано девять лэпбуков]
    date: 2026-02-12
    masters: [ilina]
    minutes: 45
    materials: [Картон]
    steps: [{title: Знакомство}]
    ---

    """,
    Base.methodicalCase: """
    ---
    title: Утренний круг
    summary: Дети молчат на круге.
    why: Чтобы говорили дети.
    authors: [gusev]
    kindergartens: [sad-2]
    directions: [sreda]
    audience: [children]
    published: 2026-03-12
    results: [Говорят дети]
    situation: Говорит воспитатель.
    questions: [Кто говорит?]
    ---

    """,
    Base.seminar: """
    ---
    title: Игра как фактор развития
    summary: Программа семинара.
    why: Играть стали меньше.
    authors: [gusev]
    kindergartens: [sad-2]
    directions: [sreda]
    audience: [teachers]
    published: 2026-03-12
    results: [Программа прошла]
    host: sad-5
    academic_year: 2025/2026
    sessions: [{date: 2025-10-16, start: 9:30, end: 11:00, title: Открытие, form: семинар}]
    ---

    """,
    Base.lesson: """
    ---
    title: Звуки за окном
    summary: Дети слушают двор.
    why: Дети слышат только громкое.
    authors: [yudina]
    kindergartens: [sad-9]
    directions: [sreda]
    audience: [children]
    ages: [5-6]
    areas: [cognitive]
    published: 2026-05-05
    goal: Дети различают звуки.
    tasks: {teaching: [Называть источник звука]}
    results: [Каждый назвал три звука]
    minutes: 25
    parts: [{title: Начало, minutes: 5, teacher: Предлагает закрыть глаза}]
    ---

    """,
    Base.guideline: """
    ---
    title: Как слушать двор
    summary: Памятка для прогулки.
    why: Взрослый говорит больше детей.
    authors: [yudina]
    kindergartens: [sad-9]
    directions: [sreda]
    audience: [teachers]
    published: 2026-05-05
    results: [Дети говорят больше]
    type: memo
    steps: [{title: Остановиться, content: Попросите детей замереть}]
    ---

    """,
    Base.community: """
    ---
    title: Знатоки игры
    idea: Взрослый учится у ребёнка.
    goal: Вернуть в день час игры.
    coordinator: [ilina]
    members: [ilina, gusev]
    directions: [sreda]
    ---

    """,
    Base.event: """
    ---
    title: Круглый стол об игре
    form: круглый стол
    start: 2026-06-01 13:30
    task: Договориться, откуда взять час.
    initiators: [gusev]
    ---

    """,
    Base.deficit: """
    ---
    title: Не слышим детских вопросов
    description: Отвечаем раньше ребёнка.
    revealed_by: Взаимные наблюдения.
    ---

    """,
    Base.strategy: """
    ---
    title: Сначала пауза
    goal: Не спешить с ответом.
    result: Дети спрашивают.
    tactics: [Ждём три секунды]
    deficits: [voprosy]
    ---

    """,
    Base.plan: """
    ---
    title: План методической работы сети
    academic_year: 2025/2026
    topics: [{title: Детские вопросы, actions: [{title: Показ, term: 2026-03}]}]
    ---

    """,
    Base.partner: """
    ---
    title: Детская библиотека
    ---

    """,
    Base.bulletin: """
    ---
    number: 1
    start: 2026-03-01
    end: 2026-03-31
    editor: [ilina]
    ---

    """,
    Base.page: """
    ---
    title: О сети
    ---

    Мы делимся опытом.

    """,
  ])
}
