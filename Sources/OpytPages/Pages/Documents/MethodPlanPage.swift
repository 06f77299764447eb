import OpytCatalogue
import OpytLayout
import OpytModel

struct MethodPlanPage: WholePage {
  typealias Content = MethodPlan
  typealias Subject = MethodPlan

  static let layout = "plan"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.documentFields,
    .record("correspondence", CorrespondenceModel.schema) { $0.presenter.correspondence(of: .plan($0.id)) })

  let place: DocumentPlace
  init(_ place: DocumentPlace) { self.place = place }

  static func opening(of plan: MethodPlan) -> String? { nil }

  static func entry(of plan: MethodPlan, _ id: DocumentID, _ presenter: PagePresenter) -> ListEntry {
    ListEntry(
      details: plan.academicYear.value.text, summary: plan.topics.map(\.title.value).joined(separator: "; "))
  }
}
