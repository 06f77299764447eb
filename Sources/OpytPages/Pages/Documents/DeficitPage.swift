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
    .items("steps", of: ProcessStepModel.schema) { $0.steps },
    .items("strategies", of: LinkModel.schema) { $0.documents(of: .strategy) },
    .items("communities", of: LinkModel.schema) { $0.documents(of: .community) },
    .items("topics", of: LinkModel.schema) { view in
      view.catalogue.topics(of: view.catalogue.ids(of: .methodPlan), answering: view.id).map(view.presenter.link)
    },
    .items("events", of: EventCardModel.schema) { $0.presenter.eventCards($0.events.reversed()) },
    .cardItems("materials") { $0.materials.map($0.presenter.card) },
    // Whether nothing answers it yet.
    .flag("unanswered") { !$0.catalogue.isAnswered($0.id) })

  let place: DocumentPlace
  init(_ place: DocumentPlace) { self.place = place }

  static func opening(of deficit: Deficit) -> String? { deficit.description.value.paragraphs.first }

  static func directions(of deficit: Deficit, in document: ResolvedDocument, _ id: DocumentID) -> [DocumentID] {
    document.targets(of: deficit.directions)
  }

  static func entry(of deficit: Deficit, _ id: DocumentID, _ presenter: PagePresenter) -> ListEntry {
    ListEntry(
      details: deficit.period?.value.text ?? "", summary: opening(of: deficit) ?? "",
      counts: [.init(materials: presenter.catalogue.materials(naming: id, as: .deficits))])
  }
}

extension PageView where Page == DeficitPage {
  fileprivate var events: [DocumentID] { catalogue.documents(of: .event, naming: id, as: .deficits) }
  fileprivate var materials: [DocumentID] { catalogue.materials(naming: id, as: .deficits) }

  fileprivate func documents(of kind: Kind) -> [LinkModel] {
    catalogue.documents(of: kind, naming: id, as: .deficits).map(presenter.link)
  }

  fileprivate var steps: [ProcessStepModel] {
    let practice = !events.allSatisfy(catalogue.isCancelled) || !materials.isEmpty
    let hasDirection = !document.targets(of: subject.directions).allSatisfy { !presenter.isPublished($0) }
    // A deficit that is described was found: the first step is always done.
    let done = [true, hasDirection, !documents(of: .strategy).isEmpty, practice]
    let next = done.firstIndex(of: false)
    return presenter.labels(ImprovementSteps.self).enumerated().map { index, label in
      ProcessStepModel(number: index + 1, label: label, isDone: done[index], isCurrent: index == next)
    }
  }
}

extension PagePresenter {
  /// «Развивающая среда», leading to the plan that has this topic.
  func link(to topic: Catalogue.PlannedTopic) -> LinkModel {
    LinkModel(title: topic.topic.title.value, url: url(of: topic.plan))
  }
}
