import OpytDiagnostics

extension GraphInvariants {
  func check(_ kindergarten: Kindergarten, _ id: DocumentID) -> [Diagnostic] {
    checkOrder(
      kindergarten.joined, kindergarten.left, id,
      Phrase("сад вышел из сети раньше, чем вступил", en: "left the network before joining"))
  }

  /// A direction has materials (15).
  func checkDirection(_ id: DocumentID) -> [Diagnostic] {
    let hasMaterials = graph.references(to: id).contains {
      $0.role == "directions" && graph.isPublished($0.source, includingDrafts: false)
    }
    if hasMaterials { return [] }
    return [
      diagnostic(
        .directionEmpty, .warning, id, titleRange(id),
        Phrase(
          "в направлении «\(graph[id].title)» нет ни одного материала", en: "“\(graph[id].title)” has no material"))
    ]
  }

  /// People have a material or an event (20), and their consent (`domain.md` §3).
  func check(_ person: Person, _ id: DocumentID) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let deeds = graph.references(to: id).filter { graph[$0.source].kind.isMaterial }
    if deeds.isEmpty {
      diagnostics.append(
        diagnostic(
          .personIdle, .warning, id, titleRange(id),
          Phrase(
            "\(graph[id].title): нет ни материалов, ни событий", en: "\(graph[id].title): no material and no event")))
    }
    if person.consent == nil {
      diagnostics.append(
        diagnostic(
          .personWithoutConsent, .warning, id, titleRange(id),
          Phrase(
            "\(graph[id].title) не публикуется: нет согласия («consent»)",
            en: "\(graph[id].title) is not published: no consent"),
          advice: Phrase(
            "впишите номер согласия из реестра; до этого имя не появится и в материалах",
            en: "write the consent's registry number; until then the name is not shown in materials either")))
    }
    return diagnostics
  }

  /// A public document never refers to a members-only one (13); one that leads to a draft has a gap until it is published.
  func checkVisibility(_ id: DocumentID) -> [Diagnostic] {
    guard !graph.isMembersOnly(id) else { return [] }
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
            notes: [.init(Phrase("вот он", en: "this one"), at: graph.location(target))]))
      } else if graph.isDraft(target), !graph.isDraft(id) {
        diagnostics.append(
          diagnostic(
            .referenceToDraft, .warning, id, range,
            Phrase(
              "ссылка на черновик: пока он не опубликован, её не будет видно",
              en: "a reference to a draft is not shown until that is published"),
            notes: [.init(Phrase("вот он", en: "this one"), at: graph.location(target))]))
      }
    }
    for (reference, target) in zip(document.decoded.references, document.targets) {
      if let target { check(target, reference.range) }
    }
    for (link, target) in zip(document.decoded.links, document.linkTargets) {
      if case .document(let target, _) = target { check(target, link.range) }
    }
    return diagnostics
  }
}
