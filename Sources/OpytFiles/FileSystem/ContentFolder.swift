import Foundation
import OpytText
import POSIXShims

/// A folder of files that others wrote. Everything below it is opened by a descriptor, by way of no link: whatever
/// somebody puts in the place of a file or a folder between a look and the reading, nothing outside is ever read.
///
/// Links are resolved once, while their names can be judged: a link that may be followed is opened under the path that it
/// led to then.
package struct ContentFolder: Sendable {
  /// The folder that paths start from: absolute, trusted.
  private let base: String
  /// The folder itself, from there. It may be a link: whoever runs the program chose it.
  private let name: String
  /// Where links lead, by their paths; both from `base`.
  package var links: [String: String] = [:]
  /// Whether folders are opened one by one, as on systems without `openat2`.
  var opensStepByStep = false

  /// - Parameters:
  ///   - name: from the base; paths are told with it in front.
  ///   - base: an absolute path.
  package init(_ name: String, in base: String) {
    self.base = base
    self.name = name
  }

  /// Reads a regular file, at most `limit` + 1 bytes of it.
  package func read(_ path: String, limit: Int = .max - 1) throws(FileSystem.ReadingFailure) -> [UInt8] {
    try readStamped(path, limit: limit).bytes
  }

  /// The same, with the stamp that the file had while it was read.
  package func readStamped(
    _ path: String, limit: Int = .max - 1
  ) throws(FileSystem.ReadingFailure) -> (bytes: [UInt8], stamp: FileStamp) {
    let descriptor: Int32
    do throws(MachineFailure) {
      descriptor = try open(links[path] ?? path, O_RDONLY)
    } catch {
      // A link now, where there was a file.
      throw error.code == ELOOP ? .notAFile : .system(error.code)
    }
    defer { close(descriptor) }
    return try FileSystem.read(descriptor, limit: limit)
  }

  /// Reads a file that is part of what is being made: none of it means that nothing can be made.
  package func contents(of path: String, limit: Int = .max - 1) throws(MachineFailure) -> [UInt8] {
    do throws(FileSystem.ReadingFailure) {
      return try read(path, limit: limit)
    } catch {
      throw MachineFailure("read", path, code: error.code)
    }
  }

  /// The names in a folder, sorted by bytes.
  package func entries(of folder: String) throws(MachineFailure) -> [FileSystem.Entry] {
    let descriptor = try open(folder, O_RDONLY | O_DIRECTORY)
    guard let stream = fdopendir(descriptor) else {
      let code = errno
      close(descriptor)
      throw MachineFailure("opendir", folder, code: code)
    }
    defer { closedir(stream) }
    return try FileSystem.entries(of: stream, folder)
  }

  /// Where a link inside the folder leads, as a path from the base; nil for one that leads outside, nowhere or round in
  /// a circle. What it leads to may be a link no more when it is read: then it is not.
  package func target(ofLink path: String) -> String? {
    guard let root = FileSystem.realPath(base + "/" + name), let real = FileSystem.realPath(base + "/" + path) else {
      return nil
    }
    let (start, bytes) = ((root == "/" ? "" : root).utf8, real.utf8)
    // By bytes: a combining mark behind the slash makes another character of it.
    guard bytes.starts(with: start), bytes.dropFirst(start.count).first == UInt8(ascii: "/") else { return nil }
    return name + String(decoding: bytes.dropFirst(start.count), as: UTF8.self)
  }

  // MARK: Opening

  private func open(_ path: String, _ flags: Int32) throws(MachineFailure) -> Int32 {
    // O_NONBLOCK: opening a pipe must not wait for a writer.
    let flags = flags | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW
    let root = Foundation.open(base + "/" + name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard root >= 0 else { throw MachineFailure("open", name, code: errno) }
    defer { close(root) }
    guard path.utf8.starts(with: name.utf8) else { throw MachineFailure("open", path, code: EXDEV) }
    let rest = path.utf8.dropFirst(name.utf8.count).drop { $0 == UInt8(ascii: "/") }
    let inner = rest.isEmpty ? "." : String(decoding: rest, as: UTF8.self)
    if !opensStepByStep {
      let descriptor = opyt_open_beneath(root, inner, flags)
      if descriptor >= 0 { return descriptor }
      let code = errno
      // No such call, one that a sandbox forbids, or a name that moved meanwhile.
      guard code == ENOSYS || code == EPERM || code == EAGAIN else { throw MachineFailure("open", path, code: code) }
    }
    return try openStepByStep(inner, below: root, flags, path)
  }

  private func openStepByStep(
    _ inner: String, below root: Int32, _ flags: Int32, _ path: String
  ) throws(MachineFailure) -> Int32 {
    var folder = root
    defer { if folder != root { close(folder) } }
    let parts = inner.utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
    guard let last = parts.last, !parts.contains("..") else { throw MachineFailure("open", path, code: EXDEV) }
    for part in parts.dropLast() {
      let next = openat(folder, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      let code = errno
      // The system says "no folder" of a link here.
      guard next >= 0 else { throw MachineFailure("open", path, code: code == ENOTDIR ? ELOOP : code) }
      if folder != root { close(folder) }
      folder = next
    }
    let descriptor = openat(folder, last, flags)
    guard descriptor >= 0 else { throw MachineFailure("open", path, code: errno) }
    return descriptor
  }
}
