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
    diagnostics += checkHours(event, id) + checkDays(event, id) + checkAnswers(event, id)
    diagnostics += checkPhotos(id)
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

  /// The days whose hours are told lie within the event, each once (3).
  private func checkHours(_ event: Event, _ id: DocumentID) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var seen: [CalendarDate: SourceRange] = [:]
    let last = event.end?.value.date ?? event.start.value.date
    for day in event.days where !day.date.isAbsent {
      let date = day.date.value
      if let first = seen[date] {
        diagnostics.append(
          diagnostic(
            .eventDayRepeated, id, day.date.range,
            Phrase("этот день уже назван: \(date.inWords)", en: "this day is told already: \(date.iso)"),
            advice: Phrase(
              "оставьте одну строку: от первого начала до последнего окончания",
              en: "keep one line, from the first beginning to the last end"),
            notes: [.init(Phrase("здесь", en: "here"), at: graph.location(id, first))]))
      }
      seen[date] = seen[date] ?? day.date.range
      if !event.start.isAbsent, event.start.value.date <= last, date < event.start.value.date || date > last {
        diagnostics.append(
          diagnostic(
            .eventDayOutside, id, day.date.range,
            Phrase(
              "\(date.inWords) событие не идёт: оно с \(event.start.value.date.inWords) по \(last.inWords)",
              en: "the event does not go on on \(date.iso): it lasts from \(event.start.value.date.iso) to \(last.iso)"),
            advice: Phrase(
              "исправьте этот день, «начало» или «окончание» события (end)",
              en: "correct this day, or the start or the end of the event")))
      }
      if let start = day.start, let end = day.end, end.value <= start.value {
        diagnostics.append(
          diagnostic(
            .datesOutOfOrder, id, end.range,
            Phrase(
              "в этот день событие заканчивается раньше, чем началось", en: "on this day it ends before its start"),
            advice: Phrase(
              "исправьте время начала или окончания", en: "correct the time of the start or of the end")))
      }
    }
    return diagnostics
  }
}
