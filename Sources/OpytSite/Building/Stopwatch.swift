/// How long each step of a run took.
package struct Stopwatch: Sendable {
  package enum Step: String, CaseIterable, Sendable {
    case reading, checking, planning, rendering, publishing
  }

  package private(set) var times: [(step: Step, duration: Duration)] = []
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant

  package init() {
    start = clock.now
    last = start
  }

  mutating func lap(_ step: Step) {
    let now = clock.now
    times.append((step, now - last))
    last = now
  }

  package var total: Duration { last - start }
}
