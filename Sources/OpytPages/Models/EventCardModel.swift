import OpytCatalogue
import OpytLayout
import OpytModel
import OpytText

/// An event in a list.
struct EventCardModel: Sendable {
  let title: String
  let url: WebAddress?
  let accent: String
  let form: String
  let state: TermModel
  let date: DateModel
  /// «12 марта 2026 г., 13:30–15:00»
  let when: String
  let place: String
  let task: [String]
  let kindergartens: [LinkModel]
  let isCancelled: Bool

  static let schema = LayoutSchema<EventCardModel>(
    .narrowText("title", \.title),
    .url("url", \.url),
    .code("accent", \.accent),
    .text("form", \.form),
    .record("state", TermModel.schema, \.state),
    .record("date", DateModel.schema, \.date),
    .text("when", \.when),
    .text("place", \.place),
    .texts("task", \.task),
    .items("kindergartens", of: LinkModel.schema, \.kindergartens),
    .flag("cancelled", \.isCancelled))
}

/// A value of a vocabulary.
struct TermModel: Sendable {
  let key: String
  let label: String

  static let schema = LayoutSchema<TermModel>(.code("key", \.key), .text("label", \.label))
}

extension PagePresenter {
  func eventCard(_ id: DocumentID) -> EventCardModel? {
    guard isPublished(id), let event = catalogue.event(id) else { return nil }
    let document = graph[id]
    let state = event.effectiveState
    return EventCardModel(
      title: title(of: id), url: url(of: id), accent: accent(of: id), form: label(event.form.value),
      state: TermModel(key: state.key, label: label(state)), date: date(event.start.value.date),
      when: strings.when(event.start.value, event.end?.value), place: event.place?.value ?? "",
      task: event.task.value.paragraphs, kindergartens: links(to: document.targets(of: event.kindergartens)),
      isCancelled: state == .cancelled)
  }

  func eventCards(_ ids: [DocumentID]) -> [EventCardModel] { ids.compactMap(eventCard) }
}
