import OpytTheme
import Testing

/// The parts of a style sheet become one.
@Suite struct StyleSheetTests {
  /// Each published file, as `path: text`.
  private static func published(_ files: [(String, String)], generated: String = "") -> [String] {
    let sheet = StyleSheet(files.map { ThemeFile(path: $0, bytes: Array($1.utf8)) })
    return sheet.published(with: Array(generated.utf8)).map {
      "\($0.path): \(String(decoding: $0.bytes, as: UTF8.self))"
    }
  }

  @Test(arguments: [
    ([("assets/site/20-b.css", "b{}"), ("assets/site/10-a.css", "a{}")], ["assets/site.css: a{}b{}g{}"]),
    // Browsers get them in this order, and the site's own rules behind all others.
    (
      [
        ("assets/extra.css", "z{}"), ("assets/print/10-p.css", "p{}"), ("assets/pages/20-c.css", "c{}"),
        ("assets/site/20-b.css", "b{}"), ("assets/pages/10-d.css", "d{}"),
      ],
      ["assets/site.css: b{}g{}", "assets/pages.css: d{}c{}", "assets/print.css: p{}", "assets/extra.css: z{}"]
    ),
    // One file in place of all parts.
    (
      [
        ("assets/site.css", "s{}"), ("assets/site/10-a.css", "a{}"), ("assets/pages/10-d.css", "d{}"),
        ("assets/print/10-p.css", "p{}"), ("assets/extra.css", "z{}"),
      ],
      ["assets/site.css: s{}g{}", "assets/extra.css: z{}"]
    ),
    // What is empty is no file.
    (
      [
        ("assets/site.js", "x"), ("home.mustache", "x"), ("assets/site/10-a.css", ""), ("assets/pages/a.css", "/* */"),
        ("assets/extra.css", "\n"),
      ],
      ["assets/site.css: g{}"]
    ),
    // A byte order mark and a missing line end don't reach into the next rule.
    ([("assets/site/10-a.css", "a"), ("assets/site/20-b.css", "\u{FEFF}b{}")], ["assets/site.css: a b{}g{}"]),
  ])
  func partsAreJoinedByName(files: [(String, String)], expected: [String]) {
    #expect(Self.published(files, generated: "g{}") == expected)
  }

  @Test(arguments: [
    ("assets/site/10-tokens.css", true), ("assets/site/logo.svg", true), ("assets/site.css", true),
    ("assets/pages/10-text.css", true), ("assets/print/10-paper.css", true), ("assets/pages.css", false),
    ("assets/extra.css", true), ("assets/site.js", false), ("assets/extra/x.css", false), ("home.mustache", false),
  ])
  func whatGoesIntoItIsNotPublishedByItself(path: String, isTaken: Bool) {
    #expect(StyleSheet.takes(path) == isTaken)
  }
}

@Suite struct StyleSheetSyntaxTests {
  @Test(arguments: [
    "", "a { color: red }", "a::before { content: \"} /* \\\" \" }", "a { background: url(data:image/svg+xml;'{(\") }",
    "a { background: url( \"x)\" ) }", ".a\\{ {}", "/* { ' */", "a { content: '\\\n' }", "a { content: '\\\r\n' }",
  ])
  func soundSheets(css: String) {
    #expect(StyleSheetSyntax(Array(css.utf8)).fault == nil)
  }

  @Test(arguments: [
    ("a {} /* b {}", StyleSheetSyntax.Fault.commentUnclosed, 5..<7),
    ("a { content: \"x\n} b { content: \"y\" }", .stringUnclosed, 13..<14),
    ("a { content: 'x\\", .stringUnclosed, 13..<14),
    ("a {", .bracketUnclosed("{"), 2..<3),
    ("a { color: rgb(1,2 }", .bracketUnclosed("("), 14..<15),
    ("a[b {}", .bracketUnclosed("["), 1..<2),
    ("a {} } b {", .bracketUnopened("}"), 5..<6),
    ("a { color: var(--x }", .bracketUnclosed("("), 14..<15),
  ])
  func theFirstFaultIsFound(css: String, kind: StyleSheetSyntax.Fault, range: Range<Int>) {
    let fault = StyleSheetSyntax(Array(css.utf8)).fault
    #expect(fault?.kind == kind)
    #expect(fault?.range == range)
  }

  @Test func propertiesAreToldFromTheirUses() {
    let css = """
      @property --told { syntax: "*" }
      :root { --set: 1px; --Set:var(--set) }
      .a--block:hover { margin: calc(2 * VAR( /* x */ --asked )) var(--optional, var(--inner)) var(--x , 1px) }
      """
    let syntax = StyleSheetSyntax(Array(css.utf8))
    #expect(syntax.declared == ["--told", "--set", "--Set"])
    #expect(syntax.uses.map(\.name) == ["--set", "--asked", "--inner"])
    for use in syntax.uses { #expect(String(decoding: Array(css.utf8)[use.range], as: UTF8.self) == use.name) }
  }
}
