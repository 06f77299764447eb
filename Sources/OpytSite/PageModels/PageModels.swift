import OpytLayout
import OpytModel
import OpytText

/// The models of whole pages. Each names what its layout may ask.

struct HomeModel: Sendable {
  /// How many documents of a kind there are.
  struct Count: Sendable {
    let kind: KindModel
    let number: Int
    /// The word that goes with the number.
    let label: String
    let url: WebAddress

    static let schema = LayoutSchema<Count>(
      .record("kind", KindModel.schema, \.kind),
      .number("number", \.number),
      .text("label", \.label),
      .url("url", \.url))
  }

  let frame: FrameModel
  let counts: [Count]
  let newest: [Card]
  let upcoming: [EventCardModel]
  let bulletin: LinkModel?
  /// The pages that tell of the network as a whole.
  let overviews: [LinkModel]
  let directions: [DirectoryEntryModel]
  let kindergartens: [DirectoryEntryModel]

  static let schema = LayoutSchema<HomeModel>(
    FrameModel.fields(\.frame) + [
      .list("counts", of: Count.schema, \.counts),
      .cardItems("newest", \.newest),
      .items("upcoming", of: EventCardModel.schema, \.upcoming),
      .record("bulletin", LinkModel.schema, \.bulletin),
      .items("overviews", of: LinkModel.schema, \.overviews),
      .items("directions", of: DirectoryEntryModel.schema, \.directions),
      .items("kindergartens", of: DirectoryEntryModel.schema, \.kindergartens),
    ])
}

/// A direction, kindergarten or person in their list.
struct DirectoryEntryModel: Sendable {
  let title: String
  let url: WebAddress?
  let accent: String
  let details: String
  let summary: String
  let count: Int

  static let schema = LayoutSchema<DirectoryEntryModel>(
    .text("title", \.title),
    .url("url", \.url),
    .text("accent", \.accent),
    .text("details", \.details),
    .text("summary", \.summary),
    .number("count", \.count))
}

/// A list of materials of one kind.
struct MaterialListModel: Sendable {
  let frame: FrameModel
  let count: String
  let items: [Card]
  let pagination: PaginationModel?

  static let schema = LayoutSchema<MaterialListModel>(
    FrameModel.fields(\.frame) + [
      .text("count", \.count),
      .cards("items", \.items),
      .record("pagination", PaginationModel.schema, \.pagination),
    ])
}

/// The list of the documents of a kind that is no material.
struct DirectoryModel: Sendable {
  /// The entries of one direction.
  struct Group: Sendable {
    let title: String
    let url: WebAddress?
    let accent: String
    let items: [DirectoryEntryModel]

    static let schema = LayoutSchema<Group>(
      .text("title", \.title),
      .url("url", \.url),
      .text("accent", \.accent),
      .list("items", of: DirectoryEntryModel.schema, \.items))
  }

  let frame: FrameModel
  let count: String
  /// Empty where the list stands in groups.
  let items: [DirectoryEntryModel]
  let groups: [Group]
  /// The Atom feed of the list, where it has one.
  let feed: WebAddress?
  let pagination: PaginationModel?

  static let schema = LayoutSchema<DirectoryModel>(
    FrameModel.fields(\.frame) + [
      .text("count", \.count),
      .items("entries", of: DirectoryEntryModel.schema, \.items),
      .list("groups", of: Group.schema, \.groups),
      .url("feed", \.feed),
      .record("pagination", PaginationModel.schema, \.pagination),
    ])
}

/// A document's text with its contents.
struct TextModel: Sendable {
  struct Entry: Sendable {
    let title: String
    let url: WebAddress
    let isNested: Bool

    static let schema = LayoutSchema<Entry>(
      .text("title", \.title),
      .url("url", \.url),
      .flag("nested", \.isNested))
  }

  let html: HTMLFragment
  /// Empty where the text is too short to need it.
  let contents: [Entry]
  let readingMinutes: Int

  static let schema = LayoutSchema<TextModel>(
    .html("html", \.html),
    .items("contents", of: Entry.schema, \.contents),
    .number("reading_minutes", \.readingMinutes))
}

/// The page of one document. `document` has the document's own fields, as its schema declares them.
struct DocumentModel: Sendable {
  let frame: FrameModel
  let document: LayoutValue
  let text: TextModel?
  let facts: DocumentFacts

  static func schema(for type: any Entity.Type) -> LayoutSchema<DocumentModel> {
    LayoutSchema<DocumentModel>(
      FrameModel.fields(\.frame) + [
        .init("document", .record(FieldLayout.recordType(of: type)), \.document),
        .record("text", TextModel.schema, \.text),
      ] + DocumentFacts.fields(for: type.kind))
  }
}

