import OpytText

/// Finds a person's name in texts that name people in words, in whatever case: «у Ильиной М. С.», «Марина Ильина».
struct NameTrace: Sendable {
  private let surname: [UInt8]
  private let name: [UInt8]
  private let initial: [UInt8]
  /// Whether the surname alone tells who is meant.
  private let isSurnameEnough: Bool

  /// Nil where a title is no name of several words.
  /// - Parameter others: the names of all other people who are shown.
  init?(_ person: String, others: [String]) {
    let words = Self.words(of: person)
    guard words.count > 1, let stem = words.first.map(Self.stem), let first = words[1].first else { return nil }
    surname = Array(stem.utf8)
    name = Array(Self.stem(words[1]).utf8)
    initial = Array("\(first).".utf8)
    isSurnameEnough = !others.contains { Self.words(of: $0).first?.hasPrefix(stem) == true }
  }

  func isFound(in text: [UInt8]) -> Bool { place(in: Self.plain(text)) != nil }

  /// The lines of a text that have the name in them, from 1.
  func lines(in text: [UInt8]) -> [Int] {
    text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
      .filter { place(in: Self.plain(Array($1))) != nil }.map { $0.offset + 1 }
  }

  private func place(in text: [UInt8]) -> Int? {
    guard let first = surname.first, text.count >= surname.count else { return nil }
    var index = 0
    while index + surname.count <= text.count {
      defer { index += 1 }
      guard text[index] == first, text[index..<index + surname.count].elementsEqual(surname) else { continue }
      let end = index + surname.count
      guard index == 0 || !Self.isLetter(text[index - 1]), Self.lettersBehind(end, text) <= Self.longestEnding else {
        continue
      }
      if isSurnameEnough { return index }
      let around = text[max(0, index - Self.reach)..<min(text.count, end + Self.reach)]
      if Self.contains(name, in: around) || Self.contains(initial, in: around) { return index }
    }
    return nil
  }

  /// «Ильин-ой», «Ковальск-ого».
  private static let longestEnding = 3
  /// How far away a first name or an initial may stand, in bytes.
  private static let reach = 48

  private static func lettersBehind(_ start: Int, _ text: [UInt8]) -> Int {
    var (index, count) = (start, 0)
    while index < text.count, isLetter(text[index]), count <= longestEnding {
      if !text[index].isUTF8Continuation { count += 1 }
      index += 1
    }
    return count
  }

  /// Of Russian words, whose letters have two bytes from D0 or D1, or of Latin ones.
  private static func isLetter(_ byte: UInt8) -> Bool { byte.isASCIILetterOrDigit || byte >= 0x80 }

  private static func contains(_ word: [UInt8], in text: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, text.count >= word.count else { return false }
    return (text.startIndex...(text.endIndex - word.count)).contains { index in
      text[index] == first && text[index..<index + word.count].elementsEqual(word)
    }
  }

  private static func words(of name: String) -> [String] {
    String(decoding: plain(Array(name.utf8)), as: UTF8.self).split(separator: " ").map(String.init)
  }

  /// A word without what cases change of it.
  private static func stem(_ word: String) -> String {
    let ending = ["ая", "яя", "ий", "ый", "ой", "ей"].first { word.hasSuffix($0) && word.count > 4 }
    if let ending { return String(word.dropLast(ending.count)) }
    let changes = word.count > 3 && "аяоеийьыую".contains(word.suffix(1))
    return changes ? String(word.dropLast()) : word
  }

  /// With blanks that break, without soft hyphens, with е for ё.
  private static func plain(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(where: { $0 == 0xC2 || $0 == 0xD1 || $0 == 0xD0 }) else { return text }
    var plain: [UInt8] = []
    plain.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let (byte, next) = (text[index], index + 1 < text.count ? text[index + 1] : 0)
      index += 2
      switch (byte, next) {
      case (0xC2, 0xAD): break
      case (0xC2, 0xA0): plain.append(UInt8(ascii: " "))
      case (0xD1, 0x91): plain += [0xD0, 0xB5]
      case (0xD0, 0x81): plain += [0xD0, 0x95]
      default:
        plain.append(byte)
        index -= 1
      }
    }
    return plain
  }
}
