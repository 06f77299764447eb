/// Gives each heading of a page an id of its own. Slugs have no `_`: ids with one belong to footnotes and layouts.
struct UniqueIDs {
  /// The ids in use, each with the number that the next heading of the same words tries first.
  private var nextNumber: [String: Int] = [:]

  /// `slug` itself where it is free, else with a number: `itogi`, `itogi-2`.
  mutating func id(for slug: String) -> String {
    let base = slug.isEmpty ? "razdel" : slug
    guard var number = nextNumber[base] else {
      nextNumber[base] = 2
      return base
    }
    var id = "\(base)-\(number)"
    while nextNumber[id] != nil {
      number += 1
      id = "\(base)-\(number)"
    }
    nextNumber[base] = number + 1
    nextNumber[id] = 2
    return id
  }
}
