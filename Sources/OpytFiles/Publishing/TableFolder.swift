import Foundation

/// A folder that holds a few files of known names and nothing else, so that nobody's work is ever written over.
package struct TableFolder: Sendable {
  /// Why nothing is written here.
  package enum Refusal: Error {
    /// Something in it is not ours: its name.
    case foreign(String)
    case notAFolder
    /// The site's own sources, a home folder, the root.
    case dangerous
    case failure(MachineFailure)
  }

  package let path: String

  /// Checks the folder, which need not exist yet, and changes nothing.
  /// - Parameters:
  ///   - path: absolute.
  ///   - names: the files that may be replaced.
  ///   - sources: absolute paths of folders that must not be written into.
  package init(path: String, names: [String], sources: [String]) throws(Refusal) {
    self.path = path
    guard OutputFolder.isHarmless(path, sources: sources) else { throw .dangerous }
    guard let status = FileSystem.status(path, followingLinks: true) else { return }
    guard status.type == .folder else { throw .notAFolder }
    let entries: [FileSystem.Entry]
    do throws(MachineFailure) {
      entries = try FileSystem.entries(of: path)
    } catch {
      throw .failure(error)
    }
    if let foreign = entries.first(where: { !Self.isOurs($0.name, in: path, names) }) {
      throw .foreign(foreign.name ?? "?")
    }
  }

  /// Writes all files under temporary names first: a full disk leaves the old ones as they are.
  package func write(_ files: [(name: String, bytes: [UInt8])]) throws(MachineFailure) {
    try FileSystem.makeFolders(path)
    try removeLeftovers(of: files.map(\.name))
    var staged: [StagedFile] = []
    do throws(MachineFailure) {
      for file in files { staged.append(try StagedFile(file.bytes, for: path + "/" + file.name)) }
      for file in staged { try file.commit() }
    } catch {
      for file in staged { file.discard() }
      throw error
    }
  }

  private static func isOurs(_ name: String?, in path: String, _ names: [String]) -> Bool {
    guard let name, FileSystem.status(path + "/" + name)?.type == .file else { return false }
    return names.contains { name == $0 || name.hasPrefix(StagedFile.temporaryPrefix(of: $0)) }
  }

  /// What a run left that was cut off.
  private func removeLeftovers(of names: [String]) throws(MachineFailure) {
    for entry in try FileSystem.entries(of: path) {
      guard let name = entry.name, names.contains(where: { name.hasPrefix(StagedFile.temporaryPrefix(of: $0)) }) else {
        continue
      }
      let leftover = path + "/" + name
      guard unlink(leftover) == 0 || errno == ENOENT else { throw MachineFailure("unlink", leftover, code: errno) }
    }
  }
}
