import OpytDiagnostics
import OpytMarkup
import Testing

/// What people write among the fields and YAML does not read: read as it was meant, or told at its own sign.
struct FrontMatterSlipTests {
  /// Spaces that look like spaces and signs that nobody sees: read, without a word.
  @Test(arguments: [
    ("а:\u{A0}б\nв: г", "б"), ("а: х\nб:\u{A0}у\nв: г", "х"), ("а:\u{202F}\u{A0}б\nв: г", "б"),
    ("\u{FEFF}а: б\nв: г", "б"), ("\u{200B}\u{AD}а: б\nв: г", nil), ("а:\u{200B} б\nв: г", "б"),
    ("а:\u{2060}б\nв: г", "б"), ("а: \u{A0}б\nв: г", nil),
  ])
  func invisible(_ fields: String, _ value: String?) throws {
    let reading = Reading(fields: fields)
    #expect(reading.problems == [])
    let document = try #require(reading.document)
    if let value { #expect(document.frontMatter["а"]?.scalar?.text == value) }
    #expect(document.frontMatter["в"]?.scalar?.text == "г")
  }

  @Test(arguments: [
    "а:\n\u{A0}\u{A0}- б\n\u{A0}\u{A0}- в", "а:\n \u{202F}- б\n  - в", "а:\n\u{3000}- б\n\u{3000}- в",
    "а:\n  -\u{A0}г: д\n  - в", "а:\n  -\u{A0}б\n  -\u{A0}в", "а:\n  -\u{A0}г: д\n  -\u{A0}г: д", "а:\n  - б\n  – в",
    "а:\n  - б\n  • в\n  — г", "а:\n- б\n· в",
    "а:\n  - б\n  –\u{A0}в\n  - г",
  ])
  func lists(_ fields: String) throws {
    let reading = Reading(fields: fields)
    #expect(reading.problems == [])
    #expect(try #require(reading.document?.frontMatter["а"]).items.count >= 2)
  }

  /// The place of a value behind what was left out of the reading is its own place.
  @Test(arguments: [
    ("\u{FEFF}\u{FEFF}а: б\nв: г", "2:6–2:7"), ("а:\u{200B}\u{A0}\u{200B}б\nв: г", "2:6–2:7"),
    ("а:\n \u{A0}- б\n \u{A0}- в", "3:3–4:6"), ("**а:** б\nв: г", "2:8–2:9"), ("а:б\nв: г", "2:3–2:4"),
    ("а: “б: в”\nв: г", "2:4–2:10"),
  ])
  func places(_ fields: String, _ place: String) throws {
    let range = try #require(Reading(fields: fields).document?.frontMatter["а"]).range
    #expect(Reading.description(of: range) == place)
  }

  /// Told at the sign, with the author's own words, and mended by its replacement. Nothing else is told.
  @Test(arguments: [
    ("цель:Текст\nа: б", "2:5–2:6", "«цель: Текст»", "цель: Текст\nа: б"),
    ("а: б\nцель:Текст\nв: г", "3:5–3:6", "«цель: Текст»", "а: б\nцель: Текст\nв: г"),
    ("цель:Текст", "2:5–2:6", "пробел", "цель: Текст"),
    ("а:\n  - б: в\n    г:д", "4:6–4:7", "«г: д»", "а:\n  - б: в\n    г: д"),
    ("ключевые слова:[а, б]\nв: г", "2:15–2:16", "пробел", "ключевые слова: [а, б]\nв: г"),
    ("а: |\n  б:в\nв:г\nд: е", "4:2–4:3", "«в: г»", "а: |\n  б:в\nв: г\nд: е"),
    ("**название:** Огород", "2:1–2:3", "«название: …»", "название: Огород"),
    ("**название**: Огород", "2:1–2:3", "«**»", "название: Огород"),
    ("а: б\n*название:* Огород\nв: г", "3:1–3:2", "«*»", "а: б\nназвание: Огород\nв: г"),
    ("`название`: Огород", "2:1–2:2", "«`»", "название: Огород"),
    ("**название:**Огород\nа: б", "2:1–2:3", "«название: …»", "название: Огород\nа: б"),
    ("а: “Огород: лук”", "2:4–2:5", "\"Огород: лук\"", "а: \"Огород: лук\""),
    ("а: „Огород: лук“\nв: г", "2:4–2:5", "прямые", "а: \"Огород: лук\"\nв: г"),
    ("а: \"Огород\" на окне", "2:4–2:5", "«Огород» на окне", "а: '\"Огород\" на окне'"),
    ("а:\n  - \"Огород\" и \"лес\"\nв: г", "3:5–3:6", "«Огород»", "а:\n  - '\"Огород\" и \"лес\"'\nв: г"),
    ("а: 'Огород' на окне", "2:4–2:5", "«Огород» на окне", "а: \"'Огород' на окне\""),
    ("а:\n  * б", "3:3–3:4", "«- б»", "а:\n  - б"),
  ])
  func told(_ fields: String, _ place: String, _ words: String, _ mended: String) throws {
    let reading = Reading(fields: fields)
    #expect(reading.problems == ["\(place) error yaml-invalid"])
    let diagnostic = try #require(reading.diagnostics.first)
    let said = diagnostic.message.russian + " " + (diagnostic.advice?.russian ?? "")
    #expect(said.contains(words))
    let text = ("---\n" + fields + "\n---\n").applying(diagnostic.fixes)
    #expect(text == "---\n" + mended + "\n---\n")
    #expect(Reading(text).problems == [])
    #expect(reading.document != nil, "the fields are read for all else that may be wrong")
  }

  /// Lists with other signs and lines that are not aligned: told once, with the lines as they should be.
  @Test(arguments: [
    ("а:\n• б\n• в\nг: д", "3:1–3:2", "«•»", "а:\n- б\n- в\nг: д", "а:\n  - б\n  - в"),
    ("а:\n— б\n— в", "3:1–3:2", "тире «—»", "а:\n- б\n- в", "а:\n  - б\n  - в"),
    ("а:\n* б\n* в", "3:1–3:2", "«*»", "а:\n- б\n- в", "а:\n  - б\n  - в"),
    ("а:\n1. б\n2. в: г\nд: е", "3:1–3:3", "«1.»", "а:\n- б\n- \"в: г\"\nд: е", "а:\n  - б\n  - \"в: г\""),
    ("а:\n– б: в\n  и г\n– д", "3:1–3:2", "тире", "а:\n- \"б: в\n  и г\"\n- д", "а:\n  - \"б: в и г\"\n  - д"),
    (
      "к:\n  - а:\n• б\n• в", "4:1–4:2", "«•»", "к:\n  - а:\n    - б\n    - в", "  - а:\n      - б\n      - в"
    ),
    ("а:\n  - б\n - в\n   - г", "4:1–4:2", "нужно 2", "а:\n  - б\n  - в\n  - г", "а:\n  - б\n  - в\n  - г"),
    ("а:\n  - б\n    - в\nг: д", "4:1–4:5", "нужно 2", "а:\n  - б\n  - в\nг: д", "а:\n  - б\n  - в"),
    (
      "а:\n  - б: в\n   г: д\n   е: ж", "4:1–4:4", "нужно 4", "а:\n  - б: в\n    г: д\n    е: ж",
      "  - б: в\n    г: д\n    е: ж"
    ),
    ("а:\n  - б\n г: д", "4:1–4:2", "отступ не нужен", "а:\n  - б\nг: д", "а:\n  - б\nг: д"),
    (
      "а:\n  Б: в\n  - г\n  - д\nе: ж", "3:3–3:7", "нет дефиса", "а:\n  - \"Б: в\"\n  - г\n  - д\nе: ж",
      "а:\n  - \"Б: в\"\n  - г\n  - д"
    ),
  ])
  func lines(_ fields: String, _ place: String, _ words: String, _ mended: String, _ snippet: String) throws {
    let reading = Reading(fields: fields)
    #expect(reading.problems == ["\(place) error yaml-invalid"])
    let diagnostic = try #require(reading.diagnostics.first)
    #expect(diagnostic.message.russian.contains(words), "\(diagnostic.message.russian)")
    #expect(diagnostic.snippet?.russian == snippet)
    let text = ("---\n" + fields + "\n---\n").applying(diagnostic.fixes)
    #expect(text == "---\n" + mended + "\n---\n")
    #expect(Reading(text).problems == [])
    #expect(reading.document != nil, "the fields are read for all else that may be wrong")
  }

  /// Below a value, what was meant is for a person to say.
  @Test(arguments: ["а: б\n• в\n• г\nд: е", "а: • б\n• в\n• г", "а: б\n— в\n— г"])
  func listsBelowValues(_ fields: String) throws {
    let reading = Reading(fields: fields)
    #expect(reading.problems == ["3:1–3:2 error yaml-invalid"])
    let diagnostic = try #require(reading.diagnostics.first)
    #expect(diagnostic.snippet?.russian == "а:\n  - б\n  - в\n  - г")
    #expect(diagnostic.fixes == [])
    #expect(reading.document?.frontMatter["а"] != nil)
  }

  /// The first item behind the key, the others below it: told at the first, with the list as it should be.
  @Test(arguments: [
    ("а: Б: в\n  - г\n  - д\nе: ж", "2:4–2:8", "а:\n  - \"Б: в\"\n  - г\n  - д"),
    ("а: Б: в\n- г\n  и ещё\nе: ж", "2:4–2:8", "а:\n  - \"Б: в\"\n  - г и ещё"),
    ("а: Б: «в» \"г\"\n\n  - д", "2:4–2:14", "а:\n  - 'Б: «в» \"г\"'\n  - д"),
  ])
  func listsBehindKeys(_ fields: String, _ place: String, _ snippet: String) throws {
    let reading = Reading(fields: fields)
    #expect(reading.problems == ["\(place) error yaml-invalid"])
    let diagnostic = try #require(reading.diagnostics.first)
    #expect(diagnostic.message.russian.contains("в строке с ключом"))
    #expect(diagnostic.snippet?.russian == snippet)
    #expect(diagnostic.fixes == [])
    #expect(reading.document?.frontMatter["а"] != nil)
    #expect(Reading(fields: snippet).problems == [])
  }

  /// Lines below a key with neither an indent nor a sign.
  @Test(arguments: [
    ("а:\nБ в\nГ д\nе: ж", "3:1–3:4", "«а»", "а:\n  - Б в\n  - Г д"), ("а:\n\nБ в\nе: ж", "4:1–4:4", "«а»", nil),
    ("е: ж\nа:\nБ в\nГ д", "4:1–4:4", "«а»", "а:\n  - Б в\n  - Г д"),
  ])
  func linesWithoutIndent(_ fields: String, _ place: String, _ words: String, _ snippet: String?) throws {
    let reading = Reading(fields: fields)
    #expect(reading.problems == ["\(place) error yaml-invalid"])
    let diagnostic = try #require(reading.diagnostics.first)
    #expect(diagnostic.message.russian.contains(words), "\(diagnostic.message.russian)")
    #expect(diagnostic.snippet?.russian == snippet)
    // One line can only be a text; of several a person says what they are.
    #expect(diagnostic.fixes.isEmpty == (snippet != nil))
    #expect(reading.document?.frontMatter["а"] != nil)
  }

  /// Values of several lines that may have been meant as several.
  @Test(
    arguments: [
      ("а:\n  Б в\n  Г д", ["Б в", "Г д"]), ("а:\n  б\n  в", ["б", "в"]), ("а: Б\n  - в\n  - г д", ["Б", "в", "г д"]),
      ("а: Б в\n\n  Г д\n", ["Б в", "Г д"]), ("а:\n  Б в\n  г д", nil), ("а: >\n  Б в\n  Г д", nil),
      ("а: \"Б\n  Г\"", nil), ("а: Б в, Г", nil), ("а:\n  • Б\n  • Г", nil),
    ] as [(String, [String]?)])
  func linesMeantApart(_ fields: String, _ lines: [String]?) throws {
    let reading = Reading(fields: fields)
    #expect(reading.problems == [])
    let scalar = try #require(reading.document?.frontMatter["а"]?.scalar)
    if let lines {
      #expect(scalar.style == .apart(lines))
      #expect(scalar.isPlain)
    } else if case .apart = scalar.style {
      Issue.record("\(scalar.style)")
    }
  }

  /// Lines of one value are no items.
  @Test(arguments: [
    "а: б\n  - в", "аб-вг-де: ж\n  - з", "к:\n  - а: б\n      - в", "а:\n  - б\n    – в", "а:\n  - >\n    б\n    - в",
    "а:\n  - \"б\n    - в\"",
  ])
  func valuesOfSeveralLines(_ fields: String) {
    #expect(Reading(fields: fields).problems == [])
  }

  /// Several are told at once, each in its line.
  @Test func several() {
    let fields = "а:б\nв: г\n**д:** е\nж: “з: и”\nк: л"
    #expect(
      Reading(fields: fields).problems == [
        "2:2–2:3 error yaml-invalid", "4:1–4:3 error yaml-invalid", "5:4–5:5 error yaml-invalid",
      ])
  }

