import OpytLayout
import OpytModel
import OpytText

/// What an issue of the bulletin collects (`domain.md` §3, Bulletin).
struct BulletinFacts: Sendable {
  /// What belongs to one direction.
  struct Group: Sendable {
    let title: String
    let url: WebAddress?
    let anchor: String
    let accent: String
    let materials: [Card]
    let events: [EventCardModel]
    let entries: [Entry]

    static let schema = LayoutSchema<Group>(
      .text("title", \.title),
      .url("url", \.url),
      .text("anchor", \.anchor),
      .url("link") { WebAddress(relative: "#" + $0.anchor) },
      .text("accent", \.accent),
      .cardItems("materials", \.materials),
      .items("events", of: EventCardModel.schema, \.events),
      .list("entries", of: Entry.schema, \.entries))
  }

  /// A line of the issue: for its contents, for e-mail and for messengers.
  struct Entry: Sendable {
    let id: DocumentID
    let title: String
    let kind: String
    let summary: String
    let url: WebAddress?

    static let schema = LayoutSchema<Entry>(
      .text("title", \.title),
      .text("kind", \.kind),
      .text("summary", \.summary),
      .url("url", \.url))
  }

  var number = 0
  var period = ""
  var editors: [PersonModel] = []
  var groups: [Group] = []
  var people: [PersonModel] = []
  var kindergartens: [LinkModel] = []
  /// Materials of earlier issues that were changed in this period.
  var changed: [LinkModel] = []
  var previous: LinkModel?
  var next: LinkModel?

  static let schema = LayoutSchema<BulletinFacts>(
    .number("number", \.number),
    .text("period", \.period),
    .items("editors", of: PersonModel.schema, \.editors),
    .items("groups", of: Group.schema, \.groups),
    .items("people", of: PersonModel.schema, \.people),
    .items("kindergartens", of: LinkModel.schema, \.kindergartens),
    .items("changed", of: LinkModel.schema, \.changed),
    .record("previous", LinkModel.schema, \.previous),
    .record("next", LinkModel.schema, \.next))
}

extension PagePresenter {
  func bulletinFacts(_ id: DocumentID, _ bulletin: Bulletin) -> BulletinFacts {
    let items = graph.items(ofBulletin: id, includingDrafts: context.includesDrafts).filter(isPublished)
    let neighbours = catalogue.neighbours(of: id)
    var facts = BulletinFacts()
    facts.number = bulletin.number.value
    facts.period = strings.dates(from: bulletin.start.value, to: bulletin.end.value)
    facts.editors = people(graph[id].targets(of: bulletin.editors))
    facts.groups = groups(items)
    facts.previous = neighbours.older.map(link)
    facts.next = neighbours.newer.map(link)
    guard let period = bulletin.period else { return facts }
    facts.people = people(catalogue.newcomers(in: period))
    facts.kindergartens = catalogue.kindergartens.filter { id in
      (graph[id].entity as? Kindergarten)?.joined.map { period.contains($0.value) } ?? false
    }.map(link)
    facts.changed = catalogue.materials.filter { id in
      guard let material = graph[id].material, let updated = material.updated?.value else { return false }
      return period.contains(updated) && material.published.value < period.lowerBound
    }.map(link)
    return facts
  }

  /// By the first direction of each; what has none stands last.
  private func groups(_ items: [DocumentID]) -> [BulletinFacts.Group] {
    let byDirection = Dictionary(grouping: items) { direction(of: $0) }
    let directions = catalogue.directions.map(Optional.some) + [nil]
    return directions.compactMap { direction in
      guard let items = byDirection[direction], !items.isEmpty else { return nil }
      return BulletinFacts.Group(
        title: direction.map(title(of:)) ?? strings.text(.outsideDirections), url: direction.flatMap { url(of: $0) },
        anchor: "opyt_group-\((direction?.index ?? 0) + 1)",
        accent: direction.map(accent(direction:)) ?? "",
        materials: items.filter { graph[$0].kind.isMaterial }.map(card), events: eventCards(items),
        entries: items.map(entry))
    }
  }

  private func direction(of item: DocumentID) -> DocumentID? {
    if let event = catalogue.event(item) { return graph[item].targets(of: event.directions).first(where: isPublished) }
    return catalogue.mainDirection(of: item)
  }

  private func entry(_ id: DocumentID) -> BulletinFacts.Entry {
    let event = catalogue.event(id)
    return BulletinFacts.Entry(
      id: id, title: title(of: id), kind: event.map { label($0.form.value) } ?? strings.text(.kind(graph[id].kind)),
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
