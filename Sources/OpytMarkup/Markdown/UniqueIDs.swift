/// Gives each heading of a page an id of its own.
struct UniqueIDs {
  private var nextSuffix: [String: Int] = [:]
  private var used: Set<String> = []

  /// Ids that begin so belong to the layouts and to footnotes.
  private static let reservedPrefixes = ["opyt-", "fn-", "fnref-"]

  /// `slug` itself where it is free, else with a number: `itogi`, `itogi-2`.
  mutating func id(for slug: String) -> String {
    var base = slug.isEmpty ? "razdel" : slug
    if Self.reservedPrefixes.contains(where: base.hasPrefix) { base = "razdel-" + base }
    if used.insert(base).inserted { return base }
    var suffix = nextSuffix[base] ?? 2
    while !used.insert("\(base)-\(suffix)").inserted { suffix += 1 }
    nextSuffix[base] = suffix + 1
    return "\(base)-\(suffix)"
  }
}
