/// The order of Russian titles. Not a locale's: the same site must come out on every machine.
public struct RussianOrder: Comparable, Sendable {
  private let weights: [UInt32]
  /// Where each ё stands: it counts only between titles that are otherwise the same.
  private let yos: [Int]

  /// - Parameter title: compared by small letters, ё as е, as Russian dictionaries do, without quotes; a number by what
  ///   it is worth, so that «Встреча 2» stands before «Встреча 10».
  public init(_ title: String) {
    var weights: [UInt32] = []
    var yos: [Int] = []
    weights.reserveCapacity(title.utf8.count)
    // Where the digits of a number began: their count stands before them, as long as nobody writes so many of them.
    var number: Int?
    for scalar in RussianLetters.composed(title.lowercased()) where !Self.isQuote(scalar) {
      guard ("0"..."9").contains(scalar) else {
        number = nil
        if scalar == "ё" { yos.append(weights.count) }
        weights.append(Self.letter(scalar).value)
        continue
      }
      guard let beginning = number else {
        number = weights.count
        weights += [Self.digits, 1, scalar.value]
        continue
      }
      // A zero before other digits is worth nothing.
      if weights.count == beginning + 3, weights[beginning + 2] == ("0" as Unicode.Scalar).value {
        weights[beginning + 2] = scalar.value
      } else {
        weights[beginning + 1] += 1
        weights.append(scalar.value)
      }
    }
    self.weights = weights
    self.yos = yos
  }

  /// What a number has before its count of digits and its digits: it stands where digits do.
  private static let digits = ("0" as Unicode.Scalar).value

  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "«", "»", "\"", "“", "”", "„": true
    default: false
    }
  }

  private static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar { scalar == "ё" ? "е" : scalar }

  /// What titles are compared by, besides the worth of numbers: small letters without quotes, ё as е.
  static func compared(_ title: String) -> [Unicode.Scalar] {
    RussianLetters.composed(title.lowercased()).filter { !isQuote($0) }.map(letter)
  }

  public static func < (left: Self, right: Self) -> Bool {
    if left.weights != right.weights { return left.weights.lexicographicallyPrecedes(right.weights) }
    // At the first place where only one of them has it, ё stands behind е.
    for (mine, other) in zip(left.yos, right.yos) where mine != other { return mine > other }
    return left.yos.count < right.yos.count
  }
}
