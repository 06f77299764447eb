import Foundation
import OpytDiagnostics
import Testing

@testable import OpytSite

/// With the theme that tests share, a site is checked and built as it is without.
@Suite struct SharedThemeTests {
  static let sites: [CheckAndBuildTests.Case] =
    [
      .init("all kinds", 0) { try TemporarySite.allKinds() }, .init("the smallest network", 0, [:]),
      .init("a layout of its own", 0, ["layouts/person.mustache": "<p>{{page.title}}</p>\n"]),
      .init("a layout with an error", 1, ["layouts/home.mustache": "{{#a}}"]),
      .init("a string of its own", 0, ["layouts/strings/ru.json": #"{"not_found_title": "Нет такого"}"#]),
      .init(
        "English", 0,
        [
          "site-config.json":
            #"{"title": "Net", "base_url": "https://opyt.example/", "language": "en", "report": true}"#
        ]),
      .init(
        "layouts elsewhere", 0,
        [
          "site-config.json": #"{"title": "Сеть", "base_url": "https://opyt.example/", "layouts": "макеты"}"#,
          "макеты/person.mustache": "<p>{{page.title}}</p>\n",
        ]),
      .init("an output that can't be", 2, ["site-config.json": #"{"title": "Сеть", "output": "content"}"#]),
      .init("an error in the content", 1, ["content/cases/a.md": ""]),
    ]

  @Test(arguments: sites)
  func theOutcomeIsTheSame(sample: CheckAndBuildTests.Case) throws {
    let (site, other) = (try sample.make(), try sample.make())
    func told(_ outcome: SiteBuilder.Outcome) -> [String] {
      outcome.report.entries.map { entry in
        "\(entry.diagnostic.line) \(entry.diagnostic.message.russian)".replacing(other.folder, with: site.folder)
      }
    }
    let check = told(try SiteBuilder(other.options).checkSharingTheme())
    let (build, shared) = (try SiteBuilder(site.options).build(), try SiteBuilder(other.options).buildSharingTheme())
    #expect(told(try SiteBuilder(site.options).check()) == check)
    #expect(told(build) == check && told(shared) == check)
    for outcome in [build, shared] { #expect((outcome.published != nil) == (sample.exitCode == 0)) }
    guard sample.exitCode == 0 else { return }
    #expect(try site.tree() == other.tree())
    #expect(try SiteBuilder(other.options).build().published?.isUnchanged == true)
    #expect(try SiteBuilder(site.options).buildSharingTheme().published?.isUnchanged == true)
  }
}
