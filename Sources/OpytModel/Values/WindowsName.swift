import OpytDiagnostics
import OpytText

/// Names that Windows keeps for devices: a published site must open from a USB stick there too.
public enum WindowsName {
  /// Whether Windows takes a file of this name for a device.
  /// - Parameter name: with or without an ending: Windows looks at what stands before the first dot.
  public static func isReserved(_ name: String) -> Bool {
    // Names that have another length are none: most are told apart so.
    let length = name.utf8.prefix(5).prefix { $0 != UInt8(ascii: ".") }.count
    guard length == 3 || length == 4 else { return false }
    let stem = name.prefix { $0 != "." }.lowercased()
    if ["con", "prn", "aux", "nul"].contains(stem) { return true }
    let bytes = Array(stem.utf8)
    return bytes.count == 4 && bytes[3].isASCIIDigit && bytes[3] != UInt8(ascii: "0")
      && (stem.hasPrefix("com") || stem.hasPrefix("lpt"))
  }

  static let fault = Phrase(
    "такое имя занято системой Windows: выберите другое", en: "Windows reserves this name: choose another one")
}
