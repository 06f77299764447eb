import OpytDiagnostics
import OpytMarkup
import Testing

struct EncodingTests {
  private static let document = "---\ntitle: Ёж\n---\nТекст – [т](a.md)\n"

  /// What other programs write without asking, works.
  @Test(arguments: [
    document.replacing("\n", with: "\r\n"), "\u{FEFF}" + document, String(document.dropLast()),
    "\u{FEFF}" + document.replacing("\n", with: "\r\n").dropLast(),
  ])
  func whatEditorsDo(_ source: String) {
    let reading = Reading(source)
    #expect(reading.problems == [])
    #expect(reading.document?.frontMatter["title"]?.scalar?.text == "Ёж")
    #expect(reading.document?.frontMatter["title"]?.range.start == SourcePosition(line: 2, column: 8))
    #expect(reading.html == "<p>Текст – <a href=\"{a.md}\">т</a></p>\n")
    #expect(reading.document?.body.links.first?.range?.start == SourcePosition(line: 4, column: 13))
  }

  @Test func decomposedLetters() {
    let reading = Reading("---\ntitle: и\u{306}од\n---\n# е\u{308}ж\n")
    #expect(reading.problems == [])
    // Columns count scalars: the mark is one.
    #expect(reading.document?.frontMatter["title"]?.range.end == SourcePosition(line: 2, column: 12))
    #expect(reading.document?.body.outline.first?.id == "yozh")
  }

  // MARK: Not UTF-8

  @Test(
    arguments: [
      // Windows-1251 and Latin-1.
      ([0xCF, 0xF0, 0xE8], "2:8–2:9", "0xCF"), ([0x61, 0xE9], "2:9–2:10", "0xE9"),
      // Cut short, over-long, a surrogate, beyond Unicode, a lone continuation.
      ([0xD0], "2:8–2:9", "0xD0"), ([0xC0, 0x80], "2:8–2:9", "0xC0"), ([0xED, 0xA0, 0x80], "2:8–2:9", "0xED"),
      ([0xF5, 0x80, 0x80, 0x80], "2:8–2:9", "0xF5"), ([0x80], "2:8–2:9", "0x80"), ([0xFF], "2:8–2:9", "0xFF"),
    ] as [([UInt8], String, String)])
  func notUTF8(_ bytes: [UInt8], place: String, name: String) {
    let reading = Reading(bytes: Array("---\nёжик: ".utf8) + Array("ё".utf8) + bytes + Array("\n---\nтекст\n".utf8))
    #expect(reading.problems == ["\(place) error encoding-invalid"])
    #expect(reading.diagnostics.first?.message.russian.contains(name) == true)
    #expect(reading.diagnostics.first?.advice?.russian == "сохраните файл в кодировке UTF-8")
    #expect(reading.document == nil)
  }

