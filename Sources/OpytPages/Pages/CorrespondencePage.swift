import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel

/// The whole network's table of correspondence, and what came of its topics.
struct CorrespondencePage: SitePage {
  /// S4's three questions, answered for a topic.
  struct Answers: Sendable {
    let topic: LinkModel
    let year: String
    let answers: TopicAnswers

    static let schema = LayoutSchema<Answers>(
      .record("topic", LinkModel.narrowSchema, \.topic),
      .text("year", \.year),
      .texts("done") { $0.answers.done?.paragraphs ?? [] },
      .texts("worked") { $0.answers.worked?.paragraphs ?? [] },
      .texts("next") { $0.answers.next?.paragraphs ?? [] })
  }

  static let layout = "correspondence"
  static let address = Address("sootvetstvie.html")

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .record("correspondence", CorrespondenceModel.schema, \.subject),
    .record("threads", ThreadsModel.schema) { $0.presenter.threads(of: $0.subject) },
    .items("answers", of: Answers.schema) { $0.catalogue.ids(of: .methodPlan).flatMap($0.presenter.answers) },
    .items("plans", of: LinkModel.schema) { $0.catalogue.ids(of: .methodPlan).map($0.presenter.link) })

  static func pages(of outline: SiteOutline) -> [CorrespondencePage] {
    outline.catalogue.hasCorrespondence ? [CorrespondencePage()] : []
  }

  var address: Address { Self.address }
  var claimant: Claimant { Claimant(Phrase("таблица соответствия", en: "the table of correspondence")) }

  func subject(_ presenter: PagePresenter) -> CorrespondenceModel { presenter.correspondence(of: .network) }

  func head(_ presenter: PagePresenter) -> PageHead {
    presenter.overviewHead(.correspondenceTitle, .correspondenceDescription)
  }
}

extension PagePresenter {
  /// The topics of a plan that answer any of the questions.
  fileprivate func answers(_ plan: DocumentID) -> [CorrespondencePage.Answers] {
    let year = (graph[plan].entity as? MethodPlan)?.academicYear.value.text ?? ""
    return catalogue.topics(of: plan).compactMap { topic in
      TopicAnswers(topic).map { answers in
        .init(topic: link(titled: topic.title.value, to: url(of: plan), in: plan), year: year, answers: answers)
      }
    }
  }
}
