/// Finds the valid value an author most likely meant.
///
/// It knows slips of one or two letters, ё for е, Latin letters that look Cyrillic, and words
/// typed on the wrong keyboard layout (`ghjtrn` for «проект»): see `quality.md`, Words to a methodologist.
public enum Suggester {
  /// The nearest of `candidates`, or nil when none is near enough. Ties go to the first.
  public static func nearest<Candidates: Sequence<String>>(
    to typed: String, among candidates: Candidates
  ) -> String? {
    let variants = readings(of: typed)
    guard let longest = variants.map(\.count).max(), longest > 0, longest <= 200 else { return nil }
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let target = folded(candidate)
      for variant in variants {
        let allowed = min(best.map { $0.distance - 1 } ?? .max, tolerance(for: max(variant.count, target.count)))
        guard allowed >= 0, let distance = editDistance(variant, target, limit: allowed) else { continue }
        best = (candidate, distance)
      }
      if best?.distance == 0 { break }
    }
    return best?.candidate
  }

  private static func tolerance(for length: Int) -> Int {
    switch length {
    case ...2: 0
    case ...4: 1
    case ...8: 2
    default: length / 4
    }
  }

  /// What the typed text may have been meant as, most literal first.
  private static func readings(of typed: String) -> [[Unicode.Scalar]] {
    let literal = folded(typed)
    let lowered = Array(typed.lowercased().unicodeScalars)
    let lookalike = folded(String(String.UnicodeScalarView(lowered.map { cyrillicLookalikes[$0] ?? $0 })))
    let toCyrillic = folded(String(String.UnicodeScalarView(lowered.map { latinKeys[$0] ?? $0 })))
    let toLatin = folded(String(String.UnicodeScalarView(lowered.map { cyrillicKeys[$0] ?? $0 })))
    var seen: Set<[Unicode.Scalar]> = []
    return [literal, lookalike, toCyrillic, toLatin].filter { seen.insert($0).inserted }
  }

  private static func folded(_ text: String) -> [Unicode.Scalar] {
    text.lowercased().unicodeScalars.map { scalar in
      switch scalar {
      case "ё": "е"
      case " ", "-": "_"
      default: scalar
      }
    }
  }

  private static let cyrillicLookalikes: [Unicode.Scalar: Unicode.Scalar] = [
    "a": "а", "b": "в", "c": "с", "e": "е", "h": "н", "k": "к", "m": "м", "o": "о", "p": "р", "t": "т",
    "x": "х", "y": "у",
  ]

  private static let keyboardRows: [(latin: String, cyrillic: String)] = [
    ("`qwertyuiop[]", "ёйцукенгшщзхъ"), ("asdfghjkl;'", "фывапролджэ"), ("zxcvbnm,.", "ячсмитьбю"),
  ]

  private static let latinKeys: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
    uniqueKeysWithValues: keyboardRows.flatMap { zip($0.latin.unicodeScalars, $0.cyrillic.unicodeScalars) })

  private static let cyrillicKeys: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
    uniqueKeysWithValues: keyboardRows.flatMap { zip($0.cyrillic.unicodeScalars, $0.latin.unicodeScalars) })

  /// Optimal string alignment distance (a swap of neighbours is one slip), or nil above `limit`.
  static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int? {
    if abs(left.count - right.count) > limit { return nil }
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforePrevious = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    for row in 1...left.count {
      var current = [row] + [Int](repeating: 0, count: right.count)
      var smallest = row
      for column in 1...right.count {
        let substitution = left[row - 1] == right[column - 1] ? 0 : 1
        var cost = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + substitution)
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          cost = min(cost, beforePrevious[column - 2] + 1)
        }
        current[column] = cost
        smallest = min(smallest, cost)
      }
      if smallest > limit { return nil }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count] <= limit ? previous[right.count] : nil
  }
}