  @Test(arguments: [true, false], [true, false])
  func utf16(_ isBigEndian: Bool, hasMark: Bool) {
    let units = Array(((hasMark ? "\u{FEFF}" : "") + Self.document).utf16)
    let bytes = units.flatMap { unit in
      isBigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    let reading = Reading(bytes: bytes)
    #expect(reading.problems == ["1:1–1:1 error encoding-invalid"])
    #expect(reading.diagnostics.first?.message.russian.contains("UTF-16") == true)
  }

  // MARK: Characters that may stand nowhere

  @Test(
    arguments: [
      (0x0, "U+0000"), (0x1, "U+0001"), (0x8, "U+0008"), (0xB, "U+000B"), (0xC, "U+000C"), (0xD, "U+000D"),
      (0x1B, "U+001B"),
      (0x7F, "U+007F"), (0x80, "U+0080"), (0x85, "U+0085"), (0x9F, "U+009F"), (0xFDD0, "U+FDD0"), (0xFDEF, "U+FDEF"),
      (0xFFFE, "U+FFFE"), (0xFFFF, "U+FFFF"), (0x1FFFE, "U+1FFFE"), (0x10FFFF, "U+10FFFF"),
    ] as [(UInt32, String)])
  func controlCharacters(_ value: UInt32, name: String) throws {
    let character = String(try #require(Unicode.Scalar(value)))
    for (source, place) in [
      ("---\nа: «ё»\(character)б\n---\n", "2:7–2:8"), ("---\n---\nёж –\(character)слово\n", "3:5–3:6"),
      ("---\n---\n# \(character)", "3:3–3:4"),
    ] {
      let reading = Reading(source)
      #expect(reading.problems == ["\(place) error control-character"])
      #expect(reading.diagnostics.first?.message.russian.contains(name) == true)
      #expect(reading.document == nil)
    }
  }

  @Test(arguments: [
    "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}",
  ])
  func bidirectionalMarks(_ mark: String) {
    let reading = Reading("---\nа: «ё»\(mark)б\n---\n# ёж\(mark)\n")
    #expect(reading.problems == ["2:7–2:8 warning bidi-override", "4:5–4:6 warning bidi-override"])
    // A warning only: the text stays.
    #expect(reading.html.contains("ёж"))
  }

  /// Letters, signs and marks of all kinds are fine.
  @Test func everythingElseIsText() {
    var scalars = String.UnicodeScalarView()
    for value in UInt32(0x20)...0x2FFF {
      guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory != .control else { continue }
      guard !(0x202A...0x202E).contains(value), !(0x2066...0x2069).contains(value) else { continue }
      scalars.append(scalar)
    }
    for value in [0x3042, 0xFEFF, 0xFDCF, 0xFDF0, 0xFFFD, 0x10000, 0x1F331, 0xE0001, 0x10FFFD] {
      if let scalar = Unicode.Scalar(UInt32(value)) { scalars.append(scalar) }
    }
    let reading = Reading("---\n---\n```\n\(String(scalars))\n```\n")
    #expect(reading.problems == [])
    #expect(Array(reading.plainText.unicodeScalars) == Array(scalars) + ["\n"])
  }

  @Test(arguments: [
    ("ёж &#1; и", "3:4–3:8 error control-character"), ("&#x85;", "3:1–3:7 error control-character"),
    ("&#X1B;", "3:1–3:7 error control-character"), ("&#0;", "3:1–3:5 error control-character"),
    ("ёж &#65534;", "3:4–3:12 error control-character"), ("[т](a.md \"&#8;\")", "3:11–3:15 error control-character"),
    ("а&#x202E;б", "3:2–3:10 warning bidi-override"), ("&#8238;", "3:1–3:8 warning bidi-override"),
  ])
  func byTheirNumbers(_ markdown: String, problem: String) {
    #expect(Reading(body: markdown).problems == [problem])
  }

  @Test(arguments: [
    "&#65;", "&#10;", "&#9;", "&#x451;", "&#;", "&#x;", "&#1", "&#1234567890;", "&#zz;", "&#xD800;", "&# 1;", "&#",
  ])
  func otherNumbers(_ markdown: String) {
    #expect(Reading(body: markdown).problems == [])
  }

  // MARK: Size

  @Test func twoMebibytes() {
    let reading = Reading(bytes: Array(repeating: UInt8(ascii: "x"), count: 2 << 20))
    #expect(reading.problems == ["– error file-too-large"])
    #expect(reading.diagnostics.first?.message.russian.contains("1024\u{A0}КБ") == true)
    #expect(reading.document == nil)
  }

  @Test func theLimitItselfIsAllowed() {
    var limits = ReadingLimits()
    limits.fileBytes = 100
    let source = "---\n---\n" + String(repeating: "x", count: 92)
    #expect(Reading(source, limits: limits).problems == [])
    #expect(Reading(source + "x", limits: limits).problems == ["– error file-too-large"])
  }

  /// A binary file is told of in a few words and no time.
  @Test(
    arguments: [
      [1], [0], [7, 0x20], [0xFE], [0xD0, 0xB0, 0x0B], Array("\u{202E}".utf8), Array("&#1;".utf8), Array(1...255),
      Array("---\n---\n\u{7F}".utf8),
    ] as [[UInt8]])
  func rubbish(_ unit: [UInt8]) {
    let reading = Pace.read(Array(repeatElement(unit, count: (1 << 18) / unit.count).joined()))
    #expect((1...21).contains(reading.diagnostics.count))
    #expect(reading.document == nil)
  }
}
