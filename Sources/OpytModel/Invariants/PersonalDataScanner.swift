/// Looks for what may be personal data, for a person to judge. It would rather ask once too often.
struct PersonalDataScanner {
  enum Finding {
    case phone(Range<Int>)
    case childWithAge(Range<Int>)
  }

  private let line: ArraySlice<UInt8>
  private var position: Int

  init(_ line: ArraySlice<UInt8>) {
    self.line = line
    position = line.startIndex
  }

  mutating func findings() -> [Finding] {
    var findings: [Finding] = []
    while position < line.endIndex {
      guard line[position].isDigit else {
        position += 1
        continue
      }
      if let phone = phone() {
        findings.append(.phone(phone))
        position = phone.upperBound
      } else {
        if let child = childWithAge() { findings.append(.childWithAge(child)) }
        position = line[position...].firstIndex { !$0.isDigit } ?? line.endIndex
      }
    }
    return findings
  }

  /// Eleven digits that begin with 7 or 8, with spaces, hyphens and brackets between them.
  private func phone() -> Range<Int>? {
    guard line[position] == UInt8(ascii: "7") || line[position] == UInt8(ascii: "8") else { return nil }
    if position > line.startIndex, "./-_=#%".utf8.contains(line[position - 1]) { return nil }
    var digits = 0
    var separators = 0
    var end = position
    for index in position..<line.endIndex {
      let byte = line[index]
      if byte.isDigit {
        digits += 1
        separators = 0
        end = index + 1
      } else if " -()".utf8.contains(byte), separators < 2, digits < 11 {
        separators += 1
      } else {
        break
      }
      if digits > 11 { return nil }
    }
    guard digits == 11 else { return nil }
    let start = position > line.startIndex && line[position - 1] == UInt8(ascii: "+") ? position - 1 : position
    return start..<end
  }

  /// «Петрова Маша, 5 лет»: two capitalised words just before an age of up to seven years.
  private func childWithAge() -> Range<Int>? {
    guard (UInt8(ascii: "1")...UInt8(ascii: "7")).contains(line[position]) else { return nil }
    let rest = line[(position + 1)...]
    guard let next = rest.first, !next.isDigit else { return nil }
    let words = [" лет", " год", "\u{A0}лет", "\u{A0}год"]
    guard let word = words.first(where: { rest.starts(with: $0.utf8) }) else { return nil }
    let before = line[..<position]
    let separators = " ,(–—-\u{A0}".utf8
    let tail = before.reversed().prefix { separators.contains($0) }.count
    guard (1...5).contains(tail), let name = Self.fullNameStart(before.dropLast(tail)) else { return nil }
    return name..<position + 1 + word.utf8.count
  }

  /// Where two capitalised Cyrillic words begin that end the given text.
  private static func fullNameStart(_ text: ArraySlice<UInt8>) -> Int? {
    var end = text.endIndex
    for wordNumber in 1...2 {
      guard let start = wordStart(text[..<end]) else { return nil }
      if wordNumber == 2 { return start }
      end = start
      guard end > text.startIndex, text[end - 1] == UInt8(ascii: " ") else { return nil }
      end -= 1
    }
    return nil
  }

  private static func wordStart(_ text: ArraySlice<UInt8>) -> Int? {
    // Cyrillic letters are two bytes that begin with 0xD0 or 0xD1.
    var index = text.endIndex
    while index - 2 >= text.startIndex, text[index - 2] == 0xD0 || text[index - 2] == 0xD1 { index -= 2 }
    guard text.endIndex - index >= 4, text[index] == 0xD0 else { return nil }
    // А…Я are D0 90…D0 AF, Ё is D0 81; what follows must be small.
    let second = text[index + 1]
    guard (0x90...0xAF).contains(second) || second == 0x81 else { return nil }
    let isSmall = text[index + 2] == 0xD1 || (0xB0...0xBF).contains(text[index + 3])
    return isSmall ? index : nil
  }
}
