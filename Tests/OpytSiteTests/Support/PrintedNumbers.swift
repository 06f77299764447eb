import Foundation

/// All numbers of a built site that count something, and the lists they lead to.
///
/// A number stands in an element with `data-count`. A link leads to its list, which has so many entries over all the
/// pages it runs through; what is no link stands at the head of its list; `data-of` names a class on the same page, for
/// what is not listed but seen, such as the empty cells of a table. Lists that are counted have `data-list`.
struct PrintedNumbers {
  private let pages: [String: PageTree]

  init(_ site: TemporarySite, _ folder: String = "public") throws {
    pages = try site.tree(folder).filter { $0.key.hasSuffix(".html") }.mapValues {
      PageTree(String(decoding: $0, as: UTF8.self))
    }
  }

  /// How many numbers were followed, and what is wrong with them.
  func walk() -> (count: Int, problems: [String]) {
    var count = 0
    var problems: [String] = []
    for (path, page) in pages.sorted(by: { $0.key < $1.key }) {
      for element in page.root.all {
        guard let value = element.attributes["data-count"] else { continue }
        count += 1
        let name = "\(path): «\(element.text)» (\(value))"
        guard let number = Int(value) else {
          problems.append("\(name) is no number")
          continue
        }
        let shown = element.text.contains(/[0-9]/) ? element.text : element.parent?.text ?? ""
        if !shown.matches(of: /[0-9]+/).contains(where: { $0.0 == value }) { problems.append("\(name) shows another") }
        problems += follow(element, number, path, page).map { "\(name) \($0)" }
      }
    }
    return (count, problems)
  }

  private func follow(_ element: PageTree.Element, _ number: Int, _ path: String, _ page: PageTree) -> [String] {
    if let name = element.attributes["data-of"] {
      let found = page.root.all.count { $0.attributes["class"]?.split(separator: " ").contains(name[...]) ?? false }
      return found == number ? [] : ["counts \(found) of .\(name)"]
    }
    var (target, fragment) = (path, String?.none)
    if let link = element.attributes["href"] {
      (target, fragment) = PageLinks.resolve(link, from: path)
      guard let place = pages[target]?.place(fragment) else { return ["leads nowhere: \(link)"] }
      if place.entries.isEmpty, number > 0 { return ["leads to no list: \(link)"] }
    } else {
      guard let section = element.ancestor(where: { $0.name == "section" || $0.name == "main" }) else {
        return ["stands at no list"]
      }
      fragment =
        section.name == "main"
        ? nil : section.attributes["id"] ?? section.all.lazy.compactMap { $0.attributes["id"] }.first
    }
    let entries = parts(of: target).flatMap { part in
      (pages[part]?.place(fragment)?.entries ?? []).compactMap { entry in
        entry.all.first { $0.name == "a" }?.attributes["href"].map { PageLinks.resolve($0, from: part).target }
          ?? entry.text
      }
    }
    var problems = entries.count == number ? [] : ["leads to a list of \(entries.count)"]
    if Set(entries).count != entries.count { problems.append("leads to a list with something twice") }
    return problems
  }

  /// The pages that a list runs through, from its first.
  private func parts(of path: String) -> [String] {
    func step(_ path: String, _ relation: String) -> String? {
      pages[path]?.root.all.first { $0.attributes["rel"] == relation }?.attributes["href"].map {
        PageLinks.resolve($0, from: path).target
      }
    }
    var first = path
    while let before = step(first, "prev") { first = before }
    var parts = [first]
    while let last = parts.last, let next = step(last, "next") { parts.append(next) }
    return parts
  }

  /// Numbers with the word of what they count that stand in no `data-count`.
  func unmarked(_ words: Set<String>) -> [String] {
    pages.sorted { $0.key < $1.key }.flatMap { path, page in
      page.root.all.filter { $0.children.isEmpty }.compactMap { element in
        guard element.attributes["data-count"] == nil,
          element.ancestor(where: { $0.attributes["data-count"] != nil }) == nil,
          let match = element.text.firstMatch(of: /[0-9]+\x{A0}([а-яё-]+)/), words.contains(String(match.1))
        else { return nil }
        return "\(path): \(match.0)"
      }
    }
  }
}
