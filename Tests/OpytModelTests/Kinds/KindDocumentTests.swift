import OpytDiagnostics
import Testing

@testable import OpytModel

/// Whole documents of the kinds that gather people, read into their types. That every field is read
/// under both of its names, ``SchemaTests`` shows; here stands what they mean.
@Suite("Documents of communities, events, plans, partners and bulletins")
struct KindDocumentTests {
  private let base = TestNetwork.base

  // MARK: Communities

  @Test(
    "a member is a record or the person alone",
    arguments: [
      "[ilina, gusev]", "[{person: ilina}, gusev]", "[{педагог: ilina}, {person: Гусев Антон Павлович}]",
      "[people/ilina, Гусев Антон Павлович]", "\n  - ilina\n  - person: gusev\n    role: expert",
    ])
  func members(_ written: String) throws {
    let network = base.replacing("members: [ilina, gusev]", with: "members: \(written)", in: Base.community)
    #expect(network.problems == [])
    let checked = network.check()
    let community = try checked.entity(Base.community, as: Community.self)
    let people = try checked.document(Base.community).targets(of: community.members.map(\.person))
    #expect(try people == [checked.id(Base.ilina), checked.id(Base.gusev)])
    #expect(try checked.document(Base.community).decoded.references.map(\.role).contains(.membersPerson))
  }

  @Test("a member's role and dates")
  func memberFields() throws {
    let members = "[ilina, {педагог: gusev, роль: молодой специалист, вступил: 01.09.2025, вышел: 12 марта 2026}]"
    let network = base.replacing("[ilina, gusev]", with: members, in: Base.community)
    #expect(network.problems == [])
    let community = try network.check().entity(Base.community, as: Community.self)
    #expect(community.members.map(\.role?.value.key) == [nil, "young"])
    #expect(community.members.map(\.joined?.value.iso) == [nil, "2025-09-01"])
    #expect(community.members.map(\.left?.value.iso) == [nil, "2026-03-12"])
  }

  @Test(
    "what is no member is told at its place",
    arguments: [
      ("[{role: expert}, ilina, gusev]", 11, "value-missing error"),
      ("[{person: }, ilina, gusev]", 12, "value-missing error"),
      ("[[ilina], gusev, ilina]", 11, "value-invalid error"), ("[gusev, [ilina]]", 18, "value-invalid error"),
      ("[{person: ilina, role: директор}, gusev]", 33, "vocabulary-unknown error"),
      ("[{person: ilina, role: эксперд}, gusev]", 33, "vocabulary-unknown error эксперт"),
      ("[{person: ilina, joined: 2025-13-01}, gusev]", 35, "date-invalid error"),
      ("[{persona: ilina}, ilina, gusev]", 12, "key-unknown error person"),
      ("[ilina, gusew]", 18, "reference-unresolved error gusev"),
      ("[ilina, {person: gusew}]", 27, "reference-unresolved error gusev"),
      ("[ilina, {person: sad-5}]", 27, "reference-unresolved error"),
    ])
  func badMembers(_ written: String, _ column: Int, _ expected: String) {
    let network = base.replacing("members: [ilina, gusev]", with: "members: \(written)", in: Base.community)
    #expect(network.problems.contains("\(Base.community):6:\(column) \(expected)"), "\(network.problems)")
    // What is missing because of it is not told besides.
    #expect(network.problems.filter { $0.contains("community-too-small") || $0.contains("coordinator") } == [])
  }

  @Test(
    "a stage is a number or its official name",
    arguments: [
      ("1", 1), ("2", 2), ("3", 3), ("4", 4), ("\"2\"", 2), ("Совместное планирование работы", 2),
      ("совместная работа и взаимообучение", 3),
    ])
  func stages(_ written: String, _ number: Int) throws {
    let network = base.addingFields("stage: \(written)", to: Base.community)
    #expect(network.problems == [])
    #expect(try network.check().entity(Base.community, as: Community.self).stage?.value.number == number)
  }

  @Test("there is no other", arguments: ["0", "5", "02", "первый", "1.", "IV"])
  func badStages(_ written: String) {
    let network = base.addingFields("stage: \(written)", to: Base.community)
    #expect(network.problems == ["\(Base.community):2:8 vocabulary-unknown error"])
    #expect(network.messages == ["неизвестное значение «\(written)»"])
  }

  // MARK: Events

  @Test(
    "an event that does not say its state is planned",
    arguments: [(nil, "planned"), ("запланировано", "planned"), ("проведено", "held"), ("cancelled", "cancelled")]
      as [(String?, String)])
  func states(_ written: String?, _ key: String) throws {
    let network = written.map { base.addingFields("state: \($0)\noutcomes: Договорились", to: Base.event) } ?? base
    #expect(network.problems == [])
    #expect(try network.check().entity(Base.event, as: Event.self).effectiveState.key == key)
  }

  @Test(
    "numbers keep to their limits",
    arguments: [
      (Base.event, "capacity: 0", 11), (Base.event, "capacity: 10001", 11), (Base.event, "мест: много", 7),
      (Base.event, "registration: sad5.example.org", 15), (Base.partner, "website: javascript:alert(1)", 10),
    ])
  func limits(_ path: String, _ field: String, _ column: Int) {
    #expect(base.addingFields(field, to: path).problems == ["\(path):2:\(column) value-invalid error"])
  }

  // MARK: Partners

