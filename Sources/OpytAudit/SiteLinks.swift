import OpytDiagnostics
import OpytFiles
import OpytText

/// The links of all files, and whether there is something where they lead.
struct SiteLinks {
  private let files: [AuditedFile]
  private let folder: String
  private let index: [FilePath: Int]
  /// All files that are there, or should be.
  private let known: Set<FilePath>

  init(_ files: [AuditedFile], folder: String, known: Set<FilePath>) {
    self.files = files
    self.folder = folder
    self.known = known
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
    guard known.contains(link.target) else { return false }
    guard let id = link.id, let target = index[link.target] else { return true }
    return files[target].has(id)
  }

  /// Files are read once more to find the places: that happens to those with a mistake only.
  private func diagnostics(_ broken: [FileLinks.Link], in file: AuditedFile) -> [Diagnostic] {
    let bytes = (try? FileSystem.read(folder + "/" + file.path.text)) ?? []
    let places = TextPlaces(file: file.path.text, bytes: bytes)
    var found = DiagnosticCollector()
    for link in broken {
      if let id = link.id, known.contains(link.target) {
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
