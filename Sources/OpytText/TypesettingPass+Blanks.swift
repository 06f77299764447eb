/// Which words stay in one line.
extension TypesettingPass {
  /// Blanks in a row are one, as HTML has them.
  mutating func setBlank() {
    var end = position + 1
    while end < text.count, text[end] == UInt8(ascii: " ") { end += 1 }
    if end > position + 1 { hasChanged = true }
    position = end
    if let dash = spacedDash(at: end), isDash(dash, behind: 1) {
      hasChanged = true
      write("\u{A0}")
      replace(dash)
    } else if isUnbroken(before: end) {
      hasChanged = true
      write("\u{A0}")
    } else {
      write(UInt8(ascii: " "))
    }
  }

  /// Whether what was written last and what begins at `index` stay in one line.
  func isUnbroken(before index: Int) -> Bool {
    let last = written(1)
    if last == RussianTypography.lineEnd || last == UInt8(ascii: " ") { return false }
    let first = byte(at: index)
    if first == RussianTypography.lineEnd || first == UInt8(ascii: " ") { return false }
    if last >= 0x80 {
      if bindsForward(last) { return true }
    } else if last.isASCIIDigit {
      if isCounted(at: index) { return true }
    } else if last == UInt8(ascii: "."), isAbbreviated(before: index) {
      return true
    }
    if first == 0xD0 {
      let second = byte(at: index + 1)
      if second >= 0xB1 { return isParticle(at: index) && isWordEnd }
      return byte(at: index + 2) == UInt8(ascii: ".") && isSurname && isCapital(first, second)
    }
    if first == 0xE2 || first == UInt8(ascii: "-"), let dash = spacedDash(at: index) { return isDash(dash, behind: 1) }
    return false
  }

  // MARK: Before the blank

  /// «№», «§», and words of one or two letters that lead to the next.
  @inline(__always)
  private func bindsForward(_ last: UInt8) -> Bool {
    let lead = written(2)
    if lead == 0xD0 || lead == 0xD1 {
      if isWordStart(2) { return RussianWord.leadsOn(lead, last) }
      let first = written(4)
      guard first == 0xD0 || first == 0xD1, isWordStart(4) else { return false }
      return RussianWord.leadsOn(first, written(3), lead, last)
    }
    return lead == 0x84 ? last == 0x96 && written(3) == 0xE2 : lead == 0xC2 && last == 0xA7
  }

  /// Whether a word begins so many bytes before the end of what was written.
  @inline(__always)
  func isWordStart(_ distance: Int) -> Bool {
    let before = written(distance + 1)
    if before < 0x80 {
      return !before.isASCIILetterOrDigit && before != UInt8(ascii: "-") && before != UInt8(ascii: ".")
        && before != UInt8(ascii: "'")
    }
    switch written(distance + 2) {
    case 0xC2: return before != 0xAD
    case 0x80: return written(distance + 3) == 0xE2 && before != 0x91
    default: return false
    }
  }

  /// Whether a Russian word ends what was written.
  private var isWordEnd: Bool {
    let last = written(1)
    return last >= 0x80 ? written(2) == 0xD0 || written(2) == 0xD1 || last == 0xBB : last.isASCIILetterOrDigit
  }

  /// Whether the last word written begins with a capital and ends with a small letter.
  private var isSurname: Bool {
    guard written(1) >= 0x80, [0xD0, 0xD1].contains(written(2)), !isCapital(written(2), written(1)) else {
      return false
    }
    var distance = 2
    while output - distance - 2 > context {
      if isWordStart(distance) { return isCapital(written(distance), written(distance - 1)) }
      distance += written(distance + 1) < 0x80 ? 1 : 2
    }
    return false
  }

  private func isCapital(_ first: UInt8, _ second: UInt8) -> Bool {
    first == 0xD0 && (0x81...0xAF).contains(second)
  }

  /// «А.» before a name, «стр.» before a number, «т.» before «д.»
  private func isAbbreviated(before index: Int) -> Bool {
    let (lead, letter) = (written(3), written(2))
    guard lead == 0xD0 || lead == 0xD1 else { return false }
    let first = byte(at: index)
    let isOneLetter = isWordStart(3)
    if isCapital(lead, letter) {
      let isInitial = isOneLetter || (written(4) == UInt8(ascii: ".") && written(5) >= 0x80)
      return isInitial && isCapital(first, byte(at: index + 1))
    }
    guard let kind = RussianWord.abbreviation(endingWith: lead, letter, isOneLetter: isOneLetter, in: self) else {
      return false
    }
    switch kind {
    case .number: return first.isASCIIDigit
    case .name: return isCapital(first, byte(at: index + 1)) && !isBehindNumber
    case .phrase:
      return first >= 0xD0 && !isCapital(first, byte(at: index + 1)) && byte(at: index + 2) == UInt8(ascii: ".")
    }
  }

  /// «2026 г.»: there the year ends, and no town begins.
  private var isBehindNumber: Bool {
    let before = written(4)
    return before == UInt8(ascii: " ") ? written(5).isASCIIDigit : before == 0xA0 && written(6).isASCIIDigit
  }

  // MARK: Behind the blank

