import Foundation

/// The elements of a built page, read the simple way that our own output allows: every tag is lower case, every
/// attribute stands in quotes or has no value.
final class PageTree {
  final class Element {
    let name: String
    let attributes: [String: String]
    weak var parent: Element?
    fileprivate(set) var children: [Element] = []
    /// Its own text and that of what stands in it.
    fileprivate(set) var text = ""

    fileprivate init(_ name: String, _ attributes: [String: String], in parent: Element?) {
      self.name = name
      self.attributes = attributes
      self.parent = parent
    }

    /// Itself and all that stands in it, in document order.
    var all: [Element] { [self] + children.flatMap(\.all) }

    func ancestor(where isWanted: (Element) -> Bool) -> Element? {
      var element = parent
      while let candidate = element, !isWanted(candidate) { element = candidate.parent }
      return element
    }

    /// The entries of the lists that stand in it: what a number that leads here must have counted.
    var entries: [Element] {
      all.filter { $0.attributes["data-list"] != nil }.flatMap { list in list.children.filter { $0.name == "li" } }
    }
  }

  let root: Element
  private var byID: [String: Element] = [:]

  private static let void: Set<String> = ["meta", "link", "img", "br", "hr", "input", "path", "rect", "circle", "use"]

  init(_ html: String) {
    root = Element("", [:], in: nil)
    var open = [root]
    var rest = Substring(html)
    while let start = rest.firstIndex(of: "<") {
      let text = rest[..<start]
      if !text.isEmpty { for element in open { element.text += text } }
      guard let end = rest[start...].firstIndex(of: ">") else { break }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("!") { continue }
      if tag.hasPrefix("/") {
        if let index = open.lastIndex(where: { $0.name == tag.dropFirst() }), index > 0 {
          open.removeSubrange(index...)
        }
        continue
      }
      let element = Element(
        String(tag.prefix { $0 != " " && $0 != "/" && $0 != "\n" }), Self.attributes(tag), in: open.last)
      open.last?.children.append(element)
      if let id = element.attributes["id"] { byID[id] = element }
      if !Self.void.contains(element.name), !tag.hasSuffix("/") { open.append(element) }
    }
  }

  private static func attributes(_ tag: Substring) -> [String: String] {
    var attributes: [String: String] = [:]
    // Outside of the quotes stand the names; between them, the values.
    let parts = tag.split(separator: "\"", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() where index % 2 == 0 {
      let names = part.split(whereSeparator: \.isWhitespace).dropFirst(index == 0 ? 1 : 0)
      for name in names {
        if name.hasSuffix("="), parts.indices.contains(index + 1) {
          attributes[String(name.dropLast())] = String(parts[index + 1])
        } else {
          attributes[String(name)] = ""
        }
      }
    }
    return attributes
  }

  func all(_ name: String) -> [Element] { root.all.filter { $0.name == name } }

  func element(_ id: String) -> Element? { byID[id] }

  /// What a link to an id means: the list or section itself, or the section that the heading opens.
  func place(_ id: String?) -> Element? {
    guard let id else { return all("main").first }
    guard let element = element(id) else { return nil }
    return ["section", "div", "ul", "ol", "main"].contains(element.name)
      ? element : element.ancestor { $0.name == "section" || $0.name == "main" }
  }
}
