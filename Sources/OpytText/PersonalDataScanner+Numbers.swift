/// Addresses and numbers of documents.
extension PersonalDataScanner {
  // MARK: Insurance

  /// «123-456-789 00»; written otherwise, eleven digits whose last two are the checksum of the others.
  func insuranceNumber(at start: Int) -> Range<Int>? {
    guard !isInsideNumber(start), hasDigits(from: start, 11), let (digits, breaks, end) = digits(from: start, count: 11)
    else { return nil }
    let values = digits.map { Int($0 - UInt8(ascii: "0")) }
    guard values[..<9].contains(where: { $0 != values[0] }) else { return nil }
    let isForm = breaks == [3, 6, 9] && line[start + 3] == UInt8(ascii: "-")
    return isForm || breaks.isSubset(of: [3, 6, 9]) && Self.isChecked(values) ? start..<end : nil
  }

  private static func isChecked(_ digits: [Int]) -> Bool {
    let sum = digits[..<9].enumerated().reduce(0) { $0 + $1.element * (9 - $1.offset) }
    return sum % 101 % 100 == digits[9] * 10 + digits[10]
  }

  // MARK: Addresses

  private static let flatWords = ["кв", "кв.", "квартира", "квартире", "квартиры", "квартиру"].map { Array($0.utf8) }
  private static let houseWords = [
    "ул.", "ул ", "улиц", "Ул.", "Улиц", "пр.", "пр-т", "просп", "пер.", "переул", "бульв", "шоссе", "проезд", "наб.",
    "мкр", "микрорайон", "д.", "дом ", "дома ", "доме ", "корп",
  ].map { Array($0.utf8) }

  /// «ул. Садовая, д. 5, кв. 12»: a flat behind a house, not «30 кв. м» and not «2 кв. 2025».
  /// - Parameter marks: where words for a house stand in the line; nil until they were looked for.
  func address(endingAt digit: Int, _ marks: inout [Int]?) -> Range<Int>? {
    var end = digit
    while end < line.endIndex, line[end].isASCIIDigit { end += 1 }
    guard end - digit <= 4,
      !(end - digit == 4 && (line[digit] == UInt8(ascii: "1") || line[digit] == UInt8(ascii: "2")))
    else { return nil }
    var wordEnd = digit
    while let length = blankLength(before: wordEnd) { wordEnd -= length }
    let head = line[..<wordEnd]
    // «в», «.», or a letter behind «р»: before most numbers of a text stands something else.
    guard wordEnd - 4 >= line.startIndex, Self.mayEndFlatWord(line[wordEnd - 4..<wordEnd]),
      let word = Self.flatWords.first(where: { head.suffix($0.count).elementsEqual($0) })
    else { return nil }
    let wordStart = wordEnd - word.count
    guard wordStart - 2 < line.startIndex || !isCyrillic(at: wordStart - 2) else { return nil }
    // What an address has room for.
    let window = line[max(line.startIndex, wordStart - 120)..<wordStart]
    guard let house = window.lastIndex(where: \.isASCIIDigit) else { return nil }
    let known = marks ?? houseMarks
    marks = known
    if let mark = known.first(from: window.startIndex), mark < house { return mark..<end }
    // «Садовая, 5, кв. 12»
    guard window[house...].contains(UInt8(ascii: ",")) else { return nil }
    return house..<end
  }

  private static func mayEndFlatWord(_ end: ArraySlice<UInt8>) -> Bool {
    let (before, last) = (end[end.startIndex + 1], end[end.endIndex - 1])
    return last == UInt8(ascii: ".") || last == 0xB2 && before == 0xBA || before == 0x80
  }

  /// Where words for a house stand in the line, in order.
  private var houseMarks: [Int] {
    var marks: [Int] = []
    for word in Self.houseWords {
      var rest = line
      while let offset = rest.firstOffset(of: word) {
        marks.append(offset)
        rest = rest[(offset + 1)...]
      }
    }
    return marks.sorted()
  }

  /// The length of a space right before an offset.
  private func blankLength(before end: Int) -> Int? {
    guard end > line.startIndex else { return nil }
    if line[end - 1] == UInt8(ascii: " ") { return 1 }
    if line[..<end].suffix(2).elementsEqual([0xC2, 0xA0]) { return 2 }
    return line[..<end].suffix(3).elementsEqual("№".utf8) ? 3 : nil
  }
}

extension [Int] {
  /// The first that is not below `bound`; they stand in order.
  fileprivate func first(from bound: Int) -> Int? {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < bound { low = middle + 1 } else { high = middle }
    }
    return low < endIndex ? self[low] : nil
  }
}

extension ArraySlice<UInt8> {
  /// Where a word begins first.
  func firstOffset(of word: [UInt8]) -> Int? {
    guard let first = word.first else { return nil }
    var position = startIndex
    while let offset = self[position...].firstIndex(of: first) {
      if self[offset...].starts(with: word) { return offset }
      position = offset + 1
    }
    return nil
  }
}
