import OpytDiagnostics
import Testing

@testable import OpytModel

/// Rules 24, 29 and 40, where they are about posts and successors.
@Suite("Invariants of posts and successors")
struct PostInvariantTests {
  private let base = TestNetwork.base

  // MARK: 40: whose kindergarten counts

  /// Gusev, whose posts these are, wrote a project of sad-5 that was published on 12 March 2026.
  private func network(_ posts: String) -> TestNetwork {
    base.addingFields("posts: [\(posts)]", to: Base.gusev).removing(Base.methodicalCase).removing(Base.seminar)
  }

  @Test(
    "an author had a post in one of the material's kindergartens on the day of publication",
    arguments: [
      ("{kindergarten: sad-5, position: тьютор, to: 2026-03-11}", true),
      ("{kindergarten: sad-5, position: тьютор, to: 2026-03-12}", false),
      // The end of one post says nothing of the days before another begins, only of its own.
      ("{kindergarten: sad-5, position: тьютор, from: 2026-03-12}", false),
      ("{kindergarten: sad-2, position: тьютор, from: 2026-03-12}", true),
      // Of days before anything is known nobody knows anything.
      ("{kindergarten: sad-2, position: тьютор, from: 2026-03-13}", false),
      ("{partner: biblioteka, position: тьютор, from: 2025-09-01}", true),
      // A post without a place may be there.
      ("{position: тьютор, from: 2025-09-01, to: 2026-03-31}", false),
      ("{position: тьютор, from: 2025-09-01, to: 2026-03-11}", true),
    ])
  func authors(_ posts: String, _ isWrong: Bool) {
    #expect(network(posts).problems == (isWrong ? ["\(Base.project):5:18 author-elsewhere error"] : []))
  }

  @Test("what is not known is not judged: a history that begins later, and none at all")
  func unknown() {
    let later = network("{kindergarten: sad-2, position: тьютор, from: 2026-03-13}")
      .replacing("kindergarten: sad-2\n", with: "", in: Base.gusev)
    #expect(later.problems == [])
    #expect(base.removing(Base.methodicalCase).problems == [])
    let undated = network("{kindergarten: sad-2, position: тьютор}")
    #expect(undated.problems == [])
    // A name that leads nowhere has its own message.
    let broken = network("{kindergarten: sad-55, position: тьютор, from: 2020-01-01}")
    #expect(broken.problems.map { $0.contains("author-elsewhere") } == [false])
  }

