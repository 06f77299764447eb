/// The style sheet of a site, put together from files of its theme.
public struct StyleSheet: Sendable {
  /// Its parts are the files of this folder, joined in the order of their names.
  public static let partsFolder = "assets/site/"
  /// What the joined parts are published as, before the name gets its fingerprint. A file written under this name stands
  /// for all the parts.
  public static let path = "assets/site.css"
  /// A site's own rules, behind all others.
  public static let extraPath = "assets/extra.css"

  /// In the order they are joined.
  public let parts: [ThemeFile]
  public let extra: ThemeFile?

  /// Whether a file of a theme goes into the style sheet, and is not published by itself.
  public static func takes(_ path: String) -> Bool {
    path == Self.path || path == extraPath || path.hasPrefix(partsFolder)
  }

  /// - Parameter files: of the theme; others than those it takes are passed over.
  public init(_ files: some Sequence<ThemeFile> = []) {
    var parts: [ThemeFile] = []
    var whole: ThemeFile?
    var extra: ThemeFile?
    for file in files {
      if file.path == Self.path {
        whole = file
      } else if file.path == Self.extraPath {
        extra = file
      } else if file.path.hasPrefix(Self.partsFolder) {
        parts.append(file)
      }
    }
    self.extra = extra
    self.parts = whole.map { [$0] } ?? parts.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The whole sheet as browsers get it.
  /// - Parameter generated: rules that the program adds to the theme's own.
  public func joined(with generated: [UInt8]) -> [UInt8] {
    var css: [UInt8] = []
    css.reserveCapacity(parts.reduce(generated.count) { $0 + $1.bytes.count + 1 } + (extra?.bytes.count ?? 0))
    for part in parts {
      css += part.text
      // The last word of a part must not run into the first of the next.
      css.append(UInt8(ascii: "\n"))
    }
    css += generated
    if let extra {
      css.append(UInt8(ascii: "\n"))
      css += extra.text
    }
    return StyleSheetSqueezer.squeezed(css)
  }
}

extension ThemeFile {
  /// Without a byte order mark, which would be a letter of the first word anywhere but at the very beginning.
  public var text: [UInt8] { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes }
}
