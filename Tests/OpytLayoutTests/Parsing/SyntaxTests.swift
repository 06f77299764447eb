import OpytDiagnostics
import OpytLayout
import SampleTexts
import Testing

@Suite("Syntax of layouts")
struct SyntaxTests {
  @Test(arguments: [
    ("{{#isDraft}}x", ["layout-unclosed page.mustache:1:1-13"]),
    ("\n\n  {{^isDraft}}x", ["layout-unclosed page.mustache:3:3-15"]),
    ("{{#isDraft}}{{#tags}}{{/isDraft}}", ["layout-unclosed page.mustache:1:13-22"]),
    ("{{#tags}}x{{/tgas}}", ["layout-syntax page.mustache:1:11-20 {{/tags}}"]),
    ("x{{/tags}}", ["layout-syntax page.mustache:1:2-11"]),
    ("{{#a}}{{#b}}{{/b}}", ["layout-unclosed page.mustache:1:1-7"]),
    ("абв {{title", ["layout-unclosed page.mustache:1:5-7"]),
    ("{{title <b>{{count}}</b>", ["layout-unclosed page.mustache:1:1-3"]),
    ("{{! заметка", ["layout-unclosed page.mustache:1:1-3"]),
    ("{{}}", ["layout-syntax page.mustache:1:1-5"]), ("{{# }}", ["layout-syntax page.mustache:1:1-7"]),
    ("{{{title}}}", ["layout-syntax page.mustache:1:1-12 {{title}}"]),
    ("{{{title}}", ["layout-syntax page.mustache:1:1-11 {{title}}"]),
    ("{{& title }}", ["layout-syntax page.mustache:1:1-13 {{title}}"]),
    ("{{=<% %>=}}<%& title %>", ["layout-syntax page.mustache:1:12-24 {{title}}"]),
    ("{{my title}}", ["layout-syntax page.mustache:1:1-13"]),
    ("{{#my tags}}{{/my tags}}", ["layout-syntax page.mustache:1:1-13"]),
    ("{{author..name}}", ["layout-syntax page.mustache:1:1-17"]), ("{{.name}}", ["layout-syntax page.mustache:1:1-10"]),
    ("{{#author.}}{{/author.}}", ["layout-syntax page.mustache:1:1-13"]),
    ("{{>*part}}", ["layout-syntax page.mustache:1:1-11"]),
    ("{{=<%=}}", ["layout-syntax page.mustache:1:1-9"]), ("{{=<% %> x=}}", ["layout-syntax page.mustache:1:1-14"]),
    ("{{=<% %>}}", ["layout-syntax page.mustache:1:1-11"]), ("{{= = == =}}", ["layout-syntax page.mustache:1:1-13"]),
    ("{{<base}}{{$b}}1{{/b}}{{$b}}2{{/b}}{{/base}}", ["layout-syntax page.mustache:1:23-29"]),
    (
      "{{<base}} слова {{title}}{{/base}}",
      [
        "layout-syntax page.mustache:1:11-16", "layout-syntax page.mustache:1:17-26",
      ]
    ),
    // All of them in one run, with other problems.
    (
      "{{{a}}}\n{{#x}}\n{{my title}}\n<p {{title}}>\n{{/y}}",
      [
        "layout-syntax page.mustache:1:1-8 {{a}}", "layout-unknown-name page.mustache:2:1-7",
        "layout-syntax page.mustache:3:1-13", "layout-context page.mustache:4:4-13",
        "layout-syntax page.mustache:5:1-7 {{/x}}",
      ]
    ),
  ])
  func problems(_ page: String, _ expected: [String]) {
    let found = TestPage.compile(page, ["base": "{{$b}}{{/b}}"]).filter {
      // `a` and `b` are no names: here only syntax counts.
      !$0.hasPrefix("layout-unknown-name") || expected.contains($0)
    }
    #expect(found == expected)
  }

  @Test
  func notesShowTheOpening() {
    let diagnostics = library("{{#tags}}\n{{/tgas}}").syntaxDiagnostics()
    #expect(diagnostics.first?.notes.first?.location?.range?.start == SourcePosition(line: 1, column: 1))
    let crossed = library("{{#isDraft}}\n{{#tags}}\n{{/isDraft}}").syntaxDiagnostics()
    #expect(crossed.first?.notes.first?.location?.range?.start == SourcePosition(line: 3, column: 1))
  }

