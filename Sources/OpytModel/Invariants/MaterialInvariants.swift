import OpytDiagnostics

extension GraphInvariants {
  /// What every material must satisfy: 3 (published ≤ updated), 6, 7, 21.
  func check(_ material: MaterialFields, _ id: DocumentID) -> [Diagnostic] {
    var diagnostics = checkOrder(
      material.published, material.updated, id,
      Phrase("обновлено раньше, чем опубликовано", en: "updated before it was published"))
    diagnostics += checkPast(
      material.updated, id,
      Phrase("материал отмечен как обновлённый", en: "the material is told as updated"))
    diagnostics += checkChanges(of: material, id) + checkReviews(of: material, id)
    let status = material.effectiveStatus
    if status == .adopted || status == .archived, material.results.isEmpty,
      !graph.isWrong("status", in: id), !graph.isWrong("results", in: id)
    {
      let label = Statuses.vocabulary.label(for: status.key)
      diagnostics.append(
        diagnostic(
          .resultsMissing, id, material.status?.range ?? titleRange(id),
          material.status == nil
            ? Phrase(
              "статус не указан, поэтому материал считается внедрённым, а результатов («результаты», results) нет",
              en: "without a status a material is adopted, and there are no results")
            : Phrase(
              "у материала со статусом «\(label)» нет результатов («результаты», results)",
              en: "no results, but \(status.key)"),
          advice: Phrase(
            "напишите, что получилось: «результаты: […]»; если ещё идёт апробация, напишите «статус: апробация» (status: piloting)",
            en: "write what came of it, or set status: piloting")))
    }
    if !material.published.isAbsent {
      diagnostics += checkMembership(
        of: material.kindergartens, on: material.published.value, id, isMaterial: true)
      diagnostics += checkAuthors(
        of: material, id, excused: Set(graph[id].targets(of: material.roles.map(\.person))))
    }
    diagnostics += checkAnswers(material, id)
    return diagnostics + checkPhotos(id)
  }

  /// The photos of a material or an event have consents that hold (21 and 30).
  func checkPhotos(_ id: DocumentID) -> [Diagnostic] {
    var collector = DiagnosticCollector()
    for photo in graph[id].decoded.photos where !photo.file.isAbsent {
      let name =
        graph[id].decoded.files.indices.contains(photo.file.index) ? graph[id].decoded.files[photo.file.index].text : ""
      for told in checkEnd(of: photo.consentTerm, id, Phrase("снимок \(name)", en: "the photo \(name)")) {
        collector.add(told.code, told.severity, told)
      }
      // What is wrong with it was told.
      guard photo.consents.isEmpty, photo.noPeople?.value != true, !graph.isWrong("photos", in: id) else { continue }
      let severity: Severity = policy.photoConsentRequired ? .error : .warning
      collector.add(
        .photoWithoutConsent, severity,
        diagnostic(
          .photoWithoutConsent, severity, id, photo.file.range,
          Phrase("у фотографии не указано согласие («согласие», consent)", en: "the photo has no consent"),
          advice: Phrase(
            "впишите номер согласия; если людей на снимке нет, добавьте «людей_нет: да» (no_people)",
            en: "write the consent's number, or “no_people: yes” where nobody is seen")))
    }
    return collector.diagnostics
  }

  /// Stages lie inside their project, and in order (3).
  func check(_ project: Project, _ id: DocumentID) -> [Diagnostic] {
    var diagnostics = checkOrder(
      project.start, project.end, id,
      Phrase("проект заканчивается раньше, чем начался", en: "the project ends before its start"))
    var previous: Located<CalendarDate>?
    for stage in project.stages {
      diagnostics += checkOrder(
        stage.start, stage.end, id,
        Phrase("этап заканчивается раньше, чем начался", en: "the stage ends before its start"))
      diagnostics += [stage.start, stage.end].compactMap { $0 }.compactMap { checkInside(project, $0, id) }
      diagnostics += checkOrder(
        previous, stage.start ?? stage.end, id,
        Phrase("этапы стоят не по порядку: этот раньше предыдущего", en: "the stage is before the one above it"),
        advice: Phrase(
          "переставьте этапы по датам или исправьте дату", en: "put the stages in order, or correct the date"))
      previous = stage.start ?? previous
    }
    return diagnostics
  }

  private func checkInside(_ project: Project, _ date: Located<CalendarDate>, _ id: DocumentID) -> Diagnostic? {
    if !project.start.isAbsent, date.value < project.start.value {
      return diagnostic(
        .stageOutsideProject, id, date.range,
        Phrase(
          "этап выходит за сроки проекта: проект начинается \(project.start.value.inWords)",
          en: "the stage lies outside the project, which starts on \(project.start.value.iso)"))
    }
    if !project.end.isAbsent, date.value > project.end.value {
      return diagnostic(
        .stageOutsideProject, id, date.range,
        Phrase(
          "этап выходит за сроки проекта: проект заканчивается \(project.end.value.inWords)",
          en: "the stage lies outside the project, which ends on \(project.end.value.iso)"))
    }
    return nil
  }

