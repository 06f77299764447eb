package import OpytModel

/// Who works at which deficit: what pages and the coordinator's tables are both made from.
extension Catalogue {
  /// A topic and the plan it stands in.
  package typealias PlannedTopic = (plan: DocumentID, topic: Topic)

  package func topics(of plan: DocumentID) -> [Topic] { (graph[plan].entity as? MethodPlan)?.topics ?? [] }

  /// The topics of these plans that answer a deficit.
  package func topics(of plans: [DocumentID], answering deficit: DocumentID) -> [PlannedTopic] {
    plans.flatMap { plan in
      topics(of: plan).filter { graph[plan].targets(of: $0.deficits).contains(deficit) }.map { (plan, $0) }
    }
  }

  /// The topics of these plans that answer no deficit a reader can see.
  package func freeTopics(of plans: [DocumentID]) -> [PlannedTopic] {
    plans.flatMap { plan in
      topics(of: plan).filter { graph[plan].targets(of: $0.deficits).filter(isPublished).isEmpty }.map { (plan, $0) }
    }
  }

  /// The events of topics, then the others: each once, without what was cancelled or is not published.
  package func events(of topics: [PlannedTopic], and others: [DocumentID]) -> [DocumentID] {
    var seen: Set<DocumentID> = []
    return (topics.flatMap { graph[$0.plan].targets(of: $0.topic.events) } + others).filter {
      isPublished($0) && !isCancelled($0) && seen.insert($0).inserted
    }
  }

  /// Whether a topic, a strategy, an event or a material answers a deficit: one that readers can see, or one for members
  /// only. That is not told, but a page that says that there is none would be wrong.
  package func isAnswered(_ deficit: DocumentID) -> Bool {
    graph.answers(toDeficit: deficit).contains {
      isPublished($0.source) || (graph.isMembersOnly($0.source) && !graph.isDraft($0.source))
    }
  }

  package func materials(publishedIn year: AcademicYear) -> [DocumentID] {
    materials.filter { id in graph[id].material.map { year.contains($0.published.value) } ?? false }
  }
}
