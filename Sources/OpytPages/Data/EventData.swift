import OpytCatalogue
import OpytDiagnostics
import OpytModel
import OpytNetwork
import OpytText

/// An event of the network as an `EducationEvent` of schema.org; its days with hours of their own, and the sessions of a
/// programme, are its `subEvent`s.
struct EventData {
  let presenter: PagePresenter

  func write(_ event: Event, _ id: DocumentID, to thing: inout JSONWriter) {
    let document = presenter.graph[id]
    thing.text("name", document.title)
    thing.text("description", event.task.value.paragraphs.joined(separator: "\n"))
    thing.text("inLanguage", presenter.context.configuration.language.rawValue)
    writeTime(from: event.start.value, to: event.days.isEmpty ? event.end?.value : event.closing, to: &thing)
    thing.text(
      "eventStatus", "https://schema.org/\(event.effectiveState == .cancelled ? "EventCancelled" : "EventScheduled")")
    writeMode(event.mode?.value, to: &thing)
    let hosts = document.targets(of: event.kindergartens).filter(presenter.isPublished)
    if event.mode?.value.key != "online" {
      writePlace(event.place?.value ?? "", hosts.count == 1 ? hosts[0] : nil, to: &thing)
    }
    writeOrganizers(hosts, document.targets(of: event.initiators).filter(presenter.isPublished), to: &thing)
    thing.number("maximumAttendeeCapacity", event.capacity?.value)
    if let seminar = event.seminar.flatMap({ document.target(of: $0) }), presenter.isPublished(seminar) {
      thing.object("superEvent") { presenter.write(seminar, as: "EducationEvent", to: &$0) }
    }
    thing.list("subEvent", of: event.hours) { day, items in
      items.object { part in
        part.text("@type", "EducationEvent")
        part.text("name", document.title)
        writeTime(from: day.beginning, to: day.ending, to: &part)
      }
    }
  }

  /// A programme from its first session to its last.
  func write(_ seminar: SeminarProgram, _ id: DocumentID, to thing: inout JSONWriter) {
    let document = presenter.graph[id]
    let sessions = presenter.catalogue.sessions(of: id)
    let host = document.target(of: seminar.host).flatMap { presenter.isPublished($0) ? $0 : nil }
    thing.text("name", document.title)
    thing.text("description", seminar.material.summary.value)
    thing.text("inLanguage", presenter.context.configuration.language.rawValue)
    let starts = sessions.map { Moment($0.session.date.value, $0.session.start.value) }
    let ends = sessions.map { Moment($0.session.date.value, $0.session.end.value) }
    if let first = starts.min(), let last = ends.max() { writeTime(from: first, to: last, to: &thing) }
    thing.text("eventStatus", "https://schema.org/EventScheduled")
    writeMode(seminar.mode?.value, to: &thing)
    // What a programme says of its place may name several kindergartens.
    if seminar.mode?.value.key != "online" {
      writePlace(seminar.place?.value ?? "", seminar.place == nil ? host : nil, to: &thing)
    }
    writeOrganizers([host].compactMap(\.self), [], to: &thing)
    thing.list("subEvent", of: sessions.filter { !$0.session.isPause }) { session, items in
      items.object { write(session, document, to: &$0) }
    }
  }

  private func write(_ own: ProgrammeSession, _ document: ResolvedDocument, to part: inout JSONWriter) {
    let session = own.session
    part.text("@type", "EducationEvent")
    part.text("@id", presenter.wholeURL(of: own.programme).map { "\($0)#\(presenter.anchor(of: own))" })
    part.text("name", session.title.value)
    part.text("description", session.summary?.value.paragraphs.joined(separator: "\n"))
    let day = session.date.value
    writeTime(from: Moment(day, session.start.value), to: Moment(day, session.end.value), to: &part)
    let place = SessionPlace(own, presenter.graph)
    writePlace(place.text, place.kindergarten.flatMap { presenter.isPublished($0) ? $0 : nil }, to: &part)
    presenter.write("performer", document.targets(of: session.presenters), as: "Person", to: &part)
  }

  private func writeTime(from start: Moment, to end: Moment?, to thing: inout JSONWriter) {
    let times = presenter.context.localTime
    thing.text("startDate", times.text(of: start))
    guard let end, start < end else { return }
    thing.text("endDate", times.text(of: end))
  }

  private func writeMode(_ mode: Term<Modes>?, to thing: inout JSONWriter) {
    guard let mode else { return }
    let name =
      switch mode.key {
      case "online": "Online"
      case "mixed": "Mixed"
      default: "Offline"
      }
    thing.text("eventAttendanceMode", "https://schema.org/\(name)EventAttendanceMode")
  }

  private func writePlace(_ place: String, _ kindergarten: DocumentID?, to thing: inout JSONWriter) {
    let host = kindergarten.flatMap { presenter.graph[$0].entity as? Kindergarten }
    guard !place.isEmpty || host != nil else { return }
    thing.object("location") { location in
      location.text("@type", "Place")
      location.text("name", place.isEmpty ? kindergarten.map { presenter.graph[$0].title } : place)
      if let host { PlaceData.writeAddress(of: host, to: &location) }
    }
  }

  private func writeOrganizers(_ kindergartens: [DocumentID], _ people: [DocumentID], to thing: inout JSONWriter) {
    thing.list("organizer", of: kindergartens.map { ($0, "Preschool") } + people.map { ($0, "Person") }) { who, items in
      items.object { presenter.write(who.0, as: who.1, to: &$0) }
    }
  }
}

extension EventPage {
  func describe(_ presenter: PagePresenter, in data: inout PageData) {
    guard let event = presenter.catalogue.event(id) else { return }
    data.form = .article
    data.picture.direction = presenter.catalogue.mainDirection(of: id)
    data.photo = presenter.sharedPhoto(of: id)
    data.add("EducationEvent", at: presenter.wholeURL(of: id)) { [photo = data.photo] thing in
      EventData(presenter: presenter).write(event, id, to: &thing)
      thing.text("image", photo?.url)
    }
  }
}

extension MaterialPage {
  func describe(_ presenter: PagePresenter, in data: inout PageData) {
    data.describe(material: id, presenter)
  }
}

extension SeminarProgramPage {
  func describe(_ presenter: PagePresenter, in data: inout PageData) {
    data.describe(material: id, presenter)
    guard let seminar = presenter.graph[id].entity as? SeminarProgram else { return }
    // The programme itself is the material.
    data.add("EducationEvent", at: nil) { thing in
      thing.text("url", presenter.wholeURL(of: id))
      EventData(presenter: presenter).write(seminar, id, to: &thing)
    }
  }
}

extension PageData {
  fileprivate mutating func describe(material id: DocumentID, _ presenter: PagePresenter) {
    form = .article
    picture = SharePicture(kind: presenter.graph[id].kind, direction: presenter.catalogue.mainDirection(of: id))
    photo = presenter.sharedPhoto(of: id)
    let shown = photo?.url ?? presenter.wholeURL(of: picture)
    guard let resource = LearningResource(id, presenter) else { return }
    add { resource.write(picture: shown, to: &$0) }
  }
}
