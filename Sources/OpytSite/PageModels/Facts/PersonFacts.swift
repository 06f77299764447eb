import OpytLayout
import OpytModel

/// What a person's page tells besides their own fields.
struct PersonFacts: Sendable {
  struct Membership: Sendable {
    let community: LinkModel
    let role: String
    let period: String

    static let schema = LayoutSchema<Membership>(
      .record("community", LinkModel.schema, \.community), .text("role", \.role), .text("period", \.period))
  }

  /// A public item of the development plan (S4: ИППР).
  struct Development: Sendable {
    let activity: String
    let mode: String
    let term: String
    let needsHelpFrom: String
    let deficits: [LinkModel]
    let passesOnTo: LinkModel?
    let done: DateModel?

    static let schema = LayoutSchema<Development>(
      .text("activity", \.activity),
      .text("mode", \.mode),
      .text("term", \.term),
      .text("needs_help_from", \.needsHelpFrom),
      .items("deficits", of: LinkModel.schema, \.deficits),
      .record("passes_on_to", LinkModel.schema, \.passesOnTo),
      .record("done", DateModel.schema, \.done))
  }

  var memberships: [Membership] = []
  var development: [Development] = []
  var initiated: [EventCardModel] = []

  static let schema = LayoutSchema<PersonFacts>(
    .items("memberships", of: Membership.schema, \.memberships),
    .items("development", of: Development.schema, \.development),
    .items("initiated", of: EventCardModel.schema, \.initiated))
}

extension PagePresenter {
  func personNetworkFacts(_ id: DocumentID) -> PersonFacts {
    PersonFacts(
      memberships: catalogue.documents(of: .community, naming: id, as: .membersPerson).flatMap { community in
        memberships(of: id, in: community)
      },
      development: publicDevelopment(of: id).map { development($0, of: id) },
      initiated: eventCards(catalogue.documents(of: .event, naming: id, as: .initiators).reversed()))
  }

  private func memberships(of person: DocumentID, in community: DocumentID) -> [PersonFacts.Membership] {
    let members = (graph[community].entity as? Community)?.members ?? []
    return members.filter { graph[community].target(of: $0.person) == person }.map { member in
      PersonFacts.Membership(
        community: link(to: community), role: member.role.map { label($0.value) } ?? "",
        period: strings.dates(from: member.joined?.value, to: member.left?.value))
    }
  }

  private func development(_ item: DevelopmentItem, of person: DocumentID) -> PersonFacts.Development {
    PersonFacts.Development(
      activity: item.activity.value, mode: item.mode.map { label($0.value) } ?? "", term: item.term?.value ?? "",
      needsHelpFrom: item.needsHelpFrom?.value ?? "", deficits: links(to: graph[person].targets(of: item.deficits)),
      passesOnTo: item.passesOnTo.flatMap { graph[person].target(of: $0) }.filter(isPublished).map(link),
      done: item.done.map { date($0.value) })
  }
}

extension Optional {
  fileprivate func filter(_ isWanted: (Wrapped) -> Bool) -> Wrapped? { flatMap { isWanted($0) ? $0 : nil } }
}
