import OpytDiagnostics
import OpytLayout
import OpytText
import Testing

@testable import OpytFiles
@testable import OpytNetwork
@testable import OpytOutputs
@testable import OpytPages
@testable import OpytSite

/// The theme's strings: the built-in ones are whole in both languages, a site's own are checked like its layouts.
@Suite struct StringsTests {
  @Test(arguments: Language.allCases)
  func theBuiltInThemeIsWhole(language: Language) throws {
    let files = try BuiltInTheme.files()
    // As if they were a site's own: nothing may be unused.
    let sources = files.strings.map { StringsSource(name: $0.name, file: $0.file, bytes: $0.bytes, isOwn: true) }
    let (table, reading) = StringsFile.read(sources, language: language)
    #expect(reading.map(\.line) == [])
    let own = LayoutFiles(layouts: files.layouts, strings: sources, assets: [])
    let (layouts, diagnostics) = LayoutSet.compile(
      own, strings: table, language: language, roots: SiteTheme.layoutRoots, declared: SiteTheme.programStrings)
    #expect(layouts != nil)
    #expect(diagnostics.map(\.line) == [])
  }

  @Test func bothLanguagesHaveTheSameStrings() throws {
    let sources = try BuiltInTheme.files().strings
    let russian = StringsFile.read(sources, language: .russian).table
    let english = StringsFile.read(sources, language: .english).table
    #expect(russian.keys == english.keys)
    for key in russian.keys {
      #expect(russian[key]?.message.arguments == english[key]?.message.arguments, "\(key)")
    }
  }

  @Test(arguments: [
    (#"{"home": "Домой", "unused": "Лишняя"}"#, ["layouts/strings/ru.json:1:19 string-unused error"]),
    (#"{"home": "Домой", "home": "В начало"}"#, ["layouts/strings/ru.json:1:19 key-duplicate error"]),
    (#"{"home": 5}"#, ["layouts/strings/ru.json:1:10 string-invalid error"]),
    (#"{"home": "{"}"#, ["layouts/strings/ru.json:1:10 string-invalid error"]),
    (#"{"home": "{count}"}"#, ["layouts/strings/ru.json:1:2 string-invalid error"]),
    (
      #"{"page_of_list": "{titel} {number}"}"#, ["layouts/strings/ru.json:1:2 string-invalid error title"]
    ),
    (
      #"{"page_of_list": "{title, plural, other {x}}"}"#, ["layouts/strings/ru.json:1:2 string-invalid error"]
    ),
    (
      #"{"counted_project": "{count, plural, one {проект} few {проекта}}"}"#,
      ["layouts/strings/ru.json:1:21 string-invalid error"]
    ),
    (#"["home"]"#, ["layouts/strings/ru.json:1:1 string-invalid error"]),
    (#"{"home": "Домой""#, ["layouts/strings/ru.json:1:17 configuration-invalid error"]),
  ])
  func mistakesInASitesOwnStrings(file: String, expected: [String]) throws {
    let site = try TemporarySite(["layouts/strings/ru.json": file])
    let problems = try site.problems()
    #expect(problems == expected)
  }

  @Test func aStringThatNoLayoutCanPrintIsToldAtEachUse() throws {
    let site = try TemporarySite(["layouts/strings/ru.json": #"{"contents": "{nowhere}"}"#])
    let problems = try SiteBuilder(site.options).checkSharingTheme().report.entries.map(\.diagnostic)
    #expect(
      problems.map { "\($0.code.rawValue) \($0.location.file)" } == [
        "layout-unknown-name (встроенный макет) material.mustache",
        "layout-unknown-name (встроенный макет) material.mustache",
        "layout-unknown-name (встроенный макет) partials/contents.mustache",
        "layout-unknown-name (встроенный макет) partials/contents.mustache",
      ])
  }

  @Test func aSiteReplacesSingleStrings() throws {
    let site = try TemporarySite(["layouts/strings/ru.json": #"{"home": "В начало", "contents": "Что здесь"}"#])
    _ = try site.build()
    let page = try site.read("public/keysy/ssora.html")
    #expect(page.contains(">В\u{A0}начало</a>"))
    #expect(page.contains(">Что здесь</h2>"))
    #expect(page.contains("К\u{A0}содержанию"), "the others stay")
  }

  @Test func aMissingStringIsTold() throws {
    let files = try BuiltInTheme.files()
    let sources = [StringsSource(name: "strings/ru.json", file: "ru.json", bytes: Array("{}".utf8), isOwn: true)]
    let table = StringsFile.read(sources, language: .russian).table
    let (layouts, diagnostics) = LayoutSet.compile(
      LayoutFiles(layouts: files.layouts, strings: sources, assets: []), strings: table, language: .russian,
      roots: SiteTheme.layoutRoots, declared: SiteTheme.programStrings)
    #expect(layouts == nil)
    let missing = diagnostics.filter { $0.code == .stringMissing && $0.location.file == "ru.json" }
    #expect(missing.count == SiteTheme.programStrings.count)
    #expect(diagnostics.contains { $0.code == .stringMissing && $0.location.file.hasSuffix("base.mustache") })
  }

  @Test func anEnglishThemeHasNoRussianWords() throws {
    let files = try BuiltInTheme.files()
    let english = StringsFile.read(files.strings, language: .english).table
    let cyrillic = english.entries.filter { entry in
      entry.value.message.formatted([:], .english).unicodeScalars.contains { ("а"..."я").contains($0) }
    }
    #expect(cyrillic.keys.sorted() == [])
    for layout in files.layouts {
      // Comments are English; what a layout prints stands in the strings.
      let text = String(decoding: layout.bytes, as: UTF8.self).replacing(/\{\{!(?s:.*?)\}\}/, with: "")
      #expect(!text.unicodeScalars.contains { ("А"..."я").contains($0) }, "\(layout.file)")
    }
  }
}
