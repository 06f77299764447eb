import OpytCatalogue
package import OpytModel
import OpytNetwork
package import OpytPages
import OpytText

/// What a network did and planned in one academic year: five tables for a spreadsheet, without drafts and without what is for
/// members only.
package struct YearReport: Sendable {
  /// A heading of one of the tables.
  enum Column: String, CaseIterable, Sendable {
    case title, kind, published, status, authors, kindergartens, directions, ages, address
    case form, start, end, state, outcomes, attended, participated
    case name, position, kindergarten, wrote, led, presented, initiated
    case deficit, topics, strategies, events, materials, answered
    case plan, owner, topic, deficits, strategy, action, term, responsible, event, mark, done, worked, next
  }

  /// The files of a report, as they are called in its folder.
  package static let fileNames = [
    "materialy.csv", "sobytiya.csv", "pedagogi.csv", "sootvetstvie.csv", "plany.csv",
  ]

  private let catalogue: Catalogue
  private let plan: SitePlan
  private let strings: ThemeStrings
  private let configuration: SiteConfiguration
  private let year: AcademicYear

  private let materials: [DocumentID]
  private let events: [DocumentID]

  package init(_ context: PresentationContext, year: AcademicYear) {
    let catalogue = context.catalogue
    self.catalogue = catalogue
    plan = context.plan
    strings = context.strings
    configuration = context.configuration
    self.year = year
    materials = catalogue.materials(publishedIn: year)
    events = catalogue.events.filter { id in
      catalogue.event(id).map { year.contains($0.start.value.date) } ?? false
    }
  }

  package var files: [(name: String, bytes: [UInt8])] {
    let tables = [materialTable, eventTable, peopleTable, correspondenceTable, planTable]
    return zip(Self.fileNames, tables).map { (name: $0, bytes: $1.bytes) }
  }

  private var graph: SiteGraph { catalogue.graph }

  // MARK: Materials and events

  private var materialTable: CSVTable {
    var table = table(.title, .kind, .published, .status, .authors, .kindergartens, .directions, .ages, .address)
    for id in materials {
      guard let material = graph[id].material else { continue }
      table.append([
        .text(graph[id].title), .text(strings.text(.kind(graph[id].kind))), .text(material.published.value.iso),
        .text(label(material.effectiveStatus)), titles(graph[id].targets(of: material.authors)),
        titles(graph[id].targets(of: material.kindergartens)), titles(graph[id].targets(of: material.directions)),
        list(material.ages.map { label($0.value) }), .text(address(of: id)),
      ])
    }
    return table
  }

  private var eventTable: CSVTable {
    var table = table(
      .title, .form, .start, .end, .state, .kindergartens, .directions, .outcomes, .attended, .participated)
    for id in events {
      guard let event = catalogue.event(id) else { continue }
      table.append([
        .text(graph[id].title), .text(label(event.form.value)), .text(event.start.value.text),
        .text(event.end?.value.text ?? ""), .text(label(event.effectiveState)),
        titles(graph[id].targets(of: event.kindergartens)), titles(graph[id].targets(of: event.directions)),
        list(event.outcomes.map(\.value)), event.attended.map { CSVTable.Cell.number($0.value) } ?? .text(""),
        titles(graph[id].targets(of: event.attendedKindergartens)),
      ])
    }
    return table
  }

  // MARK: People

  /// What people did, in times: materials written, master classes and lessons led, seminar sessions presented, events
  /// initiated that were not cancelled. What has a day of its own counts in the year of that day, whenever it was
  /// published.
  private struct Deeds {
    var wrote: [DocumentID: Int] = [:]
    var led: [DocumentID: Int] = [:]
    var presented: [DocumentID: Int] = [:]
    var initiated: [DocumentID: Int] = [:]
  }

  private var deeds: Deeds {
    var deeds = Deeds()
    for id in materials {
      guard let material = graph[id].material else { continue }
      Self.count(graph[id].targets(of: material.authors), in: &deeds.wrote)
    }
    for id in catalogue.materials {
      let document = graph[id]
      switch document.entity {
      case let masterClass as MasterClass where year.contains(masterClass.date.value):
        Self.count(document.targets(of: masterClass.masters), in: &deeds.led)
      case let methodicalCase as MethodicalCase:
        for iteration in methodicalCase.cycle where year.contains(iteration.date.value) {
          Self.count(document.targets(of: iteration.conductedBy), in: &deeds.led)
        }
      case let seminar as SeminarProgram:
        for session in seminar.sessions where year.contains(session.date.value) {
          Self.count(document.targets(of: session.presenters), in: &deeds.presented)
        }
      default: break
      }
    }
    for id in events {
      guard let event = catalogue.event(id), event.effectiveState != .cancelled else { continue }
      Self.count(graph[id].targets(of: event.initiators), in: &deeds.initiated)
    }
    return deeds
  }

  /// Each of them once.
  private static func count(_ people: [DocumentID], in counts: inout [DocumentID: Int]) {
    for person in Set(people) { counts[person, default: 0] += 1 }
  }

  private var peopleTable: CSVTable {
    var table = table(.name, .position, .kindergarten, .wrote, .led, .presented, .initiated)
    let deeds = deeds
    for id in catalogue.ids(of: .person) {
      let posts = catalogue.posts(of: id)
      table.append([
        .text(graph[id].title), list(Self.once(posts.compactMap(\.position).map { label($0) })),
        titles(Self.once(posts.compactMap(\.kindergarten))),
        .number(deeds.wrote[id] ?? 0), .number(deeds.led[id] ?? 0), .number(deeds.presented[id] ?? 0),
        .number(deeds.initiated[id] ?? 0),
      ])
    }
    return table
  }

  private static func once<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }

  // MARK: Correspondence

  private var correspondenceTable: CSVTable {
    var table = table(.deficit, .topics, .strategies, .events, .materials, .answered, .state)
    let correspondence = catalogue.correspondence(of: .year(year))
    for row in correspondence.rows {
      table.append([
        .text(graph[row.deficit].title), list(row.topics.map(\.topic.title.value)), titles(row.strategies),
        titles(row.events), titles(row.materials), .text(strings.text(row.isAnswered ? .yes : .no)),
        .text(strings.text(.deficitStateOfOne(catalogue.state(ofDeficit: row.deficit)))),
      ])
    }
    // The topics that answer no deficit stand last, beside an empty one.
    for free in correspondence.freeTopics {
      table.append([
        .text(""), .text(free.topic.title.value), .text(""), titles(free.events), .text(""), .text(strings.text(.no)),
        .text(""),
      ])
    }
    return table
  }

  // MARK: Plans

  /// A row for each action, and one for a topic that has none. What is said of a topic stands in its first row.
  private var planTable: CSVTable {
    var table = table(
      .plan, .owner, .topic, .deficits, .strategy, .action, .form, .term, .responsible, .event, .mark, .done, .worked,
      .next)
    for id in catalogue.ids(of: .methodPlan) {
      guard let plan = graph[id].entity as? MethodPlan, plan.academicYear.value == year else { continue }
      let owner = catalogue.owner(ofPlan: id).map { graph[$0].title } ?? strings.text(.planOfNetwork)
      for topic in plan.topics {
        let first: [CSVTable.Cell] = [
          .text(graph[id].title), .text(owner), .text(topic.title.value),
          titles(graph[id].targets(of: topic.deficits)),
          titles([topic.strategy.flatMap { graph[id].target(of: $0) }].compactMap { $0 }),
        ]
        let answers = [topic.done, topic.worked, topic.next].map { CSVTable.Cell.text(paragraphs($0)) }
        let rows =
          topic.actions.isEmpty
          ? [[CSVTable.Cell](repeating: .text(""), count: 6)] : topic.actions.map { cells(of: $0, in: id) }
        for (number, row) in rows.enumerated() {
          table.append(first + row + (number == 0 ? answers : answers.map { _ in .text("") }))
        }
      }
    }
    return table
  }

  private func cells(of action: PlannedAction, in plan: DocumentID) -> [CSVTable.Cell] {
    [
      .text(action.title.value), .text(action.form.map { label($0.value) } ?? ""), .text(action.term.value.text),
      titles(graph[plan].targets(of: action.responsible)),
      titles([action.event.flatMap { graph[plan].target(of: $0) }].compactMap { $0 }), .text(action.mark?.value ?? ""),
    ]
  }

  private func paragraphs(_ prose: Prose?) -> String { prose?.value.paragraphs.joined(separator: "\n") ?? "" }

  // MARK: Cells

  private func table(_ columns: Column...) -> CSVTable { CSVTable(columns.map { strings.text(.column($0)) }) }

  /// The titles of those that are published.
  private func titles(_ ids: [DocumentID]) -> CSVTable.Cell {
    list(ids.filter(catalogue.isPublished).map { graph[$0].title })
  }

  private func list(_ texts: [String]) -> CSVTable.Cell { .text(texts.joined(separator: "; ")) }

  private func label<Terms>(_ term: Term<Terms>) -> String {
    configuration.vocabularies[Terms.vocabulary].label(for: term.key)
  }

  /// Empty where the site's address is not known.
  private func address(of id: DocumentID) -> String {
    guard let site = configuration.baseURL, let address = plan.address(of: id) else { return "" }
    return site.url(address.path).text
  }
}
