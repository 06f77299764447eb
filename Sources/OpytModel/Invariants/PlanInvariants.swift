import OpytDiagnostics
import OpytText

extension GraphInvariants {
  /// A plan has one owner, its actions and events lie in its academic year (26), and its year is not before that of the
  /// deficits it answers (28); a topic's strategy is for one of its deficits (32), and each topic has an action (34).
  func check(_ plan: MethodPlan, _ id: DocumentID) -> [Diagnostic] {
    var diagnostics = checkOwner(plan, id) + checkTopics(plan, id)
    for topic in plan.topics {
      diagnostics += checkStrategy(
        topic.strategy, of: topic.deficits, id,
        Phrase("ни одного из дефицитов темы", en: "none of the topic’s deficits"))
      for action in topic.actions {
        let term = action.term
        guard !term.isAbsent, term.value.firstDay > term.value.lastDay else { continue }
        diagnostics.append(
          diagnostic(
            .datesOutOfOrder, id, term.range,
            Phrase(
              "срок заканчивается раньше, чем начинается: \(term.value.inWords)",
              en: "the term ends before its start: \(term.value.text)"),
            advice: Self.advice(term.value.firstDay, term.value.lastDay)))
      }
    }
    guard !plan.academicYear.isAbsent else { return diagnostics }
    let year = plan.academicYear.value
    var told: Set<DocumentID> = []
    for topic in plan.topics {
      for action in topic.actions { diagnostics += checkTerm(of: action, in: year, id) }
      for reference in topic.allEvents {
        // An event may stand in the topic and in one of its actions.
        guard let target = graph[id].target(of: reference), told.insert(target).inserted else { continue }
        diagnostics += checkEvent(target, reference, in: year, id)
      }
      diagnostics += checkAge(of: topic.deficits, in: year, id) { period in
        Phrase(
          "план старше дефицита: план – на \(year.text) учебный год, а дефицит выявлен в \(period.text)",
          en: "the plan of \(year.text) is older than the deficit, which was seen in \(period.text)")
      } advice: {
        Phrase(
          "исправьте «период» (period) дефицита или уберите его из темы: план работает с тем, что выявлено до него",
          en: "correct the deficit’s period, or take it out of the topic")
      }
    }
    return diagnostics
  }

  private func checkOwner(_ plan: MethodPlan, _ id: DocumentID) -> [Diagnostic] {
    guard let kindergarten = plan.kindergarten, let community = plan.community else { return [] }
    return [
      diagnostic(
        .planOwnedTwice, id, referenceRange(id, community),
        Phrase(
          "план и сада, и сообщества сразу: у плана один владелец",
          en: "the plan is a kindergarten’s and a community’s at once: it has one owner"),
        advice: Phrase(
          "оставьте «сад» (kindergarten) или «сообщество» (community); второму сделайте свой план",
          en: "keep the kindergarten or the community, and make a plan of its own for the other"),
        notes: [
          .init(
            Phrase("здесь назван сад", en: "the kindergarten is named here"),
            at: graph.location(id, referenceRange(id, kindergarten)))
        ])
    ]
  }

  /// All topics of a plan without actions are told at once.
  private func checkTopics(_ plan: MethodPlan, _ id: DocumentID) -> [Diagnostic] {
    let bare = plan.topics.filter { $0.actions.isEmpty && !$0.title.isAbsent }
    guard let first = bare.first, !graph.isWrong("topics", in: id) else { return [] }
    let message =
      bare.count == 1
      ? Phrase(
        "у темы «\(first.title.value)» нет ни одного мероприятия", en: "the topic “\(first.title.value)” has no action")
      : Phrase(
        "нет ни одного мероприятия у \(Plural("темы", "тем", "тем").counted(bare.count)) плана",
        en: "\(bare.count) topics of the plan have no action")
    return bare.map { topic in
      Diagnostic(
        .topicWithoutAction, .warning, message, at: graph.location(id, topic.title.range),
        advice: Phrase(
          "впишите в тему поле «мероприятия» (actions): что сделают, срок и кто отвечает",
          en: "write “actions” into the topic: what will be done, its term and who is responsible"),
        cause: "\(DiagnosticCode.topicWithoutAction.rawValue) \(graph[id].decoded.path)")
    }
  }

  private func checkTerm(of action: PlannedAction, in year: AcademicYear, _ id: DocumentID) -> [Diagnostic] {
    let term = action.term
    guard !term.isAbsent, term.value.firstDay <= term.value.lastDay,
      !year.contains(term.value.firstDay) || !year.contains(term.value.lastDay)
    else { return [] }
    return [
      diagnostic(
        .academicYearMismatch, id, term.range,
        Phrase(
          "срок мероприятия (\(term.value.inWords)) не в учебном году плана: \(year.text), с 1 сентября по 31 августа",
          en: "the action’s term (\(term.value.text)) is not in the plan’s academic year \(year.text)"),
        advice: Phrase(
          "исправьте срок или перенесите мероприятие в план того года",
          en: "correct the term, or move the action to the plan of its year"))
    ]
  }

  private func checkEvent(
    _ target: DocumentID, _ reference: Reference<Event>, in year: AcademicYear, _ id: DocumentID
  ) -> [Diagnostic] {
    guard let event = graph[target].entity as? Event, !event.start.isAbsent, !year.contains(event.start.value.date)
    else { return [] }
    let day = event.start.value.date
    return [
      diagnostic(
        .academicYearMismatch, id, referenceRange(id, reference),
        Phrase(
          "событие (\(day.inWords)) не в учебном году плана: \(year.text), с 1 сентября по 31 августа",
          en: "the event (\(day.iso)) is not in the plan’s academic year \(year.text)"),
        advice: Phrase(
          "перенесите его в план того года или исправьте дату события",
          en: "move it to the plan of its year, or correct the event’s date"),
        notes: [.init(Phrase("дата события", en: "the event’s date"), at: graph.location(target, event.start.range))])
    ]
  }
}
