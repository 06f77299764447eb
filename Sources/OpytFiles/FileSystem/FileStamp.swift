import Foundation

/// What a file system tells of a file's content without reading it: where it has not moved, neither has the content,
/// unless the file was written again within the moment that the clock of the file system can't tell apart.
package struct FileStamp: Hashable, Sendable {
  package let size: Int
  /// When the content was written, in nanoseconds since 1970.
  package let modified: Int
  /// When anything of the file was changed, its name and its times among it: nobody can set it.
  package let changed: Int
  package let inode: UInt64

  package init(size: Int, modified: Int, changed: Int, inode: UInt64) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
  }

  init(_ info: stat) {
    size = Int(info.st_size)
    modified = Self.nanoseconds(info.st_mtim)
    changed = Self.nanoseconds(info.st_ctim)
    inode = UInt64(info.st_ino)
  }

  /// Whether nothing was written between the two.
  func isOfSameContent(as other: FileStamp) -> Bool { size == other.size && modified == other.modified }

  /// Whether the content may have been written again after `moment` without a trace in this stamp.
  /// - Parameter moment: when the content was read, in nanoseconds since 1970.
  package func isTooYoung(for moment: Int) -> Bool { max(modified, changed) > moment - Self.coarsestTick }

  /// FAT keeps times of two seconds.
  private static let coarsestTick = 2_000_000_000

  /// The clock that file systems keep their times by.
  package static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return nanoseconds(time)
  }

  private static func nanoseconds(_ time: timespec) -> Int { time.tv_sec * 1_000_000_000 + time.tv_nsec }
}
