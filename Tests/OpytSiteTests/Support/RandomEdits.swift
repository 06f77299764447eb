import Foundation
import OpytPages
import OpytTheme

@testable import OpytSite

/// Random edits of a small site, the same for the same seed: texts, titles, references, deletions, renames, layouts,
/// strings and the configuration.
struct RandomEdits {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// From 0 up to, and without, `sides` (xorshift64*).
  mutating func roll(_ sides: Int) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % sides
  }

  private mutating func one(of files: [String]) -> String { files[roll(files.count)] }

  /// - Returns: what was done, for the failure's message.
  mutating func edit(_ site: TemporarySite) throws -> String {
    let materials = try site.documents(in: "cases") + site.documents(in: "projects")
    let number = roll(1000)
    switch roll(12) {
    case 0, 1:
      let file = one(of: materials)
      try site.change(file) { $0 + "\nСтрока \(number).\n" }
      return "text of \(file)"
    case 2:
      let file = one(of: materials)
      try site.change(file) { $0.replacing(/title: .*/, with: "title: Имя \(number)") }
      return "title of \(file)"
    case 3:
      let file = one(of: materials)
      let direction = one(of: ["sreda", "igra", "sreda, igra"])
      try site.change(file) { $0.replacing(/directions: .*/, with: "directions: [\(direction)]") }
      return "directions of \(file)"
    case 4:
      let file = one(of: materials)
      let others = try site.documents(in: "cases").map { $0.split(separator: "/")[2].split(separator: ".")[0] }
      let link = others.isEmpty ? "people/ilina" : "cases/\(others[roll(others.count)])"
      try site.change(file) { $0 + "\nСсылка на [другой](\(link)).\n" }
      return "a link in \(file)"
    case 5:
      try site.write(
        TemporarySite.material(title: "Новый \(number)", published: "2026-0\(1 + roll(9))-1\(roll(10))"),
        to: "content/cases/novyy-\(number).md")
      return "new case \(number)"
    case 6:
      let made = try site.documents(in: "cases").filter { $0.contains("novyy") }
      guard let file = made.first else { return "nothing to delete" }
      try FileManager.default.removeItem(atPath: site.path(file))
      return "deleted \(file)"
    case 7:
      let made = try site.documents(in: "cases").filter { $0.contains("novyy") }
      guard let file = made.last else { return "nothing to rename" }
      try? FileManager.default.moveItem(
        atPath: site.path(file), toPath: site.path("content/cases/novyy-imya-\(number).md"))
      return "renamed \(file)"
    case 8:
      let layout = one(of: ["person", "case", "home", "directory"])
      try site.write(
        RandomEdits.plainLayouts["layouts/\(layout).mustache"].map { $0 + "<i>\(number)</i>\n" } ?? "",
        to: "layouts/\(layout).mustache")
      return "layout \(layout)"
    case 9:
      try site.write("{\"home\": \"Начало \(number)\"}", to: "layouts/strings/ru.json")
      return "a string"
    case 10:
      try site.write(
        "{\"title\": \"Сеть \(number)\", \"report\": \(roll(2) == 0), \"base_url\": \"https://opyt.example/\"}",
        to: "site-config.json")
      return "the configuration"
    default:
      let status = one(of: ["draft", "piloting", "adopted"])
      let file = one(of: materials)
      try site.change(file) { text in
        let bare = text.replacing(/status: .*\n/, with: "")
        return bare.replacing("\nresults:", with: "\nstatus: \(status)\nresults:")
      }
      return "\(file) becomes \(status)"
    }
  }

  /// Layouts that print whole models of the pages that change most, and little of the others; in place of every other
  /// file of the theme next to nothing, so that a build is quick.
  static let plainLayouts: [String: String] = {
    let whole = ["home", "materials", "directory", "case", "project", "person", "direction", "kindergarten", "events"]
    var files: [String: String] = [:]
    for file in ThemeFile.builtIn {
      if file.path.hasSuffix(".mustache") { files["layouts/\(file.path)"] = "\n" }
      if file.path.hasSuffix(".css") { files["layouts/\(file.path)"] = "p { margin: 0 }\n" }
    }
    let roots = Set(SiteTheme.layoutRoots.map(\.name))
    let partials = ThemeFile.builtIn.map(\.path).filter { $0.hasSuffix(".mustache") }.map { $0.dropLast(9) }
      .filter { !roots.contains(String($0)) }
    for root in SiteTheme.layoutRoots {
      let isMail = root.name == "bulletin-mail"
      files["layouts/\(root.name).mustache"] =
        whole.contains(root.name) ? DumpLayout.text(for: root.type) : isMail ? "{{title}}\n" : "{{page.title}}\n"
    }
    // One page includes them all: a search for what unused ones may have meant takes its time.
    files["layouts/404.mustache", default: ""] += partials.map { "{{> \($0)}}\n" }.joined()
    return files
  }()
}

extension TemporarySite {
  /// The files of a kind that stand right in its folder.
  fileprivate func documents(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path("content/\(folder)")).filter { $0.hasSuffix(".md") }
      .sorted().map { "content/\(folder)/\($0)" }
  }
}
