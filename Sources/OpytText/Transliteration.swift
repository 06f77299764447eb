/// Readable Latin names for addresses and heading ids: small letters, digits and single hyphens.
public enum Transliteration {
  /// The longest slug, in characters.
  public static let maximumLength = 80

  /// «Ход работы» → `khod-raboty`. Empty when the text has no letter or digit to keep.
  public static func slug(_ text: String) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count + 8)
    var pendingHyphen = false
    var last: Unicode.Scalar?
    // A letter waits for the next scalar, which may be the mark that makes it й or ё.
    func flush() {
      guard let scalar = last else { return }
      if let latin = latin(for: scalar) {
        // ъ and ь: nothing is written, and no word ends.
        if latin.utf8CodeUnitCount == 0 { return }
        if pendingHyphen, !output.isEmpty { output.append(UInt8(ascii: "-")) }
        latin.withUTF8Buffer { output.append(contentsOf: $0) }
        pendingHyphen = false
      } else if let ascii = lowercasedASCII(scalar) {
        if pendingHyphen, !output.isEmpty { output.append(UInt8(ascii: "-")) }
        output.append(ascii)
        pendingHyphen = false
      } else {
        pendingHyphen = true
      }
    }
    for scalar in text.unicodeScalars {
      if let letter = last, let composed = RussianLetters.composed(letter, scalar) {
        last = composed
      } else {
        flush()
        last = scalar
      }
    }
    flush()
    return String(decoding: shortened(output), as: UTF8.self)
  }

  /// Cuts at a hyphen, so that a slug never ends inside a word.
  private static func shortened(_ slug: [UInt8]) -> ArraySlice<UInt8> {
    guard slug.count > maximumLength else { return slug[...] }
    let head = slug[..<maximumLength]
    if slug[maximumLength] == UInt8(ascii: "-") { return head }
    return head.lastIndex(of: UInt8(ascii: "-")).map { head[..<$0] } ?? head
  }

  private static func lowercasedASCII(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar {
    case "a"..."z", "0"..."9": UInt8(scalar.value)
    case "A"..."Z": UInt8(scalar.value) + 0x20
    default: nil
    }
  }

  private static func latin(for scalar: Unicode.Scalar) -> StaticString? {
    guard scalar.value >= firstLetter, scalar.value - firstLetter < table.count else { return nil }
    return table[Int(scalar.value - firstLetter)]
  }

  /// Ё, the first Russian letter of Unicode.
  private static let firstLetter: UInt32 = 0x401

  /// By code, from Ё to ё.
  private static let table: [StaticString?] = {
    let lower: [(Unicode.Scalar, StaticString)] = [
      ("а", "a"), ("б", "b"), ("в", "v"), ("г", "g"), ("д", "d"), ("е", "e"), ("ё", "yo"), ("ж", "zh"), ("з", "z"),
      ("и", "i"), ("й", "y"), ("к", "k"), ("л", "l"), ("м", "m"), ("н", "n"), ("о", "o"), ("п", "p"), ("р", "r"),
      ("с", "s"), ("т", "t"), ("у", "u"), ("ф", "f"), ("х", "kh"), ("ц", "ts"), ("ч", "ch"), ("ш", "sh"),
      ("щ", "shch"), ("ъ", ""), ("ы", "y"), ("ь", ""), ("э", "e"), ("ю", "yu"), ("я", "ya"),
    ]
    var table = [StaticString?](repeating: nil, count: 0x51)
    for (letter, latin) in lower {
      for scalar in [letter] + letter.properties.uppercaseMapping.unicodeScalars {
        table[Int(scalar.value - firstLetter)] = latin
      }
    }
    return table
  }()
}
