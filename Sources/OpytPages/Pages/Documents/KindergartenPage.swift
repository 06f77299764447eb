import OpytCatalogue
import OpytLayout
import OpytModel
import OpytText

struct KindergartenPage: PlacePage {
  typealias Content = Kindergarten
  typealias Subject = Kindergarten

  static let layout = "kindergarten"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.listFields,
    .record("municipality", LinkModel.schema) { $0.presenter.municipalityLink($0.subject.municipality.value) },
    .cardItems("materials", count: { $0.page.part.total }) { $0.page.part.items.map($0.presenter.card) },
    // How many in each direction, on the first part.
    .items("directions", of: CountModel.schema) { view in
      view.page.part.isFirst ? view.presenter.directionCounts(of: view.id) : []
    },
    .url("experience") { view in
      view.page.part.items.isEmpty ? nil : view.presenter.url(ExperiencePage.address(of: view.page.place))
    },
    .cardItems("hosted") { view in
      view.page.part.isFirst ? view.catalogue.seminars(hostedBy: view.id).map(view.presenter.card) : []
    },
    .record("left", DateModel.schema) { $0.presenter.leavingDay(of: $0.subject).map($0.presenter.date) },
    .items("people", of: PersonModel.schema) { $0.presenter.people($0.catalogue.staff(of: $0.id)) },
    .items("partners", of: LinkModel.schema) { view in
      view.page.part.isFirst
        ? view.catalogue.documents(of: .partner, naming: view.id, as: .kindergartens).map(view.presenter.link) : []
    },
    .items("former", of: FormerPostModel.schema) { $0.presenter.formerStaff(of: $0.id) },
    .record("successor", LinkModel.schema) { $0.catalogue.successor(of: $0.id).map($0.presenter.link) },
    .items("predecessors", of: LinkModel.schema) { $0.catalogue.predecessors(of: $0.id).map($0.presenter.link) },
    .items("requests", of: DevelopmentModel.lessonSchema) { view in
      view.page.part.isFirst ? view.presenter.requests(to: view.id) : []
    },
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
    let successor = presenter.catalogue.successor(of: id).map {
      strings.text(.joinedTo, ["successor": .text(presenter.title(of: $0))])
    }
    return ListEntry(
      details: [kindergarten.municipality.value, left, left == nil ? nil : successor].compactMap { $0 }.joined(
        separator: ", "),
      summary: opening(of: kindergarten) ?? "", counts: [.init(materials: materials(of: id, presenter.catalogue))])
  }

  static func materials(of kindergarten: DocumentID, _ catalogue: Catalogue) -> [DocumentID] {
    catalogue.materials(of: kindergarten)
  }
}

extension PagePresenter {
  /// Leads to the materials of all its kindergartens, however each of them spells it.
  fileprivate func municipalityLink(_ name: String) -> LinkModel {
    let folded = FoldedText(name)
    let topic = catalogue.topics.terms(of: .municipalities).first { FoldedText($0.key) == folded }
    return LinkModel(
      title: name, url: topic.flatMap { url(TopicIndex.Facet.municipalities.address(of: $0)) })
  }

  /// The last day in the network; nil where that is still to come.
  fileprivate func leavingDay(of kindergarten: Kindergarten) -> CalendarDate? {
    kindergarten.left.flatMap { $0.value < catalogue.today ? $0.value : nil }
  }

  fileprivate func directionCounts(of kindergarten: DocumentID) -> [CountModel] {
    catalogue.coverage(of: kindergarten, nil).cells.filter { !$0.materials.isEmpty }.map { cell in
      CountModel(
        label: title(of: cell.direction), number: cell.materials.count,
        url: experienceURL(of: kindergarten, in: cell.direction, nil))
    }
  }
}
