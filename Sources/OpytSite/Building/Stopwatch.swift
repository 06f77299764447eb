/// How long each step of a run took.
public struct Stopwatch: Sendable {
  public enum Step: String, CaseIterable, Sendable {
    case reading, checking, planning, rendering, publishing
  }

  public private(set) var times: [(step: Step, duration: Duration)] = []
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant

  public init() {
    start = clock.now
    last = start
  }

  mutating func lap(_ step: Step) {
    let now = clock.now
    times.append((step, now - last))
    last = now
  }

  public var total: Duration { last - start }
}
