/// A post of a person, with what it leads to.
public struct HeldPost: Sendable {
  /// Nil where nothing but the place is written.
  public let position: Term<Positions>?
  public let kindergarten: DocumentID?
  public let partner: DocumentID?
  /// The first and the last day; nil where it is not known, or has not come.
  public let from: CalendarDate?
  public let to: CalendarDate?

  /// Where it is, inside of the network or outside.
  public var place: DocumentID? { kindergarten ?? partner }

  /// Whether it is held on a day: both of its ends belong to it.
  public func isHeld(on day: CalendarDate) -> Bool {
    (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
  }

  public func isOver(by day: CalendarDate) -> Bool { to.map { $0 < day } ?? false }
}

extension ResolvedDocument {
  /// All posts of a person, in the order of their beginning, today's last; none for other kinds.
  ///
  /// Today's post may be written without days, as `position` and `kindergarten`: it holds on all days where no history is
  /// written, and else since the last post that is over. A place whose present post stands in the history is not
  /// counted twice.
  public var posts: [HeldPost] {
    guard let person = entity as? Person else { return [] }
    let written = person.posts.map { post in
      HeldPost(
        position: post.position.isAbsent ? nil : post.position.value,
        kindergarten: post.kindergarten.flatMap { target(of: $0) }, partner: post.partner.flatMap { target(of: $0) },
        from: post.from?.value, to: post.to?.value)
    }
    // Those of which the beginning is not known came first.
    let sorted = written.enumerated().sorted {
      ($0.element.from?.dayNumber ?? .min, $0.offset) < ($1.element.from?.dayNumber ?? .min, $1.offset)
    }.map(\.element)
    return sorted + todaysPosts(of: person, beside: written)
  }

  /// Who worked where on a day is asked here, and nowhere else.
  public func posts(on day: CalendarDate) -> [HeldPost] { posts.filter { $0.isHeld(on: day) } }

  /// In a kindergarten, with a partner, or nowhere that is told.
  private func todaysPosts(of person: Person, beside written: [HeldPost]) -> [HeldPost] {
    let position = person.position.isAbsent ? nil : person.position.value
    let from = written.compactMap(\.to).max()?.adding(days: 1)
    let open = written.filter { $0.to == nil }
    let kindergarten = person.kindergarten.flatMap { target(of: $0) }
    let partner = person.partner.flatMap { target(of: $0) }
    if kindergarten == nil, partner == nil {
      guard let position, open.isEmpty else { return [] }
      return [HeldPost(position: position, kindergarten: nil, partner: nil, from: from, to: nil)]
    }
    let posts = [
      kindergarten.map { HeldPost(position: position, kindergarten: $0, partner: nil, from: from, to: nil) },
      partner.map { HeldPost(position: position, kindergarten: nil, partner: $0, from: from, to: nil) },
    ]
    return posts.compactMap(\.self).filter { post in !open.contains { $0.place == post.place } }
  }
}
