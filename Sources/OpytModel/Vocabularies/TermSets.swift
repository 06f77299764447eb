// The fixed vocabularies, with their official names. A site may add values to the open ones.

/// For whom a material is.
public enum Audiences: TermSet {
  public static let vocabulary = Vocabulary(
    "audience",
    [
      .init("children", "дети", synonyms: "дошкольники,воспитанники,детям,ребенок,для детей"),
      .init("parents", "родители", synonyms: "семьи,семья,законные представители,родителям,мамы и папы,для родителей"),
      .init(
        "teachers", "педагоги",
        synonyms:
          "воспитатели,воспитатель,специалисты,учителя,коллеги,педагогам,методисты,старшие воспитатели,для педагогов,"
          + "педагогические работники,сотрудники"),
    ])
}

/// The ages of groups.
public enum Ages: TermSet {
  public static let vocabulary = Vocabulary(
    "ages",
    [
      // Both are early age: without their years they could not be told apart.
      .init("1-2", "ранний возраст (1–2\u{A0}года)", aliases: ["от года до двух лет", "ранний возраст (1-2 года)"]),
      .init("2-3", "ранний возраст (2–3\u{A0}года)", aliases: ["ранний возраст", "ранний возраст (2-3 года)"]),
      .init(
        "3-4", "младшая группа",
        synonyms:
          "младшая,вторая младшая,вторая младшая группа,2 младшая группа,2 младшая,ii младшая,младший возраст,мл. группа"
      ),
      .init("4-5", "средняя группа", synonyms: "средняя,средний возраст,средний дошкольный возраст"),
      .init("5-6", "старшая группа", synonyms: "старшая,старший возраст"),
      .init(
        "6-7", "подготовительная группа",
        synonyms: "подготовительная,подготовительная к школе группа,подготовительная к школе,подг. группа,предшкольная"),
      .init(
        "mixed", "разновозрастная группа",
        synonyms: "все,все возрасты,все группы,смешанная,разные,любой"),
    ])
}

/// ФГОС ДО, п. 2.6.
public enum EducationalAreas: TermSet {
  public static let vocabulary = Vocabulary(
    "areas",
    [
      .init(
        "social", "социально-коммуникативное развитие",
        synonyms:
          "социализация,социальное развитие,коммуникация,общение,безопасность,труд,игра,нравственное воспитание,скр"),
      .init(
        "cognitive", "познавательное развитие",
        synonyms: "познание,фэмп,математика,окружающий мир,ознакомление с окружающим,экология,природа,"
          + "познавательно исследовательская деятельность,исследование"),
      .init(
        "speech", "речевое развитие",
        synonyms:
          "речь,развитие речи,чтение,художественная литература,чтение художественной литературы,обучение грамоте"),
      .init(
        "arts", "художественно-эстетическое развитие",
        synonyms: "музыка,рисование,лепка,аппликация,изо,творчество,художественное творчество,конструирование,театр,хэр"
      ),
      .init(
        "physical", "физическое развитие",
        synonyms: "физкультура,физическая культура,здоровье,спорт,зож,физическое воспитание"),
    ])
}

/// How far a material has come.
public enum Statuses: TermSet {
  public static let vocabulary = Vocabulary(
    "status",
    [
      .init("draft", "черновик", synonyms: "не готово,готовится,на доработке,на проверке,не опубликовано,draft"),
      .init(
        "piloting", "апробация",
        synonyms: "в работе,в процессе,идет,реализуется,пилот,апробируется,проходит апробацию,проба"),
      .init(
        "adopted", "внедрено",
        synonyms:
          "готово,завершен,завершено,завершена,реализован,реализовано,выполнен,выполнено,опубликовано,внедряется,"
          + "действует,закончен,проведен,проведено"),
      .init("archived", "архив", synonyms: "в архиве,устарело,неактуально,снято"),
    ])
}

extension Term<Statuses> {
  public static let draft = Self("draft")
  public static let piloting = Self("piloting")
  public static let adopted = Self("adopted")
  public static let archived = Self("archived")
}

/// Who may read a material.
public enum Visibilities: TermSet {
  public static let vocabulary = Vocabulary(
    "visibility",
    [
      .init("public", "открыто", synonyms: "всем,для всех,открытый,открыт,общий,открытый доступ,да"),
      .init(
        "members", "участникам",
        synonyms: "закрыто,закрытый,только участникам,только своим,внутренний,нет,для участников"),
    ])
}

extension Term<Visibilities> {
  /// `public` in a front matter.
  public static let open = Self("public")
  public static let members = Self("members")
}

