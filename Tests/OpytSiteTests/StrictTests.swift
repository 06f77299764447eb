import Foundation
import OpytDiagnostics
import Testing

@testable import OpytSite

/// Warnings that keep a site from being published.
@Suite struct StrictTests {
  /// A network with two sorts of warnings.
  private static func site(_ strict: String? = nil) throws -> TemporarySite {
    let setting = strict.map { ", \"strict\": \($0)" } ?? ""
    return try TemporarySite([
      "site-config.json": "{\"title\": \"Сеть\", \"base_url\": \"https://opyt.example/\"\(setting)}",
      "content/cases/ssora.md": TemporarySite.material(title: "Ссора", body: "Звоните 8 916 123-45-67.\n"),
      "content/directions/pusto.md": "---\ntitle: Пусто\nsummary: О чём.\n---\n",
    ])
  }

  @Test(
    arguments: [
      (nil, false, []), (nil, true, ["direction-empty", "personal-data"]),
      ("true", false, ["direction-empty", "personal-data"]),
      ("true", true, ["direction-empty", "personal-data"]), ("false", false, []), ("[]", false, []),
      ("[]", true, ["direction-empty", "personal-data"]), (#"["personal-data"]"#, false, ["personal-data"]),
      (#"["personal-data"]"#, true, ["personal-data"]), (#""personal-data""#, true, ["personal-data"]),
      (#"["photo-without-consent"]"#, true, []),
    ] as [(String?, Bool, [String])])
  func theChosenWarningsAreErrors(strict: String?, isAsked: Bool, expected: [String]) throws {
    let site = try Self.site(strict)
    var options = site.options
    options.isStrict = isAsked
    let outcome = try SiteBuilder(options).checkSharingTheme()
    let errors = outcome.report.entries.map(\.diagnostic).filter { $0.severity == .error }
    #expect(errors.map(\.code.rawValue).sorted() == expected)
    #expect(outcome.report.entries.count == 2)
    for error in errors {
      #expect(error.notes.last?.message.russian.hasPrefix("предупреждение считается ошибкой") == true)
    }
    #expect(try SiteBuilder(options).buildSharingTheme().published == nil || expected.isEmpty)
    #expect(site.exists("public") == expected.isEmpty)
  }

  @Test func theCommandEndsWithOneAndTheOldSiteStands() throws {
    let site = try Self.site()
    #expect(try OpytCommand.run("build", "--site", site.folder).exitCode == 0)
    let tree = try site.tree()
    for command in ["check", "build"] {
      let result = try OpytCommand.run(command, "--strict", "--site", site.folder)
      #expect(result.exitCode == 1, "what was built before without --strict is no excuse")
      #expect(result.told.contains("ошибка: похоже на номер телефона [personal-data]"))
      #expect(result.told.contains("предупреждение считается ошибкой"))
    }
    #expect(try site.tree() == tree)
    #expect(try OpytCommand.run("build", "--site", site.folder).exitCode == 0)
  }
}
