import OpytMarkup
import Testing

/// A text as a letter needs it, and its paragraphs as a message does.
@Suite struct LetterTests {
  @Test(arguments: [
    // Pictures are told in words, whether they are there or from outside.
    ("До ![лук & «чеснок»](luk.png \"т\") после", "<p>До лук &amp; «чеснок» после</p>\n"),
    ("![](luk.png)", "<p></p>\n"),
    ("![чужая](https://example.org/a.png)", "<p>чужая</p>\n"),
    ("[![лук](luk.png)](a.md)", "<p><a href=\"{a.md}\">лук</a></p>\n"),
    ("![а ![б](b.png) [в](c.md)](a.png)", "<p>а б в</p>\n"),
    // Boxes to tick are signs.
    ("- [x] раз\n- [ ] два", "<ul class=\"tasks\">\n<li>☑ раз</li>\n<li>☐ два</li>\n</ul>\n"),
    // Nothing waits for the keys.
    ("```\nкод\n```", "<pre><code>код\n</code></pre>\n"),
    (
      "| а |\n|---|",
      "<div class=\"table\">\n<table>\n<thead>\n<tr><th scope=\"col\">а</th></tr>\n</thead>\n</table>\n</div>\n"
    ),
    // All else is as on a page.
    (
      "[сайт](https://example.org/) и *[кейс](a.md)*",
      "<p><a href=\"https://example.org/\">сайт</a> и <em><a href=\"{a.md}\">кейс</a></em></p>\n"
    ),
  ])
  func nothingIsFetchedOrClicked(markdown: String, html: String) {
    #expect(Reading(body: markdown, style: .letter).html == html)
  }

  /// A link's number is the same in both styles, or it would lead to where another one does.
  @Test func linksKeepTheirNumbers() {
    let text = "![а](a.png) [б](b.md) ![в](c.png) [г](d.md)"
    let (page, letter) = (Reading(body: text), Reading(body: text, style: .letter))
    #expect(letter.document?.body.links.map(\.destination) == page.document?.body.links.map(\.destination))
    #expect(letter.document?.body.html.holes.map(\.link) == [1, 3])
    #expect(letter.problems == page.problems)
  }

  @Test(arguments: [
    ("Раз *два*\n`три` & <ч>  \nпять\n\nДругой абзац.", ["Раз два три & <ч> пять", "Другой абзац."]),
    (
      "# Заголовок\n\nТекст.\n\n- пункт\n\n  абзац пункта\n\n> цитата\n\n| а |\n|---|\n| б |\n\nКонец.",
      ["Текст.", "Конец."]
    ),
    ("До ![лук](luk.png) после, ![](x.png)\n\n![один](a.png)", ["До после,"]),
    ("Раз[^1] и\u{A0}два.\n\n[^1]: Сноска.\n", ["Раз и\u{A0}два."]),
    ("<div>Из <b>HTML</b></div>\n\nа<br>б\n\n<!-- нет -->\n\n```\nкод\n```", ["Из HTML", "а б"]),
    ("&lt;b&gt; &amp;amp; \"'", ["<b> &amp; \"'"]), ("", []),
  ])
  func paragraphsHaveNoMarkup(markdown: String, paragraphs: [String]) {
    #expect(Reading(body: markdown, style: .letter).document?.body.paragraphs == paragraphs)
    #expect(Reading(body: markdown).document?.body.paragraphs == [])
  }
}
