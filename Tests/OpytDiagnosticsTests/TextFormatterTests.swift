import OpytDiagnostics
import Testing

struct TextFormatterTests {
  /// One problem on one line of text, without colours.
  private static func format(
    _ line: String?, _ columns: Range<Int>, number: Int = 7, endLine: Int? = nil, language: Language = .russian,
    usesColor: Bool = false, message: Phrase = Phrase("нет поля", en: "no field"), suggestion: Suggestion? = nil,
    advice: Phrase? = nil
  ) -> String {
    let range = SourceRange(
      start: .init(line: number, column: columns.lowerBound),
      end: .init(line: endLine ?? number, column: columns.upperBound))
    let diagnostic = Diagnostic(
      .keyUnknown, message, at: .init(file: "content/a.md", range: range), suggestion: suggestion, advice: advice)
    return TextFormatter(language: language, usesColor: usesColor) { _ in line }
      .format(DiagnosticReport([diagnostic], fileCount: 1))
  }

  /// A whole message, letter by letter.
  @Test func followsTheExample() {
    let diagnostic = Diagnostic(
      .referenceUnresolved, Phrase("нет направления «sreda-uchitel»", en: "no direction “sreda-uchitel”"),
      at: .init(
        file: "content/projects/ogorod.md",
        range: .init(start: .init(line: 7, column: 14), end: .init(line: 7, column: 27))),
      suggestion: Suggestion("sreda-tretiy-uchitel", title: "Среда – третий учитель"))
    let formatter = TextFormatter(language: .russian, usesColor: false) { _ in "directions: [sreda-uchitel]" }
    #expect(
      formatter.format(DiagnosticReport([diagnostic], fileCount: 1)) == """
        content/projects/ogorod.md:7:14: ошибка: нет направления «sreda-uchitel» [reference-unresolved]
           7 │ directions: [sreda-uchitel]
             │              ^^^^^^^^^^^^^ возможно, «sreda-tretiy-uchitel» («Среда – третий учитель»)

        """)
  }

  @Test(arguments: [Language.russian, .english])
  func report(_ language: Language) throws {
    func place(_ file: String, _ line: Int, _ columns: Range<Int>) -> SourceLocation {
      SourceLocation(
        file: file,
        range: .init(
          start: .init(line: line, column: columns.lowerBound), end: .init(line: line, column: columns.upperBound)))
    }
    let lost = Phrase("нет сада «sad-7»", en: "no kindergarten “sad-7”")
    let report = DiagnosticReport(
      [
        Diagnostic(
          .fileTooLarge, Phrase("файл больше 1024 КБ", en: "the file is larger than 1024 KiB"),
          at: .init(file: "content/projects/a.md"), advice: Phrase("разделите текст", en: "split the text")),
        Diagnostic(.encodingInvalid, Phrase("не UTF-8", en: "not UTF-8"), at: .init(file: "content/projects/b.md")),
        Diagnostic(
          .idDuplicate, Phrase("имя «ogorod» занято", en: "the id “ogorod” is taken"),
          at: .init(file: "content/projects/c.md"),
          notes: [
            .init(Phrase("первый здесь", en: "the first is here"), at: place("content/projects/d.md", 1, 1..<4)),
            .init(Phrase("имя – это имя файла", en: "an id is the file's name")),
          ]),
        Diagnostic(.referenceUnresolved, lost, at: place("content/projects/e.md", 7, 7..<12), cause: "sad-7"),
        Diagnostic(.referenceUnresolved, lost, at: place("content/projects/f.md", 8, 7..<12), cause: "sad-7"),
        Diagnostic(.referenceUnresolved, lost, at: place("content/projects/g.md", 9, 7..<12), cause: "sad-7"),
        Diagnostic(
          .rawHTML, .warning, Phrase("разметка HTML отброшена", en: "raw HTML was dropped"),
          at: place("content/projects/h.md", 12_345, 7..<12),
          suggestion: Suggestion("**", title: "жирный"), advice: Phrase("уберите её", en: "remove it")),
      ], fileCount: 61)
    let formatter = TextFormatter(language: language, usesColor: false) { location in
      location.file.hasSuffix("d.md") ? nil : "сады: [sad-7]"
    }
    try expectGolden(
      formatter.format(report) + (formatter.summary(of: report) ?? "") + "\n", "report.\(language.rawValue).txt")
  }

  @Test(arguments: [
    // The carets stand under the place, whatever stands before it.
    ("сады: [sad-7]", 8..<13, "       ", 5),
    ("\tsad-7", 2..<7, "    ", 5),
    ("\tsad-7", 1..<2, "", 4),
    ("a\u{301}и\u{306}x", 5..<6, "  ", 1),
    ("xe\u{301}\u{302}y", 2..<5, " ", 1),
    ("🌱🌱x", 3..<4, "    ", 1),
    ("x🌱", 2..<3, " ", 2),
    ("a\u{200B}\u{FEFF}x", 4..<5, " ", 1),
    ("a\u{202E}x", 3..<4, "  ", 1),
    // At the end of a line, behind it, in an empty one.
    ("сад", 4..<4, "   ", 1), ("сад", 9..<12, "   ", 1), ("", 1..<1, "", 1), ("сад", 2..<99, " ", 2),
    // A place has at least one caret.
    ("сад", 2..<2, " ", 1), ("a\u{301}", 2..<3, " ", 1),
  ])
  func caretsStandUnderThePlace(_ line: String, columns: Range<Int>, margin: String, carets: Int) {
    let lines = Self.format(line, columns).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[2] == "     │ " + margin + String(repeating: "^", count: carets))
  }

  @Test func aPlaceOfSeveralLinesIsUnderlinedToTheEndOfTheFirst() {
    let lines = Self.format("goal: |  ", 7..<8, endLine: 9).split(separator: "\n")
    #expect(lines[1] == "   7 │ goal: |  ")
    #expect(lines[2] == "     │       ^^^")
  }

  @Test func longLinesAreShownAroundThePlace() {
    let long = String(repeating: "а", count: 100) + "МЕСТО" + String(repeating: "б", count: 400)
    let lines = Self.format(long, 101..<106).split(separator: "\n").map(String.init)
    let shown = String(repeating: "а", count: 40) + "МЕСТО" + String(repeating: "б", count: 65)
    #expect(lines[1] == "   7 │ …\(shown)…")
    #expect(lines[2] == "     │ " + String(repeating: " ", count: 41) + "^^^^^")
    // Near the ends of the line nothing is cut there.
    let atStart = Self.format(long, 1..<3).split(separator: "\n").map(String.init)
    #expect(atStart[1].hasPrefix("   7 │ аааа"))
    #expect(atStart[1].hasSuffix("б…"))
    let atEnd = Self.format(long, 505..<506).split(separator: "\n").map(String.init)
    #expect(atEnd[1].hasPrefix("   7 │ …б"))
    #expect(atEnd[1].hasSuffix("б"))
    #expect(atEnd[2] == "     │ " + String(repeating: " ", count: 110) + "^")
    // A place longer than the window is underlined as far as it is seen.
    let wide = Self.format(long, 101..<500).split(separator: "\n").map(String.init)
    #expect(wide[2] == "     │ " + String(repeating: " ", count: 41) + String(repeating: "^", count: 70))
    // 110 letters fit.
    let fitting = String(repeating: "а", count: 110)
    #expect(Self.format(fitting, 109..<111).contains("│ \(fitting)\n"))
  }

  @Test func longLineNumbersKeepTheCaretsInPlace() {
    let lines = Self.format("сад", 1..<4, number: 123_456).split(separator: "\n")
    #expect(lines[1] == "123456 │ сад")
    #expect(lines[2] == "       │ ^^^")
  }

  @Test func withoutALineTheRemedyStillShows() {
    let text = Self.format(nil, 1..<4, suggestion: Suggestion("сад"), advice: Phrase("исправьте", en: "mend it"))
    #expect(text == "content/a.md:7:1: ошибка: нет поля [key-unknown]\n   возможно, «сад»; исправьте\n")
  }

  @Test func english() {
    let text = Self.format("garden", 1..<3, language: .english, suggestion: Suggestion("kg", title: "garden"))
    #expect(
      text == """
        content/a.md:7:1: error: no field [key-unknown]
           7 │ garden
             │ ^^ did you mean “kg” (“garden”)?

        """)
  }

  @Test func coloursOnlyWhenAsked() {
    #expect(!Self.format("сад", 1..<4).contains("\u{1B}"))
    #expect(
      Self.format("сад", 1..<4, usesColor: true)
        == "\u{1B}[1mcontent/a.md:7:1: \u{1B}[0m\u{1B}[31;1mошибка: \u{1B}[0mнет поля\u{1B}[2m [key-unknown]\u{1B}[0m\n"
        + "   7 │ сад\n     │ \u{1B}[31m^^^\u{1B}[0m\n")
  }

  /// Nothing an author writes, not even a file's name, reaches the terminal as a command to it.
  @Test(arguments: [
    "\u{1B}[2J", "\u{9B}2J", "\u{7}", "\u{8}", "\u{0}", "\u{7F}", "\u{85}", "\u{202E}", "\u{2066}", "\u{200F}",
    "\u{61C}", "\u{2028}", "\u{2029}",
  ])
  func authorsTextIsHarmless(_ dangerous: String) {
    let diagnostic = Diagnostic(
      .keyUnknown, Phrase("нет «\(dangerous)»", en: ""),
      at: .init(
        file: "content/\(dangerous).md", range: .init(start: .init(line: 1, column: 1), end: .init(line: 1, column: 2))),
      suggestion: Suggestion(dangerous, title: dangerous + "!"), advice: Phrase(dangerous, en: ""),
      notes: [.init(Phrase(dangerous, en: ""), at: .init(file: dangerous))], cause: "x")
    var other = diagnostic
    other.location = .init(file: "z" + dangerous)
    let text = TextFormatter(language: .russian, usesColor: false) { _ in "a" + dangerous }
      .format(DiagnosticReport([diagnostic, other], fileCount: 1))
    let scalars = Array(text.unicodeScalars)
    #expect(dangerous.unicodeScalars.first.map(scalars.contains) == false)
    let shownAsReplaced = scalars.count { $0 == "\u{FFFD}" }
    #expect(shownAsReplaced == 9)
  }

  @Test func aMessageStaysOnOneLineAndInSight() {
    let text = Self.format(nil, 1..<2, message: Phrase("нет «а\nб\tв\r»", en: ""))
    #expect(text == "content/a.md:7:1: ошибка: нет «а б в » [key-unknown]\n")
    let long = Self.format(nil, 1..<2, message: Phrase(String(repeating: "ы", count: 5_000), en: ""))
    #expect(long.contains(String(repeating: "ы", count: 400) + "… [key-unknown]"))
    #expect(long.unicodeScalars.count < 500)
  }

  @Test(arguments: [
    (1, "   и ещё в 1 месте:\n"), (2, "   и ещё в 2 местах:\n"), (5, "   и ещё в 5 местах:\n"),
    (11, "   и ещё в 11 местах:\n"), (21, "   и ещё в 21 месте:\n"), (111, "   и ещё в 111 местах:\n"),
  ])
  func otherPlaces(_ count: Int, line: String) {
    let diagnostics = (0...count).map { index in
      Diagnostic(.keyUnknown, Phrase("нет", en: "no"), at: .init(file: "a\(1_000 + index).md"), cause: "x")
    }
    let report = DiagnosticReport(diagnostics, fileCount: 1)
    let text = TextFormatter(language: .russian, usesColor: false) { _ in nil }.format(report)
    #expect(text.contains(line))
    #expect(text.hasSuffix(count <= 100 ? "     a\(1_000 + count).md\n" : "     a1100.md\n     …\n"))
    let english = TextFormatter(language: .english, usesColor: false) { _ in nil }.format(report)
    #expect(english.contains(count == 1 ? "   and in 1 more place:\n" : "   and in \(count) more places:\n"))
  }

  @Test(arguments: [
    (1, 0, 1, "1\u{A0}ошибка; проверено: 1\u{A0}файл", "1 error; files checked: 1"),
    (
      2, 1, 22, "2\u{A0}ошибки и 1\u{A0}предупреждение; проверено: 22\u{A0}файла",
      "2 errors and 1 warning; files checked: 22"
    ),
    (0, 5, 61, "5\u{A0}предупреждений; проверено: 61\u{A0}файл", "5 warnings; files checked: 61"),
    (
      11, 3, 15, "11\u{A0}ошибок и 3\u{A0}предупреждения; проверено: 15\u{A0}файлов",
      "11 errors and 3 warnings; files checked: 15"
    ),
  ])
  func summary(_ errors: Int, _ warnings: Int, _ files: Int, _ russian: String, _ english: String) {
    let diagnostics = (0..<errors + warnings).map { index in
      Diagnostic(
        .keyUnknown, index < errors ? .error : .warning, Phrase("нет", en: "no"), at: .init(file: "\(index).md"))
    }
    let report = DiagnosticReport(diagnostics, fileCount: files)
    #expect(TextFormatter(language: .russian, usesColor: false) { _ in nil }.summary(of: report) == russian)
    #expect(TextFormatter(language: .english, usesColor: false) { _ in nil }.summary(of: report) == english)
  }

  @Test func nothingToTell() {
    let formatter = TextFormatter(language: .russian, usesColor: true) { _ in nil }
    let report = DiagnosticReport([], fileCount: 61)
    #expect(formatter.summary(of: report) == nil)
    #expect(formatter.format(report) == "")
  }
}
