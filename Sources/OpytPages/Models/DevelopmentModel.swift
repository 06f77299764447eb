import OpytCatalogue
import OpytLayout
import OpytModel

/// An item of a person's development plan (S4: ИППР): what they learn, and to whom they bring it.
struct DevelopmentModel: Sendable {
  let person: LinkModel
  let activity: String
  let mode: String
  let term: String
  let ownResources: [String]
  let feasible: [String]
  let needsHelpFrom: [LinkModel]
  let deficits: [LinkModel]
  let passesOnTo: LinkModel?
  let done: DateModel?
  let isMembersOnly: Bool

  /// Among the others of the person.
  static let schema = LayoutSchema<DevelopmentModel>(
    .text("activity", \.activity),
    .flag("members_only", \.isMembersOnly),
    .text("mode", \.mode),
    .text("term", \.term),
    .items("own_resources", of: LinkModel.schema) { $0.ownResources.map { LinkModel(title: $0, url: nil) } },
    .texts("feasible", \.feasible),
    .items("needs_help_from", of: LinkModel.schema, \.needsHelpFrom),
    .items("deficits", of: LinkModel.schema, \.deficits),
    .record("passes_on_to", LinkModel.schema, \.passesOnTo),
    .record("done", DateModel.schema, \.done))

  /// Where it is brought to (S4: «один пройдёт и научит всех остальных»), and at the deficit that it answers.
  static let lessonSchema = LayoutSchema<DevelopmentModel>(
    .record("person", LinkModel.schema, \.person),
    .text("activity", \.activity),
    .flag("members_only", \.isMembersOnly),
    .text("term", \.term),
    .items("needs_help_from", of: LinkModel.schema, \.needsHelpFrom),
    .record("passes_on_to", LinkModel.schema, \.passesOnTo),
    .record("done", DateModel.schema, \.done))
}

extension PagePresenter {
  /// The items of a person's plan that readers of this edition see.
  func development(of person: DocumentID) -> [DevelopmentModel] {
    shownItems(of: person).map { development($0, of: person) }
  }

  /// What members learn and bring to a community.
  func lessons(for community: DocumentID) -> [DevelopmentModel] {
    items(naming: community, as: .developmentPassesOnTo) { $0.passesOnTo.map { [$0.index] } ?? [] }
  }

  /// What people learn since they have a deficit.
  func lessons(about deficit: DocumentID) -> [DevelopmentModel] {
    items(naming: deficit, as: .developmentDeficits) { $0.deficits.map(\.index) }
  }

  /// For what a kindergarten or a partner is asked, as long as it is not done.
  func requests(to helper: DocumentID) -> [DevelopmentModel] {
    items(naming: helper, as: .developmentNeedsHelpFrom) { item in
      item.done.map { $0.value <= catalogue.today } ?? false ? [] : item.needsHelpFrom.map(\.reference.index)
    }
  }

  /// - Parameter references: by which an item names such a document.
  private func items(
    naming target: DocumentID, as role: ReferenceRole, _ references: (DevelopmentItem) -> [Int]
  ) -> [DevelopmentModel] {
    catalogue.documents(of: .person, naming: target, as: role).flatMap { person in
      shownItems(of: person).filter { item in
        references(item).contains { graph[person].target(ofReference: $0) == target }
      }.map { development($0, of: person) }
    }
  }

  private func shownItems(of person: DocumentID) -> [DevelopmentItem] {
    let all = (graph[person].entity as? Person)?.development ?? []
    return catalogue.edition == .members ? all : all.filter(\.isPublic)
  }

  func development(_ item: DevelopmentItem, of person: DocumentID) -> DevelopmentModel {
    let receiver = item.passesOnTo.flatMap { graph[person].target(of: $0) }
    return DevelopmentModel(
      person: link(to: person), activity: item.activity.value, mode: item.mode.map { label($0.value) } ?? "",
      term: item.term?.value ?? "", ownResources: item.ownResources.map(\.value),
      feasible: item.feasible?.value.paragraphs ?? [],
      needsHelpFrom: item.needsHelpFrom.compactMap { named($0.words, reference: $0.reference.index, in: person) },
      deficits: links(to: graph[person].targets(of: item.deficits)),
      passesOnTo: receiver.flatMap { isPublished($0) ? link(to: $0) : nil }, done: item.done.map { date($0.value) },
      isMembersOnly: item.isMembersOnly)
  }
}
