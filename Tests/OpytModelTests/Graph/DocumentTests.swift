import OpytDiagnostics
import Testing

@testable import OpytModel

@Suite("Documents")
struct DocumentTests {
  private func excerpt(_ text: String, maximum: Int = 20) -> String {
    DocumentDecoder.excerpt(Array(text.utf8), maximum: maximum)
  }

  @Test("a short text is its own excerpt, in one line")
  func shortText() {
    #expect(excerpt("Один.\nДва\n\n  три\t\n") == "Один. Два три")
    #expect(excerpt("") == "")
    #expect(excerpt(" \n ") == "")
    #expect(excerpt("Двадцать букв ровно.") == "Двадцать букв ровно.")
  }

  @Test("a long one is cut between words, without the sign that parted them")
  func longText() {
    #expect(excerpt("Двадцать букв ровно и ещё") == "Двадцать букв ровно…")
    #expect(excerpt("Двадцать букв, ровно сто") == "Двадцать букв, ровно…")
    #expect(excerpt("Двадцать букв,\nровнёхонько") == "Двадцать букв…")
    #expect(excerpt("Это предложение. Следующее") == "Это предложение…")
  }

  @Test("one long word is cut between letters", arguments: ["ы", "a", "№", "🙂"])
  func longWord(_ letter: String) {
    #expect(excerpt(String(repeating: letter, count: 50)) == String(repeating: letter, count: 20) + "…")
  }

  @Test("is of the text and 160 letters long at most")
  func inDocument() throws {
    let network = TestNetwork.base.replacing(
      "Мы делимся опытом.", with: String(repeating: "Слово ", count: 100), in: Base.page)
    let document = try network.check().document(Base.page).decoded
    #expect(document.excerpt == Array(repeating: "Слово", count: 26).joined(separator: " ") + "…")
    #expect(try TestNetwork.base.check().document(Base.page).decoded.excerpt == "Мы делимся опытом.")
  }

  @Test("stand in the order of kinds, then of ids by bytes")
  func order() {
    let ids = TestNetwork.base.check().graph.documents.map { "\($0.kind.folder)/\($0.decoded.id)" }
    #expect(
      ids == [
        "projects/ogorod", "master-classes/lepbuk", "cases/krug", "seminars/igra", "lessons/zvuki",
        "guidelines/progulka", "directions/sreda", "kindergartens/sad-2", "kindergartens/sad-5",
        "kindergartens/sad-9", "people/gusev",
        "people/ilina", "people/yudina", "communities/znatoki", "events/stol", "deficits/voprosy",
        "strategies/pauza", "plans/metod-2025", "partners/biblioteka", "bulletins/vypusk-1", "pages/o-seti",
      ])
  }

  // MARK: Development plans

  @Test(
    "an item of a development plan is for members only unless it says otherwise",
    arguments: [
      ("", false), (", visibility: members", false), (", visibility: public", true), (", доступ: открыто", true),
    ])
  func developmentVisibility(_ visibility: String, _ isPublic: Bool) throws {
    let network = TestNetwork.base.addingFields("development: [{activity: Тайный курс\(visibility)}]", to: Base.ilina)
    #expect(network.problems == [])
    let person = try network.check().entity(Base.ilina, as: Person.self)
    #expect(person.development.map(\.isPublic) == [isPublic])
    // What layouts are given: of a closed item, those of the members' edition alone.
    let contents = "\(person.contents)"
    #expect(contents.contains("Тайный курс"))
    #expect(contents.contains("membersOnly") != isPublic)
  }

  @Test(
    "what an item for members only names does not lead back to it",
    arguments: [
      ("", false), (", visibility: members", false), (", visibility: public", true), (", доступ: открыто", true),
    ])
  func developmentReferences(_ visibility: String, _ isTold: Bool) throws {
    let network = TestNetwork.base.addingFields(
      "development: [{deficits: [voprosy], passes_on_to: znatoki, activity: Курс\(visibility)}]", to: Base.ilina)
    #expect(network.problems == [])
    let checked = network.check()
    let graph = checked.graph
    let ilina = try checked.id(Base.ilina)
    for (path, role) in [(Base.deficit, ReferenceRole.developmentDeficits), (Base.community, .developmentPassesOnTo)] {
      let back = graph.references(to: try checked.id(path)).filter { $0.source == ilina }
      #expect(back.map(\.role) == (isTold ? [role] : []))
    }
    // The person's own plan knows where it leads.
    let item = try #require(try checked.entity(Base.ilina, as: Person.self).development.first)
    #expect(try graph[ilina].targets(of: item.deficits) == [checked.id(Base.deficit)])
    #expect(try item.passesOnTo.flatMap { graph[ilina].target(of: $0) } == checked.id(Base.community))
    #expect(
      graph[ilina].decoded.references.filter(\.isMembersOnly).map(\.role)
        == (isTold ? [] : [.developmentDeficits, .developmentPassesOnTo]))
  }

  @Test("nor do its references hide those of other items and fields")
  func onlyOwnReferences() throws {
    let open = "{activity: Б, passes_on_to: znatoki, visibility: public}"
    let items = "[\(open), {activity: А, deficits: [voprosy]}, \(open)]"
    let network = TestNetwork.base.addingFields("development: \(items)", to: Base.ilina)
    let references = try network.check().document(Base.ilina).decoded.references
    #expect(references.filter(\.isMembersOnly).map(\.role) == [.developmentDeficits])
    #expect(references.count == 4)
  }

  @Test("it is checked like any other", arguments: ["", ", visibility: public"])
  func developmentIsChecked(_ visibility: String) {
    let network = TestNetwork.base.addingFields(
      "development: [{activity: Курс, deficits: [voprosi]\(visibility)}]", to: Base.ilina)
    #expect(network.problems == ["\(Base.ilina):2:43 reference-unresolved error voprosy"])
  }

  @Test("an item whose visibility is misspelt is not public")
  func misspeltVisibility() throws {
    let (document, problems) = try decode("development: [{activity: Тайный курс, visibility: pubic}]", as: .person)
    #expect(problems.contains("2:51 vocabulary-unknown error public"))
    #expect("\(document.entity.contents)".contains("membersOnly"))
  }
}

