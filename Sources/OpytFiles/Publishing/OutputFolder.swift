import Foundation
import OpytText
import POSIXShims
import Synchronization

/// The folder that a site is published into: a reader sees the old site or the new one, never half of either.
///
/// The new site is built in a staging folder beside it; one exchange puts it in place. A lock keeps two runs apart and
/// is gone with the process that holds it, however that ends.
package final class OutputFolder: Sendable {
  /// Why nothing can be published here.
  package enum Refusal: Error {
    /// Another process, by its id, is publishing here.
    case locked(by: String)
    /// Not a folder that Opyt made.
    case notOurs
    /// A file or a link has this name, or that of a folder above.
    case notAFolder
    /// No file system holds a name of its length, with what is added to it while publishing.
    case nameTooLong
    /// The site's own sources, a home folder, the root.
    case dangerous
    case failure(MachineFailure)
  }

  /// Marks a folder as made by Opyt, so that nothing else is ever replaced.
  package static let marker = ".opyt-site"

  package let path: String
  package let staging: String
  private let lock: Int32
  /// Let go before cleaning up, so that there is one to clean up with when all others are taken.
  private let spare: Int32
  private let lockPath: String

  /// Takes the lock, clears what an interrupted run left, and makes the staging folder.
  /// - Parameters:
  ///   - path: absolute.
  ///   - sources: absolute paths of folders that must not be replaced or lie inside.
  package init(path: String, sources: [String]) throws(Refusal) {
    if let refusal = Self.refusal(of: path, sources: sources) { throw refusal }
    let (parent, name) = (path.folderPath, path.fileName)
    do throws(MachineFailure) {
      try FileSystem.makeFolders(parent)
    } catch {
      throw .failure(error)
    }
    lockPath = "\(parent)/.\(name).opyt-lock"
    lock = try Self.lock(lockPath)
    spare = open("/dev/null", O_RDONLY | O_CLOEXEC)
    guard spare >= 0 else {
      let code = errno
      unlink(lockPath)
      close(lock)
      throw .failure(MachineFailure("open", "/dev/null", code: code))
    }
    self.path = path
    staging = "\(parent)/.\(name).opyt-staging"
    do throws(MachineFailure) {
      // Only the lock's holder comes here, so what stands there was left by a run that was cut off.
      try FileSystem.removeTree(staging)
      try FileSystem.makeFolder(staging)
    } catch {
      // All is set by now, so `deinit` cleans up.
      throw .failure(error)
    }
  }

  /// Removes the staging folder and lets go of the lock.
  deinit {
    close(spare)
    try? FileSystem.removeTree(staging)
    unlink(lockPath)
    close(lock)
  }

  /// Changes single files of the published site, each in one step, without a new site beside the old one. For a site
  /// that is built again and again while somebody works at it: a run that is cut off leaves some files new, some old.
  /// - Parameters:
  ///   - files: bytes by their path from the site's top.
  ///   - removed: paths of files that the site has no more.
  package func patch(_ files: [(path: String, bytes: [UInt8])], removing removed: [String]) throws(MachineFailure) {
    for (number, file) in files.enumerated() {
      let staged = "\(staging)/\(number)"
      try FileSystem.write(file.bytes, to: staged)
      let target = path + "/" + file.path
      try FileSystem.makeFolders(target.folderPath)
      guard rename(staged, target) == 0 else { throw MachineFailure("rename", target, code: errno) }
    }
    for file in removed {
      let target = path + "/" + file
      guard unlink(target) == 0 || errno == ENOENT else { throw MachineFailure("unlink", target, code: errno) }
      removeEmptyFolders(above: target)
    }
  }

  private func removeEmptyFolders(above file: String) {
    var folder = file.folderPath
    while folder.utf8.count > path.utf8.count, rmdir(folder) == 0 { folder = folder.folderPath }
  }

  /// A line for each file of the published site: digest, size, path; sorted by path.
  package static let manifest = ".opyt-manifest"

  /// Takes the lock, and writes into it who has it.
  private static func lock(_ path: String) throws(Refusal) -> Int32 {
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw .failure(MachineFailure("open", path, code: errno)) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        // Who has it is told where it can be read.
        let holder = (try? FileSystem.read(path, limit: 32)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        close(descriptor)
        throw .locked(by: holder.trimmingCharacters(in: .whitespacesAndNewlines))
      }
      guard isSame(descriptor, path) else {
        // It was removed by a run that ended between the two calls: a lock that nobody else would find.
        close(descriptor)
        continue
      }
      let id = "\(getpid())\n"
      _ = ftruncate(descriptor, 0)
      _ = pwrite(descriptor, id, id.utf8.count, 0)
      return descriptor
    }
  }

  private static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
    var opened = stat()
    var present = stat()
    return fstat(descriptor, &opened) == 0 && stat(path, &present) == 0 && opened.st_ino == present.st_ino
      && opened.st_dev == present.st_dev
  }

  /// Puts the finished staging folder in the place of the old site.
  /// - Parameter manifest: the files in it.
  package func publish(
    manifest: [(path: String, size: Int, digest: String)] = []
  ) throws(MachineFailure) {
    try FileSystem.write(
      Array("Создано Опытом. Эта папка перезаписывается целиком.\n".utf8), to: staging + "/" + Self.marker)
    try FileSystem.write(Self.bytes(ofManifest: manifest), to: staging + "/" + Self.manifest)
    let folder = open(staging, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw MachineFailure("open", staging, code: errno) }
    // What is exchanged must be on the disk before, or a power cut leaves empty files behind a new name.
    let failure = opyt_sync_file_system(folder) == 0 ? 0 : errno
    close(folder)
    guard failure == 0 else { throw MachineFailure("syncfs", staging, code: failure) }
    guard FileSystem.status(path) != nil else {
      guard rename(staging, path) == 0 else { throw MachineFailure("rename", path, code: errno) }
      return
    }
    if opyt_rename_exchange(staging, path) == 0 { return }
    let code = errno
    guard code == EINVAL || code == ENOSYS else { throw MachineFailure("renameat2", path, code: code) }
    try replaceInTwoSteps()
  }

  /// The manifest as it is written, sorted by path.
  package static func bytes(ofManifest files: [(path: String, size: Int, digest: String)]) -> [UInt8] {
    var bytes: [UInt8] = []
    for file in files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      bytes.append(contentsOf: "\(file.digest) \(file.size) \(file.path)\n".utf8)
    }
    return bytes
  }

  /// Where the file system can't exchange (some network shares): two renames, with a moment between them in which
  /// there is no site. The old one is put back if the second fails.
  package func replaceInTwoSteps() throws(MachineFailure) {
    let aside = staging + "-old"
    try FileSystem.removeTree(aside)
    guard rename(path, aside) == 0 else { throw MachineFailure("rename", path, code: errno) }
    guard rename(staging, path) == 0 else {
      let code = errno
      _ = rename(aside, path)
      throw MachineFailure("rename", path, code: code)
    }
    try FileSystem.removeTree(aside)
  }

  /// Why nothing could be published at a path, as far as can be seen without touching it; nil for a new folder, an
  /// empty one, or one with our mark.
  package static func refusal(of path: String, sources: [String]) -> Refusal? {
    guard isHarmless(path, sources: sources) else { return .dangerous }
    let names = path.utf8.split(separator: UInt8(ascii: "/"))
    // `.name.opyt-staging-old` is the longest of our own.
    guard names.allSatisfy({ $0.count <= 255 }), (names.last?.count ?? 0) <= 255 - 18 else { return .nameTooLong }
    guard let status = FileSystem.status(path) else { return isAnyFile(above: path) ? .notAFolder : nil }
    guard status.type == .folder else { return .notAFolder }
    do throws(MachineFailure) {
      let names = try FileSystem.entries(of: path)
      return names.isEmpty || names.contains { $0.name == marker } ? nil : .notOurs
    } catch {
      return .failure(error)
    }
  }

  /// Whether a site of Opyt stands at a path.
  package static func hasSite(_ path: String) -> Bool { FileSystem.status(path + "/" + marker) != nil }

  private static func isAnyFile(above path: String) -> Bool {
    var folder = path.folderPath
    while !folder.isEmpty {
      if let status = FileSystem.status(folder, followingLinks: true) { return status.type != .folder }
      // A link that leads nowhere: no folder can be made of its name.
      if FileSystem.status(folder) != nil { return true }
      folder = folder.folderPath
    }
    return false
  }

  /// Whether nothing of the site's sources, of a home folder or of the root is lost when this path is written over.
  package static func isHarmless(_ path: String, sources: [String]) -> Bool {
    let real = realPath(ofNew: path)
    let home = FileSystem.realPath(NSHomeDirectory()) ?? NSHomeDirectory()
    let kept = sources.compactMap { FileSystem.realPath($0) } + [home, "/"]
    // Neither one of them nor a folder above one of them…
    let isAbove = kept.contains { $0 == real || $0.hasPrefix(real == "/" ? "/" : real + "/") }
    // …nor inside the sources.
    let isInside = sources.compactMap { FileSystem.realPath($0) }.contains { real.hasPrefix($0 + "/") }
    return !isAbove && !isInside
  }

  /// The path without links, also of what isn't there yet.
  private static func realPath(ofNew path: String) -> String {
    if let real = FileSystem.realPath(path) { return real }
    let folder = path.folderPath
    guard !folder.isEmpty else { return path }
    let real = realPath(ofNew: folder)
    return (real == "/" ? "" : real) + "/" + path.fileName
  }
}
