import OpytDiagnostics

/// A kindergarten belongs to the network from the day it joined to the day it left (7 and 24).
///
/// A material is that of the kindergartens it names. Its authors worked in one of them on the day it was published; where
/// they work today plays no part.
extension GraphInvariants {
  /// - Parameters:
  ///   - kindergartens: those that a document names as its own.
  ///   - day: when it was published, or took place.
  func checkMembership(
    of kindergartens: [Reference<Kindergarten>], on day: CalendarDate, _ id: DocumentID, isMaterial: Bool
  ) -> [Diagnostic] {
    var told: Set<DocumentID> = []
    var diagnostics: [Diagnostic] = []
    for reference in kindergartens {
      guard let target = graph[id].target(of: reference), let kindergarten = memberships[target] else { continue }
      let isEarly = isMaterial && kindergarten.joined.map { day < $0.value } ?? false
      let isLate = kindergarten.left.map { day > $0.value } ?? false
      guard isEarly || isLate, told.insert(target).inserted else { continue }
      let range = referenceRange(id, reference)
      let title = graph[target].title
      if isEarly, let joined = kindergarten.joined {
        let note = Diagnostic.Note(
          Phrase("дата вступления", en: "the date of joining"), at: graph.location(target, joined.range))
        diagnostics.append(
          diagnostic(
            .notYetJoined, id, range,
            Phrase(
              "материал опубликован раньше, чем сад вступил в сеть (\(joined.value.inWords)): \(title)",
              en: "published before the kindergarten joined (\(joined.value.iso)): \(title)"),
            advice: Phrase(
              "исправьте дату публикации или дату вступления, если одна из них неверна",
              en: "correct the date of publication or of joining, if one of them is wrong"),
            notes: [note]))
      } else if let left = kindergarten.left {
        let note = Diagnostic.Note(
          Phrase("дата выхода", en: "the date of leaving"), at: graph.location(target, left.range))
        diagnostics.append(
          diagnostic(
            .alreadyLeft, id, range,
            isMaterial
              ? Phrase(
                "материал опубликован, когда сад уже вышел из сети (\(left.value.inWords)): \(title)",
                en: "published after the kindergarten left (\(left.value.iso)): \(title)")
              : Phrase(
                "событие назначено на день, когда сад уже вышел из сети (\(left.value.inWords)): \(title)",
                en: "the event is on a day after the kindergarten left (\(left.value.iso)): \(title)"),
            advice: adviceOnLeft(target), notes: [note]))
      }
    }
    return diagnostics
  }

  /// Whom to name instead: what a kindergarten was joined to carries its work on.
  private func adviceOnLeft(_ kindergarten: DocumentID) -> Phrase {
    let reference = (graph[kindergarten].entity as? Kindergarten)?.successor
    guard let reference, let successor = graph[kindergarten].target(of: reference), successor != kindergarten else {
      return Phrase("исправьте дату или назовите тот сад, который в сети", en: "correct the date, or name a member")
    }
    let (id, title) = (graph[successor].decoded.id, graph[successor].title)
    return Phrase(
      "этот сад присоединён к другому: назовите правопреемника – \(id) («\(title)»), или исправьте дату",
      en: "it was joined to another one: name the successor, \(id) (\(title)), or correct the date")
  }

  /// An author had a post in one of the material's kindergartens on the day it was published («Whose kindergarten
  /// counts»). Days of which nothing is known are not judged: whose history is not written, or begins later, may have
  /// worked anywhere.
  ///
  /// An error and not a warning, for «an author must have had a post in one of them, or be named in `roles`», and because
  /// the page and the certificate print the author with the kindergarten of that day: a contradiction would be printed
  /// and signed. Somebody else's file can block a material only where it says of that very day that its author worked
  /// elsewhere; moving later, having no history, or one that begins later, blocks nothing.
  /// - Parameter excused: those whose part in the material is told in words, such as a consultant's.
  func checkAuthors(of material: MaterialFields, _ id: DocumentID, excused: Set<DocumentID>) -> [Diagnostic] {
    guard !histories.isEmpty else { return [] }
    let places = graph[id].targets(of: material.kindergartens)
    // A name that leads nowhere has its own message; it may be the one that is missing here.
    guard places.count == material.kindergartens.count, !places.isEmpty else { return [] }
    let day = material.published.value
    return material.authors.compactMap { reference in
      guard let author = graph[id].target(of: reference), !excused.contains(author),
        let history = histories[author], history.begin.map({ $0 <= day }) ?? true
      else { return nil }
      let isThere = history.posts.contains { post in
        // Of a post without a place nobody knows where it is.
        post.isHeld(on: day) && (post.kindergarten.map(places.contains) ?? (post.place == nil))
      }
      if isThere { return nil }
      let name = graph[author].title
      // The person's file mends it for all of their materials.
      return Diagnostic(
        .authorElsewhere,
        Phrase(
          "автор в день публикации не числится ни в одном из садов материала: \(name)",
          en: "on the day of publication the author had no post in any of the material’s kindergartens: \(name)"),
        at: graph.location(id, referenceRange(id, reference)),
        advice: Phrase(
          "исправьте «места_работы» (posts) педагога или добавьте в «сады» материала сад, где он работал в тот день; "
            + "если участие было иным, назовите его в «ролях» (roles)",
          en:
            "correct the person’s “posts”, name that day’s kindergarten in “kindergartens”, or tell their part in “roles”"
        ),
        notes: [
          .init(Phrase("места работы педагога", en: "the person’s posts"), at: graph.location(author, history.range))
        ], cause: "\(DiagnosticCode.authorElsewhere.rawValue) \(graph[author].decoded.path)")
    }
  }
}
