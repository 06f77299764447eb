import OpytText
import Testing

@Suite struct MessageFormatTests {
  private static let projects = "{count, plural, one {# проект} few {# проекта} many {# проектов}} сети"

  @Test(arguments: [
    (1, "1 проект сети"), (2, "2 проекта сети"), (5, "5 проектов сети"), (11, "11 проектов сети"),
    (21, "21 проект сети"), (0, "0 проектов сети"), (112, "112 проектов сети"),
  ])
  func russianPlurals(count: Int, expected: String) throws {
    let message = try MessageFormat(parsing: Self.projects)
    #expect(message.formatted(["count": .number(count)], .russian) == expected)
  }

  @Test(arguments: [(1, "1 case"), (0, "0 cases"), (2, "2 cases"), (21, "21 cases")])
  func englishPlurals(count: Int, expected: String) throws {
    let message = try MessageFormat(parsing: "{n, plural, one {# case} other {# cases}}")
    #expect(message.formatted(["n": .number(count)], .english) == expected)
  }

  @Test(arguments: [
    ("Просто # текст", "Просто # текст"), ("{title} – страница {number}", "Огород – страница 2"), ("", ""),
    ("{ title }", "Огород"), ("{nothing}!", "!"), ("{number, plural, other {{title} {number}}}", "Огород 2"),
    ("{title, plural, other {x}}!", "!"),
  ])
  func placesAreFilled(text: String, expected: String) throws {
    let message = try MessageFormat(parsing: text)
    #expect(message.formatted(["title": .text("Огород"), "number": .number(2)], .russian) == expected)
  }

  @Test(arguments: [
    ("{", MessageFormat.Fault.unclosedBrace), ("{a", .unclosedBrace), ("{a, plural, one {x}", .unclosedBrace),
    ("a}", .unopenedBrace), ("{}", .nameExpected), ("{a b}", .nameExpected), ("{a, date, x}", .unknownType("date")),
    ("{a, plural, two {x}}", .unknownCategory("two")), ("{a, plural, one {x} one {y}}", .categoryTwice("one")),
    ("{a, plural, }", .formsExpected), ("{a, plural}", .formsExpected), ("{a, plural, one x}", .formsExpected),
    (String(repeating: "{a, plural, other {", count: 10), .nestedTooDeep),
  ])
  func faults(text: String, expected: MessageFormat.Fault) {
    #expect(throws: expected) { try MessageFormat(parsing: text) }
  }

  @Test func argumentsAndMissingForms() throws {
    let message = try MessageFormat(parsing: "{a} {b, plural, one {{c}} few {x}}")
    #expect(message.arguments == ["a": false, "b": true, "c": false])
    #expect(message.missingCategories(.russian) == [.many])
    #expect(message.missingCategories(.english) == [.other])
    #expect(try MessageFormat(parsing: "{b, plural, other {x}}").missingCategories(.russian) == [])
  }
}
