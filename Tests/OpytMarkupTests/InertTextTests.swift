import OpytDiagnostics
import OpytMarkup
import Testing

/// Nothing an author writes becomes markup of its own.
struct InertTextTests {
  // MARK: Raw HTML

  @Test(arguments: [
    ("до <b>слово</b> после", "<p>до слово после</p>\n", ["3:4–3:7", "3:12–3:16"]),
    ("раз<br>два<BR/>три", "<p>раз два три</p>\n", ["3:4–3:8", "3:11–3:16"]),
    ("до <img src=x onerror=alert(1)> после", "<p>до  после</p>\n", ["3:4–3:32"]),
    ("до <script>alert(1)</script> после", "<p>до alert(1) после</p>\n", ["3:4–3:12", "3:20–3:29"]),
    (
      "- ёж <i>раз</i>\n- <i>два</i>", "<ul>\n<li>ёж раз</li>\n<li>два</li>\n</ul>\n",
      ["3:6–3:9", "3:12–3:16", "4:3–4:6", "4:9–4:13"]
    ),
    ("<bro>слово", "<p>слово</p>\n", ["3:1–3:6"]),
    ("до <a\nhref=\"x\">слово</a>", "<p>до слово</p>\n", ["3:4–4:10", "4:15–4:19"]),
    // Blocks: the words stay, scripts and styles go.
    (
      "<div class=\"x\" onclick='y'>\n слова &amp; *слова*\n</div>\n\nпосле",
      "<p>слова &amp;amp; *слова*</p>\n<p>после</p>\n", ["3:1–3:28"]
    ),
    ("<p>раз</p><p>два</p>", "<p>раз два</p>\n", ["3:1–3:21"]),
    ("<div><ScRiPt>alert(1)</sCrIpT >слово<style>p{}</style></div>", "<p>слово</p>\n", ["3:1–3:61"]),
    ("<div><scripts>слово\n</scripts></div>", "<p>слово</p>\n", ["3:1–3:20"]),
    ("<script>\nalert(1)\n\nalert(2)\n</script>\nпосле", "<p>после</p>\n", ["3:1–3:9"]),
    ("<script>\nalert(1)\n\nбез конца", "", ["3:1–3:9"]),
    ("<style>\np{}\n</style>\n\nпосле", "<p>после</p>\n", ["3:1–3:8"]),
    ("<div>\n\n*слово*\n\n</div>", "<p><em>слово</em></p>\n", ["3:1–3:6", "7:1–7:7"]),
    ("<!DOCTYPE html>\n\nслово", "<p>слово</p>\n", ["3:1–3:16"]),
    ("<?php echo 1 ?>\n\nслово", "<p>слово</p>\n", ["3:1–3:16"]),
    ("<div>раз <!-- скрыто --> два</div>", "<p>раз два</p>\n", ["3:1–3:35"]),
    ("<div>раз <!-- без конца", "<p>раз</p>\n", ["3:1–3:24"]),
    ("<div>раз <b без конца", "<p>раз</p>\n", ["3:1–3:22"]),
    // Less-than signs that begin no tag.
    ("2 < 3 > 1 <- <3 a<b", "<p>2 &lt; 3 &gt; 1 &lt;- &lt;3 a&lt;b</p>\n", []),
  ])
  func rawHTMLIsDroppedAndTheTextStays(_ markdown: String, html: String, places: [String]) {
    let reading = Reading(body: markdown)
    #expect(reading.html == html)
    #expect(reading.problems == places.map { "\($0) warning raw-html" })
  }

  @Test(arguments: [
    ("до <!-- [x](javascript:x) --> после", "<p>до  после</p>\n"), ("<!-- <script> -->\n\nпосле", "<p>после</p>\n"),
    ("<!-- раз --> <!-- два -->\n\nпосле", "<p>после</p>\n"), ("<!--\n\nраз\n\n-->", ""),
  ])
  func commentsAreNobodysBusiness(_ markdown: String, html: String) {
    let reading = Reading(body: markdown)
    #expect(reading.html == html)
    #expect(reading.problems == [])
  }

  @Test func aPastedPageIsToldOnce() {
    let reading = Reading(body: String(repeating: "ё <b>ж</b>\n", count: 500))
    #expect(reading.diagnostics.count == 20)
    #expect(Set(reading.diagnostics.map(\.cause)) == ["content/a.md"])
  }

