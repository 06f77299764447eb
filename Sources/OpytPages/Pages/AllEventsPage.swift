import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel

/// Every event of the network, the last one first: what the number of events leads to.
struct AllEventsPage: SitePage {
  static let layout = "all-events"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .text("label") { $0.strings.count($0.catalogue.events.count, of: .event) },
    .number("count") { $0.catalogue.events.count },
    .items("events", of: EventCardModel.schema) { $0.presenter.eventCards($0.page.part.items) },
    .record("pagination", PaginationModel.schema) { $0.presenter.pagination($0.page.part) })

  static let address = Address("\(Kind.event.address)/vse.html")

  private let part: ListPart

  static func pages(of outline: SiteOutline) -> [AllEventsPage] {
    // Sessions and actions alone are no events: they have the list of what is to come, and of each year.
    guard !outline.catalogue.events.isEmpty else { return [] }
    return ListPart.parts(of: outline.catalogue.events.reversed(), first: address, others: address.folder)
      .map(AllEventsPage.init)
  }

  var address: Address { part.address }
  var claimant: Claimant { Claimant(Phrase("список всех событий", en: "the list of all events")) }

  func head(_ presenter: PagePresenter) -> PageHead {
    PageHead(
      title: presenter.title(presenter.strings.text(.allEvents), part), description: presenter.listDescription(.event),
      breadcrumbs: [presenter.homeLink, presenter.listLink(.event)], section: UpcomingEventsPage.address)
  }
}
