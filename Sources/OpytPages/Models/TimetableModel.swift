import OpytCatalogue
import OpytLayout
import OpytModel
import OpytText

/// A seminar programme by day and hour, with what runs at the same time side by side.
enum TimetableModel {
  struct Day: Sendable {
    let date: DateModel
    let weekday: String
    let slots: [Slot]

    static let schema = LayoutSchema<Day>(
      .record("date", DateModel.schema, \.date),
      .text("weekday", \.weekday),
      .list("slots", of: Slot.schema, \.slots))
  }

  /// Sessions that overlap in time.
  struct Slot: Sendable {
    let time: String
    let sessions: [Entry]

    static let schema = LayoutSchema<Slot>(
      .text("time", \.time),
      .flag("parallel", { $0.sessions.count > 1 }),
      .list("sessions", of: Entry.schema, \.sessions))
  }

  /// A session.
  struct Entry: Sendable {
    /// The id of its place on the page.
    let anchor: String
    /// Empty where it is the slot's.
    var time: String
    let title: String
    /// What it is, where it is no session like others.
    let part: TermModel?
    let form: LinkModel?
    let room: String
    let presenters: [LinkModel]
    let moderators: [LinkModel]
    /// The event that tells of it.
    let event: LinkModel?
    let kindergarten: LinkModel?
    let summary: [String]
    let attachments: [AttachmentModel]

    static let schema = LayoutSchema<Entry>(
      .text("anchor", \.anchor),
      .text("time", \.time),
      .text("title", \.title),
      .record("part", TermModel.schema, \.part),
      .record("form", LinkModel.schema, \.form),
      .text("room", \.room),
      .items("presenters", of: LinkModel.schema, \.presenters),
      .items("moderators", of: LinkModel.schema, \.moderators),
      .record("event", LinkModel.schema, \.event),
      .record("kindergarten", LinkModel.schema, \.kindergarten),
      .texts("summary", \.summary),
      .items("attachments", of: AttachmentModel.schema, \.attachments))
  }

  /// - Parameter entry: makes the model of one session.
  static func days(
    of sessions: [ProgrammeSession], _ strings: ThemeStrings, entry: (ProgrammeSession) -> Entry
  ) -> [Day] {
    let sorted = sessions.sorted {
      let (one, other) = ($0.session, $1.session)
      return (one.date.value, one.start.value, one.end.value) < (other.date.value, other.start.value, other.end.value)
    }
    var days: [(date: CalendarDate, slots: [[ProgrammeSession]], end: ClockTime)] = []
    for own in sorted {
      let session = own.session
      if let day = days.last, day.date == session.date.value {
        let last = days.count - 1
        if session.start.value < day.end {
          days[last].slots[day.slots.count - 1].append(own)
        } else {
          days[last].slots.append([own])
        }
        days[last].end = max(day.end, session.end.value)
      } else {
        days.append((session.date.value, [[own]], session.end.value))
      }
    }
    return days.map { day in
      Day(
        date: DateModel(text: strings.date(day.date), iso: day.date.iso), weekday: strings.weekday(day.date),
        slots: day.slots.map { slot($0, entry) })
    }
  }

  private static func slot(_ sessions: [ProgrammeSession], _ entry: (ProgrammeSession) -> Entry) -> Slot {
    let time = time(of: sessions.map(\.session))
    return Slot(
      time: time,
      sessions: sessions.map {
        var entry = entry($0)
        if entry.time == time { entry.time = "" }
        return entry
      })
  }

  /// From the first beginning to the last end.
  private static func time(of sessions: [Session]) -> String {
    guard let start = sessions.map(\.start.value).min(), let end = sessions.map(\.end.value).max() else { return "" }
    return "\(start.text)–\(end.text)"
  }
}
