import OpytCatalogue
import OpytLayout
import OpytModel
import OpytText

struct SeminarProgramPage: MaterialPage {
  typealias Content = SeminarProgram
  typealias Subject = SeminarProgram

  static let layout = "seminar"
  static let coverPattern = Cover.Pattern.board

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.materialFields,
    .html("days_drawing") { $0.presenter.rail(of: $0.catalogue.sessions(of: $0.id))?.fragment },
    .items("days", of: TimetableModel.Day.schema) { view in
      TimetableModel.days(of: view.catalogue.sessions(of: view.id), view.strings) { session in
        view.presenter.entry(session, in: view.document, view.id)
      }
    })

  let place: DocumentPlace
  init(_ place: DocumentPlace) { self.place = place }
}

extension PagePresenter {
  /// The days of a programme in their year; nil for a single one.
  fileprivate func rail(of sessions: [ProgrammeSession]) -> Drawing? {
    let sorted = sessions.sorted {
      ($0.session.date.value, $0.session.start.value) < ($1.session.date.value, $1.session.start.value)
    }
    var stops: [DateRail.Stop] = []
    for own in sorted where own.session.date.value != stops.last?.day {
      let day = own.session.date.value
      stops.append(
        DateRail.Stop(
          day: day, name: "\(strings.date(day)), \(strings.weekday(day))",
          url: WebAddress(relative: "#" + anchor(of: own))))
    }
    return DateRail.drawing(stops, name: strings.text(.daysInYear)) { strings.text(.monthName($0)) }
  }

  fileprivate func entry(
    _ own: ProgrammeSession, in document: ResolvedDocument, _ id: DocumentID
  ) -> TimetableModel.Entry {
    let session = own.session
    let part = session.effectivePart
    let attachments = session.attachments.compactMap { attachment in
      file(attachment.file.index, of: id).map { AttachmentModel(title: attachment.title.value, file: $0) }
    }
    return TimetableModel.Entry(
      anchor: anchor(of: own), time: "\(session.start.value.text)–\(session.end.value.text)",
      title: session.title.value,
      part: part == .session ? nil : TermModel(key: part.key, label: label(part)),
      form: session.form.map { topicLink($0.value, in: .forms) }, room: session.room?.value ?? "",
      presenters: links(to: document.targets(of: session.presenters)),
      moderators: links(to: document.targets(of: session.moderators)),
      event: catalogue.event(standingFor: own).map(link),
      kindergarten: session.kindergarten.flatMap { document.target(of: $0) }.map(link),
      summary: session.summary?.value.paragraphs ?? [], attachments: attachments)
  }
}
