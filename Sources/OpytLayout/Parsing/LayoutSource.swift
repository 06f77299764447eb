/// One layout file.
public struct LayoutSource: Hashable, Sendable {
  /// What other layouts call it: `partials/card`.
  public let name: String
  /// What diagnostics call it: a path relative to the site's folder.
  public let file: String
  public let bytes: [UInt8]

  public init(name: String, file: String, bytes: [UInt8]) {
    self.name = name
    self.file = file
    self.bytes = bytes
  }

  public init(name: String, file: String, text: String) {
    self.init(name: name, file: file, bytes: Array(text.utf8))
  }
}
