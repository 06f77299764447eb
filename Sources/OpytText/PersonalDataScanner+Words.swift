/// What is found without a digit: private mailboxes, and children's names beside an illness or the language of the home.
extension PersonalDataScanner {
  /// Where the next sign stands that one of these may be there: an `@`, or a word for such a circumstance. All texts of a
  /// network go through here: nothing but beginnings of words is compared.
  public static func nextSign(in bytes: [UInt8], from position: Int) -> Int? {
    let beginnings = Circumstance.beginnings
    return bytes.withUnsafeBufferPointer { bytes in
      var offset = position
      func isSign(at offset: Int) -> Bool {
        bytes[offset] == UInt8(ascii: "@")
          || beginnings.mayStand(at: offset, in: bytes) && Circumstance.stands(at: offset, in: bytes)
      }
      func isLetter(at offset: Int) -> Bool { offset >= 0 && bytes[offset] & 0xFE == 0xD0 }
      // Letters have two bytes: one that begins two bytes behind another one is inside of its word.
      var inside: UInt64 = (isLetter(at: offset - 2) ? 1 : 0) | (isLetter(at: offset - 1) ? 2 : 0)
      while offset < bytes.count {
        var candidates = ByteBlock.read(bytes, at: offset) { block in
          let letters = block.isCyrillicLead
          let starts = letters & ~(letters << 2 | inside) | block.isByte(UInt8(ascii: "@"))
          inside = letters >> 62
          return starts & block.inText
        }
        while candidates != 0 {
          let candidate = offset &+ candidates.trailingZeroBitCount
          if isSign(at: candidate) { return candidate }
          candidates &= candidates &- 1
        }
        offset &+= ByteBlock.count
      }
      return nil
    }
  }

  /// What a sign was a sign of.
  /// - Parameters:
  ///   - sign: as ``nextSign(in:from:)`` found it.
  ///   - line: the line that it stands in.
  public static func finding(at sign: Int, in line: ArraySlice<UInt8>) -> Finding? {
    let scanner = PersonalDataScanner(line: line)
    if line[sign] == UInt8(ascii: "@") { return scanner.email(around: sign).map { .email($0) } }
    return scanner.child(around: sign).map { .childWithCircumstance($0) }
  }

  /// Whether a text says that names in it are changed: «Имена детей изменены», «имя ребёнка изменено».
  public static func saysNamesAreChanged(_ bytes: [UInt8]) -> Bool {
    let changed = Array("изменен".utf8)
    let names = ["мена ", "Имя ", "имя ", "мён "].map { Array($0.utf8) }
    var rest = bytes[...]
    while let offset = rest.firstOffset(of: changed) {
      let before = bytes[max(0, offset - 60)..<offset]
      if names.contains(where: { before.firstOffset(of: $0) != nil }) { return true }
      rest = bytes[(offset + 1)...]
    }
    return false
  }

  // MARK: Mailboxes

  private static let providers = [
    "mail.ru", "bk.ru", "list.ru", "inbox.ru", "internet.ru", "vk.com", "yandex.ru", "yandex.com", "ya.ru", "narod.ru",
    "rambler.ru", "lenta.ru", "ro.ru", "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com",
    "icloud.com", "me.com", "yahoo.com", "proton.me", "protonmail.com",
  ].map { Array($0.utf8) }
  /// In the name of a box that belongs to an institution.
  private static let offices = [
    "sad", "dou", "doy", "dochu", "ds-", "ds_", "ds.", "metod", "info", "office", "school", "centr", "center", "gimn",
    "licey", "bibl", "zhurnal", "redak",
  ].map { Array($0.utf8) }

