import Foundation
import OpytMarkup
import Testing

/// The words of texts are set as Russian is; what is not words is left alone.
@Suite struct BodyTypographyTests {
  /// `~` stands for a no-break space.
  @Test(arguments: [
    // Across markup.
    ("в **саду**", "<p>в~<strong>саду</strong></p>\n"), ("*в* саду", "<p><em>в</em>~саду</p>\n"),
    ("**сад**у мамы", "<p><strong>сад</strong>у мамы</p>\n"),
    ("**Цель** - рост", "<p><strong>Цель</strong>~— рост</p>\n"),
    ("\"**Ёлка**\"", "<p>«<strong>Ёлка</strong>»</p>\n"),
    ("«Сад [«Ёлка»](a.md)»", "<p>«Сад <a href=\"{a.md}\">„Ёлка“</a>»</p>\n"),
    ("5 *лет*", "<p>5~<em>лет</em></p>\n"), ("**Лук - *это* сад**", "<p><strong>Лук~— <em>это</em> сад</strong></p>\n"),
    ("слово[^1] - вот\n\n[^1]: а", nil),
    ("– Кто?  \n– Мы!", "<p>—~Кто?<br>\n—~Мы!</p>\n"),
    // A quote that is left open ends with its paragraph.
    ("\"Лук\n\n\"Ёлка\"", "<p>«Лук</p>\n<p>«Ёлка»</p>\n"),
    // Not in code, nor in addresses, nor in ids.
    ("`a - \"б\"...` - это", "<p><code>a - &quot;б&quot;...</code>~— это</p>\n"),
    ("```\nв саду - \"лук\"\n```", "<pre tabindex=\"0\"><code>в саду - &quot;лук&quot;\n</code></pre>\n"),
    ("<https://example.org/a...b>", "<p><a href=\"https://example.org/a...b\">https://example.org/a...b</a></p>\n"),
    ("[план](план%20-%20в%20саду.pdf)", "<p><a href=\"{план - в саду.pdf}\">план</a></p>\n"),
    ("## В саду № 5 - \"лук\"", "<h2 id=\"v-sadu-5-luk\">В~саду №~5~— «лук»</h2>\n"),
    ("- в саду", "<ul>\n<li>в~саду</li>\n</ul>\n"),
    // Descriptions and titles of pictures are words.
    (
      "![куст в \"саду\"](a.png \"№ 8\")",
      "<p><img src=\"{a.png}\" alt=\"куст в~«саду»\" loading=\"lazy\" title=\"№~8\"></p>\n"
    ),
    ("<div>Сад № 6</div>", "<p>Сад №~6</p>\n"),
    // Nothing of it makes markup.
    ("\"<b>\" & 'a'", nil), ("\"\u{301}<", nil),
  ])
  func wordsAreSet(markdown: String, expected: String?) {
    let reading = Reading(russianBody: markdown)
    if let expected {
      #expect(reading.html.removingPercentEncoding == expected.replacing("~", with: "\u{A0}"))
    } else {
      #expect(!reading.html.contains("<b>") && !reading.html.contains("~"))
    }
  }

  /// Where lines are wrapped: those that an author ended on purpose are longer apart than that.
  @Test(
    arguments: [
      ("растём в\nсаду", "растём в~саду"), ("сад\nлето", "сад\nлето"), ("5\nлет", "5~лет"),
      ("сад -\nлето", "сад~—\nлето"), ("сад\n– лето", "сад~— лето"), ("в\n**саду**", "в~<strong>саду</strong>"),
    ])
  func wordsAreSetAtTheEndsOfLines(markdown: String, expected: String) {
    let start = "Это начало абзаца, строки которого переносит программа: "
    let html = Reading(russianBody: start + markdown).html.replacing("\u{A0}", with: "~")
    #expect(html.hasSuffix(expected + "</p>\n"))
  }

  @Test func longWordsOfTablesMayBreak() {
    let table =
      "| Исследовательская | в саду |\n|---|---|\n| **экспериментирование** | `экспериментирование` |\n\nэкспериментирование"
    let html = Reading(russianBody: table).html
    #expect(html.contains("<th scope=\"col\">Иссле\u{AD}до\u{AD}ва\u{AD}тель\u{AD}ская</th>"))
    #expect(html.contains("<td><strong>экспе\u{AD}ри\u{AD}мен"))
    #expect(html.contains("<code>экспериментирование</code>"))
    #expect(html.contains("<p>экспериментирование</p>"), "not in running text")
    #expect(!Reading(russianBody: table, style: .letter).html.contains("\u{AD}"))
  }

  /// What other pages quote of a text, and the ids of its headings, are the author's.
  @Test func plainTextIsAsItWasWritten() throws {
    let body = try #require(Reading(russianBody: "## В саду - \"лук\"\n\nв саду...").document).body
    #expect(body.outline.map(\.title) == ["В саду - \"лук\""])
    #expect(String(decoding: body.plainText, as: UTF8.self).contains("в саду..."))
  }

  @Test func otherLanguagesAreLeftAsTheyWereWritten() {
    #expect(Reading(body: "\"A\" - № 5...").html == "<p>&quot;A&quot; - № 5...</p>\n")
  }
}
