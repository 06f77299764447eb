import OpytCatalogue
import OpytLayout
import OpytModel
import OpytText

/// A partner, and how far the six steps of joint activity have come (S3).
struct PartnerPage: WholePage {
  typealias Content = Partner
  typealias Subject = Partner

  static let layout = "partner"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.documentFields + [
      .items("agreement", of: ProcessStepModel.schema) { $0.presenter.agreement($0.subject) },
      .flag("facts") { view in
        let partner = view.subject
        return partner.website != nil || partner.validUntil != nil || !partner.contacts.isEmpty
          || !partner.kindergartens.isEmpty
      },
      // Its last day is over.
      .flag("ended") { view in view.subject.validUntil.map { $0.value < view.catalogue.today } ?? false },
      .items("upcoming", of: EventCardModel.schema) { view in
        view.presenter.eventCards(view.events.filter(view.catalogue.isUpcoming))
      },
      .items("past", of: EventCardModel.schema) { view in
        view.presenter.eventCards(view.events.filter { !view.catalogue.isUpcoming($0) }.reversed())
      },
      .cardItems("materials") { $0.catalogue.materials(naming: $0.id, as: .partners).map($0.presenter.card) },
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

extension PageView where Page == PartnerPage {
  /// Those that name it, by their beginning.
  fileprivate var events: [DocumentID] { catalogue.documents(of: .event, naming: id, as: .partners) }
}

extension PagePresenter {
  fileprivate func agreement(_ partner: Partner) -> [ProcessStepModel] {
    let records = Dictionary(grouping: partner.steps, by: \.step.value.number).mapValues(inOrder)
    let labels = labels(PartnerSteps.self)
    let next = (1...labels.count).first { !(records[$0] ?? []).contains(where: isDone) }
    return labels.enumerated().map { index, label in
      let own = records[index + 1] ?? []
      return ProcessStepModel(
        number: index + 1, label: label, isDone: own.contains(where: isDone), isCurrent: index + 1 == next,
        date: own.first?.date.map { date($0.value) }, note: notes(of: own))
    }
  }

  /// What has a later day is planned.
  private func isDone(_ record: AgreementStep) -> Bool { record.date.map { $0.value <= catalogue.today } ?? true }

  /// By their days; what has none was first.
  private func inOrder(_ records: [AgreementStep]) -> [AgreementStep] {
    records.enumerated().sorted {
      ($0.element.date?.value.dayNumber ?? .min, $0.offset) < ($1.element.date?.value.dayNumber ?? .min, $1.offset)
    }.map(\.element)
  }

  /// A step may be taken again: what was noted then stands behind its day.
  private func notes(of records: [AgreementStep]) -> [String] {
    let later = records.dropFirst().compactMap { record -> String? in
      let note = record.note?.value.paragraphs.joined(separator: " ")
      let day = record.date.map { date in
        let day = strings.date(date.value)
        return isDone(record) ? day : strings.text(.plannedFor, ["date": .text(day)])
      }
      let parts = [day, note].compactMap { $0 }
      return parts.isEmpty ? nil : parts.joined(separator: ": ")
    }
    return (records.first?.note?.value.paragraphs ?? []) + later
  }
}
