/// A page that is found, as the results tell of it.
package struct SearchDocument: Sendable {
  package let title: String
  /// From the site's top.
  package let address: String
  /// A line or two of what it is about.
  package let summary: String
  /// What stands beside its kind: «12 марта 2026 г.»
  package let details: String
  package let facets: Facets
  package let words: DocumentWords

  /// What it may be chosen by, as places in ``SearchFacets``.
  package struct Facets: Sendable {
    package let kind: Int
    package let year: Int?
    package let directions: [Int]
    package let kindergartens: [Int]

    package init(kind: Int, year: Int?, directions: [Int], kindergartens: [Int]) {
      self.kind = kind
      self.year = year
      self.directions = directions
      self.kindergartens = kindergartens
    }
  }

  package init(
    title: String, address: String, summary: String, details: String, facets: Facets, words: DocumentWords
  ) {
    self.title = title
    self.address = address
    self.summary = summary
    self.details = details
    self.facets = facets
    self.words = words
  }
}

/// What results can be narrowed by: the names of all values.
package struct SearchFacets: Sendable {
  package let kinds: [String]
  package let years: [String]
  package let directions: [String]
  package let kindergartens: [String]

  package init(kinds: [String], years: [String], directions: [String], kindergartens: [String]) {
    self.kinds = kinds
    self.years = years
    self.directions = directions
    self.kindergartens = kindergartens
  }
}
