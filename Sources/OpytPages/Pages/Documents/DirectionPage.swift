import OpytCatalogue
import OpytLayout
import OpytModel

struct DirectionPage: PlacePage {
  typealias Content = Direction
  typealias Subject = Direction

  static let layout = "direction"
  static let materialRoles: [ReferenceRole] = [.directions]

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.listFields,
    // The further parts of the list are for going on reading, not for beginning.
    .items("kindergartens", of: LinkModel.schema) { view in
      view.page.part.isFirst ? view.catalogue.kindergartens(takingPartIn: view.id).map(view.presenter.link) : []
    },
    .items("groups", of: GroupModel.schema) { $0.presenter.groupsByKind($0.page.part.items) },
    then: PageView.placeFields)

  let place: DocumentPlace
  let part: ListPart

  init(_ place: DocumentPlace, _ part: ListPart) {
    self.place = place
    self.part = part
  }

  static func opening(of direction: Direction) -> String? { direction.summary.value }

  static func entry(of direction: Direction, _ id: DocumentID, _ presenter: PagePresenter) -> ListEntry {
    ListEntry(summary: direction.summary.value, countedRoles: materialRoles)
  }

  static func directions(of direction: Direction, in document: ResolvedDocument, _ id: DocumentID) -> [DocumentID] {
    [id]
  }
}

extension PagePresenter {
  fileprivate func groupsByKind(_ items: [DocumentID]) -> [GroupModel] {
    Kind.materials.compactMap { kind in
      let own = items.filter { graph[$0].kind == kind }
      return own.isEmpty ? nil : GroupModel(title: strings.text(.list(kind)), items: own.map(card))
    }
  }
}
