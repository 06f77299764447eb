import OpytModel

/// How long a material takes, as readers choose by it. The raw value is a part of addresses.
package enum MaterialLength: String, CaseIterable, Sendable {
  case halfHour = "do-30-minut"
  case hour = "do-chasa"
  case hours = "bolshe-chasa"
  case month = "do-mesyatsa"
  case halfYear = "do-polugoda"
  case longer = "bolshe-polugoda"

  private init(minutes: Int) { self = minutes <= 30 ? .halfHour : minutes <= 60 ? .hour : .hours }

  /// As projects are told to be short, of middle length or long (S0).
  private init(from first: CalendarDate, to last: CalendarDate) {
    self = last <= first.adding(months: 1) ? .month : last <= first.adding(months: 6) ? .halfYear : .longer
  }

  /// Nil for what has no length.
  init?(_ entity: any Entity) {
    switch entity {
    case let masterClass as MasterClass: self.init(minutes: masterClass.minutes.value)
    case let lesson as LessonPlan:
      guard let minutes = lesson.minutes?.value else { return nil }
      self.init(minutes: minutes)
    case let project as Project: self.init(from: project.start.value, to: project.end.value)
    case let seminar as SeminarProgram:
      let days = seminar.sessions.map(\.date.value)
      guard let first = days.min(), let last = days.max() else { return nil }
      self.init(from: first, to: last)
    default: return nil
    }
  }
}
