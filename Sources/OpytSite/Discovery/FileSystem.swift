import Foundation

/// A failure of the machine, not of the content: a full disk, a missing permission. Ends in exit code 3.
public struct MachineFailure: Error, Sendable {
  public let operation: String
  public let path: String
  public let code: Int32

  public init(_ operation: String, _ path: String, code: Int32 = errno) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  /// Whether the machine has run out of something, so that no file can be blamed for it.
  var isExhaustion: Bool { [EMFILE, ENFILE, ENOMEM, ENOSPC].contains(code) }

  /// Plain words for the operator.
  public var explanation: String {
    switch code {
    case ENOSPC, EDQUOT: "на диске кончилось место"
    case EACCES, EPERM: "нет прав"
    case EROFS: "диск только для чтения"
    case EMFILE, ENFILE: "открыто слишком много файлов"
    case EIO: "ошибка чтения или записи на диск"
    case ENOENT: "нет такого файла или папки"
    case EFBIG: "файл больше допустимого"
    default: String(cString: strerror(code))
    }
  }
}

/// The few calls to the operating system that reading and publishing need. Descriptors are closed where they are opened.
enum FileSystem {
  enum EntryType: Sendable {
    case file, folder, link, other
  }

  struct Entry: Sendable {
    /// Nil when the name is not UTF-8.
    let name: String?
    let rawName: [CChar]
  }

  /// The names in a folder, sorted by bytes, without `.` and `..`.
  static func entries(of folder: String) throws(MachineFailure) -> [Entry] {
    guard let stream = opendir(folder) else { throw MachineFailure("opendir", folder) }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let rawName = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        bytes.prefix { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
      }
      let bytes = rawName.dropLast().map { UInt8(bitPattern: $0) }
      if bytes == [0x2E] || bytes == [0x2E, 0x2E] { continue }
      entries.append(Entry(name: String(validating: bytes, as: UTF8.self), rawName: rawName))
    }
    if errno != 0 { throw MachineFailure("readdir", folder) }
    return entries.sorted {
      $0.rawName.lexicographicallyPrecedes($1.rawName) { UInt8(bitPattern: $0) < UInt8(bitPattern: $1) }
    }
  }

  struct Status: Sendable {
    let type: EntryType
    let size: Int
  }

  /// What is at a path, without following a link; nil when there is nothing.
  static func status(_ path: String, followingLinks: Bool = false) -> Status? {
    var info = stat()
    guard (followingLinks ? stat(path, &info) : lstat(path, &info)) == 0 else { return nil }
    let type: EntryType =
      switch info.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    return Status(type: type, size: Int(info.st_size))
  }

  /// The path without links; nil when it leads nowhere or round in a circle.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  enum ReadingFailure: Error {
    case notAFile
    case changed
    case system(Int32)
  }

  /// Reads a regular file, at most `limit` + 1 bytes of it.
  static func read(_ path: String, limit: Int = .max - 1) throws(ReadingFailure) -> [UInt8] {
    // O_NONBLOCK: opening a pipe must not wait for a writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    var before = stat()
    guard fstat(descriptor, &before) == 0 else { throw .system(errno) }
    guard before.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    let wanted = min(Int(before.st_size), limit + 1)
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      while count < wanted {
        guard let start = buffer.baseAddress else { return }
        let got = Foundation.read(descriptor, start + count, wanted - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { return }
        count += got
      }
    }
    if failure != 0 { throw .system(failure) }
    var after = stat()
    guard fstat(descriptor, &after) == 0 else { throw .system(errno) }
    guard bytes.count == wanted, after.st_size == before.st_size, after.st_mtim.tv_sec == before.st_mtim.tv_sec,
      after.st_mtim.tv_nsec == before.st_mtim.tv_nsec
    else { throw .changed }
    return bytes
  }

  static func makeFolder(_ path: String) throws(MachineFailure) {
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw MachineFailure("mkdir", path) }
  }

  /// Makes a folder and those above it.
  static func makeFolders(_ path: String) throws(MachineFailure) {
    if status(path, followingLinks: true)?.type == .folder { return }
    let parent = (path as NSString).deletingLastPathComponent
    if !parent.isEmpty, parent != path { try makeFolders(parent) }
    try makeFolder(path)
  }

  static func write(_ bytes: [UInt8], to path: String) throws(MachineFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw MachineFailure("open", path) }
    var offset = 0
    var failure: Int32 = 0
    bytes.withUnsafeBytes { buffer in
      while offset < buffer.count, let start = buffer.baseAddress {
        let count = Foundation.write(descriptor, start + offset, buffer.count - offset)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          failure = count < 0 ? errno : EIO
          return
        }
        offset += count
      }
    }
    // A full disk may be told only now.
    if close(descriptor) != 0, failure == 0, errno != EINTR { failure = errno }
    if failure != 0 { throw MachineFailure("write", path, code: failure) }
  }

  /// Removes a folder and all in it, without following links out of it.
  static func removeTree(_ path: String) throws(MachineFailure) {
    guard let status = status(path) else { return }
    if status.type == .folder {
      for entry in try entries(of: path) {
        // A name that is not UTF-8 can't be in a folder that Opyt made.
        guard let name = entry.name else { continue }
        try removeTree(path + "/" + name)
      }
      guard rmdir(path) == 0 else { throw MachineFailure("rmdir", path) }
    } else {
      guard unlink(path) == 0 else { throw MachineFailure("unlink", path) }
    }
  }
}
