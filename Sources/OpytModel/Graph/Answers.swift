extension SiteGraph {
  /// What answers a deficit: the topics of plans, the events, strategies and materials
  /// that name it, in document order. A community that works at it has not answered it yet, and what was cancelled
  /// answers nothing. An event of a topic or of one of
  /// its actions answers as well, and never alone: the topic does.
  public func answers(toDeficit id: DocumentID) -> [BackReference] {
    references(to: id).filter { reference in
      if let event = self[reference.source].entity as? Event, event.effectiveState == .cancelled { return false }
      let kind = self[reference.source].kind
      switch reference.role {
      case .deficits: return kind.isMaterial || kind == .event || kind == .strategy
      case .topicsDeficits: return kind == .methodPlan
      default: return false
      }
    }
  }
}
