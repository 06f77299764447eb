import OpytText

/// What stands in a published folder, as that tells it itself.
extension OutputFolder {
  /// A line for each file of the published site: digest, size, path; sorted by path.
  package static let manifest = ".opyt-manifest"

  /// The manifest as it is written, sorted by path.
  package static func bytes(ofManifest files: [(path: String, size: Int, digest: String)]) -> [UInt8] {
    var bytes: [UInt8] = []
    for file in files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      bytes.append(contentsOf: "\(file.digest) \(file.size) \(file.path)\n".utf8)
    }
    return bytes
  }

  /// The paths of all files of a published site, from its top; none where no site stands there.
  package static func publishedPaths(in folder: String) throws(MachineFailure) -> [String] {
    guard try FileSystem.checkedStatus(folder + "/" + marker) != nil else { return [] }
    let path = folder + "/" + manifest
    // Older sites have none.
    guard try FileSystem.checkedStatus(path) != nil else { return try paths(below: folder, prefix: "") }
    return try FileSystem.contents(of: path).split(separator: UInt8(ascii: "\n")).compactMap { line in
      let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
      return parts.count == 3 ? String(decoding: parts[2], as: UTF8.self) : nil
    }
  }

  private static func paths(below folder: String, prefix: String) throws(MachineFailure) -> [String] {
    var paths: [String] = []
    for entry in try FileSystem.entries(of: folder) {
      guard let name = entry.name, let status = try FileSystem.checkedStatus(folder + "/" + name) else { continue }
      switch status.type {
      case .folder: paths += try self.paths(below: folder + "/" + name, prefix: prefix + name + "/")
      case .file: paths.append(prefix + name)
      case .link, .other: break
      }
    }
    return paths
  }
}
