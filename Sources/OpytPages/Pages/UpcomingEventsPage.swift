import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel

/// What is to come, and where the rest is: the list of events.
struct UpcomingEventsPage: SitePage {
  static let layout = "events"
  static let address = Address.list(of: .event)

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .number("count") { $0.catalogue.occasions.count },
    .url("all") { $0.catalogue.events.isEmpty ? nil : $0.presenter.url(AllEventsPage.address) },
    .record("as_of", DateModel.schema) { $0.presenter.date($0.catalogue.today) },
    .texts("weekdays") { view in (1...7).map { view.strings.text(.shortWeekday($0)) } },
    .items("months", of: MonthModel.schema) { $0.presenter.months($0.catalogue.upcomingOccasions) },
    .items("upcoming", of: EventCardModel.schema) { $0.presenter.cards(of: $0.catalogue.upcomingOccasions) },
    .items("years", of: LinkModel.schema) { $0.presenter.pastYearLinks },
    .url("calendar") { $0.presenter.url(SiteFile.networkCalendar) })

  static func pages(of outline: SiteOutline) -> [UpcomingEventsPage] {
    outline.catalogue.hasList(of: .event) ? [UpcomingEventsPage()] : []
  }

  var address: Address { Self.address }
  var claimant: Claimant { Claimant(Phrase("список событий", en: "the list of events")) }

  func head(_ presenter: PagePresenter) -> PageHead {
    PageHead(
      title: presenter.strings.text(.list(.event)), description: presenter.listDescription(.event),
      breadcrumbs: [presenter.homeLink], section: Self.address)
  }
}

/// A month of a wall calendar, from Monday to Sunday.
struct MonthModel: Sendable {
  struct Week: Sendable {
    let days: [Day]

    static let schema = LayoutSchema<Week>(.list("days", of: Day.schema, \.days))
  }

  struct Day: Sendable {
    /// Zero for what belongs to the month before or behind.
    let number: Int
    let date: DateModel?
    let events: [LinkModel]

    static let schema = LayoutSchema<Day>(
      .number("number", \.number),
      .record("date", DateModel.schema, \.date),
      .list("events", of: LinkModel.narrowSchema, \.events))
  }

  /// «март 2026 г.»
  let title: String
  let weeks: [Week]

  static let schema = LayoutSchema<MonthModel>(
    .text("title", \.title),
    .list("weeks", of: Week.schema, \.weeks))
}

extension PagePresenter {
  /// The months that have events to come, a year of them at most.
  fileprivate func months(_ occasions: [Occasion]) -> [MonthModel] {
    var byDay: [CalendarDate: [LinkModel]] = [:]
    for occasion in occasions {
      if !occasion.days.isEmpty {
        for day in occasion.days { byDay[day, default: []].append(link(to: occasion)) }
        continue
      }
      let first = occasion.start.date
      // What goes on for months is not drawn day by day.
      let length = min(max((occasion.end?.date.dayNumber ?? 0) - first.dayNumber, 0), 31)
      for offset in 0...length { byDay[first.adding(days: offset), default: []].append(link(to: occasion)) }
    }
    let numbers = Set(byDay.keys.map { $0.year * 12 + $0.month - 1 }).sorted().prefix(12)
    return numbers.compactMap { number in
      CalendarDate(year: number / 12, month: number % 12 + 1, day: 1).map { month(from: $0, byDay) }
    }
  }

  private func month(from first: CalendarDate, _ events: [CalendarDate: [LinkModel]]) -> MonthModel {
    let length = first.adding(months: 1).dayNumber - first.dayNumber
    let blanks = first.weekday - 1
    let cells = (0..<(blanks + length + 6) / 7 * 7).map { cell -> MonthModel.Day in
      let number = cell - blanks + 1
      guard (1...length).contains(number) else { return .init(number: 0, date: nil, events: []) }
      let day = first.adding(days: number - 1)
      return .init(number: number, date: date(day), events: events[day] ?? [])
    }
    return MonthModel(
      title: strings.month(first.month, of: first.year),
      weeks: stride(from: 0, to: cells.count, by: 7).map { .init(days: Array(cells[$0..<$0 + 7])) })
  }
}