  // MARK: Attributes

  @Test(arguments: [
    "[т](a.md \"x\\\" onmouseover=\\\"alert(1)\")", "[т](a.md 'x\" onmouseover=\"alert(1)')",
    "[т](https://example.org/\" \"x\" onmouseover=\"y)", "[т](<https://example.org/\" onmouseover=\"alert(1)>)",
    "[т](https://example.org \"\u{600}\" onmouseover=\")", "[т](https://example.org '\u{600}\" onmouseover=\"x')",
    "![x\" onerror=\"alert(1)](a.png)", "![\u{600}\" onerror=\"x](a.png '\u{301}\" onerror=\"')",
    "```x\" onload=\"alert(1)\ncode\n```", "```x\u{A0}\"\u{600}\"onload=\ncode\n```", "```\"><script>\ncode\n```",
    "~~~x'\tonload='\ncode\n~~~", "# \" onload=\"x", "# \u{600}\"\u{600}> onload=x",
    "[т](https://example.org/&quot;&gt;&lt;script&gt;)", "<https://example.org/\"onload=x>",
    "https://example.org/\"onload=\"x", "www.example.org/'onload='x",
  ])
  func attributesCanNotBeAdded(_ markdown: String) {
    let html = Reading(body: markdown).html
    #expect(!html.isEmpty)
    #expect(HTMLTags.attributes(of: html).isSubset(of: HTMLTags.permittedAttributes), "\(html)")
    #expect(HTMLTags.names(of: html).isSubset(of: HTMLTags.permittedNames), "\(html)")
  }

  /// Marks that join the next character must not hide it from the escaping.
  @Test(arguments: ["\u{600}", "\u{301}", "\u{20DD}", "\u{200D}", "\u{FE0F}", "\u{6DD}", "\u{110BD}", "\u{E0001}"])
  func joiningMarksHideNothing(_ mark: String) {
    let markdown = """
      \(mark)\\<img src=x onerror=alert(1)\\>\(mark)\\"\(mark)\\<\(mark)&lt;script\(mark)&gt;

      `\(mark)<script>\(mark)"`

      [т\(mark)\\"](https://example.org/\(mark)" "\(mark)\\"\(mark)>") ![\(mark)\\"\\>](a.png)

      # \(mark)\\<b\\>\(mark)"

      | \(mark)\\<b\\> |
      |---|
      | \(mark)"\(mark)\\<b\\> |
      """
    let html = Reading(body: markdown).html
    #expect(html.unicodeScalars.count { String($0) == mark } > 8)
    #expect(HTMLTags.names(of: html).isSubset(of: HTMLTags.permittedNames), "\(html)")
    #expect(HTMLTags.attributes(of: html).isSubset(of: HTMLTags.permittedAttributes), "\(html)")
  }

  // MARK: Plain text

  @Test(arguments: [
    ("# Один\n\n*Два* **три** ~~четыре~~ `пять`\nшесть  \nсемь", "Один\nДва три четыре пять\nшесть\nсемь\n", 7),
    ("- раз\n- [x] два\n\n> три", "раз\nдва\nтри\n", 3),
    ("| а | б |\n|---|---|\n| 1 | 2 |", "а б \n1 2 \n", 4),
    ("[текст](a.md \"титул\") ![описание](b.png) https://example.org", "текст описание https://example.org\n", 5),
    ("А[^1]\n\n[^1]: Сноска", "А\nСноска\n", 2),
    ("```\nкод & <тег>\n```", "код & <тег>\n", 2),
    ("до <b>слово</b> <!-- скрыто -->\n\n<div>слова</div>", "до слово \nслова\n", 3),
    (
      "Дом – «Ёлка» … № 5 → 2025/2026, а&nbsp;ещё 🌱 кое-что", "Дом – «Ёлка» … № 5 → 2025/2026, а\u{A0}ещё 🌱 кое-что\n",
      10
    ),
    ("", "", 0),
  ])
  func plainText(_ markdown: String, text: String, words: Int) {
    let reading = Reading(body: markdown)
    #expect(reading.plainText == text)
    #expect(reading.document?.body.wordCount == words)
  }
}
