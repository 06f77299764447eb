/// The order of Russian titles. Not a locale's: the same site must come out on every machine.
public struct RussianOrder: Comparable, Sendable {
  private let weights: [UInt32]
  /// Where each ё stands: it counts only between titles that are otherwise the same.
  private let yos: [Int]

  /// - Parameter title: compared by small letters, ё as е, as Russian dictionaries do, without quotes.
  public init(_ title: String) {
    var weights: [UInt32] = []
    var yos: [Int] = []
    weights.reserveCapacity(title.utf8.count)
    for scalar in RussianLetters.composed(title.lowercased()) {
      switch scalar {
      case "«", "»", "\"", "“", "”", "„": continue
      case "ё":
        yos.append(weights.count)
        weights.append(("е" as Unicode.Scalar).value)
      default: weights.append(scalar.value)
      }
    }
    self.weights = weights
    self.yos = yos
  }

  public static func < (left: Self, right: Self) -> Bool {
    if left.weights != right.weights { return left.weights.lexicographicallyPrecedes(right.weights) }
    // At the first place where only one of them has it, ё stands behind е.
    for (mine, other) in zip(left.yos, right.yos) where mine != other { return mine > other }
    return left.yos.count < right.yos.count
  }
}
