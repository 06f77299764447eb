/// The files under `content/` that are not documents, by their path from the site's folder.
public struct ContentInventory: Sendable {
  public let files: [String: FileFacts]
  /// The content folder's path from the site's folder.
  public let root: String

  public struct FileFacts: Sendable {
    public let size: Int

    public init(size: Int) { self.size = size }
  }

  public init(root: String, files: [String: FileFacts]) {
    self.root = root
    self.files = files
  }
}

/// A path like a URL's: `..` climbs, and never above where it starts.
enum RelativePath {
  /// `content/projects` and `../cases/a.md` → `content/cases/a.md`; nil when it leaves the site's folder.
  static func resolve(_ path: String, from folder: String) -> String? {
    // By bytes: a combining mark behind a slash makes another character of it.
    let slash = UInt8(ascii: "/")
    var parts = folder.utf8.split(separator: slash).map(Substring.init)
    for part in path.utf8.split(separator: slash).map(Substring.init) {
      switch part {
      case ".": continue
      case "..":
        guard !parts.isEmpty else { return nil }
        parts.removeLast()
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
