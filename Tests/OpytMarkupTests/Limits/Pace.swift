import Foundation
import OpytMarkup
import Testing

/// How long reading may take, by a measure that every machine carries with it: libcmark-gfm's own time for an ordinary
/// text of the same length, in the same run. A slow machine, a busy one and a fast one give the same ratios.
///
/// Time is the processor time of the thread, which no other test can use up. What is over its bound is measured again,
/// and the best of a few counts: a thread that was interrupted is slow once, a slow text always.
enum Pace {
  /// What the program itself may take beside the parser, in times of what the parser takes. A debug build of Swift is
  /// ten to thirty times slower than a release build; the parser is the same.
  #if DEBUG
    static let own = 250.0
  #else
    static let own = 25.0
  #endif

  /// What libcmark-gfm may take for a text that passed the check, in times of an ordinary one: `ReadingLimits.work`, a
  /// third of a second for a mebibyte, is about 60.
  static let parser = 200.0

  private static let attempts = 5

  /// The limits that are to a text of `bytes` what the usual ones are to the largest file: what grows with the square of
  /// a text's length shows in a short one as it does in a long one.
  static func limits(for bytes: Int) -> ReadingLimits {
    var limits = ReadingLimits()
    let usual = limits.fileBytes
    limits.work = limits.work / usual * bytes
    limits.repeatedBytes = limits.repeatedBytes / usual * bytes
    return limits
  }

  /// Reads a text and expects it to take no longer than it may.
  static func read(
    _ bytes: [UInt8], limits: ReadingLimits = ReadingLimits(), _ name: String = "",
    at place: Testing.SourceLocation = #_sourceLocation
  ) -> Reading {
    var reading = Reading("")
    var times: (own: Double, parser: Double) = (.infinity, .infinity)
    var plain = 0.0
    for attempt in 0..<attempts {
      plain = max(plain, ordinaryTime(bytes: bytes.count, again: attempt > 0))
      let all = seconds { reading = Reading(bytes: bytes, limits: limits) }
      // Even as the program's own time alone it is little.
      if all <= own * plain, all <= parser * plain { return reading }
      // What was refused is not parsed: it might never end.
      let parsing = reading.document == nil ? 0 : parserTime(bytes)
      times.parser = min(times.parser, parsing)
      times.own = min(times.own, all - parsing)
      if times.parser <= parser * plain, times.own <= own * (plain + times.parser) { return reading }
    }
    #expect(times.parser <= parser * plain, "parser: \(times.parser / plain) times, \(name)", sourceLocation: place)
    let bound = plain + times.parser
    #expect(times.own <= own * bound, "own work: \(times.own / bound) times, \(name)", sourceLocation: place)
    return reading
  }

  /// Expects that twice the text is about twice the work of the program's own, whatever the parser takes.
  static func expectLinear(
    _ text: (_ bytes: Int) -> [UInt8], bytes: Int, _ name: String,
    at place: Testing.SourceLocation = #_sourceLocation
  ) {
    let (short, long) = (text(bytes), text(bytes * 2))
    var (once, twice) = (Double.infinity, Double.infinity)
    for _ in 0..<attempts {
      guard let first = ownTime(short), let second = ownTime(long) else { return }
      // Not the least difference: that is one where the parser was disturbed, and every later bound would be too low.
      once = once.isFinite ? max(once, first) : first
      twice = min(twice, second)
      if twice <= bound(once, long) { return }
    }
    #expect(
      twice <= bound(once, long), "\(twice / once) times the work for twice the text, \(name)", sourceLocation: place)
  }

  /// A square would be four times. What the parser takes is added for what is too short to be measured.
  private static func bound(_ once: Double, _ long: [UInt8]) -> Double {
    2.7 * once + 2 * ordinaryTime(bytes: long.count, again: false)
  }

  /// The time that a text takes beside the parser; nil if it is refused.
  private static func ownTime(_ bytes: [UInt8]) -> Double? {
    var reading = Reading("")
    let all = seconds { reading = Reading(bytes: bytes, limits: limits(for: bytes.count)) }
    return reading.document == nil ? nil : max(0, all - parserTime(bytes))
  }

  // MARK: Clocks

  private static func ordinaryTime(bytes: Int, again: Bool) -> Double {
    let perByte = again ? max(ordinaryPerByte, measureOrdinaryPerByte()) : ordinaryPerByte
    // A short text may make as many cells and items as a long one, within the limits.
    return perByte * Double(max(bytes, 8_000))
  }

  private static let ordinaryPerByte = measureOrdinaryPerByte()

  private static func measureOrdinaryPerByte() -> Double {
    let text = Array(
      String(
        repeating: "Дети *посадили* лук на [окне](ogorod.md) и каждый день смотрели, как он растёт.\n\n", count: 400
      )
      .utf8)
    return (0..<5).map { _ in parserTime(text) }.reduce(.infinity, min) / Double(text.count)
  }

  private static func parserTime(_ bytes: [UInt8]) -> Double {
    seconds { _ = CMarkTree(bytes.span) }
  }

  private static func seconds(_ work: () -> Void) -> Double {
    let start = threadTime()
    work()
    return threadTime() - start
  }

  private static func threadTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
