package import OpytModel
import OpytText

/// The published materials, events and deficits, by what readers look them up by: the children's age and needs, the
/// educational area, the kind of group, and keywords.
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
    /// The last one first.
    package var events: [DocumentID] = []
    /// In the order of their list.
    package var deficits: [DocumentID] = []
  }

  /// A vocabulary that materials are browsed by, and events and deficits beside them.
  package enum Facet: CaseIterable, Hashable, Sendable {
    case audience, ages, areas, specialNeeds, groupTypes

    package var vocabulary: Vocabulary {
      switch self {
      case .audience: Audiences.vocabulary
      case .ages: Ages.vocabulary
      case .areas: EducationalAreas.vocabulary
      case .specialNeeds: SpecialNeeds.vocabulary
      case .groupTypes: GroupTypes.vocabulary
      }
    }

    fileprivate func keys(of material: MaterialFields) -> [String] {
      switch self {
      case .audience: material.audience.map(\.value.key)
      case .ages: material.ages.map(\.value.key)
      case .areas: material.areas.map(\.value.key)
      case .specialNeeds: material.specialNeeds.map(\.value.key)
      case .groupTypes: material.groupType.map(\.value.key)
      }
    }

    /// Whom an event is for has no list of events: almost all are for teachers.
    fileprivate func keys(of event: Event) -> [String] {
      self == .specialNeeds ? event.specialNeeds.map(\.value.key) : []
    }

    /// One line of change (S4) goes through areas and ages: a deficit stands beside the materials that have them.
    fileprivate func keys(of deficit: Deficit) -> [String] {
      switch self {
      case .ages: deficit.ages.map(\.value.key)
      case .areas: deficit.areas.map(\.value.key)
      case .audience, .specialNeeds, .groupTypes: []
      }
    }
  }

  /// In the vocabulary's order; without those that nothing is for.
  private let terms: [Facet: [Topic]]
  /// As Russian sorts them: those that two materials or more share. One alone leads nowhere.
  package let keywords: [Topic]
  /// A page has as many keywords as have this many materials together.
  private static let linesOfPage = 500
  private let keywordPositions: [FoldedText: Int]

  /// - Parameters:
  ///   - materials: the published ones, newest first.
  ///   - events: the published ones, by their beginning.
  ///   - deficits: the published ones, in the order of their list.
  init(_ materials: [DocumentID], _ events: [DocumentID], _ deficits: [DocumentID], _ graph: SiteGraph) {
    var byTerm: [Facet: [String: [DocumentID]]] = [:]
    var eventsByTerm: [Facet: [String: [DocumentID]]] = [:]
    var byKeyword: [FoldedText: (label: String, materials: [DocumentID])] = [:]
    for id in materials {
      guard let material = graph[id].material else { continue }
      for facet in Facet.allCases {
        let keys = facet.keys(of: material)
        for key in keys.count > 1 ? Array(Set(keys)) : keys { byTerm[facet, default: [:]][key, default: []].append(id) }
      }
      for keyword in material.keywords {
        let key = FoldedText(keyword.value)
        guard !key.isEmpty else { continue }
        // A material that has a word twice came last.
        if byKeyword[key]?.materials.last == id { continue }
        byKeyword[key, default: (keyword.value, [])].materials.append(id)
      }
    }
    for id in events.reversed() {
      guard let event = graph[id].entity as? Event else { continue }
      for facet in Facet.allCases {
        for key in Set(facet.keys(of: event)) { eventsByTerm[facet, default: [:]][key, default: []].append(id) }
      }
    }
    var deficitsByTerm: [Facet: [String: [DocumentID]]] = [:]
    for id in deficits {
      guard let deficit = graph[id].entity as? Deficit else { continue }
      for facet in Facet.allCases {
        for key in Set(facet.keys(of: deficit)) { deficitsByTerm[facet, default: [:]][key, default: []].append(id) }
      }
    }
    terms = Dictionary(
      uniqueKeysWithValues: Facet.allCases.map { facet in
        let topics = facet.vocabulary.entries.compactMap { entry -> Topic? in
          let (materials, events) = (byTerm[facet]?[entry.key] ?? [], eventsByTerm[facet]?[entry.key] ?? [])
          let deficits = deficitsByTerm[facet]?[entry.key] ?? []
          if materials.isEmpty, events.isEmpty, deficits.isEmpty { return nil }
          return Topic(
            label: entry.label, slug: entry.key.replacing("_", with: "-"), page: 1, materials: materials,
            events: events, deficits: deficits)
        }
        return (facet, topics)
      })

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

  package func terms(of facet: Facet) -> [Topic] { terms[facet] ?? [] }

  /// Nil for a keyword that no other material has.
  package func keyword(_ text: String) -> Topic? { keywordPositions[FoldedText(text)].map { keywords[$0] } }

  private static func positions<Name: Hashable>(of names: [Name]) -> [Name: Int] {
    Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
  }
}
