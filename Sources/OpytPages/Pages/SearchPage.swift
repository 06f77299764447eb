import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytText

/// Where questions lead: a script answers them, from an index beside the page. Without it there are the lists.
struct SearchPage: SitePage {
  static let layout = "search"
  static let address = Address("\(SiteFile.searchFolder)/index.html")

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .url("parts_script") { $0.presenter.url($0.presenter.context.assets.frame.partsScript) },
    .url("search_script") { $0.presenter.url($0.presenter.context.assets.frame.searchScript) },
    .url("search_stylesheet") { $0.presenter.url($0.presenter.context.assets.frame.searchStylesheet) },
    .list("lists", of: LinkModel.schema) { view in
      let presenter = view.presenter
      let overviews: [Overview] = [.materials, .audience, .ages, .areas, .specialNeeds, .groupTypes, .keywords, .help]
      return Kind.listed.filter(view.catalogue.hasList).map(presenter.listLink)
        + overviews.compactMap(presenter.link)
    })

  static func pages(of outline: SiteOutline) -> [SearchPage] { [SearchPage()] }

  var address: Address { Self.address }
  var claimant: Claimant { Claimant(Phrase("страница поиска", en: "the search page")) }
  var listing: SearchListing { .hidden }

  func head(_ presenter: PagePresenter) -> PageHead {
    PageHead(
      title: presenter.strings.text(.searchTitle), description: presenter.strings.text(.searchDescription),
      breadcrumbs: [presenter.homeLink])
  }
}
