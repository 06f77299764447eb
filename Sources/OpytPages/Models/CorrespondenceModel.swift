import OpytCatalogue
import OpytLayout
import OpytModel
import OpytText

/// S4's table of correspondence, ready for layouts.
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

  let rows: [Row]
  let unanswered: [LinkModel]
  /// Topics that answer no deficit.
  let freeTopics: [LinkModel]

  static let schema = LayoutSchema<CorrespondenceModel>(
    .items("rows", of: Row.schema, \.rows),
    .items("unanswered", of: LinkModel.schema, \.unanswered),
    .items("free_topics", of: LinkModel.schema, \.freeTopics))
}

extension PagePresenter {
  func correspondence(of scope: Correspondence.Scope) -> CorrespondenceModel {
    let table = scope == .network ? catalogue.correspondence : catalogue.correspondence(of: scope)
    return CorrespondenceModel(
      rows: table.rows.map(row), unanswered: table.unanswered.map(link), freeTopics: table.freeTopics.map(link))
  }

  private func row(_ row: Correspondence.Row) -> CorrespondenceModel.Row {
    CorrespondenceModel.Row(
      deficit: link(to: row.deficit), topics: row.topics.map(link), strategies: row.strategies.map(link),
      events: row.events.map(link), materials: row.materials.map(link), isAnswered: row.isAnswered)
  }

  /// «Развивающая среда», leading to the plan that has this topic.
  func link(to topic: Correspondence.PlannedTopic) -> LinkModel {
    LinkModel(title: topic.topic.title.value, url: url(of: topic.plan))
  }
}
