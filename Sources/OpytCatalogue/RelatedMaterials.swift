package import OpytModel
package import OpytText
import Synchronization

/// A material that has something in common with another one.
package struct RelatedMaterial: Sendable {
  package let id: DocumentID
  /// What both have, the rarest first.
  package let shared: [Trait]

  /// What a material may have in common with others.
  package enum Trait: Hashable, Sendable {
    case deficit(DocumentID)
    case strategy(DocumentID)
    case direction(DocumentID)
    case age(Term<Ages>)
    case keyword(FoldedText)
  }
}

/// Which materials have something in common, weighted by how rare it is. For each trait of a material only so many others
/// that have it are looked at, so that the work grows with the number of materials and not with its square.
struct RelatedMaterials: Sendable {
  /// By document: numbers of its traits, ascending.
  private var traits: [[Int]]
  private var names: [RelatedMaterial.Trait] = []
  /// By number of a trait: who has it, newest first.
  private var owners: [[DocumentID]] = []
  /// By number of a trait: the binary logarithm of how rare it is, in sixteenths.
  private var weights: [Int] = []

  private static let lookedAt = 24

  /// - Parameter materials: the published ones, newest first.
  init(_ materials: [DocumentID], _ graph: SiteGraph) {
    traits = Array(repeating: [], count: graph.documents.count)
    var numbers: [RelatedMaterial.Trait: Int] = [:]
    for id in materials {
      guard let material = graph[id].material else { continue }
      var own: Set<Int> = []
      for trait in Self.traits(of: material, in: graph[id]) {
        let number = numbers[trait] ?? names.count
        if number == names.count {
          numbers[trait] = number
          names.append(trait)
          owners.append([])
        }
        if own.insert(number).inserted { owners[number].append(id) }
      }
      traits[id.index] = own.sorted()
    }
    weights = owners.map { Self.sixteenths(ofLogarithm: Double(materials.count) / Double($0.count)) }
  }

  /// The materials that have most in common with `id`, without `excluded`; of those that have as much, the newest.
  /// - Parameter rank: places in the list of all materials, the newest first.
  func related(
    to id: DocumentID, without excluded: Set<DocumentID>, count: Int, rank: (DocumentID) -> Int
  ) -> [RelatedMaterial] {
    let own = traits[id.index]
    var candidates = own.flatMap { weights[$0] > 0 ? owners[$0].prefix(Self.lookedAt) : [] }
    candidates.sort()
    var best: [(id: DocumentID, weight: Int, rank: Int)] = []
    var last = id
    for other in candidates where other != last && other != id {
      last = other
      let found = (id: other, weight: weight(ofCommon: own, traits[other.index]), rank: rank(other))
      let place = best.firstIndex { ($0.weight, found.rank) < (found.weight, $0.rank) } ?? best.count
      guard place < count, !excluded.contains(other) else { continue }
      best.insert(found, at: place)
      if best.count > count { best.removeLast() }
    }
    return best.map { found in
      let rarest = Set(own).intersection(traits[found.id.index]).filter { weights[$0] > 0 }
        .sorted { (weights[$1], $0) < (weights[$0], $1) }
      return RelatedMaterial(id: found.id, shared: rarest.map { names[$0] })
    }
  }

  private static func traits(of material: MaterialFields, in document: ResolvedDocument) -> [RelatedMaterial.Trait] {
    document.targets(of: material.deficits).map(RelatedMaterial.Trait.deficit)
      + (material.strategy.flatMap(document.target).map { [.strategy($0)] } ?? [])
      + document.targets(of: material.directions).map(RelatedMaterial.Trait.direction)
      + material.ages.map { .age($0.value) }
      + material.keywords.map { FoldedText($0.value) }.filter { !$0.isEmpty }.map(RelatedMaterial.Trait.keyword)
  }

  /// How much two ascending lists of traits have in common.
  private func weight(ofCommon first: [Int], _ second: [Int]) -> Int {
    var weight = 0
    var (left, right) = (0, 0)
    while left < first.count, right < second.count {
      let step = (first[left], second[right])
      if step.0 == step.1 { weight += weights[step.0] }
      if step.0 <= step.1 { left += 1 }
      if step.1 <= step.0 { right += 1 }
    }
    return weight
  }

  /// Of a number of one or more, with a straight line between powers of two: the same on every machine.
  private static func sixteenths(ofLogarithm number: Double) -> Int {
    Int(16 * (Double(number.exponent) + number.significand - 1))
  }
}

extension Catalogue {
  private static let relatedCount = 5

  /// What else a reader of a material might take up: what has most in common with it, besides what it was made of and what
  /// was made of it.
  package func related(to id: DocumentID) -> [RelatedMaterial] {
    guard let material = graph[id].material else { return [] }
    let shown = Set(graph[id].targets(of: material.originals) + materials(naming: id, as: .basedOn))
    let traits = relatedMaterials.withLock { known in
      let made = known ?? RelatedMaterials(materials, graph)
      known = made
      return made
    }
    return traits.related(to: id, without: shown, count: Self.relatedCount, rank: rank)
  }
}
