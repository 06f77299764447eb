import OpytDiagnostics

/// A list names each document once (36).
extension GraphInvariants {
  /// References that stand in one list and lead to one document.
  func checkRepetitions(_ id: DocumentID) -> [Diagnostic] {
    let document = graph[id]
    let references = document.decoded.references
    guard references.count > 1 else { return [] }
    var collector = DiagnosticCollector()
    // Those of one list stand together.
    var list: Int?
    var first: [DocumentID: Int] = [:]
    for index in references.indices {
      if references[index].list == nil { continue }
      if references[index].list != list {
        list = references[index].list
        let isAlone = index + 1 == references.count || references[index + 1].list != list
        if isAlone { continue }
        first.removeAll(keepingCapacity: true)
      }
      guard let target = document.target(ofReference: index) else { continue }
      if let other = first[target] {
        collector.add(.referenceRepeated, .warning, repetition(of: other, at: index, id))
      } else {
        first[target] = index
      }
    }
    return collector.diagnostics
  }

  /// One person's memberships of a community that don't follow each other.
  func checkRepetitions(_ community: Community, _ id: DocumentID) -> [Diagnostic] {
    var known: [DocumentID: [Membership]] = [:]
    var diagnostics: [Diagnostic] = []
    for membership in community.members {
      guard let person = graph[id].target(of: membership.person) else { continue }
      if let other = known[person]?.first(where: { !$0.isParted(from: membership) }) {
        diagnostics.append(repetition(of: other.person.index, at: membership.person.index, id))
      }
      known[person, default: []].append(membership)
    }
    return diagnostics
  }

  /// In the author's own words: a title may be for members only.
  private func repetition(of first: Int, at second: Int, _ id: DocumentID) -> Diagnostic {
    let text = graph[id].decoded.references[second].text
    return diagnostic(
      .referenceRepeated, .warning, id, referenceRange(id, second),
      Phrase("«\(text)» стоит в списке дважды", en: "“\(text)” stands twice in the list"),
      advice: Phrase("оставьте одну запись", en: "leave one of them"),
      notes: [
        .init(
          Phrase("первый раз здесь", en: "for the first time here"), at: graph.location(id, referenceRange(id, first)))
      ])
  }
}

extension Membership {
  /// Whether one of two memberships may have ended before the other began: who left may come again.
  fileprivate func isParted(from other: Membership) -> Bool {
    func ends(_ one: Membership, before other: Membership) -> Bool {
      guard let left = one.left, !left.isAbsent else { return false }
      return other.joined.map { left.value <= $0.value } ?? true
    }
    return ends(self, before: other) || ends(other, before: self)
  }
}
