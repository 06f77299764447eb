/// What every material has.
///
/// Published comes before updated (3), adopted and archived ones have results (6), its kindergartens had joined
/// when it was published (7) and not left (24), `based_on` makes no circle (10), and photos have their consent (21).
///
/// The values stand in an array of one: that is the standard library's own box, which is copied when it is written to
/// and shared else, so that handing out thirty fields costs one retain.
@dynamicMemberLookup
public struct MaterialFields: Sendable {
  @usableFromInline var box = [Values()]

  public init() {}

  var values: Values {
    get { box[0] }
    _modify { yield &box[0] }
  }

  @inlinable
  public subscript<Value>(dynamicMember field: KeyPath<Values, Value>) -> Value { box[0][keyPath: field] }

  /// Left out, a material is adopted.
  public var effectiveStatus: Term<Statuses> { values.status?.value ?? .adopted }

  /// When it was changed last: what `updated` says, or the last of the changes; nil where it is as it was published.
  public var lastChange: Located<CalendarDate>? {
    guard let last = values.changes.map(\.date).filter({ !$0.isAbsent }).max(by: { $0.value < $1.value }) else {
      return values.updated
    }
    return values.updated.map { $0.value < last.value ? last : $0 } ?? last
  }

  /// The materials it takes up.
  public var originals: [Reference<AnyMaterial>] { values.basedOn.map(\.material).filter { !$0.isAbsent } }

  /// The fields themselves.
  public struct Values: Closable {
    public var title = Text.blank
    public var summary = Text.blank
    public var why = Prose.blank
    public var whyChildren: Prose?
    public var authors: [Reference<Person>] = []
    public var kindergartens: [Reference<Kindergarten>] = []
    public var directions: [Reference<Direction>] = []
    public var audience: [Located<Term<Audiences>>] = []
    public var ages = AgeGroups.blank
    public var areas: [Located<Term<EducationalAreas>>] = []
    public var published = Located<CalendarDate>.blank
    public var updated: Located<CalendarDate>?
    public var status: Located<Term<Statuses>>?
    public var visibility: Located<Term<Visibilities>>?
    public var community: Reference<Community>?
    public var strategy: Reference<Strategy>?
    public var deficits: [Reference<Deficit>] = []
    public var goal: Prose?
    public var tasks: Tasks = .blank
    public var expected: Results = .blank
    public var results: Results = .blank
    public var indicators: [Indicator] = []
    public var evidence: [Text] = []
    public var resources: [Text] = []
    public var attachments: [Attachment] = []
    public var photos: [Photo] = []
    public var sources: [Text] = []
    public var basedOn: [Borrowing] = []
    public var keywords: [Text] = []
    public var aliases: [Alias] = []
    public var slug: Slug?
    public var license: Text?
    public var links: [OutsideLink] = []
    public var changes: [Change] = []
    public var specialNeeds: [Located<Term<SpecialNeeds>>] = []
    public var groupType: [Located<Term<GroupTypes>>] = []
    public var partners: [Reference<Partner>] = []
    public var level: Located<Term<AdministrativeLevels>>?
    public var review: [Review] = []
    public var plannedResults: [Text] = []
    public var roles: [Contribution] = []

    public init() {}
  }
}
