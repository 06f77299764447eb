import OpytDiagnostics

/// A kindergarten belongs to the network from the day it joined to the day it left (7 and 24).
///
/// A material is that of the kindergartens it names: where its authors work today plays no part.
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
            advice: Phrase(
              "исправьте дату или назовите тот сад, который в сети", en: "correct the date, or name a member"),
            notes: [note]))
      }
    }
    return diagnostics
  }
}
