import CLibIDN2
import OpytDiagnostics

/// A host's name as the network knows it: `опыт.рф` is `xn--n1acj9a.xn--p1ai` (IDNA 2008, UTS 46 non-transitional).
/// The only file that touches libidn2.
struct ASCIIHost: Hashable, Sendable {
  /// Why a text can't be the name of a host.
  struct Fault: Error {
    let reason: Phrase
  }

  let text: String

  /// - Parameter name: in any script, or in ASCII already.
  init(_ name: String) throws(Fault) {
    // libidn2 drops what is neither letter nor digit without a word.
    for byte in name.utf8 where byte < 0x80 && !byte.isPermitted { throw .character(byte) }
    var ascii = try Self.ascii(name)
    // `opyt.example.` is the same host.
    if ascii.hasSuffix(".") { ascii.removeLast() }
    guard ascii.utf8.count <= 253 else { throw .tooLong }
    for label in ascii.split(separator: ".", omittingEmptySubsequences: false) {
      guard !label.isEmpty else { throw .emptyLabel }
      guard label.utf8.count <= 63 else { throw .labelTooLong }
      guard !label.hasPrefix("-"), !label.hasSuffix("-") else { throw .hyphen }
      // What other scripts have for `_` or `/` becomes one of these.
      if let byte = label.utf8.first(where: { !$0.isPermitted }) { throw .character(byte) }
    }
    text = ascii
  }

  /// libidn2 allocates the name; it is copied and let go here.
  private static func ascii(_ name: String) throws(Fault) -> String {
    var output: UnsafeMutablePointer<CChar>?
    defer { idn2_free(output) }
    let code = idn2_to_ascii_8z(name, &output, CInt(IDN2_NONTRANSITIONAL.rawValue | IDN2_NFC_INPUT.rawValue))
    guard code == IDN2_OK.rawValue, let output else { throw Fault(code: code, in: name) }
    return String(cString: output)
  }
}

extension ASCIIHost.Fault {
  fileprivate init(code: CInt, in name: String) {
    switch idn2_rc(rawValue: code) {
    case IDN2_TOO_BIG_LABEL, IDN2_PUNYCODE_BIG_OUTPUT: self = .labelTooLong
    case IDN2_TOO_BIG_DOMAIN: self = .tooLong
    case IDN2_HYPHEN_STARTEND, IDN2_2HYPHEN: self = .hyphen
    case IDN2_BIDI: self = .mixedDirections
    case _ where name.lowercased().contains("xn--"): self = .undecodable
    default: self = .letter
    }
  }

  fileprivate static func character(_ byte: UInt8) -> Self {
    let shown = String(UnicodeScalar(byte))
    return Self(
      reason: Phrase(
        "в имени сайта бывают буквы, цифры, дефисы и точки, а не «\(shown)»",
        en: "a host has letters, digits, hyphens and dots, not “\(shown)”"))
  }

  fileprivate static let letter = Self(
    reason: Phrase(
      "в имени сайта есть знак, которого в именах не бывает", en: "the host has a character that no host may have"))
  fileprivate static let emptyLabel = Self(
    reason: Phrase("в имени сайта между точками пусто", en: "the host has nothing between two dots"))
  fileprivate static let labelTooLong = Self(
    reason: Phrase(
      "часть имени сайта между точками длиннее 63 знаков (русские буквы занимают больше одного)",
      en: "a part of the host between dots is longer than 63 bytes in ASCII"))
  fileprivate static let tooLong = Self(
    reason: Phrase(
      "имя сайта длиннее 253 знаков (русские буквы занимают больше одного)",
      en: "the host is longer than 253 bytes in ASCII"))
  fileprivate static let hyphen = Self(
    reason: Phrase(
      "часть имени сайта не начинается и не кончается дефисом, и третий и четвёртый знаки – не дефисы",
      en: "a part of a host neither begins nor ends with a hyphen, nor has two as its third and fourth character"))
  fileprivate static let mixedDirections = Self(
    reason: Phrase(
      "в имени сайта смешаны письмо слева направо и справа налево", en: "the host mixes directions of writing"))
  fileprivate static let undecodable = Self(
    reason: Phrase(
      "часть имени, которая начинается с xn--, ничего не значит: проверьте, целиком ли она скопирована",
      en: "the part that begins with xn-- means nothing: see whether all of it was copied"))
}

extension UInt8 {
  /// In the ASCII name of a host.
  fileprivate var isPermitted: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
