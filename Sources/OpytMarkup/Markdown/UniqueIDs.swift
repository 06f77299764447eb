/// Gives each heading of a page an id of its own. Slugs have no `_`: ids with one belong to footnotes and layouts.
struct UniqueIDs {
  private var nextSuffix: [String: Int] = [:]
  private var used: Set<String> = []

  /// `slug` itself where it is free, else with a number: `itogi`, `itogi-2`.
  mutating func id(for slug: String) -> String {
    let base = slug.isEmpty ? "razdel" : slug
    if used.insert(base).inserted { return base }
    var suffix = nextSuffix[base] ?? 2
    while !used.insert("\(base)-\(suffix)").inserted { suffix += 1 }
    nextSuffix[base] = suffix + 1
    return "\(base)-\(suffix)"
  }
}