  /// By bytes: a text may be a list of a hundred thousand addresses.
  private func email(around sign: Int) -> Range<Int>? {
    func isPart(_ byte: UInt8) -> Bool { byte.isASCIILetterOrDigit || "._-+".utf8.contains(byte) }
    var start = sign
    while start > line.startIndex, sign - start < 64, isPart(line[start - 1]) { start -= 1 }
    var end = sign + 1
    while end < line.endIndex, end - sign < 64, isPart(line[end]) { end += 1 }
    while end > sign, ".-_+".utf8.contains(line[end - 1]) { end -= 1 }
    guard start < sign, end > sign + 1 else { return nil }
    let domain = line[(sign + 1)..<end]
    // All parts of an address are ASCII.
    func small(_ byte: UInt8) -> UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte }
    guard Self.providers.contains(where: { $0.count == domain.count && zip($0, domain).allSatisfy { $0 == small($1) } })
    else { return nil }
    let box = line[start..<sign].map(small)[...]
    let isNumbered = box.starts(with: "ds".utf8) && box.dropFirst(2).first?.isASCIIDigit == true
    guard !isNumbered, !Self.offices.contains(where: { box.firstOffset(of: $0) != nil }) else { return nil }
    return start..<end
  }

  // MARK: Children

  /// The name of a child in the sentence around a circumstance, and all between.
  private func child(around sign: Int) -> Range<Int>? {
    let sentence = sentence(around: sign)
    var word = sentence.lowerBound
    while word < sentence.upperBound {
      guard isCyrillic(at: word) else {
        word += 1
        continue
      }
      var end = word
      while end < sentence.upperBound, isCyrillic(at: end) { end += 2 }
      if word != sign, isName(line[word..<end]), isChild(word..<end, in: sentence) {
        var signEnd = sign
        while signEnd < line.endIndex, isCyrillic(at: signEnd) { signEnd += 2 }
        return min(word, sign)..<max(end, signEnd)
      }
      word = end
    }
    return nil
  }

  /// What stands between full stops around an offset, so far as a reader sees it at once.
  private func sentence(around sign: Int) -> Range<Int> {
    func isEnd(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"), UInt8(ascii: "|"): true
      default: false
      }
    }
    var start = sign
    while start > line.startIndex, sign - start < 200, !isEnd(line[start - 1]) { start -= 1 }
    while start < sign, line[start].isUTF8Continuation { start += 1 }
    var end = sign
    while end < line.endIndex, end - sign < 200, !isEnd(line[end]) { end += 1 }
    // No letter is cut in two.
    while end < line.endIndex, line[end].isUTF8Continuation { end += 1 }
    return start..<end
  }

  /// A first name without a patronymic; one that is not known, where an age or the home follows as it does in lists of
  /// children: «Зульхумор, 5 лет, …».
  private func isChild(_ word: Range<Int>, in sentence: Range<Int>) -> Bool {
    let rest = line[word.upperBound..<sentence.upperBound]
    let name = FoldedText(line[word])
    if GivenNames.forms.contains(name) { return !Self.isPatronymic(rest) }
    let next = rest.drop { " (,".utf8.contains($0) }
    guard rest.first == UInt8(ascii: ","), word.count >= 6, !Self.commonWords.contains(name) else { return false }
    return next.first.map { (UInt8(ascii: "1")...UInt8(ascii: "7")).contains($0) } ?? false
      || next.starts(with: "дома ".utf8)
  }

  private static let commonWords = Set(
    [
      "дети", "ребенок", "ребята", "мальчик", "девочка", "группа", "воспитанник", "воспитанница", "воспитанники",
      "дошкольники", "родители", "семья", "сначала", "сегодня", "например",
    ].map { FoldedText($0) })

  /// Whether a patronymic is what follows: then it is a teacher who is named.
  private static func isPatronymic(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let blank = rest.first, blank == UInt8(ascii: " ") || blank == 0xC2 else { return false }
    let word = rest.dropFirst(blank == 0xC2 ? 2 : 1).prefix { $0 >= 0x80 }
    let text = String(decoding: word, as: UTF8.self)
    return patronymicEndings.contains { text.hasSuffix($0) }
  }

  private static let patronymicEndings =
    ["овн", "евн", "ичн"].flatMap { stem in ["а", "ы", "е", "у", "ой"].map { stem + $0 } }
    + ["ович", "евич", "ьич", "мич", "кич"].flatMap { stem in ["", "а", "у", "ем", "е"].map { stem + $0 } }
}

