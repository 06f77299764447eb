/// The files under `content/` that are not documents, by their path from the site's folder as the disk has it. Strings
/// are equal in any Unicode form, so a path finds its file however й was typed.
public struct ContentInventory: Sendable {
  public let files: [String: File]
  /// The content folder's path from the site's folder.
  public let root: String

  /// A file as it was found.
  public struct File: Sendable {
    public let size: Int
    /// Where it leads, from the site's folder, if it is a link.
    public let target: String?
    /// Why it is not published, if it is a link that leads where none may.
    public let fault: LinkFault?

    public init(size: Int, target: String? = nil, fault: LinkFault? = nil) {
      self.size = size
      self.target = target
      self.fault = fault
    }
  }

  public init(root: String, files: [String: File]) {
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
    if let joined = joined(path, folder) { return joined }
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

  /// The same for `name` and `../folder/name`, which nearly all links are, without taking them apart; nil for others.
  private static func joined(_ path: String, _ folder: String) -> String? {
    let (slash, dot) = (UInt8(ascii: "/"), UInt8(ascii: "."))
    var rest = path.utf8[...]
    var base = folder.utf8[...]
    if rest.starts(with: "../".utf8) {
      guard let last = base.lastIndex(of: slash) else { return nil }
      base = base[..<last]
      rest = rest.dropFirst(3)
    }
    var isPartStart = true
    for byte in rest {
      // Parts that are empty, or begin with a dot, need a closer look.
      if isPartStart, byte == slash || byte == dot { return nil }
      isPartStart = byte == slash
    }
    guard !isPartStart, !base.isEmpty else { return nil }
    return "\(Substring(base))/\(Substring(rest))"
  }
}
