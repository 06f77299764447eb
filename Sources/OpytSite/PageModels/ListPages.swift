import OpytDiagnostics
import OpytModel
import OpytText

extension PagePresenter {
  func home() -> HomeModel {
    let configuration = context.configuration
    let counts = (Kind.materials + [.community, .event, .kindergarten, .person]).filter(catalogue.hasList).map { kind in
      HomeModel.Count(
        kind: self.kind(kind), number: count(of: kind), label: strings.counted(kind, count(of: kind)),
        url: url(SitePlan.listAddress(of: kind)))
    }
    return HomeModel(
      frame: frame(
        title: configuration.title, description: configuration.description, section: SitePlan.home, isHome: true),
      counts: counts, newest: catalogue.materials.prefix(6).map(card),
      upcoming: eventCards(Array(catalogue.upcomingEvents.prefix(3))),
      bulletin: catalogue.ids(of: .bulletin).first.map(link),
      overviews: overviews,
      directions: catalogue.directions.map(directoryEntry),
      kindergartens: catalogue.kindergartens.prefix(SitePlan.listLength).map(directoryEntry))
  }

  private var overviews: [LinkModel] {
    var links: [LinkModel] = []
    func add(_ title: ThemeString, _ address: Address, if isThere: Bool) {
      if isThere { links.append(LinkModel(title: strings.text(title), url: url(address))) }
    }
    for kind in [Kind.community, .deficit, .strategy, .methodPlan, .partner, .bulletin]
    where catalogue.hasList(of: kind) {
      links.append(listLink(kind))
    }
    add(.coverageTitle, SitePlan.coverage(nil), if: !catalogue.materials.isEmpty)
    add(.correspondenceTitle, SitePlan.correspondence, if: catalogue.hasCorrespondence)
    add(.reuseTitle, SitePlan.reuse, if: catalogue.hasReuse)
    add(.reportTitle, SitePlan.report, if: context.configuration.hasReport)
    return links
  }

  func materialList(_ kind: Kind, _ part: SitePlan.ListPart) -> MaterialListModel {
    MaterialListModel(
      frame: frame(
        title: title(strings.text(.list(kind)), part), description: listDescription(kind),
        breadcrumbs: [homeLink], section: part.first),
      count: strings.count(count(of: kind), of: kind), items: part.items.map(card), pagination: pagination(part))
  }

  func directory(_ kind: Kind, _ part: SitePlan.ListPart) -> DirectoryModel {
    let isGrouped = kind == .community
    return DirectoryModel(
      frame: frame(
        title: title(strings.text(.list(kind)), part), description: listDescription(kind),
        breadcrumbs: [homeLink], section: part.first),
      count: strings.count(count(of: kind), of: kind), items: isGrouped ? [] : part.items.map(directoryEntry),
      groups: isGrouped ? groups(part.items) : [],
      feed: kind == .bulletin && context.hasFeed ? url(SitePlan.bulletinFeed) : nil, pagination: pagination(part))
  }

  /// Communities by their directions: one of several stands under each.
  private func groups(_ items: [DocumentID]) -> [DirectoryModel.Group] {
    catalogue.directions.compactMap { direction in
      let own = items.filter { id in
        graph[id].targets(of: (graph[id].entity as? Community)?.directions ?? []).contains(direction)
      }
      return own.isEmpty
        ? nil
        : DirectoryModel.Group(
          title: title(of: direction), url: url(of: direction), accent: accent(direction: direction),
          items: own.map(directoryEntry))
    }
  }

  /// «Проекты», «Проекты – страница 2»: no two pages have one title.
  func title(_ title: String, _ part: SitePlan.ListPart) -> String {
    part.number > 1 ? strings.text(.pageOfList, ["title": .text(title), "number": .number(part.number)]) : title
  }

  func listDescription(_ kind: Kind) -> String {
    strings.text(
      .listDescription,
      ["list": .text(strings.text(.list(kind))), "site": .text(context.configuration.title)])
  }

  func notFoundPage() -> NotFoundModel {
    NotFoundModel(
      frame: frame(title: strings.text(.notFoundTitle), description: strings.text(.notFoundDescription)),
      lists: [homeLink] + Kind.listed.filter(catalogue.hasList).map(listLink))
  }

  func redirect(to target: Address) -> RedirectModel {
    let address = url(target)
    return RedirectModel(
      frame: frame(title: strings.text(.movedTitle), description: strings.text(.movedDescription)),
      target: address, refresh: "0; url=\(address.text)")
  }

  func directoryEntry(_ id: DocumentID) -> DirectoryEntryModel {
    let document = graph[id]
    var details = ""
    var summary = ""
    let roles: [ReferenceRole]
    switch document.entity {
    case let direction as Direction:
      summary = direction.summary.value
      roles = [.directions]
    case let community as Community:
      details = community.stage.map { label($0.value) } ?? ""
      summary = community.idea.value.paragraphs.first ?? ""
      roles = [.community]
    case let deficit as Deficit:
      details = deficit.period?.value.text ?? ""
      summary = deficit.description.value.paragraphs.first ?? ""
      roles = [.deficits]
    case let strategy as Strategy:
      details = strategy.origin.map { label($0.value) } ?? ""
      summary = strategy.goal.value.paragraphs.first ?? ""
      roles = [.strategy]
    case let plan as MethodPlan:
      details = plan.academicYear.value.text
      summary = plan.topics.map(\.title.value).joined(separator: "; ")
      roles = []
    case let partner as Partner:
      details = partner.type.map { label($0.value) } ?? ""
      summary = document.decoded.excerpt
      roles = []
    case let bulletin as Bulletin:
      details = strings.dates(from: bulletin.start.value, to: bulletin.end.value)
      summary = document.decoded.excerpt
      roles = []
    case let kindergarten as Kindergarten:
      let left = kindergarten.left.map { strings.text(.leftNetwork, ["date": .text(strings.date($0.value))]) }
      details = [kindergarten.municipality.value, left].compactMap { $0 }.joined(separator: ", ")
      summary = kindergarten.summary?.value.paragraphs.first ?? ""
      roles = [.kindergartens, .host]
    default:
      let person = person(id)
      details = [person?.position, person?.kindergarten?.title].compactMap { $0 }.joined(separator: ", ")
      roles = PersonRole.allCases.flatMap(\.fields)
    }
    let materials = catalogue.materials(naming: id, as: roles)
    return DirectoryEntryModel(
      title: title(of: id), url: url(of: id), accent: accent(ofEntry: document, id),
      details: details, summary: summary, count: materials.count)
  }

  private func count(of kind: Kind) -> Int {
    catalogue.ids(of: kind).count
  }
}

/// What a person does in the network, as the fields that name them.
enum PersonRole: CaseIterable {
  case wrote, led, presented, tookPart

  var fields: [ReferenceRole] {
    switch self {
    case .wrote: [.authors]
    case .led: [.masters, .cycleConductedBy]
    case .presented: [.sessionsPresenters]
    case .tookPart: [.cycleObservers]
    }
  }
}
