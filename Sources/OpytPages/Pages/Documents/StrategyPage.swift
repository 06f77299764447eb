import OpytCatalogue
import OpytLayout
import OpytModel

struct StrategyPage: WholePage {
  typealias Content = Strategy
  typealias Subject = Strategy

  static let layout = "strategy"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.documentFields,
    .url("help") { $0.presenter.helpURL(of: $0.id) },
    .cardItems("materials") { $0.catalogue.materials(naming: $0.id, as: .strategy).map($0.presenter.card) },
    // What follows the strategy names it: that it shares a deficit says nothing.
    .items("communities", of: LinkModel.schema) { view in
      view.catalogue.documents(of: .community, naming: view.id, as: .strategy, .roundsStrategy).map(view.presenter.link)
    },
    .items("topics", of: LinkModel.schema) { $0.presenter.topics(following: $0.id) },
    .items("events", of: EventCardModel.schema) { view in
      view.presenter.eventCards(view.catalogue.documents(of: .event, naming: view.id, as: .strategy).reversed())
    })

  let place: DocumentPlace
  init(_ place: DocumentPlace) { self.place = place }

  static func opening(of strategy: Strategy) -> String? { strategy.goal.value.paragraphs.first }

  static func entry(of strategy: Strategy, _ id: DocumentID, _ presenter: PagePresenter) -> ListEntry {
    ListEntry(
      details: strategy.origin.map { presenter.label($0.value) } ?? "", summary: opening(of: strategy) ?? "",
      counts: [.init(materials: presenter.catalogue.materials(naming: id, as: .strategy))])
  }
}

extension PagePresenter {
  /// The topics of plans that name a strategy.
  fileprivate func topics(following strategy: DocumentID) -> [LinkModel] {
    catalogue.documents(of: .methodPlan, naming: strategy, as: .topicsStrategy).flatMap { plan in
      catalogue.topics(of: plan).filter { topic in
        topic.strategy.flatMap { graph[plan].target(of: $0) } == strategy
      }.map { link(titled: $0.title.value, to: url(of: plan), in: plan) }
    }
  }
}
