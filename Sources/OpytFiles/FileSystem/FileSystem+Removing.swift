import Foundation

/// A path as the system takes it: names in a folder that others have written to need not be UTF-8.
struct RawPath {
  /// Ended by a NUL.
  let bytes: [CChar]

  init(_ path: String) { bytes = Array(path.utf8CString) }

  private init(bytes: [CChar]) { self.bytes = bytes }

  /// The path of what stands in this folder.
  func appending(_ entry: FileSystem.Entry) -> RawPath {
    RawPath(bytes: bytes.dropLast() + [CChar(bitPattern: UInt8(ascii: "/"))] + entry.rawName)
  }

  /// For people to read.
  var text: String { String(decoding: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self) }
}

extension FileSystem {
  /// Removes a folder and all in it, without following links out of it. What fails once is tried once more, after all
  /// else is gone: a disk may be slow to answer, or somebody may have put a file into the folder.
  package static func removeTree(_ path: String) throws(MachineFailure) {
    let path = RawPath(path)
    do throws(MachineFailure) {
      try remove(path)
    } catch {
      try remove(path)
    }
  }

  private static func remove(_ path: RawPath) throws(MachineFailure) {
    var info = stat()
    guard lstat(path.bytes, &info) == 0 else {
      let code = errno
      if code == ENOENT { return }
      throw MachineFailure("lstat", path.text, code: code)
    }
    if info.st_mode & S_IFMT != S_IFDIR {
      guard unlink(path.bytes) == 0 || errno == ENOENT else {
        throw MachineFailure("unlink", path.text, code: errno)
      }
      return
    }
    // Whatever can be removed is: one failure must not leave a whole site behind.
    var failure: MachineFailure?
    do throws(MachineFailure) {
      for entry in try accessibleEntries(of: path) {
        do throws(MachineFailure) {
          try remove(path.appending(entry))
        } catch {
          failure = failure ?? error
        }
      }
    } catch {
      failure = error
    }
    guard rmdir(path.bytes) == 0 || errno == ENOENT else {
      throw failure ?? MachineFailure("rmdir", path.text, code: errno)
    }
  }

  /// What stands in a folder, also where its permissions were taken away.
  private static func accessibleEntries(of folder: RawPath) throws(MachineFailure) -> [Entry] {
    do throws(MachineFailure) {
      return try entries(of: folder)
    } catch {
      guard error.code == EACCES, chmod(folder.bytes, 0o700) == 0 else { throw error }
      return try entries(of: folder)
    }
  }
}
