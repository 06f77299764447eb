// The fixed vocabularies, with their official names. A site may add values to the open ones.

/// For whom a material is.
public enum Audiences: TermSet {
  public static let vocabulary = Vocabulary(
    "audience", [.init("children", "дети"), .init("parents", "родители"), .init("teachers", "педагоги")])
}

/// The ages of groups.
public enum Ages: TermSet {
  public static let vocabulary = Vocabulary(
    "ages",
    [
      // Both are early age: without their years they could not be told apart.
      .init("1-2", "ранний возраст (1–2\u{A0}года)", aliases: ["от года до двух лет", "ранний возраст (1-2 года)"]),
      .init("2-3", "ранний возраст (2–3\u{A0}года)", aliases: ["ранний возраст", "ранний возраст (2-3 года)"]),
      .init("3-4", "младшая группа"), .init("4-5", "средняя группа"), .init("5-6", "старшая группа"),
      .init("6-7", "подготовительная группа"), .init("mixed", "разновозрастная группа"),
    ])
}

/// ФГОС ДО, п. 2.6.
public enum EducationalAreas: TermSet {
  public static let vocabulary = Vocabulary(
    "areas",
    [
      .init("social", "социально-коммуникативное развитие"), .init("cognitive", "познавательное развитие"),
      .init("speech", "речевое развитие"), .init("arts", "художественно-эстетическое развитие"),
      .init("physical", "физическое развитие"),
    ])
}

/// How far a material has come.
public enum Statuses: TermSet {
  public static let vocabulary = Vocabulary(
    "status",
    [
      .init("draft", "черновик"), .init("piloting", "апробация"), .init("adopted", "внедрено"),
      .init("archived", "архив"),
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
    "visibility", [.init("public", "открыто"), .init("members", "участникам")])
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
      .init("research", "исследовательский"), .init("creative", "творческий"), .init("play", "игровой"),
      .init("practice", "практико-ориентированный"), .init("information", "информационный"),
    ])
}

/// How people meet.
public enum Modes: TermSet {
  public static let vocabulary = Vocabulary(
    "mode", [.init("in_person", "очно"), .init("online", "онлайн"), .init("mixed", "смешанно")])
}

/// What someone works as.
public enum Positions: TermSet {
  public static let vocabulary = Vocabulary(
    "position", isOpen: true,
    names: [
      "воспитатель", "старший воспитатель", "заведующий", "методист", "педагог-психолог", "учитель-логопед",
      "учитель-дефектолог", "музыкальный руководитель", "инструктор по физической культуре",
      "педагог дополнительного образования", "социальный педагог", "тьютор",
    ])
}

/// The qualification that was attested.
public enum Categories: TermSet {
  public static let vocabulary = Vocabulary(
    "category", names: ["без категории", "первая", "высшая", "педагог-методист", "педагог-наставник"])
}

/// How experienced someone is.
public enum Levels: TermSet {
  public static let vocabulary = Vocabulary(
    "level", [.init("young", "молодой специалист"), .init("specialist", "специалист"), .init("expert", "эксперт")])
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
      "методический четверг", "учебная прогулка", "встреча сообщества", "клуб",
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
      .init("coordinator", "координатор"), .init("expert", "эксперт"), .init("young", "молодой специалист"),
      .init("member", "участник"),
    ])
}

/// Whether an event took place.
public enum EventStates: TermSet {
  public static let vocabulary = Vocabulary(
    "event-state",
    [.init("planned", "запланировано"), .init("held", "проведено"), .init("cancelled", "отменено")])
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
      .init("kindergarten", "детский сад"), .init("library", "библиотека"), .init("clinic", "детская поликлиника"),
      .init("additional_education", "дополнительное образование"), .init("other", "другое"),
    ])
}
