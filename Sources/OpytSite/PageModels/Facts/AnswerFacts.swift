import OpytLayout
import OpytModel

/// What a deficit's page tells besides its own fields: the four steps from children's results to practice (S4).
struct DeficitFacts: Sendable {
  var steps: [ProcessStepModel] = []
  var directions: [LinkModel] = []
  var strategies: [LinkModel] = []
  var communities: [LinkModel] = []
  var topics: [LinkModel] = []
  var events: [EventCardModel] = []
  var materials: [Card] = []
  /// Whether nothing answers it yet.
  var isUnanswered = false

  static let schema = LayoutSchema<DeficitFacts>(
    .items("steps", of: ProcessStepModel.schema, \.steps),
    .items("directions", of: LinkModel.schema, \.directions),
    .items("strategies", of: LinkModel.schema, \.strategies),
    .items("communities", of: LinkModel.schema, \.communities),
    .items("topics", of: LinkModel.schema, \.topics),
    .items("events", of: EventCardModel.schema, \.events),
    .cardItems("materials", \.materials),
    .flag("unanswered", \.isUnanswered))
}

/// What a strategy's page tells besides its own fields.
struct StrategyFacts: Sendable {
  var materials: [Card] = []
  /// Those that answer one of the strategy's deficits.
  var events: [EventCardModel] = []

  static let schema = LayoutSchema<StrategyFacts>(
    .cardItems("materials", \.materials),
    .items("events", of: EventCardModel.schema, \.events))
}

/// What a plan's page tells besides its own fields.
struct PlanFacts: Sendable {
  var correspondence = CorrespondenceModel()

  static let schema = LayoutSchema<PlanFacts>(
    .record("correspondence", CorrespondenceModel.schema, \.correspondence))
}

/// What a partner's page tells besides its own fields: how far the six steps of joint activity have come (S3).
struct PartnerFacts: Sendable {
  var agreement: [ProcessStepModel] = []

  static let schema = LayoutSchema<PartnerFacts>(.items("agreement", of: ProcessStepModel.schema, \.agreement))
}

extension PagePresenter {
  func deficitFacts(_ id: DocumentID, _ deficit: Deficit) -> DeficitFacts {
    var facts = DeficitFacts()
    facts.directions = links(to: graph[id].targets(of: deficit.directions))
    facts.strategies = catalogue.documents(of: .strategy, naming: id, as: .deficits).map(link)
    facts.communities = catalogue.documents(of: .community, naming: id, as: .deficits).map(link)
    facts.topics = catalogue.topics(of: catalogue.ids(of: .methodPlan), answering: id).map(link)
    facts.events = eventCards(catalogue.documents(of: .event, naming: id, as: .deficits).reversed())
    facts.materials = catalogue.materials(naming: id, as: .deficits).map(card)
    facts.isUnanswered = !isAnswered(id)
    let practice = facts.events.contains { !$0.isCancelled } || !facts.materials.isEmpty
    // A deficit that is described was found: the first step is always done.
    let done = [true, !facts.directions.isEmpty, !facts.strategies.isEmpty, practice]
    let next = done.firstIndex(of: false)
    facts.steps = labels(ImprovementSteps.self).enumerated().map { index, label in
      ProcessStepModel(number: index + 1, label: label, isDone: done[index], isCurrent: index == next)
    }
    return facts
  }

  /// Whether a topic, a strategy, an event or a material that readers can see answers it.
  func isAnswered(_ deficit: DocumentID) -> Bool {
    graph.answers(toDeficit: deficit).contains { isPublished($0.source) }
  }

  /// «Развивающая среда», leading to the plan that has this topic.
  func link(to topic: Catalogue.PlannedTopic) -> LinkModel {
    LinkModel(title: topic.topic.title.value, url: url(of: topic.plan))
  }

  func strategyFacts(_ id: DocumentID, _ strategy: Strategy) -> StrategyFacts {
    let deficits = graph[id].targets(of: strategy.deficits)
    let events = Set(deficits.flatMap { catalogue.documents(of: .event, naming: $0, as: .deficits) })
    return StrategyFacts(
      materials: catalogue.materials(naming: id, as: .strategy).map(card),
      events: eventCards(catalogue.events.filter(events.contains).reversed()))
  }

  func partnerFacts(_ partner: Partner) -> PartnerFacts {
    let done = Dictionary(
      partner.steps.map { ($0.step.value.number, $0) }, uniquingKeysWith: { first, _ in first })
    let next = (1...labels(PartnerSteps.self).count).first { done[$0] == nil }
    return PartnerFacts(
      agreement: labels(PartnerSteps.self).enumerated().map { index, label in
        let step = done[index + 1]
        return ProcessStepModel(
          number: index + 1, label: label, isDone: step != nil, isCurrent: index + 1 == next,
          date: step?.date.map { date($0.value) }, note: step?.note?.value.paragraphs ?? [])
      })
  }
}
