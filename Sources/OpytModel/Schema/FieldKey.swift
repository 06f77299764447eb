import OpytMarkup

/// How keys and vocabulary values are compared: lower case, ё=е, spaces and hyphens read as `_`.
public enum FieldKey {
  public static func normalized(_ key: String) -> String {
    if isNormalized(key) { return key }
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
