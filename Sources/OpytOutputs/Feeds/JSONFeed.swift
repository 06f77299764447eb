import Foundation
import OpytDiagnostics
package import OpytNetwork
package import OpytPages
import OpytText

/// Feeds as JSON Feed 1.1 (jsonfeed.org), for programs that read no XML.
package struct JSONFeed {
  private struct File: Encodable {
    let version = "https://jsonfeed.org/version/1.1"
    let title: String
    let description: String?
    let homePage: String
    let feed: String
    let language: String
    let items: [Item]

    enum CodingKeys: String, CodingKey {
      case version, title, description, language, items
      case homePage = "home_page_url"
      case feed = "feed_url"
    }
  }

  private struct Item: Encodable {
    struct Author: Encodable { let name: String }

    let id: String
    let url: String
    let title: String
    let text: String
    let published: String
    let modified: String
    let authors: [Author]
    let tags: [String]?

    enum CodingKeys: String, CodingKey {
      case id, url, title, authors, tags
      case text = "content_text"
      case published = "date_published"
      case modified = "date_modified"
    }
  }

  private let context: PresentationContext
  private let site: SiteAddress

  package init(_ context: PresentationContext, of site: SiteAddress) {
    self.context = context
    self.site = site
  }

  package func bytes(of feed: SitePlan.Feed) -> [UInt8] {
    let contents = FeedContents(of: feed, context, site)
    let file = File(
      title: contents.title, description: contents.subtitle.isEmpty ? nil : contents.subtitle, homePage: contents.page,
      feed: site.url(feed.json.path).text, language: context.configuration.language.rawValue,
      items: contents.entries.map { entry in
        Item(
          id: entry.url, url: entry.url, title: entry.title, text: entry.summary, published: entry.published,
          modified: entry.updated, authors: entry.authors.map(Item.Author.init),
          tags: entry.categories.isEmpty ? nil : entry.categories)
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Texts and lists of them are always encoded. Nothing begins a tag, even where a server tells a wrong type.
    let encoded = (try? encoder.encode(file)) ?? Data()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(encoded.count)
    for part in encoded.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false) {
      if part.startIndex > encoded.startIndex { bytes += Array(#"\u003C"#.utf8) }
      bytes += part
    }
    return bytes
  }
}
