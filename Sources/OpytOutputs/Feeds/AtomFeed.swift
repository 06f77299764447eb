import OpytDiagnostics
package import OpytNetwork
package import OpytPages
import OpytText

/// Feeds as Atom (RFC 4287).
package struct AtomFeed {
  private let context: PresentationContext
  private let site: SiteAddress

  package init(_ context: PresentationContext, of site: SiteAddress) {
    self.context = context
    self.site = site
  }

  /// Nil only when memory is exhausted.
  package func bytes(of feed: SitePlan.Feed) -> [UInt8]? {
    guard let xml = XMLWriter() else { return nil }
    let contents = FeedContents(of: feed, context, site)
    xml.element("feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": context.configuration.language.rawValue]) {
      xml.element("title", text: contents.title)
      if !contents.subtitle.isEmpty { xml.element("subtitle", text: contents.subtitle) }
      xml.element("id", text: contents.page)
      xml.element("link", ["rel": "alternate", "type": "text/html", "href": contents.page])
      xml.element("link", ["rel": "self", "type": "application/atom+xml", "href": site.url(feed.atom.path).text])
      xml.element("updated", text: contents.updated)
      for entry in contents.entries { write(entry, xml) }
    }
    return xml.finish()
  }

  private func write(_ entry: FeedContents.Entry, _ xml: borrowing XMLWriter) {
    func writeParts(_ xml: borrowing XMLWriter) {
      xml.element("title", text: entry.title)
      xml.element("id", text: entry.url)
      xml.element("link", ["rel": "alternate", "type": "text/html", "href": entry.url])
      xml.element("published", text: entry.published)
      xml.element("updated", text: entry.updated)
      for name in entry.authors { xml.element("author") { xml.element("name", text: name) } }
      for category in entry.categories { xml.element("category", ["term": category]) }
      xml.element("summary", text: entry.summary)
    }
    xml.element("entry") { writeParts(xml) }
  }
}
