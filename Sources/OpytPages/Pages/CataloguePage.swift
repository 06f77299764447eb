import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytNetwork
import OpytText

/// The catalogue: all materials of the network, the newest first. With scripts readers choose among them by what they are;
/// without, each value that they could choose has a list of its own, and the catalogue leads to all of these.
struct CataloguePage: SitePage {
  /// The lists of a facet's values.
  struct Lists: Sendable {
    let title: String
    /// The page that has all of them.
    let url: WebAddress?
    /// None where there are too many.
    let values: [LinkModel]

    static let schema = LayoutSchema<Lists>(
      .text("title", \.title),
      .url("url", \.url),
      .unmarked,
      .items("values", of: LinkModel.schema, \.values))
  }

  struct Facet: Sendable {
    let name: String
    let title: String

    static let schema = LayoutSchema<Facet>(.code("name", \.name), .text("title", \.title))
  }

  static let layout = "catalogue"
  static let address = Address("materialy/index.html")

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .url("parts_script") { $0.presenter.url($0.presenter.context.assets.frame.partsScript) },
    .url("catalogue_script") { $0.presenter.url($0.presenter.context.assets.frame.catalogueScript) },
    .url("search_stylesheet") { $0.presenter.url($0.presenter.context.assets.frame.searchStylesheet) },
    .url("catalogue_stylesheet") { $0.presenter.url($0.presenter.context.assets.frame.catalogueStylesheet) },
    .flag("first", \.page.part.isFirst),
    .number("count", \.page.part.total),
    .list("facets", of: Facet.schema) { view in
      view.page.part.isFirst
        ? CatalogueFacet.allCases.map {
          Facet(name: $0.rawValue, title: view.strings.text(.facet($0)))
        } : []
    },
    // The newest as cards, on the first part only; all others as lines.
    .cards("cards") { view in view.page.part.isFirst ? view.page.part.items.map(view.presenter.card) : [] },
    .items("materials", of: LineModel.schema) { view in
      view.page.part.isFirst ? [] : view.page.part.items.map(view.presenter.line)
    },
    .items("lists", of: Lists.schema) { $0.page.part.isFirst ? $0.presenter.catalogueLists : [] },
    .record("pagination", PaginationModel.schema) { $0.presenter.pagination($0.page.part) })

  fileprivate static let mostLists = 24

  private let part: ListPart

  static func pages(of outline: SiteOutline) -> [CataloguePage] {
    let materials = outline.catalogue.materials
    if materials.isEmpty { return [] }
    return ListPart.parts(
      of: materials, first: address, others: "materialy/", firstLength: ListPart.length, length: ListPart.lines
    ).map(CataloguePage.init)
  }

  var address: Address { part.address }
  var claimant: Claimant { Claimant(Phrase("каталог «Все материалы»", en: "the catalogue of all materials")) }

  func head(_ presenter: PagePresenter) -> PageHead {
    let title = presenter.strings.text(.allMaterials)
    return PageHead(
      title: presenter.title(title, part),
      description: presenter.strings.text(
        .listDescription, ["list": .text(title), "site": .text(presenter.context.configuration.title)]),
      breadcrumbs: [presenter.homeLink], section: Self.address)
  }
}

extension PagePresenter {
  fileprivate var catalogueLists: [CataloguePage.Lists] {
    CatalogueFacet.allCases.compactMap { facet in
      let values = facet.values(self)
      if values.isEmpty { return nil }
      return CataloguePage.Lists(
        title: strings.text(.facet(facet)), url: facet.list.flatMap { url($0) },
        values: values.count > CataloguePage.mostLists
          ? [] : values.map { LinkModel(title: $0.listTitle ?? $0.label, url: url($0.address)) })
    }
  }
}
