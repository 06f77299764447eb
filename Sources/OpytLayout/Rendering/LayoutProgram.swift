import OpytText

/// A layout with every name resolved and every partial in place: no look-up is left for rendering.
struct LayoutProgram: Sendable {
  /// Where a value is found: the item of an enclosing loop (0: the page itself), then indices into records.
  struct Path: Hashable, Sendable {
    var slot: Int
    var indices: [Int]
  }

  enum Operation: Sendable {
    /// Bytes of `LayoutProgram.literals`.
    case literal(Range<Int>)
    case print(Path)
    case skipUnless(Path, to: Int)
    case skipIf(Path, to: Int)
    /// Skips unless the number at the path falls into one of the plural categories.
    case skipUnlessCounted(Path, as: Set<PluralCategory>, to: Int)
    /// Runs the operations up to `end` once for each item, which stands in `slot` meanwhile.
    case loop(Path, slot: Int, end: Int)
  }

  var operations: [Operation] = []
  var literals: [UInt8] = []
  var slotCount = 1
  var rule = PluralRule.russian
}
