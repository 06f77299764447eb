import Foundation
import OpytSite

/// `RebuildBenchmark SITE OUTPUT [EDITS]`: builds a site, then changes one text again and again in the same process, and
/// prints how long it took each time until the page was on the disk.
@main
enum RebuildBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else {
      FileHandle.standardError.write(Data("usage: RebuildBenchmark SITE OUTPUT [EDITS]\n".utf8))
      exit(2)
    }
    var options = SiteBuilder.Options(today: try BuildDay.asked(nil))
    options.siteFolder = arguments[1]
    options.output = arguments[2]
    let edits = arguments.count > 3 ? Int(arguments[3]) ?? 7 : 7
    let rebuilder = SiteRebuilder(options)
    let first = try timed { try rebuilder.build() }
    print("first build: \(first.milliseconds) ms, \(first.outcome.published?.renderedCount ?? 0) pages")

    let folder = URL(filePath: arguments[1]).appending(path: "content/projects")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    guard let name = names.first(where: { $0.hasSuffix(".md") }) else { return }
    let file = folder.appending(path: name)
    let text = try Data(contentsOf: file)
    defer { try? text.write(to: file) }
    var times: [Int] = []
    for edit in 1...edits {
      try (text + Data("\nСтрока \(edit).\n".utf8)).write(to: file)
      let build = try timed { try rebuilder.build() }
      guard build.outcome.published?.renderedCount == 1 else {
        FileHandle.standardError.write(Data("one page was expected\n".utf8))
        exit(1)
      }
      times.append(build.milliseconds)
    }
    let steps = try timed { try rebuilder.build() }
    print("one text edited: \(times.sorted()[times.count / 2]) ms (median of \(edits): \(times))")
    print("nothing edited: \(steps.milliseconds) ms")
  }

  private static func timed(
    _ build: () throws -> SiteBuilder.Outcome
  ) rethrows -> (outcome: SiteBuilder.Outcome, milliseconds: Int) {
    let start = ContinuousClock.now
    let outcome = try build()
    return (outcome, Int((ContinuousClock.now - start) / .milliseconds(1)))
  }
}
