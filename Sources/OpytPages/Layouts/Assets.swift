import OpytText
import OpytTheme

/// Style sheets and scripts under names that change with their content, so that browsers may keep them for ever.
package struct Assets: Sendable {
  package let files: [(address: Address, bytes: [UInt8])]
  let frame: Frame

  /// What every page asks for.
  struct Frame: Sendable {
    let stylesheet: Address
    /// Of all pages but the home page; nil where a site has its own sheet in place of all.
    let pagesStylesheet: Address?
    let printStylesheet: Address?
    /// The site's own rules.
    let extraStylesheet: Address?
    /// Runs while the page is read.
    let panelScript: Address
    /// Runs when the page is read.
    let script: Address
    /// Loads the parts of the search index, for the search page and the catalogue.
    let partsScript: Address
    /// Of the search page.
    let searchScript: Address
    /// Of the search page, and of the catalogue.
    let searchStylesheet: Address
    let catalogueScript: Address
    let catalogueStylesheet: Address
    /// Of the pages of materials.
    let materialScript: Address
    let materialStylesheet: Address
    /// Of pages with pictures.
    let picturesStylesheet: Address
  }

  /// - Parameter css: what the program adds to the theme's style sheet.
  init(_ layouts: LayoutFiles, appending css: [UInt8]) {
    var addresses: [String: Address] = [:]
    files = (layouts.styleSheet.published(with: css) + layouts.assets).map { asset in
      let address = Self.fingerprinted(asset.path, asset.bytes)
      addresses[asset.path] = address
      return (address, asset.bytes)
    }
    func address(_ name: String) -> Address {
      let path = "\(SiteFile.assetsFolder)/\(name)"
      return addresses[path] ?? Address(path)
    }
    frame = Frame(
      stylesheet: address("site.css"), pagesStylesheet: addresses[StyleSheet.Section.pages.path],
      printStylesheet: addresses[StyleSheet.Section.print.path], extraStylesheet: addresses[StyleSheet.extraPath],
      panelScript: address("panel.js"), script: address("site.js"),
      partsScript: address("parts.js"), searchScript: address("search.js"), searchStylesheet: address("search.css"),
      catalogueScript: address("catalogue.js"), catalogueStylesheet: address("catalogue.css"),
      materialScript: address("material.js"), materialStylesheet: address("material.css"),
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
