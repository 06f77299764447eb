import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytNetwork
import OpytText

/// The site's first page: what is new, what is to come, and the ways in.
struct HomePage: SitePage {
  /// How many documents of a kind there are.
  struct Count: Sendable {
    let kind: KindModel
    let number: Int
    /// The word that goes with the number.
    let label: String
    let url: WebAddress?

    static let schema = LayoutSchema<Count>(
      .record("kind", KindModel.schema, \.kind),
      .number("number", \.number),
      .text("label", \.label),
      .url("url", \.url))
  }

  static let layout = "home"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    // The deficits in teachers' own words, each leading to what answers it.
    .items("complaints", of: LinkModel.schema) { $0.presenter.complaints },
    .url("all_deficits") { $0.catalogue.hasList(of: .deficit) ? $0.presenter.url(.list(of: .deficit)) : nil },
    // One material that shows what it changed.
    .cardItems("story") { view in view.catalogue.story.map { [view.presenter.card($0)] } ?? [] },
    .list("counts", of: Count.schema) { $0.presenter.counts },
    .cardItems("newest") { view in
      let story = view.catalogue.story
      return view.catalogue.materials.prefix(newestCount + 1).filter { $0 != story }.prefix(newestCount)
        .map(view.presenter.card)
    },
    .record("all_materials", LinkModel.schema) { $0.presenter.link(to: .materials) },
    .items("upcoming", of: EventCardModel.schema) {
      $0.presenter.cards(of: Array($0.catalogue.upcomingOccasions.prefix(upcomingCount)))
    },
    // «Нужна помощь / Могу помочь»
    .record("help", LinkModel.schema) { $0.presenter.help },
    .record("experience", ExperienceMapModel.schema) { $0.presenter.experienceMap },
    .record("bulletin", LinkModel.schema) { $0.catalogue.ids(of: .bulletin).first.map($0.presenter.link) },
    .items("directions", of: DirectoryEntryModel.schema) {
      $0.catalogue.directions.map($0.presenter.directoryEntry)
    },
    .items("kindergartens", of: DirectoryEntryModel.schema) {
      $0.catalogue.kindergartens.prefix(ListPart.length).map($0.presenter.directoryEntry)
    })

  fileprivate static let complaintCount = 8
  private static let newestCount = 3
  private static let upcomingCount = 3

  static func pages(of outline: SiteOutline) -> [HomePage] { [HomePage()] }

  var address: Address { .home }
  var claimant: Claimant { Claimant(Phrase("главная страница", en: "the home page")) }

  func head(_ presenter: PagePresenter) -> PageHead {
    let configuration = presenter.context.configuration
    return PageHead(
      title: configuration.title, description: configuration.description, section: .home, isHome: true)
  }
}

extension PagePresenter {
  fileprivate var counts: [HomePage.Count] {
    let kinds = Kind.materials + [.community, .event, .kindergarten, .person]
    return kinds.filter { $0.isMaterial || !catalogue.ids(of: $0).isEmpty }.map { kind in
      let number = catalogue.ids(of: kind).count
      return HomePage.Count(
        kind: self.kind(kind), number: number, label: strings.counted(kind, number),
        // The list of events begins with those to come.
        url: url(kind == .event ? AllEventsPage.address : .list(of: kind)))
    }
  }

  fileprivate var complaints: [LinkModel] {
    catalogue.complaints.prefix(HomePage.complaintCount).compactMap { id in
      let deficit = graph[id].entity as? Deficit
      return deficit?.complaint.map { LinkModel(title: $0.value, url: url(of: id, fragment: "opyt_materials")) }
    }
  }

  fileprivate var help: LinkModel? {
    catalogue.help.isEmpty ? nil : LinkModel(title: strings.text(.helpTitle), url: url(HelpPage.address))
  }
}
