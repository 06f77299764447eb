/// Readable Latin names for addresses and heading ids (`domain.md` §2).
public enum Transliteration {
  /// The longest slug, in characters.
  public static let maximumLength = 80

  /// «Ход работы» → `khod-raboty`. Empty when the text has no letter or digit to keep.
  public static func slug(_ text: String) -> String {
    var output: [UInt8] = []
    var pendingHyphen = false
    func append(_ bytes: some Sequence<UInt8>) {
      if pendingHyphen, !output.isEmpty { output.append(UInt8(ascii: "-")) }
      pendingHyphen = false
      output.append(contentsOf: bytes)
    }
    for scalar in RussianLetters.composed(text) {
      if let latin = latin(for: scalar) {
        if !latin.isEmpty { append(latin.utf8) }
      } else if let ascii = lowercasedASCII(scalar) {
        append(CollectionOfOne(ascii))
      } else {
        pendingHyphen = true
      }
    }
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

  private static func latin(for scalar: Unicode.Scalar) -> String? {
    guard scalar.value >= firstLetter, scalar.value - firstLetter < table.count else { return nil }
    return table[Int(scalar.value - firstLetter)]
  }

  /// Ё, the first Russian letter of Unicode.
  private static let firstLetter: UInt32 = 0x401

  /// By code, from Ё to ё.
  private static let table: [String?] = {
    let lower: [(Unicode.Scalar, String)] = [
      ("а", "a"), ("б", "b"), ("в", "v"), ("г", "g"), ("д", "d"), ("е", "e"), ("ё", "yo"), ("ж", "zh"), ("з", "z"),
      ("и", "i"), ("й", "y"), ("к", "k"), ("л", "l"), ("м", "m"), ("н", "n"), ("о", "o"), ("п", "p"), ("р", "r"),
      ("с", "s"), ("т", "t"), ("у", "u"), ("ф", "f"), ("х", "kh"), ("ц", "ts"), ("ч", "ch"), ("ш", "sh"),
      ("щ", "shch"), ("ъ", ""), ("ы", "y"), ("ь", ""), ("э", "e"), ("ю", "yu"), ("я", "ya"),
    ]
    var table = [String?](repeating: nil, count: 0x51)
    for (letter, latin) in lower {
      for scalar in [letter] + letter.properties.uppercaseMapping.unicodeScalars {
        table[Int(scalar.value - firstLetter)] = latin
      }
    }
    return table
  }()
}
