import OpytText

/// What a document can be (`domain.md` §2). The order is that of menus and lists.
public enum Kind: String, CaseIterable, Hashable, Comparable, Sendable {
  case project, masterClass, methodicalCase, seminarProgram
  case direction, kindergarten, person
  case community, event, deficit, strategy, methodPlan, partner, bulletin
  case page

  /// Its folder under `content/`.
  public var folder: String { names.folder }
  public var russianFolder: String { names.russianFolder }
  /// The first part of its pages' addresses; empty for free pages, which stand at the top.
  public var address: String { names.address }

  public var isMaterial: Bool {
    switch self {
    case .project, .masterClass, .methodicalCase, .seminarProgram: true
    default: false
    }
  }

  public static let materials = allCases.filter(\.isMaterial)

  /// The kind whose folder has this name, in English or in Russian.
  public init?(folder: String) {
    guard let kind = Kind.byFolder[FieldKey.normalized(folder)] else { return nil }
    self = kind
  }

  /// Links name folders: thousands of look-ups in one run.
  private static let byFolder = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { kind in
      [kind.folder, kind.russianFolder].map { (FieldKey.normalized($0), kind) }
    })

  public static func < (left: Self, right: Self) -> Bool { left.position < right.position }

  private var position: Int { Kind.allCases.firstIndex(of: self) ?? 0 }

  private var names: (folder: String, russianFolder: String, address: String) {
    switch self {
    case .project: ("projects", "проекты", "proekty")
    case .masterClass: ("master-classes", "мастер-классы", "master-klassy")
    case .methodicalCase: ("cases", "кейсы", "keysy")
    case .seminarProgram: ("seminars", "семинары", "seminary")
    case .direction: ("directions", "направления", "napravleniya")
    case .kindergarten: ("kindergartens", "сады", "sady")
    case .person: ("people", "педагоги", "pedagogi")
    case .community: ("communities", "сообщества", "soobshchestva")
    case .event: ("events", "события", "sobytiya")
    case .deficit: ("deficits", "дефициты", "defitsity")
    case .strategy: ("strategies", "стратегии", "strategii")
    case .methodPlan: ("plans", "планы", "plany")
    case .partner: ("partners", "партнёры", "partnyory")
    case .bulletin: ("bulletins", "бюллетени", "byulleteni")
    case .page: ("pages", "страницы", "")
    }
  }
}

extension Kind {
  /// «проект»; used in messages and on pages.
  public var singular: String { words.one }
  /// 1 проект, 2 проекта, 5 проектов.
  public var plural: Plural { Plural(words.one, words.few, words.many) }
  /// «Проекты»: the name of the list.
  public var listTitle: String { words.list }
  /// «проекта», «детского сада»: nothing of this kind was found.
  public var genitive: String {
    // Two words part ways: «2 детских сада», but «нет детского сада».
    self == .kindergarten ? "детского сада" : words.few
  }

  /// `few` goes with 2, 3 and 4.
  private var words: (one: String, few: String, many: String, list: String) {
    switch self {
    case .project: ("проект", "проекта", "проектов", "Проекты")
    case .masterClass: ("мастер-класс", "мастер-класса", "мастер-классов", "Мастер-классы")
    case .methodicalCase: ("кейс", "кейса", "кейсов", "Методические кейсы")
    case .seminarProgram: ("семинар", "семинара", "семинаров", "Программы семинаров")
    case .direction: ("направление", "направления", "направлений", "Направления")
    case .kindergarten: ("детский сад", "детских сада", "детских садов", "Детские сады")
    case .person: ("педагог", "педагога", "педагогов", "Педагоги")
    case .community: ("сообщество", "сообщества", "сообществ", "Сообщества")
    case .event: ("событие", "события", "событий", "События")
    case .deficit: ("дефицит", "дефицита", "дефицитов", "Дефициты")
    case .strategy: ("стратегия", "стратегии", "стратегий", "Стратегии")
    case .methodPlan: ("план", "плана", "планов", "Планы методической работы")
    case .partner: ("партнёр", "партнёра", "партнёров", "Партнёры")
    case .bulletin: ("бюллетень", "бюллетеня", "бюллетеней", "Бюллетени")
    case .page: ("страница", "страницы", "страниц", "Страницы")
    }
  }
}
