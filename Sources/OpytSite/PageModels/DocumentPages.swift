import OpytModel
import OpytText

extension PagePresenter {
  /// What stands around the page of any document but a free page, and what it tells besides its fields.
  func page(of id: DocumentID) -> (frame: FrameModel, facts: DocumentFacts) {
    let document = graph[id]
    var facts = DocumentFacts()
    switch document.entity {
    case is any Material: return (materialFrame(id), materialFacts(id))
    case is Person: facts = personFacts(id)
    case is Page:
      return (frame(title: title(of: id), description: document.decoded.excerpt, breadcrumbs: [homeLink]), facts)
    case let community as Community: facts.community = communityFacts(id, community)
    case let event as Event: facts.event = eventFacts(id, event)
    case let deficit as Deficit: facts.deficit = deficitFacts(id, deficit)
    case let strategy as Strategy: facts.strategy = strategyFacts(id, strategy)
    case is MethodPlan: facts.plan = PlanFacts(correspondence: correspondence(of: id))
    case let partner as Partner: facts.partner = partnerFacts(partner)
    case let bulletin as Bulletin: facts.bulletin = bulletinFacts(id, bulletin)
    default: break
    }
    return (entryFrame(id, nil), facts)
  }

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
    facts.appliedIn = catalogue.materials(naming: id, as: .basedOn).map(card)
    facts.related = related(to: id).map(card)
    facts.events = eventCards(catalogue.documents(of: .event, naming: id, as: .materials, .seminar))
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
    let shown = Set([id] + graph[id].targets(of: material.basedOn) + catalogue.materials(naming: id, as: .basedOn))
    var found: [DocumentID] = []
    for direction in graph[id].targets(of: material.directions) {
      for other in catalogue.materials(naming: direction, as: .directions).lazy.prefix(limit + shown.count)
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
      case let community as Community: community.idea.value.paragraphs.first
      case let event as Event: event.task.value.paragraphs.first
      case let deficit as Deficit: deficit.description.value.paragraphs.first
      case let strategy as Strategy: strategy.goal.value.paragraphs.first
      default: nil
      }
    return frame(
      title: part.map { title(title(of: id), $0) } ?? title(of: id),
      description: summary ?? document.decoded.excerpt,
      breadcrumbs: [homeLink, listLink(document.kind)], section: SitePlan.listAddress(of: document.kind),
      accent: accent(ofEntry: document, id))
  }

  func accent(ofEntry document: ResolvedDocument, _ id: DocumentID) -> String {
    let directions: [DocumentID] =
      switch document.entity {
      case is Direction: [id]
      case let community as Community: document.targets(of: community.directions)
      case let event as Event: document.targets(of: event.directions)
      case let deficit as Deficit: document.targets(of: deficit.directions)
      default: []
      }
    return directions.first(where: isPublished).map(accent(direction:)) ?? ""
  }

  func directionFacts(_ id: DocumentID, _ part: SitePlan.ListPart) -> DocumentFacts {
    var facts = listFacts(catalogue.materials(naming: id, as: .directions), part)
    if part.number == 1 { facts.place = placeFacts(id) }
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
    var facts = listFacts(catalogue.materials(naming: id, as: .kindergartens, .host), part)
    if part.number == 1 { facts.place = placeFacts(id) }
    facts.groups = catalogue.directions.compactMap { direction in
      let items = part.items.filter { catalogue.mainDirection(of: $0) == direction }
      return items.isEmpty
        ? nil
        : GroupModel(
          title: title(of: direction), url: url(of: direction), anchor: groupAnchor(direction),
          accent: accent(direction: direction),
          items: items.map(card))
    }
    facts.people = people(catalogue.staff(of: id))
    return facts
  }

  func personFacts(_ id: DocumentID) -> DocumentFacts {
    var facts = DocumentFacts()
    facts.personal = personNetworkFacts(id)
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
