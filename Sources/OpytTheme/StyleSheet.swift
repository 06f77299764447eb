/// The style sheet of a site, put together from files of its theme.
///
/// It is published as several files, so that the home page waits for no more than it needs.
public struct StyleSheet: Sendable {
  /// What is published as a file of its own, in the order that pages ask for them: later rules win.
  public enum Section: String, CaseIterable, Sendable {
    /// What every page has.
    case site
    /// What stands on other pages than the home page.
    case pages
    /// What holds on paper only.
    case print

    /// Its parts are the files of this folder, joined in the order of their names.
    public var folder: String { "assets/\(rawValue)/" }
    /// What its joined parts are published as, before the name gets its fingerprint.
    public var path: String { "assets/\(rawValue).css" }
  }

  /// A file written under this name stands for the parts of all sections.
  public static let wholePath = Section.site.path
  /// A site's own rules, behind all others.
  public static let extraPath = "assets/extra.css"

  private let sections: [Section: [ThemeFile]]
  public let extra: ThemeFile?

  /// In the order they are joined.
  public var parts: [ThemeFile] { Section.allCases.flatMap { sections[$0] ?? [] } }

  /// Whether a file of a theme goes into the style sheet, and is not published by itself.
  public static func takes(_ path: String) -> Bool { path == wholePath || path == extraPath || isPart(path) }

  /// Whether a file of a theme is a part of a section, or would be one if the theme knew its name.
  public static func isPart(_ path: String) -> Bool { Section.allCases.contains { path.hasPrefix($0.folder) } }

  /// - Parameter files: of the theme; others than those it takes are passed over.
  public init(_ files: some Sequence<ThemeFile> = []) {
    var sections: [Section: [ThemeFile]] = [:]
    var whole: ThemeFile?
    var extra: ThemeFile?
    for file in files {
      if file.path == Self.wholePath {
        whole = file
      } else if file.path == Self.extraPath {
        extra = file
      } else if let section = Section.allCases.first(where: { file.path.hasPrefix($0.folder) }) {
        sections[section, default: []].append(file)
      }
    }
    self.extra = extra
    self.sections =
      whole.map { [.site: [$0]] }
      ?? sections.mapValues { $0.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) } }
  }

  /// The files that browsers get, in the order that pages ask for them; no empty ones.
  /// - Parameter generated: rules that the program adds to those of every page.
  public func published(with generated: [UInt8]) -> [ThemeFile] {
    let joined = Section.allCases.map { section in
      ThemeFile(
        path: section.path, bytes: Self.joined(sections[section] ?? [], behind: section == .site ? generated : []))
    }
    let own = extra.map { ThemeFile(path: $0.path, bytes: StyleSheetSqueezer.squeezed($0.text)) }
    return (joined + [own].compactMap(\.self)).filter { !$0.bytes.isEmpty }
  }

  private static func joined(_ parts: [ThemeFile], behind generated: [UInt8]) -> [UInt8] {
    var css: [UInt8] = []
    css.reserveCapacity(parts.reduce(generated.count) { $0 + $1.bytes.count + 1 })
    for part in parts {
      css += part.text
      // The last word of a part must not run into the first of the next.
      css.append(UInt8(ascii: "\n"))
    }
    return StyleSheetSqueezer.squeezed(css + generated)
  }
}

extension ThemeFile {
  /// Without a byte order mark, which would be a letter of the first word anywhere but at the very beginning.
  public var text: [UInt8] { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes }
}
