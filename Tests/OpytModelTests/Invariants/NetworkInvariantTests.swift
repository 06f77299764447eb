import OpytDiagnostics
import Testing

@testable import OpytModel

/// Rules 7, 13, 15, 20, and drafts.
@Suite("Invariants of the network")
struct NetworkInvariantTests {
  private let base = TestNetwork.base

  // MARK: 7: membership

  @Test("a kindergarten leaves after it joined", arguments: [("2024-08-31", true), ("2024-09-01", false)])
  func left(_ date: String, _ isWrong: Bool) {
    // What it published later is not asked about here.
    let network = base.addingFields("left: \(date)", to: Base.sad2).removing(Base.methodicalCase)
      .replacing("kindergartens: [sad-2]", with: "kindergartens: [sad-5]", in: Base.seminar)
    #expect(network.problems == (isWrong ? ["content/kindergartens/sad-2.md:2:7 dates-out-of-order error"] : []))
    #expect(network.messages == (isWrong ? ["сад вышел из сети раньше, чем вступил"] : []))
  }

  @Test(
    "a kindergarten had joined when its material was published",
    arguments: [("2026-03-13", true), ("2026-03-12", false)])
  func joined(_ date: String, _ isWrong: Bool) throws {
    // sad-2 is that of the case and the seminar; of the project it is only where one of its authors works.
    let network = base.replacing("joined: 2024-09-01", with: "joined: \(date)", in: Base.sad2)
    let expected = [
      "content/cases/krug.md:6:17 not-yet-joined error", "content/seminars/igra.md:6:17 not-yet-joined error",
    ]
    #expect(network.problems == (isWrong ? expected : []))
    guard isWrong else { return }
    #expect(
      network.messages.first
        == "материал опубликован раньше, чем сад вступил в сеть (13\u{A0}марта\u{A0}2026\u{A0}г.): Детский сад № 2 «Ёлочка»"
    )
    #expect(network.check().diagnostics.first?.notes.map(\.location?.file) == [Base.sad2])
  }

  @Test(
    "where an author works today plays no part",
    arguments: ["kindergarten: sad-5", "kindergarten: novyy", "", "kindergarten: vyshel"])
  func authorsWhoMoved(_ post: String) {
    let network = base.adding(
      "content/kindergartens/novyy.md", "---\ntitle: Новый сад\nmunicipality: Зареченск\njoined: 2026-03-01\n---\n"
    )
    .adding("content/kindergartens/vyshel.md", "---\ntitle: Бывший\nmunicipality: Зареченск\nleft: 2024-01-31\n---\n")
    .replacing("kindergarten: sad-2", with: post, in: Base.gusev)
    .replacing("published: 2026-03-12", with: "published: 2025-10-01", in: Base.methodicalCase)
    #expect(network.problems == [])
  }

  // MARK: 24: what was before a kindergarten left

  @Test(
    "a material of a kindergarten after it left",
    arguments: [("2026-03-11", true), ("2026-03-12", false), ("2027-08-31", false)])
  func materialAfterLeaving(_ left: String, _ isWrong: Bool) {
    let network = base.addingFields("left: \(left)", to: Base.sad5)
    let expected = ["\(Base.masterClass):6:17 already-left error", "\(Base.project):6:17 already-left error"]
    #expect(network.problems == (isWrong ? expected : []))
    guard isWrong else { return }
    #expect(
      network.messages.first
        == "материал опубликован, когда сад уже вышел из сети (11\u{A0}марта\u{A0}2026\u{A0}г.): Детский сад № 5 «Солнышко»"
    )
    #expect(network.check().diagnostics.first?.notes.map(\.location?.file) == [Base.sad5])
  }

  @Test(
    "an event of a kindergarten after it left, unless it was cancelled",
    arguments: [("2026-05-31", "", true), ("2026-06-01", "", false), ("2026-05-31", "state: cancelled\n", false)])
  func eventAfterLeaving(_ left: String, _ state: String, _ isWrong: Bool) {
    let network = base.adding(
      "content/kindergartens/novyy.md", "---\ntitle: Новый сад\nmunicipality: Зареченск\nleft: \(left)\n---\n"
    )
    .addingFields("\(state)kindergartens: [novyy]", to: Base.event)
    #expect(network.problems == (isWrong ? ["\(Base.event):2:17 already-left error"] : []))
    #expect(
      network.messages
        == (isWrong
          ? ["событие назначено на день, когда сад уже вышел из сети (31\u{A0}мая\u{A0}2026\u{A0}г.): Новый сад"] : []))
  }

  @Test("a kindergarten that does not say when it joined is not asked")
  func neverJoined() {
    #expect(base.replacing("joined: 2024-09-01\n", with: "", in: Base.sad2).problems == [])
  }

  // MARK: 13: members-only documents

  private func membersOnly(_ path: String) -> TestNetwork { base.addingFields("visibility: members", to: path) }

  @Test("a public document refers to a members-only one")
  func publicToMembers() throws {
    let network = membersOnly(Base.project).addingFields("based_on: [ogorod]", to: Base.masterClass)
    #expect(network.problems == ["content/master-classes/lepbuk.md:2:12 reference-to-members-only error"])
    #expect(network.messages == ["открытый документ ссылается на документ только для участников"])
    #expect(network.check().diagnostics.first?.notes.map(\.location?.file) == [Base.project])
  }

  @Test(
    "a public text links to a members-only document, and its headings are not told",
    arguments: ["", "#khod-raboty", "#zzz"])
  func publicLinkToMembers(_ fragment: String) {
    let network = membersOnly(Base.project).addingText("\n[сюда](../projects/ogorod.md\(fragment))", to: Base.page)
    #expect(network.problems == ["content/pages/o-seti.md:7:8 reference-to-members-only error"])
  }

  @Test("members-only documents refer to each other and to public ones")
  func membersToAll() {
    let network = membersOnly(Base.project).addingFields("visibility: участникам", to: Base.masterClass)
      .addingFields("based_on: [ogorod, krug]", to: Base.masterClass)
      .addingText("\n[сюда](projects/ogorod#khod-raboty)", to: Base.masterClass)
    #expect(network.problems == [])
  }

  @Test("visibility: public says what is so without it")
  func explicitlyPublic() {
    let network = base.addingFields("visibility: public", to: Base.project).addingFields(
      "based_on: [ogorod]", to: Base.masterClass)
    #expect(network.problems == [])
  }

  @Test(
    "no message tells the title of a members-only document or of a draft",
    arguments: ["visibility: members", "status: draft"])
  func titlesStayIn(_ field: String) {
    let secret = "Тайный урок"
    let network = base.replacing("title: Огород на окне", with: "title: \(secret)", in: Base.project)
      .replacing("## Ход работы", with: "## Тайный ход", in: Base.project).addingFields(field, to: Base.project)
      .addingFields("based_on: [krug]", to: Base.project)
      .addingFields("based_on: [ogorodd, ogorod]", to: Base.methodicalCase)
      .addingText("\n[а](projects/ogorodd) [б](../projects/ogorodd.md) [в](projects/ogorod#taynyy)", to: Base.page)
      .addingText("\n[г](projects/ogorod)", to: Base.page)
    let diagnostics = network.check().diagnostics
    #expect(Set(diagnostics.map(\.code)).isSuperset(of: [.basedOnCycle, .referenceUnresolved, .linkUnresolved]))
    // A draft may be suggested; a members-only document may not.
    var said = diagnostics.map(\.message.russian) + diagnostics.compactMap(\.advice?.russian)
    said += diagnostics.flatMap(\.notes).map(\.message.russian)
    if field == "visibility: members" {
      said += diagnostics.compactMap(\.suggestion).flatMap { [$0.value, $0.title ?? ""] }
    }
    #expect(said.filter { $0.contains(secret) || $0.contains("Тайный ход") } == [])
    // Where a draft's headings are, its own author may be told.
    if field == "visibility: members" { #expect(said.filter { $0.contains("taynyy-khod") } == []) }
  }

  @Test("a members-only document is suggested to members only")
  func suggestions() {
    let network = membersOnly(Base.project).addingFields("based_on: [ogorodd]", to: Base.masterClass)
    #expect(network.problems == ["content/master-classes/lepbuk.md:2:12 reference-unresolved error"])
    let among = network.addingFields("visibility: members", to: Base.masterClass)
    #expect(among.problems == ["content/master-classes/lepbuk.md:3:12 reference-unresolved error ogorod"])
  }

  // MARK: Drafts

  @Test("a published document refers to a draft: a gap until that is published")
  func toDraft() {
    let network = base.addingFields("status: draft", to: Base.project).addingFields(
      "based_on: [ogorod]", to: Base.masterClass)
    #expect(network.problems == ["content/master-classes/lepbuk.md:2:12 reference-to-draft warning"])
    #expect(network.messages == ["ссылка на черновик: пока он не опубликован, её не будет видно"])
  }

  @Test("a draft refers to a draft")
  func draftToDraft() {
    let network = base.addingFields("status: draft", to: Base.project).addingFields(
      "status: черновик", to: Base.masterClass
    )
    .addingFields("based_on: [ogorod]", to: Base.masterClass)
    #expect(network.problems == [])
  }

  @Test("a draft is checked like any other")
  func draftIsChecked() {
    let network = base.addingFields("status: draft", to: Base.project).replacing(
      "[ilina, gusev]", with: "[ilinaa, gusev]", in: Base.project)
    #expect(network.problems == ["content/projects/ogorod.md:6:11 reference-unresolved error ilina"])
  }

  @Test("what has a page in the public site")
  func published() throws {
    let network = membersOnly(Base.project).addingFields("status: draft", to: Base.masterClass)
      .replacing("consent: С-2\n", with: "", in: Base.gusev)
    let checked = network.check()
    func paths(includingDrafts: Bool) -> Set<String> {
      let hidden = checked.graph.ids.filter {
        !checked.graph.isPublished($0, includingDrafts: includingDrafts, on: network.today)
      }
      return Set(hidden.map { checked.graph[$0].decoded.path })
    }
    #expect(paths(includingDrafts: false) == [Base.project, Base.masterClass, Base.gusev])
    #expect(paths(includingDrafts: true) == [Base.project, Base.gusev])
  }

  // MARK: 15 and 20

  @Test("a direction without materials")
  func emptyDirection() {
    let text = "---\ntitle: Новые технологии\nsummary: О новом.\n---\n"
    let network = base.adding("content/directions/novye.md", text)
    #expect(network.problems == ["content/directions/novye.md:2:8 direction-empty warning"])
    #expect(network.messages == ["в направлении «Новые технологии» нет ни одного материала"])
    #expect(network.replacing("[sreda]", with: "[sreda, novye]", in: Base.project).problems == [])
  }

  @Test(
    "drafts and members-only materials do not fill a direction", arguments: ["status: draft", "visibility: members"])
  func hiddenMaterials(_ field: String) {
    let network = base.adding("content/directions/novye.md", "---\ntitle: Новое\nsummary: О новом.\n---\n")
      .replacing("[sreda]", with: "[sreda, novye]", in: Base.project).addingFields(field, to: Base.project)
    #expect(network.problems == ["content/directions/novye.md:2:8 direction-empty warning"])
  }

  private let idle = "---\ntitle: Орлова Вера Ивановна\nposition: тьютор\nconsent: С-3\n---\n"

  @Test("a person with no material")
  func idlePerson() {
    let network = base.adding("content/people/orlova.md", idle)
    #expect(network.problems == ["content/people/orlova.md:2:8 person-idle warning"])
    #expect(network.messages == ["Орлова Вера Ивановна: нет ни материалов, ни событий"])
  }

  @Test("several are one message, with what to do")
  func several() {
    let other = idle.replacing("Вера", with: "Анна").replacing("С-3", with: "С-4")
    let direction = "---\ntitle: Новые технологии\nsummary: О новом.\n---\n"
    let network = base.adding("content/people/orlova.md", idle).adding("content/people/orlova-2.md", other)
      .adding("content/directions/novye.md", direction)
      .adding("content/directions/pesok.md", direction.replacing("Новые", with: "Песочные"))
    let entries = network.check().report.entries
    #expect(
      entries.map(\.diagnostic.message.russian).sorted() == [
        "нет ни материалов, ни событий у 2\u{A0}педагогов", "нет ни одного материала в 2\u{A0}направлениях",
      ])
    #expect(entries.allSatisfy { $0.otherPlaces.count == 1 && $0.diagnostic.advice != nil })
  }

  @Test("a document whose title is missing is called by its id")
  func untitled() {
    let network = base.adding("content/people/orlova.md", "---\nposition: тьютор\n---\n")
      .replacing("[gusev]", with: "[gusev, orlov]", in: Base.event)
    // That a file which was only begun has no consent is not told yet.
    #expect(network.messages.filter { $0.contains("orlov") } == ["нет педагога «orlov»"])
    let direction = base.adding("content/directions/novye.md", "---\nsummary: О новом.\n---\n")
    #expect(direction.messages.contains("в направлении «novye» нет ни одного материала"))
    let wrong = network.check().report.entries.map(\.diagnostic).first { $0.code == .referenceUnresolved }
    #expect(wrong?.suggestion == Suggestion("orlova"))
  }

  @Test("to head a kindergarten is no material")
  func head() {
    let network = base.adding("content/people/orlova.md", idle).addingFields("head: orlova", to: Base.sad5)
    #expect(network.problems == ["content/people/orlova.md:2:8 person-idle warning"])
  }

  @Test("to lead one session is enough")
  func presenter() {
    let network = base.adding("content/people/orlova.md", idle)
      .replacing("form: семинар}", with: "form: семинар, presenters: [orlova]}", in: Base.seminar)
    #expect(network.problems == [])
  }

  @Test("a consent is a number, not a word", arguments: ["нет", "да", "no", "-"])
  func consentThatIsNone(_ word: String) {
    let network = base.replacing("consent: С-2", with: "consent: \"\(word)\"", in: Base.gusev)
    #expect(network.problems.contains { $0.hasSuffix("value-invalid error") })
  }

  @Test("a person without consent is not published, and is told so")
  func personConsent() {
    let network = base.replacing("consent: С-2\n", with: "", in: Base.gusev)
    #expect(network.problems == ["content/people/gusev.md:2:8 person-without-consent warning"])
    #expect(network.messages == ["Гусев Антон Павлович не публикуется: нет согласия («согласие», consent)"])
  }
}
