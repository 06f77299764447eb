package import OpytModel
import Synchronization

/// What an issue of the bulletin tells of: for its page, its letter and its text alike.
///
/// An issue whose days are over stays as it is: what it tells follows from the days on which something was published,
/// held or joined, which are history, and so are the changes that a material tells with their days. Of `updated` only the
/// last day is known, so that a later one would take a material out of an old issue: it is told while the issue's days go
/// on, and not afterwards.
package struct IssueContents: Sendable {
  /// Somebody who was not named before.
  package struct Newcomer: Sendable {
    package let person: DocumentID
    /// The material or the event that names them first.
    package let deed: DocumentID
  }

  /// What left the network, and the last day there.
  package struct Leaver: Sendable {
    /// A kindergarten or a person.
    package let document: DocumentID
    package let day: CalendarDate
  }

  /// In the editor's order, each once; where no items are named, by date. What stands in a rubric is left out.
  package let items: [DocumentID]
  /// What each rubric tells of, in the editor's order; nothing stands in two of them.
  package let rubrics: [[DocumentID]]
  /// The events of the days until the next issue comes out, by their beginning; where there is none, of as many days as
  /// this one has.
  package let announced: [DocumentID]
  /// Those that joined the network.
  package let kindergartens: [DocumentID]
  /// The kindergartens, and people, whose last day in the network it was (S1): those of each in the order of their list.
  package let left: [Leaver]
  package let people: [Newcomer]
  /// Materials of earlier days.
  package let updated: [DocumentID]
}

extension Catalogue {
  package func contents(ofIssue id: DocumentID) -> IssueContents {
    var seen: Set<DocumentID> = []
    let bulletin = graph[id].entity as? Bulletin
    let rubrics = (bulletin?.rubrics ?? []).map { rubric in
      graph[id].targets(of: rubric.items).filter { isPublished($0) && seen.insert($0).inserted }
    }
    let items = graph.items(ofBulletin: id, includingDrafts: true, on: today).filter {
      isPublished($0) && seen.insert($0).inserted
    }
    guard let bulletin, let period = bulletin.period else {
      return IssueContents(
        items: items, rubrics: rubrics, announced: [], kindergartens: [], left: [], people: [], updated: [])
    }
    let joined = kindergartens.filter { id in
      (graph[id].entity as? Kindergarten)?.joined.map { period.contains($0.value) } ?? false
    }
    // A day that is still to come may be moved.
    let closings = kindergartens.compactMap { id in
      (graph[id].entity as? Kindergarten)?.left.map { (id, $0.value) }
    }
    let left = (closings + workplaces.leavers).filter { period.contains($0.1) && $0.1 < today }
    let goesOn = period.upperBound >= today
    let updated = materials.filter { id in
      guard let material = graph[id].material, material.published.value < period.lowerBound else { return false }
      if goesOn, let day = material.updated?.value, period.contains(day) { return true }
      return material.changes.contains { !$0.date.isAbsent && period.contains($0.date.value) }
    }
    return IssueContents(
      items: items, rubrics: rubrics, announced: bulletin.announces ? announced(after: period, by: id) : [],
      kindergartens: joined,
      left: left.map { IssueContents.Leaver(document: $0.0, day: $0.1) }, people: newcomers(in: period),
      updated: updated)
  }

  /// The next issue comes out when its own days are over. No issue announces what is more than a year ahead.
  private func announced(after period: ClosedRange<CalendarDate>, by id: DocumentID) -> [DocumentID] {
    let end = period.upperBound.dayNumber
    let next = neighbours(of: id).newer.flatMap { (graph[$0].entity as? Bulletin)?.period?.upperBound.dayNumber }
    let length = end - period.lowerBound.dayNumber + 1
    let last = next.flatMap { $0 > end ? min($0, end + 366) : nil } ?? end + length
    return events.filter { event in
      guard let day = self.event(event)?.start.value.date.dayNumber else { return false }
      return day > end && day <= last
    }
  }

  /// The people whose first material, or first event that was held, falls into a period.
  private func newcomers(in period: ClosedRange<CalendarDate>) -> [IssueContents.Newcomer] {
    let deeds = firstDeeds.withLock { known in
      let deeds = known ?? findFirstDeeds()
      known = deeds
      return deeds
    }
    return ids(of: .person).compactMap { person in
      guard let first = deeds[person], period.contains(first.date) else { return nil }
      return IssueContents.Newcomer(person: person, deed: first.document)
    }
  }

  private func findFirstDeeds() -> [DocumentID: FirstDeed] {
    var found: [DocumentID: FirstDeed] = [:]
    for deed in materials + events.filter({ event($0)?.effectiveState == .held }) {
      guard let date = graph[deed].material?.published.value ?? event(deed)?.start.value.date else { continue }
      for index in graph[deed].decoded.references.indices {
        guard let person = graph[deed].target(ofReference: index), graph[person].kind == .person else { continue }
        if let known = found[person], (known.date, known.document) <= (date, deed) { continue }
        found[person] = FirstDeed(date: date, document: deed)
      }
    }
    return found
  }
}

/// The first material or held event that names a person.
struct FirstDeed: Sendable {
  let date: CalendarDate
  let document: DocumentID
}
