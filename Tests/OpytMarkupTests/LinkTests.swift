import OpytDiagnostics
import OpytMarkup
import Testing

struct LinkTests {
  /// What was written where, for every link in the order of the text.
  private static func links(_ reading: Reading) -> [String] {
    reading.document?.body.links.map { link in
      let place = link.range.map(Reading.description) ?? "–"
      return "\(place) \(link.destination)" + (reading.text(at: link.range) == link.destination ? "" : " ≠")
    } ?? []
  }

  @Test(arguments: [
    ("[а](a.md)", ["3:5–3:9 a.md"]),
    ("Текст – «Ёлка» и 🌱 [а](a.md), [б](b.md)", ["3:24–3:28 a.md", "3:35–3:39 b.md"]),
    ("раз\nдва [а](a.md)\nтри [б](b.md)", ["4:9–4:13 a.md", "5:9–5:13 b.md"]),
    // The same address twice, and an address that is also the text, or a part of another one.
    ("[а](a.md) [б](a.md)", ["3:5–3:9 a.md", "3:15–3:19 a.md"]),
    ("a.md [a.md](a.md)", ["3:13–3:17 a.md"]),
    ("[а](a.md#b) [б](a.md)", ["3:5–3:11 a.md#b", "3:17–3:21 a.md"]),
    // In lists, quotes, tables, headings, footnotes.
    (
      "- раз\n  - два [а](a.md)\n    ещё [б](b.md)\n- [в](a.md)", ["4:13–4:17 a.md", "5:13–5:17 b.md", "6:7–6:11 a.md"]
    ),
    ("> цитата [а](a.md)\n> и [б](b.md)", ["3:14–3:18 a.md", "4:9–4:13 b.md"]),
    ("- > 1. [а](a.md)", ["3:12–3:16 a.md"]),
    (
      "| а | б |\n|---|---|\n| [а](a.md) | [б](b.md) |\n| ё | [а](a.md) |",
      ["5:7–5:11 a.md", "5:19–5:23 b.md", "6:11–6:15 a.md"]
    ),
    ("> | а |\n> |---|\n> | [а](a.md) |", ["5:9–5:13 a.md"]),
    ("# Про [а](a.md)\n\nСетекст [б](b.md)\n---", ["3:11–3:15 a.md", "5:13–5:17 b.md"]),
    ("А[^1]\n\n[^1]: см. [а](a.md)", ["5:15–5:19 a.md"]),
    // Titles, angle brackets, spaces, lines.
    ("[а](a.md \"т\") [б](<b c.md> 'т') [в](  d.md  )", ["3:5–3:9 a.md", "3:20–3:26 b c.md", "3:39–3:43 d.md"]),
    ("[а](\na.md\n\"т\")", ["4:1–4:5 a.md"]),
    // An image inside a link is written before the link's address.
    ("[![ф](i.png)](a.md)", ["3:15–3:19 a.md", "3:7–3:12 i.png"]),
    ("[![ф](x)](x) [б](x)", ["3:7–3:8 x", "3:11–3:12 x", "3:18–3:19 x"]),
    ("[*а* `](b.md)` в](a.md)", ["3:19–3:23 a.md"]),
    // By name: where the name is defined.
    ("[а][n] и [n] и [N][]\n\n[n]: a.md \"т\"\n[m]: b.md", Array(repeating: "5:6–5:10 a.md", count: 3)),
    ("[а][n]\n\n[n]: <a b.md>", ["3:1–3:7 a b.md ≠"]),
    ("[n]: a.md\n\n[а](a.md) [n]", ["5:5–5:9 a.md", "3:6–3:10 a.md"]),
    // Written otherwise than it is read.
    ("[а](a\\_b.md) [б](a\\(b\\).md)", ["3:5–3:12 a_b.md ≠", "3:18–3:27 a(b).md ≠"]),
    ("[а](a&amp;b.md)", ["3:5–3:15 a&b.md ≠"]),
    ("[а](a&#46;md) [б](b.md)", ["3:1–3:24 a.md ≠", "3:19–3:23 b.md"]),
    // Not links.
    ("`[а](a.md)` \\[а](a.md) <!-- [а](a.md) -->", []),
    ("```\n[а](a.md)\n```\n\n    [а](a.md)", []),
    ("[а]()", ["3:5–3:5 "]),
    ("[а](путь/файл.md#Якорь) ![б](Фото%201.jpg)", ["3:5–3:23 путь/файл.md#Якорь", "3:30–3:42 Фото%201.jpg"]),
  ])
  func ranges(_ markdown: String, links: [String]) {
    #expect(Self.links(Reading(body: markdown)) == links)
  }

