import OpytDiagnostics

/// The typed content of a document's front matter.
public protocol Entity: Record {
  static var kind: Kind { get }
  var title: Text { get }
  var slug: Slug? { get }
}

extension Entity {
  public var slug: Slug? { nil }
  /// All fields as data, in the order of the schema.
  public var contents: [FieldContent] { Self.schema.fields.map { $0.content(self) } }
}

/// A project, master class, case or seminar programme.
public protocol Material: Entity {
  var material: MaterialFields { get }
}

extension Material {
  public var title: Text { material.title }
  public var slug: Slug? { material.slug }
}

extension Kind {
  /// The Swift type of this kind's documents.
  public var entityType: any Entity.Type {
    switch self {
    case .project: Project.self
    case .masterClass: MasterClass.self
    case .methodicalCase: MethodicalCase.self
    case .seminarProgram: SeminarProgram.self
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
}
