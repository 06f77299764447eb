import OpytCatalogue
import OpytLayout
import OpytModel
import OpytText

/// A page of the list of the documents of a kind that is neither a material nor an event.
struct DirectoryPage: SitePage {
  /// The entries of one direction, or those that begin with one letter.
  struct Group: Sendable {
    let title: String
    var url: WebAddress?
    /// The id of its heading; empty where nothing leads to it.
    var anchor = ""
    var accent = ""
    let items: [DirectoryEntryModel]

    static let schema = LayoutSchema<Group>(
      .text("title", \.title),
      .url("url", \.url),
      .unmarked,
      .code("anchor", \.anchor),
      .code("accent", \.accent),
      .list("items", of: DirectoryEntryModel.schema, \.items))
  }

  static let layout = "directory"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .text("label") { $0.strings.count($0.catalogue.ids(of: $0.page.kind).count, of: $0.page.kind) },
    .number("count") { $0.catalogue.ids(of: $0.page.kind).count },
    // Ways through the list of people.
    .items("views", of: ViewModel.schema) {
      $0.page.kind == .person ? $0.presenter.peopleViews(current: .list(of: .person)) : []
    },
    .items("letters", of: LinkModel.schema) { $0.presenter.links(to: $0.page.letters) },
    .items("entries", of: DirectoryEntryModel.schema) {
      $0.page.kind.isGrouped ? [] : $0.page.part.items.map($0.presenter.directoryEntry)
    },
    .list("groups", of: Group.schema) {
      $0.page.kind.isGrouped ? $0.presenter.groups($0.page.kind, $0.page.part.items) : []
    },
    // The Atom feed of the list, where it has one.
    .url("feed") { $0.page.kind == .bulletin ? $0.presenter.bulletinFeed : nil },
    .record("pagination", PaginationModel.schema) { $0.presenter.pagination($0.page.part) })

  private let kind: Kind
  private let part: ListPart
  /// Of people: where each letter begins.
  private let letters: [LetterPlace]

  static func pages(of outline: SiteOutline) -> [DirectoryPage] {
    let kinds = Kind.listed.filter { !$0.isMaterial && $0 != .event && outline.catalogue.hasList(of: $0) }
    return kinds.flatMap { kind in
      let parts = ListPart.parts(of: kind, outline)
      let letters = kind == .person ? letters(parts, outline.catalogue.graph) : []
      return parts.map { DirectoryPage(kind: kind, part: $0, letters: letters) }
    }
  }

  private static func letters(_ parts: [ListPart], _ graph: SiteGraph) -> [LetterPlace] {
    LetterPlace.all(in: parts.flatMap { part in part.items.map { (graph[$0].title, part.address, nil) } })
  }

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

  /// The entries of one page under headings, each once, as it is counted.
  fileprivate func groups(_ kind: Kind, _ items: [DocumentID]) -> [DirectoryPage.Group] {
    kind == .person ? groupsByLetter(items) : groupsByDirection(items)
  }

  private func groupsByLetter(_ items: [DocumentID]) -> [DirectoryPage.Group] {
    let letters = items.map { IndexLetter(of: graph[$0].title) }
    return letters.indices.filter { $0 == 0 || letters[$0] != letters[$0 - 1] }.map { first in
      let own = items.indices[first...].prefix { letters[$0] == letters[first] }
      return DirectoryPage.Group(
        title: letters[first].title, anchor: LetterPlace.anchor(of: letters[first]),
        items: own.map { directoryEntry(items[$0]) })
    }
  }

  /// By their first directions: each tells its others itself.
  private func groupsByDirection(_ items: [DocumentID]) -> [DirectoryPage.Group] {
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

extension Kind {
  /// Whether the entries of its list stand under headings.
  fileprivate var isGrouped: Bool { self == .community || self == .person }
}
