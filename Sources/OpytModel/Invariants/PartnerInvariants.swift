import OpytDiagnostics

/// The six steps with a partner are gone one after the other (33). One may be taken again later. That the agreement has
/// ended is told, so that it is prolonged or laid aside.
extension GraphInvariants {
  func check(_ partner: Partner, _ id: DocumentID) -> [Diagnostic] {
    let steps = partner.steps.filter { !$0.step.isAbsent }
    let byNumber = Dictionary(grouping: steps, by: \.step.value.number)
    return checkAgreement(partner, id) + checkGaps(steps, byNumber, id) + checkRepetitions(byNumber, id)
      + checkOrder(byNumber, id)
  }

  private func checkAgreement(_ partner: Partner, _ id: DocumentID) -> [Diagnostic] {
    guard let last = partner.validUntil, !last.isAbsent, last.value < today else { return [] }
    return [
      diagnostic(
        .agreementEnded, .warning, id, last.range,
        Phrase(
          "соглашение с партнёром действовало до \(last.value.inWords)",
          en: "the agreement with the partner ended on \(last.value.iso)"),
        advice: Phrase(
          "если его продлили, впишите новый день; если нет, оставьте как есть: страница партнёра скажет, что оно завершено",
          en: "write the new day if it was prolonged; else leave it: the page tells that it has ended"))
    ]
  }

  private func checkGaps(
    _ steps: [AgreementStep], _ byNumber: [Int: [AgreementStep]], _ id: DocumentID
  ) -> [Diagnostic] {
    // A step that could not be read has its own message; it may be the one that is missing here.
    guard let partner = graph[id].entity as? Partner, steps.count == partner.steps.count,
      let last = byNumber.keys.max(), let place = byNumber[last]?.first
    else { return [] }
    let missing = (1..<last).filter { byNumber[$0] == nil }
    guard !missing.isEmpty else { return [] }
    let labels = missing.map { "\($0) (\(PartnerSteps.vocabulary.label(for: String($0))))" }.joined(separator: ", ")
    let numbers = missing.map(String.init).joined(separator: ", ")
    return [
      diagnostic(
        .stepMissing, .warning, id, place.step.range,
        missing.count == 1
          ? Phrase("перед шагом \(last) пропущен шаг \(labels)", en: "step \(numbers) is missing before step \(last)")
          : Phrase(
            "перед шагом \(last) пропущены шаги \(labels)", en: "steps \(numbers) are missing before step \(last)"),
        advice: Phrase(
          "впишите, как он прошёл, или исправьте номер шага", en: "write how it went, or correct the step’s number"))
    ]
  }

  /// Two records of one step that are not of different days.
  private func checkRepetitions(_ byNumber: [Int: [AgreementStep]], _ id: DocumentID) -> [Diagnostic] {
    byNumber.keys.sorted().flatMap { number -> [Diagnostic] in
      var known: [CalendarDate?: AgreementStep] = [:]
      return (byNumber[number] ?? []).compactMap { record in
        guard let other = known.updateValue(record, forKey: record.date?.value) else { return nil }
        return diagnostic(
          .stepRepeated, .warning, id, record.step.range,
          Phrase("шаг \(number) записан дважды", en: "step \(number) is told twice"),
          advice: Phrase(
            "оставьте одну запись или поставьте каждой свой день", en: "leave one of them, or give each its own day"),
          notes: [
            .init(Phrase("первый раз здесь", en: "for the first time here"), at: graph.location(id, other.step.range))
          ])
      }
    }
  }

  private func checkOrder(_ byNumber: [Int: [AgreementStep]], _ id: DocumentID) -> [Diagnostic] {
    let begun = byNumber.keys.sorted().compactMap { number in
      (byNumber[number] ?? []).compactMap(\.date).min { $0.value < $1.value }.map { (number: number, date: $0) }
    }
    return zip(begun, begun.dropFirst()).compactMap { previous, next in
      guard previous.date.value > next.date.value else { return nil }
      return diagnostic(
        .datesOutOfOrder, .warning, id, next.date.range,
        Phrase(
          "шаг \(next.number) начат раньше шага \(previous.number)",
          en: "step \(next.number) was begun before step \(previous.number)"),
        advice: Phrase(
          "шаги идут по порядку: исправьте дату одного из них или номер шага",
          en: "steps follow each other: correct the date of one, or its number"),
        notes: [
          .init(
            Phrase("другая дата: \(previous.date.value.iso)", en: "the other date: \(previous.date.value.iso)"),
            at: graph.location(id, previous.date.range))
        ])
    }
  }
}
