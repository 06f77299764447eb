import Foundation
import OpytText
import POSIXShims

/// The folder that a site is published into: a reader sees the old site or the new one, never half of either.
///
/// The new site is built in a staging folder beside it; one exchange puts it in place. A lock keeps two runs apart and
/// is gone with the process that holds it, however that ends.
package final class OutputFolder: Sendable {
  /// Why nothing can be published here.
  package enum Refusal: Error {
    /// Another process is publishing here: its id, where that is known.
    case locked(by: String?)
    /// What stands in the lock's place is not ours: its path.
    case lockNotOurs(String)
    /// Not a folder that Opyt made.
    case notOurs
    /// A file or a link has this name, or that of a folder above.
    case notAFolder
    /// No file system holds a name of its length, with what is added to it while publishing.
    case nameTooLong
    /// The site's own sources, a home folder, the root.
    case dangerous
    /// The site there, or the one around the folder, is the other edition: at this path.
    case otherEdition(at: String)
    case failure(MachineFailure)
  }

  /// How a site came into its place.
  package enum Replacement: Sendable {
    case inOneStep
    /// The file system can't exchange two folders: there was a moment without a site.
    case inTwoSteps
  }

  /// Marks a folder as made by Opyt, so that nothing else is ever replaced.
  package static let marker = ".opyt-site"

  package let path: String
  package let staging: String
  private let places: PublishingPlaces
  private let lock: PublishingLock
  /// Let go before cleaning up, so that there is one to clean up with when all others are taken.
  private let spare: Int32

  /// Takes the lock, puts right what an interrupted run left, and makes the staging folder.
  /// - Parameters:
  ///   - path: absolute.
  ///   - sources: absolute paths of folders and files that must not be replaced, and of folders that nothing is
  ///     published into.
  ///   - isForMembers: whether the site is the edition for members.
  package init(path: String, sources: [String], isForMembers: Bool = false) throws(Refusal) {
    if let refusal = Self.refusal(of: path, sources: sources, isForMembers: isForMembers) { throw refusal }
    places = PublishingPlaces(of: path)
    do throws(MachineFailure) {
      try FileSystem.makeFolders(path.folderPath)
    } catch {
      throw .failure(error)
    }
    lock = try Self.lock(places.lock)
    let spare = open("/dev/null", O_RDONLY | O_CLOEXEC)
    guard spare >= 0 else { throw .failure(MachineFailure("open", "/dev/null", code: errno)) }
    self.spare = spare
    self.path = path
    staging = places.staging
    let isRestored: Bool
    do throws(MachineFailure) {
      // Only the lock's holder comes here, so what stands there was left by a run that was cut off.
      isRestored = try places.restore()
      try FileSystem.removeTree(staging)
      try FileSystem.makeFolder(staging)
    } catch {
      // All is set by now, so `deinit` cleans up.
      throw .failure(error)
    }
    // What has just come back was not seen before.
    if isRestored, let refusal = Self.refusal(of: path, sources: sources, isForMembers: isForMembers) { throw refusal }
  }

  /// Removes the staging folder and lets go of the lock.
  deinit {
    close(spare)
    try? FileSystem.removeTree(staging)
  }

  static func lock(_ path: String) throws(Refusal) -> PublishingLock {
    do throws(PublishingLock.Refusal) {
      return try PublishingLock(path: path)
    } catch {
      switch error {
      case .held(let process): throw .locked(by: process)
      case .notOurs: throw .lockNotOurs(path)
      case .failure(let failure): throw .failure(failure)
      }
    }
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

  /// Puts the finished staging folder in the place of the old site.
  /// - Parameter manifest: the files in it.
  package func publish(
    manifest: SiteManifest = SiteManifest([])
  ) throws(MachineFailure) -> Replacement {
    try FileSystem.write(
      Array("Создано Опытом. Эта папка перезаписывается целиком.\n".utf8), to: staging + "/" + Self.marker)
    try FileSystem.write(manifest.bytes, to: staging + "/" + SiteManifest.fileName)
    let folder = open(staging, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw MachineFailure("open", staging, code: errno) }
    // What is exchanged must be on the disk before, or a power cut leaves empty files behind a new name.
    let failure = opyt_sync_file_system(folder) == 0 ? 0 : errno
    close(folder)
    guard failure == 0 else { throw MachineFailure("syncfs", staging, code: failure) }
    if opyt_rename_exchange(staging, path) == 0 { return .inOneStep }
    let code = errno
    switch code {
    case ENOENT:
      guard rename(staging, path) == 0 else { throw MachineFailure("rename", path, code: errno) }
      return .inOneStep
    // The file system or a guard around the program does not know the call.
    case EINVAL, ENOSYS, EPERM, EOPNOTSUPP: return try places.replaceInTwoSteps()
    default: throw MachineFailure("renameat2", path, code: code)
    }
  }
}
