import OpytCatalogue
import OpytLayout
import OpytModel
import OpytText

/// S4's table «Выявленные тенденции | Темы методической работы | Выявленное соответствие»: computed for
/// a plan, or for the whole network.
struct CorrespondenceModel: Sendable {
  struct Row: Sendable {
    let deficit: LinkModel
    let topics: [LinkModel]
    let strategies: [LinkModel]
    let events: [LinkModel]
    let materials: [LinkModel]
    let isAnswered: Bool

    static let schema = LayoutSchema<Row>(
      .record("deficit", LinkModel.narrowSchema, \.deficit),
      .items("topics", of: LinkModel.narrowSchema, \.topics),
      .items("strategies", of: LinkModel.narrowSchema, \.strategies),
      .items("events", of: LinkModel.narrowSchema, \.events),
      .items("materials", of: LinkModel.narrowSchema, \.materials),
      .flag("answered", \.isAnswered))
  }

  var rows: [Row] = []
  var unanswered: [LinkModel] = []
  /// Topics that answer no deficit.
  var freeTopics: [LinkModel] = []

  static let schema = LayoutSchema<CorrespondenceModel>(
    .items("rows", of: Row.schema, \.rows),
    .items("unanswered", of: LinkModel.schema, \.unanswered),
    .items("free_topics", of: LinkModel.schema, \.freeTopics))
}

extension PagePresenter {
  /// - Parameter plan: nil for the whole network. A plan is held against the deficits it names and those of its year.
  func correspondence(of plan: DocumentID?) -> CorrespondenceModel {
    let plans = plan.map { [$0] } ?? catalogue.ids(of: .methodPlan)
    var model = CorrespondenceModel()
    for deficit in deficits(of: plan) {
      let row = row(deficit, plans: plans, isNetwork: plan == nil)
      model.rows.append(row)
      if !row.isAnswered { model.unanswered.append(row.deficit) }
    }
    model.freeTopics = catalogue.freeTopics(of: plans).map(link)
    return model
  }

  private func deficits(of plan: DocumentID?) -> [DocumentID] {
    guard let plan, let year = (graph[plan].entity as? MethodPlan)?.academicYear.value else {
      return catalogue.ids(of: .deficit)
    }
    let named = Set(catalogue.topics(of: plan).flatMap { graph[plan].targets(of: $0.deficits) })
    return catalogue.ids(of: .deficit).filter { id in
      named.contains(id) || (graph[id].entity as? Deficit)?.period?.value == year
    }
  }

  private func row(_ deficit: DocumentID, plans: [DocumentID], isNetwork: Bool) -> CorrespondenceModel.Row {
    let topics = catalogue.topics(of: plans, answering: deficit)
    let others = isNetwork ? catalogue.documents(of: .event, naming: deficit, as: .deficits) : []
    return CorrespondenceModel.Row(
      deficit: link(to: deficit), topics: topics.map(link),
      strategies: catalogue.documents(of: .strategy, naming: deficit, as: .deficits).map(link),
      events: catalogue.events(of: topics, and: others).map(link),
      materials: catalogue.materials(naming: deficit, as: .deficits).map(link),
      isAnswered: isNetwork ? catalogue.isAnswered(deficit) : !topics.isEmpty)
  }
}