  @Test("a partner's step is a number or its official name", arguments: [("4", 4), ("Информирование на сайте", 4)])
  func steps(_ written: String, _ number: Int) throws {
    let network = base.addingFields("steps: [{step: \(written), дата: 2025-09-15, note: Да}]", to: Base.partner)
    #expect(network.problems.filter { !$0.contains("step-missing") } == [])
    let partner = try network.check().entity(Base.partner, as: Partner.self)
    #expect(partner.steps.map(\.step.value.number) == [number])
    #expect(partner.steps.map(\.date?.value.iso) == ["2025-09-15"])
  }

  @Test(
    "what is no step is told at its place",
    arguments: [
      ("[{step: 7}]", 16, "vocabulary-unknown error"), ("[{date: 2025-09-15}]", 9, "value-missing error"),
      ("[1]", 9, "value-invalid error"), ("[{step: 1, date: вчера}]", 25, "date-invalid error"),
    ])
  func badSteps(_ written: String, _ column: Int, _ expected: String) {
    let network = base.addingFields("steps: \(written)", to: Base.partner)
    #expect(network.problems == ["\(Base.partner):2:\(column) \(expected)"])
  }

  // MARK: Plans

  @Test("a topic without a title is told at its place, and the others are read")
  func topics() throws {
    let network = base.replacing(
      "[{title: Детские вопросы, actions: [{title: Показ, term: 2026-03}]}]",
      with: "[{deficits: [voprosy]}, {тема: А}, {title: Б, события: [stol]}]",
      in: Base.plan)
    #expect(
      network.problems == [
        "\(Base.plan):4:10 value-missing error", "\(Base.plan):4:34 key-unknown error название",
      ])
    #expect(try network.check().entity(Base.plan, as: MethodPlan.self).topics.count == 3)
  }

  // MARK: Bulletins

  @Test("a bulletin is called by its number where the editor gave no title")
  func bulletinTitle() throws {
    #expect(try base.check().document(Base.bulletin).title == "Бюллетень № 1")
    let named = base.addingFields("название: Весна в сети", to: Base.bulletin)
    #expect(named.problems == [])
    #expect(try named.check().document(Base.bulletin).title == "Весна в сети")
  }

  @Test("and can be referred to by that", arguments: ["vypusk-1", "Бюллетень № 1", "bulletins/vypusk-1"])
  func bulletinReference(_ written: String) throws {
    let second = "---\nnumber: 2\nstart: 2026-04-01\nend: 2026-04-30\neditor: ilina\nitems: [\(written)]\n---\n"
    let checked = base.adding("content/bulletins/vypusk-2.md", second).check()
    #expect(checked.diagnostics.isEmpty)
    let references = checked.graph.references(to: try checked.id(Base.bulletin))
    #expect(references.map(\.role) == [.items])
  }

  @Test("a number is one", arguments: ["0", "-1", "1.5", "первый", "100001"])
  func bulletinNumber(_ written: String) {
    let network = base.replacing("number: 1", with: "number: \(written)", in: Base.bulletin)
    #expect(network.problems == ["\(Base.bulletin):2:9 value-invalid error"])
  }

  @Test("what is left out is everything published and held in the period, by date")
  func derivedItems() throws {
    let network = base.addingFields("state: held\noutcomes: Договорились", to: Base.event)
      .replacing("start: 2026-06-01", with: "start: 2026-03-12", in: Base.event)
      .replacing("published: 2026-03-12", with: "published: 2026-03-31", in: Base.project)
      .replacing("published: 2026-03-12", with: "published: 2026-03-01", in: Base.masterClass)
      .replacing("published: 2026-03-12", with: "published: 2026-04-01", in: Base.methodicalCase)
      .replacing("published: 2026-03-12", with: "published: 2026-02-28", in: Base.seminar)
    #expect(try items(network) == [Base.masterClass, Base.event, Base.project])
    #expect(
      try items(network.addingFields("visibility: members", to: Base.project)) == [Base.masterClass, Base.event])
    let draft = network.addingFields("status: draft", to: Base.project)
    #expect(try items(draft) == [Base.masterClass, Base.event])
    #expect(try items(draft, includingDrafts: true) == [Base.masterClass, Base.event, Base.project])
    for state in ["planned", "cancelled"] {
      let other = network.replacing("state: held", with: "state: \(state)", in: Base.event)
      #expect(try items(other) == [Base.masterClass, Base.project])
    }
  }

  @Test("what is given is told in the order given, whatever else there is")
  func explicitItems() throws {
    let network = base.addingFields("items: [lepbuk, ilina, stol, projects/ogorod]", to: Base.bulletin)
      .replacing("start: 2026-06-01", with: "state: held\noutcomes: Да\nstart: 2026-03-12", in: Base.event)
    #expect(network.problems == [])
    #expect(try items(network) == [Base.masterClass, Base.ilina, Base.event, Base.project])
    #expect(try items(network.replacing("consent: С-1\n", with: "", in: Base.ilina)).contains(Base.ilina) == false)
  }

  private func items(_ network: TestNetwork, includingDrafts: Bool = false) throws -> [String] {
    let checked = network.check()
    let items = checked.graph.items(
      ofBulletin: try checked.id(Base.bulletin), includingDrafts: includingDrafts, on: network.today)
    return items.map { checked.graph[$0].decoded.path }
  }
}
