import OpytDiagnostics
import OpytMarkup
import Testing

/// What an author may get wrong in the fields: the place, and words that help.
struct FrontMatterProblemTests {
  /// All that an author is shown, as one golden text: read it, and it should make sense.
  @Test func messages() throws {
    var text = ""
    for source in try golden("front-matter-problems.md").split(separator: "%%%\n").map(String.init) {
      let reading = Reading(source)
      #expect(reading.diagnostics.containsErrors, "\(source)")
      #expect(reading.diagnostics.count == 1, "\(source)")
      let lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      for language in Language.allCases {
        let formatter = TextFormatter(language: language, usesColor: false) { location in
          location.range.map { lines[Int($0.start.line) - 1] }
        }
        text += formatter.format(DiagnosticReport(reading.diagnostics, fileCount: 1))
      }
      text += "\n"
    }
    try expectGolden(text, "front-matter-problems.txt")
    // Nothing of libyaml's English reaches an author who reads Russian.
    #expect(!text.contains("did not") && !text.contains("while "))
  }

  @Test(arguments: [
    ("title: Проект: огород", "2:14–2:15 error yaml-invalid", "двоеточие"),
    ("title: «ё»\n\tgoal: y", "3:1–3:2 error yaml-invalid", "табуляц"),
    ("а:\n\t- б", "3:1–3:2 error yaml-invalid", "табуляц"),
    ("а: |\n  б\n\tв", "4:1–4:2 error yaml-invalid", "табуляц"),
    ("title: «ё» \"не\ngoal: \"не закрыта\nх", "3:7–3:8 error yaml-invalid", "кавычка"),
    ("title: 'не закрыта\ngoal: y", "2:8–2:9 error yaml-invalid", "кавычка"),
    ("а: [б, в\ng: д", "2:4–2:5 error yaml-invalid", "скобка"),
    ("а: {б: в", "2:4–2:5 error yaml-invalid", "скобка"),
    ("а: [б]]", "2:7–2:8 error yaml-invalid", "лишн"),
    ("просто текст\nа: б", "3:2–3:3 error yaml-invalid", "двоеточие"),
    ("а: б\nпросто текст\nв: г", "3:1–3:2 error yaml-invalid", "после ключа нет двоеточия"),
    ("а: @б", "2:4–2:5 error yaml-invalid", "начинаться"),
    ("а: !Важно", "2:4–2:5 error yaml-invalid", "!"),
    ("а: !vazhno х", "2:4–2:13 error yaml-invalid", "!"),
    ("а: ! х", "2:4–2:7 error yaml-invalid", "!"),
    ("а: \"c:\\проект\"", "2:7–2:8 error yaml-invalid", "обратная косая черта"),
    ("а: - б", "2:4–2:5 error yaml-invalid", "дефис"),
    ("а: | б\n  в", "2:6–2:7 error yaml-invalid", "|"),
    ("а: б\n  в: г", "3:4–3:5 error yaml-invalid", "двоеточие"),
    ("- а\n- б", "2:1–3:4 error yaml-invalid", "ключ: значение"),
    ("ключ:значение", "2:5–2:6 error yaml-invalid", "ключ: значение"),
    ("? [а]\n: б", "2:3–2:4 error yaml-invalid", "словом"),
    ("а: б\n...\nв: г", "4:1–4:2 error yaml-invalid", "лишний"),
    ("а: *б", "2:4–2:5 error yaml-alias", "кавычки"),
    ("а: &б в", "2:4–2:5 error yaml-alias", "кавычки"),
    ("а: &b [c]\nd: *b", "2:4–2:8 error yaml-alias", "&"),
    ("а: * текст", "2:4–2:5 error yaml-alias", "*"),
    // What may stand in no text may not be written by its number either.
    ("а: \"x\\u202Ey\"", "2:4–2:14 error control-character", "управляющий"),
    ("а: \"\\0\"", "2:4–2:8 error control-character", "управляющий"),
  ])
  func problem(_ fields: String, place: String, words: String) {
    let reading = Reading(fields: fields)
    #expect(reading.problems == [place])
    let said = reading.diagnostics.map { $0.message.russian + " " + ($0.advice?.russian ?? "") }
    #expect(said.first?.contains(words) == true, "\(said)")
  }

  @Test(arguments: [
    ("Просто текст", "1:1–1:13 error front-matter-missing"), ("", "1:1–1:1 error front-matter-missing"),
    ("--\nа: б\n", "1:1–1:3 error front-matter-missing"),
    ("Письмо: о саде\n---\n", "1:1–1:15 error front-matter-missing"),
    ("Письмо\nо: саде\n---\n", "1:1–1:7 error front-matter-missing"),
    ("---", "1:1–1:4 error front-matter-unclosed"), ("---\n", "1:1–1:4 error front-matter-unclosed"),
    ("---\nа: б\nтекст\n", "1:1–1:4 error front-matter-unclosed"),
    ("---\nа: б\n - --\nтекст", "1:1–1:4 error front-matter-unclosed"),
  ])
  func fences(_ source: String, problem: String) {
    let reading = Reading(source)
    #expect(reading.problems == [problem])
    #expect(reading.diagnostics.first?.advice?.russian.contains("---") == true)
    #expect(reading.document == nil)
  }

  /// A mistake in the fields does not hide the mistakes in the text.
  @Test func theTextIsStillRead() {
    let reading = Reading("---\nа: б: в\n---\n[т](javascript:x)\n")
    #expect(reading.problems == ["2:5–2:6 error yaml-invalid", "4:5–4:17 error link-forbidden"])
    #expect(Reading("[т](javascript:x)").problems.count == 2)
  }

  @Test func aWrongConfigurationIsTold() {
    let (node, diagnostics) = FrontMatterParser.parse(
      [0x61, 0x3A, 0x20, 0xD1, 0x91, 0xE9, 0x0A], path: "site-config.json")
    #expect(node == nil)
    #expect(diagnostics.map(\.code) == [.encodingInvalid])
    #expect(diagnostics.first?.location.range?.start == SourcePosition(line: 1, column: 5))

    let control = FrontMatterParser.parse(Array("а: б\nёж: \u{1}\n".utf8), path: "site-config.json").diagnostics
    #expect(control.map(\.code) == [.controlCharacter])
    #expect(control.first?.message.russian.contains("U+0001") == true)
    #expect(control.first?.location.range?.start == SourcePosition(line: 2, column: 5))
  }

  // MARK: Limits

  /// Every bomb is refused, and soon.
  @Test(arguments: LimitTexts.bombs)
  func bombs(_ sample: LimitTexts.Sample, code: String) {
    let reading = Pace.read(Array("---\n\(sample.text)\n---\n".utf8), sample.name)
    #expect(reading.diagnostics.map(\.code.rawValue) == [code])
  }

  @Test func depth() {
    func nested(_ depth: Int) -> String {
      "а: " + String(repeating: "[", count: depth - 1) + String(repeating: "]", count: depth - 1)
    }
    #expect(Reading(fields: nested(32)).problems == [])
    // The mapping of the fields is the first level: the 33rd is the 32nd bracket.
    #expect(Reading(fields: nested(33)).problems == ["2:35–2:36 error yaml-too-deep"])
  }

  /// Much is not a bomb.
  @Test(arguments: LimitTexts.longFields)
  func muchIsRead(_ sample: LimitTexts.Sample) {
    let reading = Pace.read(Array("---\n\(sample.text)\n---\n".utf8), sample.name)
    #expect(reading.problems == [])
  }
}
