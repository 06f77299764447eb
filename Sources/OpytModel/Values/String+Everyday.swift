import OpytMarkup
import OpytText

/// What people's hands and programs leave in short values: dates, numbers, names.
extension String {
  /// Without signs that take no room: soft hyphens, zero width spaces, byte order marks.
  var withoutInvisible: String {
    guard has(Self.mayBeInvisible), unicodeScalars.contains(where: InvisibleCharacter.isZeroWidth) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.filter { !InvisibleCharacter.isZeroWidth($0) }))
  }

  /// U+00AD is C2 AD; all others have three bytes, and begin with E2 80 and a byte below 90, with E2 81, or with EF BB.
  private static func mayBeInvisible(_ block: ByteBlock) -> UInt64 {
    let general = block.isByte(0xE2)
    let others = block.isByte(0xEF) | block.isByte(0xC2)
    guard general | others != 0 else { return 0 }
    // What follows may stand in the next block.
    let end: UInt64 = 1 << 63
    let second = others & (block.isByte(0xAD) >> 1 | block.isByte(0xBB) >> 1 | end)
    let third = block.isByte(0x80) >> 1 & block.isByte(in: 0x80...0x8F) >> 2
    return second | general & (third | block.isByte(0x81) >> 1 | end | end >> 1)
  }

  /// Without blanks of any kind around it.
  var trimmedOfBlanks: String {
    guard let first = unicodeScalars.first, let last = unicodeScalars.last,
      InvisibleCharacter.isBlank(first) || InvisibleCharacter.isBlank(last)
    else { return self }
    let head = unicodeScalars.drop(while: InvisibleCharacter.isBlank)
    let tail = head.reversed().prefix(while: InvisibleCharacter.isBlank).count
    return String(String.UnicodeScalarView(head.dropLast(tail)))
  }

  /// As much of it as there can be of a short value and in a message about it: a value may be a whole text.
  var brief: String {
    utf8.count <= Self.maximumBrief ? self : String(decoding: utf8.prefix(Self.maximumBrief), as: UTF8.self)
  }

  /// In bytes: as long as a path may be.
  private static let maximumBrief = 4_096

  /// With plain single spaces, a hyphen for each dash, without quotes around it and without what nobody sees.
  var everyday: String {
    if isEveryday { return self }
    var scalars: [Unicode.Scalar] = []
    for scalar in composed.unicodeScalars where !InvisibleCharacter.isZeroWidth(scalar) {
      if InvisibleCharacter.isBlank(scalar) || scalar == "\n" || scalar == "\r" {
        if scalars.last != " " { scalars.append(" ") }
      } else {
        scalars.append((0x2010...0x2015).contains(scalar.value) || scalar.value == 0x2212 ? "-" : scalar)
      }
    }
    var text = scalars[...]
    while true {
      if text.first == " " {
        text = text.dropFirst()
      } else if text.last == " " {
        text = text.dropLast()
      } else {
        break
      }
    }
    let quotes = "\"'«»“”„‟‘’‚″".unicodeScalars
    if text.count > 2, let first = text.first, let last = text.last, quotes.contains(first), quotes.contains(last) {
      text = text.dropFirst().dropLast()
    }
    return String(String.UnicodeScalarView(text))
  }

  /// By bytes: whether it has nothing but letters of Russian and signs of ASCII, with single spaces between words.
  private var isEveryday: Bool {
    hasSingleSpaces { byte, _, index in
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): index > 0
      case 0x21...0x7E, 0x80...0xBF, 0xD0, 0xD1: true
      default: false
      }
    }
  }

  /// Without one of these words at its end.
  func dropping(suffixes: [String]) -> String {
    let lowered = lowercased()
    guard let suffix = suffixes.first(where: { lowered.hasSuffix($0) && $0.count < count }) else { return self }
    return String(dropLast(suffix.count)).trimmed
  }

  /// The numbers in it, in their order.
  var numbers: [Int] { split { !$0.isASCII || !$0.isNumber }.compactMap { String($0).smallNumber } }
}
