import OpytDiagnostics

/// How deficits and their answers fit together in time and in subject (28, 32).
extension GraphInvariants {
  /// A material that was written, and last changed, before the deficit was seen can't answer it (28); its strategy is for
  /// one of its deficits (32).
  func checkAnswers(_ material: MaterialFields, _ id: DocumentID) -> [Diagnostic] {
    guard !material.deficits.isEmpty else { return [] }
    var diagnostics = checkStrategy(
      material.strategy, of: material.deficits, id,
      Phrase("ни одного из дефицитов материала", en: "none of the material’s deficits"))
    guard !material.published.isAbsent else { return diagnostics }
    let day = max(material.published.value, material.lastChange?.value ?? .blank)
    diagnostics += checkAge(of: material.deficits, in: AcademicYear(containing: day), id) { period in
      Phrase(
        "материал старше дефицита: материал – \(day.inWords), а дефицит выявлен в \(period.text) учебном году",
        en: "the material of \(day.iso) is older than the deficit, which was seen in \(period.text)")
    } advice: {
      Phrase(
        "исправьте «период» (period) дефицита или дату; если опыт доработан позже, впишите в «изменения» (changes), что и когда",
        en: "correct the deficit’s period or the date; what was improved later stands in “changes”")
    }
    return diagnostics
  }

  /// The same of an event, where it was not cancelled.
  func checkAnswers(_ event: Event, _ id: DocumentID) -> [Diagnostic] {
    guard !event.deficits.isEmpty else { return [] }
    let diagnostics = checkStrategy(
      event.strategy, of: event.deficits, id,
      Phrase("ни одного из дефицитов события", en: "none of the event’s deficits"))
    guard !event.start.isAbsent, event.effectiveState != .cancelled else { return diagnostics }
    let day = event.end?.value.date ?? event.start.value.date
    return diagnostics
      + checkAge(of: event.deficits, in: AcademicYear(containing: day), id) { period in
        Phrase(
          "событие старше дефицита: событие – \(day.inWords), а дефицит выявлен в \(period.text) учебном году",
          en: "the event of \(day.iso) is older than the deficit, which was seen in \(period.text)")
      } advice: {
        Phrase(
          "исправьте «период» (period) дефицита или дату события; если событие о другом, уберите дефицит отсюда",
          en: "correct the deficit’s period or the event’s date, or take the deficit out")
      }
  }

  func checkAge(
    of deficits: [Reference<Deficit>], in year: AcademicYear, _ id: DocumentID, _ message: (AcademicYear) -> Phrase,
    advice: () -> Phrase
  ) -> [Diagnostic] {
    guard !deficitYears.isEmpty else { return [] }
    return deficits.compactMap { reference in
      guard let target = graph[id].target(of: reference), let period = deficitYears[target], year < period.value else {
        return nil
      }
      return diagnostic(
        .answerOlder, id, referenceRange(id, reference), message(period.value),
        advice: advice(),
        notes: [.init(Phrase("период дефицита", en: "the deficit’s period"), at: graph.location(target, period.range))])
    }
  }

  /// What names a strategy and deficits names one of the strategy's own (32).
  /// - Parameters:
  ///   - none: «ни одного из дефицитов материала»
  ///   - advice: what else to name; nil where the document itself names several deficits.
  func checkStrategy(
    _ strategy: Reference<Strategy>?, of deficits: [Reference<Deficit>], _ id: DocumentID, _ none: Phrase,
    advice: Phrase? = nil
  ) -> [Diagnostic] {
    guard let reference = strategy, !deficits.isEmpty else { return [] }
    let answered = graph[id].targets(of: deficits)
    // A name that leads nowhere has its own message; it may be the one that is missing here.
    guard let target = graph[id].target(of: reference), answered.count == deficits.count,
      let strategy = graph[target].entity as? Strategy
    else { return [] }
    let own = graph[target].targets(of: strategy.deficits)
    guard own.count == strategy.deficits.count, Set(own).isDisjoint(with: answered) else { return [] }
    return [
      diagnostic(
        .strategyUnrelated, .warning, id, referenceRange(id, reference),
        Phrase(
          "стратегия не восполняет \(none.russian): «\(graph[target].title)»",
          en: "the strategy answers \(none.english): “\(graph[target].title)”"),
        advice: advice
          ?? Phrase(
            "назовите дефицит стратегии в поле «дефициты» (deficits) или другую стратегию",
            en: "name the strategy’s deficit in “deficits”, or another strategy"),
        notes: [
          .init(
            Phrase("какие дефициты она восполняет", en: "what it answers"),
            at: graph.location(target, strategy.deficits.first.flatMap { referenceRange(target, $0) }))
        ])
    ]
  }
}
