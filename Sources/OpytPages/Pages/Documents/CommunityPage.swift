import OpytCatalogue
import OpytLayout
import OpytModel
import OpytText

struct CommunityPage: WholePage {
  typealias Content = Community
  typealias Subject = Community

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

  static let layout = "community"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.documentFields,
    .items("stages", of: ProcessStepModel.schema) { $0.presenter.stages(of: $0.subject) },
    .record("present_round", RoundModel.schema) { view in
      view.subject.presentRound(on: view.catalogue.today).map { view.presenter.round($0, of: view.subject, view.id) }
    },
    // The last one first.
    .items("earlier_rounds", of: RoundModel.schema) { $0.rounds { $0 < $1 }.reversed() },
    .items("planned_rounds", of: RoundModel.schema) { $0.rounds { $0 > $1 } },
    // What has come of the rounds until today: it stands beside what was expected.
    .items("reached", of: RoundModel.schema) { view in
      (view.rounds { $0 <= $1 }).filter { !$0.result.isEmpty }
    },
    .items("coordinators", of: PersonModel.schema) { view in
      view.presenter.people(view.document.targets(of: view.subject.coordinators))
    },
    .items("members", of: Member.schema) { view in
      view.subject.members.compactMap { view.presenter.member(of: $0, in: view.document) }
    },
    .cardItems("materials") { $0.catalogue.materials(naming: $0.id, as: .community).map($0.presenter.card) },
    .items("upcoming", of: EventCardModel.schema) { view in
      view.presenter.cards(of: view.occasions.filter(view.catalogue.isUpcoming))
    },
    .items("past", of: EventCardModel.schema) { view in
      view.presenter.cards(of: view.occasions.filter(view.catalogue.isPast).reversed())
    },
    .items("lessons", of: DevelopmentModel.lessonSchema) { $0.presenter.lessons(for: $0.id) },
    .items("plans", of: LinkModel.schema) { $0.presenter.plans(naming: $0.id, as: .community) },
    // Of its newest plan.
    .items("months", of: PlanMonthModel.schema) { view in
      view.catalogue.documents(of: .methodPlan, naming: view.id, as: .community).first.map(view.presenter.months) ?? []
    },
    .url("calendar") { $0.presenter.calendarURL(of: $0.id) })

  let place: DocumentPlace
  init(_ place: DocumentPlace) { self.place = place }

  static func opening(of community: Community) -> String? { community.idea.value.paragraphs.first }

  static func directions(of community: Community, in document: ResolvedDocument, _ id: DocumentID) -> [DocumentID] {
    document.targets(of: community.directions)
  }

  static func entry(of community: Community, _ id: DocumentID, _ presenter: PagePresenter) -> ListEntry {
    let others = directions(of: community, in: presenter.graph[id], id).filter(presenter.isPublished).dropFirst()
    let also = others.map { presenter.strings.text(.alsoIn, ["direction": .text(presenter.title(of: $0))]) }
    return ListEntry(
      details: ((community.presentStage(on: presenter.catalogue.today).map { [presenter.label($0)] } ?? []) + also)
        .joined(separator: ", "),
      summary: opening(of: community) ?? "",
      counts: [.init(materials: presenter.catalogue.materials(naming: id, as: .community))])
  }
}

extension PageView where Page == CommunityPage {
  fileprivate var occasions: [Occasion] { catalogue.occasions(of: id) }

  /// The rounds whose place stands so to that of the present one.
  fileprivate func rounds(_ isListed: (_ index: Int, _ present: Int) -> Bool) -> [RoundModel] {
    guard let present = subject.presentRound(on: catalogue.today) else { return [] }
    return subject.rounds.indices.filter { isListed($0, present) }.map { presenter.round($0, of: subject, id) }
  }
}

extension PagePresenter {
  fileprivate func member(of membership: Membership, in document: ResolvedDocument) -> CommunityPage.Member? {
    guard let person = document.target(of: membership.person).flatMap(person) else { return nil }
    return CommunityPage.Member(
      person: person, role: membership.role.map { label($0.value) } ?? "",
      period: strings.dates(from: membership.joined?.value, to: membership.left?.value),
      isFormer: membership.left.map { $0.value < catalogue.today } ?? false)
  }

}
