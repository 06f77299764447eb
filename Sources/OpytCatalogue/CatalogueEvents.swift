package import OpytModel

/// What the network does together, and what follows for the pages that tell of it.
extension Catalogue {
  /// Whether a kind has a list: materials, directions, kindergartens and people always, the others where there are any.
  /// That of events tells of the sessions of seminars as well; they are no events, and no number counts them as such.
  package func hasList(of kind: Kind) -> Bool {
    kind.isMaterial || [.direction, .kindergarten, .person].contains(kind)
      || (kind == .event ? !occasions.isEmpty : !ids(of: kind).isEmpty)
  }

  package func event(_ id: DocumentID) -> Event? { graph[id].entity as? Event }

  package func isCancelled(_ id: DocumentID) -> Bool { event(id)?.effectiveState == .cancelled }

  /// Whether an event is still to come, or goes on.
  package func isUpcoming(_ id: DocumentID) -> Bool {
    guard let event = event(id) else { return false }
    return (event.end?.value.date ?? event.start.value.date) >= today && event.effectiveState != .held
  }

  /// The events that are over, by their beginning.
  package func pastEvents(_ year: AcademicYear) -> [DocumentID] {
    events.filter { !isUpcoming($0) && event($0).map { year.contains($0.start.value.date) } ?? false }
  }

  /// The last one first.
  package var pastEventYears: [AcademicYear] {
    let years = events.filter { !isUpcoming($0) }.compactMap(event).map {
      AcademicYear(containing: $0.start.value.date)
    }
    return Set(years).sorted(by: >)
  }

  /// Whether there is anything to put into the correspondence table.
  package var hasCorrespondence: Bool { !ids(of: .deficit).isEmpty || !ids(of: .methodPlan).isEmpty }

  /// Whether any material was made after another one.
  package var hasReuse: Bool { materials.contains { !materials(naming: $0, as: .basedOn).isEmpty } }
}
