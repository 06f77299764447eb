import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytText

/// All materials of the network, or what an academic year brought: its materials, events, authors and kindergartens.
struct YearPage: SitePage {
  static let layout = "year"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .items("years", of: LinkModel.schema) { view in
      view.page.part.isFirst ? view.presenter.networkYearLinks : []
    },
    .number("count", \.page.part.total),
    .items("materials", of: LineModel.schema) { $0.page.part.items.map($0.presenter.line) },
    // Told on the first part only.
    .items("events", of: LinkModel.schema) { $0.presenter.links(to: $0.subject?.heldEvents ?? []) },
    .items("authors", of: LinkModel.schema) { $0.presenter.links(to: $0.subject?.authors ?? []) },
    .items("kindergartens", of: LinkModel.schema) { $0.presenter.links(to: $0.subject?.kindergartens ?? []) },
    .record("pagination", PaginationModel.schema) { $0.presenter.pagination($0.page.part) })

  /// Nil for all years together.
  private let year: AcademicYear?
  private let part: ListPart

  static func address(of year: AcademicYear?) -> Address {
    Address(year.map { "gody/\($0.addressPart).html" } ?? "gody/index.html")
  }

  static func pages(of outline: SiteOutline) -> [YearPage] {
    let catalogue = outline.catalogue
    guard !catalogue.networkYears.isEmpty else { return [] }
    return ([nil] + catalogue.networkYears).flatMap { year in
      let materials = year.map(catalogue.materials(publishedIn:)) ?? catalogue.materials
      let first = address(of: year)
      return ListPart.parts(
        of: materials, first: first, others: year == nil ? "gody/" : first.folder, length: ListPart.lines
      ).map { YearPage(year: year, part: $0) }
    }
  }

  var address: Address { part.address }
  var claimant: Claimant { Claimant(Phrase("материалы по годам", en: "the materials by years")) }

  func subject(_ presenter: PagePresenter) -> NetworkYear? {
    part.isFirst ? year.map(presenter.catalogue.networkYear) : nil
  }

  func head(_ presenter: PagePresenter) -> PageHead {
    let strings = presenter.strings
    let all = LinkModel(title: strings.text(.allMaterials), url: presenter.url(Self.address(of: nil)))
    return PageHead(
      title: presenter.title(year.map { strings.text(.networkYear, ["year": .text($0.text)]) } ?? all.title, part),
      description: strings.text(.networkYearDescription),
      breadcrumbs: [presenter.homeLink] + (year == nil ? [] : [all]))
  }
}

extension PagePresenter {
  fileprivate var networkYearLinks: [LinkModel] {
    catalogue.networkYears.map { LinkModel(title: $0.text, url: url(YearPage.address(of: $0))) }
  }
}
