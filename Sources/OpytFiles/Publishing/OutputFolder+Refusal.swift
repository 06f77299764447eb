import Foundation
import OpytText

/// Where nothing can be published.
extension OutputFolder {
  /// The system takes paths of 4095 bytes; a site's own addresses have at most half of that.
  private static let longestPath = 2000

  /// Why nothing could be published at a path, as far as can be seen without touching it; nil for a new folder, an
  /// empty one, or one with our mark that holds the same edition.
  package static func refusal(of path: String, sources: [String], isForMembers: Bool = false) -> Refusal? {
    let names = path.utf8.split(separator: UInt8(ascii: "/"))
    guard names.allSatisfy({ $0.count <= 255 }), path.utf8.count <= longestPath,
      (names.last?.count ?? 0) <= 255 - PublishingPlaces.longestAddition
    else { return .nameTooLong }
    guard isHarmless(path, sources: sources) else { return .dangerous }
    do throws(MachineFailure) {
      // Where a reader of the one finds the other, what is closed is open.
      if let site = try otherEdition(above: path, isForMembers) { return .otherEdition(at: site) }
      guard let status = try FileSystem.checkedStatus(path) else { return isAnyFile(above: path) ? .notAFolder : nil }
      guard status.type == .folder else { return .notAFolder }
      let names = try FileSystem.entries(of: path)
      guard !names.isEmpty else { return nil }
      guard names.contains(where: { $0.name == marker }) else { return .notOurs }
      return try self.isForMembers(path) == isForMembers ? nil : .otherEdition(at: path)
    } catch {
      return .failure(error)
    }
  }

  /// Whether a site of Opyt stands at a path.
  package static func hasSite(_ path: String) -> Bool { FileSystem.status(path + "/" + marker) != nil }

  /// Whether the site at a path is a members' edition. One that can't say so is taken for open: nothing closed gets there.
  package static func isForMembers(_ site: String) throws(MachineFailure) -> Bool {
    let path = site + "/" + SiteManifest.fileName
    guard try FileSystem.checkedStatus(path) != nil else { return false }
    return SiteManifest.isForMembers(try FileSystem.contents(of: path))
  }

  /// The site of the other edition that a folder would lie in.
  private static func otherEdition(above path: String, _ isForMembers: Bool) throws(MachineFailure) -> String? {
    var folder = path.folderPath
    while !folder.isEmpty {
      if hasSite(folder), try self.isForMembers(folder) != isForMembers { return folder }
      folder = folder.folderPath
    }
    return nil
  }

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
}

extension OutputFolder {
  /// Whether nothing of the site's sources, of a home folder or of the root is lost when this path is written over.
  package static func isHarmless(_ path: String, sources: [String]) -> Bool {
    let kept = sources.map { TruePlace($0) }
    let place = TruePlace(path)
    // Neither one of them nor a folder above one of them, nor inside the sources.
    return !(kept + [TruePlace(NSHomeDirectory()), TruePlace("/")]).contains { place.isAtOrAbove($0) }
      && !kept.contains { $0.isAtOrAbove(place) }
  }
}
