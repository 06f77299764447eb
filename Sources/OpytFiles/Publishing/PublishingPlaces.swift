import Foundation
import OpytText

/// The names beside a published folder that a run needs, and what they tell when it was cut off.
///
/// Where two folders can't be exchanged, the old site is set aside under a name of its own before the new one takes its
/// place. Under that name stands a whole site or nothing: so where it stands and there is no site, a run was cut off
/// between the two, and where it stands beside a site, it is done with.
struct PublishingPlaces {
  let site: String
  let lock: String
  let staging: String
  let aside: String

  /// - Parameter site: the folder published into, absolute.
  init(of site: String) {
    self.site = site
    let (parent, name) = (site.folderPath, site.fileName)
    lock = "\(parent)/.\(name).opyt-lock"
    staging = "\(parent)/.\(name).opyt-staging"
    aside = staging + "-old"
  }

  /// What is added to a folder's name, at most.
  static let longestAddition = ".".utf8.count + ".opyt-staging-old".utf8.count

  /// Whether a site was set aside by a run that was cut off.
  var hasSiteAside: Bool { OutputFolder.hasSite(aside) }

  /// Puts the site back that was set aside, or removes it where another stands in its place. For the lock's holder.
  /// - Returns: whether it was put back.
  func restore() throws(MachineFailure) -> Bool {
    guard let status = try FileSystem.checkedStatus(aside) else { return false }
    if status.type == .folder, try FileSystem.checkedStatus(aside + "/" + OutputFolder.marker) != nil {
      // An empty folder may have been made in the meantime by whoever missed the site.
      if rename(aside, site) == 0 { return true }
      let code = errno
      guard [ENOTEMPTY, EEXIST].contains(code) else { throw MachineFailure("rename", aside, code: code) }
    }
    try removeAside()
    return false
  }

  /// Two renames, with a moment between them in which there is no site. The old one is put back if the second fails.
  func replaceInTwoSteps() throws(MachineFailure) -> OutputFolder.Replacement {
    guard rename(site, aside) == 0 else {
      let code = errno
      guard code == ENOENT else { throw MachineFailure("rename", site, code: code) }
      // The first site of all.
      guard rename(staging, site) == 0 else { throw MachineFailure("rename", site, code: errno) }
      return .inOneStep
    }
    guard rename(staging, site) == 0 else {
      let code = errno
      if rename(aside, site) != 0 { _ = rename(aside, site) }
      throw MachineFailure("rename", site, code: code)
    }
    // The new site stands: what can't be cleaned up now will be by the next run.
    try? removeAside()
    return .inTwoSteps
  }

  /// Half a site must never stand under this name: it goes under another one first.
  private func removeAside() throws(MachineFailure) {
    try FileSystem.removeTree(staging)
    guard rename(aside, staging) == 0 || rename(aside, staging) == 0 else {
      throw MachineFailure("rename", aside, code: errno)
    }
    try FileSystem.removeTree(staging)
  }
}

extension OutputFolder {
  /// What became of a site that an interrupted run had set aside.
  package enum Recovery: Sendable {
    case restored
    /// It still stands there: its path, and why.
    case kept(String, MachineFailure)
  }

  /// Puts the site back that a run set aside which was cut off; nil where there is none, or another run is at work.
  /// - Parameter path: the folder published into, absolute.
  package static func recover(_ path: String) -> Recovery? {
    let places = PublishingPlaces(of: path)
    guard places.hasSiteAside else { return nil }
    do throws(Refusal) {
      let lock = try lock(places.lock)
      defer { withExtendedLifetime(lock) {} }
      do throws(MachineFailure) {
        return try places.restore() ? .restored : nil
      } catch {
        throw .failure(error)
      }
    } catch {
      if case .failure(let failure) = error, !hasSite(path) { return .kept(places.aside, failure) }
      return nil
    }
  }
}
