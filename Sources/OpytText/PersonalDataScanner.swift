/// Looks in a line of text for what may be personal data, for a person to judge.
/// It would rather ask once too often.
public struct PersonalDataScanner {
  public enum Finding {
    case phone(Range<Int>)
    case childWithAge(Range<Int>)
    /// A first name beside an illness or the language of the home.
    case childWithCircumstance(Range<Int>)
    /// A mailbox of a provider for everybody.
    case email(Range<Int>)
    /// A house with a flat.
    case address(Range<Int>)
    /// The number of a person's insurance (СНИЛС).
    case insuranceNumber(Range<Int>)
  }

  let line: ArraySlice<UInt8>

  /// - Returns: ranges of indices into `line`.
  public static func findings(in line: ArraySlice<UInt8>) -> [Finding] {
    let scanner = PersonalDataScanner(line: line)
    var findings: [Finding] = []
    var houseMarks: [Int]?
    var position = line.startIndex
    while let digit = nextDigit(in: line, from: position) {
      if let phone = scanner.phone(at: digit) ?? scanner.localPhone(at: digit) {
        findings.append(.phone(phone))
        position = phone.upperBound
      } else if let number = scanner.insuranceNumber(at: digit) {
        findings.append(.insuranceNumber(number))
        position = number.upperBound
      } else if let address = scanner.address(endingAt: digit, &houseMarks) {
        findings.append(.address(address))
        position = address.upperBound
      } else {
        if let child = scanner.childWithAge(at: digit) { findings.append(.childWithAge(child)) }
        position = line[digit...].firstIndex { !$0.isASCIIDigit } ?? line.endIndex
      }
    }
    return findings
  }

  /// A loop over the bare bytes: everything else happens at digits only.
  private static func nextDigit(in line: ArraySlice<UInt8>, from position: Int) -> Int? {
    line.withUnsafeBufferPointer { bytes in
      var offset = position - line.startIndex
      while offset < bytes.count {
        if bytes[offset].isASCIIDigit { return line.startIndex + offset }
        offset += 1
      }
      return nil
    }
  }

  // MARK: Phone numbers

  /// Behind which digits a number may be parted, counted without the 8 of long distance: 916 123-45-67,
  /// 916 12-34-567, 8336 12-34-56, 8336 123-456, 83361 2-34-56.
  private static let partings: [Places] = [
    [3, 6, 8], [3, 5, 7], [3, 5, 8], [4, 6, 8], [4, 7], [5, 6, 8], [5, 7], [5, 8],
  ]

  /// Places between digits, as bits.
  struct Places: OptionSet {
    let rawValue: UInt32

    init(rawValue: UInt32) { self.rawValue = rawValue }

    init(arrayLiteral places: Int...) { rawValue = places.reduce(0) { $0 | 1 << UInt32($1) } }

    mutating func insert(behind digits: Int) { self = Places(rawValue: rawValue | 1 << UInt32(digits)) }

    /// Counted without the first digit.
    var withoutFirst: Places { Places(rawValue: rawValue >> 1 & ~1) }
  }

  /// `+7 (916) 123-45-67`, `89161234567`, `8 83361 2-34-56`, `916 123-45-67`.
  private func phone(at start: Int) -> Range<Int>? {
    guard !isInsideNumber(start) else { return nil }
    let hasPrefix = line[start] == UInt8(ascii: "7") || line[start] == UInt8(ascii: "8")
    guard hasPrefix || line[start] == UInt8(ascii: "9"), hasDigits(from: start, hasPrefix ? 11 : 10),
      let (digits, breaks, end) = digits(from: start, count: hasPrefix ? 11 : 10)
    else { return nil }
    let number = hasPrefix ? digits.dropFirst() : digits[...]
    // Area and mobile codes of Russia begin so.
    guard "3489".utf8.contains(number[number.startIndex]) else { return nil }
    let parts = hasPrefix ? breaks.withoutFirst : breaks
    guard Self.partings.contains(where: { parts.isSubset(of: $0) }) else { return nil }
    // Ten digits in a row may be anything.
    if !hasPrefix, !parts.isSuperset(of: [3, 6]) { return nil }
    let hasPlus = start > line.startIndex && line[start - 1] == UInt8(ascii: "+")
    return (hasPlus ? start - 1 : start)..<end
  }

