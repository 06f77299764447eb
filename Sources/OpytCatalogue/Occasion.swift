package import OpytModel

/// What stands in calendars: an event, a session of a seminar programme that no event stands for, or an action of a plan
/// whose term is a day and that has no event of its own.
///
/// That an action's day is over does not tell that it was done: it is announced, and told by its plan alone then.
package struct Occasion: Sendable {
  /// The event, the programme or the plan.
  package let document: DocumentID
  /// Nil for an event and an action.
  package let session: ProgrammeSession?
  /// Nil for an event and a session.
  package let action: PlanAction?
  package let start: Moment
  package let end: Moment?
  /// The days it goes on, where its document tells them one by one; else all from its start to its end.
  package let days: [CalendarDate]
}

extension Occasion {
  fileprivate init(_ event: Event, _ id: DocumentID) {
    self.init(
      document: id, session: nil, action: nil, start: event.start.value, end: event.end?.value,
      days: event.hours.map(\.date.value))
  }

  fileprivate init(_ session: ProgrammeSession) {
    let (date, content) = (session.session.date.value, session.session)
    self.init(
      document: session.programme, session: session, action: nil, start: Moment(date, content.start.value),
      end: Moment(date, content.end.value), days: [])
  }

  fileprivate init(_ action: PlanAction, on day: CalendarDate) {
    self.init(document: action.plan, session: nil, action: action, start: Moment(day), end: nil, days: [])
  }
}

/// All occasions, and where each belongs.
struct Occasions: Sendable {
  /// By their beginning; at one time events first, then by the order of documents.
  let all: [Occasion]
  /// Of each direction, kindergarten, community and plan, as numbers of ``all``.
  private let numbers: [DocumentID: [Int]]
  /// By programme and the session's key: the event that stands for it and for no other.
  let replacements: [DocumentID: [String: DocumentID]]
  /// By programme: all its sessions, pauses too, as they are written.
  let sessions: [DocumentID: [ProgrammeSession]]

  subscript(place: DocumentID) -> [Occasion] { (numbers[place] ?? []).map { all[$0] } }

  /// - Parameters:
  ///   - events: those that are published, by their beginning.
  ///   - programmes: those that are published.
  ///   - plans: those that are published.
  init(of events: [DocumentID], _ programmes: [DocumentID], _ plans: [DocumentID], _ graph: SiteGraph) {
    var found: [(occasion: Occasion, places: Set<DocumentID>)] = []
    var eventsOfProgrammes: [DocumentID: [(id: DocumentID, event: Event)]] = [:]
    var replacements: [DocumentID: [String: DocumentID]] = [:]
    var sessionsOfProgrammes: [DocumentID: [ProgrammeSession]] = [:]
    var plansOfEvents: [DocumentID: [DocumentID]] = [:]
    for id in plans {
      for topic in (graph[id].entity as? MethodPlan)?.topics ?? [] {
        for event in graph[id].targets(of: topic.allEvents) { plansOfEvents[event, default: []].append(id) }
      }
    }
    for id in events {
      guard let event = graph[id].entity as? Event else { continue }
      if let programme = event.seminar.flatMap({ graph[id].target(of: $0) }) {
        eventsOfProgrammes[programme, default: []].append((id, event))
      }
      let places = graph[id].targets(of: event.directions) + graph[id].targets(of: event.kindergartens)
      let community = event.community.flatMap { graph[id].target(of: $0) }
      found.append(
        (Occasion(event, id), Set(places + (plansOfEvents[id] ?? []) + [community].compactMap { $0 })))
    }
    for id in programmes {
      guard let programme = graph[id].entity as? SeminarProgram else { continue }
      let everywhere =
        graph[id].targets(of: programme.material.directions)
        + [programme.material.community.flatMap { graph[id].target(of: $0) }].compactMap { $0 }
      let sessions = ProgrammeSession.all(of: id, programme.sessions)
      sessionsOfProgrammes[id] = sessions
      for (session, event) in Self.told(sessions, by: eventsOfProgrammes[id] ?? []) {
        if let event {
          replacements[id, default: [:]][session.key] = event
          continue
        }
        // In the kindergarten where it takes place.
        let place = graph[id].target(of: session.session.kindergarten ?? programme.host)
        found.append((Occasion(session), Set(everywhere + [place].compactMap { $0 })))
      }
    }
    for id in plans {
      guard let plan = graph[id].entity as? MethodPlan else { continue }
      let owners = [
        plan.kindergarten.flatMap { graph[id].target(of: $0) }, plan.community.flatMap { graph[id].target(of: $0) },
      ]
      for action in PlanAction.all(of: id, plan.topics).joined() {
        guard let day = action.calendarDay else { continue }
        found.append((Occasion(action, on: day), Set([id] + owners.compactMap { $0 })))
      }
    }
    let sorted = found.enumerated().sorted {
      ($0.element.occasion.start, $0.offset) < ($1.element.occasion.start, $1.offset)
    }
    all = sorted.map(\.element.occasion)
    var numbers: [DocumentID: [Int]] = [:]
    for (number, one) in sorted.enumerated() {
      for place in one.element.places { numbers[place, default: []].append(number) }
    }
    self.numbers = numbers
    sessions = sessionsOfProgrammes
    self.replacements = replacements.mapValues { events in
      let counts = Dictionary(events.values.map { ($0, 1) }, uniquingKeysWith: +)
      return events.filter { counts[$0.value] == 1 }
    }
  }

