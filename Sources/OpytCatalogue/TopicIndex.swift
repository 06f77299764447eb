package import OpytModel
import OpytText

/// The published materials, events and deficits, by what readers look them up by: the children's age and needs, the
/// educational area, the kind of group, how far a material has come and where it is known, and keywords.
package struct TopicIndex: Sendable {
  package struct Topic: Sendable {
    /// What the vocabulary calls it; of a keyword or a municipality the word itself.
    package let key: String
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

  /// What materials are browsed by, and events and deficits beside them.
  package enum Facet: Int, CaseIterable, Hashable, Sendable {
    case audience, ages, areas, specialNeeds, groupTypes, statuses, levels, forms, lengths, municipalities

    /// Nil where the values are the authors' own words, or are derived.
    package var vocabulary: Vocabulary? {
      switch self {
      case .audience: Audiences.vocabulary
      case .ages: Ages.vocabulary
      case .areas: EducationalAreas.vocabulary
      case .specialNeeds: SpecialNeeds.vocabulary
      case .groupTypes: GroupTypes.vocabulary
      case .statuses: Statuses.vocabulary
      case .levels: AdministrativeLevels.vocabulary
      case .forms: Forms.vocabulary
      case .lengths, .municipalities: nil
      }
    }

    /// All values there may be, in their order; sites have more of some.
    fileprivate var entries: [(key: String, label: String)] {
      self == .lengths
        ? MaterialLength.allCases.map { ($0.rawValue, $0.rawValue) }
        : vocabulary?.entries.map { ($0.key, $0.label) } ?? []
    }
  }

  /// In the vocabulary's order; without those that nothing is for.
  private let terms: [[Topic]]
  /// As Russian sorts them: those that two materials or more share. One alone leads nowhere.
  package let keywords: [Topic]
  /// A page has as many keywords as have this many materials together.
  private static let linesOfPage = 500
  private let keywordPositions: [FoldedText: Int]

  /// - Parameters:
  ///   - materials: the published ones, newest first.
  ///   - events: the published ones, by their beginning.
  ///   - deficits: the published ones, in the order of their list.
  ///   - kindergartens: the published ones, in the order of their list.
  init(
    _ materials: [DocumentID], _ events: [DocumentID], _ deficits: [DocumentID], _ kindergartens: [DocumentID],
    _ graph: SiteGraph
  ) {
    let keys = TopicKeys(events, kindergartens, graph)
    var byKeyword: [FoldedText: (label: String, materials: [DocumentID])] = [:]
    for id in materials {
      for keyword in graph[id].material?.keywords ?? [] {
        let key = FoldedText(keyword.value)
        guard !key.isEmpty else { continue }
        // A material that has a word twice came last.
        if byKeyword[key]?.materials.last == id { continue }
        byKeyword[key, default: (keyword.value, [])].materials.append(id)
      }
    }
    let ofMaterials = Self.lists(materials, keys.visit(material:_:))
    let ofEvents = Self.lists(events.reversed(), keys.visit(event:_:))
    let ofDeficits = Self.lists(deficits, keys.visit(deficit:_:))
    terms = Facet.allCases.map { facet in
      let place = facet.rawValue
      return Self.topics(of: facet, ofMaterials[place], ofEvents[place], ofDeficits[place])
    }

    var taken: Set<String> = []
    var (page, lines) = (1, 0)
    var keywords: [(key: FoldedText, topic: Topic)] = []
    let shared = byKeyword.filter { $0.value.materials.count > 1 }
      .map { (key: $0.key, order: RussianOrder($0.value.label), entry: $0.value) }
      .sorted { ($0.order, $0.key) < ($1.order, $1.key) }
    for (key, _, entry) in shared {
      let slug = Transliteration.slug(key.text)
      guard !slug.isEmpty else { continue }
      let free = Self.free(slug, &taken)
      if lines > 0, lines + entry.materials.count > Self.linesOfPage { (page, lines) = (page + 1, 0) }
      lines += entry.materials.count
      let label = entry.label.inOneLine
      keywords.append((key, Topic(key: label, label: label, slug: free, page: page, materials: entry.materials)))
    }
    self.keywords = keywords.map(\.topic)
    keywordPositions = Self.positions(of: keywords.map(\.key))
  }

  package func terms(of facet: Facet) -> [Topic] { terms[facet.rawValue] }

  package func term(_ key: String, of facet: Facet) -> Topic? { terms(of: facet).first { $0.key == key } }

  /// For each facet, the documents that have each value.
  private static func lists(
    _ ids: some Sequence<DocumentID>, _ visit: (DocumentID, (Facet, String) -> Void) -> Void
  ) -> [[String: [DocumentID]]] {
    var lists = [[String: [DocumentID]]](repeating: [:], count: Facet.allCases.count)
    for id in ids { visit(id) { facet, key in lists[facet.rawValue][key, default: []].appendOnce(id) } }
    return lists
  }

  /// In the vocabulary's order; behind it the values that only this site has.
  private static func topics(
    of facet: Facet, _ materials: [String: [DocumentID]], _ events: [String: [DocumentID]],
    _ deficits: [String: [DocumentID]]
  ) -> [Topic] {
    // The materials of the only municipality are all that there are.
    if facet == .municipalities, materials.count < 2 { return [] }
    let known = facet.entries
    let own = Set(materials.keys).union(events.keys).subtracting(known.map(\.key))
      .map { (key: $0, order: RussianOrder($0)) }.sorted { ($0.order, $0.key) < ($1.order, $1.key) }
    // The list of all values has that name.
    var taken: Set<String> = ["index"]
    return (known + own.map { ($0.key, $0.key) }).compactMap { key, label in
      let (materials, events) = (materials[key] ?? [], events[key] ?? [])
      let deficits = deficits[key] ?? []
      if materials.isEmpty, events.isEmpty, deficits.isEmpty { return nil }
      return Topic(
        key: key, label: label, slug: free(fileName(of: key), &taken), page: 1, materials: materials,
        events: events, deficits: deficits)
    }
  }

  private static func fileName(of key: String) -> String {
    let slug = Transliteration.slug(key)
    return slug.isEmpty ? "bez-bukv" : WindowsName.isReserved(slug) ? "\(slug)-1" : slug
  }

  /// «мол» and «моль» are written alike in Latin letters.
  private static func free(_ slug: String, _ taken: inout Set<String>) -> String {
    var free = slug
    var number = 2
    while !taken.insert(free).inserted {
      free = "\(slug)-\(number)"
      number += 1
    }
    return free
  }

  /// Nil for a keyword that no other material has.
  package func keyword(_ text: String) -> Topic? { keywordPositions[FoldedText(text)].map { keywords[$0] } }

  private static func positions<Name: Hashable>(of names: [Name]) -> [Name: Int] {
    Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
  }
}

extension [DocumentID] {
  /// A document that has a value twice came last.
  fileprivate mutating func appendOnce(_ id: DocumentID) {
    if last != id { append(id) }
  }
}
