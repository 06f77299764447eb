import OpytDiagnostics
import OpytFiles
import OpytText

/// What stands in a folder, without looking into files or following links.
struct FolderContents {
  struct File: Sendable {
    let path: FilePath
    let status: FileSystem.Status
  }

  /// All but folders, in order.
  private(set) var files: [File] = []
  /// What could not be looked at.
  private(set) var diagnostics = DiagnosticCollector()

  /// - Parameter folder: absolute.
  init(of folder: String) throws(MachineFailure) {
    // A stack of its own: nobody knows how deep folders may lie.
    var folders = [""]
    while let inner = folders.popLast() {
      let entries: [FileSystem.Entry]
      do throws(MachineFailure) {
        entries = try FileSystem.entries(of: folder + "/" + inner)
      } catch {
        guard !inner.isEmpty, !error.isOfMachine else { throw error }
        diagnostics.tell(.fileUnreadable, .unreadable(inner, error.explanation))
        continue
      }
      for entry in entries {
        guard let name = entry.name else {
          let shown = String(decoding: entry.rawName.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
          diagnostics.tell(.nameInvalid, .nameNotUTF8(inner + shown))
          continue
        }
        let path = inner + name
        // What vanishes meanwhile is not there.
        guard let status = try FileSystem.checkedStatus(folder + "/" + path) else { continue }
        if status.type == .folder {
          folders.append(path + "/")
        } else {
          files.append(File(path: FilePath(path), status: status))
        }
      }
    }
    files.sort { $0.path.text.utf8.lexicographicallyPrecedes($1.path.text.utf8) }
  }
}