  @Test("is told once for all that somebody wrote, with where to look")
  func words() throws {
    let network = network("{kindergarten: sad-2, position: тьютор, from: 2020-09-01}")
      .replacing("authors: [ilina]", with: "authors: [ilina, gusev]", in: Base.masterClass)
    let checked = network.check()
    #expect(checked.diagnostics.map(\.code) == [.authorElsewhere, .authorElsewhere])
    #expect(checked.report.entries.count == 1)
    let diagnostic = try #require(checked.diagnostics.first)
    #expect(
      diagnostic.message.russian
        == "автор в день публикации не числится ни в одном из садов материала: Гусев Антон Павлович")
    #expect(diagnostic.notes.map(\.location?.file) == [Base.gusev])
  }

  @Test("who is excused is not asked")
  func excused() throws {
    let checked = network("{kindergarten: sad-2, position: тьютор, from: 2020-09-01}").check()
    let rules = GraphInvariants(checked.graph, today: TestNetwork.today)
    let project = try checked.id(Base.project)
    let material = try #require(checked.graph[project].material)
    #expect(rules.checkAuthors(of: material, project, excused: []).count == 1)
    #expect(rules.checkAuthors(of: material, project, excused: [try checked.id(Base.gusev)]).isEmpty)
  }

  /// Who moved has both places in the history, and nothing of what they wrote before is blocked.
  @Test("a person who moved blocks nothing")
  func moved() {
    let moved = base.replacing(
      "position: методист\nkindergarten: sad-2\n",
      with: """
        posts:
          - {kindergarten: sad-2, position: методист, from: 2020-09-01, to: 2026-04-30}
          - {kindergarten: sad-5, position: методист, from: 2025-09-01}

        """, in: Base.gusev)
    #expect(moved.problems == [])
  }

  // MARK: 29

  @Test(
    "two posts in one kindergarten don't overlap",
    arguments: [
      ("to: 2025-08-31", "from: 2025-09-01", false), ("to: 2025-09-01", "from: 2025-09-01", true), ("", "", true),
      ("from: 2020-01-01", "from: 2025-09-01", true), ("from: 2020-01-01, to: 2021-01-01", "", true),
      ("from: 2026-01-01, to: 2026-02-01", "from: 2025-01-01, to: 2025-12-31", false),
    ])
  func overlaps(_ first: String, _ second: String, _ isWrong: Bool) {
    func post(_ days: String) -> String { "{kindergarten: sad-5, position: тьютор\(days.isEmpty ? "" : ", \(days)")}" }
    let network = base.addingFields("posts: [\(post(first)), \(post(second))]", to: Base.ilina)
    let found = network.check().diagnostics.filter { $0.code == .postsOverlap }
    #expect(found.count == (isWrong ? 1 : 0))
    // In two kindergartens at once anybody may work.
    let two = base.addingFields(
      "posts: [\(post(first)), \(post(second).replacing("sad-5", with: "sad-2"))]", to: Base.ilina)
    #expect(!two.check().diagnostics.contains { $0.code == .postsOverlap })
  }

  @Test("a long post overlaps the next but one as well, and many are told in time")
  func manyOverlaps() {
    func post(_ year: Int, _ end: Int) -> String {
      "{kindergarten: sad-5, position: тьютор, from: \(year)-01-01, to: \(end)-12-31}"
    }
    let network = base.addingFields(
      "posts: [\(post(2000, 2025)), \(post(2001, 2002)), \(post(2010, 2011))]", to: Base.ilina)
    #expect(network.check().diagnostics.count { $0.code == .postsOverlap } == 2)
  }

  @Test("a post is in a kindergarten or with a partner")
  func both() {
    let network = base.addingFields(
      "posts: [{kindergarten: sad-5, partner: biblioteka, position: тьютор}]", to: Base.ilina)
    #expect(network.problems == ["\(Base.ilina):2:40 value-invalid error"])
    #expect(network.messages == ["у одного места работы и сад, и организация"])
  }

  // MARK: 24: successors

  @Test("a material after its kindergarten left names whom it was joined to")
  func successorNamed() throws {
    let network = base.addingFields("left: 2026-03-11\nsuccessor: sad-2", to: Base.sad5)
    let told = network.check().diagnostics.filter { $0.code == .alreadyLeft }
    #expect(told.count == 2)
    #expect(try #require(told.first?.advice).russian.contains("sad-2 («Детский сад № 2 «Ёлочка»»)"))
    let none = base.addingFields("left: 2026-03-11", to: Base.sad5).check().diagnostics
    #expect(none.first { $0.code == .alreadyLeft }?.advice?.russian.contains("sad-2") == false)
  }

  @Test("a successor is another kindergarten")
  func ownSuccessor() {
    let network = base.addingFields("successor: sad-2\nleft: 2026-04-30", to: Base.sad2)
    #expect(network.problems == ["\(Base.sad2):2:12 successor-invalid error"])
    #expect(network.messages == ["сад назван собственным правопреемником"])
  }

  @Test("successors make no circle")
  func circle() {
    let network = base.addingFields("successor: sad-5\nleft: 2026-04-30", to: Base.sad2)
      .addingFields("successor: sad-2\nleft: 2026-04-30", to: Base.sad5)
    #expect(network.problems.map { $0.split(separator: " ")[1] } == ["successor-invalid"])
  }

  @Test("a chain of a thousand successors is walked once")
  func chain() {
    var network = base
    for number in 1...1000 {
      network = network.adding(
        "content/kindergartens/s\(number).md",
        "---\ntitle: Сад \(number)\nmunicipality: Зареченск\nleft: 2025-08-31\nsuccessor: s\(number % 1000 + 1)\n---\n")
    }
    #expect(network.check().diagnostics.count { $0.code == .successorInvalid } == 1)
  }

  // MARK: A kindergarten's telephone

  @Test(
    "a telephone is written in digits, and may be published",
    arguments: [
      ("\"+7 8442 00-00-05\"", true), ("8 (8442) 00-00-05, доб. 12", true), ("00-00-05", true), ("по будням", false),
      ("12", false), ("8442 00-00-05 (Марина)", false),
    ])
  func phone(_ text: String, _ isRight: Bool) {
    let network = base.addingFields("phone: \(text)", to: Base.sad5)
    #expect(network.problems == (isRight ? [] : ["\(Base.sad5):2:8 value-invalid error"]))
  }
}
