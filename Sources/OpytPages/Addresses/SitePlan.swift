package import OpytCatalogue
package import OpytModel

/// Which pages a site has, at which addresses, and which files stand beside them.
package final class SitePlan: Sendable {
  /// A file of an author that is copied as it is.
  package struct PublishedFile: Hashable, Sendable {
    package let source: String
    package let address: Address
  }

  /// Events and sessions for calendar programs: of the network, or of what a document stands for.
  package struct Calendar: Sendable {
    package let address: Address
    /// Nil for the network's.
    package let document: DocumentID?
    package let occasions: [Occasion]
  }

  /// What is new: of the network, of a kind, or of a direction, kindergarten or community.
  package struct Feed: Sendable {
    package enum Subject: Hashable, Sendable {
      case network
      case kind(Kind)
      case document(DocumentID)
    }

    package let subject: Subject
    /// The page that shows the same.
    package let page: Address
    package let atom: Address
    package let json: Address

    /// The newest first.
    package func documents(_ catalogue: Catalogue) -> [DocumentID] {
      switch subject {
      case .network: catalogue.materials
      case .kind(let kind): catalogue.ids(of: kind)
      case .document(let id): catalogue.materials(naming: id, as: .directions, .kindergartens, .community)
      }
    }
  }

  struct FileKey: Hashable, Sendable {
    let document: DocumentID
    let source: String
  }

  package let pages: [any SitePage]
  package let files: [PublishedFile]
  package let calendars: [Calendar]
  /// They are written where the site's own address is known and may be told.
  package let feeds: [Feed]
  /// So are the pictures that are shown elsewhere beside links.
  package let pictures: [SharePicture]
  private let pictureAddresses: [SharePicture: Address]
  /// Whether all materials are given as data.
  package let hasOpenData: Bool
  private let documentAddresses: [Address?]
  private let fileAddresses: [FileKey: Address]
  private let calendarAddresses: [DocumentID: Address]
  private let feedsOfPages: [Address: Feed]

  init(
    pages: [any SitePage], files: [PublishedFile], calendars: [Calendar], feeds: [Feed],
    pictures: [(picture: SharePicture, address: Address)], hasOpenData: Bool, documentAddresses: [Address?],
    fileAddresses: [FileKey: Address]
  ) {
    self.pages = pages
    self.files = files
    self.calendars = calendars
    self.feeds = feeds
    self.hasOpenData = hasOpenData
    self.pictures = pictures.map(\.picture)
    pictureAddresses = Dictionary(pictures.map { ($0.picture, $0.address) }, uniquingKeysWith: { first, _ in first })
    feedsOfPages = Dictionary(feeds.map { ($0.page, $0) }, uniquingKeysWith: { $1 })
    calendarAddresses = Dictionary(
      calendars.compactMap { calendar in calendar.document.map { ($0, calendar.address) } }, uniquingKeysWith: { $1 })
    self.documentAddresses = documentAddresses
    self.fileAddresses = fileAddresses
  }

  /// Nil for a document that is not published.
  package func address(of id: DocumentID) -> Address? { documentAddresses[id.index] }

  func address(ofFile source: String, of document: DocumentID) -> Address? {
    fileAddresses[FileKey(document: document, source: source)]
  }

  /// Where a picture stands that is shown beside links: where there is none of its own, the network's.
  package func address(of picture: SharePicture) -> Address {
    pictureAddresses[picture] ?? SharePicture().address(nil)
  }

  /// What tells of new things on a page.
  func feed(of page: Address) -> Feed? { feedsOfPages[page] }

  /// The calendar of a direction, kindergarten, community, plan or event; nil where it has no events.
  func calendarAddress(of id: DocumentID) -> Address? { calendarAddresses[id] }
}
