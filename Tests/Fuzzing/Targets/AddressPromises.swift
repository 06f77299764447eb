import OpytModel
import OpytNetwork
import OpytText

/// What becomes an address on the site or a path on the disk is one, and stays where it belongs.
enum AddressPromises {
  static func check(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    checkSlug(text)
    checkWebAddress(text)
    checkSiteAddress(text)
    checkAlias(text)
    checkForms(text)
    let path = text.folderPath + (text.utf8.contains(UInt8(ascii: "/")) ? "/" : "") + text.fileName
    promise(path.utf8.elementsEqual(text.utf8), "folder and name don't make the path again")
    if let computer = ComputerPath(text) {
      promise(!computer.fileName.utf8.contains { $0 == 0x2F || $0 == 0x5C }, "a file name with a slash")
    }
  }

  private static func checkSlug(_ text: String) {
    let slug = Transliteration.slug(text)
    promise(slug.utf8.count <= Transliteration.maximumLength, "a slug of \(slug.utf8.count)")
    promise(
      slug.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) },
      "the slug \(slug)")
    promise(!slug.hasPrefix("-") && !slug.hasSuffix("-") && !slug.contains("--"), "hyphens of the slug \(slug)")
    promise(Transliteration.slug(slug) == slug, "the slug of \(slug) is another")
    promise(slug.isEmpty || WindowsName.isReserved(slug) || SlugForm.fault(in: slug) == nil, "no slug: \(slug)")
  }

  private static func checkWebAddress(_ text: String) {
    guard let address = WebAddress(authored: text) else { return }
    promise(BrowserAddress.isHarmless(address.text), "harmful: \(address.text)")
    promise(
      address.text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"'<>\\^`{|}".utf8.contains($0) },
      "not safe in a page: \(address.text)")
    // Of `a\b:c` only the first reading tells that it is no scheme.
    if let again = WebAddress(authored: address.text) {
      promise(again.text == address.text, "encoded twice: \(address.text) becomes \(again.text)")
    }
  }

  private static func checkSiteAddress(_ text: String) {
    guard let address = try? SiteAddress(parsing: text) else { return }
    let url = address.url().text
    promise(url.hasPrefix("https://") || url.hasPrefix("http://"), "the site's address \(url)")
    promise(address.rootPath.hasPrefix("/") && address.rootPath.hasSuffix("/"), "the path \(address.rootPath)")
    promise(
      !address.host.isEmpty && address.host.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"/@:?#\\%".utf8.contains($0) },
      "the host \(address.host)")
    let again = try? SiteAddress(parsing: url)
    promise(again == address, "\(url) becomes \(again.map { $0.url().text } ?? "nothing")")
  }

  private static func checkAlias(_ text: String) {
    guard AliasForm.fault(in: text) == nil else { return }
    // By bytes, as the system reads paths.
    let parts = text.utf8.split(separator: UInt8(ascii: "/"))
    promise(
      !parts.isEmpty && !parts.contains { $0.first == UInt8(ascii: ".") }, "an alias that is hidden or leaves: \(text)")
    promise(
      !text.unicodeScalars.contains { $0.value < 0x21 || $0 == "\\" || $0 == ":" }, "an alias of odd signs: \(text)")
  }

  private static func checkForms(_ text: String) {
    if WebSiteForm.fault(in: text) == nil {
      promise(
        BrowserAddress.isHarmless(text) && WebAddress(authored: text) != nil, "a site that can't be linked: \(text)")
    }
    if ColorForm.fault(in: text) == nil { promise(text.utf8.count == 7, "a colour") }
    if EmailForm.fault(in: text) == nil {
      promise(WebAddress(authored: "mailto:\(text)") != nil, "an address that can't be written to: \(text)")
    }
  }
}
