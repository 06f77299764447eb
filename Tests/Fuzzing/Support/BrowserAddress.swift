/// What a browser makes of an address (URL standard, §4.4): an implementation that shares nothing with the program's.
enum BrowserAddress {
  /// Whether it stays on the site or leads to where a reader expects to be led.
  static func isHarmless(_ address: String) -> Bool {
    let scalars = address.unicodeScalars.filter { !["\t", "\n", "\r"].contains($0) }.drop { $0.value <= 0x20 }
    if scalars.count >= 2, scalars.prefix(2).allSatisfy({ $0 == "/" || $0 == "\\" }) { return false }
    guard let scheme = scheme(of: Array(scalars)) else { return true }
    return ["http", "https", "mailto", "tel"].contains(scheme)
  }

  private static func scheme(of scalars: [Unicode.Scalar]) -> String? {
    guard let first = scalars.first, isLetter(first) else { return nil }
    guard let colon = scalars.firstIndex(of: ":") else { return nil }
    let name = scalars[..<colon]
    guard name.allSatisfy({ isLetter($0) || ("0"..."9").contains($0) || ["+", "-", "."].contains($0) }) else {
      return nil
    }
    return String(String.UnicodeScalarView(name)).lowercased()
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}
