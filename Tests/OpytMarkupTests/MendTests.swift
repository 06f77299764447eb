import OpytDiagnostics
import OpytMarkup
import Testing

/// A mend that a diagnostic carries does what it promises: the problem is gone, and nothing else has changed.
struct MendTests {
  @Test(arguments: [
    // A colon in a value.
    ("title: Проект: огород", "title: \"Проект: огород\""),
    ("а:\n  - б: раз: два  ", "а:\n  - б: \"раз: два\"  "),
    ("а: он сказал \"да\": нет", "а: 'он сказал \"да\": нет'"),
    ("а: «д'Артаньян»: c:\\x \nб: в", "а: '«д''Артаньян»: c:\\x' \nб: в"),
    // Signs that a value can't start with.
    ("а: *важно* это", "а: \"*важно* это\""), ("а: &б в", "а: \"&б в\""), ("а:\n  - * текст", "а:\n  - \"* текст\""),
    ("а: !Важно", "а: \"!Важно\""), ("а: @б", "а: \"@б\""), ("а: `код`", "а: \"`код`\""),
    // Tabs.
    ("а:\n\t- б\n\t- в", "а:\n  - б\n  - в"), ("а:\n\tб:\n\t\tв: г", "а:\n  б:\n    в: г"),
    ("title: «ё»\n\tgoal: y", "title: «ё»\ngoal: y"), ("а:\n  б:\n\t- в", "а:\n  б:\n    - в"),
    ("а:\n  - б: в\n\tг: д", "а:\n  - б: в\n    г: д"), ("а: б\n \tв: г\n\tд: е", "а: б\nв: г\nд: е"),
    ("а:\n\t- б: в\n\t\tг: д\n\t- б: е", "а:\n  - б: в\n    г: д\n  - б: е"),
    // Another problem further down is none of this mend's.
    ("а: *б\nв: г: д", "а: \"*б\"\nв: г: д"),
  ])
  func fields(_ fields: String, mended: String) throws {
    let reading = Reading(fields: fields)
    let diagnostic = try #require(reading.diagnostics.first)
    let text = Self.apply(diagnostic.fixes, to: "---\n" + fields + "\n---\n")
    #expect(text == "---\n" + mended + "\n---\n")
    #expect(
      !Reading(text).diagnostics.contains { $0.location.range?.start.line == diagnostic.location.range?.start.line })
  }

  /// Where a person must decide, there is none.
  @Test(arguments: [
    "а: раз: два # три", "а: раз: два\n  и дальше", "а: &b [в]\nг: *b", "а: [*б, в]", "а: б\n  в: г", "а: \"б\": в: г",
    "а: |\n  б\n\tв", "а: \"не закрыта", "а: [б, в", "? [а]\n: б",
    "а: \"\\0\"",
    "а: б\n...\nв: г",
  ])
  func uncertain(_ fields: String) {
    let reading = Reading(fields: fields)
    #expect(reading.diagnostics.count == 1)
    #expect(reading.diagnostics.flatMap(\.fixes) == [])
  }

  @Test(arguments: [
    ("а\u{1}б", "аб"), ("ё \u{202E}ж\u{202C}", "ё ж"), ("ё &#x202E;ж &#1;з", "ё ж з"), ("\u{FFFE}", ""),
    ("# ё\n\n– \u{8}\u{7F}ж", "# ё\n\n– ж"),
  ])
  func characters(_ body: String, mended: String) {
    let reading = Reading(body: body)
    let text = Self.apply(reading.diagnostics.flatMap(\.fixes), to: "---\n---\n" + body)
    #expect(Array(text.utf8) == Array(("---\n---\n" + mended).utf8))
    #expect(Reading(text).problems == [])
  }

  /// What parts words is not deleted.
  @Test(arguments: ["а\u{B}б", "а\u{C}б", "а\rб", "а\u{85}б", "а&#133;б"])
  func lineBreakers(_ body: String) {
    let reading = Reading(body: body)
    #expect(reading.diagnostics.count == 1)
    #expect(reading.diagnostics.flatMap(\.fixes) == [])
  }

  static func apply(_ fixes: [Replacement], to text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
    for fix in fixes.sorted(by: { $0.range > $1.range }) {
      let line = Int(fix.range.start.line) - 1
      #expect(fix.range.end.line == fix.range.start.line)
      let columns = Int(fix.range.start.column) - 1..<Int(fix.range.end.column) - 1
      lines[line].replaceSubrange(columns, with: fix.text.unicodeScalars)
    }
    return lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
  }
}
