import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytText

/// The past events and seminar sessions of an academic year.
struct PastEventsPage: SitePage {
  struct Month: Sendable {
    let title: String
    let events: [EventCardModel]

    static let schema = LayoutSchema<Month>(
      .text("title", \.title), .list("items", of: EventCardModel.schema, \.events))
  }

  static let layout = "past-events"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .number("count", \.subject.count),
    .list("months", of: Month.schema) { $0.presenter.months(ofPast: $0.subject) },
    .items("years", of: LinkModel.schema) { $0.presenter.pastYearLinks })

  private let year: AcademicYear

  static func address(of year: AcademicYear) -> Address { Address("\(Kind.event.address)/\(year.addressPart).html") }

  static func pages(of outline: SiteOutline) -> [PastEventsPage] {
    outline.catalogue.pastOccasionYears.map { PastEventsPage(year: $0) }
  }

  var address: Address { Self.address(of: year) }
  var claimant: Claimant {
    Claimant(Phrase("события года \(year.text)", en: "the events of \(year.text)"))
  }

  func subject(_ presenter: PagePresenter) -> [Occasion] { presenter.catalogue.pastOccasions(year) }

  func head(_ presenter: PagePresenter) -> PageHead {
    PageHead(
      title: presenter.strings.text(.eventsOfYear, ["year": .text(year.text)]),
      description: presenter.listDescription(.event), breadcrumbs: [presenter.homeLink, presenter.listLink(.event)],
      section: UpcomingEventsPage.address)
  }
}

extension AcademicYear {
  /// `2025-2026`
  var addressPart: String { "\(start)-\(start + 1)" }
}

extension PagePresenter {
  var pastYearLinks: [LinkModel] {
    catalogue.pastOccasionYears.map { LinkModel(title: $0.text, url: url(PastEventsPage.address(of: $0))) }
  }

  /// The last month first, and in it the last event.
  fileprivate func months(ofPast occasions: [Occasion]) -> [PastEventsPage.Month] {
    let byMonth = Dictionary(grouping: occasions) { $0.start.date.year * 12 + $0.start.date.month - 1 }
    return byMonth.sorted { $0.key > $1.key }.map { month, occasions in
      PastEventsPage.Month(
        title: strings.month(month % 12 + 1, of: month / 12), events: cards(of: occasions.reversed()))
    }
  }
}
