import OpytText

/// A layout with every name resolved and every partial in place: no look-up is left for rendering. Operations own no
/// memory, so that running them counts no references.
struct LayoutProgram: Sendable {
  /// Where a value is found: the item of an enclosing loop (0: the page itself), then fields of records. The fields'
  /// indices are a stretch of `LayoutProgram.fields`.
  struct Path: Hashable, Sendable {
    var slot: UInt16
    var depth: UInt16
    var start: UInt32
  }

  enum Operation: Hashable, Sendable {
    /// Bytes of `LayoutProgram.literals`.
    case literal(start: UInt32, count: UInt32)
    case print(Path)
    case skipUnless(Path, to: UInt32)
    case skipIf(Path, to: UInt32)
    /// Skips unless the number at the path falls into one of the plural categories.
    case skipUnlessCounted(Path, as: PluralCategories, to: UInt32)
    /// Puts the first item of a list into `slot`; without items goes on at `end`.
    case loop(Path, slot: UInt16, end: UInt32)
    /// Puts the next item into `slot` and goes on at `start`; behind the last one goes on with what follows.
    case next(slot: UInt16, start: UInt32)
  }

  var operations: [Operation] = []
  var literals: [UInt8] = []
  /// The indices of all paths.
  var fields: [UInt32] = []
  var slotCount = 1
  var rule = PluralRule.russian

  func indices(_ path: Path) -> ArraySlice<UInt32> { fields[Int(path.start)...].prefix(Int(path.depth)) }
}

/// A set of plural categories in one byte.
struct PluralCategories: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  /// Set where the number 1 has a form of its own, so that no other form takes it.
  static let oneIsApart = Self(rawValue: 32)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ category: PluralCategory) {
    rawValue =
      switch category {
      case .one: 1
      case .few: 2
      case .many: 4
      case .other: 8
      case .exactlyOne: 16
      }
  }

  init(_ categories: some Sequence<PluralCategory>) {
    self = categories.reduce(into: []) { $0.formUnion(Self($1)) }
  }

  /// Whether these are the forms for `number`.
  func contains(_ number: Int, _ rule: PluralRule) -> Bool {
    let isApart = number == 1 && contains(Self.oneIsApart)
    return isSuperset(of: Self(isApart ? .exactlyOne : rule.category(of: number)))
  }
}
