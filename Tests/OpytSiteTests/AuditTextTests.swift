import OpytDiagnostics
import Testing

@testable import OpytSite

/// What leads nowhere in the files of a published site that are no pages.
@Suite struct AuditTextTests {
  @Test(arguments: [
    ("feed.xml", "keysy/spor.html\"/>", "keysy/net.html\"/>", "link-unresolved"),
    (
      "feed.xml", "<id>https://opyt.example/keysy/spor.html", "<id>https://opyt.example/keysy/net.html",
      "link-unresolved"
    ),
    ("feed.xml", "</feed>", "", "file-damaged"), ("feed.xml", "</title>", "</titel>", "file-damaged"),
    (
      "feed.xml", "<subtitle>", "<subtitle>&amp;lt;a href=&quot;https://opyt.example/net.html&quot;&gt; ",
      "link-unresolved"
    ),
    ("sitemap.xml", "/keysy/</loc>", "/keysi/</loc>", "link-unresolved"),
    ("robots.txt", "Allow: /\n", "Allow: /\n# https://opyt.example/net.html.\n", "link-unresolved"),
    (
      "sobytiya/kalendar.ics", "URL:https://opyt.example/sobytiya/", "URL:https://opyt.example/sob\r\n ytia/",
      "link-unresolved"
    ),
  ])
  func addressesInFeedsAndCalendarsAreFollowed(file: String, old: String, new: String, code: String) throws {
    let site = try BuiltSite()
    try site.replace(old, with: new, in: file)
    try site.sign()
    #expect(try site.findings() == ["\(file) \(code)"])
  }

  @Test(arguments: [
    ("a.csv", "Название;Адрес\nX;\"https://opyt.example/net.html\"\n", "link-unresolved"),
    ("a.csv", "X;https://opyt.example/keysy/spor.html;https://opyt.example/#opyt_main\n", ""),
    ("a.txt", "Смотрите https://opyt.example/keysy/spor.html, https://opyt.example/. И https://opyt.examplecom/x.", ""),
    ("a.txt", "см. https://opyt.example/keysy/spor.html#net", "anchor-unresolved"),
    ("a.css", "p { background: url(net.png) }", "link-unresolved"),
    ("a.css", "/* url(net.png) */ p { content: \"url(net.png)\" }", ""),
    ("a.css", "@import \"https://a.example/x.css\";", "request-outside"),
    ("a.css", "@IMPORT url( 'https://a.example/x.css' );", "request-outside"),
    ("a.css", "p { background: URL(//a.example/x.png) }", "request-outside"),
    ("a.css", "p { background: url(index.html) } q { color: url(robots.txt) }", ""),
    ("a.json", "{\"url\": \"https://opyt.example/net.html\"}", "link-unresolved"),
    ("a.txt", "\u{FEFF}текст \u{301}https://opyt.example/net.html", "link-unresolved"),
  ])
  func addressesInOtherTextsAreFollowed(file: String, text: String, code: String) throws {
    let site = try BuiltSite()
    try site.write(text, to: file)
    try site.sign()
    #expect(try site.findings() == (code.isEmpty ? [] : ["\(file) \(code)"]), "\(text)")
  }

  /// An author's text may be in whatever encoding.
  @Test func tablesOfOtherEncodingsAreNoFault() throws {
    let site = try BuiltSite()
    try site.write([0xCF, 0xF0, 0x3B, 0] + Array("https://opyt.example/net.html".utf8), to: "a.csv")
    try site.sign()
    #expect(try site.findings() == ["a.csv link-unresolved"])
  }
}
