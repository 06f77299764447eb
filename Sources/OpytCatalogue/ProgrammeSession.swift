package import OpytModel
import OpytText

/// A session of a seminar programme.
///
/// A class, though it never changes: it stands in many lists of occasions.
package final class ProgrammeSession: Sendable {
  package let programme: DocumentID
  package let session: Session
  /// Tells it from the others of its programme, in addresses and calendars: its title, behind which a repeated one has
  /// its day. What else stands in the programme, and where, does not change it.
  package let key: String

  private init(programme: DocumentID, session: Session, key: String) {
    self.programme = programme
    self.session = session
    self.key = key
  }

  /// All sessions of a programme, as they are written.
  package static func all(of programme: DocumentID, _ sessions: [Session]) -> [ProgrammeSession] {
    let order = sessions.indices.sorted {
      (sessions[$0].date.value, sessions[$0].start.value, $0) < (sessions[$1].date.value, sessions[$1].start.value, $1)
    }
    var keys = [String](repeating: "", count: sessions.count)
    var taken: Set<String> = []
    for index in order {
      let session = sessions[index]
      let title = Transliteration.slug(session.title.value)
      let day = [title, session.date.value.iso].filter { !$0.isEmpty }.joined(separator: "-")
      let hour = "\(day)-\(session.start.value.iso.replacing(":", with: ""))"
      let key = [title, day, hour].first { !$0.isEmpty && !taken.contains($0) } ?? "\(hour)-\(index + 1)"
      taken.insert(key)
      keys[index] = key
    }
    return zip(sessions, keys).map { ProgrammeSession(programme: programme, session: $0, key: $1) }
  }
}

extension Event {
  /// Whether an event that belongs to a programme stands for one of its sessions: the two must not be told as two.
  ///
  /// It does where they go on at one time, whatever the hours between; and where the session is the only one of a day
  /// of the event, for then their hours differ by mistake.
  func standsFor(_ session: Session, alone isAlone: Bool) -> Bool {
    let day = session.date.value
    guard (start.value.date...max(start.value.date, end?.value.date ?? start.value.date)).contains(day) else {
      return false
    }
    if !days.isEmpty { return days.contains { $0.standsFor(session, alone: isAlone) } }
    guard !isAlone, let first = start.value.time else { return true }
    let begins = start.value.date.dayNumber * 1440 + first.minutes
    let sessionBegins = day.dayNumber * 1440 + session.start.value.minutes
    let sessionEnds = day.dayNumber * 1440 + session.end.value.minutes
    // Nobody knows how long it is: it is what goes on when it begins.
    guard let end = end?.value, start.value < end else {
      return (sessionBegins..<max(sessionEnds, sessionBegins)).contains(begins)
    }
    let ends = end.date.dayNumber * 1440 + (end.time?.minutes ?? 1440)
    return sessionBegins < ends && begins < sessionEnds
  }
}

extension EventDay {
  /// The same of one day of an event: its hours are known, or it is the whole day.
  fileprivate func standsFor(_ session: Session, alone isAlone: Bool) -> Bool {
    guard date.value == session.date.value else { return false }
    guard !isAlone, let first = start?.value else { return true }
    guard let last = end?.value, first < last else { return session.start.value <= first && first < session.end.value }
    return session.start.value < last && first < session.end.value
  }
}
