import OpytText

/// How people name other people and kindergartens: in any case, with initials, first name first, by a number.
enum NameMatch {
  /// The words of a name, small, ё as е, without quotes.
  static func words(of text: String) -> [String] {
    text.everyday.lowercased().replacing("ё", with: "е").split { character in
      !character.isLetter && !character.isNumber && character != "-"
    }.map { $0.trimmingHyphens }.filter { !$0.isEmpty }
  }

  /// How well a word fits a name.
  enum Fit: Comparable {
    /// In another case, or by its first letter.
    case likely
    case exact
  }

  // MARK: People

  /// - Parameters:
  ///   - typed: the words that were typed; what stands behind a comma is taken off before.
  ///   - name: the person's, surname first.
  static func fit(_ typed: [String], toPerson name: [String]) -> Fit? {
    if let fit = fitOnce(typed, toPerson: name) { return fit }
    // «А.-М.» is Анна-Мария, «Мария» is not.
    guard typed.count(where: { $0.count > 1 }) <= 1 else { return nil }
    let parts = name.prefix(1) + name.dropFirst().flatMap { $0.split(separator: "-").map(String.init) }
    return parts.count > name.count ? fitOnce(typed, toPerson: Array(parts)) : nil
  }

  private static func fitOnce(_ typed: [String], toPerson name: [String]) -> Fit? {
    guard let surname = name.first, !typed.isEmpty, typed.count <= name.count else { return nil }
    var rest = typed
    var result = Fit.exact
    let place = rest.firstIndex(of: surname) ?? rest.firstIndex { areForms($0, surname) }
    if let place {
      if rest[place] != surname { result = .likely }
      rest.remove(at: place)
    } else if rest.contains(where: { $0.count == 1 }) || rest.count < 2 {
      // Without a surname only a name with its patronymic tells who is meant.
      return nil
    }
    var others = Array(name.dropFirst())
    for word in rest {
      let index = others.firstIndex { other in
        word.count == 1 ? other.hasPrefix(word) : other == word || areForms(word, other)
      }
      guard let index else { return nil }
      if others[index] != word { result = .likely }
      // Initials stand in the order of the names.
      others.removeSubrange(word.count == 1 ? 0...index : index...index)
    }
    return result
  }

  /// Whether a text looks like somebody's name: with initials, or of two or three words with capital letters.
  static func isLikelyPerson(_ text: String) -> Bool {
    let words = text.everyday.replacing(".", with: ". ").split(separator: " ")
    return (2...4).contains(words.count) && words.allSatisfy { $0.first?.isUppercase == true }
  }

  // MARK: Kindergartens

  /// Words that any kindergarten may be called by.
  private static let commonWords: Set<String> = [
    "детский", "детского", "детском", "сад", "сада", "саду", "садик", "детсад", "д-с", "дс", "д", "с", "доу", "доо",
    "мбдоу",
    "мдоу", "мадоу", "мкдоу", "гбдоу", "гбоу", "чдоу", "мбоу", "ds", "sad", "dou", "n", "номер", "црр",
  ]

  /// What of typed words tells one kindergarten from others.
  struct KindergartenWords {
    let numbers: [Int]
    let words: [String]

    init(_ typed: [String]) {
      let typed = typed.flatMap { $0.split(separator: "-").map(String.init) }
      numbers = typed.compactMap(\.smallNumber)
      words = typed.filter { $0.smallNumber == nil && !commonWords.contains($0) }
    }
  }

  /// What a kindergarten may be called by.
  struct KindergartenName {
    let words: [String]
    let number: Int?

    init(title: String, name: String?, number: Int?) {
      let titleWords = parts(of: title)
      words = titleWords + (name.map(parts) ?? [])
      self.number = number ?? titleWords.compactMap(\.smallNumber).first
    }
  }

  static func fit(_ typed: KindergartenWords, toKindergarten known: KindergartenName) -> Fit? {
    guard typed.numbers.count <= 1, !typed.numbers.isEmpty || !typed.words.isEmpty else { return nil }
    if let wanted = typed.numbers.first, known.number != wanted { return nil }
    guard typed.words.allSatisfy({ word in known.words.contains { $0 == word || areForms(word, $0) } }) else {
      return nil
    }
    return typed.words.allSatisfy(known.words.contains) ? .exact : .likely
  }

  private static func parts(of text: String) -> [String] {
    words(of: text).flatMap { $0.split(separator: "-").map(String.init) }
  }

  /// «детский сад»: all of them, so none.
  static func isAnyKindergarten(_ typed: [String]) -> Bool { typed.allSatisfy(commonWords.contains) }

  // MARK: Titles

  /// Whether a title was typed in another case: as many words, each a form of the other.
  static func isFormOf(_ typed: [String], _ title: [String]) -> Bool {
    typed.count == title.count && !typed.isEmpty && zip(typed, title).allSatisfy { $0 == $1 || areForms($0, $1) }
  }

  /// Whether two words differ in nothing but a Russian ending: Ивановой and Иванова, Марии and Мария.
  static func areForms(_ left: String, _ right: String) -> Bool {
    // Most words are not: they have another first letter.
    guard left.utf8.prefix(2).elementsEqual(right.utf8.prefix(2)) else { return false }
    let (one, other) = (Array(left), Array(right))
    let common = zip(one, other).prefix { $0 == $1 }.count
    // The stem may end before what the two have in common: «Марии» and «Мария», «Игорь» and «Игоря».
    for stem in stride(from: common, through: max(2, common - 2), by: -1) where stem >= 2 {
      if endings.contains(String(one[stem...])), endings.contains(String(other[stem...])) { return true }
    }
    return false
  }

  private static let endings: Set<String> = [
    "", "а", "я", "ы", "и", "у", "ю", "е", "о", "ь", "й", "ой", "ей", "ом", "ем", "ым", "им", "ого", "его", "ому",
    "ему",
    "ую", "юю", "ая", "яя", "ий", "ый", "ою", "ею", "ия", "ии", "ию", "ией", "ью", "ое", "ее", "ые", "ие", "ых", "их",
    "ыми", "ими", "ами", "ями", "ам", "ям", "ах", "ях", "ов", "ев", "ьего", "ьему", "ьей", "ья", "ье", "ьи", "ью",
    "ьим",
  ]
}

extension StringProtocol {
  fileprivate var trimmingHyphens: String {
    var text = self[...]
    while text.first == "-" { text = text.dropFirst() }
    while text.last == "-" { text = text.dropLast() }
    return String(text)
  }
}
