package import OpytModel

/// What an academic year brought to the network: each of these once.
package struct NetworkYear: Sendable {
  package let year: AcademicYear
  /// Published in it, newest first.
  package let materials: [DocumentID]
  /// Held in it, by their beginning.
  package let heldEvents: [DocumentID]
  /// How many came to these, as far as they tell; who came twice counts twice.
  package let participants: Int
  /// Who wrote its materials, and whose these are, in the orders of their lists.
  package let authors: [DocumentID]
  package let kindergartens: [DocumentID]
}

extension Catalogue {
  /// The academic years that brought a material or an event, the last one first.
  package var networkYears: [AcademicYear] { Set(materialYears + pastEventYears).sorted(by: >) }

  package func networkYear(_ year: AcademicYear) -> NetworkYear {
    let materials = materials(publishedIn: year)
    func named(_ kind: Kind, _ references: (MaterialFields, ResolvedDocument) -> [DocumentID]) -> [DocumentID] {
      let named = Set(materials.flatMap { id in graph[id].material.map { references($0, graph[id]) } ?? [] })
      return ids(of: kind).filter(named.contains)
    }
    let heldEvents = pastEvents(year).filter { event($0)?.effectiveState == .held }
    return NetworkYear(
      year: year, materials: materials, heldEvents: heldEvents,
      participants: heldEvents.reduce(0) { $0 + (event($1)?.attended?.value ?? 0) },
      authors: named(.person) { $1.targets(of: $0.authors) },
      kindergartens: named(.kindergarten) { $1.targets(of: $0.kindergartens) })
  }
}
