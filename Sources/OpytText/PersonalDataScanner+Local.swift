/// Numbers of telephones without a code, as a town has them.
extension PersonalDataScanner {
  private static let phoneWords = ["тел", "Тел", "ТЕЛ", "звон", "Звон", "факс", "Факс"].map { Array($0.utf8) }

  /// `343-12-34`, `42-12-34`, `2-12-34`: five to seven digits in pairs behind hyphens.
  ///
  /// Seven are always told; six unless they may be a day, `12-03-26`; five only behind a word of telephoning, for they
  /// may be anything. An age, `5-6`, and a result, `3-2`, have fewer.
  func localPhone(at start: Int) -> Range<Int>? {
    // Most numbers of a text are longer, or no hyphen follows.
    guard let end = line[start...].prefix(4).firstIndex(where: { !$0.isASCIIDigit }),
      line[end] == UInt8(ascii: "-") || line[end] == 0xE2
    else { return nil }
    guard !isInsideNumber(start), start - 2 < line.startIndex || !isCyrillic(at: start - 2) else { return nil }
    // What follows another number is the end of one with a code, and that was looked at.
    if let before = line[..<start].last(where: { $0 != UInt8(ascii: " ") && $0 != 0xA0 && $0 != 0xC2 }),
      before.isASCIIDigit
    {
      return nil
    }
    var groups: [[UInt8]] = [[]]
    var index = start
    while index < line.endIndex, groups.count <= 3 {
      if line[index].isASCIIDigit {
        groups[groups.count - 1].append(line[index])
        index += 1
        continue
      }
      let length = hyphenLength(at: index)
      guard length > 0, index + length < line.endIndex, line[index + length].isASCIIDigit else { break }
      groups.append([])
      index += length
    }
    guard groups.count == 3, groups[1].count == 2, groups[2].count == 2, (1...3).contains(groups[0].count) else {
      return nil
    }
    // It goes on as a decimal or a word does.
    if index + 1 < line.endIndex, ".,".utf8.contains(line[index]), line[index + 1].isASCIIDigit { return nil }
    if index < line.endIndex, hyphenLength(at: index) > 0 || isCyrillic(at: index) { return nil }
    let isTold: Bool
    switch groups[0].count {
    case 3: isTold = true
    case 2: isTold = !Self.mayBeDay(groups[0], groups[1]) || isBehindPhoneWord(start)
    default: isTold = isBehindPhoneWord(start)
    }
    return isTold ? start..<index : nil
  }

  private func hyphenLength(at index: Int) -> Int {
    if line[index] == UInt8(ascii: "-") { return 1 }
    // ‐ ‑ ‒ –
    return line[index...].prefix(2).elementsEqual([0xE2, 0x80]) && index + 2 < line.endIndex
      && (0x90...0x93).contains(line[index + 2]) ? 3 : 0
  }

  private static func mayBeDay(_ day: [UInt8], _ month: [UInt8]) -> Bool {
    func value(_ digits: [UInt8]) -> Int { digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } }
    return (1...31).contains(value(day)) && (1...12).contains(value(month))
  }

  private func isBehindPhoneWord(_ start: Int) -> Bool {
    let window = line[max(line.startIndex, start - 60)..<start]
    return Self.phoneWords.contains { window.firstOffset(of: $0) != nil }
  }
}
