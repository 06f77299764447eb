import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytText

/// Every published material by its title, on one page.
struct ContentsPage: SitePage {
  static let layout = "contents"
  static let address = Address("soderzhanie.html")

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .list("materials", of: LinkModel.schema, \.subject))

  static func pages(of outline: SiteOutline) -> [ContentsPage] {
    outline.catalogue.materials.isEmpty ? [] : [ContentsPage()]
  }

  var address: Address { Self.address }
  var claimant: Claimant { Claimant(Phrase("страница «Содержание»", en: "the contents")) }

  func subject(_ presenter: PagePresenter) -> [LinkModel] {
    presenter.links(to: presenter.catalogue.materials).map { (link: $0, order: RussianOrder($0.title)) }
      .sorted { $0.order < $1.order }.map(\.link)
  }

  func head(_ presenter: PagePresenter) -> PageHead {
    PageHead(
      title: presenter.strings.text(.contentsTitle), description: presenter.strings.text(.contentsDescription),
      breadcrumbs: [presenter.homeLink])
  }
}
