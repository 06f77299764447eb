import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytText

/// What the four steps of evidence mean, and how many materials have reached each.
struct EvidencePage: SitePage {
  struct Step: Sendable {
    let step: EvidenceStep
    let label: String
    let meaning: String
    let count: Int
    /// The list of those that have reached it; nil where there are none.
    let url: WebAddress?

    static let schema = LayoutSchema<Step>(
      .text("label", \.label),
      .text("meaning", \.meaning),
      .code("anchor", { EvidencePage.anchor(of: $0.step) }),
      .number("count", \.count),
      .url("url", \.url))
  }

  static let layout = "evidence"
  static let address = Address("proverka-opyta.html")

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .list("steps", of: Step.schema) { view in
      view.page.counts.map { step, count in
        Step(
          step: step, label: view.strings.text(.evidence(step)), meaning: view.strings.text(.evidenceMeaning(step)),
          count: count, url: count > 0 ? view.presenter.url(address(ofList: step)) : nil)
      }
    })

  let counts: [(step: EvidenceStep, count: Int)]

  static func pages(of outline: SiteOutline) -> [EvidencePage] {
    guard !outline.catalogue.materials.isEmpty else { return [] }
    let reached = outline.catalogue.materialsByEvidence
    return [EvidencePage(counts: EvidenceStep.allCases.map { ($0, reached[$0]?.count ?? 0) })]
  }

  var address: Address { Self.address }
  var claimant: Claimant { .evidence }

  /// Ids of headings that the theme makes have a `_`, which those of texts never have.
  static func anchor(of step: EvidenceStep) -> String { "opyt_\(step.rawValue)" }

  /// The list of those that have reached a step: see ``TopicPage``.
  static func address(ofList step: EvidenceStep) -> Address {
    let name =
      switch step {
      case .described: "opisan"
      case .measured: "izmeren"
      case .repeated: "povtoryon"
      case .reviewed: "rassmotren"
      }
    return Address("proverka-opyta/\(name).html")
  }

  func head(_ presenter: PagePresenter) -> PageHead {
    presenter.overviewHead(.evidenceTitle, .evidenceDescription, section: Self.address)
  }
}

extension Claimant {
  static var evidence: Claimant {
    Claimant(Phrase("страница о проверке опыта", en: "the page about evidence"))
  }
}

/// A step of evidence on a material's page.
struct EvidenceStepModel: Sendable {
  let label: String
  let isReached: Bool
  let url: WebAddress?

  static let schema = LayoutSchema<EvidenceStepModel>(
    .text("label", \.label),
    .flag("reached", \.isReached),
    .url("url", \.url))
}

/// A material that takes another one up, and what it says of that.
struct ApplicationModel: Sendable {
  let material: LinkModel
  let kindergartens: [LinkModel]
  let changed: [String]
  let outcome: [String]

  static let schema = LayoutSchema<ApplicationModel>(
    .record("material", LinkModel.schema, \.material),
    .items("kindergartens", of: LinkModel.schema, \.kindergartens),
    .texts("changed", \.changed),
    .texts("outcome", \.outcome))
}

extension PagePresenter {
  /// All four steps, those that a material has reached marked.
  func evidence(of id: DocumentID) -> [EvidenceStepModel] {
    let evidence = catalogue.evidence(of: id)
    return EvidenceStep.allCases.map { step in
      EvidenceStepModel(
        label: strings.text(.evidence(step)), isReached: evidence.contains(step),
        url: url(EvidencePage.address, fragment: EvidencePage.anchor(of: step)))
    }
  }

  /// Who says what was changed, and what came of it.
  func applications(of id: DocumentID) -> [ApplicationModel] {
    catalogue.applications(of: id).compactMap { application in
      let borrowing = application.borrowing
      guard borrowing.changed != nil || borrowing.outcome != nil else { return nil }
      let material = graph[application.material]
      return ApplicationModel(
        material: link(to: application.material),
        kindergartens: links(to: material.targets(of: material.material?.kindergartens ?? [])),
        changed: borrowing.changed?.value.paragraphs ?? [], outcome: borrowing.outcome?.value.paragraphs ?? [])
    }
  }
}
