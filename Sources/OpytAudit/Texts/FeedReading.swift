import OpytDiagnostics

/// A feed or a map of the site: XML with addresses in attributes and in texts.
final class FeedReading: MarkupHandler {
  private(set) var links: FileLinks
  private let places: TextPlaces
  private let ownStart: String?
  private var text = ""

  init(_ places: TextPlaces, _ reader: LinkReader) {
    self.places = places
    links = FileLinks(places, reader)
    ownStart = reader.ownStart
  }

  func begin(_ tag: MarkupTag) {
    readText()
    for (name, value) in tag.attributes where name == "href" || name == "src" {
      links.add(value, isRequested: false, in: tag)
    }
  }

  func end(_ name: String) { readText() }

  var wantsText: Bool { ownStart != nil }

  func text(_ text: String) { self.text += text }

  func misplaced(_ name: String, at end: Int) {}

  func finish(at end: MarkupReader.End) -> Diagnostic? {
    end.isSound ? nil : .feedDamaged(at: places.location(end.offset..<end.offset))
  }

  private func readText() {
    defer { text.removeAll(keepingCapacity: true) }
    guard let ownStart, !text.isEmpty else { return }
    for address in TextAddresses(in: Array(text.utf8), startingWith: ownStart).all {
      links.add(address.text, isRequested: false, at: .written)
    }
  }
}
