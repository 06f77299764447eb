import OpytCatalogue
package import OpytLayout
package import OpytModel
package import OpytText

/// What an issue of the bulletin collects, for its page and for what is printed of it outside of the site.
package struct BulletinModel: Sendable {
  /// A rubric, or what belongs to one direction.
  package struct Group: Sendable {
    package let title: String
    package let url: WebAddress?
    let anchor: String
    let accent: String
    /// What a rubric's author says, in paragraphs.
    package fileprivate(set) var note: [String] = []
    /// Who signs it.
    package fileprivate(set) var authors: [LinkModel] = []
    let materials: [Card]
    let events: [EventCardModel]
    /// What is neither a material nor an event.
    let others: [Entry]
    /// All of them, in the editor's order.
    package let entries: [Entry]

    static let schema = LayoutSchema<Group>(
      .text("title", \.title),
      .url("url", \.url),
      .unmarked,
      .code("anchor", \.anchor),
      .url("link") { WebAddress(relative: "#" + $0.anchor) },
      .code("accent", \.accent),
      .texts("note", \.note),
      .items("authors", of: LinkModel.schema, \.authors),
      .cardItems("materials", \.materials),
      .items("events", of: EventCardModel.schema, \.events),
      .items("others", of: Entry.schema, \.others),
      .list("entries", of: Entry.schema, \.entries))
  }

  /// A line of the issue: for its contents, for e-mail and for messengers.
  package struct Entry: Sendable {
    package let title: String
    package let kind: String
    let summary: String
    package let url: WebAddress?
    let isMembersOnly: Bool

    package static let schema = LayoutSchema<Entry>(
      .text("title", \.title),
      .text("kind", \.kind),
      .text("summary", \.summary),
      .url("url", \.url),
      .flag("members_only", \.isMembersOnly))
  }

  /// Somebody new, and the material or event that names them first: today's post tells nothing of those days.
  package struct Newcomer: Sendable {
    let person: LinkModel
    let deed: LinkModel

    package static let schema = LayoutSchema<Newcomer>(
      LinkModel.schema.fields(of: \.person) + [.record("deed", LinkModel.schema, \.deed)])
  }

  /// A kindergarten that left the network, and what it was joined to, or somebody who left the kindergartens.
  package struct Leaver: Sendable {
    package let document: LinkModel
    package let date: DateModel
    let successor: LinkModel?

    package static let schema = LayoutSchema<Leaver>(
      LinkModel.schema.fields(of: \.document) + [
        .record("date", DateModel.schema, \.date), .record("successor", LinkModel.schema, \.successor),
      ])
  }

  package let number: Int
  /// «1–31 марта 2026 г.»
  package let period: String
  package let editors: [PersonModel]
  /// The rubrics first.
  package let groups: [Group]
  /// The events that come next.
  let announced: [EventCardModel]
  package let announcements: [Entry]
  package let people: [Newcomer]
  package let kindergartens: [LinkModel]
  package let left: [Leaver]
  package let leftPeople: [Leaver]
  /// Materials of earlier days that were updated in the issue's, while these go on: see `IssueContents`.
  package let changed: [LinkModel]

  package init(_ id: DocumentID, _ bulletin: Bulletin, _ presenter: PagePresenter) {
    let contents = presenter.catalogue.contents(ofIssue: id)
    number = bulletin.number.value
    period = presenter.strings.dates(from: bulletin.start.value, to: bulletin.end.value)
    editors = presenter.people(presenter.graph[id].targets(of: bulletin.editors))
    groups = presenter.rubrics(of: bulletin, id, contents.rubrics) + presenter.groups(contents.items)
    announced = presenter.eventCards(contents.announced)
    announcements = contents.announced.map(presenter.entry)
    people = contents.people.map { Newcomer(person: presenter.link(to: $0.person), deed: presenter.link(to: $0.deed)) }
    kindergartens = contents.kindergartens.map(presenter.link)
    let leavers = contents.left.map { leaver in
      (
        kind: presenter.graph[leaver.document].kind,
        model: Leaver(
          document: presenter.link(to: leaver.document), date: presenter.date(leaver.day),
          successor: presenter.catalogue.successor(of: leaver.document).map(presenter.link))
      )
    }
    left = leavers.filter { $0.kind == .kindergarten }.map(\.model)
    leftPeople = leavers.filter { $0.kind == .person }.map(\.model)
    changed = contents.updated.map(presenter.link)
  }
}

extension PagePresenter {
  /// Those that have anything to say or to show.
  fileprivate func rubrics(
    of bulletin: Bulletin, _ id: DocumentID, _ contents: [[DocumentID]]
  ) -> [BulletinModel.Group] {
    zip(bulletin.rubrics, contents).enumerated().compactMap { index, rubric in
      let (rubric, items) = rubric
      let note = rubric.note?.value.paragraphs ?? []
      if note.isEmpty, items.isEmpty { return nil }
      var group = group(
        of: items, title: rubric.title.value, anchor: "opyt_rubric-\(index + 1)")
      group.note = note
      group.authors = links(to: graph[id].targets(of: rubric.authors).filter(isPublished))
      return group
    }
  }

  /// By the first direction of each; what has none stands last.
  fileprivate func groups(_ items: [DocumentID]) -> [BulletinModel.Group] {
    let byDirection = Dictionary(grouping: items, by: catalogue.mainDirection)
    let directions = catalogue.directions.map(Optional.some) + [nil]
    return directions.compactMap { direction in
      guard let items = byDirection[direction], !items.isEmpty else { return nil }
      return group(
        of: items, title: direction.map(title(of:)) ?? strings.text(.outsideDirections),
        url: direction.flatMap { url(of: $0) },
        // Named after the direction: its number changes with any new document.
        anchor: direction.map { "opyt_group-\(Transliteration.slug(graph[$0].decoded.id))" } ?? "opyt_group",
        accent: direction.map(accent) ?? "")
    }
  }

  private func group(
    of items: [DocumentID], title: String, url: WebAddress? = nil, anchor: String, accent: String = ""
  ) -> BulletinModel.Group {
    BulletinModel.Group(
      title: title, url: url, anchor: anchor, accent: accent,
      materials: items.filter { graph[$0].kind.isMaterial }.map(card), events: eventCards(items),
      others: items.filter { !graph[$0].kind.isMaterial && graph[$0].kind != .event }.map(entry),
      entries: items.map(entry))
  }

  fileprivate func entry(_ id: DocumentID) -> BulletinModel.Entry {
    let event = catalogue.event(id)
    return BulletinModel.Entry(
      title: title(of: id), kind: event.map { label($0.form.value) } ?? strings.text(.kind(graph[id].kind)),
      summary: graph[id].material?.summary.value ?? event?.task.value.paragraphs.first ?? opening(of: id),
      url: url(of: id), isMembersOnly: isMarked(id))
  }

  /// What the list of its kind says of it, or its first words.
  private func opening(of id: DocumentID) -> String {
    let summary = directoryEntry(id).summary
    return summary.isEmpty ? graph[id].decoded.excerpt : summary
  }
}
