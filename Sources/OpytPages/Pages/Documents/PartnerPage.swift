import OpytLayout
import OpytModel

/// A partner, and how far the six steps of joint activity have come (S3).
struct PartnerPage: WholePage {
  typealias Content = Partner
  typealias Subject = Partner

  static let layout = "partner"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.documentFields + [.items("agreement", of: ProcessStepModel.schema) { $0.presenter.agreement($0.subject) }])

  let place: DocumentPlace
  init(_ place: DocumentPlace) { self.place = place }

  static func opening(of partner: Partner) -> String? { nil }

  static func entry(of partner: Partner, _ id: DocumentID, _ presenter: PagePresenter) -> ListEntry {
    ListEntry(
      details: partner.type.map { presenter.label($0.value) } ?? "", summary: presenter.graph[id].decoded.excerpt)
  }
}

extension PagePresenter {
  fileprivate func agreement(_ partner: Partner) -> [ProcessStepModel] {
    let done = Dictionary(
      partner.steps.map { ($0.step.value.number, $0) }, uniquingKeysWith: { first, _ in first })
    let labels = labels(PartnerSteps.self)
    let next = (1...labels.count).first { done[$0] == nil }
    return labels.enumerated().map { index, label in
      let step = done[index + 1]
      return ProcessStepModel(
        number: index + 1, label: label, isDone: step != nil, isCurrent: index + 1 == next,
        date: step?.date.map { date($0.value) }, note: step?.note?.value.paragraphs ?? [])
    }
  }
}
