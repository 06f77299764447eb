/// The plural categories of CLDR that whole numbers of Russian and English fall into.
public enum PluralCategory: String, CaseIterable, Hashable, Sendable {
  case one, few, many, other
  /// Not a category of CLDR, but ICU's way to set the number 1 apart from 21 and 31: what stands over a list is «Автор»
  /// for one author, and «Авторы» for twenty-one.
  case exactlyOne = "=1"
}

/// Which category a language gives a whole number (CLDR, Language Plural Rules).
public enum PluralRule: Hashable, Sendable {
  case russian, english

  public func category(of count: Int) -> PluralCategory {
    switch self {
    case .english: return count.magnitude == 1 ? .one : .other
    case .russian:
      let lastTwo = count.magnitude % 100
      if (11...14).contains(lastTwo) { return .many }
      switch lastTwo % 10 {
      case 1: return .one
      case 2...4: return .few
      default: return .many
      }
    }
  }

  /// The categories that whole numbers fall into.
  public var categories: [PluralCategory] {
    switch self {
    case .russian: [.one, .few, .many]
    case .english: [.one, .other]
    }
  }
}
