import OpytCatalogue
import OpytLayout
import OpytModel
import OpytText

/// A page of the list of the documents of a kind that is neither a material nor an event.
struct DirectoryPage: SitePage {
  /// The entries of one direction.
  struct Group: Sendable {
    let title: String
    let url: WebAddress?
    let accent: String
    let items: [DirectoryEntryModel]

    static let schema = LayoutSchema<Group>(
      .text("title", \.title),
      .url("url", \.url),
      .unmarked,
      .code("accent", \.accent),
      .list("items", of: DirectoryEntryModel.schema, \.items))
  }

  static let layout = "directory"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .text("label") { $0.strings.count($0.catalogue.ids(of: $0.page.kind).count, of: $0.page.kind) },
    .number("count") { $0.catalogue.ids(of: $0.page.kind).count },
    .items("entries", of: DirectoryEntryModel.schema) {
      $0.page.isGrouped ? [] : $0.page.part.items.map($0.presenter.directoryEntry)
    },
    .list("groups", of: Group.schema) { $0.page.isGrouped ? $0.presenter.groups($0.page.part.items) : [] },
    // The Atom feed of the list, where it has one.
    .url("feed") { $0.page.kind == .bulletin ? $0.presenter.bulletinFeed : nil },
    .record("pagination", PaginationModel.schema) { $0.presenter.pagination($0.page.part) })

  private let kind: Kind
  private let part: ListPart

  static func pages(of outline: SiteOutline) -> [DirectoryPage] {
    let kinds = Kind.listed.filter { !$0.isMaterial && $0 != .event && outline.catalogue.hasList(of: $0) }
    return kinds.flatMap { kind in ListPart.parts(of: kind, outline).map { DirectoryPage(kind: kind, part: $0) } }
  }

  /// Whether the entries stand under their directions.
  private var isGrouped: Bool { kind == .community }

  var address: Address { part.address }
  var claimant: Claimant { .list(of: kind) }
  func head(_ presenter: PagePresenter) -> PageHead { presenter.listHead(kind, part) }
}

/// A document in the list of its kind.
struct DirectoryEntryModel: Sendable {
  let title: String
  let url: WebAddress?
  let accent: String
  let details: String
  let summary: String
  let counts: [CountModel]
  let isMembersOnly: Bool

  static let schema = LayoutSchema<DirectoryEntryModel>(
    .narrowText("title", \.title),
    .url("url", \.url),
    .code("accent", \.accent),
    .text("details", \.details),
    .text("summary", \.summary),
    .list("counts", of: CountModel.schema, \.counts),
    .flag("members_only", \.isMembersOnly))
}

extension PagePresenter {
  func directoryEntry(_ id: DocumentID) -> DirectoryEntryModel { graph[id].kind.pageType.directoryEntry(id, self) }

  /// Communities by their first directions: each stands once, as it is counted, and tells its others.
  fileprivate func groups(_ items: [DocumentID]) -> [DirectoryPage.Group] {
    catalogue.directions.compactMap { direction in
      let own = items.filter { catalogue.mainDirection(of: $0) == direction }
      return own.isEmpty
        ? nil
        : DirectoryPage.Group(
          title: title(of: direction), url: url(of: direction), accent: accent(of: direction),
          items: own.map(directoryEntry))
    }
  }
}
