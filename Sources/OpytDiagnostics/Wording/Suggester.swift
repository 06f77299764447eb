import OpytText

/// Finds the valid value an author most likely meant.
///
/// It knows slips of one or two letters, ё for е, Latin letters that look Cyrillic and the other way round, words typed
/// on the wrong keyboard layout (`ghjtrn` for «проект»), and words left out (`sreda-uchitel` for
/// `sreda-tretiy-uchitel`).
///
/// It never crosses numbers: `sad-3` is another kindergarten than `sad-8`, however near the names are.
public enum Suggester {
  /// The nearest of `candidates`, or nil when none is near enough. Ties go to the first.
  public static func nearest<Candidates: Sequence<String>>(
    to typed: String, among candidates: Candidates
  ) -> String? {
    nearest(to: typed, among: candidates.lazy.map(Name.init))?.text
  }

  /// The same among names that are asked for many times.
  public static func nearest<Candidates: Sequence<Name>>(to typed: String, among candidates: Candidates) -> Name? {
    // A name is no text: what has more bytes than this has more than 200 letters, in however many scalars.
    guard typed.utf8.count <= 1_600 else { return nil }
    let variants = readings(of: typed)
    guard let longest = variants.map(\.scalars.count).max(), longest > 0, longest <= 200 else { return nil }
    var best: (candidate: Name, distance: Int)?
    var longer: (candidate: Name, length: Int)?
    let wanted = numbers(in: variants[0].scalars)
    for candidate in candidates {
      if !wanted.isEmpty, candidate.numbers != wanted { continue }
      let length = candidate.scalars.count
      for variant in variants {
        let allowed = min(
          best.map { $0.distance - 1 } ?? .max, tolerance(for: max(variant.scalars.count, length)))
        guard allowed >= 0, variant.letters.mayDiffer(from: candidate.letters, by: allowed),
          let distance = editDistance(variant.scalars, candidate.scalars, limit: allowed)
        else { continue }
        best = (candidate, distance)
      }
      if best?.distance == 0 { break }
      if best == nil, length < longer?.length ?? .max,
        variants.contains(where: {
          $0.letters.mayStand(in: candidate.letters) && words(of: $0.scalars, areIn: candidate.scalars)
        })
      {
        longer = (candidate, length)
      }
    }
    guard let found = best?.candidate ?? longer?.candidate else { return nil }
    // Without a number, one of several numbered things is anyone's guess.
    if wanted.isEmpty, !found.numbers.isEmpty {
      let name = withoutNumbers(found.scalars)
      let isOneOfSeveral = candidates.contains { other in
        other.numbers != found.numbers && withoutNumbers(other.scalars) == name
      }
      if isOneOfSeveral { return nil }
    }
    return found
  }

  /// Whether two names have the same numbers, also Roman ones, in the same order.
  public static func haveSameNumbers(_ left: String, _ right: String) -> Bool {
    numbers(in: folded(left)) == numbers(in: folded(right))
  }

  static func numbers(in text: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    var numbers: [[Unicode.Scalar]] = []
    var index = 0
    while index < text.count {
      let scalar = text[index]
      guard ("0"..."9").contains(scalar) || scalar == "i" || scalar == "v" || scalar == "x" else {
        index += 1
        continue
      }
      let isStart = index == 0 || !isLetter(text[index - 1])
      let run = text[index...].prefix { ("0"..."9").contains($0) }
      let roman: ArraySlice<Unicode.Scalar> =
        isStart && run.isEmpty ? text[index...].prefix { "ivx".unicodeScalars.contains($0) } : []
      if !run.isEmpty {
        let digits = run.drop { $0 == "0" }
        numbers.append(digits.isEmpty ? ["0"] : Array(digits))
        index = run.endIndex
      } else if !roman.isEmpty, roman.endIndex == text.count || !isLetter(text[roman.endIndex]) {
        numbers.append(Array(roman))
        index = roman.endIndex
      } else {
        index += 1
      }
    }
    return numbers
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("а"..."я").contains(scalar) || ("0"..."9").contains(scalar)
  }

