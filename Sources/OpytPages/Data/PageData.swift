import OpytCatalogue
import OpytModel
import OpytNetwork
import OpytText

/// What a page tells the programs that read it: JSON-LD in scripts that run nothing, and what stands beside a link to the
/// page elsewhere. A page writes it from what it shows, and no layout has a part in it: all of it goes through `JSONWriter`.
///
/// It stands on whole addresses: a site that does not know its own has none, nor has the edition for members.
package struct PageData: Sendable {
  /// What of a site its link is to (ogp.me).
  enum Form: String, Sendable {
    case website, article, profile
  }

  var form = Form.website
  /// What is shown beside a link.
  var picture = SharePicture()
  /// A photo that the page shows, in place of ``picture``.
  var photo: SharedPhoto?
  private var bytes: [UInt8] = []

  /// Adds a thing of the vocabulary of schema.org.
  /// - Parameters:
  ///   - id: its address, which names it.
  ///   - members: all but its type and its address.
  mutating func add(_ type: String, at id: String?, _ members: (inout JSONWriter) -> Void) {
    add { thing in
      thing.text("@context", "https://schema.org")
      thing.text("@type", type)
      thing.text("@id", id)
      thing.text("url", id)
      members(&thing)
    }
  }

  /// Adds one object.
  mutating func add(_ members: (inout JSONWriter) -> Void) {
    var writer = JSONWriter(capacity: 2048)
    writer.object(members)
    bytes += "<script type=\"application/ld+json\">".utf8
    bytes += writer.bytes
    bytes += "</script>\n".utf8
  }

  /// For the page's head.
  var markup: HTMLFragment? { bytes.isEmpty ? nil : HTMLFragment(trusted: bytes) }
}

extension PageData {
  /// All that a page tells.
  /// - Parameter head: what the page says of itself.
  init?<Page: SitePage>(of page: Page, _ head: PageHead, _ presenter: PagePresenter) {
    guard presenter.context.hasFeed, case .listed = page.listing else { return nil }
    self.init()
    page.describe(presenter, in: &self)
    addBreadcrumbs(head, presenter)
  }

  /// The way from the home page down to this one.
  private mutating func addBreadcrumbs(_ head: PageHead, _ presenter: PagePresenter) {
    guard !head.breadcrumbs.isEmpty else { return }
    add { list in
      list.text("@context", "https://schema.org")
      list.text("@type", "BreadcrumbList")
      list.list("itemListElement") { items in
        for (index, link) in head.breadcrumbs.enumerated() {
          items.object { item in
            item.text("@type", "ListItem")
            item.number("position", index + 1)
            item.text("name", link.title)
            item.text("item", link.url.flatMap { presenter.wholeURL(ofLink: $0) })
          }
        }
        items.object { item in
          item.text("@type", "ListItem")
          item.number("position", head.breadcrumbs.count + 1)
          item.text("name", head.title)
        }
      }
    }
  }
}

/// A photo that a page shows.
struct SharedPhoto: Sendable {
  let url: String
  let size: ImageSize
  let alt: String
}

extension PagePresenter {
  /// The whole address of a published document; nil where the site's is not known.
  func wholeURL(of id: DocumentID) -> String? { context.wholeAddresses[id] }

  func wholeURL(of picture: SharePicture) -> String? { wholeURL(of: context.plan.address(of: picture)) }

  func wholeURL(of address: Address) -> String? { absoluteURL(address)?.text }

  /// The whole address of where a link from this page leads.
  func wholeURL(ofLink link: WebAddress) -> String? {
    base.address(of: link).flatMap { absoluteURL($0)?.text }
  }

  /// Those that are published, with what a program needs to know of a thing that it is told of elsewhere.
  func write(
    _ name: StaticString, _ ids: [DocumentID], as type: String, to writer: inout JSONWriter
  ) {
    writer.list(name, of: ids.filter(isPublished)) { id, items in
      items.object { write(id, as: type, to: &$0) }
    }
  }

  /// - Parameter type: of schema.org.
  func write(_ id: DocumentID, as type: String, to thing: inout JSONWriter) {
    thing.text("@type", type)
    thing.text("@id", wholeURL(of: id))
    thing.text("name", graph[id].title)
  }
}

/// The whole addresses of all published documents, made once: a document is named on many pages.
struct WholeAddresses: Sendable {
  private let texts: [String?]

  /// - Parameter site: nil where it is not known, or may not be told.
  init(_ site: SiteAddress?, _ graph: SiteGraph, _ plan: SitePlan) {
    texts = site.map { site in graph.ids.map { plan.address(of: $0).map { site.url($0.canonicalPath).text } } } ?? []
  }

  subscript(id: DocumentID) -> String? { texts.isEmpty ? nil : texts[id.index] }
}
