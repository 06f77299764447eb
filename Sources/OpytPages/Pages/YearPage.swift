import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytText

/// What an academic year brought: its materials, events, authors and kindergartens.
struct YearPage: SitePage {
  static let layout = "year"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .number("count", \.page.part.total),
    .items("materials", of: LineModel.schema) { $0.page.part.items.map($0.presenter.line) },
    // Told on the first part only.
    .items("events", of: LinkModel.schema) { $0.presenter.links(to: $0.subject?.heldEvents ?? []) },
    .items("authors", of: LinkModel.schema) { $0.presenter.links(to: $0.subject?.authors ?? []) },
    .items("kindergartens", of: LinkModel.schema) { $0.presenter.links(to: $0.subject?.kindergartens ?? []) },
    .record("pagination", PaginationModel.schema) { $0.presenter.pagination($0.page.part) })

  static let eventsAnchor = "opyt_events"
  /// Where all years are listed: see ``TopicListPage``.
  static let listAddress = Address("gody/index.html")

  private let year: AcademicYear
  private let part: ListPart

  static func address(of year: AcademicYear) -> Address { Address("gody/\(year.addressPart).html") }

  static func pages(of outline: SiteOutline) -> [YearPage] {
    let catalogue = outline.catalogue
    return catalogue.networkYears.flatMap { year in
      let first = address(of: year)
      return ListPart.parts(
        of: catalogue.materials(publishedIn: year), first: first, others: first.folder, length: ListPart.lines
      ).map { YearPage(year: year, part: $0) }
    }
  }

  var address: Address { part.address }
  var claimant: Claimant { .years }

  func subject(_ presenter: PagePresenter) -> NetworkYear? {
    part.isFirst ? presenter.catalogue.networkYear(year) : nil
  }

  func head(_ presenter: PagePresenter) -> PageHead {
    let strings = presenter.strings
    let all = LinkModel(title: strings.text(.byYear), url: presenter.url(Self.listAddress))
    return PageHead(
      title: presenter.title(strings.text(.networkYear, ["year": .text(year.text)]), part),
      description: strings.text(.networkYearDescription), breadcrumbs: [presenter.homeLink, all],
      section: Self.listAddress)
  }
}
