import OpytCatalogue
import OpytLayout
import OpytModel

/// A round of a community's work: what it answers, its stages with what each gave, what came of it (S2).
struct RoundModel: Sendable {
  struct Stage: Sendable {
    let label: String
    let period: String
    let product: [String]

    static let schema = LayoutSchema<Stage>(
      .text("label", \.label), .text("period", \.period), .texts("product", \.product))
  }

  /// «2025/2026»
  let academicYear: String
  /// None or one.
  let deficits: [LinkModel]
  let strategy: LinkModel?
  let stages: [Stage]
  let result: [String]

  static let schema = LayoutSchema<RoundModel>(
    .text("academic_year", \.academicYear),
    .items("deficits", of: LinkModel.schema, \.deficits),
    .record("strategy", LinkModel.schema, \.strategy),
    .items("stage_table", of: Stage.schema, \.stages),
    .texts("result", \.result))
}

extension PagePresenter {
  func round(_ index: Int, of community: Community, _ id: DocumentID) -> RoundModel {
    let round = community.rounds[index]
    let document = graph[id]
    return RoundModel(
      academicYear: round.academicYear.value.text,
      deficits: links(to: document.targets(of: round.deficit.map { [$0] } ?? [])),
      strategy: links(to: document.targets(of: round.strategy.map { [$0] } ?? [])).first,
      stages: round.stages.map { stage in
        RoundModel.Stage(
          label: label(stage.stage.value), period: period(of: stage), product: stage.product.map(\.value))
      },
      result: round.result?.value.paragraphs ?? [])
  }

  /// The four stages as steps: of the present round, with what each gave in it, or of a community that tells its stage
  /// alone. None for one that tells neither.
  func stages(of community: Community) -> [ProcessStepModel] {
    let current = community.presentStage(on: catalogue.today)?.number
    guard let index = community.presentRound(on: catalogue.today) else {
      return current.map { steps(CommunityStages.self, current: $0) } ?? []
    }
    let records = Dictionary(grouping: community.rounds[index].stages, by: \.stage.value.number)
    return steps(CommunityStages.self, current: current ?? 0).map { step in
      var step = step
      let own = records[step.number] ?? []
      step.period = own.map(period).filter { !$0.isEmpty }.joined(separator: "; ")
      step.note = own.flatMap(\.product).map(\.value)
      return step
    }
  }

  private func period(of stage: RoundStage) -> String {
    strings.dates(from: stage.start?.value, to: stage.end?.value)
  }
}
