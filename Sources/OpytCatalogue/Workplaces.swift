package import OpytModel

/// Who works where on the day of the build, and who worked there before.
package struct Workplaces: Sendable {
  /// Somebody's post that is over.
  package struct FormerPost: Sendable {
    package let person: DocumentID
    package let post: HeldPost
  }

  /// By document: the posts that a person holds today.
  private let today: [[HeldPost]]
  private let staff: [DocumentID: [DocumentID]]
  private let former: [DocumentID: [FormerPost]]
  /// The days on which people were in the kindergartens of the network for the last time, by name. Who came again later
  /// had left all the same: what was told of that time stays true.
  let leavers: [(person: DocumentID, day: CalendarDate)]

  /// - Parameter people: those who are published, by name.
  init(_ people: [DocumentID], _ graph: SiteGraph, today day: CalendarDate) {
    var today = [[HeldPost]](repeating: [], count: graph.documents.count)
    var staff: [DocumentID: [DocumentID]] = [:]
    var former: [DocumentID: [FormerPost]] = [:]
    var leavers: [(person: DocumentID, day: CalendarDate)] = []
    for person in people {
      let posts = graph[person].posts
      let held = posts.filter { $0.isHeld(on: day) }
      today[person.index] = held
      var seen: Set<DocumentID> = []
      for place in held.compactMap(\.place) where seen.insert(place).inserted {
        staff[place, default: []].append(person)
      }
      for post in posts where post.isOver(by: day) {
        // Who is still there, as something else, has not left.
        guard let place = post.place, !seen.contains(place) else { continue }
        former[place, default: []].append(FormerPost(person: person, post: post))
      }
      leavers += Self.departures(in: posts, before: day).map { (person, $0) }
    }
    self.today = today
    self.staff = staff
    self.former = former
    self.leavers = leavers
  }

  /// The last days of posts that no other one in a kindergarten followed within a month.
  private static func departures(in posts: [HeldPost], before day: CalendarDate) -> [CalendarDate] {
    guard posts.contains(where: { $0.to != nil }) else { return [] }
    // A post without a place may be in any kindergarten.
    let inside = posts.filter { $0.kindergarten != nil || $0.place == nil }
    let ends = Set(inside.filter { $0.isOver(by: day) && $0.kindergarten != nil }.compactMap(\.to))
    return ends.sorted().filter { end in
      !inside.contains { post in
        (post.to.map { $0 > end } ?? true) && (post.from.map { $0 <= end.adding(days: 31) } ?? true)
      }
    }
  }

  package func posts(of person: DocumentID) -> [HeldPost] { today[person.index] }
  func staff(of place: DocumentID) -> [DocumentID] { staff[place] ?? [] }
  func former(of place: DocumentID) -> [FormerPost] { former[place] ?? [] }
}

extension Catalogue {
  /// The posts that somebody holds today.
  package func posts(of person: DocumentID) -> [HeldPost] { workplaces.posts(of: person) }

  /// The people who work in a kindergarten, or with a partner, by name.
  package func staff(of place: DocumentID) -> [DocumentID] { workplaces.staff(of: place) }

  /// Who worked there and does no more, by name, with each post that is over.
  package func formerStaff(of place: DocumentID) -> [Workplaces.FormerPost] { workplaces.former(of: place) }

  /// The kindergartens that were joined to one, in the order of their list.
  package func predecessors(of kindergarten: DocumentID) -> [DocumentID] {
    documents(of: .kindergarten, naming: kindergarten, as: .successor).filter { $0 != kindergarten }
  }

  /// What a kindergarten was joined to.
  package func successor(of kindergarten: DocumentID) -> DocumentID? {
    let reference = (graph[kindergarten].entity as? Kindergarten)?.successor
    guard let reference, let successor = graph[kindergarten].target(of: reference), successor != kindergarten else {
      return nil
    }
    return isPublished(successor) ? successor : nil
  }
}
