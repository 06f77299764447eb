import OpytCatalogue
import OpytLayout
import OpytModel
import OpytText

/// A plan as a table, by topic and by month, its lines by form, and what it answers.
struct MethodPlanPage: WholePage {
  typealias Content = MethodPlan
  typealias Subject = MethodPlan

  /// A topic with its lines.
  struct TopicModel: Sendable {
    let title: String
    let deficits: [LinkModel]
    let strategy: LinkModel?
    /// Those that none of its lines names.
    let events: [LinkModel]
    let actions: [PlanActionModel]
    /// What is said of a topic that stands in no row of the correspondence, for there it is told.
    let answers: TopicAnswers?

    static let schema = LayoutSchema<TopicModel>(
      .text("title", \.title),
      .items("deficits", of: LinkModel.schema, \.deficits),
      .record("strategy", LinkModel.schema, \.strategy),
      .items("events", of: LinkModel.schema, \.events),
      .list("actions", of: PlanActionModel.schema, \.actions),
      .record("answers", TopicAnswers.schema, \.answers))
  }

  static let layout = "plan"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.documentFields,
    .flag("of_network") { $0.catalogue.owner(ofPlan: $0.id) == nil },
    .text("approved") { $0.presenter.approval(of: $0.subject) },
    .items("topics", of: TopicModel.schema) { $0.presenter.topics(ofPlan: $0.id) },
    .items("months", of: PlanMonthModel.schema) { $0.presenter.months(ofPlan: $0.id) },
    .items("forms", of: PlanFormModel.schema) { $0.presenter.forms(ofPlan: $0.id) },
    .record("correspondence", CorrespondenceModel.schema) { $0.presenter.correspondence(of: .plan($0.id)) },
    .url("worksheet") { $0.presenter.url(PlanWorksheetPage.address(of: $0.page.place)) },
    // Offered where something is still to come.
    .url("calendar") { view in
      view.catalogue.occasions(of: view.id).contains(where: view.catalogue.isUpcoming)
        ? view.presenter.calendarURL(of: view.id) : nil
    })

  let place: DocumentPlace
  init(_ place: DocumentPlace) { self.place = place }

  static func opening(of plan: MethodPlan) -> String? { nil }

  static func entry(of plan: MethodPlan, _ id: DocumentID, _ presenter: PagePresenter) -> ListEntry {
    let owner = presenter.catalogue.owner(ofPlan: id).map { presenter.title(of: $0) }
    return ListEntry(
      details: [plan.academicYear.value.text, owner ?? presenter.strings.text(.planOfNetwork)].joined(separator: ", "),
      summary: plan.topics.map(\.title.value).joined(separator: "; "))
  }
}

extension PagePresenter {
  /// «педагогический совет, № 1, 29 августа 2025 г.»; empty where nobody approved it.
  fileprivate func approval(of plan: MethodPlan) -> String {
    guard let approved = plan.approved else { return "" }
    let number = approved.number?.value ?? ""
    let isBare = !number.isEmpty && number.allSatisfy(\.isNumber)
    return [approved.body.value, isBare ? "№\u{A0}\(number)" : number, strings.date(approved.date.value)]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  fileprivate func topics(ofPlan id: DocumentID) -> [MethodPlanPage.TopicModel] {
    let document = graph[id]
    return zip(catalogue.topics(of: id), catalogue.actions(of: id)).map { topic, actions in
      let told = Set(document.targets(of: topic.actions.compactMap(\.event)))
      let deficits = links(to: document.targets(of: topic.deficits))
      return MethodPlanPage.TopicModel(
        title: topic.title.value, deficits: deficits,
        strategy: links(to: [topic.strategy.flatMap { document.target(of: $0) }].compactMap { $0 }).first,
        events: links(to: document.targets(of: topic.events).filter { !told.contains($0) }),
        actions: actions.map(model), answers: deficits.isEmpty ? TopicAnswers(topic) : nil)
    }
  }
}
