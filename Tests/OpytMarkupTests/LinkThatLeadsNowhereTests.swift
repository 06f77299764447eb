import OpytText
import Testing

@testable import OpytMarkup

/// Links and pictures of what is not published: their words stay, without a mark that there was one.
@Suite struct LinkThatLeadsNowhereTests {
  /// With the addresses that end with `+`.
  private func html(_ markdown: String) -> String {
    guard let body = Reading(body: markdown).document?.body else { return "" }
    let filled = body.html.filled { link, output in
      guard body.links[link].destination.hasSuffix("+") else { return false }
      output.append(contentsOf: body.links[link].isImage ? " src=\"+\"".utf8 : " href=\"+\"".utf8)
      return true
    }
    return String(decoding: filled.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("Это [дело](a.md).", "Это дело."), ("[а](a.md) [б](b+) [в](c.md)", "а [б](b+) в"),
    ("[**а** и `б`](a.md \"Слово\")", "**а** и `б`"), ("[а](a.md)[б](b.md)", "аб"),
    ("Тут ![кадр](a.png \"Слово\") и ![б](b+)", "Тут  и ![б](b+)"), ("а\n\n![кадр](a.png)\n\nб", "а\n\nб"),
    ("[![кадр](k+)](a.md) б", "![кадр](k+) б"), ("[![кадр](k.png)](a+) б", "[](a+) б"),
    ("- [а](a.md)\n- б", "- а\n- б"), ("# [а](a.md) б", "# а б"), ("[1 < 2 > 0](a.md) <b", "1 < 2 > 0 <b"),
  ])
  func itsWordsStay(markdown: String, without: String) { #expect(html(markdown) == html(without)) }
}
