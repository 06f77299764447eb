import OpytCatalogue
import OpytLayout
import OpytModel

/// An item of a person's development plan (S4: ИППР): what they learn, and to whom they bring it.
struct DevelopmentModel: Sendable {
  let person: LinkModel
  let activity: String
  let mode: String
  let term: String
  let needsHelpFrom: String
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
    .text("needs_help_from", \.needsHelpFrom),
    .items("deficits", of: LinkModel.schema, \.deficits),
    .record("passes_on_to", LinkModel.schema, \.passesOnTo),
    .record("done", DateModel.schema, \.done))

  /// Where it is brought to (S4: «один пройдёт и научит всех остальных»).
  static let lessonSchema = LayoutSchema<DevelopmentModel>(
    .record("person", LinkModel.schema, \.person),
    .text("activity", \.activity),
    .record("done", DateModel.schema, \.done))
}

extension PagePresenter {
  /// - Parameter community: only what is brought to it; nil for all.
  func development(of person: DocumentID, for community: DocumentID? = nil) -> [DevelopmentModel] {
    let all = (graph[person].entity as? Person)?.development ?? []
    let items = catalogue.edition == .members ? all : all.filter(\.isPublic)
    return items.compactMap { item in
      let receiver = item.passesOnTo.flatMap { graph[person].target(of: $0) }
      guard community == nil || receiver == community else { return nil }
      return DevelopmentModel(
        person: link(to: person), activity: item.activity.value, mode: item.mode.map { label($0.value) } ?? "",
        term: item.term?.value ?? "", needsHelpFrom: item.needsHelpFrom?.value ?? "",
        deficits: links(to: graph[person].targets(of: item.deficits)),
        passesOnTo: receiver.flatMap { isPublished($0) ? link(to: $0) : nil }, done: item.done.map { date($0.value) },
        isMembersOnly: item.isMembersOnly)
    }
  }
}
