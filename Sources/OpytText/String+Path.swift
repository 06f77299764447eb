extension String {
  /// `content/projects/ogorod.md` → `content/projects`
  public var folderPath: String {
    utf8.lastIndex(of: UInt8(ascii: "/")).map { String(self[..<$0]) } ?? ""
  }

  /// `content/projects/ogorod.md` → `ogorod.md`
  public var fileName: String {
    utf8.lastIndex(of: UInt8(ascii: "/")).map { String(self[index(after: $0)...]) } ?? self
  }
}
