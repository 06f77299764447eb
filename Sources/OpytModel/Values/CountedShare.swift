import OpytText

/// «19 из 24»: how many of how many, as a result tells it (S4: результаты детей).
public struct CountedShare: Hashable, Sendable {
  public let part: Int
  public let whole: Int

  /// The one share that a text tells; nil where it tells none, several, or anything that could be read otherwise: a range
  /// («2–3 из 10»), thousands («5 из 20 тысяч», «1 200 из 3 000»), a part larger than the whole, a date.
  public init?(in text: String) {
    // Most results tell no number at all.
    guard text.utf8.contains(where: \.isASCIIDigit) else { return nil }
    let words = text.split { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" || $0 == "\n" }
    var found: CountedShare?
    for index in words.indices.dropFirst().dropLast() where words[index] == "из" || words[index] == "of" {
      let place = index > 1 && Self.counted.contains(words[index - 1]) ? index - 2 : index - 1
      guard let part = Self.number(words[place].drop { "(«".contains($0) }),
        let whole = Self.number(words[index + 1].trimmedOfMarks)
      else { continue }
      guard found == nil, place < 1 || !words[place - 1].endsAsNumber,
        index + 2 >= words.count || !words[index + 1].isBare || !words[index + 2].continuesNumber,
        let share = CountedShare(part: part, whole: whole)
      else { return nil }
      found = share
    }
    guard let found else { return nil }
    self = found
  }

  /// Nil where the part is larger.
  public init?(part: Int, whole: Int) {
    guard whole > 0, (0...whole).contains(part) else { return nil }
    self.part = part
    self.whole = whole
  }

  /// Who is counted, where that stands between the numbers: «12 детей из 14». With any other word («в 5 группе из 12»)
  /// the first number may be a name.
  private static let counted: Set<Substring> = [
    "дети", "детей", "ребёнок", "ребёнка", "ребенок", "ребенка", "малышей", "воспитанников", "воспитанника",
    "родителей", "родителя", "взрослых", "семья", "семьи", "семей", "педагог", "педагога", "педагогов", "воспитателей",
    "воспитателя", "участников", "участника", "пар", "пары", "пара", "children", "parents", "families", "teachers",
  ]

  private static func number(_ word: Substring) -> Int? {
    guard (1...4).contains(word.utf8.count), word.utf8.allSatisfy(\.isASCIIDigit) else { return nil }
    return Int(word)
  }
}

extension Substring {
  /// Without the marks that a sentence puts behind a number.
  fileprivate var trimmedOfMarks: Substring {
    var word = self
    while let last = word.last, ",.;:!?)»".contains(last) { word.removeLast() }
    return word
  }

  /// Whether nothing stands behind its digits.
  fileprivate var isBare: Bool { utf8.last.map(\.isASCIIDigit) ?? false }

  /// «1» of «1 200», «от» of «от 3 из 10».
  fileprivate var endsAsNumber: Bool { isBare || self == "–" || self == "-" || self == "до" || self == "от" }

  /// «000» of «3 000», «тысяч», «%».
  fileprivate var continuesNumber: Bool {
    guard let first = utf8.first else { return false }
    return first.isASCIIDigit || first == UInt8(ascii: "%") || hasPrefix("тыс") || hasPrefix("млн") || self == "–"
  }
}
