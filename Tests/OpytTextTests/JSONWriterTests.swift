import Foundation
import Testing

@testable import OpytText

/// What stands in a page as data is what was given, and nothing but data.
@Suite struct JSONWriterTests {
  static let hostile = [
    "</script><script>alert(1)</script>", "<!--<script>", "]]>", "\"кавычки\" и 'другие'", "\\u003c",
    "\u{2028}\u{2029}",
    "\u{0}\u{1}\u{8}\u{B}\u{1F}\u{7F}", "строка\nдругая\r\n\tтретья", "👩‍👧‍👦 🇷🇺 é e\u{301}", "\u{202E}наоборот",
    "\u{600}<img src=x onerror=alert(1)>", "&lt;b&gt; & co", "\u{FEFF}", "\u{E2}\u{80}", "„\u{2027}\u{202A}",
    "\u{FFFF}",
  ]

  @Test("a hostile text comes back as it was", arguments: hostile)
  func text(_ text: String) throws {
    var writer = JSONWriter()
    writer.object { $0.text("name", text) }
    let read = try JSONDecoder().decode([String: String].self, from: Data(writer.bytes))
    #expect(read["name"].map { Array($0.utf8) } == Array(text.utf8))
  }

  @Test("nothing in it can begin a tag, end a script or end a line", arguments: hostile)
  func inert(_ text: String) {
    var writer = JSONWriter()
    writer.list { $0.text(text) }
    let bytes = writer.bytes
    #expect(!bytes.contains { $0 < 0x20 || $0 == 0x7F || "<>&".utf8.contains($0) })
    #expect(!String(decoding: bytes, as: UTF8.self).unicodeScalars.contains { $0.value & ~1 == 0x2028 })
  }

  @Test func membersAndItems() {
    var writer = JSONWriter()
    writer.object { page in
      page.text("a", "1")
      page.text("left_out", nil)
      page.text("empty", "")
      page.texts("none", [])
      page.texts("b", ["x", "y"])
      page.object("c") { $0.number("n", -7) }
      page.list("d") { items in
        items.flag(true)
        items.object { _ in }
        items.list { _ in }
        items.number(0)
      }
      page.list("e", of: [1, 2]) { number, items in items.object { $0.number("n", number) } }
      page.list("f", of: [Int]()) { number, items in items.number(number) }
      page.flag("g", false)
    }
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == #"{"a":"1","b":["x","y"],"c":{"n":-7},"d":[true,{},[],0],"e":[{"n":1},{"n":2}],"g":false}"#)
  }

  @Test func piecesMakeUpTheWhole() {
    var (whole, writer) = (JSONWriter(), JSONWriter())
    whole.list { items in for number in 0..<9 { items.number(number) } }
    var pieces: [UInt8] = []
    writer.beginList()
    for number in 0..<9 {
      writer.number(number)
      pieces += writer.take()
    }
    writer.endList()
    #expect(pieces + writer.take() == whole.bytes)
    #expect(writer.bytes.isEmpty)
  }
}
