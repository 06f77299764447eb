import OpytLayout
import OpytText
import Testing

@Suite("Printing")
struct RenderingTests {
  @Test(arguments: [
    ("{{title}} {{count}} {{address}} {{body}}", "Огород &amp; «дом» 3 proekty/ogorod.html <p>Разметка</p>"),
    ("{{#cards}}{{title}} – {{author.name}}, {{count}}; {{/cards}}", "Карточка 1 – Оля, 3; Карточка 2 – Оля, 3; "),
    ("{{#cards}}{{#author}}{{name}} {{title}} {{/author}}{{/cards}}", "Оля Карточка 1 Оля Карточка 2 "),
    ("{{#count}}{{.}}{{/count}}{{#title}}[{{.}}]{{/title}}", "3[Огород &amp; «дом»]"),
    (
      "{{#cards}}{{#tags}}{{.}}{{title}} {{/tags}}{{/cards}}",
      "средаКарточка 1 &lt;дом&gt;Карточка 1 средаКарточка 2 &lt;дом&gt;Карточка 2 "
    ),
    // What is absent prints nothing and opens nothing.
    ("[{{author.name}}{{#author}}x{{/author}}{{#isDraft}}x{{/isDraft}}{{#links}}x{{/links}}]", "[]"),
    (
      "[{{^author}}1{{/author}}{{^isDraft}}2{{/isDraft}}{{^links}}3{{/links}}{{^author.name}}4{{/author.name}}]",
      "[1234]"
    ),
    ("<a href=\"{{#author}}{{page}}{{/author}}{{^author}}index.html{{/author}}\">", "<a href=\"index.html\">"),
    // Standalone lines and CRLF.
    (
      "<ul>\r\n  {{#tags}}\r\n  <li>{{.}}</li>\r\n  {{/tags}}\r\n</ul>\r\n",
      "<ul>\r\n  <li>среда</li>\r\n  <li>&lt;дом&gt;</li>\r\n</ul>\r\n"
    ),
    ("\u{FEFF}{{title}}", "Огород &amp; «дом»"), ("", ""),
  ])
  func prints(_ page: String, _ expected: String) {
    #expect(TestPage.render(page) == expected)
  }

  /// A combining mark or U+0600 joins the sign before or after it into one Character: escaping must not notice.
  @Test(
    arguments: ["\u{600}", "\u{301}", "\u{200D}", "\u{FE0F}", "\u{E0001}", "\u{1F1F7}", ""], ["<", ">", "\"", "'", "&"])
  func signsStayEscaped(_ mark: String, _ sign: String) throws {
    let type = RecordType([("x", .text)])
    let layout = try #require(library("<p title=\"{{x}}\">{{x}}</p>").compile("page", for: type).layout)
    for text in [mark + sign, sign + mark, mark + sign + mark + sign] {
      let escaped = try #require(["<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;", "&": "&amp;"][sign])
      let expected = String(
        decoding: text.utf8.flatMap { $0 == sign.utf8.first ? Array(escaped.utf8) : [$0] }, as: UTF8.self)
      let printed = layout.string(type.value { $0["x"] = .text(text) })
      #expect(Array(printed.utf8) == Array("<p title=\"\(expected)\">\(expected)</p>".utf8))
    }
  }

  @Test
  func closingTagsInTextAreInert() throws {
    let layout = try #require(library("<title>{{title}}</title>{{title}}").compile("page", for: TestPage.type).layout)
    let printed = layout.string(TestPage.type.value { $0["title"] = .text("</title></script><script>") })
    let inert = "&lt;/title&gt;&lt;/script&gt;&lt;script&gt;"
    #expect(printed == "<title>\(inert)</title>\(inert)")
  }

