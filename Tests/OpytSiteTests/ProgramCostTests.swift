import Foundation
import SampleTexts
import Testing

/// What a file of a megabyte, the longest there may be, costs the program: whatever it is made of, no more than ten times
/// what an ordinary text of that length does, less than 256 MB, and a report that a person reads.
///
/// The times are those of the fast program: `make costs` asks all kinds and mixtures, with `OPYT_PROGRAM` for the program
/// and `OPYT_COSTS=all`, and tells the worst; `OPYT_COSTS=some` asks fewer. Without these only memory is asked, of a few.
@Suite(.serialized) struct ProgramCostTests {
  private static let asked = ProcessInfo.processInfo.environment["OPYT_COSTS"]
  private static let bytes = 1 << 20
  private static let bound = 10.0
  private static let memoryBound = 256 << 20
  private static let attempts = 5
  /// Of what the program writes of one file.
  private static let toldBound = 600_000

  private static let samples: [CostSample] =
    switch asked {
    case "all": CostSample.all + (0..<200).map { .mixture(seed: $0) }
    case nil: CostSample.costly
    default: CostSample.selection + (0..<20).map { .mixture(seed: $0) }
    }

  @Test(arguments: samples)
  func isAnswered(_ sample: CostSample) throws {
    let site = try Self.site(sample)
    let run = try Self.check(site)
    #expect(run.exitCode == 0 || run.exitCode == 1, "\(run.exitCode): \(sample.name)\n\(run.told.prefix(400))")
    #expect(!run.told.contains("[file-too-large]"), "not read at all: \(sample.name)")
    #expect(run.peakMemory < Self.memoryBound, "\(run.peakMemory >> 20) MB: \(sample.name)")
    #expect(run.told.utf8.count < Self.toldBound, "\(run.told.utf8.count) bytes are told: \(sample.name)")
    guard Self.asked != nil else { return }

    var (time, ordinary) = (run.seconds, Self.ordinary)
    for _ in 1..<Self.attempts where time > Self.bound * ordinary {
      // Both at one time: the machine may have been busy when the other one was measured.
      ordinary = max(ordinary, try Self.check(try Self.site(.ordinary)).seconds)
      time = min(time, try Self.check(site).seconds)
    }
    let ratio = time / ordinary
    print("cost \(String(format: "%5.1f × %4d MB", ratio, run.peakMemory >> 20))  \(sample.name)")
    #expect(ratio <= Self.bound, "\(ratio) times an ordinary text: \(sample.name)")
  }

  /// No more of it is read than tells that it is too large.
  @Test(arguments: [bytes + 1, 256 << 20])
  func largerFilesAreRefused(size: Int) throws {
    let site = try TemporarySite(["content/projects/dvor.md": CostSample.ordinary.document(1_000)])
    #expect(truncate(site.path("content/projects/dvor.md"), size) == 0)
    let run = try Self.check(site)
    #expect(run.exitCode == 1)
    let told = run.told.asWritten
    #expect(
      told.hasPrefix("content/projects/dvor.md: ошибка: файл больше 1024 КБ: разделите текст"), "\(told.prefix(400))")
    #expect(run.peakMemory < 100 << 20, "\(run.peakMemory >> 20) MB")
  }

  // MARK: Measuring

  private static func site(_ sample: CostSample) throws -> TemporarySite {
    let site = try TemporarySite(["content/projects/ogorod.md": TemporarySite.project(title: "Огород на окне")])
    // Some kinds come in pieces, and may be a little longer than they are asked to be.
    var text = sample.document(bytes - 2_000)
    if text.utf8.count > bytes { text = sample.document(bytes - 60_000) }
    try site.write(text, to: "content/projects/dvor.md")
    return site
  }

  private static func check(_ site: TemporarySite) throws -> MeasuredRun {
    try MeasuredRun(
      ["check", "--jobs", "1", "--today", "2026-06-01", "--site", site.folder], log: site.path(".told"))
  }

  private static let ordinary: Double = {
    guard let site = try? site(.ordinary) else { return 0 }
    return (0..<5).compactMap { _ in try? check(site).seconds }.min() ?? 0
  }()
}

extension CostSample: CustomTestStringConvertible {
  package var testDescription: String { name }
}
