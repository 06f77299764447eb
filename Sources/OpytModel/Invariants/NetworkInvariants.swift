import OpytDiagnostics
import OpytMarkup

extension GraphInvariants {
  func check(_ kindergarten: Kindergarten, _ id: DocumentID) -> [Diagnostic] {
    checkOrder(
      kindergarten.joined, kindergarten.left, id,
      Phrase("сад вышел из сети раньше, чем вступил", en: "left the network before joining"))
      + checkSuccessor(of: kindergarten, id)
  }

  /// What people did is past, and they have given their consent.
  func check(_ person: Person, _ id: DocumentID) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    // A file that was only begun: what it misses was told.
    if graph.isWrong("title", in: id) { return [] }
    diagnostics += checkName(person, id)
    diagnostics += checkPosts(of: person, id)
    for item in person.development {
      diagnostics += checkPast(
        item.done, id, Phrase("пункт плана развития отмечен как выполненный", en: "the item is told as done"))
    }
    if person.consent == nil, !graph.isWrong("consent", in: id) {
      diagnostics.append(
        diagnostic(
          .personWithoutConsent, .warning, id, titleRange(id),
          Phrase(
            "\(graph[id].title) не публикуется: нет согласия («согласие», consent)",
            en: "\(graph[id].title) is not published: no consent"),
          advice: Phrase(
            "впишите номер из журнала согласий; до этого имя не появится и в материалах",
            en: "write the consent's registry number; until then the name is not shown in materials either")))
    }
    if person.consent != nil {
      let name = graph[id].title
      diagnostics += checkEnd(of: person.consentTerm, id, Phrase(name, en: name))
    }
    return diagnostics
  }

  /// A public document never refers to a members-only one (13); one that leads to a draft has a gap until it is published.
  func checkVisibility(_ id: DocumentID) -> [Diagnostic] {
    guard !graph.isMembersOnly(id), !graph.isWrong("visibility", in: id) else { return [] }
    let document = graph[id]
    var diagnostics: [Diagnostic] = []
    func check(_ target: DocumentID, _ range: SourceRange?) {
      if graph.isMembersOnly(target) {
        diagnostics.append(
          diagnostic(
            .referenceToMembersOnly, id, range,
            Phrase(
              "открытый документ ссылается на документ только для участников",
              en: "a public document refers to a members-only one"),
            advice: Phrase(
              "уберите ссылку или откройте тот документ: «доступ: открыто» (visibility: public)",
              en: "remove the reference, or open that document: visibility: public"),
            notes: [.init(Phrase("вот он", en: "this one"), at: graph.location(target))]))
      } else if graph.isDraft(id) {
        return
      } else if graph.isDraft(target) {
        diagnostics.append(
          diagnostic(
            .referenceToDraft, .warning, id, range,
            Phrase(
              "ссылка на черновик: пока он не опубликован, её не будет видно",
              en: "a reference to a draft is not shown until that is published"),
            notes: [.init(Phrase("вот он", en: "this one"), at: graph.location(target))]))
      } else if let day = waitingDay(of: target), day > waitingDay(of: id) ?? today {
        diagnostics.append(referenceToWaiting(target, until: day, at: id, range))
      }
    }
    let references = document.decoded.references
    for index in references.indices {
      // What stands in an item for members only is not public.
      if let target = document.targets[index], !references[index].isMembersOnly {
        check(target, references[index].range)
      }
    }
    for index in document.linkTargets.indices {
      if case .document(let target, _) = document.linkTargets[index] {
        check(target, document.decoded.links[index].range)
      }
    }
    return diagnostics
  }
}
