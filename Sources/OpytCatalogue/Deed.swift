package import OpytModel

/// What somebody did on a day, and what tells of it.
package struct Deed: Sendable {
  package enum Sort: String, CaseIterable, Sendable {
    case wrote, helped, led, presented, moderated, tookPart, reviewed, initiated
  }

  package let sort: Sort
  package let document: DocumentID
  /// Of a seminar: which of its sessions.
  package var session: ProgrammeSession?
  /// What it was in the author’s words: «консультант».
  package var words = ""
  package let date: CalendarDate
}

extension Catalogue {
  /// What somebody has done until today, as published documents tell it, the last first: an attestation asks for it by
  /// academic years.
  package func deeds(of person: DocumentID) -> [Deed] {
    var deeds: [Deed] = []
    for id in materials(naming: person, as: .authors) {
      if let material = graph[id].material {
        deeds.append(Deed(sort: .wrote, document: id, date: material.published.value))
      }
    }
    for id in materials(naming: person, as: .rolesPerson) {
      guard let material = graph[id].material else { continue }
      for role in material.roles where graph[id].target(of: role.person) == person {
        deeds.append(
          Deed(sort: .helped, document: id, words: role.role.value, date: material.published.value))
      }
    }
    let others = materials(
      naming: person, as: .masters, .cycleConductedBy, .cycleObservers, .sessionsPresenters, .sessionsModerator)
    for id in others { deeds += practice(of: person, in: id) }
    for id in materials(naming: person, as: .reviewExperts) {
      for review in graph[id].material?.review ?? [] where graph[id].targets(of: review.experts).contains(person) {
        deeds.append(Deed(sort: .reviewed, document: id, date: review.date.value))
      }
    }
    for id in documents(of: .event, naming: person, as: .initiators) {
      guard let event = event(id), event.effectiveState == .held else { continue }
      deeds.append(Deed(sort: .initiated, document: id, date: event.start.value.date))
    }
    let order = Dictionary(uniqueKeysWithValues: Deed.Sort.allCases.enumerated().map { ($1, $0) })
    return deeds.filter { $0.date <= today }.enumerated().sorted { one, other in
      let (left, right) = (one.element, other.element)
      if left.date != right.date { return left.date > right.date }
      return (order[left.sort] ?? 0, one.offset) < (order[right.sort] ?? 0, other.offset)
    }.map(\.element)
  }

  private func practice(of person: DocumentID, in id: DocumentID) -> [Deed] {
    let document = graph[id]
    func names(_ people: [Reference<Person>]) -> Bool { document.targets(of: people).contains(person) }
    switch document.entity {
    case let masterClass as MasterClass:
      return names(masterClass.masters) ? [Deed(sort: .led, document: id, date: masterClass.date.value)] : []
    case let methodicalCase as MethodicalCase:
      return methodicalCase.cycle.flatMap { turn -> [Deed] in
        let date = turn.date.value
        return (names(turn.conductedBy) ? [Deed(sort: .led, document: id, date: date)] : [])
          + (names(turn.observers) ? [Deed(sort: .tookPart, document: id, date: date)] : [])
      }
    case is SeminarProgram:
      return sessions(of: id).filter { !$0.session.isPause }.flatMap { session -> [Deed] in
        let date = session.session.date.value
        return
          (names(session.session.presenters)
          ? [Deed(sort: .presented, document: id, session: session, date: date)] : [])
          + (names(session.session.moderators)
            ? [Deed(sort: .moderated, document: id, session: session, date: date)] : [])
      }
    default: return []
    }
  }
}
