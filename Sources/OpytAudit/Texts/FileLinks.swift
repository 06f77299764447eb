import OpytDiagnostics
import OpytText

/// Where a file leads, and what of it needs no look at other files to be told.
struct FileLinks {
  /// A link into the site, whose end is looked for when all files are known.
  struct Link: Sendable {
    let target: FilePath
    let id: String?
    let written: String
    let place: Place
  }

  /// Where a link stands: found in the text when it is told.
  enum Place: Sendable {
    case tag(String, end: Int)
    case offsets(Range<Int>)
    /// Found by what is written there.
    case written
  }

  private(set) var findings = DiagnosticCollector()
  private(set) var links: [Link] = []
  /// What is known of addresses already: most pages have some of them many times.
  private var known: [String: LinkReader.Target] = [:]
  private var seen: Set<String> = []
  private let places: TextPlaces
  private let reader: LinkReader

  init(_ places: TextPlaces, _ reader: LinkReader) {
    self.places = places
    self.reader = reader
  }

  mutating func add(_ address: String, isRequested: Bool, in tag: MarkupTag) {
    add(address, isRequested: isRequested, at: .tag(tag.name, end: tag.end))
  }

  /// The addresses of a style: a file, an element, an attribute.
  /// - Parameter tag: of the attribute.
  mutating func addStyle(_ style: String, in tag: MarkupTag?) {
    for address in StyleAddresses(Array(style.utf8)).all {
      add(address.text, isRequested: true, at: tag.map { .tag($0.name, end: $0.end) } ?? .written)
    }
  }

  mutating func add(_ address: String, isRequested: Bool, at place: Place) {
    let target: LinkReader.Target
    if let found = known[address] {
      target = found
    } else {
      target = reader.target(of: address, from: places.file)
      known[address] = target
    }
    let places = places
    switch target {
    case .inside(let path, let id):
      // Once a file: the first place is told.
      if seen.insert(address).inserted { links.append(Link(target: path, id: id, written: address, place: place)) }
    case .nowhere:
      findings.tell(.linkUnresolved, .linkBroken(address, to: nil, at: place.location(of: address, in: places)))
    case .script: findings.tell(.scriptInline, .scriptAddress(address, at: place.location(of: address, in: places)))
    case .outside where isRequested, .forbidden where isRequested:
      findings.tell(.requestOutside, .requestsOutside(address, at: place.location(of: address, in: places)))
    case .contact where isRequested:
      findings.tell(.linkUnresolved, .linkBroken(address, to: nil, at: place.location(of: address, in: places)))
    case .forbidden:
      findings.tell(.linkForbidden, .linkNotAllowed(address, at: place.location(of: address, in: places)))
    case .outside, .contact: break
    }
  }
}

extension FileLinks.Place {
  func location(of written: String, in places: TextPlaces) -> SourceLocation {
    switch self {
    case .tag(let name, let end): places.location(ofValue: written, in: name, endingAt: end)
    case .offsets(let offsets): places.location(offsets)
    case .written: places.location(of: written)
    }
  }
}