/// What a page tells of a document beyond its own fields: what is derived, and who refers to it.
struct DocumentFacts: Sendable {
  var kind: KindModel?
  var cover: HTMLFragment?
  /// How to name the material elsewhere.
  var citation = ""
  var indicators: [IndicatorModel] = []
  var authors: [PersonModel] = []
  var masters: [PersonModel] = []
  var duration = ""
  var period = ""
  var stages: [StageModel] = []
  var steps: [StepModel] = []
  var days: [TimetableModel.Day] = []
  var appliedIn: [Card] = []
  var related: [Card] = []
  var neighbours: NeighboursModel?
  var count = 0
  var groups: [GroupModel] = []
  var kindergartens: [LinkModel] = []
  var people: [PersonModel] = []
  var pagination: PaginationModel?
  var community: CommunityFacts?
  var event: EventFacts?
  var deficit: DeficitFacts?
  var strategy: StrategyFacts?
  var plan: PlanFacts?
  var partner: PartnerFacts?
  var bulletin: BulletinFacts?
  var personal: PersonFacts?
  var place: PlaceFacts?
  /// The events that a material came from.
  var events: [EventCardModel] = []

  /// Only what makes sense for a kind, so that a layout can't ask a person for their stages.
  static func fields(for kind: Kind) -> [LayoutSchema<DocumentModel>.Field] {
    switch kind {
    case .project:
      return materialFields + [
        .text("duration", \.facts.duration), .text("period", \.facts.period),
        .items("stages", of: StageModel.schema, \.facts.stages),
      ]
    case .masterClass:
      return materialFields + [
        .items("masters", of: PersonModel.schema, \.facts.masters),
        .items("steps", of: StepModel.schema, \.facts.steps),
      ]
    case .seminarProgram: return materialFields + [.items("days", of: TimetableModel.Day.schema, \.facts.days)]
    case .methodicalCase: return materialFields
    case .direction:
      return listFields + [
        .items("kindergartens", of: LinkModel.schema, \.facts.kindergartens),
        .items("groups", of: GroupModel.schema, \.facts.groups),
      ] + PlaceFacts.schema.fields(of: \DocumentModel.facts.place)
    case .kindergarten:
      return listFields + [
        .items("groups", of: GroupModel.schema, \.facts.groups),
        .items("people", of: PersonModel.schema, \.facts.people),
      ] + PlaceFacts.schema.fields(of: \DocumentModel.facts.place)
    case .person:
      return [.items("groups", of: GroupModel.schema, \.facts.groups)]
        + PersonFacts.schema.fields(of: \DocumentModel.facts.personal)
    case .community: return CommunityFacts.schema.fields(of: \DocumentModel.facts.community)
    case .event: return EventFacts.schema.fields(of: \DocumentModel.facts.event)
    case .deficit: return DeficitFacts.schema.fields(of: \DocumentModel.facts.deficit)
    case .strategy: return StrategyFacts.schema.fields(of: \DocumentModel.facts.strategy)
    case .methodPlan: return PlanFacts.schema.fields(of: \DocumentModel.facts.plan)
    case .partner: return PartnerFacts.schema.fields(of: \DocumentModel.facts.partner)
    case .bulletin: return BulletinFacts.schema.fields(of: \DocumentModel.facts.bulletin)
    case .page: return []
    }
  }

  private static var materialFields: [LayoutSchema<DocumentModel>.Field] {
    [
      .record("kind", KindModel.schema, \.facts.kind),
      .html("cover", \.facts.cover),
      .text("citation", \.facts.citation),
      .items("indicators", of: IndicatorModel.schema, \.facts.indicators),
      .items("authors", of: PersonModel.schema, \.facts.authors),
      .cardItems("applied_in", \.facts.appliedIn),
      .cardItems("related", \.facts.related),
      .items("events", of: EventCardModel.schema, \.facts.events),
      .record("neighbours", NeighboursModel.schema, \.facts.neighbours),
    ]
  }

  private static var listFields: [LayoutSchema<DocumentModel>.Field] {
    [
      .number("count", \.facts.count),
      .record("pagination", PaginationModel.schema, \.facts.pagination),
    ]
  }
}

/// A page that leads on to another one.
struct RedirectModel: Sendable {
  let frame: FrameModel
  let target: WebAddress
  /// For `<meta http-equiv="refresh">`.
  let refresh: String

  static let schema = LayoutSchema<RedirectModel>(
    FrameModel.fields(\.frame) + [.url("target", \.target), .text("refresh", \.refresh)])
}

/// A page with nothing but its frame and links to the lists: 404.
struct NotFoundModel: Sendable {
  let frame: FrameModel
  let lists: [LinkModel]

  static let schema = LayoutSchema<NotFoundModel>(
    FrameModel.fields(\.frame) + [.list("lists", of: LinkModel.schema, \.lists)])
}
