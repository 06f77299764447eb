/// What must not come apart at the end of a line.
enum RussianTypography {
  /// «№ 5» with a no-break space.
  static func unbroken(_ text: String) -> String {
    // Most texts have no №: E2 84 96 in UTF-8.
    guard text.utf8.contains(0x84) else { return text }
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 8)
    for (index, byte) in bytes.enumerated() {
      let isBehindSign =
        byte == UInt8(ascii: " ") && index >= 3 && bytes[index - 1] == 0x96 && bytes[index - 2] == 0x84
        && bytes[index - 3] == 0xE2
      if isBehindSign { output.append(contentsOf: [0xC2, 0xA0]) } else { output.append(byte) }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
