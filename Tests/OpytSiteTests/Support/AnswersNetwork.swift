import OpytModel

@testable import OpytSite

/// A random network of deficits and what may answer them, over three years, three kindergartens and a community, and its
/// tables of correspondence, counted from what was written alone.
struct AnswersNetwork {
  struct Deficit { var id: String, year: Int? }
  /// Some of its events stand in its actions.
  struct Topic { var id: String, deficits: [String], events: [String], ofActions: [String] }
  struct Plan { var id: String, year: Int, owner: String?, topics: [Topic] }
  /// Its places are kindergartens, and the community.
  struct Event { var id: String, year: Int, places: [String], deficits: [String], state: String }
  struct Material { var id: String, year: Int, places: [String], deficits: [String], isHidden: Bool, fields: String }
  struct Strategy { var id: String, deficits: [String] }

  static let years = [2023, 2024, 2025]
  static let gardens = ["sad-5", "sad-6", "sad-7"]
  static let community = "krug"
  static let owners = gardens + [community]

  var deficits: [Deficit] = []
  var plans: [Plan] = []
  var events: [Event] = []
  var materials: [Material] = []
  var strategies: [Strategy] = []

  /// - Parameter isSound: nothing answers a deficit before it was seen, and topics name events of their plan's year.
  init(seed: UInt64, isSound: Bool) {
    var dice = RandomEdits(seed: seed)
    deficits = (1...8).map {
      .init(id: "def\($0)", year: dice.roll(4) == 0 ? nil : isSound ? 2023 : Self.years[dice.roll(3)])
    }
    // The last two have little chance, or none.
    func some(_ dice: inout RandomEdits) -> [String] {
      (0..<dice.roll(3)).map { _ in "def\(1 + min(dice.roll(7), dice.roll(7)))" }
    }
    func places(_ dice: inout RandomEdits) -> [String] { Self.owners.filter { _ in dice.roll(2) == 0 } }
    for number in 1...24 {
      let state = ["held", "planned", "cancelled"][dice.roll(3)]
      events.append(
        .init(
          id: "evt\(number)", year: Self.years[dice.roll(3)], places: places(&dice), deficits: some(&dice),
          state: state))
    }
    for number in 1...30 {
      let fields = ["", "", "visibility: members", "status: draft"][dice.roll(4)]
      let places = places(&dice)
      materials.append(
        .init(
          id: "mat\(number)", year: Self.years[dice.roll(3)],
          places: Self.gardens.contains(where: places.contains) ? places : places + ["sad-5"],
          deficits: some(&dice), isHidden: !fields.isEmpty, fields: fields))
    }
    strategies = (1...2).map { .init(id: "str\($0)", deficits: ["def\(1 + dice.roll(4))"]) }
    var topics = 0
    for number in 1...8 {
      let year = Self.years[dice.roll(3)]
      let own = isSound ? events.filter { $0.year == year } : events
      plans.append(
        .init(
          id: "plan\(number)", year: year, owner: dice.roll(2) == 0 ? nil : Self.owners[dice.roll(4)],
          topics: (0...dice.roll(3)).map { _ in
            topics += 1
            let named = own.isEmpty ? [] : (0..<dice.roll(3)).map { _ in own[dice.roll(own.count)].id }
            return .init(
              id: "top\(topics)", deficits: some(&dice), events: named,
              ofActions: Set(named).sorted().filter { _ in dice.roll(2) == 0 })
          }))
    }
  }

  // MARK: What was written

