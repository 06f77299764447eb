import OpytDiagnostics
import OpytLayout
import OpytText
import Testing

/// `{{strings.key}}` in layouts.
@Suite struct StringTests {
  private static func table(_ rule: PluralRule = .russian) throws -> StringTable {
    let texts = [
      "hello": "Здравствуйте", "quote": "\"<b>\" & 'x'", "named": "Это {title}",
      "counted": "{count, plural, one {# сад} few {# сада} many {# садов}}",
      "english": "{count, plural, one {one} other {# others}}", "lost": "{nowhere}", "nested": "{author.name}",
      "apart": "{count, plural, =1 {Автор} one {# автор} other {Авторы}}",
      "markup": "{body}", "listed": "{tags, plural, other {x}}",
    ]
    return StringTable(
      try texts.mapValues { .init(try MessageFormat(parsing: $0), at: SourceLocation(file: "ru.json")) }, rule: rule)
  }

  private static func compile(
    _ page: String, _ rule: PluralRule = .russian
  ) throws -> (layout: CompiledLayout?, problems: [String], used: Set<String>) {
    let library = LayoutLibrary(
      sources: [LayoutSource(name: "page", file: "page.mustache", text: page)], strings: try table(rule))
    let compilation = library.compile([("page", TestPage.type)])
    return (compilation.layouts["page"], compilation.diagnostics.map(summary), compilation.usedStrings)
  }

  @Test(arguments: [
    ("<p>{{strings.hello}}</p>", "<p>Здравствуйте</p>"),
    ("<p title=\"{{strings.quote}}\">", "<p title=\"&quot;&lt;b&gt;&quot; &amp; &#39;x&#39;\">"),
    ("<p>{{strings.named}}</p>", "<p>Это Огород &amp; «дом»</p>"),
    ("<p>{{strings.counted}}</p>", "<p>3 сада</p>"),
    ("{{#cards}}<i>{{strings.named}}</i>{{/cards}}", "<i>Это Карточка 1</i><i>Это Карточка 2</i>"),
    ("<a href=\"{{address}}\" title=\"{{strings.hello}}\">", "<a href=\"proekty/ogorod.html\" title=\"Здравствуйте\">"),
  ])
  func stringsArePrintedEscaped(page: String, expected: String) throws {
    let (layout, problems, _) = try Self.compile(page)
    #expect(problems == [])
    #expect(layout?.string(TestPage.sample) == expected)
  }

  @Test(arguments: [(1, "Автор"), (2, "Авторы"), (5, "Авторы"), (21, "21 автор"), (0, "Авторы")])
  func oneMayStandApart(count: Int, expected: String) throws {
    let (layout, problems, _) = try Self.compile("{{strings.apart}}")
    #expect(problems == [])
    #expect(layout?.string(TestPage.type.value { $0["count"] = .number(count) }) == expected)
  }

  @Test func theTableDecidesOnPlurals() throws {
    let (layout, _, _) = try Self.compile("{{strings.english}}", .english)
    #expect(layout?.string(TestPage.sample) == "3 others")
    #expect(layout?.string(TestPage.type.value { $0["count"] = .number(1) }) == "one")
    #expect(layout?.string(TestPage.type.value { _ in }) == "", "no number, no form")
  }

  @Test(arguments: [
    ("{{strings.helo}}", "string-missing page.mustache:1:1-17 hello"),
    ("{{strings}}", "string-missing page.mustache:1:1-12"),
    ("{{strings.lost}}", "layout-unknown-name page.mustache:1:1-17"),
    ("{{strings.markup}}", "layout-context page.mustache:1:1-19"),
    ("{{strings.listed}}", "layout-context page.mustache:1:1-19"),
    ("<a href=\"{{strings.hello}}\">", "layout-context page.mustache:1:10-27"),
    ("<p {{strings.hello}}>", "layout-context page.mustache:1:4-21"),
    ("<script>{{strings.hello}}</script>", "layout-context page.mustache:1:9-26"),
  ])
  func mistakesAreToldWhereTheyAre(page: String, expected: String) throws {
    let (layout, problems, _) = try Self.compile(page)
    #expect(layout == nil)
    #expect(problems == [expected])
  }

  @Test func usedStringsAreReported() throws {
    let page = "{{strings.hello}}{{#cards}}{{strings.named}}{{/cards}}{{^title}}{{strings.quote}}{{/title}}"
    #expect(try Self.compile(page).used == ["hello", "named", "quote"])
  }
}
