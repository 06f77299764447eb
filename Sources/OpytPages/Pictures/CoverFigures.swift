import OpytModel

extension Cover.Figures {
  /// What a document tells in numbers.
  init(of entity: any Entity) {
    switch entity {
    case let project as Project: self = .spans(Self.spans(of: project))
    case let masterClass as MasterClass: self = .minutes(masterClass.steps.compactMap { $0.minutes?.value })
    case let lesson as LessonPlan: self = .minutes(lesson.parts.compactMap { $0.minutes?.value })
    case let seminar as SeminarProgram: self = .days(Self.days(of: seminar))
    case let methodicalCase as MethodicalCase: self = .count(methodicalCase.questions.count)
    case let guideline as Guideline: self = .count(guideline.steps.count)
    default: self = .none
    }
  }

  /// The stages that have both of their days.
  private static func spans(of project: Project) -> [(start: Int, end: Int)] {
    let (first, last) = (project.start.value.dayNumber, project.end.value.dayNumber + 1)
    guard first < last else { return [] }
    return project.stages.compactMap { stage in
      guard let start = stage.start?.value.dayNumber, let end = stage.end?.value.dayNumber, first <= start,
        start <= end, end < last
      else { return nil }
      return ((start - first) * 100 / (last - first), (end + 1 - first) * 100 / (last - first))
    }
  }

  private static func days(of seminar: SeminarProgram) -> [[(start: Int, end: Int)]] {
    let sessions = seminar.sessions.sorted {
      ($0.date.value, $0.start.value, $0.end.value) < ($1.date.value, $1.start.value, $1.end.value)
    }
    var days: [[(start: Int, end: Int)]] = []
    var day: CalendarDate?
    for session in sessions {
      if session.date.value != day { days.append([]) }
      day = session.date.value
      days[days.count - 1].append((session.start.value.minutes, session.end.value.minutes))
    }
    return days
  }
}
