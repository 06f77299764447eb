import Foundation

extension String {
  /// The same text in NFC, so that й is one letter however it was typed.
  var composed: String {
    // Nothing below U+0300 combines.
    utf8.contains(where: { $0 >= 0xCC }) && unicodeScalars.contains(where: { (0x300...0x36F).contains($0.value) })
      ? precomposedStringWithCanonicalMapping : self
  }
}
