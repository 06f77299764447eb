import Foundation

/// The links and ids of a built page, read the simple way that our own output allows.
struct PageLinks {
  private let html: String

  init(_ html: String) { self.html = html }

  /// What `href` and `src` lead to inside the site.
  var inside: [String] {
    (values(of: "href") + values(of: "src")).filter { !$0.contains(":") }
  }

  var ids: Set<String> { Set(values(of: "id")) }

  private func values(of attribute: String) -> [String] {
    html.components(separatedBy: " \(attribute)=\"").dropFirst().compactMap { $0.components(separatedBy: "\"").first }
  }

  /// The file and the id that a link of `page` leads to.
  static func resolve(_ link: String, from page: String) -> (target: String, fragment: String?) {
    let parts = link.components(separatedBy: "#")
    // What stands behind a question mark is for a script.
    let address = parts[0].components(separatedBy: "?")[0]
    let path = address.removingPercentEncoding ?? address
    var folders = page.components(separatedBy: "/").dropLast()
    if path.isEmpty { return (page, parts.count > 1 ? parts[1] : nil) }
    for part in path.components(separatedBy: "/").dropLast() {
      if part == ".." { folders = folders.dropLast() } else { folders.append(part) }
    }
    let name = path.components(separatedBy: "/").last ?? ""
    return ((folders + [name]).joined(separator: "/"), parts.count > 1 ? parts[1] : nil)
  }
}
