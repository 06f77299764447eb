package import OpytModel

/// How far a network has come with a deficit.
package enum DeficitState: String, CaseIterable, Sendable {
  /// Nothing answers it.
  case open
  /// Something answers it: see ``Correspondence``.
  case worked
  /// It is told as closed, on the day of the build or before.
  case closed
}

extension Catalogue {
  package func isClosed(_ deficit: DocumentID) -> Bool {
    (graph[deficit].entity as? Deficit)?.isClosed(on: today) ?? false
  }

  /// All of a state, in the order of their list.
  package func deficits(_ state: DeficitState) -> [DocumentID] {
    ids(of: .deficit).filter { self.state(ofDeficit: $0) == state }
  }

  /// In the whole network.
  package func state(ofDeficit id: DocumentID) -> DeficitState {
    isClosed(id) ? .closed : correspondence[id].isAnswered ? .worked : .open
  }
}
