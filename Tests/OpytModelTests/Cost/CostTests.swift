import Foundation
import OpytDiagnostics
import OpytMarkup
import OpytModel
import SampleTexts
import Testing

/// What an author's file may cost: whatever it is made of, a byte of it takes no more than so many times the time of a byte
/// of an ordinary text, and no more is told of it than a person reads.
///
/// Time is compared, never measured in seconds: the processor time of this thread for the text, against that for an
/// ordinary one in the same run. Of every kind two lengths are read, and the longer one is judged by what it takes more:
/// what is told one by one, and all that is looked for for it, is done with in the shorter one.
///
/// A debug build weighs loops over bytes and calls in another way than the program does, so what is found here is work
/// that grows faster than the text, or is done again for each of many messages. What a whole file costs the program
/// itself, ``ProgramCostTests`` asks.
@Suite(.serialized) struct CostTests {
  private static let length = 6_000
  private static let bound = 40.0
  private static let attempts = 4

  @Test(arguments: CostSample.selection)
  func isRead(_ sample: CostSample) { Self.judge(sample) }

  /// From a seed: the same ones every time.
  @Test(arguments: 0..<6)
  func mixtureIsRead(_ seed: Int) { Self.judge(.mixture(seed: UInt64(seed))) }

  @Test func ordinaryTextIsTheMeasure() {
    // A text that takes twice as long for each byte would be seen.
    let (short, long) = (
      Self.seconds(CostSample.ordinary, Self.length), Self.seconds(CostSample.ordinary, Self.length * 2)
    )
    #expect(long < short * 4)
  }

  // MARK: Judging

  private static func judge(_ sample: CostSample) {
    var (once, twice) = (0.0, Double.infinity)
    var ratio = Double.infinity
    for _ in 0..<attempts {
      once = max(once, seconds(sample, length))
      twice = min(twice, seconds(sample, length * 2))
      ratio = max(0, twice - once) / (ordinaryPerByte * Double(length))
      if ratio <= bound { break }
    }
    #expect(ratio <= bound, "\(ratio) times an ordinary text: \(sample.name)")
  }

  /// Reads, checks and tells: what `opyt check` does with a file.
  private static func seconds(_ sample: CostSample, _ bytes: Int) -> Double {
    let network = TestNetwork.base.adding("content/projects/dvor.md", sample.document(bytes))
    let start = threadTime()
    let report = network.check().report
    _ = TextFormatter(language: .russian, usesColor: false) { _ in nil }.format(report)
    let time = threadTime() - start
    let told = report.entries.count { $0.diagnostic.location.file == "content/projects/dvor.md" }
    // Of a dozen codes.
    #expect(told <= 1_200, "\(told) messages: \(sample.name)")
    return time
  }

  private static let ordinaryPerByte: Double = {
    let times = (0..<3).map { _ in
      (seconds(CostSample.ordinary, length * 4) - seconds(CostSample.ordinary, length * 2)) / Double(length * 2)
    }
    return times.max() ?? 0
  }()

  private static func threadTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

extension CostSample: CustomTestStringConvertible {
  package var testDescription: String { name }
}
