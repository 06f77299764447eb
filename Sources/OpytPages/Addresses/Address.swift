package import OpytModel
import OpytNetwork
import OpytText

/// Where something stands in the built site, from its top: `proekty/ogorod-na-okne.html`.
package struct Address: Hashable, Sendable {
  package let path: String

  package init(_ path: String) { self.path = path }

  /// How many folders lead to it.
  fileprivate var depth: Int { path.utf8.count { $0 == UInt8(ascii: "/") } }

  package static let home = Address("index.html")

  /// Where the list of a kind begins.
  package static func list(of kind: Kind) -> Address { Address("\(kind.address)/index.html") }

  /// The page of a document.
  /// - Parameter name: the last part, without its ending.
  static func page(of kind: Kind, named name: String) -> Address {
    Address(kind.address.isEmpty ? "\(name).html" : "\(kind.address)/\(name).html")
  }

  /// Addresses that differ only in case are one file on Windows and macOS.
  var comparisonKey: String { path.lowercased() }

  /// The path by which search engines should know a page: folders without `index.html`.
  package var canonicalPath: String {
    path == "index.html" ? "" : path.hasSuffix("/index.html") ? String(path.dropLast("index.html".count)) : path
  }

  /// The folder of what belongs to a page: `proekty/ogorod-na-okne/` for `proekty/ogorod-na-okne.html`.
  var folder: String { path.dropLast("html".utf8.count + 1) + "/" }

  /// The name of a page's file: `ogorod-na-okne` for `proekty/ogorod-na-okne.html`.
  var name: String {
    let file = path.utf8.suffix(
      from: path.utf8.lastIndex(of: UInt8(ascii: "/")).map(path.utf8.index(after:)) ?? path.startIndex)
    return String(Substring(file.dropLast("html".utf8.count + 1)))
  }

  /// The same place with another ending: `sobytiya/krug.ics` for `sobytiya/krug.html`.
  func withEnding(_ ending: String) -> Address { Address(path.dropLast("html".utf8.count) + ending) }
}

/// The files of a site that are no pages and belong to no document.
package enum SiteFile {
  package static let feed = Address("feed.xml")
  package static let sitemap = Address("sitemap.xml")
  package static let robots = Address("robots.txt")
  package static let networkCalendar = Address("\(Kind.event.address)/kalendar.ics")
  static let assetsFolder = "assets"
  /// Of the pictures shown elsewhere beside links.
  static let picturesFolder = "kartinki"
  /// All materials as data, and what describes them.
  static let dataFolder = "dannye"
  package static let materialsJSON = Address("\(dataFolder)/materialy.json")
  package static let materialsCSV = Address("\(dataFolder)/materialy.csv")
  package static let materialsSchema = Address("\(dataFolder)/materialy.schema.json")
  package static let materialsTableSchema = Address("\(dataFolder)/materialy.csv-metadata.json")
  package static let searchFolder = "poisk"

  static func feed(of kind: Kind) -> Address { Address("\(kind.address)/feed.xml") }

  /// - Parameter part: of a long sitemap, from 1.
  package static func sitemap(part: Int) -> Address { Address("sitemap-\(part).xml") }

  /// An OAI static repository.
  /// - Parameter part: from 1.
  package static func repository(_ part: Int) -> Address {
    Address(part == 1 ? "\(dataFolder)/oai.xml" : "\(dataFolder)/oai-\(part).xml")
  }

  /// What one of them may hold (“Specification for an OAI Static Repository”, 1).
  package static let recordsOfRepository = 5_000

  /// All files of the folder of data but its page.
  static func data(materials: Int) -> [Address] {
    [materialsJSON, materialsCSV, materialsSchema, materialsTableSchema]
      + (0..<(materials + recordsOfRepository - 1) / recordsOfRepository).map { repository($0 + 1) }
  }
}

/// From where links are made.
package struct LinkBase: Hashable, Sendable {
  private enum Start: Hashable {
    case prefix(String)
    case site(SiteAddress)
    case nowhere
  }

  private let start: Start

  /// From a page of the site. The same output must work under any path and from a disk, so links are relative.
  init(page: Address) { start = .prefix(String(repeating: "../", count: page.depth)) }

  /// For a page that is shown at addresses it does not stand at (404): links from the server's root.
  init(rootPath: String) { start = .prefix(rootPath) }

  /// For what is read outside of the site, such as a letter: whole addresses, and none where the site's is not known.
  init(site: SiteAddress?) { start = site.map(Start.site) ?? .nowhere }

  func link(to address: Address, fragment: String? = nil) -> WebAddress? {
    let path = address.path + (fragment.map { "#" + $0 } ?? "")
    return switch start {
    case .prefix(let prefix): WebAddress(relative: prefix + path)
    case .site(let site): site.url(path)
    case .nowhere: nil
    }
  }

  /// Where a link leads that was made from here; nil for what is not in the site.
  func address(of link: WebAddress) -> Address? {
    guard case .prefix(let prefix) = start, link.text.hasPrefix(prefix) else { return nil }
    return Address(String(link.text.dropFirst(prefix.count).prefix { $0 != "#" }))
  }
}
