import OpytDiagnostics
import OpytMarkup
import Testing

struct FrontMatterTests {
  /// Every key and value in the order of the file: its range, then the text that stands there.
  private static func places(_ reading: Reading) -> [String] {
    func walk(_ node: FrontMatterNode) -> [String] {
      let place = Reading.description(of: node.range) + " " + (reading.text(at: node.range) ?? "?")
      switch node {
      case .scalar: return [place]
      case .list(let items, _): return ["list " + place] + items.flatMap(walk)
      case .mapping(let entries, _):
        return ["map " + place]
          + entries.flatMap { entry in
            [Reading.description(of: entry.keyRange) + " " + (reading.text(at: entry.keyRange) ?? "?")]
              + walk(entry.value)
          }
      }
    }
    return reading.document.map { Array(walk($0.frontMatter).dropFirst()) } ?? []
  }

  @Test(arguments: [
    ("title: Огород", ["2:1–2:6 title", "2:8–2:14 Огород"]),
    ("заголовок:   «Ёлка» – 🌱  ", ["2:1–2:10 заголовок", "2:14–2:24 «Ёлка» – 🌱"]),
    ("title: \"Ёж: \\\"x\\\"\" # нет", ["2:1–2:6 title", "2:8–2:19 \"Ёж: \\\"x\\\"\""]),
    ("title: 'од''ин'", ["2:1–2:6 title", "2:8–2:16 'од''ин'"]),
    ("\"ключ\": x", ["2:1–2:7 \"ключ\"", "2:9–2:10 x"]),
    ("а:\nб: x", ["2:1–2:2 а", "2:3–2:3 ", "3:1–3:2 б", "3:4–3:5 x"]),
    ("а: раз\n  два\n  три\nб: x", ["2:1–2:2 а", "2:4–4:6 раз\n  два\n  три", "5:1–5:2 б", "5:4–5:5 x"]),
    ("а: \"раз\n  два\"\nб: x", ["2:1–2:2 а", "2:4–3:7 \"раз\n  два\"", "4:1–4:2 б", "4:4–4:5 x"]),
    // Texts of several lines: to the end of their last line.
    ("а: |\n  раз\n\n  два\n\nб: x", ["2:1–2:2 а", "2:4–5:6 |\n  раз\n\n  два", "7:1–7:2 б", "7:4–7:5 x"]),
    ("а: >-\n  раз\n  два\nб: x", ["2:1–2:2 а", "2:4–4:6 >-\n  раз\n  два", "5:1–5:2 б", "5:4–5:5 x"]),
    ("а: |+\n  раз\n\n", ["2:1–2:2 а", "2:4–3:6 |+\n  раз"]),
    ("а: |\nб: x", ["2:1–2:2 а", "2:4–2:5 |", "3:1–3:2 б", "3:4–3:5 x"]),
    // Lists in brackets and with dashes, indented or not.
    (
      "а: [раз, \"два\", 'три' ] # нет",
      ["2:1–2:2 а", "list 2:4–2:24 [раз, \"два\", 'три' ]", "2:5–2:8 раз", "2:10–2:15 \"два\"", "2:17–2:22 'три'"]
    ),
    ("а: [раз,\n  два]", ["2:1–2:2 а", "list 2:4–3:7 [раз,\n  два]", "2:5–2:8 раз", "3:3–3:6 два"]),
    ("а: []\nб: x", ["2:1–2:2 а", "list 2:4–2:6 []", "3:1–3:2 б", "3:4–3:5 x"]),
    (
      "а:\n  - раз\n  - «два»\n\nб: x",
      ["2:1–2:2 а", "list 3:3–4:10 - раз\n  - «два»", "3:5–3:8 раз", "4:5–4:10 «два»", "6:1–6:2 б", "6:4–6:5 x"]
    ),
    ("а:\n- раз\n- два", ["2:1–2:2 а", "list 3:1–4:6 - раз\n- два", "3:3–3:6 раз", "4:3–4:6 два"]),
    // Records.
    (
      "а:\n  - б: раз\n    в: [два]\n  - б: три",
      [
        "2:1–2:2 а", "list 3:3–5:11 - б: раз\n    в: [два]\n  - б: три", "map 3:5–4:13 б: раз\n    в: [два]",
        "3:5–3:6 б",
        "3:8–3:11 раз", "4:5–4:6 в", "list 4:8–4:13 [два]", "4:9–4:12 два", "map 5:5–5:11 б: три", "5:5–5:6 б",
        "5:8–5:11 три",
      ]
    ),
    (
      "а: {б: раз, в: {г: два}}",
      [
        "2:1–2:2 а", "map 2:4–2:25 {б: раз, в: {г: два}}", "2:5–2:6 б", "2:8–2:11 раз", "2:13–2:14 в",
        "map 2:16–2:24 {г: два}", "2:17–2:18 г", "2:20–2:23 два",
      ]
    ),
    (
      "а:\n  б:\n    в: x\nг: y",
      [
        "2:1–2:2 а", "map 3:3–4:9 б:\n    в: x", "3:3–3:4 б", "map 4:5–4:9 в: x", "4:5–4:6 в", "4:8–4:9 x", "5:1–5:2 г",
        "5:4–5:5 y",
      ]
    ),
    // A line separator ends no line of the file, whatever YAML says.
    (
      "а: раз\u{2028}два\nб: x\u{2029}y\nв: z",
      ["2:1–2:2 а", "2:4–2:11 раз\u{2028}два", "3:1–3:2 б", "3:4–3:7 x\u{2029}y", "4:1–4:2 в", "4:4–4:5 z"]
    ),
  ])
  func ranges(_ fields: String, places: [String]) {
    let reading = Reading(fields: fields)
    #expect(reading.problems == [])
    #expect(Self.places(reading) == places)
  }

