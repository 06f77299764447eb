import OpytLayout
import OpytModel

/// The hours of one day of an event that goes on for several.
struct EventHoursModel: Sendable {
  let date: DateModel
  /// «12 марта 2026 г., 9:30–15:00»
  let when: String

  static let schema = LayoutSchema<EventHoursModel>(.record("date", DateModel.schema, \.date), .text("when", \.when))
}

extension PagePresenter {
  /// When an event takes place. Where its days have hours of their own, these are told beside it, and here the days only.
  func when(_ event: Event) -> String {
    let (start, end) = (event.start.value, event.end?.value)
    return event.days.isEmpty
      ? strings.when(start, end) : strings.when(Moment(start.date), end.map { Moment($0.date) })
  }

  func hours(of event: Event) -> [EventHoursModel] {
    event.hours.map { day in
      EventHoursModel(date: date(day.date.value), when: strings.when(day.beginning, day.ending))
    }
  }
}
