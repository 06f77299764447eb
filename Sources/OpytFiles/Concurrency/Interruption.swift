import Synchronization

/// A request to stop, from a signal handler to the workers.
package final class Interruption: Sendable {
  private let flag = Atomic(false)

  package init() {}

  /// Whatever is under way ends at the next place that asks.
  package func request() { flag.store(true, ordering: .relaxed) }
  package var isRequested: Bool { flag.load(ordering: .relaxed) }
}