  @Test(arguments: ["", "\u{FEFF}"])
  func rangesWithCRLFAndMark(_ mark: String) {
    let reading = Reading(mark + "---\r\nа: «ё»\r\nб: |\r\n  раз\r\n  два\r\nв:\r\n  - x\r\n---\r\nтекст\r\n")
    #expect(reading.problems == [])
    #expect(reading.document?.frontMatter["а"]?.range.start == SourcePosition(line: 2, column: 4))
    #expect(reading.document?.frontMatter["а"]?.range.end == SourcePosition(line: 2, column: 7))
    #expect(reading.document?.frontMatter["б"]?.scalar?.text == "раз\nдва\n")
    #expect(reading.document?.frontMatter["б"]?.range.end == SourcePosition(line: 5, column: 6))
    #expect(reading.document?.frontMatter["в"]?.items.first?.range.start == SourcePosition(line: 7, column: 5))
    #expect(reading.html == "<p>текст</p>\n")
  }

  /// Nothing is read as a number, a truth, a date or nothing.
  @Test(arguments: [
    "no", "yes", "true", "null", "~", "08", "12:30", "1e3", "0x1F", "-1", "2026-02-30", "1_000", ".inf", "NaN", "<<",
    "=",
    "5", "05.13.2026", "вчера", "Ё", "a#b", "http://x.y/?a=b#c",
  ])
  func valuesStayText(_ text: String) {
    let value = Reading(fields: "title: \(text)").document?.frontMatter["title"]?.scalar
    #expect(value?.text == text)
    #expect(value?.isPlain == true)
  }

  @Test(arguments: [
    ("\"a\\tb \\\"ё\\\" \\u0451\"", "a\tb \"ё\" ё", false), ("'a\\tb ''ё'''", "a\\tb 'ё'", false),
    ("|\n  раз\n   два\n", "раз\n два\n", false), (">\n  раз\n  два\n\n  три\n", "раз два\nтри\n", false),
    ("|-\n  раз\n", "раз", false), ("раз\n  два\n\n  три", "раз два\nтри", true), ("\"\"", "", false), ("", "", true),
    ("раз\u{2028}два", "раз два", true), ("x # нет", "x", true), ("\"# да\"", "# да", false),
    ("и\u{306}", "и\u{306}", true),
  ])
  func texts(_ written: String, text: String, isPlain: Bool) {
    let value = Reading(fields: "title: " + written).document?.frontMatter["title"]?.scalar
    #expect(value.map { Array($0.text.unicodeScalars) } == Array(text.unicodeScalars))
    #expect(value?.isPlain == isPlain)
    #expect(value?.isEmpty == (text.isEmpty && isPlain))
  }

  /// Which of two equal keys counts is the schema's matter: both come through, in order.
  @Test func duplicateKeysComeThrough() {
    let reading = Reading(fields: "title: раз\nназвание: два\ntitle: три")
    guard case .mapping(let entries, _)? = reading.document?.frontMatter else { return #expect(Bool(false)) }
    #expect(entries.map(\.key) == ["title", "название", "title"])
    #expect(entries.map(\.keyRange.start.line) == [2, 3, 4])
  }

  @Test(arguments: ["---\n---\n", "---\n---", "---\n# только комментарий\n---\n", "---\n\n---\n", "---  \n---\t\n"])
  func noFieldsAtAll(_ source: String) {
    let reading = Reading(source)
    #expect(reading.problems == [])
    guard case .mapping(let entries, _)? = reading.document?.frontMatter else { return #expect(Bool(false)) }
    #expect(entries.count == 0)
  }

  /// `site-config.json` is read by the same reader.
  @Test func readsJSON() throws {
    let json =
      "{\n  \"title\": \"Сеть \\u0451\",\n  \"limits\": { \"file_kilobytes\": 512, \"list\": [true, null] }\n}\n"
    let (node, diagnostics) = FrontMatterParser.parse(Array(json.utf8), path: "site-config.json")
    #expect(diagnostics.count == 0)
    #expect(node?["title"]?.scalar?.text == "Сеть ё")
    #expect(node?["limits"]?["file_kilobytes"]?.scalar?.text == "512")
    #expect(node?["limits"]?["file_kilobytes"]?.range.start == SourcePosition(line: 3, column: 33))
    #expect(node?["limits"]?["list"]?.items.map { $0.scalar?.text } == ["true", "null"])
  }

  @Test func anEmptyFileHasNoValue() {
    let (node, diagnostics) = FrontMatterParser.parse([], path: "site-config.json")
    #expect(node == nil)
    #expect(diagnostics.count == 0)
  }
}
