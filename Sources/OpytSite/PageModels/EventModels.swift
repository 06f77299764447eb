import OpytLayout
import OpytModel
import OpytText

/// An event in a list.
struct EventCardModel: Sendable {
  let title: String
  let url: WebAddress?
  let accent: String
  let form: String
  let state: TermModel
  let date: DateModel
  /// «12 марта 2026 г., 13:30–15:00»
  let when: String
  let place: String
  let task: [String]
  let kindergartens: [LinkModel]
  let isCancelled: Bool

  static let schema = LayoutSchema<EventCardModel>(
    .text("title", \.title),
    .url("url", \.url),
    .text("accent", \.accent),
    .text("form", \.form),
    .record("state", TermModel.schema, \.state),
    .record("date", DateModel.schema, \.date),
    .text("when", \.when),
    .text("place", \.place),
    .texts("task", \.task),
    .items("kindergartens", of: LinkModel.schema, \.kindergartens),
    .flag("cancelled", \.isCancelled))
}

/// A value of a vocabulary.
struct TermModel: Sendable {
  let key: String
  let label: String

  static let schema = LayoutSchema<TermModel>(.text("key", \.key), .text("label", \.label))
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
      .list("events", of: LinkModel.schema, \.events))
  }

  /// «март 2026 г.»
  let title: String
  let weeks: [Week]

  static let schema = LayoutSchema<MonthModel>(
    .text("title", \.title),
    .list("weeks", of: Week.schema, \.weeks))
}

/// The page of what is to come.
struct UpcomingEventsModel: Sendable {
  let frame: FrameModel
  let count: Int
  let asOf: DateModel
  let weekdays: [String]
  let months: [MonthModel]
  let upcoming: [EventCardModel]
  let years: [LinkModel]
  let calendar: WebAddress?

  static let schema = LayoutSchema<UpcomingEventsModel>(
    FrameModel.fields(\.frame) + [
      .number("count", \.count),
      .record("as_of", DateModel.schema, \.asOf),
      .texts("weekdays", \.weekdays),
      .items("months", of: MonthModel.schema, \.months),
      .items("upcoming", of: EventCardModel.schema, \.upcoming),
      .items("years", of: LinkModel.schema, \.years),
      .url("calendar", \.calendar),
    ])
}

/// The page of an academic year's past events.
struct PastEventsModel: Sendable {
  struct Month: Sendable {
    let title: String
    let events: [EventCardModel]

    static let schema = LayoutSchema<Month>(
      .text("title", \.title), .list("items", of: EventCardModel.schema, \.events))
  }

  let frame: FrameModel
  let count: Int
  let months: [Month]
  let years: [LinkModel]

  static let schema = LayoutSchema<PastEventsModel>(
    FrameModel.fields(\.frame) + [
      .number("count", \.count),
      .list("months", of: Month.schema, \.months),
      .items("years", of: LinkModel.schema, \.years),
    ])
}

extension PagePresenter {
  func eventCard(_ id: DocumentID) -> EventCardModel? {
    guard isPublished(id), let event = catalogue.event(id) else { return nil }
    let document = graph[id]
    let state = event.effectiveState
    return EventCardModel(
      title: title(of: id), url: url(of: id), accent: accent(of: event, in: document), form: label(event.form.value),
      state: TermModel(key: state.key, label: label(state)), date: date(event.start.value.date),
      when: strings.when(event.start.value, event.end?.value), place: event.place?.value ?? "",
      task: event.task.value.paragraphs, kindergartens: links(to: document.targets(of: event.kindergartens)),
      isCancelled: state == .cancelled)
  }

  func eventCards(_ ids: [DocumentID]) -> [EventCardModel] { ids.compactMap(eventCard) }

  func accent(of event: Event, in document: ResolvedDocument) -> String {
    document.targets(of: event.directions).first(where: isPublished).map(accent(direction:)) ?? ""
  }

  func upcomingEvents() -> UpcomingEventsModel {
    let upcoming = catalogue.upcomingEvents
    return UpcomingEventsModel(
      frame: frame(
        title: strings.text(.list(.event)), description: listDescription(.event), breadcrumbs: [homeLink],
        section: SitePlan.listAddress(of: .event)),
      count: catalogue.events.count, asOf: date(catalogue.today),
      weekdays: (1...7).map { strings.text(.shortWeekday($0)) }, months: months(upcoming),
      upcoming: eventCards(upcoming), years: yearLinks, calendar: url(SitePlan.networkCalendar))
  }

  func pastEvents(_ year: AcademicYear) -> PastEventsModel {
    let events = catalogue.pastEvents(year)
    let byMonth = Dictionary(grouping: events) { id in
      catalogue.event(id).map { $0.start.value.date.year * 12 + $0.start.value.date.month - 1 } ?? 0
    }
    return PastEventsModel(
      frame: frame(
        title: strings.text(.eventsOfYear, ["year": .text(year.text)]), description: listDescription(.event),
        breadcrumbs: [homeLink, listLink(.event)], section: SitePlan.listAddress(of: .event)),
      count: events.count,
      months: byMonth.sorted { $0.key > $1.key }.map { month, events in
        PastEventsModel.Month(
          title: strings.month(month % 12 + 1, of: month / 12), events: eventCards(events.reversed()))
      },
      years: yearLinks)
  }

  private var yearLinks: [LinkModel] {
    catalogue.pastEventYears.map { LinkModel(title: $0.text, url: url(SitePlan.pastEvents($0))) }
  }

  /// The months that have events to come, a year of them at most.
  private func months(_ events: [DocumentID]) -> [MonthModel] {
    var byDay: [CalendarDate: [LinkModel]] = [:]
    for id in events {
      guard let event = catalogue.event(id) else { continue }
      let first = event.start.value.date
      // What goes on for months is not drawn day by day.
      let length = min(max((event.end?.value.date.dayNumber ?? 0) - first.dayNumber, 0), 31)
      for offset in 0...length { byDay[first.adding(days: offset), default: []].append(link(to: id)) }
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
