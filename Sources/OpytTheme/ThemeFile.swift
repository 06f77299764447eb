/// One file of a theme.
public struct ThemeFile: Hashable, Sendable {
  /// From the folder of layouts: `partials/card.mustache`.
  public let path: String
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The files of `layouts/` as they were when the program was built.
  public static let builtIn: [ThemeFile] = texts.map { path, text in
    ThemeFile(path: path.description, bytes: text.withUTF8Buffer { [UInt8]($0) })
  }
}
