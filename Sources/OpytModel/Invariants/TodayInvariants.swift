import OpytDiagnostics

/// What is told as done is not after today, and what is of a later day waits (25).
extension GraphInvariants {
  /// The day a document is published on, where that is after today.
  func waitingDay(of id: DocumentID) -> CalendarDate? {
    graph.waits(id, on: today) ? graph[id].decoded.publicationDay : nil
  }

  /// A material or a bulletin of a later day is not published until then.
  func checkWaiting(_ id: DocumentID) -> [Diagnostic] {
    guard let day = waitingDay(of: id), !graph.isDraft(id), !graph.isMembersOnly(id) else { return [] }
    let range = graph[id].material?.published.range ?? (graph[id].entity as? Bulletin)?.start.range
    let message =
      graph[id].kind == .bulletin
      ? Phrase("выпуск появится на сайте \(day.inWords), а пока ждёт", en: "the issue waits until \(day.iso)")
      : Phrase("материал появится на сайте \(day.inWords), а пока ждёт", en: "the material waits until \(day.iso)")
    // A year ahead is more likely a slip than a plan.
    let advice =
      day.dayNumber - today.dayNumber > 365
      ? yearQuestion(day)
      : Phrase("если он нужен на сайте раньше, измените дату", en: "to publish it earlier, change the date")
    return [diagnostic(.waitsForItsDay, .warning, id, range, message, advice: advice)]
  }

  /// References to one document that waits are told together.
  func referenceToWaiting(
    _ target: DocumentID, until day: CalendarDate, at id: DocumentID, _ range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      .referenceToWaiting, .warning,
      Phrase(
        "ссылка на то, что выйдет \(day.inWords): до этого дня её не будет видно",
        en: "a reference to what will be published on \(day.iso) is not shown until then"),
      at: graph.location(id, range), notes: [.init(Phrase("вот он", en: "this one"), at: graph.location(target))],
      cause: graph[target].decoded.path)
  }

  /// What was held is over, and what is planned is not planned for another century.
  func checkDays(_ event: Event, _ id: DocumentID) -> [Diagnostic] {
    let days = [event.start, event.end].compactMap { $0 }.filter { !$0.isAbsent }
    switch event.effectiveState {
    case .held:
      let told = Phrase("событие отмечено как проведённое", en: "the event is told as held")
      let otherwise = Phrase("напишите «состояние: запланировано»", en: "write state: planned")
      return days.first { $0.value.date > today }.map {
        [future(told, $0.value.date, at: id, $0.range, otherwise: otherwise)]
      } ?? []
    case .planned:
      if !event.start.isAbsent, let last = days.map(\.value.date).max(), last < today {
        return [stillPlanned(event, id, since: last)]
      }
      return days.first { $0.value.date.year > today.year + 3 }.map { day in
        [
          diagnostic(
            .dateInFuture, .warning, id, day.range,
            Phrase("до этого дня больше трёх лет", en: "more than three years to go"),
            advice: yearQuestion(day.value.date))
        ]
      } ?? []
    default: return []
    }
  }

  /// What came of an event is told when it is over (31).
  private func stillPlanned(_ event: Event, _ id: DocumentID, since day: CalendarDate) -> Diagnostic {
    diagnostic(
      .eventStillPlanned, .warning, id, event.state?.range ?? event.start.range,
      Phrase(
        "день события прошёл (\(day.inWords)), а оно всё ещё запланировано",
        en: "the event is over (\(day.iso)) and still planned"),
      advice: Phrase(
        "напишите «состояние: проведено» и «итоги» или «состояние: отменено»",
        en: "write state: held with outcomes, or state: cancelled"))
  }

  /// A day on which something was done has come.
  func checkPast(_ date: Located<CalendarDate>?, _ id: DocumentID, _ told: Phrase) -> [Diagnostic] {
    guard let date, !date.isAbsent, date.value > today else { return [] }
    return [future(told, date.value, at: id, date.range)]
  }

  private func future(
    _ told: Phrase, _ day: CalendarDate, at id: DocumentID, _ range: SourceRange, otherwise: Phrase? = nil
  ) -> Diagnostic {
    // Within this year a slip is one of the day or the month.
    let correction =
      day.year > today.year ? yearQuestion(day) : Phrase("исправьте дату", en: "correct the date")
    return diagnostic(
      .dateInFuture, id, range,
      Phrase(
        "\(told.russian), а \(day.inWords) ещё не наступило", en: "\(told.english), but \(day.iso) is yet to come"),
      advice: otherwise.map {
        Phrase("\(correction.russian); если дата верна, \($0.russian)", en: "\(correction.english) Else \($0.english)")
      } ?? correction)
  }

  private func yearQuestion(_ day: CalendarDate) -> Phrase {
    Phrase("\(day.year) год: не опечатка?", en: "is the year \(day.year) a slip?")
  }
}
