import OpytDiagnostics

/// How deficits and their answers fit together in time and in subject (26, 28, 32).
extension GraphInvariants {
  /// A plan's events lie in its academic year (26), and its year is not before that of the deficits it answers (28).
  func check(_ plan: MethodPlan, _ id: DocumentID) -> [Diagnostic] {
    guard !plan.academicYear.isAbsent else { return [] }
    let year = plan.academicYear.value
    var diagnostics: [Diagnostic] = []
    for topic in plan.topics {
      for reference in topic.events {
        guard let target = graph[id].target(of: reference), let event = graph[target].entity as? Event,
          !event.start.isAbsent, !year.contains(event.start.value.date)
        else { continue }
        let day = event.start.value.date
        diagnostics.append(
          diagnostic(
            .academicYearMismatch, id, referenceRange(id, reference),
            Phrase(
              "событие (\(day.inWords)) не в учебном году плана: \(year.text), с 1 сентября по 31 августа",
              en: "the event (\(day.iso)) is not in the plan’s academic year \(year.text)"),
            advice: Phrase(
              "перенесите его в план того года или исправьте дату события",
              en: "move it to the plan of its year, or correct the event’s date"),
            notes: [
              .init(Phrase("дата события", en: "the event’s date"), at: graph.location(target, event.start.range))
            ]
          ))
      }
      diagnostics += checkAge(of: topic.deficits, in: year, id) { period in
        Phrase(
          "план старше дефицита: план – на \(year.text) учебный год, а дефицит выявлен в \(period.text)",
          en: "the plan of \(year.text) is older than the deficit, which was seen in \(period.text)")
      }
    }
    return diagnostics
  }

  /// A material that was written, and last changed, before the deficit was seen can't answer it (28); its strategy is for
  /// one of its deficits (32).
  func checkAnswers(_ material: MaterialFields, _ id: DocumentID) -> [Diagnostic] {
    guard !material.deficits.isEmpty else { return [] }
    var diagnostics = checkStrategy(material, id)
    guard !material.published.isAbsent else { return diagnostics }
    let day = max(material.published.value, material.lastChange?.value ?? .blank)
    diagnostics += checkAge(of: material.deficits, in: AcademicYear(containing: day), id) { period in
      Phrase(
        "материал старше дефицита: материал – \(day.inWords), а дефицит выявлен в \(period.text) учебном году",
        en: "the material of \(day.iso) is older than the deficit, which was seen in \(period.text)")
    }
    return diagnostics
  }

  func checkAnswers(_ event: Event, _ id: DocumentID) -> [Diagnostic] {
    guard !event.deficits.isEmpty, !event.start.isAbsent, event.effectiveState != .cancelled else { return [] }
    let day = event.end?.value.date ?? event.start.value.date
    return checkAge(of: event.deficits, in: AcademicYear(containing: day), id) { period in
      Phrase(
        "событие старше дефицита: событие – \(day.inWords), а дефицит выявлен в \(period.text) учебном году",
        en: "the event of \(day.iso) is older than the deficit, which was seen in \(period.text)")
    }
  }

  private func checkAge(
    of deficits: [Reference<Deficit>], in year: AcademicYear, _ id: DocumentID, _ message: (AcademicYear) -> Phrase
  ) -> [Diagnostic] {
    guard !deficitYears.isEmpty else { return [] }
    return deficits.compactMap { reference in
      guard let target = graph[id].target(of: reference), let period = deficitYears[target], year < period.value else {
        return nil
      }
      return diagnostic(
        .answerOlder, id, referenceRange(id, reference), message(period.value),
        advice: Phrase(
          "исправьте «период» дефицита или дату; если опыт доработан позже, напишите «обновлено»",
          en: "correct the deficit’s period or the date; what was improved later has “updated”"),
        notes: [.init(Phrase("период дефицита", en: "the deficit’s period"), at: graph.location(target, period.range))])
    }
  }

  private func checkStrategy(_ material: MaterialFields, _ id: DocumentID) -> [Diagnostic] {
    let answered = graph[id].targets(of: material.deficits)
    // A name that leads nowhere has its own message; it may be the one that is missing here.
    guard let reference = material.strategy, let target = graph[id].target(of: reference),
      answered.count == material.deficits.count, let strategy = graph[target].entity as? Strategy
    else { return [] }
    let own = graph[target].targets(of: strategy.deficits)
    guard own.count == strategy.deficits.count, Set(own).isDisjoint(with: answered) else { return [] }
    return [
      diagnostic(
        .strategyUnrelated, .warning, id, referenceRange(id, reference),
        Phrase(
          "стратегия не восполняет ни одного из дефицитов материала: «\(graph[target].title)»",
          en: "the strategy answers none of the material’s deficits: “\(graph[target].title)”"),
        advice: Phrase(
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
