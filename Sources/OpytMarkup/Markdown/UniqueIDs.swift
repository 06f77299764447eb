/// Gives each heading of a page an id of its own. Slugs have no `_`: ids with one belong to footnotes and layouts.
struct UniqueIDs {
  /// The ids in use, each with the number that the next heading of the same words tries first.
  private var nextNumber: [String: Int] = [:]

  /// `slug` itself where it is free, else with a number: `itogi`, `itogi-2`.
  mutating func id(for slug: String) -> String {
    let base = slug.isEmpty ? "razdel" : slug
    while true {
      let number = nextNumber[base, default: 1]
      nextNumber[base] = number + 1
      // The words themselves, free until now.
      if number == 1 { return base }
      let id = "\(base)-\(number)"
      let known = nextNumber.updateValue(2, forKey: id)
      guard let known else { return id }
      // Another heading's words are this id: its numbers go on.
      nextNumber[id] = known
    }
  }
}
