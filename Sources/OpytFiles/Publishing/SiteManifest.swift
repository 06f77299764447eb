package import OpytText

/// What a published folder tells of its files itself: `.opyt-manifest`, a line for each file with its digest, size and
/// path, sorted by path. A members' edition says so in the first line. The last line is of the manifest itself, of all that stands above it: so a manifest that lost a
/// piece, on a disk or on the way, is known to have.
package struct SiteManifest: Sendable {
  /// A file of the site.
  package struct Entry: Sendable {
    /// From the site's top.
    package let path: String
    package let size: Int
    package let digest: Fingerprint

    package init(path: String, size: Int, digest: Fingerprint) {
      self.path = path
      self.size = size
      self.digest = digest
    }
  }

  package static let fileName = ".opyt-manifest"
  /// The first line of a members' edition. That of the open one says nothing of the sort, as those of older programs.
  private static let membersMark = "edition members"

  package let entries: [Entry]
  /// Whether the site is the edition for members of the network.
  package let isForMembers: Bool

  package init(_ entries: [Entry], isForMembers: Bool = false) {
    self.isForMembers = isForMembers
    self.entries = entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  package var bytes: [UInt8] {
    var bytes: [UInt8] = isForMembers ? Array((Self.membersMark + "\n").utf8) : []
    for entry in entries { Self.append(entry, to: &bytes) }
    let own = Entry(path: Self.fileName, size: bytes.count, digest: Fingerprint(of: bytes))
    Self.append(own, to: &bytes)
    return bytes
  }

  /// Nil for anything but a whole manifest.
  package init?(_ bytes: [UInt8]) {
    guard bytes.last == UInt8(ascii: "\n") else { return nil }
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
    isForMembers = Self.isForMembers(bytes)
    if isForMembers { lines = lines.dropFirst() }
    var entries = lines.map { Self.entry($0) }
    guard case let own?? = entries.popLast(), own.path == Self.fileName, own.size <= bytes.count,
      own.digest == Fingerprint(of: Array(bytes[..<own.size]))
    else { return nil }
    self.entries = entries.compactMap(\.self)
    guard self.entries.count == entries.count else { return nil }
  }

  /// The paths that a manifest names, also one of an older program, or one that is not whole.
  package static func paths(in bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
      return parts.count == 3 ? String(decoding: parts[2], as: UTF8.self) : nil
    }.filter { $0 != fileName }
  }

  /// How many files a whole manifest names.
  package static func entryCount(in bytes: [UInt8]) -> Int {
    bytes.count { $0 == UInt8(ascii: "\n") } - (isForMembers(bytes) ? 2 : 1)
  }

  /// Whether a manifest is of a members' edition, also one that is not whole.
  package static func isForMembers(_ bytes: [UInt8]) -> Bool { bytes.starts(with: (membersMark + "\n").utf8) }

  private static func append(_ entry: Entry, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: "\(entry.digest.text) \(entry.size) \(entry.path)\n".utf8)
  }

  private static func entry(_ line: ArraySlice<UInt8>) -> Entry? {
    let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
    guard parts.count == 3, let digest = Fingerprint(text: String(decoding: parts[0], as: UTF8.self)),
      let size = Int(String(decoding: parts[1], as: UTF8.self)), size >= 0,
      let path = String(validating: parts[2], as: UTF8.self)
    else { return nil }
    return Entry(path: path, size: size, digest: digest)
  }
}
