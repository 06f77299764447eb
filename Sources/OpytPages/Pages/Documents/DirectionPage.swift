import OpytCatalogue
import OpytLayout
import OpytModel

struct DirectionPage: PlacePage {
  typealias Content = Direction
  typealias Subject = Direction

  static let layout = "direction"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.listFields,
    // The further parts of the list are for going on reading, not for beginning.
    .items("kindergartens", of: CountModel.schema) { view in
      view.page.part.isFirst ? view.presenter.kindergartens(takingPartIn: view.id) : []
    },
    // Where people say what they can do in it.
    .url("help") { $0.page.part.isFirst ? $0.presenter.helpURL(of: $0.id) : nil },
    .items("groups", of: GroupModel.schema) { $0.presenter.groupsByKind($0.page.part.items, $0.page.counts) },
    then: PageView.placeFields)

  let place: DocumentPlace
  let part: ListPart
  /// How many of each kind the whole list has.
  private var counts: [Kind: Int] = [:]

  init(_ place: DocumentPlace, _ part: ListPart) {
    self.place = place
    self.part = part
  }

  static func pages(of outline: SiteOutline) -> [DirectionPage] {
    places(outline).flatMap { place in
      let materials = materials(of: place.id, outline.catalogue)
      let counts = Dictionary(grouping: materials) { outline.catalogue.graph[$0].kind }.mapValues(\.count)
      return parts(of: materials, at: place).map { part in
        var page = DirectionPage(place, part)
        page.counts = counts
        return page
      }
    }
  }

  static func opening(of direction: Direction) -> String? { direction.summary.value }

  static func entry(of direction: Direction, _ id: DocumentID, _ presenter: PagePresenter) -> ListEntry {
    ListEntry(summary: direction.summary.value, counts: [.init(materials: materials(of: id, presenter.catalogue))])
  }

  /// Kind after kind, so that each is one list, however many pages it runs through.
  static func materials(of direction: DocumentID, _ catalogue: Catalogue) -> [DocumentID] {
    let materials = catalogue.materials(naming: direction, as: .directions)
    return Kind.materials.flatMap { kind in materials.filter { catalogue.graph[$0].kind == kind } }
  }

  static func directions(of direction: Direction, in document: ResolvedDocument, _ id: DocumentID) -> [DocumentID] {
    [id]
  }
}

extension PagePresenter {
  /// - Parameters:
  ///   - items: those of the part of the list that is shown.
  ///   - counts: of the whole list, which a group counts.
  fileprivate func groupsByKind(_ items: [DocumentID], _ counts: [Kind: Int]) -> [GroupModel] {
    Kind.materials.compactMap { kind in
      let shown = items.filter { graph[$0].kind == kind }
      return shown.isEmpty
        ? nil
        : GroupModel(
          title: strings.text(.list(kind)), anchor: "opyt_kind-\(kind.address)", count: counts[kind] ?? 0,
          items: shown.map(card))
    }
  }
}

extension PagePresenter {
  /// Each kindergarten with its materials in a direction, and where they stand.
  fileprivate func kindergartens(takingPartIn direction: DocumentID) -> [CountModel] {
    var counts: [DocumentID: Int] = [:]
    for material in catalogue.materials(naming: direction, as: .directions) {
      for kindergarten in Set(graph[material].targets(of: graph[material].material?.kindergartens ?? [])) {
        counts[kindergarten, default: 0] += 1
      }
    }
    return catalogue.kindergartens(takingPartIn: direction).map {
      CountModel(label: title(of: $0), number: counts[$0] ?? 0, url: experienceURL(of: $0, in: direction, nil))
    }
  }
}
