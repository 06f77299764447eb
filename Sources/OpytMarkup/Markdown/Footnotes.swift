/// Counts a text's footnotes. libcmark-gfm numbers the references and sorts the definitions by number.
struct Footnotes {
  private var references: [Int: Int] = [:]
  /// The number of the definition that is being written; 0 before the first.
  private(set) var current = 0

  /// Whether the list of footnotes has begun.
  var isOpen: Bool { current > 0 }

  /// How often the footnote has been referred to, this time included.
  mutating func refer(to number: Int) -> Int {
    references[number, default: 0] += 1
    return references[number, default: 1]
  }

  /// The number of the next definition.
  mutating func define() -> Int {
    current += 1
    return current
  }

  func referenceCount(_ number: Int) -> Int { references[number, default: 0] }
}
