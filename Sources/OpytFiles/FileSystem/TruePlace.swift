import Foundation
import OpytText

/// Where a path really leads, also where nothing stands there yet: links are followed, and folders are told by the
/// system's numbers, since one folder may be mounted in two places.
struct TruePlace {
  private struct Folder: Hashable {
    let device: UInt64
    let inode: UInt64
  }

  /// Without links, as bytes: text would take names for equal that the disk tells apart.
  private let names: [[UInt8]]
  /// What stands there, if anything does.
  private let folder: Folder?
  /// All that is above it.
  private let above: Set<Folder>

  /// - Parameter path: absolute.
  init(_ path: String) {
    let real = Self.resolved(path, links: 0)
    names = real.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
    folder = Self.folder(real)
    var above: Set<Folder> = []
    var rest = real
    while !rest.isEmpty, rest != "/" {
      rest = rest.folderPath
      if let folder = Self.folder(rest.isEmpty ? "/" : rest) { above.insert(folder) }
    }
    self.above = above
  }

  /// Whether the other stands here or below.
  func isAtOrAbove(_ other: TruePlace) -> Bool {
    if other.names.starts(with: names) { return true }
    guard let folder else { return false }
    return folder == other.folder || other.above.contains(folder)
  }

  private static func folder(_ path: String) -> Folder? {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    return Folder(device: UInt64(info.st_dev), inode: UInt64(info.st_ino))
  }

  /// As many as the system follows.
  private static let mostLinks = 40

  private static func resolved(_ path: String, links: Int) -> String {
    if let real = FileSystem.realPath(path) { return real }
    let folder = path.folderPath
    guard !folder.isEmpty else { return path }
    let real = resolved(folder, links: links)
    if path.fileName == ".." { return real.folderPath }
    // A link that leads to what isn't there yet will lead there once it is.
    let place = (real == "/" ? "" : real) + "/" + path.fileName
    guard links < mostLinks, let target = FileSystem.linkTarget(place) else { return place }
    return resolved(target.hasPrefix("/") ? target : real + "/" + target, links: links + 1)
  }
}
