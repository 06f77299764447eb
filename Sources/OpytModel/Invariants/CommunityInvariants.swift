import OpytDiagnostics

extension GraphInvariants {
  /// A community has two members, and who coordinates it is one of them (5); who left had joined before (7).
  func check(_ community: Community, _ id: DocumentID) -> [Diagnostic] {
    var diagnostics = community.members.flatMap {
      checkOrder(
        $0.joined, $0.left, id,
        Phrase("участник вышел из сообщества раньше, чем вступил", en: "left the community before joining"))
    }
    diagnostics += checkStrategy(
      community.strategy, of: community.deficits, id,
      Phrase("ни одного из дефицитов сообщества", en: "none of the community’s deficits"))
    diagnostics += checkRounds(of: community, id)
    // A name that leads nowhere has its own message; it may be the one that is missing here.
    let people = community.members.compactMap { graph[id].target(of: $0.person) }
    guard !people.isEmpty, people.count == community.members.count, !graph.isWrong("members", in: id)
    else { return diagnostics }
    let members = Set(people)
    if members.count < 2 {
      diagnostics.append(
        diagnostic(
          .communityTooSmall, id, community.members.first.flatMap { referenceRange(id, $0.person) },
          Phrase("в сообществе один участник, а нужно хотя бы двое", en: "a community has at least two members"),
          advice: Phrase("впишите остальных в поле «участники» (members)", en: "write the others into “members”")))
    }
    if members.count > 1 { diagnostics += checkRepetitions(community, id) }
    // Who leaves later is still there.
    let present = Set(
      community.members.filter { $0.left.map { $0.value >= today } ?? true }
        .compactMap { graph[id].target(of: $0.person) })
    for coordinator in community.coordinators {
      guard let person = graph[id].target(of: coordinator), !present.contains(person) else { continue }
      if members.contains(person) {
        // Of a community that everybody has left nobody need coordinate.
        if present.isEmpty { continue }
        diagnostics.append(
          diagnostic(
            .coordinatorNotMember, id, referenceRange(id, coordinator),
            Phrase(
              "координатор уже вышел из сообщества: \(graph[person].title)",
              en: "the coordinator has left the community: \(graph[person].title)"),
            advice: Phrase("назовите того, кто ведёт сообщество теперь", en: "name who coordinates it now")))
        continue
      }
      diagnostics.append(
        diagnostic(
          .coordinatorNotMember, id, referenceRange(id, coordinator),
          Phrase(
            "координатора нет среди участников сообщества: \(graph[person].title)",
            en: "the coordinator is not a member: \(graph[person].title)"),
          advice: Phrase("впишите его и в поле «участники» (members)", en: "write them into “members” too")))
    }
    return diagnostics
  }
}
