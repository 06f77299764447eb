import OpytCatalogue
package import OpytFiles
package import OpytLayout
import OpytMarkup
package import OpytModel
package import OpytNetwork
package import OpytSearch
package import OpytText

/// One page of the site: where it stands, who wants that address, which layout prints it, and what that may ask.
///
/// A new page is a type of its own in a file of its own, named once in `PageTypes`.
package protocol SitePage: Sendable {
  /// What the page is about: found or computed once for all fields of its schema.
  associatedtype Subject: Sendable = Void

  /// The name of the layout that prints it.
  static var layout: String { get }
  /// What the layout may ask.
  static var schema: LayoutSchema<PageView<Self>> { get }
  /// Whether whoever else wants the address of such a page has it, and nobody is told.
  static var givesWay: Bool { get }
  /// All pages of this type that a site has, in the order of the sitemap.
  static func pages(of outline: SiteOutline) -> [Self]

  var address: Address { get }
  /// Who is named where two pages want one address.
  var claimant: Claimant { get }
  var listing: SearchListing { get }
  /// The document whose text the page prints; nil where it prints none.
  var textSource: DocumentID? { get }
  func subject(_ presenter: PagePresenter) -> Subject
  func head(_ presenter: PagePresenter) -> PageHead
  /// What it tells programs, besides the way to it.
  func describe(_ presenter: PagePresenter, in data: inout PageData)
}

extension SitePage where Subject == Void {
  package func subject(_ presenter: PagePresenter) {}
}

extension SitePage {
  package static var givesWay: Bool { false }
  package var listing: SearchListing { .listed(modified: nil) }
  package var textSource: DocumentID? { nil }
  package func describe(_ presenter: PagePresenter, in data: inout PageData) {}
}

/// Whether search engines are told of a page.
package enum SearchListing: Sendable {
  case hidden
  /// - Parameter modified: the day its own content last changed, where it has one.
  case listed(modified: CalendarDate?)
}

/// What a page says of itself to what stands around it.
package struct PageHead: Sendable {
  /// The heading, and the first part of the window's title.
  var title: String
  let description: String
  /// From the home page down to the page above this one.
  var breadcrumbs: [LinkModel] = []
  /// The list that the menu marks as the reader's place.
  var section: Address?
  var isHome = false
  /// Whether what it shows is for members of the network only.
  var isMembersOnly = false
  /// The class that gives the page its direction's accent.
  var accent = ""
}

/// A page as its layout sees it: what the fields of its schema are taken from.
package struct PageView<Page: SitePage>: Sendable {
  let page: Page
  let subject: Page.Subject
  let presenter: PagePresenter
  let frame: FrameModel
  /// The text of the page's document; nil where it has none.
  let body: BodyHTML?

  var strings: ThemeStrings { presenter.strings }
  var catalogue: Catalogue { presenter.catalogue }
  var graph: SiteGraph { presenter.graph }

  /// The fields that every page's schema begins with.
  static var frameFields: [LayoutSchema<Self>.Field] { FrameModel.fields(\.frame) }
}

/// A page whose model is made, ready to be printed.
package struct ModelledPage: Sendable {
  private let layout: CompiledLayout
  private let value: LayoutValue
  private let found: Found?

  /// What search finds the page by.
  struct Found: Sendable {
    let document: DocumentID
    let title: String
    let fields: SearchedFields
  }

  init(_ layout: CompiledLayout, _ value: LayoutValue, _ found: Found?) {
    self.layout = layout
    self.value = value
    self.found = found
  }

  /// Where it is the same, so are the page's bytes.
  package var fingerprint: Fingerprint { layout.fingerprint(of: value) }

  /// Prints the page behind what is in the buffer.
  package func render(into buffer: inout OutputBuffer) { layout.render(value, into: &buffer) }

  /// The document that search finds by this page; nil where that is none.
  package var foundDocument: DocumentID? { found?.document }

  /// Reads the words that it is found by.
  package func words(_ collector: WordCollector) -> DocumentWords {
    collector.words { reader in
      guard let found else { return }
      reader.read(found.title, as: .title)
      found.fields.read(value, into: &reader)
    }
  }
}

extension SitePage {
  /// Makes the page's model, as far as its layout asks.
  package func modelled(
    _ context: PresentationContext, _ network: Network
  ) throws(MachineFailure) -> ModelledPage {
    let presenter = PagePresenter(context, page: address)
    let body: BodyHTML? =
      if let textSource { try network.body(of: textSource) } else { nil }
    let head = head(presenter)
    let view = PageView(
      page: self, subject: subject(presenter), presenter: presenter,
      frame: presenter.frame(head, PageData(of: self, head, presenter)), body: body)
    let layout = context.layouts[Self.layout]
    let found = textSource.flatMap { id in
      context.searchedFields[Self.layout].map {
        ModelledPage.Found(document: id, title: context.titles[id.index], fields: $0)
      }
    }
    return ModelledPage(layout, Self.schema.value(of: view, for: layout.usage), found)
  }

  static var root: LayoutRoot { LayoutRoot(name: layout, type: schema.type) }
}