  @Test
  func bigLoopsAreExact() throws {
    let type = RecordType([("rows", .list(.list(.number)))])
    let layout = try #require(
      library("{{#rows}}<tr>{{#.}}<td>{{.}}</td>{{/.}}</tr>\n{{/rows}}").compile("page", for: type).layout)
    let rows = (0..<500).map { row in (0..<100).map { row * 100 + $0 } }
    let value = type.value { $0["rows"] = .list(rows.map { .list($0.map(LayoutValue.number)) }) }
    let expected = rows.map { row in "<tr>" + row.map { "<td>\($0)</td>" }.joined() + "</tr>\n" }.joined()
    var buffer = OutputBuffer()
    layout.render(value, into: &buffer)
    #expect(buffer.bytes == Array(expected.utf8))
    buffer.reset()
    layout.render(value, into: &buffer)
    #expect(buffer.bytes == Array(expected.utf8))
  }

  /// A page is written into memory that grows with it: whatever happens to stand at the end of it is printed whole.
  @Test(arguments: 4060..<4100)
  func nothingIsLostWhereMemoryEnds(length: Int) throws {
    let layout = try #require(
      library("{{title}}{{count}}{{body}}буквы{{address}}{{author.name}}").compile("page", for: TestPage.type).layout)
    for title in [String(repeating: "x", count: length), String(repeating: "x", count: length - 4) + "<<<"] {
      let value = TestPage.type.value { page in
        page["title"] = .text(title)
        page["count"] = .number(.min)
        page["body"] = .html(HTMLFragment(trusted: Array("<p>Разметка</p>".utf8)))
        page["address"] = .url(WebAddress(relative: "a.html?b&c"))
        page["author"] = TestPage.author.value { $0["name"] = .text("Оля & \"Петя\" из сада") }
      }
      let expected =
        title.split(separator: "<", omittingEmptySubsequences: false).joined(separator: "&lt;")
        + "-9223372036854775808<p>Разметка</p>буквыa.html?b&amp;cОля &amp; &quot;Петя&quot; из сада"
      #expect(layout.string(value) == expected)
    }
  }

  @Test(arguments: [0, 7, 10, 99, 100, -1, -10, .max, .min])
  func numbers(_ number: Int) throws {
    let layout = try #require(library("{{n}}").compile("page", for: RecordType([("n", .number)])).layout)
    #expect(layout.string(.record([.number(number)])) == String(number))
  }

  @Test
  func oneLayoutServesManyThreads() async throws {
    let layout = try #require(
      library("{{#cards}}<a href=\"{{address}}\">{{title}}</a>{{/cards}}").compile("page", for: TestPage.type).layout)
    let expected = layout.string(TestPage.sample)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 { group.addTask { (0..<100).allSatisfy { _ in layout.string(TestPage.sample) == expected } } }
      for await same in group { #expect(same) }
    }
  }

  @Test
  func indentationLeavesValuesAlone() {
    // Not in a quoted value, not in raw text, not on a blank line.
    let part = "<p title=\"a\nb\">\n\n<style>\na {}\n</style>\n<b>{{title}}</b>\n"
    #expect(
      TestPage.render("  {{>part}}\n", ["part": part])
        == "  <p title=\"a\nb\">\n\n  <style>\na {}\n</style>\n  <b>Огород &amp; «дом»</b>\n")
  }

  @Test
  func aPageOfAMasterLayout() {
    let base = """
      <!doctype html>
      <title>{{$title}}Сайт{{/title}}</title>
      <main>
        {{$main}}
        {{/main}}
      </main>

      """
    let page = """
      {{<base}}
        {{$title}}{{title}}{{/title}}
        {{$main}}
          <ul>
            {{#cards}}
            <li>{{title}}</li>
            {{/cards}}
          </ul>
        {{/main}}
      {{/base}}

      """
    #expect(
      TestPage.render(page, ["base": base]) == """
        <!doctype html>
        <title>Огород &amp; «дом»</title>
        <main>
          <ul>
            <li>Карточка 1</li>
            <li>Карточка 2</li>
          </ul>
        </main>

        """)
  }

  @Test
  func aBlockInsideItsOwnArgumentIsTheDefault() {
    #expect(
      TestPage.render("{{<base}}{{$b}}[{{$b}}внутри{{/b}}]{{/b}}{{/base}}", ["base": "{{$b}}обычно{{/b}}"])
        == "[внутри]")
  }
}
