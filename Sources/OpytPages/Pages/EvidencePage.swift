import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytText

/// What the four steps of evidence mean, and which materials have reached each.
struct EvidencePage: SitePage {
  struct Step: Sendable {
    let step: EvidenceStep
    let label: String
    let meaning: String
    /// Of those that have reached it: how many, and the newest of them.
    let count: Int
    let newest: [Card]

    static let schema = LayoutSchema<Step>(
      .text("label", \.label),
      .text("meaning", \.meaning),
      .code("anchor", { EvidencePage.anchor(of: $0.step) }),
      .number("count", \.count),
      .cards("newest", \.newest))
  }

  static let layout = "evidence"
  static let address = Address("proverka-opyta.html")
  private static let newestCount = 24

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .list("steps", of: Step.schema, \.subject))

  static func pages(of outline: SiteOutline) -> [EvidencePage] {
    outline.catalogue.materials.isEmpty ? [] : [EvidencePage()]
  }

  var address: Address { Self.address }
  var claimant: Claimant { Claimant(Phrase("страница о проверке опыта", en: "the page about evidence")) }

  /// Ids of headings that the theme makes have a `_`, which those of texts never have.
  static func anchor(of step: EvidenceStep) -> String { "opyt_\(step)" }

  func subject(_ presenter: PagePresenter) -> [Step] {
    let evidence = presenter.catalogue.materials.map { (id: $0, evidence: presenter.catalogue.evidence(of: $0)) }
    return EvidenceStep.allCases.map { step in
      let reached = evidence.filter { $0.evidence.contains(step) }.map(\.id)
      return Step(
        step: step, label: presenter.strings.text(.evidence(step)),
        meaning: presenter.strings.text(.evidenceMeaning(step)), count: reached.count,
        newest: reached.prefix(Self.newestCount).map(presenter.card))
    }
  }

  func head(_ presenter: PagePresenter) -> PageHead {
    PageHead(
      title: presenter.strings.text(.evidenceTitle), description: presenter.strings.text(.evidenceDescription),
      breadcrumbs: [presenter.homeLink], section: Self.address)
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
