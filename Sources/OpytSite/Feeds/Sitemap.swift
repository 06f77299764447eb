import OpytModel

/// The list of all pages for search engines (sitemaps.org 0.9), and `robots.txt`.
struct Sitemap {
  private let context: PresentationContext

  init(_ context: PresentationContext) {
    self.context = context
  }

  /// - Parameter baseURL: the site's absolute address, with a `/` at its end.
  func bytes(baseURL: String) -> [UInt8]? {
    guard let xml = XMLWriter() else { return nil }
    xml.element("urlset", ["xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"]) {
      for page in context.plan.pages {
        guard let modified = lastModified(page.content) else { continue }
        xml.element("url") {
          xml.element("loc", text: baseURL + page.address.canonicalPath)
          if let date = modified { xml.element("lastmod", text: date.iso) }
        }
      }
    }
    return xml.finish()
  }

  /// Nil for a page that is not to be found; a page without a date of its own has none.
  private func lastModified(_ content: SitePlan.Content) -> CalendarDate?? {
    switch content {
    case .notFound, .redirect: return nil
    case .document(let id):
      let material = context.catalogue.graph[id].material
      return .some(material?.updated?.value ?? material?.published.value)
    default: return .some(nil)
    }
  }

  func robots() -> [UInt8] {
    var text = "User-agent: *\nAllow: /\n"
    if let baseURL = context.configuration.baseURL { text += "Sitemap: \(baseURL)\(SitePlan.sitemap.path)\n" }
    return Array(text.utf8)
  }
}
