import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytNetwork

/// A page at the address of one that was removed for good, as the ledger says. What stood there is not told: its author
/// may have withdrawn it.
struct RemovedPage: SitePage {
  static let layout = "removed"
  static let givesWay = true

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .record("removed", DateModel.schema) { $0.page.day.map($0.presenter.date) },
    // The list where it stood, the search, and all others a step away.
    .list("lists", of: LinkModel.schema) { view in
      let list = view.page.kind.flatMap { view.catalogue.hasList(of: $0) ? view.presenter.listLink($0) : nil }
      return [list, view.presenter.searchLink, view.presenter.homeLink].compactMap(\.self)
    })

  let address: Address
  private let day: CalendarDate?

  /// What stood there, by the folder of its address.
  private var kind: Kind? {
    let folder = address.path.split(separator: "/").dropLast().joined(separator: "/")
    return Kind.listed.first { $0.address == folder }
  }

  static func pages(of outline: SiteOutline) -> [RemovedPage] {
    var seen: Set<String> = []
    return outline.removals.filter { seen.insert($0.address).inserted }
      .map { RemovedPage(address: Address($0.address), day: $0.removed) }
  }

  var claimant: Claimant { Claimant(Phrase("снятая страница \(address.path)", en: "the removed \(address.path)")) }
  var listing: SearchListing { .hidden }

  func head(_ presenter: PagePresenter) -> PageHead {
    PageHead(
      title: presenter.strings.text(kind?.isMaterial == true ? .removedMaterialTitle : .removedPageTitle),
      description: presenter.strings.text(.removedDescription), section: kind.map { .list(of: $0) })
  }
}
