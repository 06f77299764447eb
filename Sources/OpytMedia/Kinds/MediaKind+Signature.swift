import OpytText

extension MediaKind {
  /// How much of a file tells its kind.
  package static let signatureLength = 4096

  /// By a file's first bytes; nil for what is of no known kind.
  /// - Parameter promised: what its name says.
  init?(signature bytes: [UInt8], promised: MediaKind?) {
    let found = Self.isText(bytes) ? Self.text(bytes) : Self.binary(bytes)
    if promised == .pdf, found == nil || found == .text, Self.hasPDF(bytes) {
      self = .pdf
    } else if let found {
      self = found
    } else {
      return nil
    }
  }

  private static func text(_ bytes: [UInt8]) -> MediaKind {
    if bytes.starts(with: "%PDF-".utf8) { return .pdf }
    if bytes.starts(with: "{\\rtf".utf8) { return .richText }
    return isMarkup(bytes) ? .markup : .text
  }

  private static func binary(_ bytes: [UInt8]) -> MediaKind? {
    func has(_ text: String, at offset: Int = 0) -> Bool { bytes.dropFirst(offset).starts(with: text.utf8) }
    func begins(_ signature: UInt8...) -> Bool { bytes.starts(with: signature) }
    if begins(0xFF, 0xD8, 0xFF) { return .jpeg }
    if bytes.starts(with: PNGFile.signature) { return .png }
    if has("GIF87a") || has("GIF89a") { return .gif }
    if has("RIFF"), has("WEBP", at: 8) { return .webP }
    if has("%PDF-") { return .pdf }
    if has("{\\rtf") { return .richText }
    if begins(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1) { return .oldOffice }
    if begins(0x50, 0x4B, 3, 4) || begins(0x50, 0x4B, 5, 6) { return .zip }
    if has("OggS") { return .ogg }
    if begins(0x1A, 0x45, 0xDF, 0xA3) { return .webM }
    if has("ftyp", at: 4) {
      return ["heic", "heix", "heif", "mif1", "msf1", "avif"].contains { has($0, at: 8) } ? .heic : .mp4
    }
    if ["moov", "mdat", "wide", "free", "skip"].contains(where: { has($0, at: 4) }) { return .mp4 }
    // A layer III frame, or the words before the first one.
    if has("ID3") || bytes.count > 1 && bytes[0] == 0xFF && bytes[1] & 0xE6 == 0xE2 { return .mp3 }
    if has("MZ") || begins(0x7F, 0x45, 0x4C, 0x46) { return .program }
    if has("Rar!") || begins(0x37, 0x7A, 0xBC, 0xAF) || begins(0x1F, 0x8B) { return .otherArchive }
    if begins(0x49, 0x49, 0x2A, 0) || begins(0x4D, 0x4D, 0, 0x2A) { return .tiff }
    if has("BM"), bytes.count > 14, bytes[6...9].allSatisfy({ $0 == 0 }) { return .bmp }
    return nil
  }

  /// Other programs put a few bytes before a PDF's own, and readers look for it that far.
  private static func hasPDF(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(1024)
    return head.indices.contains { head[$0] == UInt8(ascii: "%") && head[$0...].starts(with: "%PDF-".utf8) }
  }

  private static func isMarkup(_ bytes: [UInt8]) -> Bool {
    let start = bytes.drop { [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
    guard start.first == UInt8(ascii: "<"), start.count > 1 else { return false }
    let next = start[start.startIndex + 1]
    return next.isASCIILetterOrDigit || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
  }

  /// In any encoding that has no zero bytes, or in UTF-16 that says so.
  private static func isText(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    return !bytes.contains { $0 < 0x09 || (0x0E..<0x20).contains($0) && $0 != 0x1B && $0 != 0x1A }
  }

  /// Whether what was found may stand under a name.
  func mayContain(_ found: MediaKind?) -> Bool {
    // A text may have anything in it that is text, and is shown as such.
    self == found || self == .text && found == .markup
  }
}
