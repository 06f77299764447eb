/// How keys and vocabulary values are compared: lower case, ё=е, spaces and hyphens read as `_` (`domain.md` §2).
public enum FieldKey {
  public static func normalized(_ key: String) -> String {
    if key.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "_") }) {
      return key
    }
    var output = String.UnicodeScalarView()
    for scalar in key.composed.lowercased().unicodeScalars {
      switch scalar {
      case " ", "\u{A0}", "-", "–": output.append("_")
      case "ё": output.append("е")
      default: output.append(scalar)
      }
    }
    return String(output)
  }
}