  /// Where more than a slip is wrong, the rest is told as before.
  @Test(arguments: [
    ("а:\u{A0}б\nв: г: д", "3:5–3:6 error yaml-invalid"), ("а:\n\u{A0}\u{A0}- б\nв: [г", "4:4–4:5 error yaml-invalid"),
    ("http://example.org\nа: б", "3:2–3:3 error yaml-invalid"), ("9:30\nа: б", "3:2–3:3 error yaml-invalid"),
  ])
  func others(_ fields: String, _ problem: String) {
    #expect(Reading(fields: fields).problems == [problem])
  }

  /// What is text stays as it was written.
  @Test(arguments: [
    ("а: |\n  б:\u{A0}в\n  – г\n  **д:** е", "б:\u{A0}в\n– г\n**д:** е\n"), ("а: б:в", "б:в"), ("а: 9:30", "9:30"),
    ("а: «б»:в", "«б»:в"), ("а: “б”", "“б”"), ("а: \"б\u{A0}в\"", "б\u{A0}в"),
    ("а: https://b.example/", "https://b.example/"),
  ])
  func texts(_ fields: String, _ value: String) {
    let reading = Reading(fields: fields)
    #expect(reading.problems == [])
    #expect(reading.document?.frontMatter["а"]?.scalar?.text == value)
  }

