import OpytMarkup
import Testing

struct HeadingTests {
  @Test(arguments: [
    ("# Ход работы", ["2 khod-raboty Ход работы"]),
    // Levels are what is nested, not what is numbered: none is skipped, the page's title is level 1.
    ("# А\n### Б\n## В\n# Г", ["2 a А", "3 b Б", "3 v В", "2 g Г"]),
    ("### А\n# Б\n## В", ["2 a А", "2 b Б", "3 v В"]),
    ("# 1\n## 2\n### 3\n#### 4\n##### 5\n###### 6", ["2 1 1", "3 2 2", "4 3 3", "5 4 4", "6 5 5", "6 6 6"]),
    ("###### А\n###### Б", ["2 a А", "2 b Б"]),
    ("Сетекст\n===\n\nВторой\n---", ["2 setekst Сетекст", "3 vtoroy Второй"]),
    ("> # В цитате\n\n- # В списке", ["2 v-tsitate В цитате", "2 v-spiske В списке"]),
    ("# А #  \n#не заголовок\n\n####### и это", ["2 a А"]),
    // Markup in a heading is not in its title or id.
    ("# Про *окно* и `код` [тут](a.md)[^1]\n\n[^1]: б", ["2 pro-okno-i-kod-tut Про окно и код тут"]),
    ("# ![План](p.png)", ["2 plan План"]),
    ("# A &amp; B", ["2 a-b A & B"]),
    // A heading without words.
    ("#\n\n# –", ["2 razdel –"]),
    // The same words, and words that collide with a numbered id.
    (
      "# Итоги\n# Итоги\n# Итоги 2\n# Итоги",
      ["2 itogi Итоги", "2 itogi-2 Итоги", "2 itogi-2-2 Итоги 2", "2 itogi-3 Итоги"]
    ),
    ("# Ёж\n# Еж\n# Ёж", ["2 yozh Ёж", "2 ezh Еж", "2 yozh-2 Ёж"]),
    // Ids of layouts and footnotes have a `_`, so no heading needs to give way.
    (
      "# opyt menu\n# fn 1\n# fnref 1\n# fnord",
      ["2 opyt-menu opyt menu", "2 fn-1 fn 1", "2 fnref-1 fnref 1", "2 fnord fnord"]
    ),
    // й in NFD makes the id that й in NFC makes.
    ("# и\u{306}од", ["2 yod и\u{306}од"]),
  ])
  func outline(_ markdown: String, headings: [String]) {
    let body = Reading(body: markdown).document?.body
    #expect(body?.outline.map { "\($0.level) \($0.id) \($0.title)" } == headings)
  }

  @Test func html() {
    #expect(
      Reading(body: "# Про [тут](a.md) и [там](b.md)\n\n## `Код` и ![ф](f.png)").html
        == "<h2 id=\"pro-tut-i-tam\">Про <a href=\"{a.md}\">тут</a> и <a href=\"{b.md}\">там</a></h2>\n"
        + "<h3 id=\"kod-i-f\"><code>Код</code> и <img src=\"{f.png}\" alt=\"ф\" loading=\"lazy\"></h3>\n")
    #expect(Reading(body: "#\n\nтекст").html == "<p>текст</p>\n")
  }

  /// Every id of the outline stands in the HTML once, whatever the headings say.
  @Test func idsAreUnique() {
    let words = ["Итоги", "Итоги 2", "итоги-2", "razdel", "", "–", "fn-1", "Раздел fn 1"]
    let markdown = (0..<200).map { "# \(words[$0 % words.count])\n" }.joined(separator: "\n")
    let reading = Reading(body: markdown)
    let ids = reading.document?.body.outline.map(\.id) ?? []
    #expect(ids.count == 175)
    #expect(Set(ids).count == ids.count)
    for id in ids { #expect(reading.html.contains("<h2 id=\"\(id)\">")) }
  }
}
