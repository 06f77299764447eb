import OpytModel

/// The newest materials as an Atom feed (RFC 4287).
struct AtomFeed {
  private let context: PresentationContext
  private let baseURL: String

  private static let entryLimit = 30

  /// - Parameter baseURL: the site's absolute address, with a `/` at its end.
  init(_ context: PresentationContext, baseURL: String) {
    self.context = context
    self.baseURL = baseURL
  }

  func bytes() -> [UInt8]? {
    let graph = context.catalogue.graph
    let entries = context.catalogue.materials.prefix(Self.entryLimit)
    guard let xml = XMLWriter() else { return nil }
    xml.element("feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": context.configuration.language.rawValue]) {
      xml.element("title", text: context.configuration.title)
      if !context.configuration.description.isEmpty {
        xml.element("subtitle", text: context.configuration.description)
      }
      xml.element("id", text: baseURL)
      xml.element("link", ["rel": "alternate", "type": "text/html", "href": baseURL])
      xml.element("link", ["rel": "self", "type": "application/atom+xml", "href": baseURL + SitePlan.feed.path])
      xml.element("updated", text: Self.moment(entries.map { changed($0) }.max() ?? CalendarDate.blank))
      for id in entries { write(id, graph, xml) }
    }
    return xml.finish()
  }

  private func write(_ id: DocumentID, _ graph: SiteGraph, _ xml: borrowing XMLWriter) {
    guard let address = context.plan.address(of: id), let material = graph[id].material else { return }
    let authors = graph[id].targets(of: material.authors).filter(context.catalogue.isPublished)
    let directions = graph[id].targets(of: material.directions).filter(context.catalogue.isPublished)
    let url = baseURL + address.path
    func writeParts(_ xml: borrowing XMLWriter) {
      xml.element("title", text: graph[id].title)
      xml.element("id", text: url)
      xml.element("link", ["rel": "alternate", "type": "text/html", "href": url])
      xml.element("published", text: Self.moment(material.published.value))
      xml.element("updated", text: Self.moment(changed(id)))
      // Atom wants an author of every entry (§4.2.1).
      for name in authors.isEmpty ? [context.configuration.title] : authors.map({ graph[$0].title }) {
        xml.element("author") { xml.element("name", text: name) }
      }
      for direction in directions { xml.element("category", ["term": graph[direction].title]) }
      xml.element("summary", text: material.summary.value)
    }
    xml.element("entry") { writeParts(xml) }
  }

  private func changed(_ id: DocumentID) -> CalendarDate {
    guard let material = context.catalogue.graph[id].material else { return CalendarDate.blank }
    return material.updated?.value ?? material.published.value
  }

  /// Days have no hour, and the clock must not enter: midnight UTC.
  private static func moment(_ date: CalendarDate) -> String { date.iso + "T00:00:00Z" }
}
