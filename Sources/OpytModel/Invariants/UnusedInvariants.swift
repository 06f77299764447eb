import OpytDiagnostics
import OpytText

/// What nothing of the network refers to yet. A network begins with many such directions and people, and one message
/// tells of all of a kind.
extension GraphInvariants {
  /// Directions have materials (15), people a material or an event (20).
  func checkUnused() -> [Diagnostic] { checkDirections() + checkPeople() }

  private func checkDirections() -> [Diagnostic] {
    let empty = graph.ids(of: .direction).filter { id in
      !graph.mayBeNamed(id, by: .materials)
        && !graph.references(to: id).contains { $0.role == .directions && isPublished($0.source) }
    }
    return told(
      .directionEmpty, empty,
      one: { title in
        Phrase("в направлении «\(title)» нет ни одного материала", en: "“\(title)” has no material")
      },
      several: { count in
        Phrase(
          "нет ни одного материала в \(Plural("направлении", "направлениях", "направлениях").counted(count))",
          en: "\(count) directions have no material")
      },
      advice: Phrase(
        """
        назовите направление в поле «направления» материала, который к нему относится; если такого материала ещё нет, \
        ничего делать не нужно
        """, en: "name the direction in “directions” of a material; until there is one, nothing has to be done"))
  }

  private func checkPeople() -> [Diagnostic] {
    let deeds = KindSet.materials.union(KindSet(.event))
    let idle = graph.ids(of: .person).filter { id in
      // A file that was only begun: what it misses was told.
      !graph.isWrong("title", in: id) && !graph.mayBeNamed(id, by: deeds)
        && !graph.references(to: id).contains { deeds.contains(graph[$0.source].kind) }
    }
    return told(
      .personIdle, idle,
      one: { title in Phrase("\(title): нет ни материалов, ни событий", en: "\(title): no material and no event") },
      several: { count in
        Phrase(
          "нет ни материалов, ни событий у \(Plural("педагога", "педагогов", "педагогов").counted(count))",
          en: "\(count) people have no material and no event")
      },
      advice: Phrase(
        """
        назовите педагога в поле «авторы» материала или «инициаторы» события; если он пока ничего не публиковал, \
        ничего делать не нужно
        """,
        en: "name the person in “authors” of a material or “initiators” of an event; until then nothing has to be done")
    )
  }

  /// One problem in as many places as there are documents.
  private func told(
    _ code: DiagnosticCode, _ ids: [DocumentID], one: (String) -> Phrase, several: (Int) -> Phrase, advice: Phrase
  ) -> [Diagnostic] {
    let message = ids.count == 1 ? one(graph[ids[0]].title) : several(ids.count)
    return ids.map { id in
      Diagnostic(
        code, .warning, message, at: graph.location(id, titleRange(id)), advice: advice, cause: code.rawValue)
    }
  }
}
