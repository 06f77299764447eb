package import OpytModel

/// How far a deficit got on S4's four steps from children's results to practice.
package struct ImprovementProgress: Sendable {
  /// Whether each step was taken, in their order.
  package let steps: [Bool]

  /// The first step that was not taken yet.
  package var next: Int? { steps.firstIndex(of: false) }
}

extension Catalogue {
  /// A deficit that is described was found: the first step is always taken. Practice is what was done: a material, or an
  /// event that was held. A deficit that nothing answers has neither the third step nor the fourth.
  package func improvement(of deficit: DocumentID) -> ImprovementProgress {
    let row = correspondence[deficit]
    let directions = graph[deficit].targets(of: (graph[deficit].entity as? Deficit)?.directions ?? [])
    let isPractised = !row.materials.isEmpty || row.events.contains { event($0)?.effectiveState == .held }
    return ImprovementProgress(
      steps: [true, directions.contains(where: isPublished), !row.strategies.isEmpty, isPractised])
  }
}
