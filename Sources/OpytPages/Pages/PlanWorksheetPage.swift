import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytText

/// S4's practical work of 15–20 minutes on a plan, as a sheet to print: what was found, what is planned, and a table to
/// write down whether the two meet. What the site computed of it stands on the plan's own page.
struct PlanWorksheetPage: SitePage {
  /// A deficit that belongs to the plan's table.
  struct Tendency: Sendable {
    let deficit: LinkModel
    let revealedBy: String

    static let schema = LayoutSchema<Tendency>(
      .record("deficit", LinkModel.schema, \.deficit), .text("revealed_by", \.revealedBy))
  }

  /// A topic with what is planned for it.
  struct PlannedTopic: Sendable {
    let title: String
    let actions: [PlanActionModel]

    static let schema = LayoutSchema<PlannedTopic>(
      .text("title", \.title), .items("actions", of: PlanActionModel.schema, \.actions))
  }

  static let layout = "worksheet"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .record("plan", LinkModel.schema) { $0.presenter.link(to: $0.page.place.id) },
    .url("correspondence") { $0.presenter.url(of: $0.page.place.id, fragment: "opyt_correspondence") },
    .items("tendencies", of: Tendency.schema) { $0.presenter.tendencies(forPlan: $0.page.place.id) },
    .items("topics", of: PlannedTopic.schema) { $0.presenter.plannedTopics(of: $0.page.place.id) })

  fileprivate let place: DocumentPlace

  static func address(of place: DocumentPlace) -> Address { Address(place.address.folder + "praktikum.html") }

  static func pages(of outline: SiteOutline) -> [PlanWorksheetPage] {
    MethodPlanPage.places(outline).map(PlanWorksheetPage.init)
  }

  var address: Address { Self.address(of: place) }
  var claimant: Claimant {
    Claimant(
      Phrase("практикум по плану: \(place.file)", en: "the worksheet of \(place.file)"), at: place.claimant.location)
  }

  func head(_ presenter: PagePresenter) -> PageHead {
    PageHead(
      title: presenter.strings.text(.worksheetTitle), description: presenter.strings.text(.worksheetDescription),
      breadcrumbs: [presenter.homeLink, presenter.listLink(.methodPlan), presenter.link(to: place.id)],
      section: .list(of: .methodPlan), isMembersOnly: presenter.isMarked(place.id))
  }
}

extension PagePresenter {
  /// Those of the plan's table that are not closed.
  fileprivate func tendencies(forPlan id: DocumentID) -> [PlanWorksheetPage.Tendency] {
    catalogue.correspondence(of: .plan(id)).rows.filter { !$0.isClosed }.map { row in
      let deficit = graph[row.deficit].entity as? Deficit
      return PlanWorksheetPage.Tendency(
        deficit: link(to: row.deficit), revealedBy: deficit?.revealedBy.value.paragraphs.first ?? "")
    }
  }

  fileprivate func plannedTopics(of id: DocumentID) -> [PlanWorksheetPage.PlannedTopic] {
    zip(catalogue.topics(of: id), catalogue.actions(of: id)).map { topic, actions in
      PlanWorksheetPage.PlannedTopic(title: topic.title.value, actions: actions.map(model))
    }
  }
}
