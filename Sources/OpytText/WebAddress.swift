/// An address that may stand in `href` or `src`: its scheme is one of the harmless ones, its bytes are URL-safe.
public struct WebAddress: Hashable, Sendable {
  public let text: String

  /// The schemes an author may link to. Everything else, `javascript:`, `data:`, `intent:`, `//host`, may run or load
  /// what a reader did not ask for.
  public static let permittedSchemes: Set<String> = ["http", "https", "mailto", "tel"]

  /// An address written by an author: nil unless it is relative to this site or has a permitted scheme.
  public init?(authored address: String) {
    switch Self.scheme(of: address) {
    case .relative: break
    case .scheme(let scheme): guard Self.permittedSchemes.contains(scheme) else { return nil }
    case .foreignHost: return nil
    }
    self.init(relative: Self.asBrowsersRead(address))
  }

  /// An address that the program made itself and that has no scheme or a known one.
  public init(relative address: String) {
    text = Self.percentEncoded(address)
  }

  /// What an address begins with (RFC 3986 §4.2).
  public enum Beginning: Hashable, Sendable {
    case relative
    case scheme(String)
    /// `//host` or a spelling that browsers read as one.
    case foreignHost
  }

  /// What an address begins with, as a browser takes it.
  public static func scheme(of address: String) -> Beginning {
    let read = asBrowsersRead(address)
    let bytes = read.utf8
    // They also read `\` as `/`.
    if bytes.count >= 2, bytes.prefix(2).allSatisfy({ $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }) {
      return .foreignHost
    }
    let delimiters = ":/?#\\".utf8
    guard let end = bytes.firstIndex(where: delimiters.contains), bytes[end] == UInt8(ascii: ":") else {
      return bytes.count == address.utf8.count ? .relative : .scheme("")
    }
    return .scheme(read[..<end].lowercased())
  }

  /// Browsers drop spaces and control characters in front, and tabs and line ends anywhere (URL standard, §4.4).
  private static func asBrowsersRead(_ address: String) -> String {
    guard address.utf8.contains(where: { $0 <= 0x20 }) else { return address }
    let read = address.utf8.drop { $0 <= 0x20 }.filter { byte in
      byte != UInt8(ascii: "\t") && byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\r")
    }
    return String(decoding: read, as: UTF8.self)
  }

  /// Percent-encodes what may not stand in a URL (RFC 3986 §2) and leaves what is encoded already.
  private static func percentEncoded(_ address: String) -> String {
    let written = address.utf8Span.span
    let isSafe = safeBytes.withUnsafeBufferPointer { safeBytes in
      for index in written.indices where !safeBytes[Int(written[index])] { return false }
      return true
    }
    if isSafe { return address }
    let bytes = Array(address.utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 3)
    for (index, byte) in bytes.enumerated() {
      let isEscape =
        byte == UInt8(ascii: "%") && index + 2 < bytes.count && isHexDigit(bytes[index + 1])
        && isHexDigit(bytes[index + 2])
      if isURLSafe(byte) || isEscape {
        output.append(byte)
      } else {
        output.append(UInt8(ascii: "%"))
        output.append(hexDigit(byte >> 4))
        output.append(hexDigit(byte & 0xF))
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func isURLSafe(_ byte: UInt8) -> Bool { safeBytes[Int(byte)] }

  /// Every link of every page goes through here.
  private static let safeBytes = (UInt8.min...UInt8.max).map { byte in
    byte.isASCIILetterOrDigit || "-._~:/?#@!$&()*+,;=".utf8.contains(byte)
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
