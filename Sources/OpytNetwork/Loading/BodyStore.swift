import Foundation
import OpytFiles
import OpytMarkup
import Synchronization

/// Keeps the HTML of all texts out of memory between reading and rendering, in a file without a name that
/// vanishes with the program. Memory then grows with the number of materials, not with their length.
final class BodyStore: Sendable {
  /// Where a text's HTML is.
  struct Handle: Sendable {
    fileprivate let offset: Int
    fileprivate let count: Int
    let holes: [BodyHTML.Hole]
  }

  private let file: NamelessFile
  private let end = Atomic(0)

  /// - Parameter siteFolder: takes the file where the system has no place for it.
  init(siteFolder: String) throws(MachineFailure) {
    let temporary = NSTemporaryDirectory()
    let folder = temporary.count > 1 && temporary.hasSuffix("/") ? String(temporary.dropLast()) : temporary
    file = try NamelessFile(in: [folder, "/tmp", "/var/tmp", siteFolder])
  }

  deinit { close(file.descriptor) }

  func add(_ html: BodyHTML) throws(MachineFailure) -> Handle {
    let offset = end.add(html.bytes.count, ordering: .relaxed).oldValue
    var place = offset
    let failure = FileSystem.write(html.bytes) { bytes, count in
      let written = pwrite(file.descriptor, bytes, count, off_t(place))
      place += max(written, 0)
      return written
    }
    if failure != 0 { throw MachineFailure("write", file.folder, code: failure) }
    return Handle(offset: offset, count: html.bytes.count, holes: html.holes)
  }

  func read(_ handle: Handle) throws(MachineFailure) -> BodyHTML {
    var place = handle.offset
    let (bytes, failure) = FileSystem.bytes(upTo: handle.count) { bytes, count in
      let got = pread(file.descriptor, bytes, count, off_t(place))
      place += max(got, 0)
      return got
    }
    guard failure == 0, bytes.count == handle.count else {
      throw MachineFailure("read", file.folder, code: failure == 0 ? EIO : failure)
    }
    return BodyHTML(bytes: bytes, holes: handle.holes)
  }
}
