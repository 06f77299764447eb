import OpytModel
import OpytText

/// Which values of a facet each document has.
struct TopicKeys {
  private let graph: SiteGraph
  /// The forms of the events that show a material.
  private var formsOfEvents: [DocumentID: [String]] = [:]
  /// By kindergarten: its municipality, as the first kindergarten of it spells it.
  private var municipalities: [DocumentID: String] = [:]

  /// - Parameters:
  ///   - events: the published ones.
  ///   - kindergartens: the published ones, in the order of their list.
  init(_ events: [DocumentID], _ kindergartens: [DocumentID], _ graph: SiteGraph) {
    self.graph = graph
    for id in events {
      guard let event = graph[id].entity as? Event, event.effectiveState != .cancelled else { continue }
      for material in graph[id].targets(of: event.materials) {
        formsOfEvents[material, default: []].append(event.form.value.key)
      }
    }
    var spellings: [FoldedText: String] = [:]
    for id in kindergartens {
      guard let municipality = (graph[id].entity as? Kindergarten)?.municipality.value.inOneLine else { continue }
      let key = FoldedText(municipality)
      if key.isEmpty { continue }
      municipalities[id] = spellings[key] ?? municipality
      spellings[key] = municipalities[id]
    }
  }

  func keys(_ facet: TopicIndex.Facet, ofMaterial id: DocumentID) -> [String] {
    guard let material = graph[id].material else { return [] }
    return switch facet {
    case .audience: material.audience.map(\.value.key)
    case .ages: material.ages.map(\.value.key)
    case .areas: material.areas.map(\.value.key)
    case .specialNeeds: material.specialNeeds.map(\.value.key)
    case .groupTypes: material.groupType.map(\.value.key)
    case .statuses: [material.effectiveStatus.key]
    case .levels: material.level.map { [$0.value.key] } ?? []
    case .forms: ownForms(of: id) + (formsOfEvents[id] ?? [])
    case .lengths: MaterialLength(graph[id].entity).map { [$0.rawValue] } ?? []
    case .municipalities: graph[id].targets(of: material.kindergartens).compactMap { municipalities[$0] }
    }
  }

  /// The form of what a master class or a seminar is made for; other materials have those of the events that show them.
  private func ownForms(of id: DocumentID) -> [String] {
    switch graph[id].entity {
    case is MasterClass: Forms.vocabulary.entry(for: "мастер-класс").map { [$0.key] } ?? []
    case let seminar as SeminarProgram: seminar.sessions.compactMap { $0.isPause ? nil : $0.form?.value.key }
    default: []
    }
  }

  /// Whom an event is for has no list of events: almost all are for teachers.
  func keys(_ facet: TopicIndex.Facet, ofEvent id: DocumentID) -> [String] {
    guard let event = graph[id].entity as? Event else { return [] }
    return switch facet {
    case .specialNeeds: event.specialNeeds.map(\.value.key)
    case .forms: [event.form.value.key]
    default: []
    }
  }

  /// One line of change (S4) goes through areas and ages: a deficit stands beside the materials that have them.
  func keys(_ facet: TopicIndex.Facet, ofDeficit id: DocumentID) -> [String] {
    guard let deficit = graph[id].entity as? Deficit else { return [] }
    return switch facet {
    case .ages: deficit.ages.map(\.value.key)
    case .areas: deficit.areas.map(\.value.key)
    default: []
    }
  }
}
