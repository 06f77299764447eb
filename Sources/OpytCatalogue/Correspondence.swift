package import OpytModel
import Synchronization

/// S4's table «Выявленные тенденции | Темы методической работы | Выявленное соответствие».
///
/// A deficit is answered by the topics of plans, the strategies and the materials that name it, and by the events that
/// name it or that one of those topics names, itself or in its actions: they are what is done for it. What readers can't
/// see answers nothing, as does what was cancelled. A community that works at a deficit has not answered it yet.
///
/// A deficit that is closed is no gap, whatever answers it.
///
/// Of these answers a table takes what belongs to its scope. A material belongs to the year it was published in, an
/// event to the year it begins in, a topic to its plan's. A strategy has no year and no owner: it answers in each.
package struct Correspondence: Sendable {
  /// Whose table it is.
  package enum Scope: Hashable, Sendable {
    /// All deficits, all that answers them.
    case network
    /// The deficits revealed in a year, those without a year, and others that the year's work answers.
    case year(AcademicYear)
    /// The deficits that the plan names, and those of its year. Of events and materials those of its year: all where
    /// the plan is the network's; where it is a kindergarten's, those of that kindergarten; where it is a community's,
    /// those that name the community; and the events of the plan's topics, whoever hosts them. Of topics its own.
    case plan(DocumentID)
  }

  /// A topic, and the plan it stands in.
  package struct PlannedTopic: Sendable {
    package let plan: DocumentID
    package let topic: Topic
    /// Those of its events that belong to the table.
    package let events: [DocumentID]
  }

  /// A deficit, and what answers it.
  package struct Row: Sendable {
    package let deficit: DocumentID
    package fileprivate(set) var isClosed = false
    package fileprivate(set) var topics: [PlannedTopic] = []
    package fileprivate(set) var strategies: [DocumentID] = []
    /// By their beginning.
    package fileprivate(set) var events: [DocumentID] = []
    /// Newest first.
    package fileprivate(set) var materials: [DocumentID] = []

    /// Whether something is still to be done, and nothing is.
    package var isGap: Bool { !isAnswered && !isClosed }
    package var isAnswered: Bool { !(topics.isEmpty && strategies.isEmpty && events.isEmpty && materials.isEmpty) }
  }

  /// In the order of the list of deficits.
  package let rows: [Row]
  /// The topics that answer no deficit.
  package let freeTopics: [PlannedTopic]
  private let positions: [DocumentID: Int]

  fileprivate init(_ rows: [Row], freeTopics: [PlannedTopic]) {
    self.rows = rows
    self.freeTopics = freeTopics
    positions = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1.deficit, $0) })
  }

  /// The deficits that nothing answers, without those that are closed.
  package var unanswered: [DocumentID] { rows.filter(\.isGap).map(\.deficit) }

  /// An empty row for a deficit that does not belong to the table.
  package subscript(deficit: DocumentID) -> Row { positions[deficit].map { rows[$0] } ?? Row(deficit: deficit) }
}

extension Catalogue {
  /// The whole network's, made once.
  package var correspondence: Correspondence {
    networkCorrespondence.withLock { known in
      if let known { return known }
      let made = correspondence(of: .network)
      known = made
      return made
    }
  }

  package func correspondence(of scope: Correspondence.Scope) -> Correspondence {
    let work = work(of: scope)
    var rows: [DocumentID: Correspondence.Row] = [:]
    func answer(_ deficits: [DocumentID], _ add: (inout Correspondence.Row) -> Void) {
      for deficit in deficits { add(&rows[deficit, default: .init(deficit: deficit)]) }
    }
    var freeTopics: [Correspondence.PlannedTopic] = []
    let events = Set(work.events)
    for plan in work.plans {
      for topic in topics(of: plan) {
        let own = Set(graph[plan].targets(of: topic.allEvents)).intersection(events)
        let planned = Correspondence.PlannedTopic(plan: plan, topic: topic, events: inListOrder(own))
        let deficits = published(graph[plan].targets(of: topic.deficits))
        answer(deficits) { $0.topics.append(planned) }
        if deficits.isEmpty { freeTopics.append(planned) }
      }
    }
    for event in work.events { answer(deficits(answeredBy: event)) { $0.events.append(event) } }
    for material in work.materials {
      answer(published(graph[material].targets(of: graph[material].material?.deficits ?? []))) {
        $0.materials.append(material)
      }
    }
    let deficits = ids(of: .deficit).filter { isListed($0, in: scope, rows[$0]) }
    return Correspondence(
      deficits.map { deficit in
        var row = rows[deficit] ?? .init(deficit: deficit)
        row.isClosed = isClosed(deficit)
        // Looked for once: a kindergarten's table must not walk through all that names a deficit.
        row.strategies =
          scope == .network
          ? documents(of: .strategy, naming: deficit, as: .deficits) : correspondence[deficit].strategies
        return row
      }, freeTopics: freeTopics)
  }

