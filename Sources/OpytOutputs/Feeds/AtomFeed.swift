import OpytCatalogue
import OpytDiagnostics
import OpytModel
package import OpytNetwork
package import OpytPages
import OpytText

/// The newest materials, and the issues of the bulletin, as Atom feeds (RFC 4287).
package struct AtomFeed {
  private let context: PresentationContext
  private let site: SiteAddress

  private static let entryLimit = 30

  private struct Entry {
    let title: String
    let address: Address
    let published: CalendarDate
    let updated: CalendarDate
    let authors: [DocumentID]
    let categories: [DocumentID]
    let summary: String
  }

  package init(_ context: PresentationContext, of site: SiteAddress) {
    self.context = context
    self.site = site
  }

  /// Nil only when memory is exhausted.
  package func materials() -> [UInt8]? {
    bytes(
      title: context.configuration.title, subtitle: context.configuration.description, page: .home,
      feed: SiteFile.feed, context.catalogue.materials.prefix(Self.entryLimit).compactMap(material))
  }

  package func bulletins() -> [UInt8]? {
    let title = "\(context.strings.text(.list(.bulletin))). \(context.configuration.title)"
    return bytes(
      title: title, subtitle: "", page: .list(of: .bulletin), feed: SiteFile.bulletinFeed,
      context.catalogue.ids(of: .bulletin).prefix(Self.entryLimit).compactMap(bulletin))
  }

  private func material(_ id: DocumentID) -> Entry? {
    let document = context.catalogue.graph[id]
    guard let address = context.plan.address(of: id), let material = document.material else { return nil }
    return Entry(
      title: document.title, address: address, published: material.published.value,
      updated: material.lastChange?.value ?? material.published.value, authors: document.targets(of: material.authors),
      categories: document.targets(of: material.directions), summary: material.summary.value)
  }

  private func bulletin(_ id: DocumentID) -> Entry? {
    let document = context.catalogue.graph[id]
    guard let address = context.plan.address(of: id), let bulletin = document.entity as? Bulletin else { return nil }
    return Entry(
      title: document.title, address: address, published: bulletin.end.value, updated: bulletin.end.value,
      authors: document.targets(of: bulletin.editors), categories: [], summary: document.decoded.excerpt)
  }

  private func bytes(title: String, subtitle: String, page: Address, feed: Address, _ entries: [Entry]) -> [UInt8]? {
    guard let xml = XMLWriter() else { return nil }
    xml.element("feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": context.configuration.language.rawValue]) {
      xml.element("title", text: words(title))
      if !subtitle.isEmpty { xml.element("subtitle", text: words(subtitle)) }
      xml.element("id", text: site.url(page.canonicalPath).text)
      xml.element("link", ["rel": "alternate", "type": "text/html", "href": site.url(page.canonicalPath).text])
      xml.element("link", ["rel": "self", "type": "application/atom+xml", "href": site.url(feed.path).text])
      xml.element("updated", text: Self.moment(entries.map(\.updated).max() ?? CalendarDate.blank))
      for entry in entries { write(entry, xml) }
    }
    return xml.finish()
  }

  private func write(_ entry: Entry, _ xml: borrowing XMLWriter) {
    let graph = context.catalogue.graph
    let authors = entry.authors.filter(context.catalogue.isPublished).map { graph[$0].title }
    let url = site.url(entry.address.path).text
    func writeParts(_ xml: borrowing XMLWriter) {
      xml.element("title", text: words(entry.title))
      xml.element("id", text: url)
      xml.element("link", ["rel": "alternate", "type": "text/html", "href": url])
      xml.element("published", text: Self.moment(entry.published))
      xml.element("updated", text: Self.moment(entry.updated))
      // Atom wants an author of every entry (§4.2.1).
      for name in authors.isEmpty ? [context.configuration.title] : authors {
        xml.element("author") { xml.element("name", text: words(name)) }
      }
      for category in entry.categories.filter(context.catalogue.isPublished) {
        xml.element("category", ["term": graph[category].title])
      }
      xml.element("summary", text: words(entry.summary))
    }
    xml.element("entry") { writeParts(xml) }
  }

  /// Readers of feeds show them as pages do.
  private func words(_ text: String) -> String { context.configuration.language.typography.words(text) }

  /// Days have no hour, and the clock must not enter: midnight UTC.
  private static func moment(_ date: CalendarDate) -> String { date.iso + "T00:00:00Z" }
}
