import Foundation
import OpytText

/// A file that appears whole or not at all: it is written under a temporary name, brought to the disk, then renamed.
package struct StagedFile: Sendable {
  private let path: String
  private let temporary: String

  /// - Parameter path: absolute; its folder must be there.
  package init(_ bytes: [UInt8], for path: String) throws(MachineFailure) {
    self.path = path
    temporary = "\(path.folderPath)/\(Self.temporaryPrefix(of: path.fileName))\(getpid())"
    Self.removeLeftovers(of: path)
    do throws(MachineFailure) {
      try FileSystem.write(bytes, to: temporary)
      try Self.sync(temporary)
    } catch {
      discard()
      throw error
    }
  }

  /// Puts the file in its place. Whatever stood there before is replaced.
  package func commit() throws(MachineFailure) {
    guard rename(temporary, path) == 0 else { throw MachineFailure("rename", path, code: errno) }
  }

  /// Removes it; what stands in its place stays.
  package func discard() { unlink(temporary) }

  /// Removes what runs left that were cut off, one of this one's number among them. What can't be removed is in nobody's
  /// way.
  private static func removeLeftovers(of path: String) {
    let (folder, prefix) = (path.folderPath, temporaryPrefix(of: path.fileName))
    for entry in (try? FileSystem.entries(of: folder)) ?? [] {
      guard let name = entry.name, name.hasPrefix(prefix), let id = pid_t(name.dropFirst(prefix.count)), id > 0,
        id == getpid() || (kill(id, 0) != 0 && errno == ESRCH)
      else { continue }
      unlink(folder + "/" + name)
    }
  }

  /// What the temporary names of a file begin with; the process's id follows.
  static func temporaryPrefix(of name: String) -> String { ".\(name).opyt-" }

  /// Else a power cut could leave an empty file behind the new name.
  private static func sync(_ path: String) throws(MachineFailure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw MachineFailure("open", path, code: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw MachineFailure("fsync", path, code: errno) }
  }
}
