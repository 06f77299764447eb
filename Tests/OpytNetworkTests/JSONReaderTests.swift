import Foundation
import OpytDiagnostics
import OpytMarkup
import SampleTexts
import Testing

@testable import OpytNetwork

/// Every mistake in a JSON file is told at its own place with its own cause, and mended where the mend is certain.
@Suite struct JSONReaderTests {
  private func read(_ bytes: [UInt8]) -> (value: FrontMatterNode?, problems: [String]) {
    let (value, diagnostics) = JSONReader.read(bytes, file: "f.json")
    return (
      value,
      diagnostics.map { problem in
        let place = problem.location.range.map { "\($0.start.line):\($0.start.column)" } ?? "-"
        return "\(place) \(problem.message.russian)"
      }
    )
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    let problems: [String]
    /// The file with all mends made; nil where there is none for some problem.
    var mended: String?

    init(_ text: String, _ problems: String..., mended: String? = nil) {
      self.text = text
      self.problems = problems
      self.mended = mended
    }

    var testDescription: String { text }
  }

  static let rows: [Row] = [
    // Commas
    Row(#"{"a": 1 "b": 2}"#, "1:8 нет запятой", mended: #"{"a": 1, "b": 2}"#),
    Row("{\n  \"а\": \"б\"\n  \"в\": 2\n}", "2:11 нет запятой", mended: "{\n  \"а\": \"б\",\n  \"в\": 2\n}"),
    Row("{\"a\": [1, 2]  // да\n \"b\": 2}", "1:13 нет запятой", "1:15 в JSON не бывает комментариев"),
    Row(#"["a" "b"]"#, "1:5 нет запятой", mended: #"["a", "b"]"#),
    Row("{\"a\": 1,\n}", "1:8 лишняя запятая после последнего значения", mended: "{\"a\": 1\n}"),
    Row(#"[1, 2 , ]"#, "1:7 лишняя запятая после последнего значения", mended: "[1, 2  ]"),
    Row(#"[1,, 2]"#, "1:4 лишняя запятая", mended: "[1, 2]"),
    Row(#"{, "a": 1}"#, "1:2 лишняя запятая", mended: #"{ "a": 1}"#),
    Row(#"{"a": 1; "b": 2}"#, "1:8 точка с запятой вместо запятой", mended: #"{"a": 1, "b": 2}"#),
    // Colons
    Row(#"{"a" 1}"#, "1:5 нет двоеточия после «a»", mended: #"{"a": 1}"#),
    Row(#"{"a"}"#, "1:5 нет двоеточия после «a»"),
    Row(#"{"a" = 1}"#, "1:6 знак равенства вместо двоеточия", mended: #"{"a" : 1}"#),
    Row(#"{"a": , "b": 1}"#, "1:2 у «a» нет значения"),
    Row(#"{"a":}"#, "1:2 у «a» нет значения"),
    // Quotes
    Row("{'a': 'б'}", "1:2 одинарные кавычки", "1:7 одинарные кавычки", mended: #"{"a": "б"}"#),
    Row("{'a': 'it's'}", "1:2 одинарные кавычки", "1:7 одинарные кавычки", mended: #"{"a": "it's"}"#),
    Row("{'a': '\"б\"'}", "1:2 одинарные кавычки", "1:7 одинарные кавычки"),
    Row("{“a”: «б»}", "1:2 типографские кавычки", "1:7 типографские кавычки", mended: #"{"a": "б"}"#),
    Row("{„a“: ‘б’}", "1:2 типографские кавычки", "1:7 типографские кавычки", mended: #"{"a": "б"}"#),
    Row(
      "{\"a”: 1, \"в\": “б\"}", "1:4 типографские кавычки", "1:15 типографские кавычки",
      mended: #"{"a": 1, "в": "б"}"#),
    Row("{\"a\": \"б”,\n\"c\": 1}", "1:9 типографские кавычки", mended: "{\"a\": \"б\",\n\"c\": 1}"),
    Row("{\"a\": «б,\n\"c\": 1}", "1:7 текст не закрыт кавычкой"),
    Row(#"{"a": "Сад "Ромашка""}"#, "1:12 кавычка внутри текста"),
    Row(#"{title: "А"}"#, "1:2 ключ «title» без кавычек", mended: #"{"title": "А"}"#),
    Row(
      #"{base-url:1, название : 2}"#, "1:2 ключ «base-url» без кавычек", "1:14 ключ «название» без кавычек",
      mended: #"{"base-url":1, "название" : 2}"#),
    Row("{\"a\": Сеть садов }", "1:7 текст без кавычек", mended: "{\"a\": \"Сеть садов\" }"),
    Row("{\"a\": https://opyt.example/}", "1:7 текст без кавычек"),
    Row(#"{"a": 1, 5: 2}"#, "1:10 ключом может быть только текст в кавычках"),
    Row(#"{["a"]: 2}"#, "1:2 ключом может быть только текст в кавычках"),
    // Words
    Row(
      #"{"a": True, "b": FALSE}"#, "1:7 вместо «True» пишут true", "1:18 вместо «FALSE» пишут false",
      mended: #"{"a": true, "b": false}"#),
    Row(
      #"[None, undefined]"#, "1:2 вместо «None» пишут null", "1:8 вместо «undefined» пишут null", mended: "[null, null]"
    ),
    // Numbers
    Row(
      "[01, -007, .5, -.5, +5, 00, +0.5]", "1:2 так число не записывают: «01»", "1:6 так число не записывают: «-007»",
      "1:12 так число не записывают: «.5»", "1:16 так число не записывают: «-.5»", "1:21 так число не записывают: «+5»",
      "1:25 так число не записывают: «00»", "1:29 так число не записывают: «+0.5»",
      mended: "[1, -7, 0.5, -0.5, 5, 0, 0.5]"),
    Row("[5.]", "1:2 так число не записывают: «5.»"),
    Row("[-]", "1:2 так число не записывают: «-»"),
    Row("[1e]", "1:2 так число не записывают: «1e»"),
    Row("[0x1F]", "1:2 так число не записывают: «0x1F»"),
    Row("[2026-03-12]", "1:2 так число не записывают: «2026-03-12»"),
    Row("[5кг]", "1:2 так число не записывают: «5кг»"),
    Row("[1.2.3]", "1:2 так число не записывают: «1.2.3»"),
    Row("[NaN]", "1:2 так число не записывают: «NaN»"),
    Row("[-Infinity]", "1:2 так число не записывают: «-Infinity»"),
    // Texts
    Row("{\"a\": \"б}", "1:7 текст не закрыт кавычкой"),
    Row("{\"a\": \"б,\n \"c\": \"г\"}", "1:7 текст не закрыт кавычкой"),
    Row("{\"a\": \"б,\n \"c\"}", "1:7 текст не закрыт кавычкой"),
    Row("{\"a\": \"б\nв\"}", "1:9 перенос строки внутри кавычек"),
    Row("{\"a\": \"б\r\nв\", \"г\": 01}", "1:9 перенос строки внутри кавычек", "2:10 так число не записывают: «01»"),
    Row("[\"а\tб\"]", "1:4 табуляция внутри кавычек", mended: "[\"а\\tб\"]"),
    Row("[\"а\u{1}б\"]", "1:4 управляющий символ U+0001", mended: "[\"аб\"]"),
    Row(
      #"["а\u0000\b\u202E\r"]"#, "1:4 управляющий символ U+0000", "1:10 управляющий символ U+0008",
      "1:12 невидимый знак меняет порядок букв", "1:18 управляющий символ U+000D", mended: "[\"а\"]"),
    Row(
      #"["C:\сайт\n\'"]"#, "1:5 одиночная обратная косая черта", "1:12 одиночная обратная косая черта",
      mended: #"["C:\\сайт\n'"]"#),
    Row(#"["\u12"]"#, "1:3 неполный код знака"),
    Row(#"["\ud83d"]"#, "1:3 неполный код знака"),
    Row(#"["\ude00"]"#, "1:3 неполный код знака"),
    Row(#"["\ud83d\u0041"]"#, "1:3 неполный код знака"),
    // Comments and spaces
    Row(
      "// да\n{\"a\": 1 /* нет\n */} # всё", "1:1 в JSON не бывает комментариев", "2:9 в JSON не бывает комментариев",
      "3:6 в JSON не бывает комментариев"),
    Row(
      "{\"a\":\u{A0}1,\u{200B}\"b\": 2}", "1:6 неразрывный или невидимый пробел",
      "1:9 неразрывный или невидимый пробел", mended: "{\"a\": 1,\"b\": 2}"),
    // Brackets and ends
    Row("", "1:1 файл пуст"),
    Row(" \n", "1:1 файл пуст"),
    Row("{", "1:2 не хватает закрывающей скобки }"),
    Row("{\"a\": [1,\n  {\"b\": 2}\n", "2:11 не хватает закрывающей скобки ]"),
    Row("{\"a\": [1}", "1:9 закрывает не та скобка: здесь нужна ]"),
    Row("[{\"a\": 1]", "1:9 закрывает не та скобка: здесь нужна }"),
    Row("{\"a\": 1} лишнее", "1:10 лишнее после конца записи"),
    Row("{\"a\": 1}\n}", "2:1 лишнее после конца записи"),
    Row("title: А", "1:1 нет фигурных скобок вокруг записи"),
    Row("\n\"title\": \"А\"", "2:1 нет фигурных скобок вокруг записи"),
    Row("{\"a\": )}", "1:7 знак «)» здесь лишний"),
    Row("{\"a\": \"б\" ) }", "1:11 знак «)» здесь лишний"),
    Row("{\"a\": \"б\" \"c\": 1 d}", "1:10 нет запятой", "1:18 знак «d» здесь лишний"),
    Row("}", "1:1 знак «}» здесь лишний"),
    // Columns count characters, and what follows in one file is told too.
    Row(
      "{\"имя\": 'А',\n \"флаг\": True\n \"ещё\": [1,],\n}", "1:9 одинарные кавычки", "2:10 вместо «True» пишут true",
      "2:14 нет запятой", "3:11 лишняя запятая после последнего значения",
      "3:13 лишняя запятая после последнего значения",
      mended: "{\"имя\": \"А\",\n \"флаг\": true,\n \"ещё\": [1]\n}"),
  ]

  @Test(arguments: rows)
  func tellsAMistakeAtItsPlace(row: Row) throws {
    let (_, problems) = read(Array(row.text.utf8))
    #expect(problems == row.problems)
    let diagnostics = JSONReader.read(Array(row.text.utf8), file: "f.json").diagnostics
    #expect(diagnostics.allSatisfy { $0.code == .configurationInvalid && $0.severity == .error })
    for phrase in diagnostics.flatMap({ [$0.message, $0.advice].compactMap { $0 } })
    where row.text.allSatisfy(\.isASCII) {
      #expect(!phrase.english.unicodeScalars.contains { ("А"..."я").contains($0) })
    }
    let isAllMended = diagnostics.allSatisfy { !$0.fixes.isEmpty }
    #expect(isAllMended == (row.mended != nil))
    if isAllMended {
      let mended = Self.mend(row.text, diagnostics.flatMap(\.fixes))
      #expect(mended == row.mended)
      #expect(read(Array(mended.utf8)).problems == [], "what is mended is right")
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(mended.utf8)) }
    }
  }

  private static func mend(_ text: String, _ fixes: [Replacement]) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
    for fix in fixes.sorted(by: { $0.range > $1.range }) {
      let line = Int(fix.range.start.line) - 1
      let columns = Int(fix.range.start.column) - 1..<Int(fix.range.end.column) - 1
      lines[line].replaceSubrange(columns, with: Array(fix.text.unicodeScalars))
    }
    return lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
  }

  @Test func anOpenBracketIsShown() throws {
    let problem = try #require(JSONReader.read(Array("{\n \"a\": [1\n".utf8), file: "f.json").diagnostics.first)
    #expect(problem.notes.first?.location?.range?.start == SourcePosition(line: 2, column: 7))
  }

  @Test(arguments: [
    ([0x7B, 0x22, 0x61, 0x22, 0x3A, 0x20, 0x22, 0xD1, 0xE5, 0xF2, 0xFC, 0x22, 0x7D] as [UInt8], "1:8", "Windows-1251"),
    (Array("{\n\"я\": \"".utf8) + [0xFF, 0x81] + Array("\"}".utf8), "2:7", "0xFF"),
    ([0xFF, 0xFE, 0x7B, 0, 0x7D, 0], "1:1", "UTF-16"),
    ([0xFE, 0xFF, 0, 0x7B], "1:1", "UTF-16"),
    ([0x7B, 0, 0x7D, 0], "1:1", "UTF-16"),
  ])
  func tellsAnotherEncoding(bytes: [UInt8], place: String, encoding: String) throws {
    let (value, diagnostics) = JSONReader.read(bytes, file: "f.json")
    #expect(value == nil)
    let problem = try #require(diagnostics.first)
    #expect(diagnostics.count == 1)
    #expect(problem.code == .encodingInvalid)
    #expect(problem.location.range.map { "\($0.start.line):\($0.start.column)" } == place)
    #expect(problem.message.russian.contains(encoding))
    #expect(problem.advice?.russian == "сохраните файл в кодировке UTF-8")
  }

  // MARK: What is right

  private func written(_ node: FrontMatterNode) -> String {
    switch node {
    case .scalar(let scalar): scalar.isPlain ? scalar.text : "“\(scalar.text)”"
    case .list(let items, _): "[\(items.map(written).joined(separator: ","))]"
    case .mapping(let entries, _): "{\(entries.map { "\($0.key):\(written($0.value))" }.joined(separator: ","))}"
    }
  }

  @Test(arguments: [
    ("{}", "{}"), (" [ ] ", "[]"),
    ("{\"a\":{\"b\":[1,-2.5e+10,true,false,null]}}", "{a:{b:[1,-2.5e+10,true,false,null]}}"),
    ("{\n\t\"a\"\n:\r\n1\n}\n", "{a:1}"),
    (#"["\"\\\/\n\t\u0416\u0436\ud83d\ude00"]"#, "[“\"\\/\n\tЖж😀”]"),
    ("[\"«Ромашка», „сад“ № 5\", \"it's\", \"// #\"]", "[“«Ромашка», „сад“ № 5”,“it's”,“// #”]"),
    ("\u{FEFF}{\"a\": \"б\"}", "{a:“б”}"), (#"{"a": 1, "a": 2}"#, "{a:1,a:2}"),
    ("[0, -0, 0.0, 1E-2]", "[0,-0,0.0,1E-2]"),
    ("[\"\u{2028}\u{7FF}\u{10000}\"]", "[“\u{2028}\u{7FF}\u{10000}”]"), ("5", "5"), ("\"а:б\"", "“а:б”"),
  ])
  func readsWhatIsRight(text: String, expected: String) throws {
    let (value, problems) = read(Array(text.utf8))
    #expect(problems == [])
    #expect(written(try #require(value)) == expected)
  }

  @Test func valuesHaveTheirRanges() throws {
    let text = "\u{FEFF}{\n  \"имя\": [\"а\", 5]\n}"
    guard case .mapping(let entries, let range)? = JSONReader.read(Array(text.utf8), file: "f.json").value,
      case .list(let items, let list)? = entries.first?.value
    else {
      Issue.record("not a list in an object")
      return
    }
    func columns(_ range: SourceRange) -> [Int32] {
      [range.start.line, range.start.column, range.end.line, range.end.column]
    }
    #expect(columns(range) == [1, 1, 3, 2])
    #expect(entries.first.map { columns($0.keyRange) } == [2, 3, 2, 8])
    #expect(columns(list) == [2, 10, 2, 18])
    #expect(items.map { columns($0.range) } == [[2, 11, 2, 14], [2, 16, 2, 17]])
  }

  @Test(arguments: [("[", "]"), ("{\"a\":", "}")])
  func depthIsBounded(open: String, close: String) {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)).utf8)
    }
    #expect(read(nested(31)).problems == [])
    #expect(read(nested(32)).problems.map { $0.drop { $0 != " " } } == [" скобки вложены глубже 32"])
    #expect(read(Array(String(repeating: open, count: 100_000).utf8)).problems.count == 1)
  }

  /// What could be looked at again and again.
  @Test(arguments: [
    "\"a\n", "\"a”, ", "'a' ", "“a ", "\"”", "”\"", "/", "/*", "#\n", "\\", "a ", ":", "'", "1 ", "\u{A0}", "[,",
  ])
  func whatIsToldIsBounded(piece: String) {
    let text = "[" + String(repeating: piece, count: 20_000)
    #expect((1...20).contains(read(Array(text.utf8)).problems.count))
  }

  /// Whatever the bytes, a value comes back exactly where Foundation reads one too, and places lie in the file.
  @Test func agreesWithFoundationOnAnyBytes() {
    let pieces: [String] = [
      "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "'", "«", "”", " ", "\n", "\r\n", "\t", "1", "0", "-", ".", "e",
      "tru", "true",
      "null", "\\", "\\u00", "d83d", "/", "//", "#", "б", "\u{1F600}", "\u{A0}", "None", "=", ";",
    ]
    var generator = SplitMix64(seed: 8)
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }.joined()
      let (value, diagnostics) = JSONReader.read(Array(text.utf8), file: "f.json")
      let foundation = try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
      #expect((value != nil && diagnostics.isEmpty) == (foundation != nil), "\(text.debugDescription)")
      let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      for range in diagnostics.compactMap(\.location.range) {
        let line = lines[Int(range.start.line) - 1]
        #expect((1...line.count + 1).contains(Int(range.start.column)), "\(text.debugDescription)")
      }
    }
  }
}
