import OpytCatalogue
import OpytModel
import OpytNetwork
package import OpytPages
import OpytText

/// The network's events, seminar sessions and days of plans as iCalendar files (RFC 5545): of all, of each direction,
/// kindergarten, community and plan, of each event.
package struct EventCalendars {
  private let context: PresentationContext

  package init(_ context: PresentationContext) { self.context = context }

  /// All files, in the order of the calendars. What stands in several is written once.
  package func files(of calendars: [SitePlan.Calendar]) -> [(address: Address, bytes: [UInt8])] {
    var written: [OccasionKey: [UInt8]] = [:]
    return calendars.map { ($0.address, bytes(of: $0, &written)) }
  }

  private struct OccasionKey: Hashable {
    let document: DocumentID
    let part: String?
  }

  private func bytes(of calendar: SitePlan.Calendar, _ written: inout [OccasionKey: [UInt8]]) -> [UInt8] {
    let title = context.configuration.title
    let name = calendar.document.map { "\(graph[$0].title) — \(title)" } ?? title
    var writer = CalendarWriter(name: name, timeZone: context.configuration.timeZone)
    for occasion in calendar.occasions {
      let key = OccasionKey(document: occasion.document, part: occasion.session?.key ?? occasion.action?.key)
      let lines = written[key] ?? entries(occasion).flatMap(CalendarWriter.lines)
      written[key] = lines
      writer.append(lines)
    }
    return writer.finish()
  }

  private func entries(_ occasion: Occasion) -> [CalendarWriter.Entry] {
    if let session = occasion.session { return [entry(session, occasion)] }
    if let action = occasion.action { return [entry(action, occasion)] }
    guard let event = context.catalogue.event(occasion.document) else { return [] }
    let whole = entry(event, occasion)
    let days = event.hours
    if days.isEmpty { return [whole] }
    // Each day has hours of its own.
    return days.map { day in
      var entry = whole
      // Two full stops: neither an event nor a session has such a name.
      entry.uid = "\(Transliteration.slug(graph[occasion.document].decoded.id))..\(day.date.value.iso)@\(host)"
      entry.time = time(from: day.beginning, to: day.ending)
      entry.stamp = min(day.date.value, context.catalogue.today)
      return entry
    }
  }

  private var graph: SiteGraph { context.catalogue.graph }

  private func entry(_ event: Event, _ occasion: Occasion) -> CalendarWriter.Entry {
    let document = graph[occasion.document]
    var entry = entry(occasion, uid: Transliteration.slug(document.decoded.id), document.title)
    entry.description = event.task.value.paragraphs.joined(separator: "\n")
    entry.location = location(event.place?.value, document.targets(of: event.kindergartens))
    if let site = context.configuration.baseURL, let address = context.plan.address(of: occasion.document) {
      entry.url = site.url(address.path).text
    }
    entry.status =
      switch event.effectiveState {
      case .held: .confirmed
      case .cancelled: .cancelled
      default: .tentative
      }
    entry.categories = titles(document.targets(of: event.directions))
    return entry
  }

  /// A session is where its programme says: no reader need look for what it belongs to.
  private func entry(_ session: ProgrammeSession, _ occasion: Occasion) -> CalendarWriter.Entry {
    let document = graph[session.programme]
    let place = SessionPlace(session, graph)
    // Slugs have no full stop: no event has this name.
    let uid = "\(Transliteration.slug(document.decoded.id)).\(session.key)"
    var entry = entry(occasion, uid: uid, session.session.title.value)
    entry.description = ([document.title] + (session.session.summary?.value.paragraphs ?? [])).joined(separator: "\n")
    entry.location = location(place.text, [place.kindergarten].compactMap { $0 })
    entry.url = PagePresenter(outside: context, of: .home).url(of: session)?.text ?? ""
    entry.categories = titles(document.targets(of: document.material?.directions ?? []))
    return entry
  }

  /// An action of a plan is where nobody said: whose plan it is, and who answers, is told.
  private func entry(_ action: PlanAction, _ occasion: Occasion) -> CalendarWriter.Entry {
    let document = graph[action.plan]
    // Two full stops: no session has this name.
    let uid = "plan.\(Transliteration.slug(document.decoded.id)).\(action.key)"
    var entry = entry(occasion, uid: uid, action.action.title.value)
    let responsible = titles(document.targets(of: action.action.responsible)).joined(separator: ", ")
    entry.description = [document.title, action.topic.title.value, responsible].filter { !$0.isEmpty }
      .joined(separator: "\n")
    entry.location = titles([context.catalogue.owner(ofPlan: action.plan)].compactMap { $0 }).joined()
    entry.url = PagePresenter(outside: context, of: .home).url(of: action)?.text ?? ""
    entry.status = .tentative
    return entry
  }

  private func entry(_ occasion: Occasion, uid: String, _ title: String) -> CalendarWriter.Entry {
    CalendarWriter.Entry(
      uid: "\(uid)@\(host)", stamp: min(occasion.start.date, context.catalogue.today),
      time: time(from: occasion.start, to: occasion.end), summary: title)
  }

  private func location(_ place: String?, _ kindergartens: [DocumentID]) -> String {
    ([place ?? ""].filter { !$0.isEmpty } + titles(kindergartens)).joined(separator: ", ")
  }

  /// Of those that are published.
  private func titles(_ ids: [DocumentID]) -> [String] {
    ids.filter(context.catalogue.isPublished).map { graph[$0].title }
  }

  private func time(from start: Moment, to end: Moment?) -> CalendarWriter.Time {
    // Both ends are days or both are hours (RFC 5545, 3.6.1): an hour of the end alone has no place.
    guard let time = start.time else { return .days(start.date, end?.date ?? start.date) }
    let first = CalendarWriter.Moment(date: start.date, minute: utc(start.date, time.minutes))
    // What ends when it begins, or the same day at nobody knows which hour, has no end; another last day goes to its end.
    guard let end, start < end else { return .moments(first, nil) }
    return .moments(first, .init(date: end.date, minute: utc(end.date, end.time?.minutes ?? 1439)))
  }

  private func utc(_ date: CalendarDate, _ minutes: Int) -> Int { context.localTime.utc(date, minutes) }

  /// Keeps a UID the network's own. Without an address it is a name that can't be one (RFC 2606).
  private var host: String { context.configuration.baseURL?.host ?? "opyt.invalid" }
}
