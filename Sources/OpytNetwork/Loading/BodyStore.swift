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

  private let descriptor: Int32
  private let end = Atomic(0)

  init() throws(MachineFailure) {
    let folder = NSTemporaryDirectory()
    var name = Array((folder + "opyt-bodies-XXXXXX").utf8CString)
    descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw MachineFailure("mkstemp", folder, code: errno) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(name)
  }

  deinit { close(descriptor) }

  func add(_ html: BodyHTML) throws(MachineFailure) -> Handle {
    let offset = end.add(html.bytes.count, ordering: .relaxed).oldValue
    var written = 0
    var failure: Int32 = 0
    html.bytes.withUnsafeBytes { buffer in
      while written < buffer.count, let start = buffer.baseAddress {
        let count = pwrite(descriptor, start + written, buffer.count - written, off_t(offset + written))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          failure = count < 0 ? errno : EIO
          return
        }
        written += count
      }
    }
    if failure != 0 { throw MachineFailure("write", NSTemporaryDirectory(), code: failure) }
    return Handle(offset: offset, count: html.bytes.count, holes: html.holes)
  }

  func read(_ handle: Handle) throws(MachineFailure) -> BodyHTML {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: handle.count) { buffer, count in
      while count < handle.count, let start = buffer.baseAddress {
        let got = pread(descriptor, start + count, handle.count - count, off_t(handle.offset + count))
        if got < 0, errno == EINTR { continue }
        guard got > 0 else {
          failure = got < 0 ? errno : EIO
          return
        }
        count += got
      }
    }
    if failure != 0 { throw MachineFailure("read", NSTemporaryDirectory(), code: failure) }
    return BodyHTML(bytes: bytes, holes: handle.holes)
  }
}