/// What a project mainly is.
public enum ProjectTypes: TermSet {
  public static let vocabulary = Vocabulary(
    "project-type",
    [
      .init("research", "исследовательский", synonyms: "познавательный,экспериментальный"),
      .init("creative", "творческий", synonyms: "художественный,музыкальный,театральный,художественно эстетический"),
      .init("play", "игровой", synonyms: "ролевой,приключенческий"),
      .init(
        "practice", "практико-ориентированный",
        synonyms: "практический,прикладной,практикоориентированный,проектно практический"),
      .init("information", "информационный", synonyms: "просветительский,информационно просветительский"),
    ])
}

/// What a line of a seminar's programme is.
public enum SessionParts: TermSet {
  public static let vocabulary = Vocabulary(
    "session_part",
    [
      .init("session", "занятие", synonyms: "секция,доклад,выступление"),
      .init("registration", "регистрация", synonyms: "регистрация участников,сбор,сбор участников"),
      .init("break", "перерыв", synonyms: "кофе-пауза,кофе-брейк,обед,пауза"),
      .init("plenary", "пленарная часть", synonyms: "пленарное заседание,пленарная,пленарное,открытие"),
      .init("reflection", "рефлексия", synonyms: "подведение итогов,обратная связь,итоги"),
    ])
}

extension Term<SessionParts> {
  public static let session = Self("session")
  public static let registration = Self("registration")
  /// `break` in a front matter.
  public static let pause = Self("break")
}

/// How people meet.
public enum Modes: TermSet {
  public static let vocabulary = Vocabulary(
    "mode",
    [
      .init("in_person", "очно", synonyms: "очный,очная,офлайн,оффлайн,лично"),
      .init(
        "online", "онлайн",
        synonyms: "дистанционно,дистанционный,дистанционная,заочно,удаленно,zoom,вебинар,по видеосвязи"),
      .init("mixed", "смешанно", synonyms: "смешанный,гибридный,гибридно,очно и онлайн,очно заочно,очно дистанционно"),
    ])
}

/// What someone works as.
public enum Positions: TermSet {
  public static let vocabulary = Vocabulary(
    "position", isOpen: true,
    [
      .init("воспитатель", synonyms: "педагог,воспитательница"),
      .init("старший воспитатель", synonyms: "старший педагог"),
      .init(
        "заведующий",
        synonyms: "заведующая,зав,директор,руководитель,заведующий доу,заведующая доу,заведующий детским садом"),
      .init(
        "заместитель заведующего",
        synonyms: "заместитель,зам,зам заведующего,замзав,зам. зав.,заместитель заведующей,зам. заведующего по вмр,"
          + "заместитель заведующего по вмр,заместитель директора,завуч"),
      .init("методист", synonyms: "методист доу,старший методист"),
      .init("педагог-психолог", synonyms: "психолог"), .init("учитель-логопед", synonyms: "логопед"),
      .init("учитель-дефектолог", synonyms: "дефектолог,олигофренопедагог"),
      .init("музыкальный руководитель", synonyms: "музрук,музыкант,музыкальный работник,музыкальный педагог,муз. рук."),
      .init(
        "инструктор по физической культуре",
        synonyms:
          "инструктор по физо,инструктор по фк,физрук,физинструктор,инструктор по физкультуре,инструктор по физвоспитанию,"
          + "инструктор по плаванию,инструктор фк"),
      .init("педагог дополнительного образования", synonyms: "пдо,педагог допобразования,руководитель кружка"),
      .init("социальный педагог", synonyms: "соцпедагог"), .init("тьютор", synonyms: "тутор"),
      .init("младший воспитатель", synonyms: "помощник воспитателя,няня,мл. воспитатель"),
      .init("ассистент (помощник)", aliases: ["ассистент"], synonyms: "помощник,ассистент помощник"),
      .init(
        "преподаватель вуза",
        synonyms: "преподаватель,доцент,профессор,преподаватель института,преподаватель университета,учёный"),
      .init("библиотекарь", synonyms: "заведующий библиотекой,сотрудник библиотеки"),
      .init("медицинская сестра", synonyms: "медсестра,медработник,старшая медсестра,медицинский работник"),
    ])
}

/// The qualification that was attested.
public enum Categories: TermSet {
  public static let vocabulary = Vocabulary(
    "category",
    [
      .init(
        "без категории",
        synonyms: "нет,соответствие,сзд,соответствие занимаемой должности,соответствует занимаемой должности,не имеет"),
      .init(
        "первая",
        synonyms: "1,i,1 категория,i категория,первая категория,1 кк,1 кв. категория,пкк,первая квалификационная"),
      .init("высшая", synonyms: "вкк,высшая категория,высшая кв. категория,высшая квалификационная,высшая кк"),
      .init("педагог-методист", synonyms: "методист"), .init("педагог-наставник", synonyms: "наставник"),
    ])
}

