import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytText

/// People by what they work as today.
struct PositionsPage: SitePage {
  /// Those on one page who work as the same.
  struct Group: Sendable {
    let position: Position
    let people: [DocumentID]
  }

  struct Position: Sendable {
    let key: String
    /// The id of its heading.
    let anchor: String
  }

  private struct GroupModel: Sendable {
    let title: String
    let anchor: String
    let people: [PersonModel]

    static let schema = LayoutSchema<GroupModel>(
      .text("title", \.title), .code("anchor", \.anchor), .list("items", of: PersonModel.schema, \.people))
  }

  static let layout = "positions"
  static let address = Address("dolzhnosti/index.html")

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .items("views", of: ViewModel.schema) { $0.presenter.peopleViews(current: Self.address) },
    .items("positions", of: LinkModel.schema) { view in
      view.page.places.map {
        LinkModel(
          title: view.presenter.label(of: $0.position),
          url: view.presenter.url($0.address, fragment: $0.position.anchor))
      }
    },
    .list("groups", of: GroupModel.schema) { view in
      view.page.groups.map {
        GroupModel(
          title: view.presenter.label(of: $0.position), anchor: $0.position.anchor,
          people: view.presenter.people($0.people))
      }
    },
    .record("pagination", PaginationModel.schema) { $0.presenter.pagination($0.page.part) })

  /// Of the whole list: where each position begins.
  private let places: [(position: Position, address: Address)]
  private let groups: [Group]
  private let part: ListPart

  static func pages(of outline: SiteOutline) -> [PositionsPage] {
    let all = groups(outline.catalogue)
    guard !all.isEmpty else { return [] }
    var pages: [[Group]] = [[]]
    var lines = 0
    for group in all {
      var people = group.people[...]
      while !people.isEmpty {
        if lines == ListPart.lines { (pages, lines) = (pages + [[]], 0) }
        let fitting = people.prefix(ListPart.lines - lines)
        pages[pages.count - 1].append(Group(position: group.position, people: Array(fitting)))
        people = people.dropFirst(fitting.count)
        lines += fitting.count
      }
    }
    let parts = ListPart.empty(count: pages.count, first: address, others: "dolzhnosti/")
    var known: Set<String> = []
    let places = zip(pages, parts).flatMap { groups, part in
      groups.filter { known.insert($0.position.anchor).inserted }.map { ($0.position, part.address) }
    }
    return zip(pages, parts).map { PositionsPage(places: places, groups: $0, part: $1) }
  }

  /// Whether anybody is known to work as something today.
  static func exists(in catalogue: Catalogue) -> Bool {
    catalogue.ids(of: .person).contains { catalogue.posts(of: $0).contains { $0.position != nil } }
  }

  /// The positions of the vocabulary in its order, then those that networks have made, by alphabet; under each people in
  /// the order of their list. Who holds two stands under both.
  private static func groups(_ catalogue: Catalogue) -> [Group] {
    var holders: [String: [DocumentID]] = [:]
    for person in catalogue.ids(of: .person) {
      for position in Set(catalogue.posts(of: person).compactMap { $0.position?.key }) {
        holders[position, default: []].append(person)
      }
    }
    let known = Positions.vocabulary.entries.map(\.key)
    let own = Set(holders.keys).subtracting(known).map { (key: $0, order: RussianOrder($0)) }
      .sorted { ($0.order, $0.key) < ($1.order, $1.key) }.map(\.key)
    return (known + own).enumerated().compactMap { number, key in
      // Ids of headings that the theme makes have a `_`, which those of texts never have.
      let position = Position(key: key, anchor: "opyt_position-\(number + 1)")
      return holders[key].map { Group(position: position, people: $0) }
    }
  }

  var address: Address { part.address }
  var claimant: Claimant { Claimant(Phrase("список педагогов по должностям", en: "people by position")) }

  func head(_ presenter: PagePresenter) -> PageHead {
    let title = presenter.title(presenter.strings.text(.positionsTitle), part)
    return PageHead(
      title: title, description: title, breadcrumbs: [presenter.homeLink, presenter.listLink(.person)],
      section: .list(of: .person))
  }
}

/// A way to look at a list.
struct ViewModel: Sendable {
  let title: String
  let url: WebAddress?
  let isCurrent: Bool

  static let schema = LayoutSchema<ViewModel>(
    .text("title", \.title), .url("url", \.url), .flag("current", \.isCurrent))
}

extension PagePresenter {
  fileprivate func label(of position: PositionsPage.Position) -> String {
    label(for: position.key, in: Positions.vocabulary)
  }

  /// The ways through the list of people, of which the page is one itself.
  func peopleViews(current: Address) -> [ViewModel] {
    let views: [(exists: Bool, title: ThemeString, address: Address)] = [
      (true, .bySurname, .list(of: .person)),
      (PositionsPage.exists(in: catalogue), .byPosition, PositionsPage.address),
      (!catalogue.help.isEmpty, .byHelp, HelpPage.address),
    ]
    return views.filter(\.exists).map {
      ViewModel(title: strings.text($0.title), url: url($0.address), isCurrent: $0.address == current)
    }
  }
}