  /// A digit that goes on with `3.14`, `978-5-…`, or belongs to an address or a code.
  func isInsideNumber(_ start: Int) -> Bool {
    guard start > line.startIndex else { return false }
    let before = line[start - 1]
    switch before {
    case UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "="), UInt8(ascii: "#"), UInt8(ascii: "%"): return true
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"):
      return start - 1 > line.startIndex && line[start - 2].isASCIIDigit
    default: return false
    }
  }

  /// Whether so many digits stand near enough to be one number. Most numbers of a text are short: they end here.
  func hasDigits(from start: Int, _ count: Int) -> Bool {
    // Three separators of three bytes between any two.
    let end = min(line.endIndex, start + count * 10)
    var found = 0
    var index = start
    while index < end, found < count {
      let byte = line[index]
      if byte.isASCIIDigit { found += 1 } else if byte == 0xD0 || byte == 0xD1 { return false }
      index += 1
    }
    return found == count
  }

  /// So many digits with no more than separators between them, and none behind them.
  func digits(from start: Int, count: Int) -> (digits: [UInt8], breaks: Places, end: Int)? {
    var digits: [UInt8] = []
    digits.reserveCapacity(count)
    var breaks: Places = []
    var index = start
    var separators = 0
    while index < line.endIndex, digits.count < count {
      if line[index].isASCIIDigit {
        if separators > 0 { breaks.insert(behind: digits.count) }
        separators = 0
        digits.append(line[index])
        index += 1
      } else {
        let length = separatorLength(at: index)
        separators += 1
        guard length > 0, separators <= 3 else { return nil }
        index += length
      }
    }
    guard digits.count == count, index == line.endIndex || !line[index].isASCIIDigit else { return nil }
    return (digits, breaks, index)
  }

  /// A space, a hyphen, a bracket: also the no-break space (C2 A0), the narrow spaces, hyphens and dashes of
  /// U+2009…U+2015, and U+202F.
  private func separatorLength(at index: Int) -> Int {
    if " -()".utf8.contains(line[index]) { return 1 }
    if line[index...].starts(with: [0xC2, 0xA0]) { return 2 }
    guard index + 2 < line.endIndex, line[index] == 0xE2, line[index + 1] == 0x80 else { return 0 }
    return (0x89...0x95).contains(line[index + 2]) || line[index + 2] == 0xAF ? 3 : 0
  }

  // MARK: Children

  private static let ageWords = ["летн", "лет", "год"].map { Array($0.utf8) }

  /// «Петрова Маша, 5 лет», «Маша Петрова (5,5 года)», «5-летний Ваня Орлов»: two names beside an age of up to
  /// seven years.
  private func childWithAge(at digit: Int) -> Range<Int>? {
    guard (UInt8(ascii: "1")...UInt8(ascii: "7")).contains(line[digit]) else { return nil }
    var end = digit + 1
    if end + 1 < line.endIndex, ",.".utf8.contains(line[end]), line[end + 1].isASCIIDigit { end += 2 }
    guard end < line.endIndex, !line[end].isASCIIDigit else { return nil }
    end += separatorLength(at: end)
    guard end < line.endIndex, line[end] == 0xD0 else { return nil }
    let rest = line[end...]
    guard let word = Self.ageWords.first(where: { rest.starts(with: $0) }) else { return nil }
    end += word.count
    if let name = nameStart(before: digit) { return name..<end }
    // «5-летний Ваня Орлов».
    guard word == Self.ageWords[0] else { return nil }
    while isCyrillic(at: end) { end += 2 }
    return nameEnd(behind: end).map { digit..<$0 }
  }

  /// Where two capitalised words begin that stand right before an age.
  private func nameStart(before digit: Int) -> Int? {
    var end = digit
    var separators = 0
    while let length = separatorLength(before: end), separators <= 4 {
      end -= length
      separators += 1
    }
    guard separators > 0, let last = wordStart(before: end) else { return nil }
    guard let first = previousWord(last) else { return nil }
    // «Марина Сергеевна, 5 лет…»: a name and a patronymic are no child's; a surname before them may be.
    let isPatronymic = ["вна", "вны", "вне", "чна", "чны"].contains {
      line[last..<end].reversed().starts(with: $0.utf8.reversed())
    }
    return isPatronymic ? previousWord(first) : first
  }

  private func previousWord(_ start: Int) -> Int? {
    separatorLength(before: start).flatMap { wordStart(before: start - $0) }
  }

  /// Where two capitalised words end that stand right behind `start`.
  private func nameEnd(behind start: Int) -> Int? {
    var index = start
    for _ in 1...2 {
      guard index < line.endIndex, line[index] == UInt8(ascii: " ") else { return nil }
      let word = index + 1
      index = word
      while isCyrillic(at: index) { index += 2 }
      guard isName(line[word..<index]) else { return nil }
    }
    return index
  }

  /// The length of what may part a name from an age, and words from each other.
  private func separatorLength(before end: Int) -> Int? {
    guard end > line.startIndex else { return nil }
    if " ,(-:".utf8.contains(line[end - 1]) { return 1 }
    let head = line[..<end]
    if head.suffix(2).elementsEqual([0xC2, 0xA0]) { return 2 }
    return head.suffix(3).elementsEqual("–".utf8) || head.suffix(3).elementsEqual("—".utf8) ? 3 : nil
  }

  func wordStart(before end: Int) -> Int? {
    var start = end
    while start - 2 >= line.startIndex, isCyrillic(at: start - 2) { start -= 2 }
    return isName(line[start..<end]) ? start : nil
  }

  /// Cyrillic letters are two bytes that begin with D0 or D1.
  func isCyrillic(at index: Int) -> Bool {
    index + 1 < line.endIndex && (line[index] == 0xD0 || line[index] == 0xD1)
  }

  /// A capital letter and small ones. А…Я are D0 90…D0 AF, Ё is D0 81.
  func isName(_ word: ArraySlice<UInt8>) -> Bool {
    let bytes = word.prefix(4)
    guard bytes.count == 4, bytes[bytes.startIndex] == 0xD0 else { return false }
    let (first, lead, second) = (bytes[bytes.startIndex + 1], bytes[bytes.startIndex + 2], bytes[bytes.startIndex + 3])
    return ((0x90...0xAF).contains(first) || first == 0x81) && (lead == 0xD1 || second >= 0xB0)
  }
}