  /// Whether what begins at `index` is counted by the number before it: a unit, a month, a thing, a group of digits.
  private func isCounted(at index: Int) -> Bool {
    let (first, second) = (byte(at: index), byte(at: index + 1))
    switch first {
    case UInt8(ascii: "%"): return true
    case 0xC2: return second == 0xB0  // °
    case 0xE2: return (second == 0x80 && byte(at: index + 2) == 0xB0) || (second == 0x82 && byte(at: index + 2) == 0xBD)
    case 0xD0, 0xD1:
      if isCapital(first, second) { return [0x93, 0x9A, 0x9C].contains(second) && byte(at: index + 3) == 0x91 }
      if !isLetter(at: index + 2) { return !RussianWord.leadsOn(first, second) }
      if isLetter(at: index + 4) { return true }
      return !RussianWord.leadsOn(first, second, byte(at: index + 2), byte(at: index + 3))
    case let digit where digit.isASCIIDigit:
      return (1...2).allSatisfy { byte(at: index + $0).isASCIIDigit } && !byte(at: index + 3).isASCIILetterOrDigit
        && isGroupOfDigits
    default: return false
    }
  }

  /// One to three digits by themselves end what was written.
  private var isGroupOfDigits: Bool {
    var count = 1
    while count < 4, written(count + 1).isASCIIDigit { count += 1 }
    return count < 4 && isWordStart(count)
  }

  /// «же», «ли», «бы» and their short forms, as whole words.
  private func isParticle(at index: Int) -> Bool {
    switch byte(at: index + 1) {
    case 0xB6: isPair(index, 0xD0, 0xB5) || byte(at: index + 2) == UInt8(ascii: " ")  // же, ж
    case 0xBB: isPair(index, 0xD0, 0xB8) || isPair(index, 0xD1, 0x8C)  // ли, ль
    case 0xB1: isPair(index, 0xD1, 0x8B) || byte(at: index + 2) == UInt8(ascii: " ")  // бы, б
    default: false
    }
  }

  private func isPair(_ index: Int, _ lead: UInt8, _ letter: UInt8) -> Bool {
    byte(at: index + 2) == lead && byte(at: index + 3) == letter && !isLetter(at: index + 4)
      && byte(at: index + 4) != UInt8(ascii: "-")
  }

  /// A Russian letter, or a mark on the one before it.
  private func isLetter(at index: Int) -> Bool { (0xCC...0xD1).contains(byte(at: index)) }
}

/// Short words, by the bytes of their letters.
enum RussianWord {
  enum Abbreviation {
    /// «стр. 5»
    case number
    /// «ул. Мира»
    case name
    /// «т. д.»
    case phrase
  }

  /// а, в, и, к, о, с, у, я.
  @inline(__always)
  static func leadsOn(_ lead: UInt8, _ letter: UInt8) -> Bool {
    oneLetterWords & mask(index(lead, letter)) != 0
  }

  /// Prepositions, conjunctions and particles of two letters.
  @inline(__always)
  static func leadsOn(_ lead: UInt8, _ letter: UInt8, _ secondLead: UInt8, _ secondLetter: UInt8) -> Bool {
    let seconds: UInt64 =
      switch index(lead, letter) {
      case 2, 10, 17: letterO  // во, ко, со
      case 4: letterO | mask(0)  // до, да
      case 7: mask(0)  // за
      case 8: mask(7)  // из
      case 13: mask(0) | mask(5) | mask(8) | letterO  // на, не, ни, но
      case 14: mask(1) | mask(18)  // об, от
      case 15: letterO  // по
      default: 0
      }
    return seconds & mask(index(secondLead, secondLetter)) != 0
  }

  private static let letterO: UInt64 = 1 << 14
  private static let oneLetterWords: UInt64 = 1 << 0 | 1 << 2 | 1 << 8 | 1 << 10 | 1 << 14 | 1 << 17 | 1 << 19 | 1 << 31

  @inline(__always)
  private static func mask(_ index: Int) -> UInt64 { 1 << UInt64(index & 63) }

  /// 0 for а and А … 31 for я and Я; 63 for anything else.
  @inline(__always)
  private static func index(_ lead: UInt8, _ letter: UInt8) -> Int {
    switch (lead, letter) {
    case (0xD0, 0x90...0xAF): Int(letter) - 0x90
    case (0xD0, 0xB0...0xBF): Int(letter) - 0xB0
    case (0xD1, 0x80...0x8F): Int(letter) - 0x80 + 16
    default: 63
    }
  }

  /// What the abbreviation is that ends with this letter and a full stop.
  static func abbreviation(
    endingWith lead: UInt8, _ letter: UInt8, isOneLetter: Bool, in pass: TypesettingPass
  ) -> Abbreviation? {
    let last = index(lead, letter)
    if isOneLetter {
      switch last {
      case 15, 17, 23: return .number  // п. 3, с. 122, ч. 1
      case 18: return pass.byte(at: pass.position).isASCIIDigit ? .number : .phrase  // т. 2, т. д.
      case 3: return .name  // г. Москва
      default: return nil
      }
    }
    let middle = index(pass.written(5), pass.written(4))
    if pass.isWordStart(5) {
      switch (middle, last) {
      case (3, 11): return .number  // гл.
      case (15, 15), (17, 18): return .number  // пп., ст.
      case (19, 11), (8, 12): return .name  // ул., им.
      default: return nil
      }
    }
    guard pass.isWordStart(7) else { return nil }
    switch (index(pass.written(7), pass.written(6)), middle, last) {
    case (17, 18, 16), (16, 8, 17), (2, 27, 15): return .number  // стр., рис., вып.
    default: return nil
    }
  }
}
