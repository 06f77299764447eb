import OpytDiagnostics
import OpytModel
import OpytText

extension PagePresenter {
  func home() -> HomeModel {
    let configuration = context.configuration
    let counts = (Kind.materials + [.kindergarten, .person]).map { kind in
      LinkModel(title: kind.plural.counted(count(of: kind)), url: url(SitePlan.listAddress(of: kind)))
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
        title: Self.title(kind.listTitle, part), description: "\(kind.listTitle): \(context.configuration.title)",
        breadcrumbs: [homeLink], section: part.first),
      count: kind.plural.counted(count(of: kind)), items: part.items.map(card), pagination: pagination(part))
  }

  func directory(_ kind: Kind, _ part: SitePlan.ListPart) -> DirectoryModel {
    DirectoryModel(
      frame: frame(
        title: Self.title(kind.listTitle, part), description: "\(kind.listTitle): \(context.configuration.title)",
        breadcrumbs: [homeLink], section: part.first),
      count: kind.plural.counted(count(of: kind)), items: part.items.map(directoryEntry),
      pagination: pagination(part))
  }

  /// «Проекты», «Проекты – страница 2»: no two pages have one title.
  static func title(_ title: String, _ part: SitePlan.ListPart) -> String {
    part.number > 1 ? "\(title)\u{A0}– страница\u{A0}\(part.number)" : title
  }

  func notFoundPage() -> NotFoundModel {
    NotFoundModel(
      frame: frame(title: "Страница не найдена", description: "Такой страницы на сайте нет."),
      lists: [homeLink] + (Kind.materials + [.direction, .kindergarten, .person]).map(listLink))
  }

  func redirect(to target: Address) -> RedirectModel {
    let address = url(target)
    return RedirectModel(
      frame: frame(title: "Страница переехала", description: "У страницы новый адрес."), target: address,
      refresh: "0; url=\(address.text)")
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
      title: title(of: id), url: url(of: id), details: details, summary: summary,
      count: Self.materialCount(materials.count))
  }

  static func materialCount(_ count: Int) -> String {
    Plural("материал", "материала", "материалов").counted(count)
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

  /// The heading on the person's page. It does not tell men from women.
  var title: String {
    switch self {
    case .wrote: "Авторские материалы"
    case .led: "Мастер-классы и занятия, которые ведёт"
    case .presented: "Выступления на семинарах"
    case .tookPart: "Наблюдения за занятиями коллег"
    }
  }
}
