import Foundation

/// A path that only its author's computer knows: `C:\Users\план.docx`, `file:///home/план.docx`, `\\server\план.docx`.
public struct ComputerPath: Hashable, Sendable {
  /// The file's name alone; empty for a folder.
  public let fileName: String

  /// Nil for what may be an address or a path of the network's files.
  public init?(_ address: String) {
    guard Self.isPossible(address) else { return nil }
    let bytes = Array(address.utf8.drop { $0 <= 0x20 })
    let text = String(decoding: bytes, as: UTF8.self)
    let isWritten = text.percentDecoded ?? text
    let scalars = Array(isWritten.unicodeScalars.prefix(3))
    // A letter of a drive, also one of the other keyboard: «С:\».
    let isDrive =
      scalars.count == 3 && scalars[0].properties.isAlphabetic && scalars[1] == ":" && Self.isSlash(scalars[2])
    let lowered = isWritten.prefix(7).lowercased()
    let isHome = ["~/", "/home/", "/users/"].contains { lowered.hasPrefix($0) }
    guard isDrive || isHome || lowered.hasPrefix("file:") || scalars.first == "\\" else { return nil }
    fileName =
      isWritten.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: Self.isSlash).last
      .map { String(String.UnicodeScalarView($0)) } ?? ""
  }

  /// By bytes: most addresses are told apart by how they begin.
  private static func isPossible(_ address: String) -> Bool {
    let start = address.utf8.drop { $0 <= 0x20 }.prefix(9)
    guard let first = start.first else { return false }
    if start.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "\\") }) { return true }
    // A drive's letter has no more than four bytes.
    return first == UInt8(ascii: "~") || first == UInt8(ascii: "/") || start.prefix(5).contains(UInt8(ascii: ":"))
  }

  private static func isSlash(_ scalar: Unicode.Scalar) -> Bool { scalar == "/" || scalar == "\\" }
}
