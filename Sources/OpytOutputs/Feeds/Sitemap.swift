import OpytCatalogue
import OpytModel
package import OpytNetwork
package import OpytPages
import OpytText

/// The list of all pages for search engines (sitemaps.org 0.9), and `robots.txt`.
package struct Sitemap: Sendable {
  /// What one file may hold (sitemaps.org, “Sitemaps FAQ”).
  package struct Limits: Sendable {
    var addresses = 50_000
    var bytes = 50_000_000

    package init() {}

    init(addresses: Int, bytes: Int = 50_000_000) {
      self.addresses = addresses
      self.bytes = bytes
    }
  }

  private struct Entry {
    let page: Address
    let modified: CalendarDate?
  }

  private let context: PresentationContext
  private let limits: Limits

  package init(_ context: PresentationContext, limits: Limits = Limits()) {
    self.context = context
    self.limits = limits
  }

  /// One file; where that would be too long, an index in its place, and the parts beside it: `sitemap-1.xml`. No document
  /// stands at the top of the site with such an ending.
  package func files(of site: SiteAddress) -> [PiecedFile] {
    let pages = context.plan.pages
    let parts = parts(site)
    if parts.count == 1, let part = parts.first {
      return [PiecedFile(SiteFile.sitemap) { bytes(of: pages[part], site) }]
    }
    let files = parts.enumerated().map { number, part in
      PiecedFile(SiteFile.sitemap(part: number + 1)) { bytes(of: pages[part], site) }
    }
    let addresses = files.map(\.address)
    return [PiecedFile(SiteFile.sitemap) { index(addresses, site) }] + files
  }

  /// Which of the pages stand in each file; one at least.
  private func parts(_ site: SiteAddress) -> [Range<Int>] {
    let pages = context.plan.pages
    // What stands around an address: its tags, and its day.
    let frame = site.url().text.utf8.count + 100
    var parts: [Range<Int>] = []
    var (start, count, size) = (0, 0, 0)
    for (index, page) in pages.enumerated() {
      guard entry(page) != nil else { continue }
      let length = page.address.path.utf8.count + frame
      if count == limits.addresses || (count > 0 && size + length > limits.bytes) {
        parts.append(start..<index)
        (start, count, size) = (index, 0, 0)
      }
      count += 1
      size += length
    }
    return parts + [start..<pages.count]
  }

  private func entry(_ page: any SitePage) -> Entry? {
    guard case .listed(let modified) = page.listing else { return nil }
    return Entry(page: page.address, modified: modified)
  }

  private static let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

  private func bytes(of pages: ArraySlice<any SitePage>, _ site: SiteAddress) -> [UInt8] {
    // Nil only when memory is exhausted.
    guard let xml = XMLWriter() else { return [] }
    xml.element("urlset", ["xmlns": Self.namespace]) {
      for page in pages {
        guard let entry = entry(page) else { continue }
        xml.element("url") {
          xml.element("loc", text: site.url(entry.page.canonicalPath).text)
          if let modified = entry.modified { xml.element("lastmod", text: modified.iso) }
        }
      }
    }
    return xml.finish()
  }

  private func index(_ parts: [Address], _ site: SiteAddress) -> [UInt8] {
    guard let xml = XMLWriter() else { return [] }
    xml.element("sitemapindex", ["xmlns": Self.namespace]) {
      for part in parts { xml.element("sitemap") { xml.element("loc", text: site.url(part.path).text) } }
    }
    return xml.finish()
  }

  package func robots() -> [UInt8] {
    guard context.catalogue.edition == .open else { return Array("User-agent: *\nDisallow: /\n".utf8) }
    var text = "User-agent: *\nAllow: /\n"
    if let site = context.configuration.baseURL { text += "Sitemap: \(site.url(SiteFile.sitemap.path).text)\n" }
    return Array(text.utf8)
  }
}
