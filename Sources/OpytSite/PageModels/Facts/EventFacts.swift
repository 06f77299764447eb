import OpytLayout
import OpytModel
import OpytText

/// What an event's page tells besides its own fields.
struct EventFacts: Sendable {
  var when = ""
  var isUpcoming = false
  var isCancelled = false
  var state: TermModel?
  var initiators: [PersonModel] = []
  var materials: [Card] = []
  var topics: [LinkModel] = []
  /// Those that answer one of the event's deficits.
  var strategies: [LinkModel] = []
  var calendar: WebAddress?

  static let schema = LayoutSchema<EventFacts>(
    .text("when", \.when),
    .flag("upcoming", \.isUpcoming),
    .flag("cancelled", \.isCancelled),
    .record("state", TermModel.schema, \.state),
    .items("initiators", of: PersonModel.schema, \.initiators),
    .cardItems("materials", \.materials),
    .items("topics", of: LinkModel.schema, \.topics),
    .items("strategies", of: LinkModel.schema, \.strategies),
    .url("calendar", \.calendar))
}

extension PagePresenter {
  func eventFacts(_ id: DocumentID, _ event: Event) -> EventFacts {
    let document = graph[id]
    let state = event.effectiveState
    return EventFacts(
      when: strings.when(event.start.value, event.end?.value), isUpcoming: catalogue.isUpcoming(id),
      isCancelled: state == .cancelled, state: TermModel(key: state.key, label: label(state)),
      initiators: people(document.targets(of: event.initiators)),
      materials: catalogue.newestFirst(document.targets(of: event.materials).filter(isPublished)).map(card),
      topics: catalogue.documents(of: .methodPlan, naming: id, as: .topicsEvents).map(link),
      strategies: strategies(answering: document.targets(of: event.deficits)),
      calendar: context.plan.calendarAddress(of: id).map { url($0) })
  }

  private func strategies(answering deficits: [DocumentID]) -> [LinkModel] {
    let found = Set(deficits.flatMap { catalogue.documents(of: .strategy, naming: $0, as: .deficits) })
    return catalogue.ids(of: .strategy).filter(found.contains).map(link)
  }
}
