import Synchronization

/// A request to stop, from a signal handler to the workers.
public final class Interruption: Sendable {
  private let flag = Atomic(false)

  public init() {}

  public func request() { flag.store(true, ordering: .relaxed) }
  public var isRequested: Bool { flag.load(ordering: .relaxed) }
}
