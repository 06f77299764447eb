import OpytDiagnostics

extension GraphInvariants {
  /// What every material must satisfy: 3 (published ≤ updated), 6, 7, 21.
  func check(_ material: MaterialFields, _ id: DocumentID) -> [Diagnostic] {
    var diagnostics = checkOrder(
      material.published, material.updated, id,
      Phrase("обновлено раньше, чем опубликовано", en: "updated before it was published"))
    let status = material.effectiveStatus
    if status == .adopted || status == .archived, material.results.isEmpty {
      diagnostics.append(
        diagnostic(
          .resultsMissing, id, material.status?.range ?? titleRange(id),
          Phrase(
            "у внедрённого материала нет результатов («results»)", en: "an adopted material has no results"),
          advice: Phrase(
            "напишите, что получилось, или укажите status: piloting (апробация)",
            en: "write what came of it, or set status: piloting")))
    }
    diagnostics += checkMembership(material, id)
    for photo in material.photos where photo.consent == nil && !photo.file.isAbsent {
      diagnostics.append(
        diagnostic(
          .photoWithoutConsent, policy.photoConsentRequired ? .error : .warning, id, photo.file.range,
          Phrase("у фотографии не указано согласие («consent»)", en: "the photo has no consent"),
          advice: Phrase(
            "впишите номер согласия или «не требуется», если людей на снимке нет",
            en: "write the consent's number, or “not needed” where nobody is seen")))
    }
    return diagnostics
  }

  /// An author's kindergarten had joined the network when the material was published (7).
  private func checkMembership(_ material: MaterialFields, _ id: DocumentID) -> [Diagnostic] {
    guard !material.published.isAbsent else { return [] }
    let ofAuthors = material.authors.compactMap { author -> (DocumentID, SourceRange?)? in
      guard let person = graph[id].target(of: author), let entity = graph[person].entity as? Person,
        let home = entity.kindergarten, let kindergarten = graph[person].target(of: home)
      else { return nil }
      return (kindergarten, referenceRange(id, author))
    }
    let own = material.kindergartens.compactMap { reference in
      graph[id].target(of: reference).map { ($0, referenceRange(id, reference)) }
    }
    var told: Set<DocumentID> = []
    return (ofAuthors + own).compactMap { kindergarten, range in
      guard let joined = (graph[kindergarten].entity as? Kindergarten)?.joined, joined.value > material.published.value,
        told.insert(kindergarten).inserted
      else { return nil }
      return diagnostic(
        .notYetJoined, id, range,
        Phrase(
          "«\(graph[kindergarten].title)» вступил в сеть \(joined.value.iso), позже публикации материала",
          en: "“\(graph[kindergarten].title)” joined on \(joined.value.iso), after the material was published"),
        notes: [.init(Phrase("дата вступления", en: "the date of joining"), at: graph.location(kindergarten, joined.range))])
    }
  }

  /// Stages lie inside their project, and in order (3).
  func check(_ project: Project, _ id: DocumentID) -> [Diagnostic] {
    var diagnostics = checkOrder(
      project.start, project.end, id, Phrase("проект кончается раньше, чем начался", en: "the project ends before its start"))
    var previous: Located<CalendarDate>?
    for stage in project.stages {
      diagnostics += checkOrder(
        stage.start, stage.end, id, Phrase("этап кончается раньше, чем начался", en: "the stage ends before its start"))
      for date in [stage.start, stage.end].compactMap({ $0 }) {
        let isInside =
          (project.start.isAbsent || date.value >= project.start.value)
          && (project.end.isAbsent || date.value <= project.end.value)
        guard !isInside else { continue }
        diagnostics.append(
          diagnostic(
            .stageOutsideProject, id, date.range,
            Phrase(
              "этап «\(stage.title.value)» выходит за сроки проекта (\(project.start.value.iso) – \(project.end.value.iso))",
              en: "the stage “\(stage.title.value)” lies outside the project")))
      }
      diagnostics += checkOrder(
        previous, stage.start, id,
        Phrase("этап начинается раньше предыдущего", en: "the stage starts before the one above it"))
      previous = stage.start ?? previous
    }
    return diagnostics
  }

  /// The minutes of the steps, where given, fit into the whole.
  func check(_ masterClass: MasterClass, _ id: DocumentID) -> [Diagnostic] {
    let sum = masterClass.steps.compactMap(\.minutes?.value).reduce(0, +)
    guard !masterClass.minutes.isAbsent, sum > masterClass.minutes.value else { return [] }
    return [
      diagnostic(
        .minutesExceeded, id, masterClass.minutes.range,
        Phrase(
          "шаги занимают \(sum) мин., а весь мастер-класс – \(masterClass.minutes.value)",
          en: "the steps take \(sum) minutes, the whole \(masterClass.minutes.value)"))
    ]
  }

  /// Iterations stand in the order of their dates; all who planned observe (3 and 19).
  func check(_ methodicalCase: MethodicalCase, _ id: DocumentID) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let planners = graph[id].targets(of: methodicalCase.material.authors)
    var previous: Located<CalendarDate>?
    for iteration in methodicalCase.cycle {
      diagnostics += checkOrder(
        previous, iteration.date, id,
        Phrase("занятие цикла раньше предыдущего", en: "an iteration before the one above it"))
      previous = iteration.date
      let present = Set(graph[id].targets(of: iteration.conductedBy) + graph[id].targets(of: iteration.observers))
      let absent = planners.filter { !present.contains($0) }
      guard !absent.isEmpty else { continue }
      let names = absent.map { graph[$0].title }.joined(separator: ", ")
      diagnostics.append(
        diagnostic(
          .observersIncomplete, .warning, id, iteration.date.isAbsent ? titleRange(id) : iteration.date.range,
          Phrase(
            "наблюдают все, кто планировал, а здесь нет: \(names)", en: "all planners observe; missing here: \(names)")))
    }
    return diagnostics
  }

  /// No material is based on itself, by however many steps (10).
  func checkBasedOnCycles() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var finished: Set<DocumentID> = []
    for start in graph.ids where graph[start].kind.isMaterial && !finished.contains(start) {
      // Depth first without recursion: a chain may be as long as the network.
      var path: [DocumentID] = []
      var isOnPath: Set<DocumentID> = []
      var pending: [(id: DocumentID, isReturn: Bool)] = [(start, false)]
      while let (id, isReturn) = pending.popLast() {
        if isReturn {
          path.removeLast()
          isOnPath.remove(id)
          finished.insert(id)
          continue
        }
        guard !finished.contains(id), isOnPath.insert(id).inserted else { continue }
        path.append(id)
        pending.append((id, true))
        for reference in graph.material(id)?.basedOn ?? [] {
          guard let original = graph[id].target(of: reference) else { continue }
          if isOnPath.contains(original) {
            diagnostics.append(cycle(path.drop { $0 != original } + [original], id, referenceRange(id, reference)))
          } else {
            pending.append((original, false))
          }
        }
      }
    }
    return diagnostics
  }

  private func cycle(_ chain: some Sequence<DocumentID>, _ id: DocumentID, _ range: SourceRange?) -> Diagnostic {
    let names = chain.map { "«\(graph[$0].title)»" }.joined(separator: " → ")
    return diagnostic(
      .basedOnCycle, id, range,
      Phrase("материалы основаны друг на друге по кругу: \(names)", en: "materials based on each other: \(names)"))
  }
}
