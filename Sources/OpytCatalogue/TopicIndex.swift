package import OpytModel
import OpytText

/// The published materials by what readers look them up by: the children's age, and keywords.
package struct TopicIndex: Sendable {
  package struct Topic: Sendable {
    /// «старшая группа», «прогулка»
    package let label: String
    /// What its address or its anchor is made of; no two topics of a list have the same.
    package let slug: String
    /// The page of the list that it stands on, from 1.
    package let page: Int
    /// Newest first.
    package let materials: [DocumentID]
  }

  /// In the vocabulary's order; without those that no material is for.
  package let ages: [Topic]
  /// As Russian sorts them: those that two materials or more share. One alone leads nowhere.
  package let keywords: [Topic]
  /// A page has as many keywords as have this many materials together.
  private static let linesOfPage = 500
  private let keywordPositions: [FoldedText: Int]
  private let agePositions: [String: Int]

  /// - Parameter materials: the published ones, newest first.
  init(_ materials: [DocumentID], _ graph: SiteGraph) {
    var byAge: [String: [DocumentID]] = [:]
    var byKeyword: [FoldedText: (label: String, materials: [DocumentID])] = [:]
    for id in materials {
      guard let material = graph[id].material else { continue }
      for age in Set(material.ages.map(\.value.key)) { byAge[age, default: []].append(id) }
      for keyword in material.keywords {
        let key = FoldedText(keyword.value)
        guard !key.isEmpty else { continue }
        // A material that has a word twice came last.
        if byKeyword[key]?.materials.last == id { continue }
        byKeyword[key, default: (keyword.value, [])].materials.append(id)
      }
    }
    ages = Ages.vocabulary.entries.compactMap { entry in
      byAge[entry.key].map { Topic(label: entry.label, slug: entry.key, page: 1, materials: $0) }
    }
    agePositions = Self.positions(of: ages.map(\.slug))

    var taken: Set<String> = []
    var (page, lines) = (1, 0)
    var keywords: [(key: FoldedText, topic: Topic)] = []
    let shared = byKeyword.filter { $0.value.materials.count > 1 }
      .map { (key: $0.key, order: RussianOrder($0.value.label), entry: $0.value) }
      .sorted { ($0.order, $0.key) < ($1.order, $1.key) }
    for (key, _, entry) in shared {
      let slug = Transliteration.slug(key.text)
      guard !slug.isEmpty else { continue }
      // «мол» and «моль» are written alike in Latin letters.
      var free = slug
      var number = 2
      while !taken.insert(free).inserted {
        free = "\(slug)-\(number)"
        number += 1
      }
      if lines > 0, lines + entry.materials.count > Self.linesOfPage { (page, lines) = (page + 1, 0) }
      lines += entry.materials.count
      keywords.append((key, Topic(label: entry.label.inOneLine, slug: free, page: page, materials: entry.materials)))
    }
    self.keywords = keywords.map(\.topic)
    keywordPositions = Self.positions(of: keywords.map(\.key))
  }

  package func age(_ key: String) -> Topic? { agePositions[key].map { ages[$0] } }

  /// Nil for a keyword that no other material has.
  package func keyword(_ text: String) -> Topic? { keywordPositions[FoldedText(text)].map { keywords[$0] } }

  private static func positions<Name: Hashable>(of names: [Name]) -> [Name: Int] {
    Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
  }
}
