import OpytDiagnostics

extension GraphInvariants {
  /// An event ends after it starts (3), and one that was held has outcomes (6).
  func check(_ event: Event, _ id: DocumentID) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if let end = event.end, !event.start.isAbsent, end.value.isEarlier(than: event.start.value) {
      let start = event.start.value
      diagnostics.append(
        diagnostic(
          .datesOutOfOrder, id, end.range,
          Phrase("событие заканчивается раньше, чем началось", en: "the event ends before its start"),
          advice: start.date == end.value.date
            ? Phrase("исправьте время начала или окончания", en: "correct the time of the start or of the end")
            : Self.advice(start.date, end.value.date),
          notes: [
            .init(
              Phrase("начало: \(start.inWords)", en: "the start: \(start.text)"),
              at: graph.location(id, event.start.range))
          ]))
    }
    diagnostics += checkDays(event, id) + checkAnswers(event, id)
    if !event.start.isAbsent, event.effectiveState != .cancelled {
      diagnostics += checkMembership(of: event.kindergartens, on: event.start.value.date, id, isMaterial: false)
    }
    if event.effectiveState == .held, event.outcomes.isEmpty, !graph.isWrong("outcomes", in: id) {
      diagnostics.append(
        diagnostic(
          .outcomesMissing, id, event.state?.range ?? titleRange(id),
          Phrase("у проведённого события нет итогов («итоги», outcomes)", en: "no outcomes, but the event was held"),
          advice: Phrase(
            "напишите, к чему пришли, или укажите «состояние: запланировано» (state: planned)",
            en: "write what came of it, or set state: planned")))
    }
    return diagnostics
  }
}
