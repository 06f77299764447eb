import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytMarkup
import OpytModel

/// The page of a document. Its type also says how documents of this kind look in lists, so that a new kind has all of
/// it in one file or does not compile.
protocol DocumentPage: SitePage {
  associatedtype Content: Entity

  var place: DocumentPlace { get }

  /// Its first words, where a page or a list tells of it in a line; nil where its text has them.
  static func opening(of content: Content) -> String?
  /// The directions it belongs to: the first that is published gives it its accent.
  static func directions(of content: Content, in document: ResolvedDocument, _ id: DocumentID) -> [DocumentID]
  /// Its line in the list of its kind, besides its title.
  static func entry(of content: Content, _ id: DocumentID, _ presenter: PagePresenter) -> ListEntry
}

/// The page of a document that has one page only.
protocol WholePage: DocumentPage {
  init(_ place: DocumentPlace)
}

extension WholePage {
  static func pages(of outline: SiteOutline) -> [Self] { places(outline).map(Self.init) }
}

/// Where a document's page stands, and whose it is.
struct DocumentPlace: Sendable {
  let id: DocumentID
  let address: Address
  let file: String
  /// The day its content last changed, where the author says it.
  let modified: CalendarDate?

  init(_ id: DocumentID, at address: Address, _ graph: SiteGraph) {
    self.id = id
    self.address = address
    file = graph[id].decoded.path
    modified = graph[id].material.map { $0.lastChange?.value ?? $0.published.value }
  }

  var claimant: Claimant {
    Claimant(Phrase("документ \(file)", en: "the document \(file)"), at: SourceLocation(file: file))
  }
}

/// What a list of a kind says of one document.
struct ListEntry: Sendable {
  var details = ""
  var summary = ""
  var counts: [Count] = []

  /// How many materials a document has in a role, and where on its page they stand.
  struct Count: Sendable {
    let materials: [DocumentID]
    /// What is counted, where they are not all of its materials.
    var label = ""
    var anchor = "opyt_materials"
  }
}

extension DocumentPage {
  static var kind: Kind { Content.kind }

  static func directions(of content: Content, in document: ResolvedDocument, _ id: DocumentID) -> [DocumentID] { [] }

  /// Where the documents of this kind stand, in document order.
  static func places(_ outline: SiteOutline) -> [DocumentPlace] {
    let graph = outline.catalogue.graph
    return graph.ids(of: kind).compactMap { id in outline.address(of: id).map { DocumentPlace(id, at: $0, graph) } }
  }

  var id: DocumentID { place.id }
  var address: Address { place.address }
  var claimant: Claimant { place.claimant }
  var listing: SearchListing { .listed(modified: place.modified) }
  var textSource: DocumentID? { id }

  func head(_ presenter: PagePresenter) -> PageHead { documentHead(presenter) }

  func documentHead(_ presenter: PagePresenter) -> PageHead {
    let document = presenter.graph[id]
    return PageHead(
      title: presenter.title(of: id),
      description: Self.opening(of: Self.content(of: document)) ?? document.decoded.excerpt,
      breadcrumbs: [presenter.homeLink, presenter.listLink(Self.kind)], section: .list(of: Self.kind),
      isMembersOnly: document.decoded.isMembersOnly, accent: presenter.accent(of: id))
  }

  // MARK: In lists

  /// Its first words.
  static func summary(of id: DocumentID, in graph: SiteGraph) -> String {
    opening(of: content(of: graph[id])) ?? graph[id].decoded.excerpt
  }

  /// What stands below its title in the list of its kind.
  static func details(of id: DocumentID, _ presenter: PagePresenter) -> String {
    entry(of: content(of: presenter.graph[id]), id, presenter).details
  }

  static func directions(of id: DocumentID, in graph: SiteGraph) -> [DocumentID] {
    directions(of: content(of: graph[id]), in: graph[id], id)
  }

  static func directoryEntry(_ id: DocumentID, _ presenter: PagePresenter) -> DirectoryEntryModel {
    let entry = entry(of: content(of: presenter.graph[id]), id, presenter)
    return DirectoryEntryModel(
      title: presenter.title(of: id), url: presenter.url(of: id), accent: presenter.accent(of: id),
      details: entry.details, summary: entry.summary,
      counts: entry.counts.filter { !$0.materials.isEmpty }.map { count in
        CountModel(
          label: count.label, number: count.materials.count, url: presenter.url(of: id, fragment: count.anchor))
      }, isMembersOnly: presenter.isMarked(id))
  }

  /// A document of another kind has no page of this type.
  fileprivate static func content(of document: ResolvedDocument) -> Content { document.entity as? Content ?? Content() }
}

extension DocumentPage where Subject == Content {
  func subject(_ presenter: PagePresenter) -> Content { Self.content(of: presenter.graph[id]) }
}

extension PageView where Page: DocumentPage {
  var id: DocumentID { page.id }
  var document: ResolvedDocument { graph[page.id] }

  /// The fields that the schema of every document's page begins with: `document` has the document's own, as its kind
  /// declares them.
  static var documentFields: [LayoutSchema<Self>.Field] {
    frameFields + [
      .init("document", .record(FieldLayout.recordType(of: Page.Content.self))) { view, usage in
        FieldLayout.value(of: Page.content(of: view.document), id: view.id, view.presenter, for: usage)
      },
      .record("text", TextModel.schema, \.text),
    ]
  }

  private var text: TextModel? {
    body.map { TextModel($0, of: id, presenter) }
  }
}

extension Catalogue {
  /// The first of a document's directions that is published: it stands under that one where it can stand under one only.
  func mainDirection(of id: DocumentID) -> DocumentID? {
    graph[id].kind.pageType.directions(of: id, in: graph).first(where: isPublished)
  }
}

extension PagePresenter {
  /// The class that gives what tells of a document the accent of its direction; empty where it has none.
  func accent(of id: DocumentID) -> String {
    catalogue.mainDirection(of: id).flatMap { context.accents.className(of: $0) } ?? ""
  }
}