  private static func withoutNumbers(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    text.filter { !("0"..."9").contains($0) }
  }

  /// Whether `candidate`, the nearest, was meant beyond doubt: a slip was made in it, and none of `others` is near.
  ///
  /// Words that were left out may have been meant; and names with different numbers, or one with a number more, are
  /// names of different things.
  /// - Parameter others: without `candidate` and what means the same.
  public static func isCertain<Others: Sequence<String>>(
    _ candidate: String, for typed: String, among others: Others
  ) -> Bool {
    isCertain(candidate, for: typed, among: others.lazy.map(Name.init))
  }

  /// The same among names that are asked for many times.
  public static func isCertain<Others: Sequence<Name>>(
    _ candidate: String, for typed: String, among others: Others
  ) -> Bool {
    guard typed.utf8.count <= 400, haveSameNumbers(typed, candidate) else { return false }
    let variants = readings(of: typed)
    func isNear(_ other: Name) -> Bool {
      variants.contains { variant in
        let limit = tolerance(for: max(variant.scalars.count, other.scalars.count))
        return variant.letters.mayDiffer(from: other.letters, by: limit)
          && editDistance(variant.scalars, other.scalars, limit: limit) != nil
      }
    }
    return isNear(Name(candidate)) && !others.contains(where: isNear)
  }

  /// Whether every word that was typed stands in `target`, in the same order. One short word is no evidence.
  private static func words(of typed: [Unicode.Scalar], areIn target: [Unicode.Scalar]) -> Bool {
    guard typed.count >= 4, typed.count < target.count else { return false }
    var rest = target.split(separator: "_")[...]
    for word in typed.split(separator: "_") {
      guard let index = rest.firstIndex(of: word) else { return false }
      rest = rest[(index + 1)...]
    }
    return true
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
  private static func readings(of typed: String) -> [Reading] {
    let lowered = RussianLetters.composed(typed.lowercased())
    func reading(_ letters: [Unicode.Scalar: Unicode.Scalar]) -> [Unicode.Scalar] {
      lowered.map { fold(letters[$0] ?? $0) }
    }
    var seen: Set<[Unicode.Scalar]> = []
    return [[:], cyrillicLookalikes, latinLookalikes, latinKeys, cyrillicKeys].map(reading)
      .filter { seen.insert($0).inserted }.map(Reading.init)
  }

  static func folded(_ text: String) -> [Unicode.Scalar] {
    RussianLetters.composed(text.lowercased()).map(fold)
  }

  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "ё": "е"
    case " ", "-", "\u{A0}": "_"
    default: scalar
    }
  }

  private static let cyrillicLookalikes: [Unicode.Scalar: Unicode.Scalar] = [
    "a": "а", "b": "в", "c": "с", "e": "е", "h": "н", "k": "к", "m": "м", "o": "о", "p": "р", "t": "т",
    "x": "х", "y": "у",
  ]

  private static let latinLookalikes = Dictionary(uniqueKeysWithValues: cyrillicLookalikes.map { ($1, $0) })

  private static let keyboardRows: [(latin: String, cyrillic: String)] = [
    ("`qwertyuiop[]", "ёйцукенгшщзхъ"), ("asdfghjkl;'", "фывапролджэ"), ("zxcvbnm,.", "ячсмитьбю"),
    // With Shift, where the Latin layout has no capital letter.
    ("~{}:\"<>", "ёхъжэбю"),
  ]

  private static let latinKeys: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
    uniqueKeysWithValues: keyboardRows.flatMap { zip($0.latin.unicodeScalars, $0.cyrillic.unicodeScalars) })

  private static let cyrillicKeys: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
    uniqueKeysWithValues: keyboardRows.dropLast().flatMap { zip($0.cyrillic.unicodeScalars, $0.latin.unicodeScalars) })

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
