/// й and ё, which macOS and some editors write as a letter and a combining mark (NFD).
public enum RussianLetters {
  /// The scalars of `text` with each й and ё as one. Any other mark stays as it is.
  public static func composed(_ text: String) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if let letter = scalars.last, let composed = composed(letter, scalar) {
        scalars[scalars.count - 1] = composed
      } else {
        scalars.append(scalar)
      }
    }
    return scalars
  }

  /// `text` in NFC, where it has no more than Russian and Latin letters with the marks of й and ё: nil for all others.
  ///
  /// A file from macOS has a mark in every other word: by bytes, for what Unicode's tables would be asked scalar by
  /// scalar otherwise.
  public static func composedText(_ text: String) -> String? {
    let bytes = text.utf8Span.span
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case ..<0x80:
        output.append(byte)
        index += 1
      // Letters of Russian, and the signs of U+0080…U+00BF.
      case 0xC2, 0xD0, 0xD1:
        let pair = (byte, bytes[index + 1])
        index += 2
        let mark = index + 1 < bytes.count ? (bytes[index], bytes[index + 1]) : (0, 0)
        guard mark.0 == 0xCC || mark.0 == 0xCD else {
          output.append(pair.0)
          output.append(pair.1)
          continue
        }
        switch (pair, mark) {
        case ((0xD0, 0xB8), (0xCC, 0x86)): output += [0xD0, 0xB9]
        case ((0xD0, 0x98), (0xCC, 0x86)): output += [0xD0, 0x99]
        case ((0xD0, 0xB5), (0xCC, 0x88)): output += [0xD1, 0x91]
        case ((0xD0, 0x95), (0xCC, 0x88)): output += [0xD0, 0x81]
        default: return nil
        }
        index += 2
      // Quotes and dashes; the spaces before them are other characters in NFC.
      case 0xE2 where bytes[index + 1] == 0x80 && bytes[index + 2] >= 0x82:
        for offset in 0..<3 { output.append(bytes[index + offset]) }
        index += 3
      default: return nil
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The small letter of a Russian one, ё as е: what words are compared by. Nil for all other characters.
  ///
  /// - Parameters:
  ///   - first: the first byte of its UTF-8.
  ///   - second: the byte behind it.
  @inlinable @inline(__always)
  public static func folded(_ first: UInt8, _ second: UInt8) -> (UInt8, UInt8)? {
    switch (first, second) {
    case (0xD0, 0xB0...0xBF), (0xD1, 0x80...0x8F): (first, second)
    case (0xD0, 0x90...0x9F): (0xD0, second + 0x20)
    case (0xD0, 0xA0...0xAF): (0xD1, second - 0x20)
    case (0xD0, 0x81), (0xD1, 0x91): (0xD0, 0xB5)
    default: nil
    }
  }

  /// The letter that `letter` and the mark behind it are.
  static func composed(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    switch (mark.value, letter) {
    case (0x306, "и"): "й"
    case (0x306, "И"): "Й"
    case (0x308, "е"): "ё"
    case (0x308, "Е"): "Ё"
    default: nil
    }
  }
}
