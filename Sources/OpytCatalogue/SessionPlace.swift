package import OpytModel

/// Where a session takes place.
package struct SessionPlace: Sendable {
  /// Its room, and the programme's place where it is held at the host's.
  package let text: String
  package let kindergarten: DocumentID?

  package init(_ session: ProgrammeSession, _ graph: SiteGraph) {
    let document = graph[session.programme]
    let programme = document.entity as? SeminarProgram
    let host = programme.flatMap { document.target(of: $0.host) }
    let own = session.session.kindergarten.flatMap { document.target(of: $0) }
    // What the programme says of its place tells nothing of other kindergartens.
    let place = own == nil || own == host ? programme?.place?.value : nil
    text = (session.session.room?.value ?? place) ?? ""
    kindergarten = own ?? host
  }
}
