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
    /// What is to come, and where the rest is.
    case upcomingEvents
    case pastEvents(AcademicYear)
    /// The page of a document that lists no materials in parts.
    case document(DocumentID)
    case direction(DocumentID, ListPart)
    case kindergarten(DocumentID, ListPart)
    case correspondence
    /// Of one academic year; of all years together for nil.
    case coverage(AcademicYear?)
    case reuse
    case report
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

  /// Events for calendar programs: of the network, or of what a document stands for.
  struct Calendar: Sendable {
    let address: Address
    /// Nil for the network's.
    let document: DocumentID?
    let events: [DocumentID]
  }

  let pages: [Page]
  let files: [PublishedFile]
  let calendars: [Calendar]
  private let documentAddresses: [Address?]
  private let fileAddresses: [FileKey: Address]
  private let calendarAddresses: [DocumentID: Address]

  struct FileKey: Hashable, Sendable {
    let document: DocumentID
    let source: String
  }

  init(
    pages: [Page], files: [PublishedFile], calendars: [Calendar], documentAddresses: [Address?],
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

  static let home = Address("index.html")
  static let feed = Address("feed.xml")
  static let sitemap = Address("sitemap.xml")
  static let robots = Address("robots.txt")
  static let notFound = Address("404.html")
  static let networkCalendar = Address("\(Kind.event.address)/kalendar.ics")
  static let bulletinFeed = Address("\(Kind.bulletin.address)/feed.xml")
  static let correspondence = Address("sootvetstvie.html")
  static let reuse = Address("primenenie.html")
  static let report = Address("otchyot.html")
  static let assetsFolder = "assets"
  static let listLength = 24

  /// Nil for a document that is not published.
  func address(of id: DocumentID) -> Address? { documentAddresses[id.index] }

  func address(ofFile source: String, of document: DocumentID) -> Address? {
    fileAddresses[FileKey(document: document, source: source)]
  }

  /// The calendar of a direction, kindergarten, community or event; nil where it has no events.
  func calendarAddress(of id: DocumentID) -> Address? { calendarAddresses[id] }

  static func pastEvents(_ year: AcademicYear) -> Address { Address("\(Kind.event.address)/\(year.addressPart).html") }

  static func coverage(_ year: AcademicYear?) -> Address {
    Address(year.map { "okhvat/\($0.addressPart).html" } ?? "okhvat/index.html")
  }

  static func listAddress(of kind: Kind) -> Address { Address("\(kind.address)/index.html") }
}

extension AcademicYear {
  /// `2025-2026`
  fileprivate var addressPart: String { "\(start)-\(start + 1)" }
}
