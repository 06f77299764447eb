/// The hours of one day of an event that goes on for several. It lies within the event, and each day is told once (3).
public struct EventDay: NestedRecord {
  public var date = Located<CalendarDate>.blank
  public var start: Located<ClockTime>?
  public var end: Located<ClockTime>?

  public init() {}

  public static let schema = RecordSchema<EventDay>([
    Field("date", "дата", \.date, required: true, "День.", example: "2026-03-12", synonyms: ["день"]),
    Field(
      "start", "начало", \.start, "Во сколько начинается.", example: "9:30", synonyms: ["время", "время_начала", "с"]),
    Field(
      "end", "окончание", \.end, "Во сколько заканчивается.", example: "15:00",
      synonyms: ["конец", "время_окончания", "до", "по"]),
  ])
}

extension EventDay {
  public var beginning: Moment { Moment(date.value, start?.value) }
  public var ending: Moment { Moment(date.value, end?.value) }
}

extension Event {
  /// The days whose hours are told, in their order; none where the beginning and the end say all.
  public var hours: [EventDay] { days.sorted { $0.beginning < $1.beginning } }

  /// When it is over.
  public var closing: Moment {
    let last = end?.value ?? Moment(start.value.date)
    guard last.time == nil, let day = days.first(where: { $0.date.value == last.date }) else { return last }
    return day.ending
  }
}
