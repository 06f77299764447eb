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
    var bytes = Array(text.utf8)
    insert(into: &bytes, from: 0)
    return bytes.count == text.utf8.count ? text : String(decoding: bytes, as: UTF8.self)
  }

  /// Puts soft hyphens into the long words of what stands in `bytes` from `start` on. Markup has no Russian words, so it
  /// may be there as well.
  public static func insert(into bytes: inout [UInt8], from start: Int) {
    let breaks = bytes.withUnsafeBufferPointer { findBreaks(in: $0, from: start) }
    guard !breaks.isEmpty else { return }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count - start + 2 * breaks.count)
    var position = start
    for next in breaks {
      output.append(contentsOf: bytes[position..<next])
      output.append(contentsOf: [0xC2, 0xAD])
      position = next
    }
    output.append(contentsOf: bytes[position...])
    bytes.replaceSubrange(start..., with: output)
  }

  private static func findBreaks(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> [Int] {
    var breaks: [Int] = []
    var position = start
    while position < bytes.count {
      guard bytes[position] == 0xD0 || bytes[position] == 0xD1 else {
        position += 1
        continue
      }
      var end = position
      while end + 1 < bytes.count, bytes[end] == 0xD0 || bytes[end] == 0xD1 { end += 2 }
      if end - position >= 2 * shortestWord, !isMark(bytes, at: end), !isMark(bytes, at: position - 2) {
        appendBreaks(ofWordIn: position..<end, bytes, to: &breaks)
      }
      position = max(end, position + 1)
    }
    return breaks
  }

  /// A word that has soft hyphens already, or marks as macOS writes them, is left alone.
  private static func isMark(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index >= 0, index + 1 < bytes.count else { return false }
    return bytes[index] == 0xCC || (bytes[index] == 0xC2 && bytes[index + 1] == 0xAD)
  }

  private static func appendBreaks(
    ofWordIn range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, to breaks: inout [Int]
  ) {
    let letters = stride(from: range.lowerBound, to: range.upperBound, by: 2).map {
      Letter(bytes[$0], bytes[$0 + 1])
    }
    // Abbreviations are not broken: «МБДОУ».
    guard !letters.dropFirst().contains(where: { $0 == .capital || $0 == .capitalVowel }) else { return }
    var last: Int?
    var lastBreak = 0
    for (index, letter) in letters.enumerated() where letter == .vowel || (index == 0 && letter == .capitalVowel) {
      if let last, let place = breakPlace(in: letters[(last + 1)..<index]) {
        if place >= shortestPart, letters.count - place >= shortestPart, place - lastBreak > 1 {
          breaks.append(range.lowerBound + 2 * place)
          lastBreak = place
        }
      }
      last = index
    }
  }

  /// Where the letters between two vowels are parted; nil where they had better not be.
  private static func breakPlace(in between: ArraySlice<Letter>) -> Int? {
    // Behind the last й, ь or ъ that a consonant follows.
    if let sign = between.lastIndex(where: \.isSign) {
      if sign + 1 < between.endIndex { return sign + 1 }
      // «здоро-вье», «гос-тья»; «рай-он»; «объявление» stays.
      switch between[sign] {
      case .soft: return sign > between.startIndex && !between[sign - 1].isSign ? sign - 1 : nil
      case .short: return sign + 1
      default: return nil
      }
    }
    let letters = Array(between)
    let first = between.startIndex
    if letters.suffix(3) == [.es, .te, .ve] { return between.endIndex - 3 }
    if letters.suffix(2) == [.es, .ka] { return between.endIndex - 2 }
    switch letters.count {
    case 0, 1: return first
    case 2, 3: return first + 1
    default: return first + 2
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