  /// Whether the place is the address itself, and where its anchor is.
  @Test(arguments: [
    ("[а](a.md#b) [б](#c)", ["exact #b", "exact #c"]),
    ("[а](a.md) ёж [б](путь.md#Якорь)", ["exact –", "exact #Якорь"]),
    ("[а](a\\_b.md#c) [б](a.md\\#c)", ["exact #c", "exact #c"]), ("[а][n]\n\n[n]: a.md#b", ["exact #b"]),
    ("[а](a.md#)", ["exact #"]), ("[а](a&#46;md#b)", ["block –"]), ("[а][n]\n\n[n]: <a b.md#c>", ["block –"]),
    ("![а](a&#46;png)", ["block –"]), ("| а |\n|---|\n| [б](b.md#c) |", ["exact #c"]),
  ])
  func exactness(_ markdown: String, places: [String]) {
    let reading = Reading(body: markdown)
    let found = reading.document?.body.links.map { link in
      let fragment = link.place?.fragment.flatMap(reading.text) ?? "–"
      switch link.place {
      case .exact: return "exact \(fragment)"
      case .block: return "block \(fragment)"
      case nil: return "nowhere"
      }
    }
    #expect(found == places)
  }

  @Test func rangesAfterCRLF() {
    #expect(Self.links(Reading("---\r\n---\r\nёж [а](a.md)\r\n[б](b.md)\r\n")) == ["3:8–3:12 a.md", "4:5–4:9 b.md"])
  }

  @Test func imagesAreTold() {
    let body = Reading(body: "[а](a.md) ![ф](f.png) [![г](g.png)](b.md)").document?.body
    #expect(body?.links.map(\.isImage) == [false, true, false, true])
    #expect(body?.links.map(\.destination) == ["a.md", "f.png", "b.md", "g.png"])
  }

  /// Holes stand where attributes go, also where a heading's tag was put in front of them later.
  @Test func holesAreWhereAttributesGo() {
    let reading = Reading(body: "# Про *[а](a.md)*\n\n![ф](f.png) [г](https://example.org) <https://x.y> [б](b.md)")
    let holes = reading.document?.body.html.holes ?? []
    let bytes = reading.document?.body.html.bytes ?? []
    #expect(holes.map(\.link) == [0, 1, 2])
    #expect(holes.map { String(decoding: bytes[..<$0.offset].suffix(2), as: UTF8.self) } == ["<a", "mg", "<a"])
  }

  // MARK: Forbidden addresses

  @Test(arguments: [
    ("[слово](javascript:alert(1))", "3:9–3:28", "слово"),
    ("[слово](JAVASCRIPT:x)", "3:9–3:21", "слово"),
    ("[слово](<java\tscript:x>)", "3:10–3:23", "слово"),
    ("[слово](data:text/html,x)", "3:9–3:25", "слово"),
    ("[слово](intent:x)", "3:9–3:17", "слово"), ("[слово](blob:https://x/y)", "3:9–3:25", "слово"),
    ("[слово](vbscript:x)", "3:9–3:19", "слово"), ("[слово](//host/a.md)", "3:9–3:20", "слово"),
    ("[слово](\\\\\\\\host)", "3:9–3:17", "слово"), ("[слово](/\\\\host)", "3:9–3:16", "слово"),
    ("[слово](ftp://a.b)", "3:9–3:18", "слово"), ("<javascript:x>", "3:2–3:14", "javascript:x"),
    ("[слово][n]\n\n[n]: javascript:x", "5:6–5:18", "слово"),
    // Letters by their numbers: the line is known, not the place.
    ("[слово](jav&#97;script:x)", "3:1–3:26", "слово"), ("[слово](javascript&colon;x)", "3:1–3:28", "слово"),
    ("- ёж\n- [слово](data:x)", "4:11–4:17", "слово"),
    ("| а |\n|---|\n| [слово](data:x) |", "5:11–5:17", "слово"),
  ])
  func forbiddenLinksKeepTheirText(_ markdown: String, place: String, text: String) {
    let reading = Reading(body: markdown)
    #expect(reading.problems == ["\(place) error link-forbidden"])
    #expect(reading.html.contains("<a>\(text)</a>"))
    #expect(!reading.html.contains("href"))
    #expect(reading.document?.body.links.count == 0)
    #expect(reading.plainText.contains(text))
  }

  @Test(arguments: [
    "https://example.org/a.png", "//host/a.png", "data:image/png;base64,x", "mailto:a@b.ru", "javascript:x",
  ])
  func imagesComeFromTheNetworkItself(_ address: String) {
    let reading = Reading(body: "Ёж ![описание](\(address))")
    #expect(reading.problems == ["3:16–3:\(16 + address.count) error link-forbidden"])
    #expect(reading.html == "<p>Ёж <img alt=\"описание\" loading=\"lazy\"></p>\n")
  }

  @Test(arguments: [
    ("![](a.png)", "3:5–3:10"), ("ёж ![ ](a.png)", "3:9–3:14"), ("[т](b.md) ![<!-- -->](a.png)", "3:23–3:28"),
  ])
  func imagesWantADescription(_ markdown: String, place: String) {
    let reading = Reading(body: markdown)
    #expect(reading.problems == ["\(place) warning image-alt-missing"])
    #expect(reading.document?.body.links.count(where: \.isImage) == 1)
  }
}
