import OpytCatalogue
import OpytLayout
import OpytModel

struct PersonPage: WholePage {
  typealias Content = Person
  typealias Subject = Person

  struct Membership: Sendable {
    let community: LinkModel
    let role: String
    let period: String

    static let schema = LayoutSchema<Membership>(
      .record("community", LinkModel.schema, \.community), .text("role", \.role), .text("period", \.period))
  }

  static let layout = "person"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.documentFields,
    // Where they work today; who works in several places has several.
    .list("present", of: PostModel.schema) { view in view.catalogue.posts(of: view.id).map(view.presenter.post) },
    // The whole history, where one is written.
    .items("posts", of: PostModel.schema) { $0.presenter.history(of: $0.id) },
    .items("groups", of: GroupModel.schema) { $0.presenter.groups(of: $0.id) },
    .items("portfolio", of: PortfolioModel.schema) { $0.presenter.portfolio(of: $0.id) },
    .items("memberships", of: Membership.schema) { $0.presenter.memberships(of: $0.id) },
    .items("plans", of: LinkModel.schema) { $0.presenter.plans(naming: $0.id, as: .topicsActionsResponsible) },
    .items("development", of: DevelopmentModel.schema) { $0.presenter.development(of: $0.id) },
    .items("initiated", of: EventCardModel.schema) {
      $0.presenter.eventCards($0.catalogue.documents(of: .event, naming: $0.id, as: .initiators).reversed())
    })

  let place: DocumentPlace
  init(_ place: DocumentPlace) { self.place = place }

  static func opening(of person: Person) -> String? { nil }

  static func entry(of person: Person, _ id: DocumentID, _ presenter: PagePresenter) -> ListEntry {
    let model = presenter.person(id)
    let details = [model?.position].compactMap { $0 }.filter { !$0.isEmpty } + (model?.places ?? []).map(\.title)
    return ListEntry(
      details: details.joined(separator: ", "),
      counts: PersonRole.allCases.map { role in
        .init(
          materials: presenter.catalogue.materials(naming: id, as: role.fields),
          label: presenter.strings.text(.role(role)), anchor: role.anchor)
      })
  }
}

/// What a person does in the network, as the fields that name them.
enum PersonRole: String, CaseIterable {
  case wrote, helped, led, presented, moderated, tookPart, reviewed

  /// The id of its heading on the person's page.
  var anchor: String { "opyt_\(rawValue)" }

  var fields: [ReferenceRole] {
    switch self {
    case .wrote: [.authors]
    case .helped: [.rolesPerson]
    case .led: [.masters, .cycleConductedBy]
    case .presented: [.sessionsPresenters]
    case .moderated: [.sessionsModerator]
    case .tookPart: [.cycleObservers]
    case .reviewed: [.reviewExperts]
    }
  }
}

extension PagePresenter {
  fileprivate func groups(of person: DocumentID) -> [GroupModel] {
    PersonRole.allCases.compactMap { role in
      let items = catalogue.materials(naming: person, as: role.fields)
      return items.isEmpty
        ? nil
        : GroupModel(
          title: strings.text(.role(role)), anchor: role.anchor, count: items.count, items: items.map(card))
    }
  }

  fileprivate func memberships(of person: DocumentID) -> [PersonPage.Membership] {
    catalogue.documents(of: .community, naming: person, as: .membersPerson).flatMap { community in
      memberships(of: person, in: community)
    }
  }

  private func memberships(of person: DocumentID, in community: DocumentID) -> [PersonPage.Membership] {
    let members = (graph[community].entity as? Community)?.members ?? []
    return members.filter { graph[community].target(of: $0.person) == person }.map { member in
      PersonPage.Membership(
        community: link(to: community), role: member.role.map { label($0.value) } ?? "",
        period: strings.dates(from: member.joined?.value, to: member.left?.value))
    }
  }
}
