import OpytCatalogue
import OpytModel
package import OpytNetwork
package import OpytPages
import OpytText

/// The list of all pages for search engines (sitemaps.org 0.9), and `robots.txt`.
package struct Sitemap {
  private let context: PresentationContext

  package init(_ context: PresentationContext) {
    self.context = context
  }

  /// Nil only when memory is exhausted.
  package func bytes(of site: SiteAddress) -> [UInt8]? {
    guard let xml = XMLWriter() else { return nil }
    xml.element("urlset", ["xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"]) {
      for page in context.plan.pages {
        guard case .listed(let modified) = page.listing else { continue }
        xml.element("url") {
          xml.element("loc", text: site.url(page.address.canonicalPath).text)
          if let modified { xml.element("lastmod", text: modified.iso) }
        }
      }
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
