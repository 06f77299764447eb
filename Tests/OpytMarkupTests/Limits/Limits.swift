import Foundation

/// What reading any file may take (`quality.md`, Bad input), and how large the texts are that try it.
enum Limits {
  #if DEBUG
    static let time: Duration = .seconds(3)
    static let size = 400_000
  #else
    static let time: Duration = .seconds(1)
    static let size = (1 << 20) - 100
  #endif

  /// The processor time of this thread, which no other test and no other builder on the machine can use up.
  static func measure(_ work: () -> Void) -> Duration {
    let start = threadTime()
    work()
    return threadTime() - start
  }

  private static func threadTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
