package import OpytFiles
package import OpytMarkup
package import OpytModel

/// All that was read of a network: its documents, how they refer to each other, and where their texts are.
package struct Network: Sendable {
  package let graph: SiteGraph
  /// How many files were read.
  package let fileCount: Int
  /// By ``DocumentID``.
  private let bodies: [BodyStore.Handle?]
  private let store: BodyStore

  init(graph: SiteGraph, bodies: [BodyStore.Handle?], store: BodyStore, fileCount: Int) {
    self.graph = graph
    self.bodies = bodies
    self.store = store
    self.fileCount = fileCount
  }

  /// The HTML of a document's text; nil where it has none.
  package func body(of id: DocumentID) throws(MachineFailure) -> BodyHTML? {
    guard let handle = bodies[id.index] else { return nil }
    let body = try store.read(handle)
    return body.bytes.isEmpty ? nil : body
  }
}
