import OpytMarkup
import Testing

struct MarkdownHTMLTests {
  @Test(arguments: [
    (
      "Абзац, строки которого разбил программный редактор,\nв две строки",
      "<p>Абзац, строки которого разбил программный редактор,\nв две строки</p>\n"
    ),
    (
      "*а* _б_ **в** __г__ ***д***",
      "<p><em>а</em> <em>б</em> <strong>в</strong> <strong>г</strong> <em><strong>д</strong></em></p>\n"
    ),
    ("~~нет~~ ~да~", "<p><del>нет</del> ~да~</p>\n"),
    ("`код <b> & \"`", "<p><code>код &lt;b&gt; &amp; &quot;</code></p>\n"),
    ("раз  \nдва\\\nтри", "<p>раз<br>\nдва<br>\nтри</p>\n"),
    ("раз\n\n---\n\nдва", "<p>раз</p>\n<hr>\n<p>два</p>\n"),
    (
      "> цитата\n>\n> > глубже",
      "<blockquote>\n<p>цитата</p>\n<blockquote>\n<p>глубже</p>\n</blockquote>\n</blockquote>\n"
    ),
    // Code: fenced, with a language, indented.
    ("```\n<a> & \"\n```", "<pre tabindex=\"0\"><code>&lt;a&gt; &amp; &quot;\n</code></pre>\n"),
    ("~~~ swift extra\nlet x\n~~~", "<pre tabindex=\"0\"><code class=\"language-swift\">let x\n</code></pre>\n"),
    ("    код\n      глубже", "<pre tabindex=\"0\"><code>код\n  глубже\n</code></pre>\n"),
    ("```\n\n```", "<pre tabindex=\"0\"><code>\n</code></pre>\n"),
    // Lists: tight and loose, nested, numbered from anywhere.
    ("- раз\n- два", "<ul>\n<li>раз</li>\n<li>два</li>\n</ul>\n"),
    ("- раз\n\n- два", "<ul>\n<li><p>раз</p>\n</li>\n<li><p>два</p>\n</li>\n</ul>\n"),
    ("1. раз\n2. два", "<ol>\n<li>раз</li>\n<li>два</li>\n</ol>\n"),
    ("5) пять", "<ol start=\"5\">\n<li>пять</li>\n</ol>\n"),
    ("0. ноль", "<ol start=\"0\">\n<li>ноль</li>\n</ol>\n"),
    ("- раз\n  - два\n    1. три", "<ul>\n<li>раз<ul>\n<li>два<ol>\n<li>три</li>\n</ol>\n</li>\n</ul>\n</li>\n</ul>\n"),
    (
      "- раз\n\n  второй абзац\n- два",
      "<ul>\n<li><p>раз</p>\n<p>второй абзац</p>\n</li>\n<li><p>два</p>\n</li>\n</ul>\n"
    ),
    (
      "- > цитата\n- `код`",
      "<ul>\n<li><blockquote>\n<p>цитата</p>\n</blockquote>\n</li>\n<li><code>код</code></li>\n</ul>\n"
    ),
    ("- ", "<ul>\n<li></li>\n</ul>\n"),
    // Task lists.
    (
      "- [ ] дело\n- [x] сделано\n- просто",
      "<ul class=\"tasks\">\n<li><input type=\"checkbox\" disabled aria-label=\"не сделано\"> дело</li>\n"
        + "<li><input type=\"checkbox\" disabled checked aria-label=\"сделано\"> сделано</li>\n<li>просто</li>\n</ul>\n"
    ),
    // Tables: alignment, missing and superfluous cells, a head alone, a bar in a cell.
    (
      "| а | б | в | г |\n|---|:--|:-:|--:|\n| 1 | *2* | 3 | 4 |\n| 5 |\n| 6 | 7 | 8 | 9 |",
      "<div class=\"table\" tabindex=\"0\">\n<table>\n<thead>\n<tr><th scope=\"col\">а</th>"
        + "<th scope=\"col\" class=\"align-left\">б</th><th scope=\"col\" class=\"align-center\">в</th>"
        + "<th scope=\"col\" class=\"align-right\">г</th></tr>\n</thead>\n<tbody>\n"
        + "<tr><td>1</td><td class=\"align-left\"><em>2</em></td><td class=\"align-center\">3</td>"
        + "<td class=\"align-right\">4</td></tr>\n"
        + "<tr><td>5</td><td class=\"align-left\"></td><td class=\"align-center\"></td><td class=\"align-right\"></td></tr>\n"
        + "<tr><td>6</td><td class=\"align-left\">7</td><td class=\"align-center\">8</td>"
        + "<td class=\"align-right\">9</td></tr>\n</tbody>\n</table>\n</div>\n"
    ),
    (
      "а|б\n-|-",
      "<div class=\"table\" tabindex=\"0\">\n<table>\n<thead>\n<tr><th scope=\"col\">а</th><th scope=\"col\">б</th></tr>\n"
        + "</thead>\n</table>\n</div>\n"
    ),
    (
      "| а |\n|---|\n| `x \\| y` |",
      "<div class=\"table\" tabindex=\"0\">\n<table>\n<thead>\n<tr><th scope=\"col\">а</th></tr>\n</thead>\n<tbody>\n"
        + "<tr><td><code>x | y</code></td></tr>\n</tbody>\n</table>\n</div>\n"
    ),
    // Addresses without markup.
    (
      "https://example.org/п www.example.org a@b.ru <https://x.y> <a@b.ru>",
      "<p><a href=\"https://example.org/%D0%BF\">https://example.org/п</a> "
        + "<a href=\"http://www.example.org\">www.example.org</a> <a href=\"mailto:a@b.ru\">a@b.ru</a> "
        + "<a href=\"https://x.y\">https://x.y</a> <a href=\"mailto:a@b.ru\">a@b.ru</a></p>\n"
    ),
    // Links and images: inside the site an address stays open, outside it is printed.
    ("[т](a.md \"Загл \\\"x\\\"\")", "<p><a href=\"{a.md}\" title=\"Загл &quot;x&quot;\">т</a></p>\n"),
    ("[т](https://example.org/?a=1&b=2)", "<p><a href=\"https://example.org/?a=1&amp;b=2\">т</a></p>\n"),
    ("[*т* `к`](a.md)", "<p><a href=\"{a.md}\"><em>т</em> <code>к</code></a></p>\n"),
    ("[пусто]()", "<p><a href=\"{}\">пусто</a></p>\n"),
    ("[нет] и [нет][тоже]", "<p>[нет] и [нет][тоже]</p>\n"),
    (
      "![фото *огорода*\nи `окна`](o.jpg \"т\")",
      "<p><img src=\"{o.jpg}\" alt=\"фото огорода и окна\" loading=\"lazy\" title=\"т\"></p>\n"
    ),
    ("[![а](i.png)](a.md)", "<p><a href=\"{a.md}\"><img src=\"{i.png}\" alt=\"а\" loading=\"lazy\"></a></p>\n"),
    ("![а ![б](b.png) [в](c.md)](a.png)", "<p><img src=\"{a.png}\" alt=\"а б в\" loading=\"lazy\"></p>\n"),
    // Entities and escapes.
    ("&copy; &nbsp;&lt;b&gt; &#65; \\*а\\* &нет;", "<p>© \u{A0}&lt;b&gt; A *а* &amp;нет;</p>\n"),
    ("", ""), ("\n\n", ""),
  ])
  func construct(_ markdown: String, html: String) {
    #expect(Reading(body: markdown).html == html)
  }

