import OpytDiagnostics
import Testing

@testable import OpytModel

@Suite("References")
struct ReferenceTests {
  private let base = TestNetwork.base

  /// Where `kindergartens` of the base's project leads.
  private func kindergartens(_ network: TestNetwork) throws -> [String] {
    let checked = network.check()
    let document = try checked.document(Base.project)
    let project = try checked.entity(Base.project, as: Project.self)
    return document.targets(of: project.material.kindergartens).map { checked.graph[$0].decoded.id }
  }

  @Test(
    "lead to a document by its id or its title, compared without case, ё=е, quotes and repeated spaces",
    arguments: [
      "sad-2", "SAD-2", "Детский сад № 2 «Ёлочка»", "детский сад № 2 елочка", "ДЕТСКИЙ  САД № 2 \u{201C}Ёлочка\u{201D}",
      "Детский сад №\u{A0}2 «Е\u{308}лочка»", "kindergartens/sad-2", "сады/sad-2", "Сады/SAD-2",
      "kindergartens/Детский сад № 2 «Ёлочка»",
    ])
  func spellings(_ text: String) throws {
    let network = base.replacing("kindergartens: [sad-5]", with: "kindergartens: ['\(text)']", in: Base.project)
    #expect(network.problems == [])
    #expect(try kindergartens(network) == ["sad-2"])
  }

  @Test("take an id of a sub-folder and of a folder document without the folders")
  func folders() throws {
    let text = base.documents[Base.sad2] ?? ""
    let network = base.removing(Base.sad2).adding("content/сады/зареченск/sad-2/index.md", text)
      .replacing("kindergartens: [sad-5]", with: "kindergartens: [sad-2]", in: Base.project)
    #expect(network.problems == [])
    #expect(try kindergartens(network) == ["sad-2"])
  }

  @Test("prefer the id to the title")
  func idFirst() throws {
    let network = base.adding("content/kindergartens/x.md", "---\ntitle: sad-5\nmunicipality: Зареченск\n---\n")
    #expect(network.problems == [])
    #expect(try kindergartens(network) == ["sad-5"])
  }

  @Test(
    "that fit nothing are errors with the nearest, in plain Russian",
    arguments: [
      ("directions: [sreda]", "directions: [sredaa]", 7, 14, "sreda", "нет направления «sredaa»"),
      (
        "directions: [sreda]", "directions: [Среда - третий учитиль]", 7, 14, "sreda",
        "нет направления «Среда - третий учитиль»"
      ),
      ("kindergartens: [sad-5]", "kindergartens: [sad-55]", 6, 17, nil, "нет детского сада «sad-55»"),
      ("authors: [ilina, gusev]", "authors: [ilina, gusew]", 5, 18, "gusev", "нет педагога «gusew»"),
      ("authors: [ilina, gusev]", "authors: [Ильина Марина, gusev]", 5, 11, "ilina", "нет педагога «Ильина Марина»"),
      ("authors: [ilina, gusev]", "authors: [Пушкин, gusev]", 5, 11, nil, "нет педагога «Пушкин»"),
      ("results:", "based_on: [ogorodd]\nresults:", 10, 12, "ogorod", "нет материала «ogorodd»"),
      ("results:", "based_on: [projects/ogorodd]\nresults:", 10, 12, "ogorod", "нет материала «projects/ogorodd»"),
    ] as [(String, String, Int, Int, String?, String)])
  func unresolved(_ old: String, _ new: String, _ line: Int, _ column: Int, _ suggestion: String?, _ message: String) {
    let network = base.replacing(old, with: new, in: Base.project)
    let place = "content/projects/ogorod.md:\(line):\(column) reference-unresolved error"
    #expect(network.problems == [place + (suggestion.map { " \($0)" } ?? "")])
    #expect(network.messages == [message])
  }

  @Test("say what they lead to, where that is of another kind")
  func wrongKind() throws {
    let network = base.replacing("authors: [ilina, gusev]", with: "authors: [ilina, sad-5]", in: Base.project)
    #expect(network.problems == ["content/projects/ogorod.md:5:18 reference-unresolved error"])
    let note = try #require(network.check().diagnostics.first?.notes.first)
    #expect(note.message.russian == "«sad-5» – это детский сад, а здесь ожидается педагог")
    #expect(note.location?.file == Base.sad5)
  }

  @Test("to a title that two documents have are errors that name both")
  func ambiguous() {
    let network = base.adding(
      "content/kindergartens/sad-52.md", "---\ntitle: Детский сад № 5 Солнышко\nmunicipality: Зареченск\n---\n"
    ).replacing("kindergartens: [sad-5]", with: "kindergartens: [детский сад № 5 солнышко]", in: Base.project)
    #expect(network.problems == ["content/projects/ogorod.md:6:17 reference-ambiguous error"])
    #expect(network.messages == ["«детский сад № 5 солнышко» подходит нескольким документам"])
    let notes = network.check().diagnostics.first?.notes.map(\.message.russian)
    #expect(notes == ["kindergartens/sad-5", "kindergartens/sad-52"])
  }

