import OpytCatalogue
package import OpytLayout
package import OpytModel
package import OpytText

/// What an issue of the bulletin collects, for its page and for what is printed of it outside of the site.
package struct BulletinModel: Sendable {
  /// What belongs to one direction.
  package struct Group: Sendable {
    package let title: String
    package let url: WebAddress?
    let anchor: String
    let accent: String
    let materials: [Card]
    let events: [EventCardModel]
    package let entries: [Entry]

    static let schema = LayoutSchema<Group>(
      .text("title", \.title),
      .url("url", \.url),
      .code("anchor", \.anchor),
      .url("link") { WebAddress(relative: "#" + $0.anchor) },
      .code("accent", \.accent),
      .cardItems("materials", \.materials),
      .items("events", of: EventCardModel.schema, \.events),
      .list("entries", of: Entry.schema, \.entries))
  }

  /// A line of the issue: for its contents, for e-mail and for messengers.
  package struct Entry: Sendable {
    package let title: String
    package let kind: String
    let summary: String
    package let url: WebAddress?

    package static let schema = LayoutSchema<Entry>(
      .text("title", \.title),
      .text("kind", \.kind),
      .text("summary", \.summary),
      .url("url", \.url))
  }

  package let number: Int
  /// «1–31 марта 2026 г.»
  package let period: String
  package let editors: [PersonModel]
  package let groups: [Group]
  package let people: [PersonModel]
  package let kindergartens: [LinkModel]
  /// Materials of earlier issues that were changed in this period.
  package let changed: [LinkModel]

  package init(_ id: DocumentID, _ bulletin: Bulletin, _ presenter: PagePresenter) {
    let (graph, catalogue) = (presenter.graph, presenter.catalogue)
    let items = graph.items(ofBulletin: id, includingDrafts: presenter.context.includesDrafts)
    number = bulletin.number.value
    period = presenter.strings.dates(from: bulletin.start.value, to: bulletin.end.value)
    editors = presenter.people(graph[id].targets(of: bulletin.editors))
    groups = presenter.groups(items.filter(presenter.isPublished))
    guard let period = bulletin.period else {
      (people, kindergartens, changed) = ([], [], [])
      return
    }
    people = presenter.people(catalogue.newcomers(in: period))
    kindergartens = catalogue.kindergartens.filter { id in
      (graph[id].entity as? Kindergarten)?.joined.map { period.contains($0.value) } ?? false
    }.map(presenter.link)
    changed = catalogue.materials.filter { id in
      guard let material = graph[id].material, let updated = material.updated?.value else { return false }
      return period.contains(updated) && material.published.value < period.lowerBound
    }.map(presenter.link)
  }
}

extension PagePresenter {
  /// By the first direction of each; what has none stands last.
  fileprivate func groups(_ items: [DocumentID]) -> [BulletinModel.Group] {
    let byDirection = Dictionary(grouping: items, by: catalogue.mainDirection)
    let directions = catalogue.directions.map(Optional.some) + [nil]
    return directions.compactMap { direction in
      guard let items = byDirection[direction], !items.isEmpty else { return nil }
      return BulletinModel.Group(
        title: direction.map(title(of:)) ?? strings.text(.outsideDirections), url: direction.flatMap { url(of: $0) },
        anchor: "opyt_group-\((direction?.index ?? 0) + 1)",
        accent: direction.map(accent) ?? "",
        materials: items.filter { graph[$0].kind.isMaterial }.map(card), events: eventCards(items),
        entries: items.map(entry))
    }
  }

  private func entry(_ id: DocumentID) -> BulletinModel.Entry {
    let event = catalogue.event(id)
    return BulletinModel.Entry(
      title: title(of: id), kind: event.map { label($0.form.value) } ?? strings.text(.kind(graph[id].kind)),
      summary: graph[id].material?.summary.value ?? event?.task.value.paragraphs.first ?? "", url: url(of: id))
  }
}

extension Catalogue {
  /// The people whose first material or event falls into a period.
  func newcomers(in period: ClosedRange<CalendarDate>) -> [DocumentID] {
    var first: [DocumentID: CalendarDate] = [:]
    for source in materials + events {
      guard let date = graph[source].material?.published.value ?? event(source)?.start.value.date else { continue }
      for person in people(namedBy: source) where isPublished(person) {
        first[person] = min(first[person] ?? date, date)
      }
    }
    return ids(of: .person).filter { first[$0].map(period.contains) ?? false }
  }

  private func people(namedBy id: DocumentID) -> [DocumentID] {
    graph[id].decoded.references.indices.compactMap { graph[id].target(ofReference: $0) }.filter {
      graph[$0].kind == .person
    }
  }
}
