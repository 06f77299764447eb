import OpytDiagnostics
import Testing

@testable import OpytModel

@Suite("The base network")
struct BaseNetworkTests {
  @Test("has nothing wrong, so that a test sees only what it changed")
  func isValid() {
    #expect(TestNetwork.base.problems == [])
  }

  @Test("has a document of every kind")
  func isComplete() {
    let kinds = Set(TestNetwork.base.check().graph.documents.map(\.kind))
    #expect(kinds == Set(Kind.allCases))
  }
}
