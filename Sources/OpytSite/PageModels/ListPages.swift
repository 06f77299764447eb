import OpytDiagnostics
import OpytModel
import OpytText

extension PagePresenter {
  func home() -> HomeModel {
    let configuration = context.configuration
    let counts = (Kind.materials + [.kindergarten, .person]).map { kind in
      HomeModel.Count(
        kind: self.kind(kind), number: count(of: kind), label: strings.counted(kind, count(of: kind)),
        url: url(SitePlan.listAddress(of: kind)))
    }
    return HomeModel(
      frame: frame(
        title: configuration.title, description: configuration.description, section: SitePlan.home, isHome: true),
      counts: counts, newest: catalogue.materials.prefix(6).map(card),
      directions: catalogue.directions.map(directoryEntry),
      kindergartens: catalogue.kindergartens.prefix(SitePlan.listLength).map(directoryEntry))
  }

  func materialList(_ kind: Kind, _ part: SitePlan.ListPart) -> MaterialListModel {
    MaterialListModel(
      frame: frame(
        title: title(strings.text(.list(kind)), part), description: listDescription(kind),
        breadcrumbs: [homeLink], section: part.first),
      count: strings.count(count(of: kind), of: kind), items: part.items.map(card), pagination: pagination(part))
  }

  func directory(_ kind: Kind, _ part: SitePlan.ListPart) -> DirectoryModel {
    DirectoryModel(
      frame: frame(
        title: title(strings.text(.list(kind)), part), description: listDescription(kind),
        breadcrumbs: [homeLink], section: part.first),
      count: strings.count(count(of: kind), of: kind), items: part.items.map(directoryEntry),
      pagination: pagination(part))
  }

  /// «Проекты», «Проекты – страница 2»: no two pages have one title.
  func title(_ title: String, _ part: SitePlan.ListPart) -> String {
    part.number > 1 ? strings.text(.pageOfList, ["title": .text(title), "number": .number(part.number)]) : title
  }

  private func listDescription(_ kind: Kind) -> String {
    strings.text(
      .listDescription,
      ["list": .text(strings.text(.list(kind))), "site": .text(context.configuration.title)])
  }

  func notFoundPage() -> NotFoundModel {
    NotFoundModel(
      frame: frame(title: strings.text(.notFoundTitle), description: strings.text(.notFoundDescription)),
      lists: [homeLink] + (Kind.materials + [.direction, .kindergarten, .person]).map(listLink))
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
    let roles: [String]
    switch document.entity {
    case let direction as Direction:
      summary = direction.summary.value
      roles = ["directions"]
    case let kindergarten as Kindergarten:
      details = kindergarten.municipality.value
      summary = kindergarten.summary?.value.paragraphs.first ?? ""
      roles = ["kindergartens", "host"]
    default:
      let person = person(id)
      details = [person?.position, person?.kindergarten?.title].compactMap { $0 }.joined(separator: ", ")
      roles = PersonRole.allCases.flatMap(\.fields)
    }
    let materials = catalogue.materials(naming: id, as: roles)
    return DirectoryEntryModel(
      title: title(of: id), url: url(of: id), accent: document.kind == .direction ? accent(direction: id) : "",
      details: details, summary: summary, count: materials.count)
  }

  private func count(of kind: Kind) -> Int {
    switch kind {
    case .direction: catalogue.directions.count
    case .kindergarten: catalogue.kindergartens.count
    case .person: catalogue.people.count
    default: catalogue.count(of: kind)
    }
  }
}

/// What a person does in the network, as the fields that name them.
enum PersonRole: CaseIterable {
  case wrote, led, presented, tookPart

  var fields: [String] {
    switch self {
    case .wrote: ["authors"]
    case .led: ["masters", "cycle.conducted_by"]
    case .presented: ["sessions.presenters"]
    case .tookPart: ["cycle.observers"]
    }
  }
}
