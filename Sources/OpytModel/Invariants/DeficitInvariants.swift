import OpytDiagnostics

extension GraphInvariants {
  /// Something answers a deficit (16) that is not closed; it was not closed before it was seen (28).
  func check(_ deficit: Deficit, _ id: DocumentID) -> [Diagnostic] {
    let diagnostics = checkClosing(deficit, id)
    let isAnswered = graph.answers(toDeficit: id).contains { isPublished($0.source, toReadersOf: id) }
    let answering = KindSet.materials.union(KindSet([.event, .strategy, .methodPlan]))
    if isAnswered || deficit.isClosed(on: today) || graph.isWrong("closed", in: id)
      || graph.mayBeNamed(id, by: answering)
    {
      return diagnostics
    }
    return diagnostics + [
      diagnostic(
        .deficitUnanswered, .warning, id, titleRange(id),
        Phrase(
          "дефицит «\(graph[id].title)» пока ничем не восполняется: ни темой плана, ни событием, ни стратегией, ни материалом",
          en: "nothing answers “\(graph[id].title)”: no topic of a plan, event, strategy or material"),
        advice: Phrase(
          "укажите его в теме плана, событии, стратегии или материале: поле «дефициты» (deficits)",
          en: "name it in “deficits” of what answers it"))
    ]
  }

  private func checkClosing(_ deficit: Deficit, _ id: DocumentID) -> [Diagnostic] {
    guard let closed = deficit.closed?.date, !closed.isAbsent else { return [] }
    if let period = deficit.period, closed.value < period.value.firstDay {
      return [
        diagnostic(
          .datesOutOfOrder, id, closed.range,
          Phrase(
            "дефицит восполнен раньше, чем выявлен: выявлен в \(period.value.text) учебном году",
            en: "the deficit was closed before it was seen, in \(period.value.text)"),
          advice: Phrase(
            "исправьте «период» (period) или дату восполнения", en: "correct the “period” or the day of the closing"),
          notes: [.init(Phrase("когда выявлен", en: "when it was seen"), at: graph.location(id, period.range))])
      ]
    }
    guard closed.value > today else { return [] }
    return [
      diagnostic(
        .dateInFuture, .warning, id, closed.range,
        Phrase(
          "дефицит отмечен как восполненный, а \(closed.value.inWords) ещё не наступило: до этого дня он считается невосполненным",
          en: "the deficit is told as closed, but \(closed.value.iso) is yet to come: until then it counts as open"),
        advice: Phrase("исправьте дату или уберите поле «восполнен»", en: "correct the day, or take “closed” out"))
    ]
  }
}
