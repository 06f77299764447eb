import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytNetwork

/// What a server shows for an address that leads nowhere (404): links to the lists.
struct NotFoundPage: SitePage {
  static let layout = "404"
  static let address = Address("404.html")

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    // Where the page stands, for who opens it from the site's folder; nil where all its links are such.
    .url("nearby_stylesheet") { view in
      let context = view.presenter.context
      return context.configuration.baseURL == nil
        ? nil : LinkBase(page: address).link(to: context.assets.frame.stylesheet)
    },
    .list("lists", of: LinkModel.schema) { view in
      [view.presenter.homeLink] + Kind.listed.filter(view.catalogue.hasList).map(view.presenter.listLink)
    })

  static func pages(of outline: SiteOutline) -> [NotFoundPage] { [NotFoundPage()] }

  var address: Address { Self.address }
  var claimant: Claimant { Claimant(Phrase("страница 404", en: "the page 404")) }
  var listing: SearchListing { .hidden }

  func head(_ presenter: PagePresenter) -> PageHead {
    PageHead(
      title: presenter.strings.text(.notFoundTitle), description: presenter.strings.text(.notFoundDescription))
  }
}
