import Foundation
import OpytDiagnostics
import OpytLayout
import OpytTheme
import Testing

@testable import OpytPages
@testable import OpytSite

/// A site's own layouts, assets and parts of the style sheet: what is told of them, and what is published.
@Suite struct OwnThemeTests {
  @Test func layoutsThatNothingPrintsAreTold() throws {
    let site = try TemporarySite([
      "layouts/proect.mustache": "x", "layouts/partials/crad.mustache": "x", "layouts/partials/new.mustache": "x",
      "layouts/card.mustache": "x", "layouts/partials/links.mustache": "x", "layouts/notes.txt": "x",
      "layouts/README.md": "x",
    ])
    let problems = try site.problems()
    #expect(
      problems == [
        "layouts/card.mustache layout-unused warning layouts/partials/card.mustache",
        "layouts/notes.txt layout-unused warning",
        "layouts/partials/crad.mustache layout-unused warning layouts/partials/card.mustache",
        "layouts/partials/new.mustache layout-unused warning",
        "layouts/proect.mustache layout-unused warning layouts/project.mustache",
      ])
  }

  /// What a faulty layout would include is not known.
  @Test func whereALayoutIsFaultyNoneIsCalledUnused() throws {
    let site = try TemporarySite([
      "layouts/404.mustache": "{{>partials/lnk}}", "layouts/partials/new.mustache": "x",
    ])
    let problems = try site.problems()
    #expect(
      problems == [
        "layouts/404.mustache:1:1 layout-missing error partials/link"
      ])
  }

  @Test(arguments: [
    // Names that nothing asks for.
    ("project.html", "x", ["layouts/project.html layout-unused warning"]),
    ("strings/rus.json", "{}", ["layouts/strings/rus.json layout-unused warning layouts/strings/ru.json"]),
    ("assets/sites.js", "", ["layouts/assets/sites.js layout-unused warning layouts/assets/site.js"]),
    ("assets/exta.css", "", ["layouts/assets/exta.css layout-unused warning layouts/assets/extra.css"]),
    (
      "assets/site/10-token.css", "",
      ["layouts/assets/site/10-token.css layout-unused warning layouts/assets/site/10-tokens.css"]
    ),
    ("assets/site/logo.svg", "", ["layouts/assets/site/logo.svg layout-unused warning"]),
    // Nothing to tell.
    ("strings/en.json", "{}", []),
    ("assets/logo.svg", "", []),
    ("assets/site.js", "", []),
    ("assets/print/80-print.css", "", []),
    ("assets/extra.css", "\u{FEFF}:root { --mine: 1px } a { margin: var(--mine) var(--edge) }", []),
    // Faults of a style sheet.
    ("assets/extra.css", "/* я */ a {", ["layouts/assets/extra.css:1:11 style-invalid error"]),
    ("assets/extra.css", "\u{FEFF}a {}}", ["layouts/assets/extra.css:1:5 style-invalid error"]),
    ("assets/site.css", "a {}\n /* x", ["layouts/assets/site.css:2:2 style-invalid error"]),
    ("assets/site/20-frame.css", "a { content: 'x }", ["layouts/assets/site/20-frame.css:1:14 style-invalid error"]),
    (
      "assets/extra.css", "a { color: var(--acent) }",
      ["layouts/assets/extra.css:1:16 style-property-unknown warning --accent"]
    ),
    // Other parts still set it anew, but nothing sets it in the first place.
    ("assets/site/10-tokens.css", "", ["layouts/assets/site/10-tokens.css style-property-unknown warning"]),
    ("assets/site/35-cards.css", ".card { margin: 0 }", []),
  ])
  func whatIsToldOfAFile(path: String, text: String, expected: [String]) throws {
    let site = try TemporarySite(["layouts/\(path)": text])
    let files = try LayoutFiles.read(siteFolder: site.folder, layoutsFolder: "layouts")
    #expect(files.check(usedLayouts: nil).map(\.line) == expected)
  }

  @Test func everyBuiltInLayoutIsPrinted() throws {
    let files = try BuiltInTheme.files()
    let strings = StringsFile.read(files.strings, language: .russian).table
    let used = LayoutLibrary(sources: files.layouts, strings: strings).compile(
      SiteTheme.layoutRoots.map { ($0.name, $0.type) }
    ).usedLayouts
    #expect(Set(files.layouts.map(\.name)).subtracting(used) == [])
  }

  @Test func aWholeStyleSheetLeavesNothingForItsParts() throws {
    let site = try TemporarySite([
      "layouts/assets/site.css": "body {}", "layouts/assets/print/80-print.css": "p {}",
      "layouts/assets/extra.css": "z {}",
    ])
    let problems = try site.problems()
    #expect(problems == ["layouts/assets/print/80-print.css layout-unused warning"])
    _ = try site.build()
    #expect(try Self.styleSheet(of: site).hasPrefix("body{}.accent-1{"))
    #expect(try Self.styleSheet("extra", of: site) == "z{}")
    #expect(
      try Self.names(of: site) == [
        "catalogue", "catalogue", "extra", "material", "material", "panel", "parts", "pictures", "search", "search",
        "site",
        "site",
      ])
    // No page asks for what is not there.
    let page = try site.read("public/proekty/index.html")
    #expect(
      page.matches(of: /<link rel="stylesheet" href="\.\.\/assets\/(\w+)/).map { String($0.1) } == ["site", "extra"])
  }

  @Test func missingPropertiesAreToldTogether() throws {
    let tokens = try #require(ThemeFile.builtIn.first { $0.path == "assets/site/10-tokens.css" })
    let text = String(decoding: tokens.bytes, as: UTF8.self).replacing("--gap-1:", with: "--gap:")
      .replacing("--radius:", with: "--radios:").replacing("--surface:", with: "--surfaces:")
    let site = try TemporarySite(["layouts/assets/site/10-tokens.css": text])
    let diagnostics = try SiteBuilder(site.options).checkSharingTheme().report.entries.map(\.diagnostic)
    #expect(diagnostics.map(\.line) == ["layouts/assets/site/10-tokens.css style-property-unknown warning"])
    #expect(diagnostics.first?.message.russian.hasSuffix(": --gap-1, --radius, --surface") == true)
  }

  /// The parts become a file for every page, one for all but the home page and one for paper; the site's own rules stand
  /// behind them, and slips nowhere.
  @Test func theStyleSheetIsPublishedForWhatNeedsIt() throws {
    let plain = try TemporarySite()
    _ = try plain.build()
    let site = try TemporarySite([
      "layouts/assets/site/25-panel.css": ".own-panel {}", "layouts/assets/site/25-panels.css": ".slip {}",
      "layouts/assets/pages/50-timetable.css": ".own-timetable {}", "layouts/assets/extra.css": ".extra {}",
    ])
    _ = try site.build()
    let names = [
      "catalogue", "catalogue", "material", "material", "pages", "panel", "parts", "pictures", "print", "search",
      "search", "site",
      "site",
    ]
    #expect(try Self.names(of: plain) == names)
    #expect(try Self.names(of: site) == (names + ["extra"]).sorted())
    let sheet = try Self.styleSheet(of: site)
    let builtIn = try Self.styleSheet(of: plain)
    #expect(builtIn.contains(".panel-body{display"))
    #expect(!sheet.contains(".panel-body{display") && !sheet.contains("slip"))
    let frame = try #require(sheet.range(of: ".site-footer::before{display"))
    let panel = try #require(sheet.range(of: ".own-panel{}"))
    let accents = try #require(sheet.range(of: ".accent-1{"))
    #expect(frame.lowerBound < panel.lowerBound && panel.lowerBound < accents.lowerBound)
    #expect(try Self.styleSheet("pages", of: site).contains("}.own-timetable{}."))
    #expect(try Self.styleSheet("extra", of: site) == ".extra{}")

    func links(_ page: String) throws -> [String] {
      try site.read(page).matches(of: /<link rel="stylesheet" href="[^"]*assets\/(\w+)-[^"]*"( media="print")?>/)
        .map { String($0.1) + ($0.2 ?? "") }
    }
    #expect(try links("public/index.html") == ["site", "print media=\"print\"", "extra"])
    #expect(try links("public/proekty/index.html") == ["site", "pages", "print media=\"print\"", "extra"])
  }

  /// What is published, without the marks of the content.
  private static func names(of site: TemporarySite) throws -> [String] {
    try assets(of: site).map { String($0.prefix { $0 != "-" }) }
  }

  private static func assets(of site: TemporarySite) throws -> [String] {
    try site.tree("public/assets").keys.sorted()
  }

  private static func styleSheet(_ section: String = "site", of site: TemporarySite) throws -> String {
    let name = try #require(try assets(of: site).first { $0.hasPrefix(section + "-") && $0.hasSuffix(".css") })
    return try site.read("public/assets/" + name)
  }
}
