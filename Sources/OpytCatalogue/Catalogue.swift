package import OpytModel
import OpytText
import Synchronization

/// What a reader can browse: the published documents in the orders they are shown in.
package final class Catalogue: Sendable {
  package let graph: SiteGraph
  private let published: [Bool]
  /// Of all kinds of material, newest first; the same day by document order.
  package let materials: [DocumentID]
  /// The academic years that materials were published in, the last one first.
  package let materialYears: [AcademicYear]
  /// The day that the site is built on: it tells what is published, and what is still to come.
  package let today: CalendarDate
  private let endedPhotos: Set<String>
  private let lists: [Kind: [DocumentID]]
  /// By what else materials, events and deficits are looked up.
  package let topics: TopicIndex
  package let media: MediaLibrary
  /// By document: its place in the list of its kind.
  private let positions: [Int]
  /// By document: its place in ``materials``.
  private let ranks: [Int]
  /// By document: the materials that name it, for each field that does, newest first.
  private let materialsNaming: [[(role: ReferenceRole, materials: [DocumentID])]]
  /// Who works where.
  let workplaces: Workplaces
  private let kindergartensByDirection: [DocumentID: Set<DocumentID>]
  /// See ``occasions``.
  let calendar: Occasions
  /// By event: the deficits of the topics that name it.
  let deficitsOfTopics: [DocumentID: [DocumentID]]
  /// See ``correspondence``.
  let networkCorrespondence = Mutex<Correspondence?>(nil)
  /// See ``help``.
  let helpOfNetwork = Mutex<Help?>(nil)
  /// See ``related(to:)``.
  let relatedMaterials = Mutex<RelatedMaterials?>(nil)
  /// See ``materialsByEvidence``.
  let evidenceLists = Mutex<[EvidenceStep: [DocumentID]]?>(nil)
  /// By person; found once, for all issues of the bulletin.
  let firstDeeds = Mutex<[DocumentID: FirstDeed]?>(nil)

  /// - Parameter edition: whose documents are published.
  package init(_ graph: SiteGraph, includingDrafts: Bool, edition: Edition = .open, today: CalendarDate) {
    let graph = graph.of(edition)
    self.graph = graph
    self.today = today
    let published = graph.ids.map { graph.isPublished($0, includingDrafts: includingDrafts, on: today) }
    self.published = published
    let endedPhotos = graph.endedPhotos(on: today)
    self.endedPhotos = endedPhotos

    materials = CatalogueOrder.newestFirst(
      Kind.materials.flatMap(graph.ids).filter { published[$0.index] }, graph)
    let years = materials.compactMap { id in
      graph[id].material.map { AcademicYear(containing: $0.published.value) }
    }
    materialYears = Set(years).sorted(by: >)
    var lists = Dictionary(grouping: materials) { graph[$0].kind }
    for kind in Kind.allCases where !kind.isMaterial {
      lists[kind] = CatalogueOrder.sorted(graph.ids(of: kind).filter { published[$0.index] }, graph)
    }
    self.lists = lists
    topics = TopicIndex(
      materials, lists[.event] ?? [], lists[.deficit] ?? [], lists[.kindergarten] ?? [], graph)
    media = Self.mediaLibrary(materials, lists[.event] ?? [], graph) { !endedPhotos.contains($0) }

    var ranks = [Int](repeating: .max, count: graph.documents.count)
    var positions = ranks
    var naming = [[(role: ReferenceRole, materials: [DocumentID])]](repeating: [], count: graph.documents.count)
    var kindergartensByDirection: [DocumentID: Set<DocumentID>] = [:]
    for (rank, material) in materials.enumerated() {
      ranks[material.index] = rank
      let named = Self.namedDocuments(in: graph[material])
      for (target, role) in named {
        if let known = naming[target.index].firstIndex(where: { $0.role == role }) {
          naming[target.index][known].materials.append(material)
        } else {
          naming[target.index].append((role, [material]))
        }
      }
      let places = named.filter { $0.role == .kindergartens }.map(\.target)
      for (direction, role) in named where role == .directions {
        kindergartensByDirection[direction, default: []].formUnion(places)
      }
    }
    for list in lists.values { for (position, id) in list.enumerated() { positions[id.index] = position } }
    self.ranks = ranks
    self.positions = positions
    materialsNaming = naming
    self.kindergartensByDirection = kindergartensByDirection
    calendar = Occasions(
      of: lists[.event] ?? [], lists[.seminarProgram] ?? [], lists[.methodPlan] ?? [], graph)
    deficitsOfTopics = Self.deficitsOfTopics(in: lists[.methodPlan] ?? [], graph)

    workplaces = Workplaces(lists[.person] ?? [], graph, today: today)
  }

  /// Whom the site is made for.
  package var edition: Edition { graph.edition }

  package func isPublished(_ id: DocumentID) -> Bool { published[id.index] }

  /// Whether a file of a published document is shown: a photo is, as long as its consent holds.
  package func isShown(_ file: String) -> Bool { endedPhotos.isEmpty || !endedPhotos.contains(file) }

  /// The published documents of a kind: materials newest first, events by their beginning, bulletins by their number,
  /// the last one first, all others as a reader looks them up.
  package func ids(of kind: Kind) -> [DocumentID] { lists[kind] ?? [] }

  package var directions: [DocumentID] { ids(of: .direction) }
  package var kindergartens: [DocumentID] { ids(of: .kindergarten) }
  package var events: [DocumentID] { ids(of: .event) }

  /// The kindergartens with materials in a direction.
  package func kindergartens(takingPartIn direction: DocumentID) -> [DocumentID] {
    let taking = kindergartensByDirection[direction] ?? []
    return kindergartens.filter(taking.contains)
  }

  /// The place of a published document in the list of its kind.
  package func position(of id: DocumentID) -> Int { positions[id.index] }

  /// The materials before and behind this one in the list of its kind.
  package func neighbours(of id: DocumentID) -> (newer: DocumentID?, older: DocumentID?) {
    let list = ids(of: graph[id].kind)
    let position = positions[id.index]
    guard list.indices.contains(position) else { return (nil, nil) }
    return (position > 0 ? list[position - 1] : nil, position + 1 < list.count ? list[position + 1] : nil)
  }

  /// The materials that name `target` in one of the given fields, newest first.
  package func materials(naming target: DocumentID, as roles: ReferenceRole...) -> [DocumentID] {
    materials(naming: target, as: roles)
  }

  /// Newest first, each once.
  package func materials(naming target: DocumentID, as roles: [ReferenceRole]) -> [DocumentID] {
    let lists = materialsNaming[target.index].filter { roles.contains($0.role) }
    return lists.count == 1 ? lists[0].materials : newestFirst(Set(lists.flatMap(\.materials)))
  }

  /// The published documents of a kind that name `target` in one of the given fields, in the order of their list.
  package func documents(of kind: Kind, naming target: DocumentID, as roles: ReferenceRole...) -> [DocumentID] {
    documents(of: kind, naming: target, as: roles)
  }

  package func documents(of kind: Kind, naming target: DocumentID, as roles: [ReferenceRole]) -> [DocumentID] {
    var sources: [DocumentID] = []
    // Those of one source stand together.
    for reference in graph.references(to: target)
    where graph[reference.source].kind == kind && roles.contains(reference.role) && isPublished(reference.source)
      && sources.last != reference.source
    {
      sources.append(reference.source)
    }
    return inListOrder(sources)
  }

  /// Documents of one kind in the order of their list.
  func inListOrder(_ ids: some Sequence<DocumentID>) -> [DocumentID] {
    ids.sorted { positions[$0.index] < positions[$1.index] }
  }

  /// The place of a material in ``materials``.
  func rank(_ id: DocumentID) -> Int { ranks[id.index] }

  package func newestFirst(_ ids: some Sequence<DocumentID>) -> [DocumentID] {
    ids.sorted { ranks[$0.index] < ranks[$1.index] }
  }

  /// Each document that a document's fields name, once for each field.
  private static func namedDocuments(in document: ResolvedDocument) -> [(target: DocumentID, role: ReferenceRole)] {
    var named: [(target: DocumentID, role: ReferenceRole)] = []
    for (index, reference) in document.decoded.references.enumerated() {
      guard let target = document.target(ofReference: index),
        !named.contains(where: { $0.target == target && $0.role == reference.role })
      else { continue }
      named.append((target, reference.role))
    }
    return named
  }
}
