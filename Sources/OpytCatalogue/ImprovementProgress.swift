package import OpytModel

/// How far a deficit got on S4's four steps from children's results to practice.
package struct ImprovementProgress: Sendable {
  /// Whether each step was taken, in their order.
  package let steps: [Bool]

  /// The first step that was not taken yet; none for a deficit that is closed.
  package let next: Int?
}

extension Catalogue {
  /// The only computation of the four steps.
  ///
  /// 1. A deficit that is described was found.
  /// 2. «В каких направлениях, в каких образовательных областях»: a direction or an area is named.
  /// 3. A strategy names the deficit.
  /// 4. Practice is what was done: a material, or an event that was held. A deficit that nothing answers has neither the
  ///    third step nor the fourth.
  ///
  /// A deficit that is closed is at no step, whichever of them were left out.
  package func improvement(of deficit: DocumentID) -> ImprovementProgress {
    let row = correspondence[deficit]
    let content = graph[deficit].entity as? Deficit
    let directions = graph[deficit].targets(of: content?.directions ?? [])
    let isPractised = !row.materials.isEmpty || row.events.contains { event($0)?.effectiveState == .held }
    let steps = [
      true, directions.contains(where: isPublished) || !(content?.areas.isEmpty ?? true), !row.strategies.isEmpty,
      isPractised,
    ]
    return ImprovementProgress(steps: steps, next: isClosed(deficit) ? nil : steps.firstIndex(of: false))
  }
}
