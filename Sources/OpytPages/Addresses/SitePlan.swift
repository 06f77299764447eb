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

  struct FileKey: Hashable, Sendable {
    let document: DocumentID
    let source: String
  }

  package let pages: [any SitePage]
  package let files: [PublishedFile]
  package let calendars: [Calendar]
  private let documentAddresses: [Address?]
  private let fileAddresses: [FileKey: Address]
  private let calendarAddresses: [DocumentID: Address]

  init(
    pages: [any SitePage], files: [PublishedFile], calendars: [Calendar], documentAddresses: [Address?],
    fileAddresses: [FileKey: Address]
  ) {
    self.pages = pages
    self.files = files
    self.calendars = calendars
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

  /// The calendar of a direction, kindergarten, community, plan or event; nil where it has no events.
  func calendarAddress(of id: DocumentID) -> Address? { calendarAddresses[id] }
}
