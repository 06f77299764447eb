/// Soft hyphens for long Russian words in narrow columns: titles, cards, cells of tables. They are seen only where a line
/// breaks at one, but copied with the text, and few browsers know Russian well enough to do without.
///
/// By the rules of Russian orthography: a part has a vowel and more than one letter, a consonant stays with the vowel
/// behind it, й, ь and ъ with the letter before them. The rules leave a choice in groups of consonants; suffixes are kept
/// whole there. So no list of patterns is needed, and none has to be installed.
public enum SoftHyphens {
  /// Shorter words fit anywhere.
  static let shortestWord = 12
  /// So many letters stay on either side: fewer look torn off.
  private static let shortestPart = 3

  /// A text with soft hyphens in its long words.
  public static func insert(into text: String) -> String {
    var text = text
    let breaks = text.withUTF8 { findBreaks(in: $0, from: 0) }
    guard !breaks.isEmpty else { return text }
    var bytes = Array(text.utf8)
    insert(at: breaks, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Puts soft hyphens into the long words of what stands in `bytes` from `start` on. Markup has no Russian words, so it
  /// may be there as well.
  public static func insert(into bytes: inout [UInt8], from start: Int) {
    insert(at: bytes.withUnsafeBufferPointer { findBreaks(in: $0, from: start) }, into: &bytes)
  }

  /// - Parameter breaks: in their order.
  private static func insert(at breaks: [Int], into bytes: inout [UInt8]) {
    guard !breaks.isEmpty else { return }
    // From the end on, so that every byte moves once.
    var source = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: 2 * breaks.count))
    bytes.withUnsafeMutableBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      var target = bytes.count
      for place in breaks.reversed() {
        target -= source - place
        (base + target).update(from: base + place, count: source - place)
        source = place
        target -= 2
        (base[target], base[target + 1]) = (0xC2, 0xAD)
      }
    }
  }

  private static func findBreaks(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> [Int] {
    var breaks: [Int] = []
    // Where the next long word may begin, at the earliest. It covers the byte that stands a shortest word behind, so that
    // one look there passes over most of a text.
    var position = start
    while position + 2 * shortestWord <= bytes.count {
      let probe = position + 2 * shortestWord - 1
      guard let letter = russianLetter(in: bytes, at: probe) else {
        position = probe + 1
        continue
      }
      var first = letter
      while first - 2 >= position, isLead(bytes[first - 2]) { first -= 2 }
      var end = letter + 2
      while end + 1 < bytes.count, isLead(bytes[end]) { end += 2 }
      if end - first >= 2 * shortestWord, !isMark(bytes, at: end), !isMark(bytes, at: first - 2) {
        appendBreaks(ofWordIn: first..<end, bytes, to: &breaks)
      }
      position = end
    }
    return breaks
  }

  /// Where the Russian letter begins that a byte belongs to.
  @inline(__always)
  private static func russianLetter(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    if isLead(bytes[index]) { return index + 1 < bytes.count ? index : nil }
    return bytes[index].isUTF8Continuation && isLead(bytes[index - 1]) ? index - 1 : nil
  }

  @inline(__always)
  private static func isLead(_ byte: UInt8) -> Bool { byte | 1 == 0xD1 }

  /// A word that has soft hyphens already, or marks as macOS writes them, is left alone.
  private static func isMark(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index >= 0, index + 1 < bytes.count else { return false }
    return bytes[index] == 0xCC || (bytes[index] == 0xC2 && bytes[index + 1] == 0xAD)
  }

  private static func appendBreaks(
    ofWordIn range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, to breaks: inout [Int]
  ) {
    let count = range.count / 2
    func letter(_ index: Int) -> Letter {
      Letter(bytes[range.lowerBound + 2 * index], bytes[range.lowerBound + 2 * index + 1])
    }
    let firstBreak = breaks.count
    var lastVowel: Int?
    var lastBreak = 0
    for index in 0..<count {
      let kind = letter(index)
      // Abbreviations are not broken: «МБДОУ».
      if index > 0, kind == .capital || kind == .capitalVowel { return breaks.removeSubrange(firstBreak...) }
      guard kind == .vowel || kind == .capitalVowel else { continue }
      if let lastVowel, let place = breakPlace(between: lastVowel, index, letter) {
        if place >= shortestPart, count - place >= shortestPart, place - lastBreak > 1 {
          breaks.append(range.lowerBound + 2 * place)
          lastBreak = place
        }
      }
      lastVowel = index
    }
  }

  /// Where the letters between two vowels are parted; nil where they had better not be.
  private static func breakPlace(between vowel: Int, _ next: Int, _ letter: (Int) -> Letter) -> Int? {
    // Behind the last й, ь or ъ that a consonant follows.
    if let sign = (vowel + 1..<next).last(where: { letter($0).isSign }) {
      if sign + 1 < next { return sign + 1 }
      // «здоро-вье», «гос-тья»; «рай-он»; «объявление» stays.
      switch letter(sign) {
      case .soft: return sign > vowel + 1 && !letter(sign - 1).isSign ? sign - 1 : nil
      case .short: return sign + 1
      default: return nil
      }
    }
    let count = next - vowel - 1
    if count >= 2, letter(next - 1) == .ka, letter(next - 2) == .es { return next - 2 }
    if count >= 3, letter(next - 1) == .ve, letter(next - 2) == .te, letter(next - 3) == .es { return next - 3 }
    switch count {
    case 0, 1: return vowel + 1
    case 2, 3: return vowel + 2
    default: return vowel + 3
    }
  }

  /// What matters of a letter.
  private enum Letter: Equatable {
    case vowel, capitalVowel, capital, consonant
    /// й, ь, ъ
    case short, soft, hard
    /// с, т, в, к
    case es, te, ve, ka

    init(_ lead: UInt8, _ letter: UInt8) {
      switch (lead, letter) {
      case (0xD0, 0xB0), (0xD0, 0xB5), (0xD0, 0xB8), (0xD0, 0xBE), (0xD1, 0x83), (0xD1, 0x8B), (0xD1, 0x8D...0x8F),
        (0xD1, 0x91):
        self = .vowel
      case (0xD0, 0x81), (0xD0, 0x90), (0xD0, 0x95), (0xD0, 0x98), (0xD0, 0x9E), (0xD0, 0xA3), (0xD0, 0xAD...0xAF):
        self = .capitalVowel
      case (0xD0, 0x82...0xAC): self = .capital
      case (0xD0, 0xB9): self = .short
      case (0xD1, 0x8C): self = .soft
      case (0xD1, 0x8A): self = .hard
      case (0xD1, 0x81): self = .es
      case (0xD1, 0x82): self = .te
      case (0xD0, 0xB2): self = .ve
      case (0xD0, 0xBA): self = .ka
      default: self = .consonant
      }
    }

    var isSign: Bool { self == .short || self == .soft || self == .hard }
  }
}