/// Where each kind's documents and pages stand, and the Russian of messages.
@Suite("Kinds")
struct KindTests {
  static let table: [(Kind, String, String, String)] = [
    (.project, "projects", "проекты", "proekty"), (.masterClass, "master-classes", "мастер-классы", "master-klassy"),
    (.methodicalCase, "cases", "кейсы", "keysy"), (.seminarProgram, "seminars", "семинары", "seminary"),
    (.lessonPlan, "lessons", "занятия", "zanyatiya"),
    (.guideline, "guidelines", "рекомендации", "rekomendatsii"), (.kindergarten, "kindergartens", "сады", "sady"),
    (.direction, "directions", "направления", "napravleniya"),
    (.person, "people", "педагоги", "pedagogi"), (.community, "communities", "сообщества", "soobshchestva"),
    (.event, "events", "события", "sobytiya"), (.deficit, "deficits", "дефициты", "defitsity"),
    (.strategy, "strategies", "стратегии", "strategii"), (.methodPlan, "plans", "планы", "plany"),
    (.partner, "partners", "партнёры", "partnyory"), (.bulletin, "bulletins", "бюллетени", "byulleteni"),
    (.page, "pages", "страницы", ""),
  ]

  @Test("have their folders and addresses", arguments: table)
  func folders(_ kind: Kind, _ folder: String, _ russianFolder: String, _ address: String) {
    #expect([kind.folder, kind.russianFolder, kind.address] == [folder, russianFolder, address])
    for name in [folder, russianFolder, folder.uppercased(), russianFolder.replacing("ё", with: "е")] {
      #expect(Kind(folder: name) == kind)
    }
    #expect(Self.table.count == Kind.allCases.count)
  }

  @Test("are each declared by an entity of their own")
  func declarations() {
    let types = Kind.allCases.map(\.entityType)
    #expect(types.map { $0.kind } == Kind.allCases)
    for names in [types.map { $0.description.name }, types.map { $0.description.singular.english }] {
      #expect(Set(names).count == Kind.allCases.count)
    }
    #expect(Kind.masterClass.description.name == "master_class")
  }

  @Test(
    "stand in their lists by what each kind declares",
    arguments: [
      (Kind.kindergarten, "number: 2", "number: 10"), (.direction, "order: 1", "title: Без порядка"),
      (.event, "start: 2026-03-12 9:00", "start: 2026-03-12 13:30"), (.page, "order: 1", "order: 2"),
      (.methodPlan, "academic_year: 2025/2026", "academic_year: 2024/2025"), (.bulletin, "number: 5", "number: 4"),
      (.project, "published: 2026-03-12", "published: 2026-03-11"),
    ])
  func listOrder(_ kind: Kind, _ first: String, _ second: String) throws {
    let (before, after) = (try decode(first, as: kind).document.entity, try decode(second, as: kind).document.entity)
    #expect(before.listOrder < after.listOrder)
  }

  @Test("have no other folders", arguments: ["project", "проект", "", "projects/", "content"])
  func otherFolders(_ name: String) { #expect(Kind(folder: name) == nil) }

  @Test("the first six are materials")
  func materials() {
    #expect(Kind.materials == [.project, .masterClass, .methodicalCase, .seminarProgram, .lessonPlan, .guideline])
  }

  @Test(
    "are missed in the genitive",
    arguments: [
      (Kind.project, "нет проекта", "no project"), (.masterClass, "нет мастер-класса", "no master class"),
      (.methodicalCase, "нет кейса", "no case"), (.seminarProgram, "нет семинара", "no seminar"),
      (.direction, "нет направления", "no direction"), (.kindergarten, "нет детского сада", "no kindergarten"),
      (.person, "нет педагога", "no person"), (.community, "нет сообщества", "no community"),
      (.event, "нет события", "no event"), (.deficit, "нет дефицита", "no deficit"),
      (.strategy, "нет стратегии", "no strategy"), (.methodPlan, "нет плана", "no plan"),
      (.partner, "нет партнёра", "no partner"), (.bulletin, "нет бюллетеня", "no bulletin"),
      (.page, "нет страницы", "no page"),
    ])
  func words(_ kind: Kind, _ russian: String, _ english: String) {
    #expect("нет \(kind.genitive)" == russian)
    #expect("no \(kind.description.singular.english)" == english)
  }
}
