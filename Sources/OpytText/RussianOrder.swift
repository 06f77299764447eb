/// The order of Russian titles. Not a locale's: the same site must come out on every machine.
public struct RussianOrder: Comparable, Sendable {
  private let weights: [UInt32]

  /// - Parameter title: compared by small letters, ё right behind е, without quotes.
  public init(_ title: String) {
    var weights: [UInt32] = []
    weights.reserveCapacity(title.utf8.count)
    for scalar in RussianLetters.composed(title.lowercased()) {
      switch scalar {
      case "«", "»", "\"", "“", "”", "„": continue
      case "ё": weights.append(("е" as Unicode.Scalar).value * 2 + 1)
      default: weights.append(scalar.value * 2)
      }
    }
    self.weights = weights
  }

  public static func < (left: Self, right: Self) -> Bool {
    left.weights.lexicographicallyPrecedes(right.weights)
  }
}
