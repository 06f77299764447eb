/// Paths are read by bytes, as the system reads them: to a `Character`, a combining mark makes something else of the slash
/// or the dot before it.
extension String {
  /// `content/projects/ogorod.md` → `content/projects`
  public var folderPath: String {
    utf8.lastIndex(of: UInt8(ascii: "/")).map { String(self[..<$0]) } ?? ""
  }

  /// `content/projects/ogorod.md` → `ogorod.md`
  public var fileName: String {
    utf8.lastIndex(of: UInt8(ascii: "/")).map { String(self[utf8.index(after: $0)...]) } ?? self
  }

  /// The names between its slashes, empty ones too.
  public var pathNames: [Substring] {
    self[...].utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { Substring($0) }
  }
}
