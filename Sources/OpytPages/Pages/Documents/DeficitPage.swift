import OpytCatalogue
import OpytLayout
import OpytModel

/// A deficit in the four steps from children's results to practice (S4).
struct DeficitPage: WholePage {
  typealias Content = Deficit
  typealias Subject = Deficit

  static let layout = "deficit"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.documentFields,
    .record("step_results", ProcessStepModel.schema) { $0.step(0) },
    .record("step_line", ProcessStepModel.schema) { $0.step(1) },
    .record("step_strategy", ProcessStepModel.schema) { $0.step(2) },
    .record("step_practice", ProcessStepModel.schema) { $0.step(3) },
    .items("strategies", of: LinkModel.schema) { $0.row.strategies.map($0.presenter.link) },
    .items("communities", of: LinkModel.schema) { view in
      view.catalogue.documents(of: .community, naming: view.id, as: .deficits, .roundsDeficit).map(view.presenter.link)
    },
    .items("topics", of: LinkModel.schema) { $0.row.topics.map($0.presenter.link) },
    .items("events", of: EventCardModel.schema) { $0.presenter.eventCards($0.row.events.reversed()) },
    // What people learn since they have it.
    .items("lessons", of: DevelopmentModel.lessonSchema) { $0.presenter.lessons(about: $0.id) },
    .cardItems("materials") { $0.row.materials.map($0.presenter.card) },
    .items("indicators", of: IndicatorModel.schema) { view in
      view.subject.indicators.map { IndicatorModel($0, view.strings) }
    },
    .items("ages", of: LinkModel.schema) { $0.presenter.topicLinks($0.subject.ages, in: .ages) },
    .items("areas", of: LinkModel.schema) { $0.presenter.topicLinks($0.subject.areas, in: .areas) },
    .text("state") { $0.strings.text(.deficitStateOfOne($0.catalogue.state(ofDeficit: $0.id))) },
    .flag("closed") { $0.catalogue.isClosed($0.id) },
    .url("help") { $0.presenter.helpURL(of: $0.id) },
    // Whether nothing answers it yet.
    .flag("unanswered") { $0.row.isGap })

  let place: DocumentPlace
  init(_ place: DocumentPlace) { self.place = place }

  static func opening(of deficit: Deficit) -> String? { deficit.description.value.paragraphs.first }

  static func directions(of deficit: Deficit, in document: ResolvedDocument, _ id: DocumentID) -> [DocumentID] {
    document.targets(of: deficit.directions)
  }

  static func entry(of deficit: Deficit, _ id: DocumentID, _ presenter: PagePresenter) -> ListEntry {
    let state = presenter.strings.text(.deficitStateOfOne(presenter.catalogue.state(ofDeficit: id)))
    return ListEntry(
      details: [deficit.period?.value.text ?? "", state].filter { !$0.isEmpty }.joined(separator: ", "),
      summary: opening(of: deficit) ?? "",
      counts: [.init(materials: presenter.catalogue.materials(naming: id, as: .deficits))])
  }
}

extension PageView where Page == DeficitPage {
  /// What answers it in the whole network.
  fileprivate var row: Correspondence.Row { catalogue.correspondence[id] }

  fileprivate func step(_ index: Int) -> ProcessStepModel {
    let progress = catalogue.improvement(of: id)
    return ProcessStepModel(
      number: index + 1, label: presenter.labels(ImprovementSteps.self)[index], isDone: progress.steps[index],
      isCurrent: progress.next == index)
  }
}
