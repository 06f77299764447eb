import OpytDiagnostics

/// The posts of somebody who tells their days.
struct PostHistory: Sendable {
  let posts: [HeldPost]
  /// The first day of which anything is known; nil where that is any day.
  let begin: CalendarDate?
  /// Where the first of them is written.
  let range: SourceRange?
}

/// Where people work and worked, and what kindergartens were joined to (24, 29, 40).
extension GraphInvariants {
  /// Without those whose history has a gap that was told: a name that leads nowhere, or a wrong date.
  static func histories(in graph: SiteGraph) -> [DocumentID: PostHistory] {
    var histories: [DocumentID: PostHistory] = [:]
    for id in graph.ids(of: .person) {
      guard let person = graph[id].entity as? Person, person.posts.contains(where: { $0.from != nil || $0.to != nil }),
        !graph.isWrong("posts", in: id)
      else { continue }
      let document = graph[id]
      let isWhole = person.posts.allSatisfy { post in
        (post.kindergarten.map { document.target(of: $0) != nil } ?? true)
          && (post.from.map { from in post.to.map { from.value <= $0.value } ?? true } ?? true)
      }
      guard isWhole else { continue }
      let posts = document.posts
      let begins = posts.map(\.from)
      histories[id] = PostHistory(
        posts: posts, begin: begins.contains(nil) ? nil : begins.compactMap(\.self).min(),
        range: person.posts.first.map(\.position.range))
    }
    return histories
  }

  /// A post begins before it ends, and is told once (29).
  func checkPosts(of person: Person, _ id: DocumentID) -> [Diagnostic] {
    var diagnostics = person.posts.flatMap {
      checkOrder(
        $0.from, $0.to, id, Phrase("работа окончилась раньше, чем началась", en: "a post ends before it begins"))
    }
    diagnostics += person.posts.compactMap { post in
      post.kindergarten == nil || post.partner == nil
        ? nil
        : diagnostic(
          .valueInvalid, id, post.partner.flatMap { referenceRange(id, $0) },
          Phrase("у одного места работы и сад, и организация", en: "one post in a kindergarten and with a partner"),
          advice: Phrase("запишите их двумя местами работы", en: "write two posts"))
    }
    // Of one kindergarten, by their beginning: who overlaps anybody overlaps the one that ends last so far.
    let ordered = person.posts.filter { post in
      post.from.flatMap { from in post.to.map { from.value <= $0.value } } ?? true
    }.enumerated().sorted {
      ($0.element.from?.value.dayNumber ?? .min, $0.offset) < ($1.element.from?.value.dayNumber ?? .min, $1.offset)
    }.map(\.element)
    var last: [DocumentID: Post] = [:]
    for post in ordered {
      guard let place = post.kindergarten.flatMap({ graph[id].target(of: $0) }) else { continue }
      if let other = last[place] {
        let isApart = other.to.flatMap { to in post.from.map { to.value < $0.value } } ?? false
        if !isApart { diagnostics.append(overlap(of: post, with: other, in: place, id)) }
        let isLonger = other.to.map { to in post.to.map { to.value < $0.value } ?? true } ?? false
        if !isLonger { continue }
      }
      last[place] = post
    }
    return diagnostics
  }

  private func overlap(of post: Post, with other: Post, in place: DocumentID, _ id: DocumentID) -> Diagnostic {
    diagnostic(
      .postsOverlap, id, post.from?.range ?? post.kindergarten.flatMap { referenceRange(id, $0) },
      Phrase(
        "две работы в одном саду в одно время: \(graph[place].title)",
        en: "two posts in one kindergarten at one time: \(graph[place].title)"),
      advice: Phrase(
        "если должность изменилась, у прежней допишите «по» – последний день; новая начнётся со следующего",
        en: "where the position changed, the earlier one has its last day in “to”, and the next begins on the day after"
      ),
      notes: [
        .init(
          Phrase("другая работа там же", en: "the other post"),
          at: graph.location(id, other.from?.range ?? other.position.range))
      ])
  }

  /// What a kindergarten was joined to is another one, and told with the day it left (24).
  func checkSuccessor(of kindergarten: Kindergarten, _ id: DocumentID) -> [Diagnostic] {
    guard let reference = kindergarten.successor, let successor = graph[id].target(of: reference) else { return [] }
    if successor == id {
      return [
        diagnostic(
          .successorInvalid, id, referenceRange(id, reference),
          Phrase("сад назван собственным правопреемником", en: "a kindergarten is its own successor"),
          advice: Phrase(
            "назовите сад, к которому он присоединён, или удалите строку",
            en: "name what it was joined to, or delete the line"))
      ]
    }
    if kindergarten.left != nil || graph.isWrong("left", in: id) { return [] }
    return [
      diagnostic(
        .successorInvalid, id, referenceRange(id, reference),
        Phrase(
          "правопреемник назван, а день выхода из сети – нет", en: "there is a successor, and no day of leaving"),
        advice: Phrase(
          "допишите «вышел» (left) – последний день, когда сад был сам по себе",
          en: "write “left”, the last day on its own"))
    ]
  }

  /// No kindergarten was joined to one that was joined to it, by however many steps (24).
  func checkSuccessions() -> [Diagnostic] {
    // By document: the walk that came by.
    var seen: [DocumentID: Int] = [:]
    var diagnostics: [Diagnostic] = []
    for (walk, start) in graph.ids(of: .kindergarten).enumerated() {
      var next: DocumentID? = start
      while let id = next, seen.updateValue(walk, forKey: id) == nil {
        let reference = (graph[id].entity as? Kindergarten)?.successor
        next = reference.flatMap { graph[id].target(of: $0) }
        guard let reference, let successor = next, successor != id, seen[successor] == walk else { continue }
        diagnostics.append(
          diagnostic(
            .successorInvalid, id, referenceRange(id, reference),
            Phrase(
              "правопреемники названы по кругу: «\(graph[successor].title)» сам присоединён к этому саду",
              en: "successors go round in a circle: \(graph[successor].title)"),
            advice: Phrase("оставьте правопреемника у того, кто вышел", en: "leave it to the one that left")))
      }
    }
    return diagnostics
  }
}
