import OpytModel
import OpytText

/// What a reader can browse: the published documents in the orders they are shown in.
struct Catalogue: Sendable {
  let graph: SiteGraph
  private let published: [Bool]
  /// Newest first; the same day by document order.
  let materials: [DocumentID]
  let directions: [DocumentID]
  let kindergartens: [DocumentID]
  let people: [DocumentID]
  let pages: [DocumentID]
  private let materialsByKind: [Kind: [DocumentID]]
  /// By document: its place in ``materials``.
  private let ranks: [Int]
  /// By material: its place in the list of its kind.
  private let positions: [DocumentID: Int]
  /// By document, then by the field that names it: newest first.
  private let materialsNaming: [DocumentID: [String: [DocumentID]]]
  private let staff: [DocumentID: [DocumentID]]
  private let kindergartensByDirection: [DocumentID: Set<DocumentID>]

  init(_ graph: SiteGraph, includingDrafts: Bool) {
    self.graph = graph
    let published = graph.ids.map {
      Kind.withPages.contains(graph[$0].kind) && graph.isPublished($0, includingDrafts: includingDrafts)
    }
    self.published = published
    func ids(_ kind: Kind) -> [DocumentID] { graph.ids(of: kind).filter { published[$0.index] } }

    materials = Self.newestFirst(Kind.materials.flatMap(ids), graph)
    directions = Self.sorted(ids(.direction), graph) { ($0 as? Direction)?.order?.value }
    kindergartens = Self.sorted(ids(.kindergarten), graph) { ($0 as? Kindergarten)?.number?.value }
    people = Self.sorted(ids(.person), graph) { _ in nil }
    pages = Self.sorted(ids(.page), graph) { ($0 as? Page)?.order?.value }

    var ranks = [Int](repeating: .max, count: graph.documents.count)
    var naming: [DocumentID: [String: [DocumentID]]] = [:]
    var kindergartensByDirection: [DocumentID: Set<DocumentID>] = [:]
    for (rank, material) in materials.enumerated() {
      ranks[material.index] = rank
      let named = Self.namedDocuments(in: graph[material])
      for (target, role) in named { naming[target, default: [:]][role, default: []].append(material) }
      let places = named.filter { $0.role == "kindergartens" }.map(\.target)
      for (direction, role) in named where role == "directions" {
        kindergartensByDirection[direction, default: []].formUnion(places)
      }
    }
    self.ranks = ranks
    materialsNaming = naming
    self.kindergartensByDirection = kindergartensByDirection

    materialsByKind = Dictionary(grouping: materials) { graph[$0].kind }
    var positions: [DocumentID: Int] = [:]
    for list in materialsByKind.values { for (position, id) in list.enumerated() { positions[id] = position } }
    self.positions = positions

    var staff: [DocumentID: [DocumentID]] = [:]
    for id in people {
      guard let home = (graph[id].entity as? Person)?.kindergarten, let place = graph[id].target(of: home) else {
        continue
      }
      staff[place, default: []].append(id)
    }
    self.staff = staff
  }

  func isPublished(_ id: DocumentID) -> Bool { published[id.index] }

  func materials(of kind: Kind) -> [DocumentID] { materialsByKind[kind] ?? [] }

  func count(of kind: Kind) -> Int { materialsByKind[kind]?.count ?? 0 }

  /// The people who work in a kindergarten, by name.
  func staff(of kindergarten: DocumentID) -> [DocumentID] { staff[kindergarten] ?? [] }

  /// The first of a material's directions that is published.
  func mainDirection(of material: DocumentID) -> DocumentID? {
    guard let fields = graph[material].material else { return nil }
    return graph[material].targets(of: fields.directions).first(where: isPublished)
  }

  /// The kindergartens with materials in a direction.
  func kindergartens(takingPartIn direction: DocumentID) -> [DocumentID] {
    let taking = kindergartensByDirection[direction] ?? []
    return kindergartens.filter(taking.contains)
  }

  /// The materials before and behind this one in the list of its kind.
  func neighbours(of id: DocumentID) -> (newer: DocumentID?, older: DocumentID?) {
    guard let position = positions[id], let list = materialsByKind[graph[id].kind] else { return (nil, nil) }
    return (position > 0 ? list[position - 1] : nil, position + 1 < list.count ? list[position + 1] : nil)
  }

  /// The materials that name `target` in one of the given fields, newest first.
  func materials(naming target: DocumentID, as roles: String...) -> [DocumentID] {
    materials(naming: target, as: roles)
  }

  func materials(naming target: DocumentID, as roles: [String]) -> [DocumentID] {
    guard let byRole = materialsNaming[target] else { return [] }
    if roles.count == 1 { return byRole[roles[0]] ?? [] }
    return newestFirst(Set(roles.flatMap { byRole[$0] ?? [] }))
  }

  func newestFirst(_ ids: some Sequence<DocumentID>) -> [DocumentID] {
    ids.sorted { ranks[$0.index] < ranks[$1.index] }
  }

  private static func newestFirst(_ ids: [DocumentID], _ graph: SiteGraph) -> [DocumentID] {
    func date(_ id: DocumentID) -> CalendarDate { graph[id].material?.published.value ?? CalendarDate.blank }
    let dated: [(id: DocumentID, date: CalendarDate)] = ids.map { ($0, date($0)) }
    return dated.sorted { $0.date != $1.date ? $0.date > $1.date : $0.id < $1.id }.map(\.id)
  }

  /// Each document that a document's fields name, once for each field.
  private static func namedDocuments(in document: ResolvedDocument) -> [(target: DocumentID, role: String)] {
    var named: [(target: DocumentID, role: String)] = []
    for (index, reference) in document.decoded.references.enumerated() {
      guard let target = document.target(ofReference: index),
        !named.contains(where: { $0.target == target && $0.role == reference.role })
      else { continue }
      named.append((target, reference.role))
    }
    return named
  }

  /// By number where there is one, then by title as Russian sorts it.
  private static func sorted(
    _ ids: [DocumentID], _ graph: SiteGraph, number: (any Entity) -> Int?
  ) -> [DocumentID] {
    let keyed: [(id: DocumentID, number: Int, title: RussianOrder)] = ids.map {
      ($0, number(graph[$0].entity) ?? Int.max, RussianOrder(graph[$0].title))
    }
    return keyed.sorted { ($0.number, $0.title, $0.id) < ($1.number, $1.title, $1.id) }.map(\.id)
  }
}