  /// Nothing is invented or lost where several constructs meet.
  @Test func wholeText() throws {
    let reading = Reading(try golden("text.md"))
    try expectGolden(reading.html, "text.html")
    let outline = reading.document?.body.outline.map { "\($0.level) \($0.id) \($0.title)\n" } ?? []
    let links = reading.document?.body.links.map { link in
      "\(link.range.map(Reading.description) ?? "–") \(link.isImage ? "image" : "link") \(link.destination)\n"
    }
    try expectGolden(
      (outline + (links ?? []) + reading.problems.map { $0 + "\n" }).joined() + reading.plainText, "text.txt")
  }

  @Test func labelsOfAnotherLanguage() {
    let labels = BodyLabels(
      footnotes: "Footnotes", backToText: "Back to the text", done: "done", notDone: "not done")
    let html = Reading(body: "- [x] a\n- [ ] b[^1]\n\n[^1]: c", labels: labels).html
    #expect(html.contains("checked aria-label=\"done\""))
    #expect(html.contains("disabled aria-label=\"not done\""))
    #expect(html.contains("<section class=\"footnotes\" aria-label=\"Footnotes\">"))
    #expect(html.contains("aria-label=\"Back to the text\""))
  }

  @Test(arguments: [
    (
      "Раз[^1], два[^b], снова[^1].\n\n[^1]: Первая.\n[^b]: *Вторая*\n",
      "<p>Раз<sup><a href=\"#fn_1\" id=\"fnref_1\">1</a></sup>, два<sup><a href=\"#fn_2\" id=\"fnref_2\">2</a></sup>, "
        + "снова<sup><a href=\"#fn_1\" id=\"fnref_1-2\">1</a></sup>.</p>\n"
        + "<section class=\"footnotes\" aria-label=\"Сноски\">\n<ol>\n"
        + "<li id=\"fn_1\"><p>Первая. <a href=\"#fnref_1\" aria-label=\"Вернуться к тексту\">↩</a> "
        + "<a href=\"#fnref_1-2\" aria-label=\"Вернуться к тексту 2\">↩</a></p>\n</li>\n"
        + "<li id=\"fn_2\"><p><em>Вторая</em> <a href=\"#fnref_2\" aria-label=\"Вернуться к тексту\">↩</a></p>\n</li>\n"
        + "</ol>\n</section>\n"
    ),
    // A footnote that ends with a list has its way back too.
    (
      "А[^1].\n\n[^1]: Б\n\n    - в\n",
      "<p>А<sup><a href=\"#fn_1\" id=\"fnref_1\">1</a></sup>.</p>\n<section class=\"footnotes\" aria-label=\"Сноски\">\n<ol>\n"
        + "<li id=\"fn_1\"><p>Б</p>\n<ul>\n<li>в</li>\n</ul>\n"
        + "<p> <a href=\"#fnref_1\" aria-label=\"Вернуться к тексту\">↩</a></p>\n</li>\n</ol>\n</section>\n"
    ),
    // A link can't stand in a link.
    (
      "[а[^1]](b.md)\n\n[^1]: В",
      "<p><a href=\"{b.md}\">а<sup id=\"fnref_1\">1</sup></a></p>\n<section class=\"footnotes\" aria-label=\"Сноски\">\n<ol>\n"
        + "<li id=\"fn_1\"><p>В <a href=\"#fnref_1\" aria-label=\"Вернуться к тексту\">↩</a></p>\n</li>\n</ol>\n</section>\n"
    ),
    // A reference in an image's description is not there to come back to.
    (
      "![а[^1]](b.png)\n\n[^1]: В",
      "<p><img src=\"{b.png}\" alt=\"а\" loading=\"lazy\"></p>\n<section class=\"footnotes\" aria-label=\"Сноски\">\n<ol>\n"
        + "<li id=\"fn_1\"><p>В</p>\n</li>\n</ol>\n</section>\n"
    ),
    ("Нет[^1].", "<p>Нет[^1].</p>\n"),
  ])
  func footnotes(_ markdown: String, html: String) {
    #expect(Reading(body: markdown).html == html)
  }

  /// Every id that a link leads to is there, and is there once.
  @Test func footnoteIDsAndLinksMatch() throws {
    let html = Reading(try golden("text.md")).html
    let ids = html.split(separator: " id=\"").dropFirst().compactMap { $0.split(separator: "\"").first }
    let targets = html.split(separator: " href=\"#").dropFirst().compactMap { $0.split(separator: "\"").first }
    #expect(Set(ids).count == ids.count)
    #expect(targets.count > 4)
    #expect(Set(targets).subtracting(ids) == [])
  }
}
