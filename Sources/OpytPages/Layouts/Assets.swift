import OpytText
import OpytTheme

/// Style sheets and scripts under names that change with their content, so that browsers may keep them for ever.
package struct Assets: Sendable {
  package let files: [(address: Address, bytes: [UInt8])]
  let frame: Frame

  /// What every page asks for.
  struct Frame: Sendable {
    let stylesheet: Address
    /// Runs while the page is read.
    let panelScript: Address
    /// Runs when the page is read.
    let script: Address
    /// Of the search page.
    let searchScript: Address
    let searchStylesheet: Address
    /// Of pages with pictures.
    let picturesStylesheet: Address
  }

  /// - Parameter css: what the program adds to the theme's style sheet.
  init(_ layouts: LayoutFiles, appending css: [UInt8]) {
    var addresses: [String: Address] = [:]
    let sheet = ThemeFile(path: StyleSheet.path, bytes: layouts.styleSheet.joined(with: css))
    files = ([sheet] + layouts.assets).map { asset in
      let address = Self.fingerprinted(asset.path, asset.bytes)
      addresses[asset.path] = address
      return (address, asset.bytes)
    }
    func address(_ name: String) -> Address {
      let path = "\(SiteFile.assetsFolder)/\(name)"
      return addresses[path] ?? Address(path)
    }
    frame = Frame(
      stylesheet: address("site.css"), panelScript: address("panel.js"), script: address("site.js"),
      searchScript: address("search.js"), searchStylesheet: address("search.css"),
      picturesStylesheet: address("pictures.css"))
  }

  /// The last part of a file's address.
  static func fingerprintedName(_ file: ThemeFile) -> String { fingerprinted(file.path, file.bytes).path.fileName }

  /// `assets/site.css` → `assets/site-1f2e3d4c5b6a7988.css`
  private static func fingerprinted(_ path: String, _ bytes: [UInt8]) -> Address {
    let digits = String(StableHash(bytes).value, radix: 16)
    let mark = String(repeating: "0", count: 16 - digits.count) + digits
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return Address("\(path)-\(mark)") }
    return Address("\(path[..<dot])-\(mark)\(path[dot...])")
  }
}