  /// The deficits that an event names, and those of the topics that name it; none where it was cancelled.
  package func deficits(answeredBy event: DocumentID) -> [DocumentID] {
    guard !isCancelled(event) else { return [] }
    return published(graph[event].targets(of: self.event(event)?.deficits ?? []) + (deficitsOfTopics[event] ?? []))
  }

  package func topics(of plan: DocumentID) -> [Topic] { (graph[plan].entity as? MethodPlan)?.topics ?? [] }

  package func materials(publishedIn year: AcademicYear) -> [DocumentID] {
    materials.filter { isPublished($0, in: year) }
  }

  private typealias Work = (plans: [DocumentID], events: [DocumentID], materials: [DocumentID])

  /// What belongs to a table, besides strategies.
  private func work(of scope: Correspondence.Scope) -> Work {
    let plans = ids(of: .methodPlan)
    switch scope {
    case .network: return (plans, events.filter { !isCancelled($0) }, materials)
    case .year(let year):
      return (
        plans.filter { self.year(ofPlan: $0) == year }, events.filter { isHeld($0, in: year) },
        materials(publishedIn: year)
      )
    case .plan(let id):
      guard let plan = graph[id].entity as? MethodPlan else { return ([], [], []) }
      let year = plan.academicYear.value
      guard let owner = owner(ofPlan: id) else {
        return ([id], events.filter { isHeld($0, in: year) }, materials(publishedIn: year))
      }
      let isCommunity = graph[owner].kind == .community
      let events =
        documents(of: .event, naming: owner, as: isCommunity ? .community : .kindergartens)
        + plan.topics.flatMap { graph[id].targets(of: $0.allEvents) }.filter(isPublished)
      let materials =
        isCommunity
        ? materials(naming: owner, as: .community) : materials(naming: owner, as: .kindergartens, .host)
      return (
        [id], inListOrder(Set(events.filter { isHeld($0, in: year) })), materials.filter { isPublished($0, in: year) }
      )
    }
  }

  /// - Parameter row: what was found to answer it; nil for nothing.
  private func isListed(_ deficit: DocumentID, in scope: Correspondence.Scope, _ row: Correspondence.Row?) -> Bool {
    let period = (graph[deficit].entity as? Deficit)?.period?.value
    switch scope {
    case .network: return true
    case .year(let year): return period == nil || period == year || row != nil
    case .plan(let plan): return period == year(ofPlan: plan) || !(row?.topics.isEmpty ?? true)
    }
  }

  private func year(ofPlan id: DocumentID) -> AcademicYear? { (graph[id].entity as? MethodPlan)?.academicYear.value }

  /// Whether an event was, or is to be, held in a year.
  private func isHeld(_ id: DocumentID, in year: AcademicYear) -> Bool {
    guard let event = event(id), event.effectiveState != .cancelled else { return false }
    return year.contains(event.start.value.date)
  }

  private func isPublished(_ material: DocumentID, in year: AcademicYear) -> Bool {
    graph[material].material.map { year.contains($0.published.value) } ?? false
  }

  /// Each once.
  func published(_ ids: [DocumentID]) -> [DocumentID] {
    if ids.count < 2 { return ids.filter(isPublished) }
    var seen: Set<DocumentID> = []
    return ids.filter { isPublished($0) && seen.insert($0).inserted }
  }

  /// By event: the deficits of the topics that name it.
  static func deficitsOfTopics(in plans: [DocumentID], _ graph: SiteGraph) -> [DocumentID: [DocumentID]] {
    var deficits: [DocumentID: [DocumentID]] = [:]
    for plan in plans {
      for topic in (graph[plan].entity as? MethodPlan)?.topics ?? [] where !topic.deficits.isEmpty {
        for event in Set(graph[plan].targets(of: topic.allEvents)).sorted() {
          deficits[event, default: []] += graph[plan].targets(of: topic.deficits)
        }
      }
    }
    return deficits
  }
}
