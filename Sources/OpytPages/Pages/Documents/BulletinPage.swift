import OpytCatalogue
import OpytLayout
import OpytModel

struct BulletinPage: WholePage {
  typealias Content = Bulletin

  static let layout = "bulletin"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.documentFields,
    .number("number") { $0.subject.number },
    // Whether the heading says more than the number.
    .flag("own_title") { ($0.document.entity as? Bulletin)?.hasOwnTitle ?? false },
    .text("period") { $0.subject.period },
    .items("editors", of: PersonModel.schema) { $0.subject.editors },
    .items("groups", of: BulletinModel.Group.schema) { $0.subject.groups },
    .items("announced", of: EventCardModel.schema) { $0.subject.announced },
    .items("people", of: BulletinModel.Newcomer.schema) { $0.subject.people },
    .items("kindergartens", of: LinkModel.schema) { $0.subject.kindergartens },
    .items("left", of: BulletinModel.Leaver.schema) { $0.subject.left },
    .items("left_people", of: BulletinModel.Leaver.schema) { $0.subject.leftPeople },
    .items("changed", of: LinkModel.schema) { $0.subject.changed },
    .record("previous", LinkModel.schema) { $0.catalogue.neighbours(of: $0.id).older.map($0.presenter.link) },
    .record("next", LinkModel.schema) { $0.catalogue.neighbours(of: $0.id).newer.map($0.presenter.link) })

  let place: DocumentPlace
  init(_ place: DocumentPlace) { self.place = place }

  func subject(_ presenter: PagePresenter) -> BulletinModel {
    BulletinModel(id, presenter.graph[id].entity as? Bulletin ?? Bulletin(), presenter)
  }

  static func opening(of bulletin: Bulletin) -> String? { nil }

  static func entry(of bulletin: Bulletin, _ id: DocumentID, _ presenter: PagePresenter) -> ListEntry {
    ListEntry(
      details: presenter.strings.dates(from: bulletin.start.value, to: bulletin.end.value),
      summary: presenter.graph[id].decoded.excerpt)
  }
}
