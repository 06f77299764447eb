import OpytDiagnostics
import OpytModel

/// Which pages a site has, at which addresses, and which files stand beside them.
struct SitePlan: Sendable {
  /// A part of a long list.
  struct ListPart: Sendable {
    let items: [DocumentID]
    /// From 1.
    let number: Int
    let partCount: Int
    /// The addresses of all parts share it: `proekty/index.html`, `proekty/2.html`.
    let first: Address
    let others: String

    func address(ofPart part: Int) -> Address { part == 1 ? first : Address("\(others)\(part).html") }
  }

  enum Content: Sendable {
    case home
    case list(Kind, ListPart)
    case material(DocumentID)
    case direction(DocumentID, ListPart)
    case kindergarten(DocumentID, ListPart)
    case person(DocumentID)
    case freePage(DocumentID)
    case notFound
    case redirect(to: Address)
  }

  struct Page: Sendable {
    let address: Address
    let content: Content
  }

  /// A file of an author that is copied as it is.
  struct PublishedFile: Hashable, Sendable {
    let source: String
    let address: Address
  }

  let pages: [Page]
  let files: [PublishedFile]
  private let documentAddresses: [Address?]
  private let fileAddresses: [FileKey: Address]

  struct FileKey: Hashable, Sendable {
    let document: DocumentID
    let source: String
  }

  init(
    pages: [Page], files: [PublishedFile], documentAddresses: [Address?], fileAddresses: [FileKey: Address]
  ) {
    self.pages = pages
    self.files = files
    self.documentAddresses = documentAddresses
    self.fileAddresses = fileAddresses
  }

  static let home = Address("index.html")
  static let feed = Address("feed.xml")
  static let sitemap = Address("sitemap.xml")
  static let robots = Address("robots.txt")
  static let notFound = Address("404.html")
  static let assetsFolder = "assets"
  static let listLength = 24

  /// Nil for a document that is not published.
  func address(of id: DocumentID) -> Address? { documentAddresses[id.index] }

  func address(ofFile source: String, of document: DocumentID) -> Address? {
    fileAddresses[FileKey(document: document, source: source)]
  }

  static func listAddress(of kind: Kind) -> Address { Address("\(kind.address)/index.html") }
}
