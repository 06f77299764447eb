import OpytDiagnostics

/// What is told of a material after it was published: its changes and its reviews.
extension GraphInvariants {
  /// Changes follow the publication (3), are past (25), and `updated`, where it is written too, is the last of them.
  func checkChanges(of material: MaterialFields, _ id: DocumentID) -> [Diagnostic] {
    guard !material.changes.isEmpty else { return [] }
    var diagnostics: [Diagnostic] = []
    for change in material.changes {
      diagnostics += checkOrder(
        material.published, change.date, id,
        Phrase("изменение раньше, чем материал опубликован", en: "a change before the material was published"))
      diagnostics += checkPast(
        change.date, id, Phrase("изменение записано как сделанное", en: "the change is told as made"))
    }
    if let updated = material.updated, let last = material.lastChange, updated.value < last.value {
      diagnostics.append(
        diagnostic(
          .datesOutOfOrder, id, updated.range,
          Phrase(
            "обновлено \(updated.value.inWords), а последнее изменение – \(last.value.inWords)",
            en: "updated on \(updated.value.iso), and the last change was on \(last.value.iso)"),
          advice: Phrase(
            "удалите поле «обновлено» (updated): сайт возьмёт день последнего изменения",
            en: "delete “updated”: it is the day of the last change"),
          notes: [.init(Phrase("последнее изменение", en: "the last change"), at: graph.location(id, last.range))]))
    }
    return diagnostics
  }

  /// A review is past (25); one at the regional level or above has its document (35).
  func checkReviews(of material: MaterialFields, _ id: DocumentID) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for review in material.review {
      diagnostics += checkPast(
        review.date, id, Phrase("экспертиза записана как проведённая", en: "the review is told as made"))
      guard !review.level.isAbsent, [.regional, .federal].contains(review.level.value), review.document == nil,
        !graph.isWrong("review", in: id)
      else { continue }
      let level = AdministrativeLevels.vocabulary.label(for: review.level.value.key)
      diagnostics.append(
        diagnostic(
          .reviewWithoutDocument, .warning, id, review.level.range,
          Phrase(
            "экспертиза на уровне «\(level)», а документ не назван («документ», document)",
            en: "a review at the level “\(review.level.value.key)” without a document"),
          advice: Phrase(
            "впишите протокол или приказ: «документ: Протокол № 3 от 15 апреля 2026 года»",
            en: "name the protocol or the order in “document”")))
    }
    return diagnostics
  }
}
