package import OpytCatalogue
import OpytLayout
import OpytModel
package import OpytText

/// An event, a session of a seminar programme or an action of a plan, in a list.
struct EventCardModel: Sendable {
  let title: String
  let url: WebAddress?
  let accent: String
  let form: String
  /// Nil for a session and an action.
  let state: TermModel?
  let date: DateModel
  /// «12 марта 2026 г., 13:30–15:00»
  let when: String
  /// The hours of each day, of an event of several days that tells them.
  var days: [EventHoursModel] = []
  let place: LinkModel?
  let task: [String]
  /// The hosts that the place does not name.
  let kindergartens: [LinkModel]
  /// That a session belongs to.
  var programme: LinkModel?
  /// That an action belongs to.
  var plan: LinkModel?
  let isCancelled: Bool
  /// When it will be over, for scripts; empty where it is over, or does not take place.
  let ends: String
  /// Of a session and an action, the programme and the plan are marked.
  var isMembersOnly = false

  static let schema = LayoutSchema<EventCardModel>(
    .narrowText("title", \.title),
    .url("url", \.url),
    .code("accent", \.accent),
    .text("form", \.form),
    .record("state", TermModel.schema, \.state),
    .record("date", DateModel.schema, \.date),
    .text("when", \.when),
    .items("days", of: EventHoursModel.schema, \.days),
    .record("place", LinkModel.schema, \.place),
    .texts("task", \.task),
    .items("kindergartens", of: LinkModel.schema, \.kindergartens),
    .record("programme", LinkModel.schema, \.programme),
    .record("plan", LinkModel.schema, \.plan),
    .flag("cancelled", \.isCancelled),
    .text("ends", \.ends),
    .flag("members_only", \.isMembersOnly))
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
    let state = event.effectiveState
    let place = place(of: event, id)
    return EventCardModel(
      title: title(of: id), url: url(of: id), accent: accent(of: id), form: label(event.form.value),
      state: TermModel(key: state.key, label: label(state)), date: date(event.start.value.date),
      when: when(event), days: hours(of: event), place: place.place,
      task: event.task.value.paragraphs, kindergartens: place.hosts, isCancelled: state == .cancelled,
      ends: ends(of: id), isMembersOnly: isMarked(id))
  }

  /// When an event that is still to come will be over: its page may be read later than it was built.
  func ends(of id: DocumentID) -> String {
    guard catalogue.isUpcoming(id), !catalogue.isCancelled(id), let event = catalogue.event(id) else { return "" }
    return context.localTime.text(event.closing)
  }

  func cards(of occasions: [Occasion]) -> [EventCardModel] {
    occasions.compactMap { occasion in
      occasion.session.map(sessionCard) ?? occasion.action.map { actionCard($0, on: occasion.start.date) }
        ?? eventCard(occasion.document)
    }
  }

  private func actionCard(_ action: PlanAction, on date: CalendarDate) -> EventCardModel {
    let owner = catalogue.owner(ofPlan: action.plan)
    return EventCardModel(
      title: action.action.title.value, url: url(of: action), accent: owner.map(accent) ?? "",
      form: action.action.form.map { label($0.value) } ?? strings.text(.planAction), state: nil, date: self.date(date),
      when: strings.date(date), place: nil, task: [], kindergartens: links(to: [owner].compactMap { $0 }),
      plan: link(to: action.plan), isCancelled: false,
      ends: date < catalogue.today ? "" : context.localTime.text(Moment(date)))
  }

  private func sessionCard(_ session: ProgrammeSession) -> EventCardModel {
    let (content, date) = (session.session, session.session.date.value)
    let place = SessionPlace(session, graph)
    return EventCardModel(
      title: content.title.value, url: url(of: session), accent: accent(of: session.programme),
      form: content.form.map { label($0.value) } ?? "", state: nil, date: self.date(date),
      when: strings.when(Moment(date, content.start.value), Moment(date, content.end.value)),
      place: place.text.isEmpty ? nil : LinkModel(title: place.text, url: nil),
      task: content.summary?.value.paragraphs ?? [], kindergartens: links(to: [place.kindergarten].compactMap { $0 }),
      programme: link(to: session.programme), isCancelled: false,
      ends: date < catalogue.today ? "" : context.localTime.text(Moment(date, content.end.value)))
  }

  /// The session's place on the page of its programme.
  package func url(of session: ProgrammeSession) -> WebAddress? {
    url(of: session.programme, fragment: anchor(of: session))
  }

  /// The action's place on the page of its plan.
  package func url(of action: PlanAction) -> WebAddress? { url(of: action.plan, fragment: anchor(of: action)) }

  func anchor(of action: PlanAction) -> String { "opyt_action-\(action.key)" }

  /// Ids that the theme makes have a `_`, which those of texts never have.
  func anchor(of session: ProgrammeSession) -> String { "opyt_session-\(session.key)" }

  func link(to occasion: Occasion) -> LinkModel {
    if let action = occasion.action {
      return link(titled: action.action.title.value, to: url(of: action), in: action.plan)
    }
    guard let session = occasion.session else { return link(to: occasion.document) }
    return link(titled: session.session.title.value, to: url(of: session), in: session.programme)
  }

  func eventCards(_ ids: [DocumentID]) -> [EventCardModel] { ids.compactMap(eventCard) }
}
