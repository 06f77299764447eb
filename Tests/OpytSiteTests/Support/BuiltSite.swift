import Foundation
import OpytDiagnostics
import OpytText

@testable import OpytAudit
@testable import OpytFiles
@testable import OpytSite

/// A published site of one document of every kind, in a folder of its own, to plant faults in.
final class BuiltSite {
  /// Built once for all tests.
  private static let files = Result {
    let site = try TemporarySite.allKinds()
    _ = try site.build { $0.baseURL = "https://opyt.example/" }
    return try site.tree()
  }

  private let site: TemporarySite
  let folder: String

  init() throws {
    site = try TemporarySite(basedOn: [:])
    folder = site.path("копия сайта")
    for (path, data) in try Self.files.get() { try site.write(Array(data), to: "копия сайта/" + path) }
  }

  func path(_ name: String) -> String { folder + "/" + name }

  func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path(name)))) }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  func write(_ bytes: [UInt8], to name: String) throws { try Data(bytes).write(to: URL(filePath: path(name))) }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

  /// - Parameter old: must be there.
  func replace(_ old: String, with new: String, in name: String) throws {
    let text = try text(name)
    guard let range = text.range(of: old) else { throw CocoaError(.fileReadCorruptFile) }
    try write(text.replacingCharacters(in: range, with: new), to: name)
  }

  /// Puts markup at the end of a page's main part.
  func insert(_ markup: String, in name: String = "index.html") throws {
    try replace("</main>", with: markup + "\n</main>", in: name)
  }

  /// Writes the manifest anew, as if the site had been built so.
  func sign() throws {
    var entries: [SiteManifest.Entry] = []
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) where !name.hasPrefix(".opyt-") {
      guard let status = FileSystem.status(path(name)), status.type == .file else { continue }
      entries.append(.init(path: name, size: status.size, digest: Fingerprint(of: try bytes(name))))
    }
    try write(SiteManifest(entries).bytes, to: SiteManifest.fileName)
  }

  func audit(address: String? = nil) throws -> SiteAudit.Result {
    try SiteAudit(of: folder, address: address, workers: Workers(count: 3), interruption: Interruption()).run()
  }

  /// What is told, as `file code`, sorted, each entry of the report once.
  func findings(address: String? = nil) throws -> [String] {
    DiagnosticReport(try audit(address: address).diagnostics, fileCount: 0).entries.map {
      "\($0.diagnostic.location.file) \($0.diagnostic.code.rawValue)"
    }.sorted()
  }

  /// What is told of copies of the first page, each with a fault of its own: the codes, sorted. They stand in one site,
  /// since to build and to audit it takes more time than to read a page.
  static func codes(_ edits: [(String) throws -> [UInt8]]) throws -> [[String]] {
    let site = try BuiltSite()
    let page = try site.text("index.html")
    func name(_ index: Int) -> String { "kopiya-\(index).html" }
    for (index, edit) in edits.enumerated() { try site.write(try edit(page), to: name(index)) }
    try site.sign()
    let told = Dictionary(grouping: try site.audit().diagnostics, by: \.location.file)
    guard told.count <= edits.count, told.keys.allSatisfy({ $0.hasPrefix("kopiya-") }) else {
      throw CocoaError(.fileReadCorruptFile)
    }
    return edits.indices.map { (told[name($0)] ?? []).map(\.code.rawValue).sorted() }
  }

  /// The same, with markup at the end of the main part.
  static func codes(inserting markups: [String]) throws -> [[String]] {
    try codes(markups.map { markup in { Array($0.replacing("</main>", with: markup + "\n</main>").utf8) } })
  }
}