  var files: [String: String] {
    var files = TemporarySite.network
    func write(_ path: String, _ lines: [String?]) {
      files["content/\(path).md"] = (["---"] + lines.compactMap { $0 } + ["---", ""]).joined(separator: "\n")
    }
    func list(_ ids: [String]) -> String { "[\(ids.joined(separator: ", "))]" }
    for garden in ["sad-6", "sad-7"] {
      write(
        "kindergartens/\(garden)", ["title: Детский сад \(garden)", "municipality: Зареченск", "joined: 2020-09-01"])
    }
    files["content/kindergartens/sad-5.md"] = files["content/kindergartens/sad-6.md"]?.replacing("sad-6", with: "sad-5")
    write("people/orlova", ["title: Орлова Вера Ильинична", "position: методист", "consent: С-2"])
    write(
      "communities/\(Self.community)",
      [
        "title: Круг", "idea: Идея.", "goal: Цель.", "coordinator: [ilina]", "members: [ilina, orlova]",
        "directions: [sreda]",
      ])
    func gardens(_ places: [String]) -> String { list(places.filter(Self.gardens.contains)) }
    func community(_ places: [String]) -> String? {
      places.contains(Self.community) ? "community: \(Self.community)" : nil
    }
    for deficit in deficits {
      write(
        "deficits/\(deficit.id)",
        [
          "title: \(deficit.id)", "description: Есть.", "revealed_by: Видели.",
          deficit.year.map { "period: \($0)/\($0 + 1)" },
        ])
    }
    for strategy in strategies {
      write(
        "strategies/\(strategy.id)",
        ["title: \(strategy.id)", "goal: Ц.", "result: Р.", "tactics: [Шаг]", "deficits: \(list(strategy.deficits))"])
    }
    for event in events {
      write(
        "events/\(event.id)",
        [
          "title: \(event.id)", "form: клуб", "start: \(event.year)-10-05", "task: Встретиться.", "initiators: [ilina]",
          "kindergartens: \(gardens(event.places))", "deficits: \(list(event.deficits))", "state: \(event.state)",
          community(event.places),
          event.state == "held" ? "outcomes: [Итог]" : nil,
        ])
    }
    for material in materials {
      files["content/cases/\(material.id).md"] = TemporarySite.material(
        title: material.id, published: "\(material.year + 1)-02-03",
        fields: (["deficits: \(list(material.deficits))", community(material.places), material.fields].compactMap { $0 })
          .filter { !$0.isEmpty }.joined(separator: "\n")
      ).replacing("kindergartens: [sad-5]", with: "kindergartens: \(gardens(material.places))").replacing(
        "\n\n---", with: "\n---")
    }
    for plan in plans {
      write(
        "plans/\(plan.id)",
        [
          "title: \(plan.id)", "academic_year: \(plan.year)/\(plan.year + 1)",
          plan.owner.map { $0 == Self.community ? "community: \($0)" : "kindergarten: \($0)" },
          "topics:",
        ]
          + plan.topics.map { topic in
            let own = topic.events.filter { !topic.ofActions.contains($0) }
            let actions = topic.ofActions.map { "{ title: Дело, term: \(plan.year)-10, event: \($0) }" }
            return
              "  - { title: \(topic.id), deficits: \(list(topic.deficits)), events: \(list(own)), actions: \(list(actions)) }"
          })
    }
    return files
  }

  // MARK: What follows

  /// By deficit: all that answers it, by id.
  typealias Table = [String: Set<String>]

  var network: Table { table(plans, events, materials, deficits) }

  func table(ofYear year: Int) -> Table {
    let all = table(
      plans.filter { $0.year == year }, events.filter { $0.year == year }, materials.filter { $0.year == year },
      deficits)
    return all.filter { id, answers in
      let period = deficits.first { $0.id == id }?.year
      return period == nil || period == year || answers.contains { !$0.hasPrefix("str") }
    }
  }

  func table(of plan: Plan) -> Table {
    let topicEvents = Set(plan.topics.flatMap(\.events))
    func isOwn(_ places: [String]) -> Bool { plan.owner.map(places.contains) ?? true }
    let named = plan.topics.flatMap(\.deficits)
    return table(
      [plan], events.filter { $0.year == plan.year && (isOwn($0.places) || topicEvents.contains($0.id)) },
      materials.filter { $0.year == plan.year && isOwn($0.places) },
      deficits.filter { $0.year == plan.year || named.contains($0.id) })
  }

  private func table(_ plans: [Plan], _ events: [Event], _ materials: [Material], _ deficits: [Deficit]) -> Table {
    let topics = self.plans.flatMap(\.topics)
    var table: Table = [:]
    for deficit in deficits {
      var answers: [String] = plans.flatMap(\.topics).filter { $0.deficits.contains(deficit.id) }.map(\.id)
      answers += strategies.filter { $0.deficits.contains(deficit.id) }.map(\.id)
      for event in events where event.state != "cancelled" {
        let isTopics = topics.contains { $0.events.contains(event.id) && $0.deficits.contains(deficit.id) }
        if isTopics || event.deficits.contains(deficit.id) { answers.append(event.id) }
      }
      answers += materials.filter { !$0.isHidden && $0.deficits.contains(deficit.id) }.map(\.id)
      table[deficit.id] = Set(answers)
    }
    return table
  }
}