  // MARK: Fences

  /// Dashes instead of three hyphens: told at their line, mended by a replacement, and the fields are read.
  @Test(arguments: [
    ("———\nа: б\n———\nтекст", ["1:1–1:4 error front-matter-missing", "3:1–3:4 error front-matter-unclosed"]),
    ("———\nа: б\n---\nтекст", ["1:1–1:4 error front-matter-missing"]),
    ("---\nа: б\n———\nтекст", ["3:1–3:4 error front-matter-unclosed"]),
    ("---\nа: б\n—\nтекст\n\n---\n\nещё", ["3:1–3:2 error front-matter-unclosed"]),
    ("–––\nа: б\n–-\n", ["1:1–1:4 error front-matter-missing", "3:1–3:3 error front-matter-unclosed"]),
    ("----\nа: б\n----\n", ["1:1–1:5 error front-matter-missing", "3:1–3:5 error front-matter-unclosed"]),
    ("--\nа: б\n--", ["1:1–1:3 error front-matter-missing", "3:1–3:3 error front-matter-unclosed"]),
    ("- - -\nа: б\n---\n", ["1:1–1:6 error front-matter-missing"]),
  ])
  func fences(_ source: String, _ problems: [String]) {
    let reading = Reading(source)
    #expect(reading.problems == problems)
    #expect(reading.document?.frontMatter["а"]?.scalar?.text == "б")
    #expect(Reading(source.applying(reading.diagnostics.flatMap(\.fixes))).problems == [])
  }

