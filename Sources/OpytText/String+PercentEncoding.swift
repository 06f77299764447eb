extension String {
  /// As one value of an address: every byte is written as `%D0` and the like but letters, digits and `-._~`.
  public var percentEncoded: String {
    let bytes = utf8Span.span
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 3)
    for index in bytes.indices {
      let byte = bytes[index]
      if byte.isASCIILetterOrDigit || "-._~".utf8.contains(byte) {
        output.append(byte)
      } else {
        output.append(UInt8(ascii: "%"))
        for half in [byte >> 4, byte & 0xF] {
          output.append(half < 10 ? UInt8(ascii: "0") + half : UInt8(ascii: "A") + half - 10)
        }
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// With the bytes that are written as `%D0` and the like; nil where a `%` begins none, or they are no text.
  ///
  /// By bytes: Foundation's takes a text through two others.
  public var percentDecoded: String? {
    let bytes = utf8Span.span
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "%") else {
        output.append(bytes[index])
        index += 1
        continue
      }
      guard index + 2 < bytes.count, let high = Self.digit(bytes[index + 1]), let low = Self.digit(bytes[index + 2])
      else { return nil }
      output.append(high << 4 | low)
      index += 3
    }
    return String(validating: output, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
