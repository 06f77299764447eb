import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytText

/// What was taken from where (S0: внедрение опыта), as a tree of lists. A layout can't call itself, so the tree comes as
/// its items in order, each with the lists that open before and end behind it.
struct ReusePage: SitePage {
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
    let isMembersOnly: Bool

    static let schema = LayoutSchema<Item>(
      .text("title", \.title),
      .url("url", \.url),
      .text("kind", \.kind),
      .items("kindergartens", of: LinkModel.schema, \.kindergartens),
      .record("date", DateModel.schema, \.date),
      .flag("followed", \.hasFollowers),
      .texts("ends") { Array(repeating: "", count: $0.ends) },
      .flag("members_only", \.isMembersOnly))
  }

  static let layout = "reuse"
  static let address = Address("primenenie.html")

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    // What has several origins stands below each of them.
    .number("count") { Set($0.subject.map(\.url)).count },
    .list("items", of: Item.schema, \.subject))

  static func pages(of outline: SiteOutline) -> [ReusePage] { outline.catalogue.hasReuse ? [ReusePage()] : [] }

  var address: Address { Self.address }
  var claimant: Claimant {
    Claimant(Phrase("страница «Внедрение опыта»", en: "the page of what was taken from where"))
  }

  func subject(_ presenter: PagePresenter) -> [Item] { presenter.reuseItems }

  func head(_ presenter: PagePresenter) -> PageHead {
    presenter.overviewHead(.reuseTitle, .reuseDescription)
  }
}

extension PagePresenter {
  fileprivate var reuseItems: [ReusePage.Item] {
    let roots = catalogue.materials.filter { id in
      !catalogue.materials(naming: id, as: .basedOn).isEmpty && bases(of: id).isEmpty
    }
    var items: [ReusePage.Item] = []
    var shown: Set<DocumentID> = []
    for root in roots { append(root, ends: 0, to: &items, &shown) }
    return items
  }

  private func bases(of id: DocumentID) -> [DocumentID] {
    graph[id].targets(of: graph[id].material?.originals ?? []).filter(isPublished)
  }

  /// A material with what was made after it. What has several origins is unfolded below the first one only: otherwise
  /// a small network of loans could fill the disk.
  private func append(
    _ id: DocumentID, ends: Int, to items: inout [ReusePage.Item], _ shown: inout Set<DocumentID>
  ) {
    let isNew = shown.insert(id).inserted
    let followers = isNew ? Array(catalogue.materials(naming: id, as: .basedOn).reversed()) : []
    let material = graph[id].material
    items.append(
      ReusePage.Item(
        title: title(of: id), url: url(of: id), kind: strings.text(.kind(graph[id].kind)),
        kindergartens: links(to: graph[id].targets(of: material?.kindergartens ?? [])),
        date: material.map { date($0.published.value) }, hasFollowers: !followers.isEmpty,
        ends: followers.isEmpty ? ends : 0, isMembersOnly: isMarked(id)))
    for (index, follower) in followers.enumerated() {
      append(follower, ends: index == followers.count - 1 ? ends + 1 : 0, to: &items, &shown)
    }
  }
}
