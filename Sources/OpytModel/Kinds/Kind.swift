import OpytDiagnostics

/// What a document can be. The order is that of menus and lists.
///
/// This is the one list of kinds; all else about a kind stands with its entity.
public enum Kind: UInt8, CaseIterable, Hashable, Comparable, Sendable {
  case project, masterClass, methodicalCase, seminarProgram, lessonPlan, guideline
  case direction, kindergarten, person
  case community, event, deficit, strategy, methodPlan, partner, bulletin
  case page

  /// The Swift type of this kind's documents.
  public var entityType: any Entity.Type {
    switch self {
    case .project: Project.self
    case .masterClass: MasterClass.self
    case .methodicalCase: MethodicalCase.self
    case .seminarProgram: SeminarProgram.self
    case .lessonPlan: LessonPlan.self
    case .guideline: Guideline.self
    case .direction: Direction.self
    case .kindergarten: Kindergarten.self
    case .person: Person.self
    case .community: Community.self
    case .event: Event.self
    case .deficit: Deficit.self
    case .strategy: Strategy.self
    case .methodPlan: MethodPlan.self
    case .partner: Partner.self
    case .bulletin: Bulletin.self
    case .page: Page.self
    }
  }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Kind {
  /// What its entity declares.
  public var description: KindDescription { Self.descriptions[Int(rawValue)] }

  /// Asked for at every link and page, so the entities are asked once.
  private static let descriptions = allCases.map { kind in
    let type = kind.entityType
    return type.description
  }

  public var folder: String { description.folder }
  public var russianFolder: String { description.russianFolder }
  public var address: String { description.address }
  /// «проект»; used in messages and on pages.
  public var singular: String { description.singular.russian }
  public var genitive: String { description.genitive }
  public var listTitle: String { description.listTitle }

  /// Whether its documents have the fields of materials.
  public var isMaterial: Bool { KindSet.materials.contains(self) }

  public static let materials = allCases.filter { $0.entityType is any Material.Type }

  /// The kind whose folder has this name, in English or in Russian.
  public init?(folder: String) {
    guard let kind = Kind.byFolder[folder] ?? Kind.byFolder[FieldKey.normalized(folder)] else { return nil }
    self = kind
  }

  /// Links name folders: thousands of look-ups in one run. By the names as they are, and as they are compared.
  private static let byFolder = Dictionary(
    allCases.flatMap { kind in
      let names = [kind.folder, kind.russianFolder]
      return (names + names.map(FieldKey.normalized)).map { ($0, kind) }
    }, uniquingKeysWith: { first, _ in first })
}

/// Some of the kinds; a bit for each.
public struct KindSet: OptionSet, Hashable, Sendable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) { self.rawValue = rawValue }

  public init(_ kinds: some Sequence<Kind>) { self = kinds.reduce(into: []) { $0.insert(KindSet($1)) } }

  public init(_ kind: Kind) { rawValue = 1 << UInt32(kind.rawValue) }

  static let materials = KindSet(Kind.materials)

  public func contains(_ kind: Kind) -> Bool { rawValue & (1 << UInt32(kind.rawValue)) != 0 }

  /// In the order of ``Kind``.
  public var kinds: [Kind] { Kind.allCases.filter(contains) }
}
