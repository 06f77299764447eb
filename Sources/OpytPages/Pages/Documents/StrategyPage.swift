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
    // Those that answer one of the strategy's deficits: none is the strategy's own, and the page says so.
    .items("deficit_events", of: EventCardModel.schema) { view in
      let deficits = view.document.targets(of: view.subject.deficits)
      let events = Set(deficits.flatMap { view.catalogue.correspondence[$0].events })
      return view.presenter.eventCards(view.catalogue.events.filter(events.contains).reversed())
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
