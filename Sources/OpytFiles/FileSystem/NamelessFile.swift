import Foundation
import POSIXShims

/// A file for what memory has no room for: it has no name and is gone with the program, however that ends.
package struct NamelessFile {
  package let descriptor: Int32
  /// Where it takes up room.
  package let folder: String

  /// - Parameter folders: where it may stand, the best first; one that is missing, full or closed is passed over.
  package init(in folders: [String]) throws(MachineFailure) {
    var failure = MachineFailure("open", folders.first ?? "", code: ENOENT)
    for (index, folder) in folders.enumerated() {
      do throws(MachineFailure) {
        descriptor = try Self.open(folder)
        self.folder = folder
        return
      } catch {
        // Another folder has no more descriptors to give.
        if [EMFILE, ENFILE, ENOMEM].contains(error.code) { throw error }
        if index == 0 { failure = error }
      }
    }
    throw failure
  }

  private static func open(_ folder: String) throws(MachineFailure) -> Int32 {
    let descriptor = opyt_open_nameless(folder)
    if descriptor >= 0 { return descriptor }
    guard [EOPNOTSUPP, EISDIR, EINVAL, ENOENT].contains(errno) else {
      throw MachineFailure("open", folder, code: errno)
    }
    // Some file systems know only files with names.
    var name = Array((folder + "/opyt-bodies-XXXXXX").utf8CString)
    let named = mkstemp(&name)
    guard named >= 0 else { throw MachineFailure("mkstemp", folder, code: errno) }
    _ = fcntl(named, F_SETFD, FD_CLOEXEC)
    unlink(name)
    return named
  }
}
