import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytText

/// What was taken from where (S0: внедрение опыта): drawn as a river, and as a tree of lists. A layout can't call itself,
/// so the tree comes as its items in order, each with the lists that open before and end behind it.
struct ReusePage: SitePage {
  struct Item: Sendable {
    /// Its place among the materials: the same in the picture.
    let number: Int
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
      .number("number", \.number),
      .text("title", \.title),
      .url("url", \.url),
      .text("kind", \.kind),
      .items("kindergartens", of: LinkModel.schema, \.kindergartens),
      .record("date", DateModel.schema, \.date),
      .flag("followed", \.hasFollowers),
      .texts("ends") { Array(repeating: "", count: $0.ends) },
      .flag("members_only", \.isMembersOnly))
  }

  struct Tree: Sendable {
    var items: [Item] = []
    /// Each once.
    var materials: [DocumentID] = []
    fileprivate var numbers: [DocumentID: Int] = [:]
  }

  static let layout = "reuse"
  static let address = Address("primenenie.html")

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    // What has several origins stands below each of them.
    .number("count") { $0.subject.materials.count },
    .record("river", RiverModel.schema) { view in
      view.presenter.river(of: view.subject.materials, origins: view.presenter.bases)
    },
    .list("items", of: Item.schema, \.subject.items))

  static func pages(of outline: SiteOutline) -> [ReusePage] { outline.catalogue.hasReuse ? [ReusePage()] : [] }

  var address: Address { Self.address }
  var claimant: Claimant {
    Claimant(Phrase("страница «Внедрение опыта»", en: "the page of what was taken from where"))
  }

  func subject(_ presenter: PagePresenter) -> Tree { presenter.reuseTree }

  func head(_ presenter: PagePresenter) -> PageHead {
    presenter.overviewHead(.reuseTitle, .reuseDescription)
  }
}

extension PagePresenter {
  fileprivate var reuseTree: ReusePage.Tree {
    let roots = catalogue.materials.filter { id in
      !catalogue.materials(naming: id, as: .basedOn).isEmpty && bases(of: id).isEmpty
    }
    var tree = ReusePage.Tree()
    for root in roots { append(root, ends: 0, to: &tree) }
    return tree
  }

  fileprivate func bases(of id: DocumentID) -> [DocumentID] {
    graph[id].targets(of: graph[id].material?.originals ?? []).filter(isPublished)
  }

  /// A material with what was made after it. What has several origins is unfolded below the first one only: otherwise
  /// a small network of loans could fill the disk.
  private func append(_ id: DocumentID, ends: Int, to tree: inout ReusePage.Tree) {
    let known = tree.numbers[id]
    let number = known ?? tree.materials.count + 1
    if known == nil {
      tree.materials.append(id)
      tree.numbers[id] = number
    }
    let followers = known == nil ? Array(catalogue.materials(naming: id, as: .basedOn).reversed()) : []
    let material = graph[id].material
    tree.items.append(
      ReusePage.Item(
        number: number, title: title(of: id), url: url(of: id), kind: strings.text(.kind(graph[id].kind)),
        kindergartens: links(to: graph[id].targets(of: material?.kindergartens ?? [])),
        date: material.map { date($0.published.value) }, hasFollowers: !followers.isEmpty,
        ends: followers.isEmpty ? ends : 0, isMembersOnly: isMarked(id)))
    for (index, follower) in followers.enumerated() {
      append(follower, ends: index == followers.count - 1 ? ends + 1 : 0, to: &tree)
    }
  }
}