  @Test
  func lostTextIsAWarning() {
    let (layout, diagnostics) = library("{{<base}}слова{{/base}}", ["base": "x"]).compile("page", for: TestPage.type)
    #expect(layout != nil)
    #expect(diagnostics.map(\.severity) == [.warning])
  }

  @Test(arguments: [
    ([0x41, 0x0A, 0xFF, 0x42], "encoding-invalid l:2:1-2"), ([0xD0, 0x9F, 0xD0], "encoding-invalid l:1:2-3"),
    ([0x41, 0x00], "control-character l:1:2-3"), ([0xED, 0xA0, 0x80], "encoding-invalid l:1:1-2"),
  ])
  func badBytes(_ bytes: [UInt8], _ expected: String) {
    let library = LayoutLibrary(sources: [LayoutSource(name: "l", file: "l", bytes: bytes)])
    #expect(library.syntaxDiagnostics().map(summary) == [expected])
    #expect(library.compile("l", for: TestPage.type).layout == nil)
  }

  @Test
  func nestingIsBounded() {
    let page = String(repeating: "{{#isDraft}}", count: 5000)
    #expect(TestPage.compile(page) == ["layout-syntax page.mustache:1:1201-1213"])
    let fine = String(repeating: "{{#isDraft}}", count: 100) + String(repeating: "{{/isDraft}}", count: 100)
    #expect(TestPage.compile(fine) == [])
    // Files that are deep each, inside each other.
    let others = (0..<10).map { index in
      let open = String(repeating: "{{#isDraft}}", count: 90)
      let close = String(repeating: "{{/isDraft}}", count: 90)
      return ("p\(index)", index == 9 ? "x" : "\(open){{>p\(index + 1)}}\(close)")
    }
    let codes = library("{{>p0}}", Dictionary(uniqueKeysWithValues: others)).compile("page", for: TestPage.type)
      .diagnostics.map(\.code)
    #expect(codes == [.layoutSyntax])
  }

  /// Random slips never crash the compiler, and always end in a layout or an error.
  @Test
  func slipsGiveALayoutOrAnError() {
    let page = """
      {{<base}}
        {{$title}}{{title}} – {{count}}{{/title}}
        {{$main}}
          {{#cards}}<a href="{{address}}" class="card{{#author}} by{{/author}}">{{title}}</a>{{/cards}}
          {{^cards}}<p>{{! пусто }}нет</p>{{/cards}}
          {{=<% %>=}}<%> part %><%={{ }}=%>
        {{/main}}
      {{/base}}
      """
    let base = "<title>{{$title}}Сайт{{/title}}</title>\r\n<main>\n  {{$main}}\n  {{/main}}\n</main>\n"
    let part = "<ul>{{#tags}}<li>{{.}}</li>{{/tags}}</ul>{{body}}"
    #expect(TestPage.compile(page, ["base": base, "part": part]) == [])
    var random = SplitMix64(seed: 2026)
    let pieces = [
      "{{", "}}", "{{/", "#", "<", ">", "\"", "=", "\n", "{{#", "{{<", "{{$", "\u{600}", ".", " ", "-->", "'",
    ]
    .map { Array($0.utf8) }
    var (failed, compiled) = (0, 0)
    while failed + compiled < 1000 {
      var texts = [page, base, part].map { Array($0.utf8) }
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let which = Int.random(in: 0..<3, using: &random)
        let at = Int.random(in: 0..<texts[which].count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: texts[which].remove(at: at)
        case 1: texts[which].insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: at)
        case 2: texts[which][at] = UInt8.random(in: 0...255, using: &random)
        default: texts[which].removeSubrange(at..<min(at + 8, texts[which].count))
        }
        if texts[which].isEmpty { texts[which] = [0x41] }
      }
      let sources = zip(["page", "base", "part"], texts).map { LayoutSource(name: $0, file: $0, bytes: $1) }
      let (layout, diagnostics) = LayoutLibrary(sources: sources).compile("page", for: TestPage.type)
      #expect((layout == nil) == diagnostics.containsErrors)
      _ = layout?.string(TestPage.sample)
      if layout == nil { failed += 1 } else { compiled += 1 }
    }
    #expect(failed > 100)
    #expect(compiled > 10)
  }
}