/// A word for an illness, or for the language that is spoken at home.
struct Circumstance: Sendable {
  private let word: [UInt8]
  /// With a capital letter; nil for an abbreviation.
  private let capital: [UInt8]?
  /// Whether all letters are capital, and no other letter follows.
  private let isAbbreviation: Bool

  private init(_ word: String, isAbbreviation: Bool) {
    self.word = Array(word.utf8)
    capital = isAbbreviation ? nil : Array((word.prefix(1).uppercased() + word.dropFirst()).utf8)
    self.isAbbreviation = isAbbreviation
  }

  static let all: [Circumstance] =
    ["ОНР", "ЗПР", "ЗПРР", "ЗРР", "ТНР", "ФФНР", "ФФН", "РАС", "РДА", "ДЦП", "ОВЗ", "СДВГ", "НОДА"]
    .map { Circumstance($0, isAbbreviation: true) }
    + [
      "аутизм", "аутист", "заика", "алали", "дизартри", "эпилепси", "инвалид", "диагноз", "тугоух", "слабослыш",
      "слабовид", "диабет", "астм", "гиперактивн", "синдром", "умственной отстал", "умственная отстал",
      "умственную отстал", "отстаёт в разв", "отстает в разв", "аллерги",
      "дома говор", "дома разговари", "дома обща", "дома звучит", "родной язык", "родным язык", "родном язык",
      "билингв",
      "двуязычн", "мигрант", "по-русски", "не знает русск", "не говорит на русск", "не понимает русск",
    ].map { Circumstance($0, isAbbreviation: false) }

  /// By how each of them may begin, with a capital letter too.
  private static let byBeginning = {
    var circumstances: [UInt64: [Circumstance]] = [:]
    for circumstance in all {
      for form in [circumstance.word, circumstance.capital].compactMap(\.self) {
        form.withUnsafeBufferPointer { form in
          Beginnings.beginning(at: 0, in: form).map { circumstances[$0, default: []].append(circumstance) }
        }
      }
    }
    return circumstances
  }()

  static let beginnings = Beginnings(byBeginning.keys)

  /// Whether one of the words stands here.
  static func stands(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let beginning = Beginnings.beginning(at: offset, in: bytes) else { return false }
    return byBeginning[beginning]?.contains { $0.stands(at: offset, in: bytes) } ?? false
  }

  private func stands(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard offset + word.count <= bytes.count else { return false }
    let written = bytes[offset..<offset + word.count]
    guard written.elementsEqual(word) || capital.map(written.elementsEqual) == true else { return false }
    let next = offset + word.count
    return !isAbbreviation || next >= bytes.count || bytes[next] & 0xFE != 0xD0
  }
}

/// The first three letters of words, as bits: most words of a text are told apart from all of these by one look.
struct Beginnings: Sendable {
  private var bits = [UInt64](repeating: 0, count: 64)

  init(_ beginnings: some Sequence<UInt64>) {
    for beginning in beginnings {
      let place = Self.place(of: beginning)
      bits[place >> 6] |= 1 << UInt64(place & 63)
    }
  }

  /// False where none of them stands.
  @inline(__always)
  func mayStand(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let beginning = Self.beginning(at: offset, in: bytes) else { return false }
    let place = Self.place(of: beginning)
    return bits[place >> 6] >> UInt64(place & 63) & 1 == 1
  }

  /// Six bytes, the first one lowest; nil where the text has fewer.
  @inline(__always)
  static func beginning(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
    let raw = UnsafeRawBufferPointer(bytes)
    if offset &+ 8 <= bytes.count {
      return UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) & 0xFFFF_FFFF_FFFF
    }
    guard offset &+ 6 <= bytes.count else { return nil }
    return bytes[offset..<offset &+ 6].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  @inline(__always)
  private static func place(of beginning: UInt64) -> Int {
    Int(truncatingIfNeeded: ((beginning << 16) &* 0x9E37_79B9_7F4A_7C15) >> 52)
  }
}
