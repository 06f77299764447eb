import OpytText

/// Where something stands in the built site, from its top: `proekty/ogorod-na-okne.html`.
struct Address: Hashable, Sendable {
  let path: String

  init(_ path: String) { self.path = path }

  /// How many folders lead to it.
  private var depth: Int { path.utf8.count { $0 == UInt8(ascii: "/") } }

  /// What leads from here to the site's top: `../`.
  var prefixToTop: String { String(repeating: "../", count: depth) }

  /// Addresses that differ only in case are one file on Windows and macOS.
  var comparisonKey: String { path.lowercased() }
}

/// From which page a link is made. The same output must work under any path and from a disk, so links are relative.
struct LinkBase: Hashable, Sendable {
  private let prefix: String

  init(page: Address) { prefix = page.prefixToTop }

  /// For a page that is shown at addresses it does not stand at (404): links from the server's root.
  init(rootPath: String) { prefix = rootPath }

  func link(to address: Address, fragment: String? = nil) -> WebAddress {
    WebAddress(relative: prefix + address.path + (fragment.map { "#" + $0 } ?? ""))
  }
}
