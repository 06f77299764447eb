import OpytCatalogue
import OpytLayout
import OpytModel
import OpytText

/// A line of a plan (S4): what, in which form, when, who answers for it, how it went.
struct PlanActionModel: Sendable {
  let title: String
  let anchor: String
  /// Its place on the page of its plan.
  let url: WebAddress?
  let form: String
  let term: String
  let responsible: [LinkModel]
  let event: LinkModel?
  let mark: String
  /// Where the plan is told by months.
  let topic: String

  static let schema = LayoutSchema<PlanActionModel>(
    .text("title", \.title),
    .code("anchor", \.anchor),
    .url("url", \.url),
    .text("form", \.form),
    .text("term", \.term),
    .items("responsible", of: LinkModel.narrowSchema, \.responsible),
    .record("event", LinkModel.narrowSchema, \.event),
    .text("mark", \.mark),
    .text("topic", \.topic))
}

/// A month of a plan, with what begins in it.
struct PlanMonthModel: Sendable {
  /// «март 2026 г.»
  let title: String
  let iso: String
  let actions: [PlanActionModel]

  static let schema = LayoutSchema<PlanMonthModel>(
    .text("title", \.title),
    .code("iso", \.iso),
    .list("actions", of: PlanActionModel.schema, \.actions))
}

/// A form of work, with what a plan has of it.
struct PlanFormModel: Sendable {
  /// «семинар-практикум»; empty for what names no form.
  let title: String
  let actions: [PlanActionModel]

  static let schema = LayoutSchema<PlanFormModel>(
    .text("title", \.title),
    .list("actions", of: PlanActionModel.schema, \.actions))
}

extension PagePresenter {
  func model(of action: PlanAction) -> PlanActionModel {
    let (document, content) = (graph[action.plan], action.action)
    let event = content.event.flatMap { document.target(of: $0) }.flatMap { isPublished($0) ? $0 : nil }
    return PlanActionModel(
      title: content.title.value, anchor: anchor(of: action), url: url(of: action),
      form: content.form.map { label($0.value) } ?? "", term: strings.term(content.term.value),
      responsible: people(document.targets(of: content.responsible)).map(\.link), event: event.map(link),
      mark: content.mark?.value ?? "", topic: action.topic.title.value)
  }

  func months(ofPlan id: DocumentID) -> [PlanMonthModel] {
    catalogue.months(of: id).map { month in
      PlanMonthModel(
        title: strings.month(month.month.month, of: month.month.year), iso: month.month.iso,
        actions: month.actions.map(model))
    }
  }

  /// None where no action names a form: there is nothing to tell them by.
  func forms(ofPlan id: DocumentID) -> [PlanFormModel] {
    let forms = catalogue.forms(of: id)
    guard forms.contains(where: { $0.form != nil }) else { return [] }
    return forms.map { PlanFormModel(title: $0.form.map { label($0) } ?? "", actions: $0.actions.map(model)) }
  }

  /// The plans that name a document in one of these fields.
  func plans(naming id: DocumentID, as roles: ReferenceRole...) -> [LinkModel] {
    catalogue.documents(of: .methodPlan, naming: id, as: roles).map(link)
  }
}
