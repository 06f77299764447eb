import Foundation

/// Keeps two runs apart that publish into one folder. It is gone with the process that holds it, however that ends.
///
/// The lock is that of a file beside the folder. Whoever lets go removes the file; whoever has locked one looks whether
/// it still stands there, since a lock on a file that nobody else can find keeps nobody out.
struct PublishingLock: ~Copyable {
  /// Why it can't be had.
  enum Refusal: Error {
    /// Another process has it, by its id; nil where that can't be told.
    case held(by: String?)
    /// Not a file that Opyt made: a link, or a file that has something in it.
    case notOurs
    case failure(MachineFailure)
  }

  private let path: String
  private let descriptor: Int32

  init(path: String) throws(Refusal) {
    self.path = path
    for _ in 0..<Self.mostTries {
      guard let (descriptor, isNew) = try Self.open(path) else { continue }
      do throws(Refusal) {
        guard try Self.lock(descriptor, path) else {
          // It was removed by a run that ended between the two calls.
          close(descriptor)
          continue
        }
      } catch {
        // Nobody has it yet, and nobody would come to remove it.
        if case .failure = error, isNew, Self.isSame(descriptor, path), FileSystem.status(path)?.size == 0 {
          unlink(path)
        }
        close(descriptor)
        throw error
      }
      self.descriptor = descriptor
      return
    }
    throw .held(by: nil)
  }

  /// Each is a run that ended just then.
  private static let mostTries = 100

  deinit {
    // Where somebody removed it by hand, another run has a lock of its own there.
    for _ in 0..<2 where Self.isSame(descriptor, path) && unlink(path) == 0 { break }
    close(descriptor)
  }

  /// Opens the file, and makes it where there is none; nil where it was just removed.
  private static func open(_ path: String) throws(Refusal) -> (descriptor: Int32, isNew: Bool)? {
    // A link is not followed, and a pipe not waited for: the file is written to.
    let flags = O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    let new = Foundation.open(path, flags | O_CREAT | O_EXCL, 0o666)
    if new >= 0 { return (new, true) }
    guard errno == EEXIST else { throw .failure(MachineFailure("open", path, code: errno)) }
    let present = Foundation.open(path, flags)
    if present >= 0 { return (present, false) }
    switch errno {
    case ENOENT: return nil
    case ELOOP, EISDIR, ENXIO: throw .notOurs
    case let code: throw .failure(MachineFailure("open", path, code: code))
    }
  }

  /// Locks the file and writes into it who has it.
  /// - Returns: whether it is the one that stands there.
  private static func lock(_ descriptor: Int32, _ path: String) throws(Refusal) -> Bool {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK: throw .held(by: holder(descriptor))
      case let code: throw .failure(MachineFailure("flock", path, code: code))
      }
    }
    guard isSame(descriptor, path) else { return false }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw .failure(MachineFailure("fstat", path, code: errno)) }
    // Under another name it may be anybody's file, and nobody's id is this long.
    guard info.st_mode & S_IFMT == S_IFREG, info.st_nlink == 1, info.st_size <= longestID else { throw .notOurs }
    let id = "\(getpid())\n"
    // It only helps others to tell who it is.
    _ = ftruncate(descriptor, 0)
    _ = pwrite(descriptor, id, id.utf8.count, 0)
    return true
  }

  private static let longestID = 32

  /// Who has the file locked, where that can be read.
  private static func holder(_ descriptor: Int32) -> String? {
    let (bytes, _) = FileSystem.bytes(upTo: longestID) { pread(descriptor, $0, $1, 0) }
    let id = bytes.prefix { $0 != UInt8(ascii: "\n") }
    let isNumber = !id.isEmpty && id.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return isNumber ? String(decoding: id, as: UTF8.self) : nil
  }

  private static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
    var opened = stat()
    var present = stat()
    return fstat(descriptor, &opened) == 0 && lstat(path, &present) == 0 && opened.st_ino == present.st_ino
      && opened.st_dev == present.st_dev
  }
}