  /// What can't be seen before the first line: told at that line, and the fields are read.
  @Test(arguments: [
    ("\n---\nа: б\n---\nтекст", ["2:1–2:4 error front-matter-missing"]),
    ("\n \n\u{A0}\t\n---\nа: б\n---\n", ["4:1–4:4 error front-matter-missing"]),
    ("\r\n\r\n---\r\nа: б\r\n---\r\n", ["3:1–3:4 error front-matter-missing"]),
    ("\n\u{FEFF}---\nа: б\n---\n", ["2:1–2:5 error front-matter-missing"]),
    (" ---\nа: б\n---\n", ["1:1–1:5 error front-matter-missing"]),
    ("\u{200B}---\nа: б\n---\n", ["1:1–1:5 error front-matter-missing"]),
    ("\n---\nа: б\n———\n", ["2:1–2:4 error front-matter-missing", "4:1–4:4 error front-matter-unclosed"]),
    ("---\nа: б\n ---\nтекст", ["3:1–3:5 error front-matter-unclosed"]),
    ("а: б\nв: г\n---\nтекст", ["1:1–1:5 error front-matter-missing"]),
  ])
  func unseen(_ source: String, _ problems: [String]) {
    let reading = Reading(source)
    #expect(reading.problems == problems)
    #expect(reading.document?.frontMatter["а"]?.scalar?.text == "б")
    #expect(Reading(source.applying(reading.diagnostics.flatMap(\.fixes))).problems == [])
  }

