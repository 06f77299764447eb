/// The signs that people write before the items of a list.
enum ListSign {
  /// How many scalars the sign at the start of a text has, with one blank behind it; nil where there is none.
  ///
  /// YAML's own sign is one here only with an odd space behind it: YAML does not see that one either.
  static func width(in text: some Collection<Unicode.Scalar>, includingHyphen: Bool = false) -> Int? {
    guard let first = text.first else { return nil }
    let rest = text.dropFirst()
    if isBullet(first) || first == "-" {
      guard let blank = rest.first, InvisibleCharacter.isBlank(blank) else { return nil }
      return first != "-" || includingHyphen || InvisibleCharacter.isOddSpace(blank) ? 2 : nil
    }
    let digits = text.prefix { ("0"..."9").contains($0) }.count
    guard (1...3).contains(digits) else { return nil }
    let behind = text.dropFirst(digits)
    guard let mark = behind.first, mark == "." || mark == ")", let blank = behind.dropFirst().first,
      InvisibleCharacter.isBlank(blank)
    else { return nil }
    return digits + 2
  }

  static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // * · • ‣ ◦ – — ‒ ― − and the squares, circles, ticks and arrows of Word.
    case 0x2A, 0xB7, 0x2010...0x2015, 0x2022, 0x2023, 0x2043, 0x2192, 0x2212, 0x2219, 0x25A0...0x25FF,
      0x2713, 0x2714, 0x2794...0x27BE, 0xF0A7, 0xF0B7, 0xF0D8, 0xF0FC:
      true
    default: false
    }
  }
}
