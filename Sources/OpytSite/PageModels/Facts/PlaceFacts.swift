import OpytLayout
import OpytModel
import OpytText

/// What the network does in a direction or a kindergarten.
struct PlaceFacts: Sendable {
  var upcoming: [EventCardModel] = []
  var past: [EventCardModel] = []
  var communities: [LinkModel] = []
  var deficits: [LinkModel] = []
  var plans: [LinkModel] = []
  var calendar: WebAddress?

  static let schema = LayoutSchema<PlaceFacts>(
    .items("upcoming", of: EventCardModel.schema, \.upcoming),
    .items("past", of: EventCardModel.schema, \.past),
    .items("communities", of: LinkModel.schema, \.communities),
    .items("deficits", of: LinkModel.schema, \.deficits),
    .items("plans", of: LinkModel.schema, \.plans),
    .url("calendar", \.calendar))
}

extension PagePresenter {
  /// How many of the past events a page shows.
  private static let pastLimit = 6

  func placeFacts(_ id: DocumentID) -> PlaceFacts {
    let events = catalogue.events(of: id)
    return PlaceFacts(
      upcoming: eventCards(events.filter(catalogue.isUpcoming)),
      past: eventCards(Array(events.filter { !catalogue.isUpcoming($0) }.reversed().prefix(Self.pastLimit))),
      communities: catalogue.documents(of: .community, naming: id, as: .directions, .kindergartens).map(link),
      deficits: catalogue.documents(of: .deficit, naming: id, as: .directions).map(link),
      plans: catalogue.documents(of: .methodPlan, naming: id, as: .kindergarten).map(link),
      calendar: context.plan.calendarAddress(of: id).map { url($0) })
  }
}
