import Foundation
import OpytDiagnostics
import Testing

@testable import OpytFiles
@testable import OpytNetwork
@testable import OpytOutputs
@testable import OpytPages
@testable import OpytSite

/// What is closed, drafted, waiting or without consent is nowhere in what is published, and whether there is any of it
/// changes no byte.
@Suite struct ClosedContentTests {
  /// Everything that a site gives to the world: its files, the tables of each year, and each issue as letter and digest.
  private static func outputs(_ site: TemporarySite) throws -> [String: Data] {
    let outcome = try site.build()
    #expect(outcome.product != nil, "\(outcome.report.entries.map { $0.diagnostic.line })")
    var all = try site.tree()
    for year in ["2024/2025", "2025/2026", "2026/2027"] {
      let folder = "tables-\(year.replacing("/", with: "-"))"
      _ = try SiteBuilder(site.options).report(year: year, output: site.path(folder))
      for (name, data) in try site.tree(folder) { all["\(folder)/\(name)"] = data }
    }
    for number in 1...2 {
      for format in BulletinFormat.allCases {
        let file = "issue-\(number).\(format.rawValue)"
        _ = try SiteBuilder(site.options).bulletin("\(number)", as: format, output: site.path(file))
        all[file] = try Data(contentsOf: URL(filePath: site.path(file)))
      }
    }
    return all
  }

  @Test func whetherThereIsAnythingClosedChangesNoByte() throws {
    let (with, without) = (
      try Self.outputs(ClosedNetwork.site(hasClosed: true)), try Self.outputs(ClosedNetwork.site(hasClosed: false))
    )
    #expect(with.keys.sorted() == without.keys.sorted())
    for (path, data) in with where without[path] != data {
      let (now, then) = (Self.lines(data), Self.lines(without[path]))
      Issue.record("\(path): \(now.difference(from: then))")
    }
  }

  private static func lines(_ data: Data?) -> [String] {
    String(decoding: data ?? Data(), as: UTF8.self).components(separatedBy: "\n")
  }
}
