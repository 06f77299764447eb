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
  private let keywordPositions: [String: Int]
  private let agePositions: [String: Int]

  package init(_ catalogue: Catalogue) {
    let graph = catalogue.graph
    var byAge: [String: [DocumentID]] = [:]
    var byKeyword: [String: (label: String, materials: [DocumentID])] = [:]
    for id in catalogue.materials {
      guard let material = graph[id].material else { continue }
      for age in Set(material.ages.map(\.value.key)) { byAge[age, default: []].append(id) }
      var seen: Set<String> = []
      for keyword in material.keywords {
        let key = Self.key(keyword.value)
        guard !key.isEmpty, seen.insert(key).inserted else { continue }
        byKeyword[key, default: (keyword.value.inOneLine, [])].materials.append(id)
      }
    }
    ages = Ages.vocabulary.entries.compactMap { entry in
      byAge[entry.key].map { Topic(label: entry.label, slug: entry.key, page: 1, materials: $0) }
    }
    agePositions = Self.positions(of: ages.map(\.slug))

    var taken: Set<String> = []
    var (page, lines) = (1, 0)
    var keywords: [(key: String, topic: Topic)] = []
    let shared = byKeyword.filter { $0.value.materials.count > 1 }
      .map { (key: $0.key, order: RussianOrder($0.value.label), entry: $0.value) }
      .sorted { ($0.order, $0.key) < ($1.order, $1.key) }
    for (key, _, entry) in shared {
      let slug = Transliteration.slug(key)
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
      keywords.append((key, Topic(label: entry.label, slug: free, page: page, materials: entry.materials)))
    }
    self.keywords = keywords.map(\.topic)
    keywordPositions = Self.positions(of: keywords.map(\.key))
  }

  package func age(_ key: String) -> Topic? { agePositions[key].map { ages[$0] } }

  /// Nil for a keyword that no other material has.
  package func keyword(_ text: String) -> Topic? { keywordPositions[Self.key(text)].map { keywords[$0] } }

  /// Keywords are one where they differ only in case, ё and blanks.
  private static func key(_ text: String) -> String {
    String(text.inOneLine.lowercased().map { $0 == "ё" ? "е" : $0 == "\u{A0}" ? " " : $0 })
  }

  private static func positions(of names: [String]) -> [String: Int] {
    Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
  }
}
