import Foundation
import Testing

@testable import OpytFiles
@testable import OpytNetwork
@testable import OpytOutputs
@testable import OpytPages
@testable import OpytSite

/// One document of every kind with every field: what layouts get of it, page by page.
///
/// `OPYT_RECORD=1 swift test --filter GoldenSiteTests` records the golden files anew; then read the difference.
@Suite struct GoldenSiteTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  private static let golden = folder.appending(path: "Golden/all-kinds")

  @Test func everyPageModelIsAsRecorded() throws {
    let site = try TemporarySite.allKinds()
    for root in SiteTheme.layoutRoots {
      try site.write(DumpLayout.text(for: root.type), to: "layouts/\(root.name).mustache")
    }
    // The built-in style sheet and scripts are not what is compared here.
    try site.write("body {}\n", to: "layouts/assets/site.css")
    for script in ["panel", "site"] { try site.write("\"use strict\";\n", to: "layouts/assets/\(script).js") }
    let problems = try site.problems().filter { !$0.contains(" layout-") || $0.contains(" error") }
    #expect(problems == ["content/deficits/bez-otveta.md:2:11 deficit-unanswered warning"])
    let outcome = try site.build()
    try #require(outcome.published != nil, "\(outcome)")
    // Nor how zlib packs the pictures.
    let built = try site.tree().filter { file in !["assets/", "kartinki/", "."].contains { file.key.hasPrefix($0) } }

    if ProcessInfo.processInfo.environment["OPYT_RECORD"] != nil {
      try? FileManager.default.removeItem(at: Self.golden)
      for (path, data) in built {
        let file = Self.golden.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
      }
    }
    var expected: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: Self.golden.path(percentEncoded: false)) {
      expected[path] = try? Data(contentsOf: Self.golden.appending(path: path))
    }
    #expect(Set(built.keys) == Set(expected.keys))
    for (path, data) in built {
      let (now, then) = (lines(data), lines(expected[path] ?? Data()))
      #expect(now == then, "\(path): \(now.difference(from: then))")
    }
  }

  private func lines(_ data: Data) -> [String] {
    String(decoding: data, as: UTF8.self).components(separatedBy: "\n")
  }
}
