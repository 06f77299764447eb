import OpytModel
import OpytText

/// In which order documents of a kind are listed.
enum CatalogueOrder {
  static func newestFirst(_ ids: [DocumentID], _ graph: SiteGraph) -> [DocumentID] {
    func date(_ id: DocumentID) -> CalendarDate { graph[id].material?.published.value ?? CalendarDate.blank }
    let dated: [(id: DocumentID, date: CalendarDate)] = ids.map { ($0, date($0)) }
    return dated.sorted { $0.date != $1.date ? $0.date > $1.date : $0.id < $1.id }.map(\.id)
  }

  /// By what its kind is ordered by, then by title as Russian sorts it.
  static func sorted(_ ids: [DocumentID], _ graph: SiteGraph) -> [DocumentID] {
    let keyed: [(id: DocumentID, number: Int, title: RussianOrder)] = ids.map {
      (id: $0, number: graph[$0].entity.listOrder, title: RussianOrder(graph[$0].title))
    }
    return keyed.sorted { ($0.number, $0.title, $0.id) < ($1.number, $1.title, $1.id) }.map(\.id)
  }
}
