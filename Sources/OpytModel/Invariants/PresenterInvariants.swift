import OpytDiagnostics

/// Nobody is in two places at once (27): in sessions of different programmes, and in events. Of one programme's sessions
/// tells rule 4.
extension GraphInvariants {
  /// Where somebody is at a time.
  private struct Engagement {
    let id: DocumentID
    let range: SourceRange?
    /// In minutes, from the first minute to the one behind the last.
    let time: Range<Int>
    let isSession: Bool
    /// Whoever copied a file is told of the copy.
    let name: String
    /// The programme that an event is part of.
    var program: DocumentID?

    func isPart(of other: Engagement) -> Bool {
      isSession == other.isSession && name == other.name || program == other.id || other.program == id
    }
  }

  func checkPresenters() -> [Diagnostic] {
    var engagements: [DocumentID: [Engagement]] = [:]
    for id in graph.ids(of: .seminarProgram) {
      guard let seminar = graph[id].entity as? SeminarProgram else { continue }
      for session in seminar.sessions where session.isTimed && !session.isPause {
        let day = session.date.value.dayNumber * 1440
        for presenter in session.presenters {
          guard let person = graph[id].target(of: presenter) else { continue }
          engagements[person, default: []].append(
            Engagement(
              id: id, range: referenceRange(id, presenter),
              time: day + session.start.value.minutes..<day + session.end.value.minutes, isSession: true,
              name: graph[id].decoded.id.lowercased()))
        }
      }
    }
    for id in graph.ids(of: .event) {
      guard let event = graph[id].entity as? Event else { continue }
      let times = event.times
      if times.isEmpty { continue }
      let program = event.seminar.flatMap { graph[id].target(of: $0) }
      for initiator in event.initiators {
        guard let person = graph[id].target(of: initiator) else { continue }
        engagements[person, default: []] += times.map { time in
          Engagement(
            id: id, range: referenceRange(id, initiator), time: time, isSession: false,
            name: graph[id].decoded.id.lowercased(), program: program)
        }
      }
    }
    return engagements.keys.sorted().flatMap { conflicts(of: $0, engagements[$0] ?? []) }
  }

  private func conflicts(of person: DocumentID, _ engagements: [Engagement]) -> [Diagnostic] {
    guard engagements.count > 1 else { return [] }
    let sorted = engagements.sorted { ($0.time.lowerBound, $0.id) < ($1.time.lowerBound, $1.id) }
    var diagnostics: [Diagnostic] = []
    // The one that ends last so far: a long one may overlap several behind it.
    var longest: Engagement?
    for next in sorted {
      if let first = longest, next.time.lowerBound < first.time.upperBound {
        if !next.isPart(of: first) { diagnostics.append(conflict(of: person, next, first)) }
        if next.time.upperBound <= first.time.upperBound { continue }
      }
      longest = next
    }
    return diagnostics
  }

  /// Who called an event need not lead it: that is asked about.
  private func conflict(of person: DocumentID, _ next: Engagement, _ first: Engagement) -> Diagnostic {
    let name = graph[person].title
    let isCertain = next.isSession && first.isSession
    return diagnostic(
      .presenterBusy, isCertain ? .error : .warning, next.id, next.range,
      isCertain
        ? Phrase(
          "\(name) в это же время ведёт занятие другой программы", en: "\(name) leads a session elsewhere at this time")
        : Phrase("\(name) в это же время занят другим: успеет ли?", en: "\(name) is busy elsewhere at this time"),
      advice: Phrase(
        "измените время или назовите другого педагога", en: "change the time, or name somebody else"),
      notes: [.init(Phrase("в это же время", en: "at this time"), at: graph.location(first.id, first.range))])
  }
}

extension Event {
  /// In minutes, of each day whose hours are told.
  fileprivate var times: [Range<Int>] {
    if days.isEmpty { return time.map { [$0] } ?? [] }
    guard effectiveState != .cancelled else { return [] }
    return days.compactMap { day in
      guard !day.date.isAbsent, let first = day.start?.value else { return nil }
      let begin = day.date.value.dayNumber * 1440 + first.minutes
      guard let last = day.end?.value, last > first else { return begin..<begin + 1 }
      return begin..<begin + last.minutes - first.minutes
    }
  }

  /// In minutes, where the hour is known; without an end on the same day, the first minute.
  private var time: Range<Int>? {
    guard !start.isAbsent, let first = start.value.time, effectiveState != .cancelled else { return nil }
    let begin = start.value.date.dayNumber * 1440 + first.minutes
    guard let end = end?.value, end.date == start.value.date, let last = end.time, last > first else {
      return begin..<begin + 1
    }
    return begin..<begin + last.minutes - first.minutes
  }
}
