import OpytCatalogue
import OpytLayout
import OpytModel
import OpytText

struct EventPage: WholePage {
  typealias Content = Event
  typealias Subject = Event

  static let layout = "event"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.documentFields,
    .record("form", LinkModel.schema) { $0.presenter.topicLink($0.subject.form.value, in: .forms) },
    .text("when") { $0.presenter.when($0.subject) },
    .items("days", of: EventHoursModel.schema) { $0.presenter.hours(of: $0.subject) },
    .flag("upcoming") { $0.catalogue.isUpcoming($0.id) },
    .text("ends") { $0.presenter.ends(of: $0.id) },
    .flag("cancelled") { $0.subject.effectiveState == .cancelled },
    .record("state", TermModel.schema) { view in
      let state = view.subject.effectiveState
      return TermModel(key: state.key, label: view.presenter.label(state))
    },
    .record("place", LinkModel.schema) { $0.presenter.place(of: $0.subject, $0.id).place },
    .items("hosts", of: LinkModel.schema) { view in
      let place = view.presenter.place(of: view.subject, view.id)
      // A place without a link names two kindergartens or none.
      return place.place?.url == nil
        ? view.presenter.links(to: view.document.targets(of: view.subject.kindergartens)) : place.hosts
    },
    .items("audience", of: LinkModel.schema) { $0.presenter.topicLinks($0.subject.audience, in: .audience) },
    .items("special_needs", of: LinkModel.schema) {
      $0.presenter.topicLinks($0.subject.specialNeeds, in: .specialNeeds)
    },
    .items("initiators", of: PersonModel.schema) { view in
      view.presenter.people(view.document.targets(of: view.subject.initiators))
    },
    .cardItems("materials") { view in
      let materials = view.document.targets(of: view.subject.materials).filter(view.presenter.isPublished)
      return view.catalogue.newestFirst(materials).map(view.presenter.card)
    },
    .items("topics", of: LinkModel.schema) {
      $0.presenter.plans(naming: $0.id, as: .topicsEvents, .topicsActionsEvent)
    },
    .items("deficits", of: LinkModel.schema) { view in
      view.catalogue.deficits(answeredBy: view.id).map(view.presenter.link)
    },
    .items("photos", of: PictureModel.schema) { $0.presenter.photosOutsideText(of: $0.id) },
    .url("calendar") { $0.presenter.calendarURL(of: $0.id) })

  let place: DocumentPlace
  init(_ place: DocumentPlace) { self.place = place }

  static func opening(of event: Event) -> String? { event.task.value.paragraphs.first }

  static func directions(of event: Event, in document: ResolvedDocument, _ id: DocumentID) -> [DocumentID] {
    document.targets(of: event.directions)
  }

  static func entry(of event: Event, _ id: DocumentID, _ presenter: PagePresenter) -> ListEntry {
    ListEntry(
      details: presenter.when(event), summary: opening(of: event) ?? "")
  }
}

extension PagePresenter {
  /// Where calendar programs find the events of a document; nil where it has none.
  func calendarURL(of id: DocumentID) -> WebAddress? { context.plan.calendarAddress(of: id).flatMap { url($0) } }
}