  /// The minutes of the steps, where given, fit into the whole.
  func check(_ masterClass: MasterClass, _ id: DocumentID) -> [Diagnostic] {
    checkMinutes(
      of: masterClass.steps.map(\.minutes), within: masterClass.minutes, id,
      Phrase("мастер-класс", en: "master class")) + checkDay(masterClass, id)
  }

  /// A master class with results has taken place (25).
  private func checkDay(_ masterClass: MasterClass, _ id: DocumentID) -> [Diagnostic] {
    let status = masterClass.material.effectiveStatus
    guard status == .adopted || status == .archived else { return [] }
    return checkPast(
      masterClass.date, id, Phrase("мастер-класс описан как проведённый", en: "the master class is told as given"))
  }

  /// The minutes of the parts, where given, fit into the whole.
  func check(_ lesson: LessonPlan, _ id: DocumentID) -> [Diagnostic] {
    checkMinutes(of: lesson.parts.map(\.minutes), within: lesson.minutes, id, Phrase("занятие", en: "lesson"))
  }

  private func checkMinutes(
    of parts: [Located<Int>?], within whole: Located<Int>?, _ id: DocumentID, _ name: Phrase
  ) -> [Diagnostic] {
    let sum = parts.compactMap { $0?.value }.reduce(0, +)
    guard let whole, !whole.isAbsent, sum > whole.value else { return [] }
    return [
      diagnostic(
        .minutesExceeded, id, whole.range,
        Phrase(
          "части занимают \(sum) мин., а \(name.russian) – \(whole.value)",
          en: "the parts take \(sum) minutes, the \(name.english) \(whole.value)"))
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
        Phrase("занятие цикла раньше предыдущего", en: "an iteration before the one above it"),
        advice: Phrase(
          "переставьте занятия по датам или исправьте дату", en: "put them in order, or correct the date"))
      previous = iteration.date
      diagnostics += checkPast(
        iteration.date, id, Phrase("занятие цикла описано как проведённое", en: "the iteration is told as done"))
      let people = iteration.conductedBy + iteration.observers
      let present = Set(graph[id].targets(of: people))
      // A name that leads nowhere has its own message; it may be the one that is missing here.
      guard people.allSatisfy({ graph[id].target(of: $0) != nil }) else { continue }
      let absent = planners.filter { !present.contains($0) }
      guard !absent.isEmpty else { continue }
      let names = absent.map { graph[$0].title }.joined(separator: ", ")
      diagnostics.append(
        diagnostic(
          .observersIncomplete, .warning, id, iteration.date.isAbsent ? titleRange(id) : iteration.date.range,
          Phrase(
            "наблюдают все, кто планировал, а здесь нет: \(names)", en: "all planners observe; missing here: \(names)"))
      )
    }
    return diagnostics
  }

  /// No material is based on itself, by however many steps (10).
  func checkBasedOnCycles() -> [Diagnostic] {
    enum State { case new, onPath, finished }
    var diagnostics: [Diagnostic] = []
    var states = [State](repeating: .new, count: graph.documents.count)
    func originals(_ id: DocumentID) -> [Reference<AnyMaterial>] { graph[id].material?.originals ?? [] }
    for start in graph.ids where states[start.index] == .new && !originals(start).isEmpty {
      // Depth first without recursion: a chain may be as long as the network.
      var path: [DocumentID] = []
      var pending: [(id: DocumentID, isReturn: Bool)] = [(start, false)]
      while let (id, isReturn) = pending.popLast() {
        if isReturn {
          path.removeLast()
          states[id.index] = .finished
          continue
        }
        guard states[id.index] == .new else { continue }
        states[id.index] = .onPath
        path.append(id)
        pending.append((id, true))
        for reference in originals(id) {
          guard let original = graph[id].target(of: reference) else { continue }
          switch states[original.index] {
          case .onPath:
            diagnostics.append(
              cycle(path.drop { $0 != original } + [original], id, referenceRange(id, reference.index)))
          case .new: pending.append((original, false))
          case .finished: break
          }
        }
      }
    }
    return diagnostics
  }

  private func cycle(_ chain: some Sequence<DocumentID>, _ id: DocumentID, _ range: SourceRange?) -> Diagnostic {
    // As they are written in `based_on`, and without titles: some may be for members only.
    var names = chain.map { "\(graph[$0].kind.folder)/\(graph[$0].decoded.id)" }
    if names.count > 8 { names.replaceSubrange(4..<names.count - 3, with: ["…"]) }
    let path = names.joined(separator: " → ")
    return diagnostic(
      .basedOnCycle, id, range,
      Phrase("материалы основаны друг на друге по кругу: \(path)", en: "materials based on each other: \(path)"))
  }
}
