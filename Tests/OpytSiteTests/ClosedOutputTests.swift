import Foundation
import Testing

@testable import OpytSite

/// Who can't be told must not believe that all is well.
@Suite struct ClosedOutputTests {
  static let toOutput = [
    ["check"], ["check", "--format", "json"], ["check", "--format", "json", "--quiet"], ["help"], ["help", "build"],
    ["build", "--help"], ["--version"], ["build", "--format", "json"], ["report", "--format", "json"],
    ["--generate-completion-script", "bash"],
  ]
  static let toErrors = [
    ["build"], ["build", "--clean"], ["report"], ["check", "--format", "json"], ["build", "--nope"], ["bulletin", "7"],
  ]

  private func run(_ words: [String], _ redirection: String) throws -> (code: Int32, site: TemporarySite) {
    let site = try TemporarySite()
    let isCommand = words.first.map { !["help", "--version", "--generate-completion-script"].contains($0) } ?? false
    let result = try OpytCommand.run(
      words + (isCommand ? ["--site", site.folder] : []), shell: "exec \(redirection);")
    return (result.exitCode, site)
  }

  @Test(arguments: toOutput, [">/dev/full", ">&-"])
  func aFailureOfStandardOutputEndsWithThree(words: [String], redirection: String) throws {
    #expect(try run(words, redirection).code == 3)
  }

  @Test(arguments: toErrors)
  func aFailureOfStandardErrorEndsWithThree(words: [String]) throws {
    #expect(try run(words, "2>/dev/full").code == 3)
  }

  /// A pipe that its reader closed, or errors that nobody wants, end the printing and not the work.
  @Test(arguments: [["check"], ["build"], ["help"], ["--version"]])
  func errorsMayBeClosed(words: [String]) throws {
    #expect(try run(words, "2>&-").code == 0)
    #expect(try run(words, "> >(exec true)").code == 0)
  }

  /// The next file that is opened gets the number of a closed output: messages must not go into it.
  @Test(arguments: ["2>&-", ">&-", "<&-", "<&- >&- 2>&-"])
  func nothingIsWrittenIntoFilesOfTheSite(redirection: String) throws {
    let (code, site) = try run(["build"], redirection)
    #expect(code == 0)
    let expected = try TemporarySite()
    _ = try expected.build()
    #expect(try site.tree() == expected.tree())
    try site.change("content/cases/ssora.md") { $0.replacing("[sreda]", with: "[net]") }
    let again = try OpytCommand.run(["build", "--site", site.folder], shell: "exec \(redirection);")
    #expect(again.exitCode == 1)
    #expect(try site.tree() == expected.tree())
  }
}
