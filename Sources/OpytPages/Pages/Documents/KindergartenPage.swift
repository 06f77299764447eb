import OpytCatalogue
import OpytLayout
import OpytModel
import OpytText

struct KindergartenPage: PlacePage {
  typealias Content = Kindergarten
  typealias Subject = Kindergarten

  static let layout = "kindergarten"
  static let materialRoles: [ReferenceRole] = [.kindergartens, .host]

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.listFields,
    .items("groups", of: GroupModel.schema) { $0.presenter.groupsByDirection($0.page.part.items) },
    .record("left", DateModel.schema) { $0.presenter.leavingDay(of: $0.subject).map($0.presenter.date) },
    .items("people", of: PersonModel.schema) { $0.presenter.people($0.catalogue.staff(of: $0.id)) },
    then: PageView.placeFields)

  let place: DocumentPlace
  let part: ListPart

  init(_ place: DocumentPlace, _ part: ListPart) {
    self.place = place
    self.part = part
  }

  static func opening(of kindergarten: Kindergarten) -> String? { kindergarten.summary?.value.paragraphs.first }

  static func entry(of kindergarten: Kindergarten, _ id: DocumentID, _ presenter: PagePresenter) -> ListEntry {
    let strings = presenter.strings
    let left = presenter.leavingDay(of: kindergarten).map {
      strings.text(.leftNetwork, ["date": .text(strings.date($0))])
    }
    return ListEntry(
      details: [kindergarten.municipality.value, left].compactMap { $0 }.joined(separator: ", "),
      summary: opening(of: kindergarten) ?? "", countedRoles: materialRoles)
  }
}

extension PagePresenter {
  /// The last day in the network; nil where that is still to come.
  fileprivate func leavingDay(of kindergarten: Kindergarten) -> CalendarDate? {
    kindergarten.left.flatMap { $0.value < catalogue.today ? $0.value : nil }
  }

  fileprivate func groupsByDirection(_ items: [DocumentID]) -> [GroupModel] {
    catalogue.directions.compactMap { direction in
      let own = items.filter { catalogue.mainDirection(of: $0) == direction }
      return own.isEmpty
        ? nil
        : GroupModel(
          title: title(of: direction), url: url(of: direction), anchor: groupAnchor(direction),
          accent: accent(of: direction), items: own.map(card))
    }
  }
}
