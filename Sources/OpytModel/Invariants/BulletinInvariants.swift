import OpytDiagnostics

extension GraphInvariants {
  /// A bulletin's days are in order (3), and what it and its rubrics name falls between them (8).
  func check(_ bulletin: Bulletin, _ id: DocumentID) -> [Diagnostic] {
    var diagnostics = checkOrder(
      bulletin.start, bulletin.end, id,
      Phrase("период заканчивается раньше, чем начался", en: "the period ends before its start"))
    guard let period = bulletin.period else { return diagnostics }
    let days = "\(period.lowerBound.iso) – \(period.upperBound.iso)"
    let russianDays = CalendarDate.inWords(period)
    for item in bulletin.items + bulletin.rubrics.flatMap(\.items) {
      guard let target = graph[id].target(of: item), let date = graph.bulletinDate(of: target), !period.contains(date)
      else { continue }
      let message =
        graph[target].kind.isMaterial
        ? Phrase(
          "материал опубликован \(date.inWords), а период выпуска — \(russianDays)",
          en: "the material was published on \(date.iso), the issue is about \(days)")
        : Phrase(
          "событие начинается \(date.inWords), а период выпуска — \(russianDays)",
          en: "the event began on \(date.iso), the issue is about \(days)")
      diagnostics.append(
        diagnostic(
          .bulletinItemOutside, id, referenceRange(id, item), message,
          advice: Phrase(
            "уберите его или измените период выпуска", en: "take it out, or change the issue's period")))
    }
    return diagnostics
  }

  private struct Issue {
    let id: DocumentID
    let bulletin: Bulletin
    let period: ClosedRange<CalendarDate>
    var number: Int { bulletin.number.value }
  }

  /// All bulletins together: numbers differ, periods do not overlap and follow the order of the numbers (8).
  func checkBulletins() -> [Diagnostic] {
    let bulletins = graph.ids(of: .bulletin).compactMap { id in
      (graph[id].entity as? Bulletin).map { (id: id, bulletin: $0) }
    }
    let numbered = bulletins.filter { !$0.bulletin.number.isAbsent }
    var diagnostics: [Diagnostic] = []
    var first: [Int: (id: DocumentID, bulletin: Bulletin)] = [:]
    for entry in numbered {
      let number = entry.bulletin.number
      guard let other = first.updateValue(entry, forKey: number.value) else { continue }
      first[number.value] = other
      diagnostics.append(
        diagnostic(
          .bulletinNumberDuplicate, entry.id, number.range,
          Phrase(
            "номер \(number.value) уже есть у другого выпуска", en: "another issue has the number \(number.value)"),
          advice: Phrase("дайте одному из них другой номер", en: "give one of them another number"),
          notes: [
            .init(Phrase("вот он", en: "this one"), at: graph.location(other.id, other.bulletin.number.range))
          ]))
    }
    // One number twice has its own message: most likely one of the files is a copy.
    let issues = numbered.compactMap { entry -> Issue? in
      guard first[entry.bulletin.number.value]?.id == entry.id, let period = entry.bulletin.period else { return nil }
      return Issue(id: entry.id, bulletin: entry.bulletin, period: period)
    }
    return diagnostics + checkOverlaps(issues) + checkSequence(issues)
  }

  private func checkOverlaps(_ issues: [Issue]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    // The issue that ends last so far: a long one may overlap several behind it.
    var longest: Issue?
    for next in issues.sorted(by: { ($0.period.lowerBound, $0.number) < ($1.period.lowerBound, $1.number) }) {
      if let other = longest, next.period.lowerBound <= other.period.upperBound {
        // Told at the later number: the earlier issue came out first.
        let (early, late) = other.number < next.number ? (other, next) : (next, other)
        diagnostics.append(
          told(
            .bulletinPeriodsOverlap, at: late, beside: early,
            Phrase(
              "периоды выпусков № \(early.number) и № \(late.number) пересекаются",
              en: "issue \(late.number) is about days of issue \(early.number)")))
        if next.period.upperBound <= other.period.upperBound { continue }
      }
      longest = next
    }
    return diagnostics
  }

  private func checkSequence(_ issues: [Issue]) -> [Diagnostic] {
    let sorted = issues.sorted { $0.number < $1.number }
    return zip(sorted, sorted.dropFirst()).compactMap { previous, next in
      guard next.period.upperBound < previous.period.lowerBound else { return nil }
      return told(
        .bulletinOutOfOrder, at: next, beside: previous,
        Phrase(
          "период выпуска № \(next.number) стоит раньше периода выпуска № \(previous.number)",
          en: "issue \(next.number) is about days before those of issue \(previous.number)"))
    }
  }

  private func told(
    _ code: DiagnosticCode, at issue: Issue, beside other: Issue, _ message: Phrase
  ) -> Diagnostic {
    let days = "\(other.period.lowerBound.iso) – \(other.period.upperBound.iso)"
    let russianDays = CalendarDate.inWords(other.period)
    let note = Diagnostic.Note(
      Phrase("период выпуска № \(other.number): \(russianDays)", en: "the period of issue \(other.number): \(days)"),
      at: graph.location(other.id, other.bulletin.start.range))
    return diagnostic(
      code, issue.id, issue.bulletin.start.range, message,
      advice: Phrase(
        "измените начало или окончание одного из выпусков", en: "change the start or the end of one of the issues"),
      notes: [note])
  }
}
