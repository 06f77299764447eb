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
        "projects/ogorod", "master-classes/lepbuk", "cases/krug", "seminars/igra", "directions/sreda",
        "kindergartens/sad-2",
        "kindergartens/sad-5", "people/gusev", "people/ilina", "communities/znatoki", "events/stol", "deficits/voprosy",
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
    // What layouts are given.
    #expect("\(person.contents)".contains("Тайный курс") == isPublic)
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
    #expect(!"\(document.entity.contents)".contains("Тайный курс"))
  }
}

/// `domain.md` §2 and the Russian of messages.
@Suite("Kinds")
struct KindTests {
  static let table: [(Kind, String, String, String)] = [
    (.project, "projects", "проекты", "proekty"), (.masterClass, "master-classes", "мастер-классы", "master-klassy"),
    (.methodicalCase, "cases", "кейсы", "keysy"), (.seminarProgram, "seminars", "семинары", "seminary"),
    (.kindergarten, "kindergartens", "сады", "sady"), (.direction, "directions", "направления", "napravleniya"),
    (.person, "people", "педагоги", "pedagogi"), (.community, "communities", "сообщества", "soobshchestva"),
    (.event, "events", "события", "sobytiya"), (.deficit, "deficits", "дефициты", "defitsity"),
    (.strategy, "strategies", "стратегии", "strategii"), (.methodPlan, "plans", "планы", "plany"),
    (.partner, "partners", "партнёры", "partnyory"), (.bulletin, "bulletins", "бюллетени", "byulleteni"),
    (.page, "pages", "страницы", ""),
  ]

  @Test("have the folders and addresses of domain.md", arguments: table)
  func folders(_ kind: Kind, _ folder: String, _ russianFolder: String, _ address: String) {
    #expect([kind.folder, kind.russianFolder, kind.address] == [folder, russianFolder, address])
    for name in [folder, russianFolder, folder.uppercased(), russianFolder.replacing("ё", with: "е")] {
      #expect(Kind(folder: name) == kind)
    }
    #expect(Self.table.count == Kind.allCases.count)
  }

  @Test("have no other folders", arguments: ["project", "проект", "", "projects/", "content"])
  func otherFolders(_ name: String) { #expect(Kind(folder: name) == nil) }

  @Test("the first four are materials")
  func materials() {
    #expect(Kind.materials == [.project, .masterClass, .methodicalCase, .seminarProgram])
  }

  @Test(
    "are counted in Russian, and missed in the genitive",
    arguments: [
      (Kind.project, "1 проект", "2 проекта", "5 проектов", "нет проекта"),
      (.masterClass, "1 мастер-класс", "2 мастер-класса", "5 мастер-классов", "нет мастер-класса"),
      (.methodicalCase, "1 кейс", "2 кейса", "5 кейсов", "нет кейса"),
      (.seminarProgram, "1 семинар", "2 семинара", "5 семинаров", "нет семинара"),
      (.direction, "1 направление", "2 направления", "5 направлений", "нет направления"),
      (.kindergarten, "1 детский сад", "2 детских сада", "5 детских садов", "нет детского сада"),
      (.person, "1 педагог", "2 педагога", "5 педагогов", "нет педагога"),
      (.community, "1 сообщество", "2 сообщества", "5 сообществ", "нет сообщества"),
      (.event, "1 событие", "2 события", "5 событий", "нет события"),
      (.deficit, "1 дефицит", "2 дефицита", "5 дефицитов", "нет дефицита"),
      (.strategy, "1 стратегия", "2 стратегии", "5 стратегий", "нет стратегии"),
      (.methodPlan, "1 план", "2 плана", "5 планов", "нет плана"),
      (.partner, "1 партнёр", "2 партнёра", "5 партнёров", "нет партнёра"),
      (.bulletin, "1 бюллетень", "2 бюллетеня", "5 бюллетеней", "нет бюллетеня"),
      (.page, "1 страница", "2 страницы", "5 страниц", "нет страницы"),
    ])
  func words(_ kind: Kind, _ one: String, _ few: String, _ many: String, _ none: String) {
    #expect([1, 2, 5].map { kind.plural.counted($0).replacing("\u{A0}", with: " ") } == [one, few, many])
    #expect("нет \(kind.genitive)" == none)
  }
}