  @Test("that may lead to several kinds name the folder where the id alone fits two")
  func severalKinds() throws {
    let project = base.documents[Base.project] ?? ""
    let network = base.adding("content/projects/krug.md", project)
      .addingFields("based_on: [krug]", to: Base.masterClass)
    #expect(network.problems == ["content/master-classes/lepbuk.md:2:12 reference-ambiguous error"])
    for (written, path) in [("cases/krug", Base.methodicalCase), ("проекты/krug", "content/projects/krug.md")] {
      let named = network.replacing("based_on: [krug]", with: "based_on: [\(written)]", in: Base.masterClass)
      #expect(named.problems == [])
      let checked = named.check()
      let references = try checked.entity(Base.masterClass, as: MasterClass.self).material.originals
      #expect(try checked.document(Base.masterClass).targets(of: references) == [checked.id(path)])
    }
  }

  @Test("to a document that can't be read are no second error")
  func unreadable() {
    let network = base.adding(Base.sad5, "---\ntitle: [\n---\n")
    #expect(network.problems.map { $0.split(separator: " ")[1] } == ["yaml-invalid"])
  }

  @Test("with one cause are one entry with all their places")
  func oneCause() throws {
    let entries = base.removing(Base.sad5).check().report.entries
    #expect(
      entries.map { compact($0.diagnostic) } == [
        "content/master-classes/lepbuk.md:6:17 reference-unresolved error"
      ])
    let others = try #require(entries.first).otherPlaces.map { "\($0.file):\($0.range?.start.line ?? 0)" }
    #expect(others == ["content/people/ilina.md:4", "content/projects/ogorod.md:6", "content/seminars/igra.md:11"])
  }

  @Test("of two causes are two entries")
  func twoCauses() {
    let network = base.replacing(
      "authors: [ilina, gusev]", with: "authors: [ilina, gusev, aaaa, bbbb]", in: Base.project)
    #expect(network.problems.count == 2)
  }

  // MARK: Ids

  @Test(
    "two documents of a kind never have one id, in any case and Unicode form",
    arguments: [
      ("content/projects/Ogorod.md", "content/projects/ogorod.md"),
      ("content/projects/лето/ogorod.md", "content/projects/ogorod.md"),
      ("content/projects/ogorod/index.md", "content/projects/ogorod.md"),
    ])
  func duplicateIDs(_ path: String, _ other: String) {
    let network = base.adding(path, base.documents[Base.project] ?? "")
    let problems = network.problems.filter { $0.contains("id-duplicate") }
    #expect([["\(path) id-duplicate error"], ["\(other) id-duplicate error"]].contains(problems))
    #expect(network.messages.contains { $0.contains("уже занято файлом content/projects/") })
  }

  @Test("й of one letter and й of two are one id")
  func composition() {
    // Swift takes the two forms for one key of a dictionary, so the folder tells them apart here.
    let text = base.documents[Base.page] ?? ""
    let network = base.adding("content/pages/чай.md", text).adding("content/pages/a/чаи\u{306}.md", text)
    #expect(network.problems.count { $0.contains("id-duplicate") } == 1)
  }

  @Test("one id in two kinds is fine")
  func sameIDInKinds() {
    #expect(base.adding("content/projects/krug.md", base.documents[Base.project] ?? "").problems == [])
  }

  // MARK: Back-references

  @Test("are known from the other side, with the field they stand in")
  func backReferences() throws {
    let session = "{date: 2025-10-17, start: 9:30, end: 11:00, title: Итог, form: клуб, presenters: [ilina]}"
    let network = base.replacing(
      "form: семинар}", with: "form: семинар, presenters: [ilina, gusev]}, \(session)", in: Base.seminar
    )
    .replacing(
      "questions:",
      with: """
        cycle:
          - {planning: А, date: 2026-02-01, conducted_by: [ilina], observers: [gusev], analysis: А, correction: А}
          - {planning: Б, date: 2026-02-02, conducted_by: [gusev], observers: [ilina], analysis: А, correction: А}
          - {planning: В, date: 2026-02-03, conducted_by: [ilina], observers: [gusev], analysis: А, correction: А}
        questions:
        """, in: Base.methodicalCase)
    #expect(network.problems.filter { !$0.contains("presenter-dominates") } == [])
    let checked = network.check()
    let references = checked.graph.references(to: try checked.id(Base.ilina)).map {
      "\(checked.graph[$0.source].decoded.id) \($0.role)"
    }
    #expect(
      references == [
        "ogorod authors", "lepbuk authors", "lepbuk masters", "krug cycle.conducted_by", "krug cycle.observers",
        "igra sessions.presenters", "znatoki coordinator", "znatoki members.person", "vypusk-1 editor",
      ])
  }

  @Test("from a person lead to their kindergarten")
  func backReferencesOfPeople() throws {
    let checked = base.check()
    let roles = checked.graph.references(to: try checked.id(Base.sad5)).map(\.role.rawValue)
    #expect(roles.sorted() == ["host", "kindergarten", "kindergartens", "kindergartens"])
  }
}
