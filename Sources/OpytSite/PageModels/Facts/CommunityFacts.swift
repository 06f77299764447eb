import OpytLayout
import OpytModel
import OpytText

/// What a community's page tells besides its own fields.
struct CommunityFacts: Sendable {
  /// Someone who belongs to it, or did.
  struct Member: Sendable {
    let person: PersonModel
    let role: String
    let period: String
    let isFormer: Bool

    static let schema = LayoutSchema<Member>(
      PersonModel.schema.fields(of: \.person) + [
        .text("role", \.role), .text("period", \.period), .flag("former", \.isFormer),
      ])
  }

  /// What a member learns and brings to all (S4: «один пройдёт и научит всех остальных»).
  struct Lesson: Sendable {
    let person: LinkModel
    let activity: String
    let done: DateModel?

    static let schema = LayoutSchema<Lesson>(
      .record("person", LinkModel.schema, \.person),
      .text("activity", \.activity),
      .record("done", DateModel.schema, \.done))
  }

  var stages: [ProcessStepModel] = []
  var coordinators: [PersonModel] = []
  var members: [Member] = []
  var materials: [Card] = []
  var upcoming: [EventCardModel] = []
  var past: [EventCardModel] = []
  var lessons: [Lesson] = []
  var calendar: WebAddress?

  static let schema = LayoutSchema<CommunityFacts>(
    .items("stages", of: ProcessStepModel.schema, \.stages),
    .items("coordinators", of: PersonModel.schema, \.coordinators),
    .items("members", of: Member.schema, \.members),
    .cardItems("materials", \.materials),
    .items("upcoming", of: EventCardModel.schema, \.upcoming),
    .items("past", of: EventCardModel.schema, \.past),
    .items("lessons", of: Lesson.schema, \.lessons),
    .url("calendar", \.calendar))
}

extension PagePresenter {
  func communityFacts(_ id: DocumentID, _ community: Community) -> CommunityFacts {
    let document = graph[id]
    let events = catalogue.documents(of: .event, naming: id, as: .community)
    var facts = CommunityFacts()
    if let stage = community.stage { facts.stages = steps(CommunityStages.self, current: stage.value.number) }
    facts.coordinators = people(document.targets(of: community.coordinators))
    facts.members = community.members.compactMap { member(of: $0, in: document) }
    facts.materials = catalogue.materials(naming: id, as: .community).map(card)
    facts.upcoming = eventCards(events.filter(catalogue.isUpcoming))
    facts.past = eventCards(events.filter { !catalogue.isUpcoming($0) }.reversed())
    facts.lessons = lessons(for: id)
    facts.calendar = context.plan.calendarAddress(of: id).map { url($0) }
    return facts
  }

  private func member(of membership: Membership, in document: ResolvedDocument) -> CommunityFacts.Member? {
    guard let person = document.target(of: membership.person).flatMap(person) else { return nil }
    return CommunityFacts.Member(
      person: person, role: membership.role.map { label($0.value) } ?? "",
      period: strings.dates(from: membership.joined?.value, to: membership.left?.value),
      isFormer: membership.left.map { $0.value <= catalogue.today } ?? false)
  }

  /// The public items of development plans that are passed on to a community.
  private func lessons(for community: DocumentID) -> [CommunityFacts.Lesson] {
    catalogue.documents(of: .person, naming: community, as: .developmentPassesOnTo).flatMap { id in
      publicDevelopment(of: id).filter { item in
        item.passesOnTo.flatMap { graph[id].target(of: $0) } == community
      }.map { item in
        CommunityFacts.Lesson(
          person: link(to: id), activity: item.activity.value, done: item.done.map { date($0.value) })
      }
    }
  }

  func publicDevelopment(of person: DocumentID) -> [DevelopmentItem] {
    (graph[person].entity as? Person)?.development.filter(\.isPublic) ?? []
  }
}
