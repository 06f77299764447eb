import OpytDiagnostics
import Testing

@testable import OpytModel

/// Rules 5, 7 and 9 of communities.
@Suite("Invariants of communities")
struct CommunityInvariantTests {
  private let base = TestNetwork.base
  private let orlova = "---\ntitle: Орлова Вера Ивановна\nposition: тьютор\nconsent: С-3\n---\n"

  private func members(_ written: String) -> TestNetwork {
    base.replacing("members: [ilina, gusev]", with: "members: \(written)", in: Base.community)
  }

  // MARK: 5: an idea, a coordinator who is a member, two members

  @Test(
    "what a community can't be without",
    arguments: ["idea: Взрослый учится у ребёнка.\n", "coordinator: [ilina]\n", "members: [ilina, gusev]\n"])
  func required(_ line: String) {
    let network = base.replacing(line, with: "", in: Base.community)
    #expect(network.problems == ["\(Base.community):2:1 value-missing error"])
  }

  @Test(
    "one member is too few, named as often as you like",
    arguments: [
      ("ilina", 10), ("[ilina]", 11), ("[ilina, Ильина Марина Сергеевна]", 11), ("[{person: ilina, role: expert}]", 20),
      ("[{person: ilina, left: 2025-12-31}, {person: ilina, joined: 2026-02-01}]", 20),
    ])
  func oneMember(_ written: String, _ column: Int) {
    #expect(members(written).problems == ["\(Base.community):6:\(column) community-too-small error"])
    #expect(members(written).messages == ["в сообществе один участник, а нужно хотя бы двое"])
  }

  @Test("two are enough", arguments: ["[ilina, gusev]", "[gusev, {person: ilina, role: coordinator}]"])
  func twoMembers(_ written: String) { #expect(members(written).problems == []) }

  @Test("a coordinator is a member", arguments: [("orlova", 14), ("[orlova]", 15), ("[ilina, orlova]", 22)])
  func coordinator(_ written: String, _ column: Int) {
    let network = base.adding("content/people/orlova.md", orlova)
      .replacing("initiators: [gusev]", with: "initiators: [gusev, orlova]", in: Base.event)
      .replacing("coordinator: [ilina]", with: "coordinator: \(written)", in: Base.community)
    #expect(network.problems == ["\(Base.community):5:\(column) coordinator-not-member error"])
    #expect(network.messages == ["координатора нет среди участников сообщества: Орлова Вера Ивановна"])
    #expect(network.replacing("[ilina, gusev]", with: "[ilina, orlova]", in: Base.community).problems == [])
  }

  @Test(
    "a coordinator has not left by today, unless all have",
    arguments: [
      ("[{person: ilina, left: 2026-01-01}, gusev]", true),
      ("[{person: ilina, left: 2026-01-01}, ilina, gusev]", false),
      ("[{person: ilina, left: 2026-05-31}, gusev]", true), ("[{person: ilina, left: 2026-06-01}, gusev]", false),
      ("[{person: ilina, left: 2027-08-31}, gusev]", false),
      ("[{person: ilina, left: 2026-01-01}, {person: gusev, left: 2026-01-01}]", false),
    ])
  func coordinatorWhoLeft(_ written: String, _ isWrong: Bool) {
    let network = members(written)
    #expect(network.messages == (isWrong ? ["координатор уже вышел из сообщества: Ильина Марина Сергеевна"] : []))
  }

  @Test("a coordinator who can't be found is told once")
  func misspeltCoordinator() {
    let network = base.replacing("coordinator: [ilina]", with: "coordinator: [ilinaa]", in: Base.community)
    #expect(network.problems == ["\(Base.community):5:15 reference-unresolved error ilina"])
  }

  @Test("a misspelt member may be the coordinator, or the second one: it is told once")
  func misspeltMember() {
    #expect(members("[ilinaa, gusev]").problems == ["\(Base.community):6:11 reference-unresolved error ilina"])
    #expect(members("[ilina, gusew]").problems == ["\(Base.community):6:18 reference-unresolved error gusev"])
  }

  // MARK: 7: a membership's dates

  @Test("who left had joined", arguments: [("2025-08-31", true), ("2025-09-01", false), ("2025-09-02", false)])
  func memberDates(_ left: String, _ isWrong: Bool) {
    let network = members("[ilina, {person: gusev, joined: 2025-09-01, left: \(left)}]")
    #expect(network.problems == (isWrong ? ["\(Base.community):6:60 dates-out-of-order error"] : []))
    #expect(network.messages == (isWrong ? ["участник вышел из сообщества раньше, чем вступил"] : []))
  }

  @Test("one date alone is in order", arguments: ["joined: 2025-09-01", "left: 2025-09-01"])
  func oneDate(_ field: String) {
    #expect(members("[ilina, {person: gusev, \(field)}]").problems == [])
  }

  // MARK: 9: academic years, wherever they are

  @Test(
    "academic years are consecutive",
    arguments: [
      (Base.community, "academic_year", 16), (Base.community, "учебный_год", 14), (Base.deficit, "period", 9),
      (Base.deficit, "период", 9),
    ])
  func academicYears(_ path: String, _ field: String, _ column: Int) {
    #expect(base.addingFields("\(field): 2025/2026", to: path).problems == [])
    let network = base.addingFields("\(field): 2025/2027", to: path)
    #expect(network.problems == ["\(path):2:\(column) date-invalid error"])
    #expect(network.messages == ["это не учебный год: «2025/2027»"])
  }

  @Test("a plan's too")
  func planYear() {
    let network = base.replacing("2025/2026", with: "2026/2025", in: Base.plan)
    #expect(network.problems == ["\(Base.plan):3:16 date-invalid error"])
  }
}
