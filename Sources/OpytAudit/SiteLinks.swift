import OpytDiagnostics
import OpytFiles
import OpytText

/// The links of all files, and whether there is something where they lead.
struct SiteLinks {
  private let files: [AuditedFile]
  private let folder: String
  private let index: [FilePath: Int]
  /// What should be there: that it is not, is told once.
  private let missing: Set<FilePath>

  init(_ files: [AuditedFile], folder: String, missing: Set<FilePath>) {
    self.files = files
    self.folder = folder
    self.missing = missing
    index = Dictionary(files.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func diagnostics() -> [Diagnostic] {
    var all: [Diagnostic] = []
    for file in files {
      let broken = file.links.filter { !leadsSomewhere($0) }
      if !broken.isEmpty { all += diagnostics(broken, in: file) }
    }
    return all
  }

  private func leadsSomewhere(_ link: FileLinks.Link) -> Bool {
    guard let target = index[link.target] else { return missing.contains(link.target) }
    return link.id.map { files[target].has($0) } ?? true
  }

  /// Files are read once more to find the places: that happens to those with a mistake only.
  private func diagnostics(_ broken: [FileLinks.Link], in file: AuditedFile) -> [Diagnostic] {
    let bytes = (try? FileSystem.read(folder + "/" + file.path.text)) ?? []
    let places = TextPlaces(file: file.path.text, bytes: bytes)
    var found = DiagnosticCollector()
    for link in broken {
      if let id = link.id, index[link.target] != nil {
        found.tell(
          .anchorUnresolved,
          .anchorBroken(link.written, id, in: link.target, at: link.place.location(of: link.written, in: places)))
      } else {
        found.tell(
          .linkUnresolved,
          .linkBroken(link.written, to: link.target, at: link.place.location(of: link.written, in: places)))
      }
    }
    return found.diagnostics
  }
}