  /// The sessions of a programme, each with its event that stands for it; nobody comes for a pause.
  private static func told(
    _ sessions: [ProgrammeSession], by events: [(id: DocumentID, event: Event)]
  ) -> [(session: ProgrammeSession, event: DocumentID?)] {
    let all = sessions.filter { !$0.session.isPause }
    if events.isEmpty { return all.map { ($0, nil) } }
    let days = Dictionary(grouping: all, by: \.session.date.value)
    return all.map { session in
      let isAlone = days[session.session.date.value]?.count == 1
      return (session, events.first { $0.event.standsFor(session.session, alone: isAlone) }?.id)
    }
  }
}

extension Catalogue {
  /// All events and sessions, by their beginning.
  package var occasions: [Occasion] { calendar.all }

  /// Those of a direction, kindergarten, community or plan, by their beginning.
  package func occasions(of place: DocumentID) -> [Occasion] { calendar[place] }

  /// Whether it is still to come, or goes on.
  package func isUpcoming(_ occasion: Occasion) -> Bool {
    if occasion.action != nil { return occasion.start.date >= today }
    return occasion.session.map { $0.session.date.value >= today } ?? isUpcoming(occasion.document)
  }

  /// Whether it is over, and took place as far as is known: of an action of a plan that is not known.
  package func isPast(_ occasion: Occasion) -> Bool { occasion.action == nil && !isUpcoming(occasion) }

  package var upcomingOccasions: [Occasion] { occasions.filter(isUpcoming) }

  /// Those that are over, by their beginning.
  package func pastOccasions(_ year: AcademicYear) -> [Occasion] {
    occasions.filter { isPast($0) && year.contains($0.start.date) }
  }

  /// The last one first.
  package var pastOccasionYears: [AcademicYear] {
    Set(occasions.filter(isPast).map { AcademicYear(containing: $0.start.date) }).sorted(by: >)
  }

  /// The event that tells of this one session in its place, in calendars and lists; nil where the session stands there
  /// itself, or the event is of several.
  package func event(standingFor session: ProgrammeSession) -> DocumentID? {
    calendar.replacements[session.programme]?[session.key]
  }

  /// All sessions of a published programme, as they are written.
  package func sessions(of programme: DocumentID) -> [ProgrammeSession] { calendar.sessions[programme] ?? [] }
}
