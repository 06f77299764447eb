package import OpytModel
import Synchronization

/// How well a material is supported, told by what can be seen and never by its author. A material has every step that it
/// has reached, not only the highest one.
package enum EvidenceStep: String, CaseIterable, Sendable {
  /// Its results are told.
  case described
  /// One of its indicators has a start and an end.
  case measured
  /// A material of another kindergarten takes it up and tells what came of it.
  case repeated
  /// It was reviewed at the municipal level or above, or by experts of two other kindergartens.
  case reviewed
}

/// The steps that one material has reached.
package struct Evidence: Equatable, Sendable {
  /// In their order.
  package let steps: [EvidenceStep]

  package func contains(_ step: EvidenceStep) -> Bool { steps.contains(step) }
}

/// A material that takes up another one, and what it says of that.
package struct Application: Sendable {
  package let material: DocumentID
  package let borrowing: Borrowing
}

extension Catalogue {
  package func evidence(of id: DocumentID) -> Evidence {
    guard let material = graph[id].material else { return Evidence(steps: []) }
    return Evidence(
      steps: EvidenceStep.allCases.filter { step in
        switch step {
        case .described: !material.results.isEmpty
        case .measured: material.indicators.contains { $0.points.count > 1 }
        case .repeated: isRepeated(id)
        case .reviewed: isReviewed(material, id)
        }
      })
  }

  /// Those that have reached each step, newest first; no step without any.
  package var materialsByEvidence: [EvidenceStep: [DocumentID]] {
    evidenceLists.withLock { known in
      if let known { return known }
      var lists: [EvidenceStep: [DocumentID]] = [:]
      for id in materials { for step in evidence(of: id).steps { lists[step, default: []].append(id) } }
      known = lists
      return lists
    }
  }

  /// The kindergartens that have taken a material up, besides its own, in the order of their list.
  package func kindergartens(applying id: DocumentID) -> [DocumentID] {
    let appliers = materials(naming: id, as: .basedOn)
    if appliers.isEmpty { return [] }
    let applying = appliers.reduce(into: Set()) { $0.formUnion(kindergartens(of: $1)) }
      .subtracting(kindergartens(of: id))
    return kindergartens.filter(applying.contains)
  }

  /// Who takes a material up, newest first.
  package func applications(of id: DocumentID) -> [Application] {
    materials(naming: id, as: .basedOn).compactMap { other in
      let borrowings = graph[other].material?.basedOn ?? []
      return borrowings.first { graph[other].target(of: $0.material) == id }.map {
        Application(material: other, borrowing: $0)
      }
    }
  }

  private func isRepeated(_ id: DocumentID) -> Bool {
    let own = kindergartens(of: id)
    return applications(of: id).contains { application in
      application.borrowing.outcome != nil && !kindergartens(of: application.material).isSubset(of: own)
    }
  }

  private func isReviewed(_ material: MaterialFields, _ id: DocumentID) -> Bool {
    let own = kindergartens(of: id)
    return material.review.contains { review in
      if review.level.value != .institution { return true }
      let experts = graph[id].targets(of: review.experts).filter(isPublished)
      let homes = experts.flatMap { graph[$0].posts(on: review.date.value).compactMap(\.kindergarten) }
      return Set(homes).subtracting(own).count > 1
    }
  }

  private func kindergartens(of id: DocumentID) -> Set<DocumentID> {
    Set(graph[id].targets(of: graph[id].material?.kindergartens ?? []))
  }
}
