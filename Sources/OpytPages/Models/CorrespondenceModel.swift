import OpytCatalogue
import OpytLayout
import OpytModel
import OpytText

/// S4's table of correspondence, ready for layouts.
struct CorrespondenceModel: Sendable {
  struct Row: Sendable {
    let deficit: LinkModel
    /// When it was closed, where that day has come.
    let closed: DateModel?
    let topics: [LinkModel]
    let strategies: [LinkModel]
    let events: [LinkModel]
    let materials: [LinkModel]
    let isAnswered: Bool
    let isGap: Bool
    /// What is said of its topics, beside what was computed: in the table of a plan.
    let answers: [TopicAnswers]

    static let schema = LayoutSchema<Row>(
      .record("deficit", LinkModel.narrowSchema, \.deficit),
      .record("closed", DateModel.schema, \.closed),
      .items("topics", of: LinkModel.narrowSchema, \.topics),
      .items("strategies", of: LinkModel.narrowSchema, \.strategies),
      .items("events", of: LinkModel.narrowSchema, \.events),
      .items("materials", of: LinkModel.narrowSchema, \.materials),
      .flag("answered", \.isAnswered),
      .flag("gap", \.isGap),
      .items("answers", of: TopicAnswers.schema, \.answers))
  }

  /// The deficits of one state.
  struct Group: Sendable {
    /// Empty where the table is one.
    let title: String
    let anchor: String
    /// The class of its rows: they are counted.
    let rowClass: String
    let count: Int
    let rows: [Row]

    static let schema = LayoutSchema<Group>(
      .text("title", \.title),
      .code("anchor", \.anchor),
      .code("row_class", \.rowClass),
      .number("count", \.count),
      .list("rows", of: Row.schema, \.rows))
  }

  let groups: [Group]
  /// Whether any row tells what is said of its topics.
  let hasAnswers: Bool
  let unanswered: [LinkModel]
  /// Topics that answer no deficit.
  let freeTopics: [LinkModel]

  static let schema = LayoutSchema<CorrespondenceModel>(
    .list("groups", of: Group.schema, \.groups),
    .flag("has_answers", \.hasAnswers),
    .items("unanswered", of: LinkModel.schema, \.unanswered),
    .items("free_topics", of: LinkModel.schema, \.freeTopics))
}

extension PagePresenter {
  /// The network's stands in groups: what nothing answers yet, what is worked at, what is closed.
  func correspondence(of scope: Correspondence.Scope) -> CorrespondenceModel {
    let table = scope == .network ? catalogue.correspondence : catalogue.correspondence(of: scope)
    let isOfPlan = if case .plan = scope { true } else { false }
    let rows = table.rows.map { row($0, withAnswers: isOfPlan) }
    let groups: [CorrespondenceModel.Group]
    if scope == .network {
      let states = table.rows.map { catalogue.state(ofDeficit: $0.deficit) }
      groups = DeficitState.allCases.compactMap { state in
        let own = zip(rows, states).filter { $0.1 == state }.map(\.0)
        return own.isEmpty ? nil : group(own, state)
      }
    } else {
      groups = rows.isEmpty ? [] : [.init(title: "", anchor: "", rowClass: "", count: rows.count, rows: rows)]
    }
    return CorrespondenceModel(
      groups: groups, hasAnswers: rows.contains { !$0.answers.isEmpty }, unanswered: table.unanswered.map(link),
      freeTopics: table.freeTopics.map(link))
  }

  private func group(_ rows: [CorrespondenceModel.Row], _ state: DeficitState) -> CorrespondenceModel.Group {
    CorrespondenceModel.Group(
      title: strings.text(.deficitState(state)), anchor: "opyt_\(state.rawValue)",
      rowClass: "deficit-\(state.rawValue)",
      count: rows.count, rows: rows)
  }

  private func row(_ row: Correspondence.Row, withAnswers: Bool) -> CorrespondenceModel.Row {
    let closed = row.isClosed ? (graph[row.deficit].entity as? Deficit)?.closed : nil
    return CorrespondenceModel.Row(
      deficit: link(to: row.deficit), closed: closed.map { date($0.date.value) }, topics: row.topics.map(link),
      strategies: row.strategies.map(link), events: row.events.map(link), materials: row.materials.map(link),
      isAnswered: row.isAnswered, isGap: row.isGap,
      answers: withAnswers ? row.topics.compactMap { TopicAnswers($0.topic) } : [])
  }

  /// «Развивающая среда», leading to the plan that has this topic.
  func link(to topic: Correspondence.PlannedTopic) -> LinkModel {
    link(titled: topic.topic.title.value, to: url(of: topic.plan), in: topic.plan)
  }
}
