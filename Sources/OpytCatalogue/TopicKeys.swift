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

  /// - Parameter body: gets each value; one that the material has twice may come twice.
  func visit(material id: DocumentID, _ body: (TopicIndex.Facet, String) -> Void) {
    let document = graph[id]
    guard let material = document.material else { return }
    for term in material.audience { body(.audience, term.value.key) }
    for term in material.ages { body(.ages, term.value.key) }
    for term in material.areas { body(.areas, term.value.key) }
    for term in material.specialNeeds { body(.specialNeeds, term.value.key) }
    for term in material.groupType { body(.groupTypes, term.value.key) }
    body(.statuses, material.effectiveStatus.key)
    if let level = material.level { body(.levels, level.value.key) }
    for form in ownForms(of: document.entity) { body(.forms, form) }
    for form in formsOfEvents[id] ?? [] { body(.forms, form) }
    if let length = MaterialLength(document.entity) { body(.lengths, length.rawValue) }
    for kindergarten in document.targets(of: material.kindergartens) {
      if let municipality = municipalities[kindergarten] { body(.municipalities, municipality) }
    }
  }

  /// The form of what a master class or a seminar is made for; other materials have those of the events that show them.
  private func ownForms(of entity: any Entity) -> [String] {
    switch entity {
    case is MasterClass: Forms.vocabulary.entry(for: "мастер-класс").map { [$0.key] } ?? []
    case let seminar as SeminarProgram: seminar.sessions.compactMap { $0.isPause ? nil : $0.form?.value.key }
    default: []
    }
  }

  /// Whom an event is for has no list of events: almost all are for teachers.
  func visit(event id: DocumentID, _ body: (TopicIndex.Facet, String) -> Void) {
    guard let event = graph[id].entity as? Event else { return }
    for term in event.specialNeeds { body(.specialNeeds, term.value.key) }
    body(.forms, event.form.value.key)
  }

  /// One line of change (S4) goes through areas and ages: a deficit stands beside the materials that have them.
  func visit(deficit id: DocumentID, _ body: (TopicIndex.Facet, String) -> Void) {
    guard let deficit = graph[id].entity as? Deficit else { return }
    for term in deficit.ages { body(.ages, term.value.key) }
    for term in deficit.areas { body(.areas, term.value.key) }
  }
}