  @Test(arguments: ["```markdown\n---\nа: б\n---\nтекст\n```\n", "\n```\n---\nа: б\n---\n```\n"])
  func framed(_ source: String) {
    let reading = Reading(source)
    #expect(reading.diagnostics.map(\.code) == [.frontMatterMissing])
    #expect(reading.diagnostics.first?.message.russian.contains("рамка примера") == true)
    #expect(reading.document?.frontMatter["а"]?.scalar?.text == "б")
  }

  /// A line of hyphens inside of a value ends nothing where the fields end later.
  @Test func indentedHyphensInAValue() {
    let reading = Reading("---\nа: |\n  б\n  ---\n  в\n---\n")
    #expect(reading.problems == [])
    #expect(reading.document?.frontMatter["а"]?.scalar?.text == "б\n---\nв\n")
  }

  // MARK: What a value lost, or was meant as

  @Test(
    arguments: [
      ("а: Огород № 1 #осень", 15), ("а: Огород   # 3", 13), ("а: #2e7d5b", 4), ("а:\n  - б #в", nil), ("а: б#в", nil),
      ("а: \"б #в\"", nil), ("а: |\n  б #в", nil), ("# весь\nа: б", nil), ("а: б \n  # г\nв: д", nil),
      ("а:\u{A0}б #в\nг: д", 6),
    ] as [(String, Int32?)])
  func comments(_ fields: String, _ column: Int32?) throws {
    let scalar = try #require(Reading(fields: fields).document?.frontMatter["а"]).scalar
    if let column {
      #expect(scalar?.style == .cut(at: column))
    } else if case .cut = scalar?.style {
      Issue.record("cut")
    }
  }

  @Test(
    arguments: [
      ("а:\n  – б\n  – в г", ["б", "в г"]), ("а:\n  • б\n    и дальше\n  • в", ["б и дальше", "в"]),
      ("а:\n  1. б\n  2. в", ["б", "в"]), ("а:\n  1) б\n  2) в", ["б", "в"]), ("а: – б", ["б"]),
      ("а:\n  – б\n  - в", ["б", "в"]),
      ("а: 2025. б", nil), ("а: 12.03.2026", nil), ("а: –5", nil), ("а: б – в", nil), ("а: \"– б\"", nil),
    ] as [(String, [String]?)])
  func listed(_ fields: String, _ items: [String]?) throws {
    let scalar = try #require(Reading(fields: fields).document?.frontMatter["а"]).scalar
    var found: [String]?
    if case .listed(let items) = scalar?.style { found = items.map(\.text) }
    #expect(found == items)
  }
}

extension String {
  /// The text with replacements that do not overlap.
  func applying(_ fixes: [Replacement]) -> String {
    var lines = unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0) }
    for fix in fixes.sorted(by: { $0.range > $1.range }) {
      let (first, last) = (Int(fix.range.start.line) - 1, Int(fix.range.end.line) - 1)
      let line =
        lines[first].prefix(Int(fix.range.start.column) - 1) + fix.text.unicodeScalars
        + lines[last].dropFirst(Int(fix.range.end.column) - 1)
      lines.replaceSubrange(first...last, with: [Array(line)])
    }
    return lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
  }
}
