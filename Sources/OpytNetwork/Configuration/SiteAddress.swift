import Foundation
package import OpytDiagnostics
package import OpytText

/// Where a site is reached: `https://opyt.example/set/`. What machines read as a whole address – canonical links,
/// feeds, the sitemap, calendars, tables – is made of it here and nowhere else.
///
/// It is kept in one spelling, however it was typed, in ASCII: `HTTPS://Опыт.рф:443/сеть` is
/// `https://xn--n1acj9a.xn--p1ai/%D1%81%D0%B5%D1%82%D1%8C/` (RFC 3986 §6.2.2).
package struct SiteAddress: Hashable, Sendable {
  /// Why a text can't be a site's address.
  package struct Fault: Error {
    package let reason: Phrase
  }

  private let scheme: String
  /// `opyt.example`
  package let host: String
  /// Nil for the scheme's own.
  private let port: Int?
  /// The path on its server, with a `/` at both ends: `/set/`.
  package let rootPath: String

  /// An address as it was typed.
  package init(parsing address: String) throws(Fault) {
    let address = address.precomposedStringWithCanonicalMapping
    let parts = try Parts(address)
    scheme = parts.scheme
    do throws(ASCIIHost.Fault) {
      host = try ASCIIHost(parts.host).text
    } catch {
      throw Fault(reason: error.reason)
    }
    port = try Self.port(parts.port, scheme: scheme)
    rootPath = try Self.normalized(path: parts.path)
  }

  /// The whole address of something in the site.
  /// - Parameter path: from the site's top; empty for the top itself.
  package func url(_ path: String = "") -> WebAddress {
    WebAddress(relative: scheme + "://" + host + (port.map { ":\($0)" } ?? "") + rootPath + path)
  }

  private static func port(_ text: Substring?, scheme: String) throws(Fault) -> Int? {
    guard let text, !text.isEmpty else { return nil }
    guard text.allSatisfy({ $0.isASCII && $0.isNumber }), let port = Int(text), (1...65535).contains(port) else {
      throw .port
    }
    return port == (scheme == "https" ? 443 : 80) ? nil : port
  }

  // MARK: Paths

  private static func normalized(path: Substring) throws(Fault) -> String {
    let path = try percentEncoded(path)
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)[...]
    while parts.last?.isEmpty == true { parts.removeLast() }
    // `//b` would be another host where a link begins with it.
    guard !parts.dropFirst().contains(where: \.isEmpty) else { throw .doubleSlash }
    guard !parts.contains(where: { $0 == "." || $0 == ".." }) else { throw .dots }
    return parts.joined(separator: "/") + "/"
  }

  /// What may not stand in a path is encoded, what need not be encoded is not, and digits are in capitals
  /// (RFC 3986 §6.2.2.2).
  private static func percentEncoded(_ path: Substring) throws(Fault) -> String {
    let digits = path.split(separator: "%", omittingEmptySubsequences: false).dropFirst().map { $0.prefix(2) }
    guard digits.allSatisfy({ $0.count == 2 && $0.allSatisfy { $0.isASCII && $0.isHexDigit } }) else { throw .percent }
    let parts = WebAddress(relative: String(path)).text.split(separator: "%", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(into: String(parts.first ?? "")) { encoded, part in
      let digits = part.prefix(2)
      let character = UInt8(digits, radix: 16).map { Character(UnicodeScalar($0)) }
      if let character, character.isUnreserved {
        encoded.append(character)
      } else {
        encoded += "%" + digits.uppercased()
      }
      encoded += part.dropFirst(2)
    }
  }

  // MARK: Parts

  /// An address, cut where its marks are.
  private struct Parts {
    let scheme: String
    let host: String
    let port: Substring?
    let path: Substring

    init(_ address: String) throws(Fault) {
      guard let end = address.utf8.firstIndex(of: UInt8(ascii: ":")), address[end...].hasPrefix("://"),
        case let scheme = address[..<end].lowercased(), scheme == "https" || scheme == "http"
      else { throw .scheme }
      self.scheme = scheme
      guard !address.unicodeScalars.contains(where: \.isBlank) else { throw .space }
      guard !address.utf8.contains(where: { "\\?#\"'<>`{}|^[]".utf8.contains($0) }) else { throw .mark }
      let rest = address[end...].dropFirst("://".count)
      let slash = rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      let authority = rest[..<slash]
      path = rest[slash...]
      guard !authority.utf8.contains(UInt8(ascii: "@")) else { throw .user }
      let colon = authority.utf8.firstIndex(of: UInt8(ascii: ":"))
      host = String(authority[..<(colon ?? authority.endIndex)])
      port = colon.map { authority[$0...].dropFirst() }
      guard !host.isEmpty else { throw .host }
    }
  }
}

extension SiteAddress.Fault {
  fileprivate static let scheme = Self(
    reason: Phrase(
      "адрес сайта начинается с https:// или http://", en: "a site's address begins with https:// or http://"))
  fileprivate static let space = Self(
    reason: Phrase(
      "в адресе сайта пробел или невидимый знак: уберите его, а внутри пути запишите %20",
      en: "a site's address has no spaces: remove it, or write %20 inside the path"))
  fileprivate static let mark = Self(
    reason: Phrase(
      "в адресе сайта не бывает ?, #, кавычек, скобок и обратной косой черты",
      en: "a site's address has no ?, #, quotes, brackets or backslash"))
  fileprivate static let user = Self(
    reason: Phrase("в адресе сайта не бывает имени пользователя (@)", en: "a site's address has no user name (@)"))
  fileprivate static let host = Self(
    reason: Phrase(
      "в адресе нет имени сайта: https://opyt.example/", en: "the address has no host: https://opyt.example/"))
  fileprivate static let port = Self(
    reason: Phrase("порт – число от 1 до 65535", en: "a port is a number from 1 to 65535"))
  fileprivate static let percent = Self(
    reason: Phrase(
      "за знаком % в адресе стоят две цифры, например %20", en: "two hexadecimal digits follow % in an address"))
  fileprivate static let doubleSlash = Self(
    reason: Phrase("в адресе сайта две косые черты подряд", en: "the address has two slashes in a row"))
  fileprivate static let dots = Self(
    reason: Phrase("в адресе сайта не бывает частей «.» и «..»", en: "a site's address has no parts “.” and “..”"))
}

extension Unicode.Scalar {
  /// Spaces, controls and what can't be seen.
  fileprivate var isBlank: Bool {
    properties.isWhitespace || properties.isDefaultIgnorableCodePoint || properties.generalCategory == .control
  }
}

extension Character {
  /// What stands for itself everywhere in an address (RFC 3986 §2.3).
  fileprivate var isUnreserved: Bool { isASCII && (isLetter || isNumber) || "-._~".contains(self) }
}
