import Foundation
package import OpytText

/// Writes the files of the new site into the staging folder. A file that is the same in the old site is not written
/// again but linked, so that its date stays and tools that copy only what changed have little to do.
package struct SiteWriter: Sendable {
  private let staging: String
  private let old: String?

  package init(_ folder: OutputFolder) {
    staging = folder.staging
    old = FileSystem.status(folder.path)?.type == .folder ? folder.path : nil
  }

  /// - Parameter paths: of all files that will be written, from the site's top.
  package func makeFolders(for paths: some Sequence<String>) throws(MachineFailure) {
    var made: Set<String> = []
    for path in paths {
      let folder = path.folderPath
      if !folder.isEmpty, made.insert(folder).inserted { try FileSystem.makeFolders(staging + "/" + folder) }
    }
  }

  /// - Parameter path: from the site's top; its folder was made.
  package func write(_ bytes: [UInt8], to path: String) throws(MachineFailure) {
    let target = staging + "/" + path
    if let old, isSame(bytes, old + "/" + path), link(old + "/" + path, target) == 0 { return }
    try FileSystem.write(bytes, to: target)
  }

  /// Writes a long file piece by piece.
  /// - Parameter path: from the site's top; its folder was made.
  /// - Returns: what was written.
  package func write(
    pieces: some Sequence<[UInt8]>, to path: String
  ) throws(MachineFailure) -> (size: Int, digest: Fingerprint) {
    let target = staging + "/" + path
    try FileSystem.write(pieces: pieces, to: target)
    let written = try FileSystem.digest(of: target)
    guard let old, let present = try? FileSystem.digest(of: old + "/" + path), present == written else {
      return written
    }
    // The same again: it takes the place of what was written in one step.
    let other = target + ".old"
    if link(old + "/" + path, other) == 0, rename(other, target) != 0 { unlink(other) }
    return written
  }

  private func isSame(_ bytes: [UInt8], _ path: String) -> Bool {
    guard let status = FileSystem.status(path), status.type == .file, status.size == bytes.count,
      let present = try? FileSystem.read(path)
    else { return false }
    return present == bytes
  }
}
