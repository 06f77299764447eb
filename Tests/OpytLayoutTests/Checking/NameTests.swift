import OpytDiagnostics
import OpytLayout
import Testing

@Suite("Names")
struct NameTests {
  @Test(arguments: [
    ("{{titel}}", ["layout-unknown-name page.mustache:1:1-10 title"]),
    ("Это\r\n  {{#crads}}x{{/crads}}", ["layout-unknown-name page.mustache:2:3-13 cards"]),
    ("{{^isDarft}}x{{/isDarft}}", ["layout-unknown-name page.mustache:1:1-13 isDraft"]),
    ("{{author.nmae}}", ["layout-unknown-name page.mustache:1:1-16 author.name"]),
    ("{{autor.name}}", ["layout-unknown-name page.mustache:1:1-15 author.name"]),
    ("{{#author}}{{nmae}}{{/author}}", ["layout-unknown-name page.mustache:1:12-20 name"]),
    (
      "{{#cards}}{{adress}} {{cuont}}{{/cards}}",
      [
        "layout-unknown-name page.mustache:1:11-21 address", "layout-unknown-name page.mustache:1:22-31 count",
      ]
    ),
    ("{{qwertyuiop}}", ["layout-unknown-name page.mustache:1:1-15"]),
    ("{{title.x}}", ["layout-unknown-name page.mustache:1:1-12"]),
    ("{{cards.title}}", ["layout-unknown-name page.mustache:1:1-16"]),
    ("<p>Ёжик е\u{301} {{titel}}", ["layout-unknown-name page.mustache:1:12-21 title"]),
    ("\u{FEFF}{{titel}}", ["layout-unknown-name page.mustache:1:1-10 title"]),
    // A former resolution is final: the outer `author` doesn't help.
    ("{{#cards}}{{author.tagz}}{{/cards}}", ["layout-unknown-name page.mustache:1:11-26 author.tags"]),
    // Inside a section with an unknown name anything may be meant: only the section is told.
    (
      "{{#crads}}{{titel}}{{author.nmae}}{{#x}}{{.}}{{/x}}{{/crads}}{{titel}}",
      [
        "layout-unknown-name page.mustache:1:1-11 cards", "layout-unknown-name page.mustache:1:62-71 title",
      ]
    ),
    // Inverted sections push nothing.
    ("{{^author}}{{name}}{{/author}}", ["layout-unknown-name page.mustache:1:12-20"]),
  ])
  func unknown(_ page: String, _ expected: [String]) {
    #expect(TestPage.compile(page) == expected)
  }

  @Test
  func oneProblemThroughManyInclusionsIsToldOnce() {
    let page = "{{>part}}{{#cards}}{{>part}}{{/cards}}{{>other}}"
    let (_, diagnostics) = library(page, ["part": "{{titel}}", "other": "{{>part}}"]).compile(
      "page", for: TestPage.type)
    #expect(diagnostics.map(summary) == ["layout-unknown-name part.mustache:1:1-10 title"])
    #expect(diagnostics.first?.notes.map(\.location?.file) == ["page.mustache"])
  }

  @Test
  func oneProblemThroughManyRootsIsToldOnce() {
    let sources = ["a", "b"].map { LayoutSource(name: $0, file: $0, text: "{{>part}}") }
    let part = LayoutSource(name: "part", file: "part", text: "{{titel}}")
    let unused = LayoutSource(name: "unused", file: "unused", text: "{{#x}}")
    let fine = LayoutSource(name: "fine", file: "fine", text: "{{title}}")
    let compilation = LayoutLibrary(sources: sources + [part, unused, fine]).compile(
      ["a", "b", "fine"].map { (name: $0, type: TestPage.type) })
    #expect(
      compilation.diagnostics.map(summary) == [
        "layout-unknown-name part:1:1-10 title", "layout-unclosed unused:1:1-7",
      ])
    #expect(Set(compilation.layouts.keys) == ["fine"])
    #expect(compilation.usedLayouts == ["a", "b", "part", "fine"])
  }

  @Test(arguments: [
    ("{{>crad}}", "layout-missing page.mustache:1:1-10 card"),
    ("\n {{<crad}}{{/crad}}", "layout-missing page.mustache:2:2-11 card"),
    ("{{>page}}", "layout-recursive page.mustache:1:1-10"),
    ("{{>loop}}", "layout-recursive loop.mustache:1:13-22"),
    ("{{<card}}{{$boddy}}x{{/boddy}}{{/card}}", "layout-unknown-name page.mustache:1:10-20 body"),
  ])
  func otherLayouts(_ page: String, _ expected: String) {
    let others = ["card": "{{$body}}{{/body}}", "loop": "<p>{{^tags}}{{>loop}}{{/tags}}"]
    #expect(TestPage.compile(page, others) == [expected])
  }

  @Test
  func aCircleIsNamedAndToldOnce() {
    let sources = [("a", "{{>b}}"), ("b", "{{>c}}"), ("c", "{{<b}}{{/b}}")].map {
      LayoutSource(name: $0.0, file: $0.0, text: $0.1)
    }
    let diagnostics = LayoutLibrary(sources: sources).compile(["a", "b", "c"].map { (name: $0, type: TestPage.type) })
      .diagnostics
    #expect(diagnostics.map(summary) == ["layout-recursive c:1:1-7"])
    #expect(diagnostics.first?.message.russian.contains("b → c → b") == true)
  }

  @Test
  func aMissingRootIsTold() {
    let (layout, diagnostics) = library("x").compile("pgae", for: TestPage.type)
    #expect(layout == nil)
    #expect(diagnostics.map(summary) == ["layout-missing pgae page"])
  }

  @Test
  func tooManyInclusionsAreTold() {
    let deep = (0..<60).map { ("p\($0)", "{{>p\($0 + 1)}}") } + [("p60", "x")]
    #expect(
      TestPage.compile("{{>p0}}", Dictionary(uniqueKeysWithValues: deep)) == [
        "layout-recursive p48.mustache:1:1-9"
      ])
  }

  @Test(arguments: ["", "x", "{{title}}"])
  func doublingIsStopped(_ last: String) {
    let doubling = (0..<40).map { ("p\($0)", "{{>p\($0 + 1)}}{{>p\($0 + 1)}}") } + [("p40", last)]
    let codes = library("{{>p0}}", Dictionary(uniqueKeysWithValues: doubling)).compile("page", for: TestPage.type)
      .diagnostics.map(\.code)
    #expect(codes == [.layoutRecursive])
  }
}
