import OpytMarkup
import OpytText

/// How keys and vocabulary values are compared: lower case, ё=е, spaces and hyphens read as `_`.
public enum FieldKey {
  public static func normalized(_ key: String) -> String {
    if isNormalized(key) { return key }
    if let simple = simplyNormalized(key) { return simple }
    var output = String.UnicodeScalarView()
    for scalar in key.composed.trimmedOfBlanks.lowercased().unicodeScalars {
      switch scalar {
      case "-", "–", "—", "‑", "−": output.append("_")
      case _ where InvisibleCharacter.isBlank(scalar): output.append("_")
      case _ where InvisibleCharacter.isZeroWidth(scalar): continue
      case "ё": output.append("е")
      default: output.append(scalar)
      }
    }
    return String(output)
  }

  /// Of letters of Russian and signs of ASCII, without blanks around them; nil where anything else stands.
  private static func simplyNormalized(_ key: String) -> String? {
    let bytes = key.utf8Span.span
    guard !bytes.isEmpty, bytes[0] > 0x20, bytes[bytes.count - 1] > 0x20 else { return nil }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "-"): output.append(UInt8(ascii: "_"))
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): output.append(byte | 0x20)
      case 0x21...0x7E: output.append(byte)
      case 0xD0, 0xD1:
        index += 1
        guard let letter = RussianLetters.folded(byte, bytes[index]) else { return nil }
        output.append(letter.0)
        output.append(letter.1)
      default: return nil
      }
      index += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Most keys are: small Latin letters, or small а…я, which are D0 B0…D0 BF and D1 80…D1 8F.
  private static func isNormalized(_ key: String) -> Bool {
    var lead: UInt8 = 0
    for byte in key.utf8 {
      switch (lead, byte) {
      case (0, UInt8(ascii: "a")...UInt8(ascii: "z")), (0, UInt8(ascii: "0")...UInt8(ascii: "9")),
        (0, UInt8(ascii: "_")):
        continue
      case (0, 0xD0), (0, 0xD1): lead = byte
      case (0xD0, 0xB0...0xBF), (0xD1, 0x80...0x8F): lead = 0
      default: return false
      }
    }
    return true
  }
}
