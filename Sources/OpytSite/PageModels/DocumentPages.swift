import OpytModel
import OpytText

extension PagePresenter {
  // MARK: Materials

  func materialFrame(_ id: DocumentID) -> FrameModel {
    let kind = graph[id].kind
    return frame(
      title: title(of: id), description: graph[id].material?.summary.value ?? "",
      breadcrumbs: [homeLink, listLink(kind)], section: SitePlan.listAddress(of: kind), accent: accent(of: id))
  }

  func materialFacts(_ id: DocumentID) -> DocumentFacts {
    let document = graph[id]
    var facts = DocumentFacts()
    facts.kind = kind(document.kind)
    facts.cover = cover(of: id)
    facts.citation = citation(of: id)
    facts.indicators = (document.material?.indicators ?? []).map { IndicatorModel($0, strings) }
    if let material = document.material { facts.authors = people(document.targets(of: material.authors)) }
    facts.appliedIn = catalogue.materials(naming: id, as: "based_on").map(card)
    facts.related = related(to: id).map(card)
    let (newer, older) = catalogue.neighbours(of: id)
    if newer != nil || older != nil {
      facts.neighbours = NeighboursModel(newer: newer.map(link), older: older.map(link))
    }
    switch document.entity {
    case let project as Project:
      facts.duration = strings.text(.duration(project.duration))
      facts.period = strings.dates(from: project.start.value, to: project.end.value)
      facts.stages = project.stages.map(stage)
    case let masterClass as MasterClass:
      facts.masters = people(document.targets(of: masterClass.masters))
      facts.steps = StepModel.steps(masterClass.steps, of: masterClass.minutes.value)
    case let seminar as SeminarProgram:
      facts.days = TimetableModel.days(of: seminar.sessions, strings) { session($0, in: document) }
    default: break
    }
    return facts
  }

  private func session(_ session: Session, in document: ResolvedDocument) -> TimetableModel.Session {
    TimetableModel.Session(
      time: "\(session.start.value.text)–\(session.end.value.text)", title: session.title.value,
      form: label(session.form.value), room: session.room?.value ?? "",
      presenters: links(to: document.targets(of: session.presenters)),
      kindergarten: session.kindergarten.flatMap { document.target(of: $0) }.map(link),
      summary: session.summary?.value.paragraphs ?? [])
  }

  private func stage(_ stage: Stage) -> StageModel {
    StageModel(
      title: stage.title.value, period: strings.dates(from: stage.start?.value, to: stage.end?.value),
      content: stage.content?.value.paragraphs ?? [], result: stage.result?.value.paragraphs ?? [])
  }

  /// «Ильина М. С., Тихонова Д. И. Огород на окне: проект // Сеть. – 2025.»
  private func citation(of id: DocumentID) -> String {
    guard let material = graph[id].material else { return "" }
    let authors = graph[id].targets(of: material.authors).filter(isPublished).map { PersonName(graph[$0].title).short }
    return strings.text(
      .citation,
      [
        "authors": .text(authors.joined(separator: ", ")), "title": .text(title(of: id)),
        "kind": .text(strings.text(.kind(graph[id].kind))), "site": .text(context.configuration.title),
        "year": .number(material.published.value.year),
      ])
  }

  /// The newest others of the same directions.
  private func related(to id: DocumentID, limit: Int = 4) -> [DocumentID] {
    guard let material = graph[id].material else { return [] }
    let shown = Set([id] + graph[id].targets(of: material.basedOn) + catalogue.materials(naming: id, as: "based_on"))
    var found: [DocumentID] = []
    for direction in graph[id].targets(of: material.directions) {
      for other in catalogue.materials(naming: direction, as: "directions").lazy.prefix(limit + shown.count)
      where !shown.contains(other) && !found.contains(other) {
        found.append(other)
      }
    }
    return Array(catalogue.newestFirst(found).prefix(limit))
  }

  // MARK: Directions, kindergartens, people

  func entryFrame(_ id: DocumentID, _ part: SitePlan.ListPart?) -> FrameModel {
    let document = graph[id]
    let summary: String? =
      switch document.entity {
      case let direction as Direction: direction.summary.value
      case let kindergarten as Kindergarten: kindergarten.summary?.value.paragraphs.first
      default: nil
      }
    return frame(
      title: part.map { title(title(of: id), $0) } ?? title(of: id),
      description: summary ?? document.decoded.excerpt,
      breadcrumbs: [homeLink, listLink(document.kind)], section: SitePlan.listAddress(of: document.kind),
      accent: document.kind == .direction ? accent(direction: id) : "")
  }

  func directionFacts(_ id: DocumentID, _ part: SitePlan.ListPart) -> DocumentFacts {
    var facts = listFacts(catalogue.materials(naming: id, as: "directions"), part)
    // The further parts of the list are for going on reading, not for beginning.
    if part.number == 1 { facts.kindergartens = catalogue.kindergartens(takingPartIn: id).map(link) }
    facts.groups = Kind.materials.compactMap { kind in
      let items = part.items.filter { graph[$0].kind == kind }
      return items.isEmpty
        ? nil
        : GroupModel(title: strings.text(.list(kind)), items: items.map(card))
    }
    return facts
  }

  func kindergartenFacts(_ id: DocumentID, _ part: SitePlan.ListPart) -> DocumentFacts {
    var facts = listFacts(catalogue.materials(naming: id, as: "kindergartens", "host"), part)
    facts.groups = catalogue.directions.compactMap { direction in
      let items = part.items.filter { catalogue.mainDirection(of: $0) == direction }
      return items.isEmpty
        ? nil
        : GroupModel(
          title: title(of: direction), url: url(of: direction), accent: accent(direction: direction),
          items: items.map(card))
    }
    facts.people = people(catalogue.staff(of: id))
    return facts
  }

  func personFacts(_ id: DocumentID) -> DocumentFacts {
    var facts = DocumentFacts()
    facts.groups = PersonRole.allCases.compactMap { role in
      let items = catalogue.materials(naming: id, as: role.fields)
      return items.isEmpty
        ? nil : GroupModel(title: strings.text(.role(role)), items: items.map(card))
    }
    return facts
  }

  private func listFacts(_ materials: [DocumentID], _ part: SitePlan.ListPart) -> DocumentFacts {
    var facts = DocumentFacts()
    facts.count = materials.count
    facts.pagination = pagination(part)
    return facts
  }
}
