import OpytText

/// Style sheets and scripts under names that change with their content, so that browsers may keep them for ever.
struct Assets: Sendable {
  let files: [(address: Address, bytes: [UInt8])]
  let stylesheet: Address

  /// - Parameter css: what the program adds to the theme's style sheet.
  init(_ layouts: LayoutFiles, appending css: [UInt8]) {
    var stylesheet = Address("\(SitePlan.assetsFolder)/site.css")
    files = layouts.assets.map { asset in
      let isStylesheet = asset.path == "assets/site.css"
      let bytes = isStylesheet ? asset.bytes + css : asset.bytes
      let address = Self.fingerprinted(asset.path, bytes)
      if isStylesheet { stylesheet = address }
      return (address, bytes)
    }
    self.stylesheet = stylesheet
  }

  /// `assets/site.css` → `assets/site-1f2e3d4c5b6a7988.css`
  private static func fingerprinted(_ path: String, _ bytes: [UInt8]) -> Address {
    let digits = String(StableHash(bytes).value, radix: 16)
    let mark = String(repeating: "0", count: 16 - digits.count) + digits
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return Address("\(path)-\(mark)") }
    return Address("\(path[..<dot])-\(mark)\(path[dot...])")
  }
}
