import OpytLayout
import OpytModel
import OpytText

/// What was taken from where (S0: внедрение опыта), as a tree of lists. A layout can't call itself, so the tree comes as
/// its items in order, each with the lists that open before and end behind it.
struct ReusePageModel: Sendable {
  struct Item: Sendable {
    let title: String
    let url: WebAddress?
    let kind: String
    let kindergartens: [LinkModel]
    let date: DateModel?
    /// Whether a list of what was made after it follows.
    let hasFollowers: Bool
    /// How many lists end behind it, one entry each.
    let ends: Int

    static let schema = LayoutSchema<Item>(
      .text("title", \.title),
      .url("url", \.url),
      .text("kind", \.kind),
      .items("kindergartens", of: LinkModel.schema, \.kindergartens),
      .record("date", DateModel.schema, \.date),
      .flag("followed", \.hasFollowers),
      .texts("ends") { Array(repeating: "", count: $0.ends) })
  }

  let frame: FrameModel
  let count: Int
  let items: [Item]

  static let schema = LayoutSchema<ReusePageModel>(
    FrameModel.fields(\.frame) + [
      .number("count", \.count),
      .list("items", of: Item.schema, \.items),
    ])
}

extension PagePresenter {
  func reuse() -> ReusePageModel {
    let roots = catalogue.materials.filter { id in
      !catalogue.materials(naming: id, as: .basedOn).isEmpty && bases(of: id).isEmpty
    }
    var items: [ReusePageModel.Item] = []
    var shown: Set<DocumentID> = []
    for root in roots { append(root, ends: 0, to: &items, &shown) }
    return ReusePageModel(
      frame: frame(
        title: strings.text(.reuseTitle), description: strings.text(.reuseDescription), breadcrumbs: [homeLink]),
      count: items.count, items: items)
  }

  private func bases(of id: DocumentID) -> [DocumentID] {
    graph[id].targets(of: graph[id].material?.basedOn ?? []).filter(isPublished)
  }

  /// A material with what was made after it. What has several origins is unfolded below the first one only: otherwise
  /// a small network of loans could fill the disk.
  private func append(
    _ id: DocumentID, ends: Int, to items: inout [ReusePageModel.Item], _ shown: inout Set<DocumentID>
  ) {
    let isNew = shown.insert(id).inserted
    let followers = isNew ? Array(catalogue.materials(naming: id, as: .basedOn).reversed()) : []
    let material = graph[id].material
    items.append(
      ReusePageModel.Item(
        title: title(of: id), url: url(of: id), kind: strings.text(.kind(graph[id].kind)),
        kindergartens: links(to: graph[id].targets(of: material?.kindergartens ?? [])),
        date: material.map { date($0.published.value) }, hasFollowers: !followers.isEmpty,
        ends: followers.isEmpty ? ends : 0))
    for (index, follower) in followers.enumerated() {
      append(follower, ends: index == followers.count - 1 ? ends + 1 : 0, to: &items, &shown)
    }
  }
}