/// How experienced someone is.
public enum Levels: TermSet {
  public static let vocabulary = Vocabulary(
    "level",
    [
      .init(
        "young", "молодой специалист", synonyms: "молодой педагог,начинающий,начинающий педагог,стажер,новичок,молодой"),
      .init("specialist", "специалист", synonyms: "педагог,опытный,опытный педагог"),
      .init("expert", "эксперт", synonyms: "наставник,высший,мастер"),
    ])
}

/// Among equals, or from those who know more.
public enum LearningModes: TermSet {
  public static let vocabulary = Vocabulary(
    "learning-mode", [.init("horizontal", "горизонтальное"), .init("vertical", "вертикальное")])
}

/// The form of a meeting.
public enum Forms: TermSet {
  public static let vocabulary = Vocabulary(
    "form", isOpen: true,
    names: [
      "семинар", "семинар-практикум", "мастер-класс", "круглый стол", "открытый показ", "открытое занятие",
      "практикум", "тренинг", "презентация", "консультация", "индивидуальная консультация", "педагогический аукцион",
      "конференция", "родительско-педагогическая конференция", "совместное мероприятие", "вебинар",
      "методический четверг", "учебная прогулка", "встреча сообщества", "клуб", "методическое объединение",
      "педагогический совет", "мастерская", "стажировка", "взаимопосещение", "экскурсия", "конкурс", "выставка",
    ])
}

/// What kind of community people form.
public enum CommunityTypes: TermSet {
  public static let vocabulary = Vocabulary(
    "community-type", isOpen: true,
    names: [
      "профессиональное обучающееся сообщество", "творческая группа", "проблемная группа", "клуб",
      "виртуальное сообщество", "экспериментальная площадка", "инновационная сеть", "инициативная группа",
    ])
}

/// What someone does in a community.
public enum MemberRoles: TermSet {
  public static let vocabulary = Vocabulary(
    "member-role",
    [
      .init("coordinator", "координатор", synonyms: "руководитель,лидер,ведущий,организатор,куратор,модератор"),
      .init("expert", "эксперт", synonyms: "наставник,консультант"),
      .init("young", "молодой специалист", synonyms: "молодой педагог,начинающий,стажер"),
      .init("member", "участник", synonyms: "член,участница,член сообщества,слушатель,педагог,воспитатель"),
    ])
}

/// Whether an event took place.
public enum EventStates: TermSet {
  public static let vocabulary = Vocabulary(
    "event-state",
    [
      .init("planned", "запланировано", synonyms: "планируется,будет,готовится,перенесено,предстоит,план,идет набор"),
      .init("held", "проведено", synonyms: "состоялось,прошло,завершено,завершен,проведен,было,выполнено,закончено"),
      .init("cancelled", "отменено", synonyms: "отменен,не состоялось,отмена"),
    ])
}

extension Term<EventStates> {
  public static let planned = Self("planned")
  public static let held = Self("held")
  public static let cancelled = Self("cancelled")
}

/// Whether a strategy is the network's own.
public enum StrategyOrigins: TermSet {
  public static let vocabulary = Vocabulary(
    "strategy-origin", [.init("own", "своя"), .init("proven", "зарекомендовавшая")])
}

/// What a partner is.
public enum PartnerTypes: TermSet {
  public static let vocabulary = Vocabulary(
    "partner-type",
    [
      .init("kindergarten", "детский сад", synonyms: "доу,мбдоу,сад"),
      .init("library", "библиотека", synonyms: "детская библиотека"),
      .init(
        "methodical_service", "методическая служба (ММС)", aliases: ["методическая служба", "ммс"],
        synonyms:
          "муниципальная методическая служба,методический центр,методкабинет,имц,ммц,городской методический центр"),
      .init(
        "institute", "институт (ИРО)", aliases: ["институт", "иро"],
        synonyms: "институт развития образования,ипк,ипк и про,цнппм,институт повышения квалификации,академия"),
      .init("school", "школа", synonyms: "начальная школа,гимназия,лицей,мбоу,сош"),
      .init("university", "вуз", synonyms: "университет,педагогический университет,колледж,педагогический колледж"),
      .init("museum", "музей", synonyms: "краеведческий музей,галерея,заповедник"),
      .init("theatre", "театр", synonyms: "театр кукол,кукольный театр,филармония"),
      .init("sport", "спортивная школа", synonyms: "сшор,дюсш,спортшкола,бассейн,спорткомплекс,стадион"),
      .init("clinic", "детская поликлиника", synonyms: "поликлиника,больница,медицина"),
      .init(
        "additional_education", "дополнительное образование",
        synonyms: "дом творчества,музыкальная школа,школа искусств,кружок,центр творчества"),
      .init("other", "другое", synonyms: "полиция,мчс,парк,прочее"),
    ])
}
