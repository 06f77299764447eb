import OpytDiagnostics
import Testing

@testable import OpytModel

/// Every kind but kindergartens and directions can be kept for members, and nothing open names what is (13).
@Suite struct VisibilityTests {
  static let paths: [Kind: String] = [
    .project: Base.project, .masterClass: Base.masterClass, .methodicalCase: Base.methodicalCase,
    .seminarProgram: Base.seminar, .lessonPlan: Base.lesson, .guideline: Base.guideline, .direction: Base.direction,
    .kindergarten: Base.sad5, .person: Base.gusev,
    .community: Base.community, .event: Base.event, .deficit: Base.deficit, .strategy: Base.strategy,
    .methodPlan: Base.plan, .partner: Base.partner, .bulletin: Base.bulletin, .page: Base.page,
  ]
  static let open: Set<Kind> = [.kindergarten, .direction]

  @Test(arguments: Kind.allCases.filter { !open.contains($0) }, ["visibility: members", "доступ: участникам"])
  func aDocumentIsClosed(kind: Kind, field: String) throws {
    let path = try #require(Self.paths[kind])
    let network = TestNetwork.base.addingFields(field, to: path)
    #expect(try network.check().document(path).decoded.isMembersOnly)
    #expect(kind.entityType is any Closable.Type || kind.isMaterial)
  }

  @Test(arguments: Kind.allCases.filter { !open.contains($0) }, ["visibility: public", "доступ: открыто", ""])
  func orOpen(kind: Kind, field: String) throws {
    let path = try #require(Self.paths[kind])
    let network = field.isEmpty ? TestNetwork.base : TestNetwork.base.addingFields(field, to: path)
    #expect(network.problems == [])
    #expect(try !network.check().document(path).decoded.isMembersOnly)
  }

  @Test(arguments: open.sorted())
  func whereNothingIsClosedTheFieldIsTold(kind: Kind) throws {
    let path = try #require(Self.paths[kind])
    let checked = TestNetwork.base.addingFields("доступ: участникам", to: path).check()
    let told = try #require(checked.diagnostics.first)
    #expect(told.code == .keyUnknown)
    #expect("\(told)".contains("всем: удалите эту строку"), "\(told)")
  }

  /// What the base network names, and who does.
  @Test(arguments: [
    (Base.gusev, [Base.project, Base.community]), (Base.community, []), (Base.deficit, [Base.strategy]),
    (Base.event, []), (Base.page, []),
  ])
  func whatIsOpenNamesNothingClosed(closed: String, sources: [String]) throws {
    let network = TestNetwork.base.addingFields("visibility: members", to: closed)
    let told = network.check().diagnostics.filter { $0.code == .referenceToMembersOnly }
    for source in sources { #expect(told.contains { $0.location.file == source }, "\(source): \(network.problems)") }
    #expect(told.allSatisfy { $0.severity == .error })
    // All who name it are closed as well: nothing is wrong any more.
    var all = network
    for source in Set(told.map(\.location.file)) { all = all.addingFields("visibility: members", to: source) }
    let rest = all.check().diagnostics.filter { $0.code == .referenceToMembersOnly }
    #expect(rest.allSatisfy { !told.map(\.location.file).contains($0.location.file) })
  }

  /// What is for members is answered by what members see.
  @Test func aClosedDeficitIsAnsweredByClosedWork() throws {
    let lone = TestNetwork.base.addingFields("visibility: members", to: Base.deficit)
      .addingFields("visibility: members", to: Base.strategy)
    #expect(!lone.problems.contains { $0.contains("deficit-unanswered") })
    let open = TestNetwork.base.addingFields("visibility: members", to: Base.strategy)
    #expect(try !open.check().document(Base.deficit).decoded.isMembersOnly)
  }

  @Test func theMembersEditionKnowsWhatIsClosed() throws {
    let network = TestNetwork.base.addingFields("visibility: members", to: Base.page)
      .addingFields("development: [{activity: Курс, deficits: [voprosy]}]", to: Base.ilina)
    let checked = network.check()
    let (page, deficit, ilina) = try (checked.id(Base.page), checked.id(Base.deficit), checked.id(Base.ilina))
    let (open, members) = (checked.graph, checked.graph.of(.members))
    let day = try CalendarDate(parsing: "2026-06-01")
    #expect(!open.isPublished(page, includingDrafts: true, on: day))
    #expect(members.isPublished(page, includingDrafts: false, on: day))
    #expect(!open.references(to: deficit).contains { $0.source == ilina })
    #expect(members.references(to: deficit).contains { $0.source == ilina })
  }
}
