import Foundation
import OpytCatalogue
import OpytModel
import OpytNetwork
package import OpytPages
import OpytText

/// The network's events as iCalendar files (RFC 5545): of all, of each direction, kindergarten and community, of each.
package struct EventCalendars {
  private let context: PresentationContext
  private let timeZone: TimeZone

  package init(_ context: PresentationContext) {
    self.context = context
    // Checked when the configuration was read.
    timeZone = TimeZone(identifier: context.configuration.timeZone) ?? .gmt
  }

  package func bytes(of calendar: SitePlan.Calendar) -> [UInt8] {
    let graph = context.catalogue.graph
    let title = context.configuration.title
    let name = calendar.document.map { "\(graph[$0].title) — \(title)" } ?? title
    var writer = CalendarWriter(name: name, timeZone: context.configuration.timeZone)
    for id in calendar.events {
      guard let event = context.catalogue.event(id) else { continue }
      writer.append(entry(event, id, graph))
    }
    return writer.finish()
  }

  private func entry(_ event: Event, _ id: DocumentID, _ graph: SiteGraph) -> CalendarWriter.Entry {
    let document = graph[id]
    let address = context.plan.address(of: id)
    let places = document.targets(of: event.kindergartens).filter(context.catalogue.isPublished).map { graph[$0].title }
    var entry = CalendarWriter.Entry(
      uid: "\(Transliteration.slug(document.decoded.id))@\(host)",
      stamp: min(event.start.value.date, context.catalogue.today), time: time(of: event), summary: document.title)
    entry.description = event.task.value.paragraphs.joined(separator: "\n")
    entry.location = ([event.place?.value].compactMap { $0 } + places).joined(separator: ", ")
    if let site = context.configuration.baseURL, let address { entry.url = site.url(address.path).text }
    entry.status =
      switch event.effectiveState {
      case .held: .confirmed
      case .cancelled: .cancelled
      default: .tentative
      }
    entry.categories = document.targets(of: event.directions).filter(context.catalogue.isPublished).map {
      graph[$0].title
    }
    return entry
  }

  private func time(of event: Event) -> CalendarWriter.Time {
    let start = event.start.value
    let end = event.end?.value
    guard let time = start.time else { return .days(start.date, end?.date ?? start.date) }
    // A last day without an hour is taken to its end.
    let last = end.map { CalendarWriter.Moment(date: $0.date, minute: utc($0.date, $0.time?.minutes ?? 1439)) }
    return .moments(.init(date: start.date, minute: utc(start.date, time.minutes)), last)
  }

  /// Minutes from midnight UTC of a day for a time of the site's time zone.
  private func utc(_ date: CalendarDate, _ minutes: Int) -> Int {
    // 1 January 1970 is day 719 468 (CalendarDate.dayNumber).
    let seconds = (date.dayNumber - 719_468) * 86_400 + minutes * 60
    let offset = timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
    // Asked again at the moment found: the first answer is wrong in the hours around a change of the clocks.
    let found = timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds - offset)))
    return minutes - found / 60
  }

  /// Keeps a UID the network's own. Without an address it is a name that can't be one (RFC 2606).
  private var host: String { context.configuration.baseURL?.host ?? "opyt.invalid" }
}
