import Foundation
import OpytDiagnostics
import OpytModel

@testable import OpytFiles
@testable import OpytNetwork
@testable import OpytOutputs
@testable import OpytPages
@testable import OpytSite

/// A site in a folder of its own that is gone with the test.
final class TemporarySite {
  let folder: String
  var day = BuildDay.day(TemporarySite.today)

  /// - Parameter files: contents by path; a nil value leaves a file of ``TemporarySite/network`` out.
  init(_ files: KeyValuePairs<String, String?> = [:], basedOn base: [String: String] = TemporarySite.network) throws {
    folder = NSTemporaryDirectory() + "opyt-test-\(UUID().uuidString)"
    var all = base
    for (path, text) in files { all[path] = text }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (path, text) in all { try write(text, to: path) }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { folder + "/" + name }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    let parent = (path(name) as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: path(name)))
  }

  func write(_ files: [String: String]) throws {
    for (name, text) in files { try write(text, to: name) }
  }

  func change(_ name: String, _ edit: (String) -> String) throws { try write(edit(try read(name)), to: name) }

  /// A site of the same sources that was never built.
  static func copy(of site: TemporarySite) throws -> TemporarySite {
    let copy = try TemporarySite([:], basedOn: [:])
    copy.day = site.day
    for name in try FileManager.default.contentsOfDirectory(atPath: site.folder)
    where !name.hasPrefix(".") && name != "public" {
      try FileManager.default.copyItem(atPath: site.path(name), toPath: copy.path(name))
    }
    return copy
  }

  func read(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  /// The same as people read and copy it: blanks that don't break as blanks, without soft hyphens.
  func words(_ name: String) throws -> String { try read(name).asWritten }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// Every file below a folder with its bytes.
  func tree(_ name: String = "public") throws -> [String: Data] {
    var tree: [String: Data] = [:]
    for entry in try FileManager.default.subpathsOfDirectory(atPath: path(name)) {
      var isFolder: ObjCBool = false
      let file = path(name) + "/" + entry
      if FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue {
        tree[entry] = try Data(contentsOf: URL(filePath: file))
      }
    }
    return tree
  }

  /// The day that sites are built on where a test says no other.
  static let today = CalendarDate(year: 2026, month: 6, day: 1) ?? .blank

  var options: SiteBuilder.Options {
    var options = SiteBuilder.Options(today: day)
    options.siteFolder = folder
    return options
  }

  func build(_ change: (inout SiteBuilder.Options) -> Void = { _ in }) throws -> SiteBuilder.Outcome {
    var options = options
    change(&options)
    return try SiteBuilder(options).buildSharingTheme()
  }

  /// What `check` finds, as `path:line:column code severity suggestion`.
  func problems(on day: BuildDay? = nil) throws -> [String] {
    var options = options
    if let day { options.today = day }
    return try SiteBuilder(options).checkSharingTheme().report.entries.map { $0.diagnostic.line }
  }
}

extension Diagnostic {
  /// `content/projects/a.md:7:14 reference-unresolved error sreda`
  var line: String {
    let place = location.range.map { ":\($0.start.line):\($0.start.column)" } ?? ""
    let suggestion = suggestion.map { " \($0.value)" } ?? ""
    return "\(location.file)\(place) \(code.rawValue) \(severity.rawValue)\(suggestion)"
  }
}

extension TemporarySite {
  static let configuration = #"{"title": "Проверочная сеть", "base_url": "https://opyt.example/"}"#

  /// The smallest network without any problem.
  static let network: [String: String] = [
    "site-config.json": configuration,
    "content/kindergartens/sad-5.md": """
    ---
    title: Детский сад № 5
    number: 5
    municipality: Зареченск
    joined: 2024-09-01
    ---
    """,
    "content/directions/sreda.md": """
    ---
    title: Среда – третий учитель
    summary: Как устроено пространство.
    ---
    """,
    "content/people/ilina.md": """
    ---
    title: Ильина Марина Сергеевна
    position: воспитатель
    kindergarten: sad-5
    consent: С-1
    ---
    """,
    "content/cases/ssora.md": material(title: "Ссора"),
  ]

  /// A methodical case, the kind with the fewest fields.
  static func material(
    title: String, published: String = "2026-03-12", fields: String = "", body: String = "Текст.\n"
  ) -> String {
    """
    ---
    title: \(title)
    summary: О чём это.
    why: Затем.
    authors: [ilina]
    kindergartens: [sad-5]
    directions: [sreda]
    audience: [дети]
    published: \(published)
    results: [Получилось]
    situation: Случилось вот что.
    questions: [Что делать?]
    \(fields.isEmpty ? "" : fields + "\n")---

    \(body)
    """
  }
}

extension TemporarySite {
  static func project(title: String, fields: String = "") -> String {
    material(
      title: title,
      fields: """
        goal: Цель.
        tasks: [Посеять]
        type: исследовательский
        start: 2025-10-01
        end: 2026-03-01
        problem: Проблема.
        stages: [{title: Подготовка}]
        product: [Дневник]\(fields.isEmpty ? "" : "\n" + fields)
        """
    ).replacing("situation: Случилось вот что.\nquestions: [Что делать?]\n", with: "")
  }

  /// One document of every kind with every field.
  static func allKinds() throws -> TemporarySite {
    let fixture = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/all-kinds")
    let site = try TemporarySite(basedOn: [:])
    site.day = .day(try CalendarDate(parsing: "2026-04-01"))
    try FileManager.default.removeItem(atPath: site.folder)
    try FileManager.default.copyItem(at: fixture, to: URL(filePath: site.folder))
    // Its name is not ASCII: it would not stand every check-out.
    try site.write("%PDF-1.4\n", to: "content/projects/ogorod/Дневник.pdf")
    return site
  }
}

extension BuildDay {
  /// A day as tests write it, `2026-03-12`; a day long ago where that is none.
  static func on(_ text: String) -> BuildDay { .day((try? CalendarDate(parsing: text)) ?? .blank) }
}

extension String {
  /// Without what typography adds for the eye: no-break spaces are blanks, and soft hyphens are gone.
  var asWritten: String { replacing("\u{A0}", with: " ").replacing("\u{AD}", with: "") }
}
