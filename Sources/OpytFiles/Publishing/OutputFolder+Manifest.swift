import OpytText

/// What stands in a published folder, as that tells it itself.
extension OutputFolder {
  /// The paths of all files of a published site, from its top; none where no site stands there.
  package static func publishedPaths(in folder: String) throws(MachineFailure) -> [String] {
    guard try FileSystem.checkedStatus(folder + "/" + marker) != nil else { return [] }
    let path = folder + "/" + SiteManifest.fileName
    // Older sites have none.
    guard try FileSystem.checkedStatus(path) != nil else { return try paths(below: folder, prefix: "") }
    return SiteManifest.paths(in: try FileSystem.contents(of: path))
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
