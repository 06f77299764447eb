// The fixed vocabularies of what materials say of themselves, with their official names.

/// What a child needs beside what all children need (S4). Most are groups of ФЗ-273 and of the federal adapted programme.
public enum SpecialNeeds: TermSet {
  public static let vocabulary = Vocabulary(
    "special-needs",
    [
      .init(
        "speech", "тяжёлые нарушения речи",
        synonyms: "тнр,онр,общее недоразвитие речи,ффнр,ффн,нарушения речи,нарушение речи,речевые нарушения,заикание"),
      .init(
        "delay", "задержка психического развития", synonyms: "зпр,задержка развития,задержка речевого развития,зрр"),
      .init(
        "hearing", "нарушения слуха",
        synonyms: "нарушение слуха,слабослышащие,глухие,глухота,тугоухость,кохлеарная имплантация"),
      .init(
        "vision", "нарушения зрения", synonyms: "нарушение зрения,слабовидящие,незрячие,слепые,амблиопия,косоглазие"),
      .init(
        "movement", "нарушения опорно-двигательного аппарата",
        synonyms: "нода,ода,дцп,нарушение опорно двигательного аппарата,двигательные нарушения"),
      .init(
        "autism", "расстройства аутистического спектра",
        synonyms: "рас,аутизм,аутистический спектр,расстройство аутистического спектра"),
      .init(
        "intellect", "нарушения интеллекта",
        synonyms: "умственная отсталость,уо,нарушение интеллекта,интеллектуальные нарушения"),
      .init(
        "multiple", "тяжёлые множественные нарушения",
        synonyms: "тмнр,множественные нарушения,сложный дефект,тяжёлые множественные нарушения развития"),
      .init("gifted", "одарённость", synonyms: "одарённые,одарённые дети,одарённый ребёнок,талантливые дети"),
      .init(
        "bilingual", "билингвизм", synonyms: "двуязычие,двуязычные,билингвы,инофоны,дети мигрантов,неродной русский"),
    ])
}

/// What a group is for.
public enum GroupTypes: TermSet {
  public static let vocabulary = Vocabulary(
    "group-type",
    [
      .init("general", "общеразвивающая", synonyms: "общеразвивающей направленности,обычная,массовая,общая"),
      .init(
        "compensatory", "компенсирующая",
        synonyms: "компенсирующей направленности,коррекционная,логопедическая,логогруппа,речевая"),
      .init("combined", "комбинированная", synonyms: "комбинированной направленности,инклюзивная,смешанная"),
      .init("health", "оздоровительная", synonyms: "оздоровительной направленности,санаторная"),
      .init("early", "группа раннего возраста", synonyms: "ясли,ясельная,ранний возраст,раннего возраста"),
      .init("family", "семейная", synonyms: "семейная группа,семейная дошкольная группа"),
      .init(
        "short_stay", "кратковременного пребывания",
        synonyms: "гкп,группа кратковременного пребывания,кратковременная,адаптационная"),
    ])
}

/// Where a material was looked at, or is known.
public enum AdministrativeLevels: TermSet {
  public static let vocabulary = Vocabulary(
    "administrative-level",
    [
      .init(
        "institution", "ДОО",
        synonyms: "доу,детский сад,сад,уровень доо,внутренний,педсовет,учреждение,институциональный"),
      .init(
        "municipal", "муниципальный",
        synonyms: "город,городской,район,районный,муниципалитет,муниципальный уровень,окружной,ммс"),
      .init(
        "regional", "региональный",
        synonyms: "область,областной,край,краевой,республиканский,республика,регион,региональный уровень,иро"),
      .init(
        "federal", "федеральный",
        synonyms: "всероссийский,страна,россия,федеральный уровень,международный,межрегиональный"),
    ])
}

extension Term<AdministrativeLevels> {
  public static let institution = Self("institution")
  public static let municipal = Self("municipal")
  public static let regional = Self("regional")
  public static let federal = Self("federal")
}

/// What stands at an address elsewhere.
public enum LinkTypes: TermSet {
  public static let vocabulary = Vocabulary(
    "link-type",
    [
      .init("video", "видео", synonyms: "видеозапись,ролик,видеоролик,фильм,запись,мультфильм"),
      .init("presentation", "презентация", synonyms: "слайды,презентации,pptx"),
      .init("site", "сайт", synonyms: "страница,статья,ссылка,блог,публикация,страница сайта"),
    ])
}

extension Term<LinkTypes> {
  public static let video = Self("video")
  public static let presentation = Self("presentation")
}

/// Who takes part in a project together.
public enum ProjectScopes: TermSet {
  public static let vocabulary = Vocabulary(
    "project-scope",
    [
      .init("individual", "индивидуальный", synonyms: "личный,один ребенок"),
      .init("group", "групповой", synonyms: "группа,одна группа,подгрупповой,коллективный"),
      .init("intergroup", "межгрупповой", synonyms: "несколько групп,между группами"),
      .init("family", "семейный", synonyms: "семья,с семьей,детско родительский"),
      .init("institution", "общесадовый", synonyms: "весь сад,сад,учреждение,общий"),
    ])
}

/// What a guideline is.
public enum GuidelineTypes: TermSet {
  public static let vocabulary = Vocabulary(
    "guideline-type",
    [
      .init(
        "recommendations", "рекомендации",
        synonyms: "методические рекомендации,методическая разработка,пособие,методическое пособие,советы,консультация"),
      .init("programme", "программа", synonyms: "рабочая программа,парциальная программа,программа кружка,курс"),
      .init(
        "assessment", "диагностика", synonyms: "мониторинг,обследование,педагогическая диагностика,анкета,тест,опросник"
      ),
      .init("memo", "памятка", synonyms: "буклет,листовка,инструкция,чек лист"),
      .init("cards", "картотека", synonyms: "карточки,картотека игр,сборник,подборка"),
      .init("scenario", "сценарий", synonyms: "сценарий праздника,праздник,развлечение,досуг,утренник,квест"),
    ])
}
