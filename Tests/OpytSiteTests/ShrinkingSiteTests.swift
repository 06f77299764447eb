import Foundation
import OpytDiagnostics
import Testing

@testable import OpytFiles
@testable import OpytSite

/// A site does not lose a fifth of its pages by accident.
@Suite struct ShrinkingSiteTests {
  private func site(cases count: Int) throws -> TemporarySite {
    var files = TemporarySite.network
    for number in 1...count {
      files["content/cases/spor-\(number).md"] = TemporarySite.material(
        title: "Спор \(number)", body: "Текст № \(number).\n")
    }
    let site = try TemporarySite(basedOn: files)
    _ = try site.build()
    return site
  }

  private func remove(_ numbers: ClosedRange<Int>, from site: TemporarySite) throws {
    for number in numbers { try FileManager.default.removeItem(atPath: site.path("content/cases/spor-\(number).md")) }
  }

  @Test(arguments: ["text", "json"])
  func whatWouldVanishIsToldAndTheOldSiteStands(format: String) throws {
    let site = try site(cases: 40)
    let before = try site.tree()
    try remove(1...30, from: site)
    let result = try OpytCommand.run("build", "--site", site.folder, "--format", format)
    #expect(result.exitCode == 1)
    #expect(result.told.contains(#/исчезнут \d+\u{A0}страниц/#), "\(result.told)")
    #expect(result.told.contains("keysy/spor-1.html, keysy/spor-10.html") && result.told.contains("и\u{A0}ещё"))
    #expect(result.told.contains("site-shrinks") && result.told.contains("--allow-shrink"))
    #expect(result.errors.contains("Старый сайт остался на месте"))
    #expect(try site.tree() == before)
    #expect(try OpytCommand.run("check", "--site", site.folder).exitCode == 0)
    #expect(try OpytCommand.run("build", "--site", site.folder, "--clean").exitCode == 1)
    #expect(try OpytCommand.run("build", "--site", site.folder, "--allow-shrink").exitCode == 0)
    #expect(!site.exists("public/keysy/spor-1.html") && site.exists("public/keysy/spor-31.html"))
    #expect(try OpytCommand.run("build", "--site", site.folder, "--clean").exitCode == 0)
  }

  @Test func aWholeFolderOfAKindThatIsGoneIsTold() throws {
    let site = try site(cases: 40)
    try FileManager.default.removeItem(atPath: site.path("content/cases"))
    let outcome = try site.build()
    #expect(outcome.report.entries.contains { $0.diagnostic.code == .siteShrinks })
    #expect(outcome.published == nil)
  }

  @Test func aFewPagesMayGo() throws {
    let site = try site(cases: 40)
    try remove(1...5, from: site)
    #expect(try site.build().published != nil)
  }

  /// A page that moved with its old address leads on: nothing vanishes.
  @Test func pagesThatMovedWithTheirOldAddressesStay() throws {
    let site = try site(cases: 40)
    for number in 1...30 {
      try remove(number...number, from: site)
      try site.write(
        TemporarySite.material(
          title: "Спор \(number)", fields: "aliases: [/keysy/spor-\(number).html]", body: "Текст № \(number).\n"),
        to: "content/cases/ssora-\(number).md")
    }
    #expect(try site.build().published != nil)
  }

  /// Sites of an older program have no list of their files.
  @Test func aSiteWithoutAManifestIsCounted() throws {
    let site = try site(cases: 40)
    try FileManager.default.removeItem(atPath: site.path("public/.opyt-manifest"))
    try remove(1...30, from: site)
    #expect(try site.build().published == nil)
  }

  @Test(arguments: [
    (19, 19, false), (20, 4, false), (20, 5, true), (20, 20, true), (100, 20, false), (100, 21, true), (0, 0, false),
  ])
  func moreThanAFifthOfTwentyOrMore(pages: Int, vanishing: Int, isTold: Bool) {
    let old = (0..<pages).map { "\($0).html" }
    #expect((SiteShrinkage(from: old, to: Set(old.dropFirst(vanishing))) != nil) == isTold)
  }
}
