import OpytDiagnostics

extension GraphInvariants {
  /// Sessions end after they start, fall into the academic year (9), never overlap for a presenter or a room (4),
  /// and are not led by one person alone (17).
  func check(_ seminar: SeminarProgram, _ id: DocumentID) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for session in seminar.sessions {
      if !session.start.isAbsent, !session.end.isAbsent, session.end.value <= session.start.value {
        diagnostics.append(
          diagnostic(
            .datesOutOfOrder, id, session.end.range,
            Phrase("занятие заканчивается раньше, чем началось", en: "the session ends before its start"),
            advice: Phrase(
              "исправьте время начала или окончания", en: "correct the time of the start or of the end")))
      }
      if !seminar.academicYear.isAbsent, !session.date.isAbsent,
        !seminar.academicYear.value.contains(session.date.value)
      {
        diagnostics.append(
          diagnostic(
            .academicYearMismatch, id, session.date.range,
            Phrase(
              "занятие не в учебном году \(seminar.academicYear.value.text) (с 1 сентября по 31 августа)",
              en: "the session is not in the academic year \(seminar.academicYear.value.text)")))
      }
    }
    return diagnostics + checkForms(seminar, id) + checkOverlaps(seminar, id) + checkDominance(seminar, id)
  }

  /// Whatever people come for has a form of work (S1, S4): breaks and the registration have none.
  private func checkForms(_ seminar: SeminarProgram, _ id: DocumentID) -> [Diagnostic] {
    // A form that was given and is wrong has its own message.
    if graph.isWrong("sessions", in: id) { return [] }
    return seminar.sessions.filter { $0.form == nil && !$0.isPause }.map { session in
      diagnostic(
        .valueMissing, id, session.title.range,
        Phrase(
          "у занятия «\(session.title.value)» нет формы («форма», form)", en: "“\(session.title.value)” has no form"),
        advice: Phrase(
          "впишите форму работы, например «форма: круглый стол», а для перерыва и регистрации – «вид: перерыв»",
          en: "write its “form”; a break has “part: break” instead"))
    }
  }

  private struct Occupancy {
    let session: Session
    let range: SourceRange?
  }

  private func checkOverlaps(_ seminar: SeminarProgram, _ id: DocumentID) -> [Diagnostic] {
    var byPresenter: [DocumentID: [Occupancy]] = [:]
    var byRoom: [String: [Occupancy]] = [:]
    let host = graph[id].target(of: seminar.host)
    var presenterOrder: [DocumentID] = []
    var roomOrder: [String] = []
    for session in seminar.simultaneousSessions {
      var present: Set<DocumentID> = []
      for presenter in session.presenters {
        guard let person = graph[id].target(of: presenter), present.insert(person).inserted else { continue }
        if byPresenter[person] == nil { presenterOrder.append(person) }
        byPresenter[person, default: []].append(Occupancy(session: session, range: referenceRange(id, presenter)))
      }
      guard let room = session.room else { continue }
      // The same name in another kindergarten is another room; where that is unknown, it may be any.
      let place = session.kindergarten.map { graph[id].target(of: $0) } ?? host
      if place == nil, session.kindergarten != nil { continue }
      let key = "\(place?.index ?? -1) \(ReferenceKey.normalized(room.value))"
      if byRoom[key] == nil { roomOrder.append(key) }
      byRoom[key, default: []].append(Occupancy(session: session, range: room.range))
    }
    var diagnostics: [Diagnostic] = []
    for person in presenterOrder {
      let name = graph[person].title
      diagnostics += overlaps(byPresenter[person] ?? [], id) {
        Phrase(
          "\(name) ведёт два занятия одновременно: \($0.russian)",
          en: "\(name) leads two sessions at once: \($0.english)")
      }
    }
    for key in roomOrder {
      let occupancies = byRoom[key] ?? []
      let room = occupancies.first?.session.room?.value ?? ""
      diagnostics += overlaps(occupancies, id) {
        Phrase(
          "в аудитории «\(room)» два занятия одновременно: \($0.russian)",
          en: "two sessions at once in “\(room)”: \($0.english)")
      }
    }
    return diagnostics
  }

  private func overlaps(
    _ occupancies: [Occupancy], _ id: DocumentID, message: (Phrase) -> Phrase
  ) -> [Diagnostic] {
    let sorted = occupancies.sorted {
      ($0.session.date.value, $0.session.start.value) < ($1.session.date.value, $1.session.start.value)
    }
    var diagnostics: [Diagnostic] = []
    // The session that ends last so far: a long one may overlap several behind it.
    var longest: Occupancy?
    for next in sorted {
      if let first = longest, first.session.date.value == next.session.date.value,
        next.session.start.value < first.session.end.value
      {
        let (one, other) = (first.session.title.value, next.session.title.value)
        let titles = Phrase("«\(one)» и «\(other)»", en: "“\(one)” and “\(other)”")
        let note = Diagnostic.Note(
          Phrase("первое занятие", en: "the first session"), at: graph.location(id, first.range))
        diagnostics.append(diagnostic(.sessionsOverlap, id, next.range, message(titles), notes: [note]))
        if next.session.end.value <= first.session.end.value { continue }
      }
      longest = next
    }
    return diagnostics
  }

  /// «Неприемлема ситуация, когда один обучает всех» (S4).
  private func checkDominance(_ seminar: SeminarProgram, _ id: DocumentID) -> [Diagnostic] {
    let sessions = seminar.sessions.filter { !$0.isPause }
    guard sessions.count > 1 else { return [] }
    var counts: [DocumentID: Int] = [:]
    var order: [DocumentID] = []
    for session in sessions {
      for person in Set(graph[id].targets(of: session.presenters)) {
        if counts[person] == nil { order.append(person) }
        counts[person, default: 0] += 1
      }
    }
    return order.sorted().compactMap { person in
      guard let count = counts[person], count * 2 > sessions.count else { return nil }
      return diagnostic(
        .presenterDominates, .warning, id, titleRange(id),
        Phrase(
          "\(graph[person].title) ведёт больше половины занятий (\(count) из \(sessions.count))",
          en: "\(graph[person].title) leads more than half of the sessions (\(count) of \(sessions.count))"),
        advice: Phrase(
          "разделите занятия: обучение в сети взаимное", en: "share the sessions: learning in the network is mutual"))
    }
  }
}

extension SeminarProgram {
  /// The sessions that others go on beside, in their order: most programmes have few.
  fileprivate var simultaneousSessions: [Session] {
    let timed = sessions.indices.filter { sessions[$0].isTimed && !sessions[$0].isPause }.sorted {
      (sessions[$0].date.value, sessions[$0].start.value) < (sessions[$1].date.value, sessions[$1].start.value)
    }
    var found: Set<Int> = []
    // The session that ends last so far: a long one may overlap several behind it.
    var longest: Int?
    for next in timed {
      if let first = longest, sessions[first].date.value == sessions[next].date.value,
        sessions[next].start.value < sessions[first].end.value
      {
        found.formUnion([first, next])
        if sessions[next].end.value <= sessions[first].end.value { continue }
      }
      longest = next
    }
    return found.sorted().map { sessions[$0] }
  }
}

extension Session {
  /// Whether it is known when it takes place, from start to end.
  var isTimed: Bool {
    !date.isAbsent && !start.isAbsent && !end.isAbsent && start.value < end.value
  }
}
