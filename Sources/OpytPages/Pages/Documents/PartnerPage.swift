import OpytCatalogue
import OpytLayout
import OpytModel

/// A partner, and how far the six steps of joint activity have come (S3).
struct PartnerPage: WholePage {
  typealias Content = Partner
  typealias Subject = Partner

  static let layout = "partner"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.documentFields + [
      .items("agreement", of: ProcessStepModel.schema) { $0.presenter.agreement($0.subject) },
      .items("people", of: PersonModel.schema) { $0.presenter.people($0.catalogue.staff(of: $0.id)) },
      .items("former", of: FormerPostModel.schema) { $0.presenter.formerStaff(of: $0.id) },
      .items("requests", of: DevelopmentModel.lessonSchema) { $0.presenter.requests(to: $0.id) },
    ])

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
    let records = Dictionary(grouping: partner.steps, by: \.step.value.number)
    let labels = labels(PartnerSteps.self)
    // What has a later day is planned.
    func isDone(_ record: AgreementStep) -> Bool { record.date.map { $0.value <= catalogue.today } ?? true }
    let next = (1...labels.count).first { !(records[$0] ?? []).contains(where: isDone) }
    return labels.enumerated().map { index, label in
      let own = records[index + 1] ?? []
      return ProcessStepModel(
        number: index + 1, label: label, isDone: own.contains(where: isDone), isCurrent: index + 1 == next,
        date: own.first?.date.map { date($0.value) }, note: notes(of: own))
    }
  }

  /// A step may be taken again: what was noted then stands behind its day.
  private func notes(of records: [AgreementStep]) -> [String] {
    let later = records.dropFirst().compactMap { record -> String? in
      let note = record.note?.value.paragraphs.joined(separator: " ")
      let parts = [record.date.map { strings.date($0.value) }, note].compactMap { $0 }
      return parts.isEmpty ? nil : parts.joined(separator: ": ")
    }
    return (records.first?.note?.value.paragraphs ?? []) + later
  }
}
