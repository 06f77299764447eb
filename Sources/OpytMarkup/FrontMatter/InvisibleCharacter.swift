/// Characters that look like a space or like nothing: Word, browsers and telephones leave them in what is pasted.
package enum InvisibleCharacter {
  /// A space that is not U+0020: no-break, figure, thin, ideographic…
  package static func isOddSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// What takes no room and means nothing in a name: soft hyphen, zero width space, word joiner, byte order mark.
  package static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B, 0x200E, 0x200F, 0x2060...0x2064, 0xFEFF: true
    default: false
    }
  }

  /// A space of any kind, or a tab.
  package static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || isOddSpace(scalar)
  }
}
