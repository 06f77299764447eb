import OpytCatalogue
import OpytDiagnostics
import OpytModel
import OpytNetwork
import OpytPages
import OpytText

/// What a feed tells, in whatever format: the newest materials of a subject, or the issues of the bulletin.
struct FeedContents {
  struct Entry {
    let title: String
    let url: String
    let published: String
    let updated: String
    let authors: [String]
    let categories: [String]
    let summary: String
  }

  let title: String
  let subtitle: String
  /// The page that shows the same.
  let page: String
  let entries: [Entry]

  private static let entryLimit = 30

  init(of feed: SitePlan.Feed, _ context: PresentationContext, _ site: SiteAddress) {
    let maker = FeedEntries(context: context, site: site)
    let list = feed.documents(context.catalogue).prefix(Self.entryLimit)
    let network = context.configuration.title
    switch feed.subject {
    case .network: title = maker.words(network)
    case .kind(let kind): title = maker.words("\(context.strings.text(.list(kind))). \(network)")
    case .document(let id): title = maker.words("\(context.catalogue.graph[id].title). \(network)")
    }
    subtitle = feed.subject == .network ? maker.words(context.configuration.description) : ""
    page = site.url(feed.page.canonicalPath).text
    entries = list.compactMap(maker.entry)
  }

  /// The day of the last change.
  var updated: String { entries.map(\.updated).max() ?? FeedEntries.moment(.blank) }
}

private struct FeedEntries {
  let context: PresentationContext
  let site: SiteAddress

  func entry(_ id: DocumentID) -> FeedContents.Entry? {
    let document = context.catalogue.graph[id]
    guard let address = context.plan.address(of: id) else { return nil }
    if let material = document.material {
      return entry(
        document, address, from: material.published.value,
        to: material.lastChange?.value ?? material.published.value, by: document.targets(of: material.authors),
        in: document.targets(of: material.directions), material.summary.value)
    }
    guard let bulletin = document.entity as? Bulletin else { return nil }
    return entry(
      document, address, from: bulletin.end.value, to: bulletin.end.value, by: document.targets(of: bulletin.editors),
      in: [], document.decoded.excerpt)
  }

  private func entry(
    _ document: ResolvedDocument, _ address: Address, from published: CalendarDate, to updated: CalendarDate,
    by authors: [DocumentID], in categories: [DocumentID], _ summary: String
  ) -> FeedContents.Entry {
    let names = titles(of: authors)
    return FeedContents.Entry(
      title: words(document.title), url: site.url(address.path).text, published: Self.moment(published),
      updated: Self.moment(updated),
      // Atom wants an author of every entry (§4.2.1).
      authors: (names.isEmpty ? [context.configuration.title] : names).map(words),
      categories: titles(of: categories), summary: words(summary))
  }

  private func titles(of ids: [DocumentID]) -> [String] {
    ids.filter(context.catalogue.isPublished).map { context.catalogue.graph[$0].title }
  }

  /// Readers of feeds show them as pages do.
  func words(_ text: String) -> String { context.configuration.language.typography.words(text) }

  /// Days have no hour, and the clock must not enter: midnight UTC.
  static func moment(_ date: CalendarDate) -> String { date.iso + "T00:00:00Z" }
}
