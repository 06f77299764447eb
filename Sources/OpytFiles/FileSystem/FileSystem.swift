import Foundation
import OpytText

/// The few calls to the operating system that reading and publishing need. Descriptors are closed where they are opened.
package enum FileSystem {
  package enum EntryType: Sendable {
    case file, folder, link, other
  }

  /// What stands in a folder.
  package struct Entry: Sendable {
    /// Nil when the name is not UTF-8.
    package let name: String?
    package let rawName: [CChar]
  }

  /// The names in a folder, sorted by bytes, without `.` and `..`.
  package static func entries(of folder: String) throws(MachineFailure) -> [Entry] {
    try entries(of: RawPath(folder))
  }

  static func entries(of folder: RawPath) throws(MachineFailure) -> [Entry] {
    guard let stream = opendir(folder.bytes) else { throw MachineFailure("opendir", folder.text, code: errno) }
    defer { closedir(stream) }
    return try entries(of: stream, folder.text)
  }

  /// - Parameter folder: its path, to be told.
  static func entries(of stream: OpaquePointer, _ folder: String) throws(MachineFailure) -> [Entry] {
    var entries: [Entry] = []
    var failure: Int32 = 0
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        failure = errno
        break
      }
      let rawName = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        bytes.prefix { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
      }
      let bytes = rawName.dropLast().map { UInt8(bitPattern: $0) }
      if bytes == [0x2E] || bytes == [0x2E, 0x2E] { continue }
      entries.append(Entry(name: String(validating: bytes, as: UTF8.self), rawName: rawName))
    }
    if failure != 0 { throw MachineFailure("readdir", folder, code: failure) }
    return entries.sorted {
      $0.rawName.lexicographicallyPrecedes($1.rawName) { UInt8(bitPattern: $0) < UInt8(bitPattern: $1) }
    }
  }

  /// What the file system tells of a path.
  package struct Status: Sendable {
    package let type: EntryType
    package let stamp: FileStamp
    package var size: Int { stamp.size }

    fileprivate init(_ info: stat) {
      type =
        switch info.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .link
        default: .other
        }
      stamp = FileStamp(info)
    }
  }

  /// What is at a path, without following a link; nil when there is nothing.
  package static func status(_ path: String, followingLinks: Bool = false) -> Status? {
    var info = stat()
    guard (followingLinks ? stat(path, &info) : lstat(path, &info)) == 0 else { return nil }
    return Status(info)
  }

  /// The same where it must not be mistaken for nothing that the disk could not tell.
  package static func checkedStatus(
    _ path: String, followingLinks: Bool = false
  ) throws(MachineFailure) -> Status? {
    var info = stat()
    if (followingLinks ? stat(path, &info) : lstat(path, &info)) == 0 { return Status(info) }
    let code = errno
    if [ENOENT, ENOTDIR].contains(code) || (followingLinks && code == ELOOP) { return nil }
    throw MachineFailure("stat", path, code: code)
  }

  /// The path without links; nil when it leads nowhere or round in a circle.
  package static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// What a link says, wherever that leads; nil for anything but a link.
  static func linkTarget(_ path: String) -> String? {
    let bytes = [CChar](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
      count = buffer.baseAddress.map { max(0, readlink(path, $0, buffer.count)) } ?? 0
    }
    return bytes.isEmpty ? nil : String(validating: bytes, as: UTF8.self)
  }

  /// Why a file could not be read.
  package enum ReadingFailure: Error {
    case notAFile
    case changed
    case system(Int32)

    /// The system's number: a file that is being written just now, or is none any more, fails like one that the disk
    /// can't give.
    package var code: Int32 {
      switch self {
      case .notAFile: EINVAL
      case .changed: EBUSY
      case .system(let code): code
      }
    }

    /// What the machine failed at, where the file itself can't be blamed.
    package func ofMachine(_ path: String) -> MachineFailure? {
      let failure = MachineFailure("read", path, code: code)
      return failure.isOfMachine ? failure : nil
    }
  }

  /// Reads a regular file, at most `limit` + 1 bytes of it.
  package static func read(_ path: String, limit: Int = .max - 1) throws(ReadingFailure) -> [UInt8] {
    try readStamped(path, limit: limit).bytes
  }

  /// The same, with the stamp that the file had while it was read.
  package static func readStamped(
    _ path: String, limit: Int = .max - 1
  ) throws(ReadingFailure) -> (bytes: [UInt8], stamp: FileStamp) {
    // O_NONBLOCK: opening a pipe must not wait for a writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    return try read(descriptor, limit: limit)
  }

  /// Reads what was opened, where that is a regular file.
  static func read(_ descriptor: Int32, limit: Int) throws(ReadingFailure) -> (bytes: [UInt8], stamp: FileStamp) {
    var before = stat()
    guard fstat(descriptor, &before) == 0 else { throw .system(errno) }
    guard before.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    let wanted = min(Int(before.st_size), limit + 1)
    let (bytes, failure) = bytes(upTo: wanted) { Foundation.read(descriptor, $0, $1) }
    if failure != 0 { throw .system(failure) }
    var after = stat()
    guard fstat(descriptor, &after) == 0 else { throw .system(errno) }
    let stamp = FileStamp(after)
    guard bytes.count == wanted, stamp.isOfSameContent(as: FileStamp(before)) else { throw .changed }
    return (bytes, stamp)
  }

  /// Reads a file that is part of what is being made: none of it means that nothing can be made.
  package static func contents(of path: String, limit: Int = .max - 1) throws(MachineFailure) -> [UInt8] {
    do throws(ReadingFailure) {
      return try read(path, limit: limit)
    } catch {
      throw MachineFailure("read", path, code: error.code)
    }
  }

  /// Calls what reads bytes until all are there, or no more come.
  /// - Parameter call: `read` or the like: where to, how many at the most, and how many came.
  /// - Returns: the system's number, 0 for none.
  package static func bytes(
    upTo wanted: Int, _ call: (UnsafeMutablePointer<UInt8>, Int) -> Int
  ) -> (bytes: [UInt8], failure: Int32) {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      (count, failure) = transferred(wanted) { call(start + $0, $1) }
    }
    return (bytes, failure)
  }

  /// Calls what writes bytes until all are written.
  /// - Parameter call: `write` or the like: from where, how many, and how many were written.
  /// - Returns: the system's number, 0 for none.
  package static func write(_ bytes: [UInt8], _ call: (UnsafePointer<UInt8>, Int) -> Int) -> Int32 {
    bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      let (count, failure) = transferred(buffer.count) { call(start + $0, $1) }
      return failure == 0 && count < buffer.count ? EIO : failure
    }
  }

  /// Repeats a call that may do a part of the work, or be disturbed by a signal.
  private static func transferred(
    _ wanted: Int, _ call: (_ done: Int, _ rest: Int) -> Int
  ) -> (count: Int, failure: Int32) {
    var done = 0
    while done < wanted {
      let count = call(done, wanted - done)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return (done, count < 0 ? errno : 0) }
      done += count
    }
    return (done, 0)
  }

  package static func makeFolder(_ path: String) throws(MachineFailure) {
    if mkdir(path, 0o777) == 0 { return }
    let code = errno
    guard code == EEXIST, status(path, followingLinks: true)?.type == .folder else {
      throw MachineFailure("mkdir", path, code: code)
    }
  }

  /// Makes a folder and those above it.
  package static func makeFolders(_ path: String) throws(MachineFailure) {
    if path.isEmpty || status(path, followingLinks: true)?.type == .folder { return }
    try makeFolders(path.folderPath)
    try makeFolder(path)
  }

  package static func write(_ bytes: [UInt8], to path: String) throws(MachineFailure) {
    try write(pieces: CollectionOfOne(bytes), to: path)
  }

  /// Writes a file piece by piece: memory holds one of them.
  package static func write(pieces: some Sequence<[UInt8]>, to path: String) throws(MachineFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw MachineFailure("open", path, code: errno) }
    var failure: Int32 = 0
    for piece in pieces {
      failure = write(piece) { Foundation.write(descriptor, $0, $1) }
      if failure != 0 { break }
    }
    // A full disk may be told only now.
    if close(descriptor) != 0, failure == 0, errno != EINTR { failure = errno }
    if failure != 0 { throw MachineFailure("write", path, code: failure) }
  }
}
